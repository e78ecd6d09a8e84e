"""The files of the migrations."""

from pathlib import Path

from app.kernel.package_files import resource

LOCATION = resource("migrations")


def known_migrations() -> list[str]:
    """Returns the file names of this version's migrations, oldest first."""
    return [file.name for file in migration_files(LOCATION / "models")]


def migration_files(folder: Path) -> list[Path]:
    """Returns the migration files of a folder, oldest first."""
    return sorted(folder.glob("[0-9]*_*.py"), key=lambda file: int(file.stem.split("_")[0]))
