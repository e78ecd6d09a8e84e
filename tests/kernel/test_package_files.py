import re
from pathlib import Path

import pytest

from app.kernel import migration_runner, package_files
from app.kernel.package_files import PACKAGE, ROOT, resource, version
from tests.serving import ROOT as CHECKOUT


def test_in_a_checkout_files_are_beside_the_code() -> None:
    assert resource("templates") == CHECKOUT / "templates" and ROOT == CHECKOUT == PACKAGE.parent
    assert resource("static/icons.svg").is_file()


def test_the_version_is_written_in_one_place() -> None:
    number = re.escape(version())
    assert re.fullmatch(r"\d+\.\d+\.\d+", version())
    places = [
        path
        for name in ("pyproject.toml", "app", "templates", "deploy", "Dockerfile", "compose.yaml")
        for path in _files(CHECKOUT / name)
        if re.search(rf"(?<![\d.]){number}(?![\d.])", path.read_text())
    ]
    assert places == [CHECKOUT / "pyproject.toml"]


def _files(path: Path) -> list[Path]:
    endings = {".py", ".html", ".md", ".toml", ".yaml", ""}
    return (
        [path]
        if path.is_file()
        else [member for member in path.rglob("*") if member.is_file() and member.suffix in endings]
    )


def test_only_one_module_knows_where_the_files_beside_the_code_are() -> None:
    climbing = re.compile(r"\.parent\.parent|\.parents\[|[\"'](?:\.\./|resources\b)")
    assert [
        path.relative_to(CHECKOUT).as_posix()
        for path in sorted(PACKAGE.rglob("*.py"))
        if climbing.search(path.read_text())
    ] == ["app/kernel/package_files.py"]


def test_a_migration_is_not_written_into_an_installed_package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(package_files, "ROOT", package_files.INSTALLED)
    with pytest.raises(RuntimeError, match="written in a checkout"):
        migration_runner.make_migration("nothing")
