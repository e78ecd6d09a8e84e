"""`kliqs upgrade check` says before an upgrade what it would do, and changes nothing."""

import io
import json
import shutil
import tarfile
from collections import namedtuple
from datetime import timedelta
from pathlib import Path

import pytest

from app.kernel import clock, database_upgrade, db
from app.kernel.config import Config
from app.kernel.database_upgrade import DatabaseTooNew, pending_migrations, upgrade_database
from app.kernel.migration_files import known_migrations
from app.ops import upgrade_check
from app.ops.backup import FORMAT, MANIFEST
from app.ops.upgrade_check import RunningVersionEnds, check_upgrade, refuse_what_ends_the_running_version
from tests.databases import Template

Disk = namedtuple("Disk", "free")
EXPAND, CONTRACT = "900_20270101000000_new.py", "901_20270102000000_contract_of_900_old.py"


@pytest.fixture
async def config(template: Template, tmp_path: Path) -> Config:
    return Config(data_dir=tmp_path, database_url=await template.fresh(tmp_path))


async def findings(config: Config, backup: Path | None = None) -> dict[str, bool]:
    return {finding.says: finding.ok async for finding in check_upgrade(config, backup)}


def know(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Lets this version have further migrations."""
    known = [*known_migrations(), *names]
    for module in (database_upgrade, upgrade_check):
        monkeypatch.setattr(module, "known_migrations", lambda: known)


async def test_an_installation_of_this_version_has_nothing_before_it(config: Config) -> None:
    found = await findings(config)
    assert all(found.values())
    assert "No migration is pending." in found
    assert "0 jobs run and 0 wait; those that a stopped server leaves are begun again." in found


async def test_what_only_adds_and_what_removes_leftovers_lets_the_running_version_go_on(
    config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    know(monkeypatch, EXPAND)
    await refuse_what_ends_the_running_version(config)
    assert f"Pending, only adds: {EXPAND}." in await findings(config)
    for on in {db.MAIN, "visits"}:
        await apply(config, EXPAND, on)
    know(monkeypatch, EXPAND, CONTRACT)
    await refuse_what_ends_the_running_version(config)
    assert f"Pending, removes leftovers: {CONTRACT}." in await findings(config)


async def apply(config: Config, name: str, on: str) -> None:
    async with db.database_open(config.database_url):
        connection = db.visits_connection() if on == "visits" else on
        insert = "INSERT INTO aerich (version, app, content) VALUES ($1, 'models', '{}')"
        if on == db.MAIN or connection != db.MAIN:
            await db.query_rows(insert, [name], on=connection)


async def test_what_removes_something_in_use_needs_a_stop(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    know(monkeypatch, EXPAND, CONTRACT)
    with pytest.raises(RunningVersionEnds, match=CONTRACT):
        await refuse_what_ends_the_running_version(config)
    assert f"Pending, removes what the running version still uses: {CONTRACT}." in await findings(config)


async def test_a_version_that_is_too_old_for_its_database_does_not_start(config: Config) -> None:
    await apply(config, EXPAND, db.MAIN)
    assert await upgrade_database(config.database_url) == [] == await pending_migrations(config.database_url)
    await apply(config, CONTRACT.replace("_of_900_", "_of_950_"), db.MAIN)
    with pytest.raises(DatabaseTooNew, match="A newer Kliqs has removed"):
        await upgrade_database(config.database_url)
    assert not all((await findings(config)).values())


async def test_a_disk_without_room_for_a_migration_is_wrong(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Disk(free=1024**2))
    assert any(says.startswith("1 MB are free") and not ok for says, ok in (await findings(config)).items())


@pytest.mark.parametrize(("hours", "ok"), [(1, True), (30, False)])
async def test_the_newest_backup_of_a_folder_counts(config: Config, tmp_path: Path, hours: int, ok: bool) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / "notes.txt").write_text("not a backup")
    for age in (hours, hours + 100):
        write_manifest(folder / f"{age}.tar.gz", hours=age)
    assert (await findings(config, folder))[f"The newest backup is {hours} hours old."] is ok


async def test_a_folder_without_a_backup_is_wrong(config: Config, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    assert (await findings(config, folder))[
        f"There is no readable backup at {folder}: kliqs backup takes one."
    ] is False


def write_manifest(file: Path, hours: int) -> None:
    """A backup of which only the beginning is there."""
    made_at = (clock.now() - timedelta(hours=hours)).isoformat()
    manifest = {
        "format": FORMAT,
        "migration": known_migrations()[-1],
        "made_at": made_at,
        "counts": {},
        "media": 0,
        "secret": False,
    }
    content = json.dumps(manifest).encode()
    with tarfile.open(file, "w:gz") as tar:
        header = tarfile.TarInfo(MANIFEST)
        header.size = len(content)
        tar.addfile(header, io.BytesIO(content))
