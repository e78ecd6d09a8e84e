"""The files of the migrations, and which of them an older version of Kliqs survives.

From FIRST_EXPANDING on, a migration only expands: the version before it goes on to work on the new schema. What nobody
uses any more is removed by a later one, whose name says so: `57_20270105120000_contract_of_53_old_colours.py` removes
what no version uses that has migration 53.
"""

import re
from collections.abc import Collection
from pathlib import Path

from app.kernel.package_files import resource

LOCATION = resource("migrations")
FIRST_EXPANDING = 52
CONTRACT = re.compile(r"\d+_\d+_contract_of_(\d+)_")


def known_migrations() -> list[str]:
    """Returns the file names of this version's migrations, oldest first."""
    return [file.name for file in migration_files(LOCATION / "models")]


def migration_files(folder: Path) -> list[Path]:
    """Returns the migration files of a folder, oldest first."""
    return sorted(folder.glob("[0-9]*_*.py"), key=lambda file: int(file.stem.split("_")[0]))


def migration_number(name: str) -> int:
    """Returns the number that a migration's name begins with."""
    return int(name.partition("_")[0])


def contracted(name: str) -> int | None:
    """Returns the number of the migration that a version must have to survive this one; None if all survive it."""
    contract = CONTRACT.match(name)
    return int(contract[1]) if contract else None


def fatal_migrations(names: Collection[str], version: Collection[str]) -> list[str]:
    """Returns those of the migrations `names` that a version does not survive whose migrations are `version`.

    Nothing is known of migrations before FIRST_EXPANDING; they count as fatal to a version that does not have them.
    """
    numbers = {migration_number(name) for name in version}
    return [
        name
        for name in names
        if name not in version
        and (migration_number(name) < FIRST_EXPANDING or contracted(name) not in {None, *numbers})
    ]
