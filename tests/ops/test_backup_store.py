"""Old backups are deleted only when a younger one was verified, and a half one is never taken for a whole one."""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import socket
import subprocess
import sys
from collections.abc import AsyncGenerator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app import jobs
from app.cli import main
from app.jobs.registry import KINDS
from app.kernel import db, installation
from app.kernel.backup_settings import Keep
from app.kernel.config import Config, InvalidSettings
from app.kernel.directory_storage import DirectoryStorage
from app.ops import scheduled_backup
from app.ops.backup_lock import backup_lock
from app.ops.backup_status import check_backups, read_status
from app.ops.backup_store import FOLDER, BackupStore, StoredBackup, backup_store, outdated
from app.ops.backup_store import Result as Verdict
from app.ops.operator_actions import OperationDeclined
from tests import world
from tests.conftest import SECRET, Clock
from tests.databases import Template
from tests.object_server import CREDENTIALS, ObjectServer
from tests.processes import killed_at_the_end
from tests.waiting import wait_until

NOW = datetime(2026, 11, 29, 20, tzinfo=UTC)
GOOD, BAD = Verdict("now", ok=True, lacking=0, says=[]), Verdict("now", ok=False, lacking=0, says=["It is damaged."])


def taken(hours: int, result: Verdict | None = GOOD) -> StoredBackup:
    made_at = NOW - timedelta(hours=hours)
    return StoredBackup(f"kliqs-{made_at:%Y%m%dT%H%M%SZ}.tar.gz", made_at, 1, result)


def test_days_weeks_and_months_keep_one_verified_backup_each() -> None:
    backups = [taken(24 * day) for day in reversed(range(400))]
    gone = outdated(backups, Keep(7, 4, 6), NOW)
    kept = [backup.made_at.date().isoformat() for backup in backups if backup not in gone]
    assert kept[-7:] == [f"2026-11-{day}" for day in range(23, 30)]
    assert kept[:-7] == [
        "2026-06-30",
        "2026-07-31",
        "2026-08-31",
        "2026-09-30",
        "2026-10-31",
        "2026-11-08",
        "2026-11-15",
        "2026-11-22",
    ]


def test_nothing_is_deleted_while_no_younger_backup_is_verified() -> None:
    assert outdated([taken(24 * day, None) for day in reversed(range(40))], Keep(1, 1, 1), NOW) == []
    good, bad = taken(24 * 30), [taken(24 * day, BAD) for day in reversed(range(29))]
    assert outdated([taken(24 * 60), good, *bad], Keep(1, 0, 0), NOW) == [taken(24 * 60)]


def test_the_youngest_verified_backup_is_never_deleted() -> None:
    chance = random.Random(7)  # noqa: S311 - not a secret
    for _ in range(200):
        hours = sorted(chance.sample(range(5_000), 30), reverse=True)
        backups = [taken(hour, chance.choice([GOOD, BAD, None])) for hour in hours]
        verified = [backup for backup in backups if backup.verified]
        keep = Keep(*(chance.randrange(4) for _ in range(3)))
        gone = outdated(backups, keep, NOW)
        assert not verified or verified[-1] not in gone
        assert all(backup.made_at < verified[-1].made_at for backup in gone)


def store_in(folder: Path) -> BackupStore:
    folder.mkdir(exist_ok=True)
    return BackupStore(DirectoryStorage(folder))


def put(store: BackupStore, backup: StoredBackup) -> None:
    store.storage.write(f"{FOLDER}/{backup.name}", b"x")
    if backup.result:
        store.record(backup.name, backup.result)


def test_only_our_own_files_are_deleted_with_what_was_found_of_them(tmp_path: Path) -> None:
    store = store_in(tmp_path / "store")
    others = [
        tmp_path / "store" / FOLDER / name for name in ("kliqs-old.tar.gz", "notes.txt", "kliqs-20200101T000000Z.tar")
    ]
    for backup in (taken(24 * 90), taken(0)):
        put(store, backup)
    for other in others:
        other.write_bytes(b"somebody's")
    assert store.prune(Keep(1, 1, 1), NOW) == [taken(24 * 90).name]
    assert sorted(path.name for path in (tmp_path / "store" / FOLDER).iterdir()) == sorted(
        [*(other.name for other in others), taken(0).name, taken(0).name + ".json"]
    )


def test_the_state_is_told_in_words(config: Config, tmp_path: Path, moved: Clock) -> None:
    moved.to(NOW)
    store = store_in(tmp_path / "store")
    settings = config.model_copy(update={"backup_url": str(tmp_path / "store"), "backup_schedule": "nightly"})

    def says() -> tuple[bool, str]:
        [finding, *_] = check_backups(settings)
        return finding.ok, finding.says

    assert says() == (False, "There is no backup yet.")
    put(store, taken(1))
    assert says() == (True, "The last backup is of 2026-11-29 19:00 UTC, restored and checked.")
    moved.on(timedelta(hours=30))
    assert says() == (
        False,
        "The last backup is of 2026-11-29 19:00 UTC, restored and checked. "
        "The next one is overdue: kliqs jobs list says why.",
    )
    moved.to(NOW)
    put(store, taken(0, BAD))
    assert says()[0] is False and "CANNOT BE TRUSTED: It is damaged." in says()[1] and "19:00" in says()[1]
    assert read_status(config) is None


def test_a_folder_that_is_missing_is_not_made(config: Config, tmp_path: Path) -> None:
    missing = config.model_copy(update={"backup_url": str(tmp_path / "not-mounted")})
    with pytest.raises(OperationDeclined, match="there is no folder"):
        backup_store(missing)
    assert not (tmp_path / "not-mounted").exists()
    [finding] = check_backups(missing)
    assert not finding.ok


def test_a_schedule_without_a_place_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KLIQS_BACKUP_SCHEDULE", "nightly")
    with pytest.raises(InvalidSettings, match="KLIQS_BACKUP_URL: say where backups go"):
        Config.from_env()


def test_a_backup_is_due_once_in_each_period(config: Config, tmp_path: Path) -> None:
    store = store_in(tmp_path / "store")
    nightly = config.model_copy(update={"backup_url": str(tmp_path / "store"), "backup_schedule": "nightly"})
    assert scheduled_backup.is_due(nightly, NOW) and not scheduled_backup.is_due(config, NOW)
    put(store, taken(0))
    assert not scheduled_backup.is_due(nightly, NOW + timedelta(hours=23))
    assert scheduled_backup.is_due(nightly, NOW + timedelta(hours=24))


async def test_one_process_at_a_time_has_the_lock(config: Config) -> None:
    async with backup_lock(config):
        with pytest.raises(OperationDeclined, match="Another backup"):
            async with backup_lock(config):
                pass
    async with backup_lock(config):
        pass


def environment(config: Config, url: str, **settings: str) -> dict[str, str]:
    """The environment of a process of this installation that backs up to a place."""
    own = {"DATA_DIR": str(config.data_dir), "DATABASE_URL": config.database_url, "HOSTS": "kliqs.test"}
    own |= {"SECRET_KEY": config.secret_key, "BACKUP_URL": url, **settings}
    return {name: value for name, value in os.environ.items() if not name.startswith("KLIQS_")} | {
        f"KLIQS_{name}": value for name, value in own.items()
    }


async def kliqs(environ: dict[str, str], *words: str) -> Result:
    """Runs a command in a thread, where no database is open."""
    env: dict[str, str | None] = {**dict.fromkeys(os.environ.keys() - environ.keys()), **environ}
    return await asyncio.get_running_loop().run_in_executor(None, lambda: CliRunner().invoke(main, [*words], env=env))


@pytest.fixture
async def resting(template: Template, tmp_path: Path) -> AsyncGenerator[Config]:
    """An installation with an account, whose database nobody has open."""
    url = await template.fresh(tmp_path)
    settings = Config(data_dir=tmp_path / "data", database_url=url, secret_key=SECRET)
    settings.prepare()
    async with db.database_open(url):
        await world.dewi()
    yield settings
    await template.drop(url)


@pytest.mark.slow
async def test_the_job_backs_up_verifies_and_says_so(
    config: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.dewi()
    config.prepare()
    store = store_in(tmp_path / "store")
    for name, value in environment(config, str(tmp_path / "store"), BACKUP_SCHEDULE="hourly").items():
        monkeypatch.setenv(name, value)
    installation.current().config = Config.from_env()
    async with db.transaction():
        await jobs.enqueue("backup.scheduled")
    [job] = [await jobs.Job.get(kind="backup.scheduled")]

    await KINDS["backup.scheduled"].run(job)
    [made] = store.backups()
    assert made.verified
    await KINDS["backup.scheduled"].run(job)
    assert store.backups() == [made]


@pytest.mark.slow
async def test_an_encrypted_backup_in_s3_is_verified_and_nobody_reads_it_without_its_key(
    resting: Config, object_server: ObjectServer, tmp_path: Path
) -> None:
    address = object_server.address("backups-of-kliqs")
    own = {"BACKUP_SECRET_KEY": "k" * 40, "BACKUP_S3_KEY": CREDENTIALS.key, "BACKUP_S3_SECRET": CREDENTIALS.secret}
    first = await kliqs(environment(resting, address, **own), "backup", "--verify")
    assert first.exit_code == 0, first.stderr
    storage = object_server.storage(tmp_path / "work", address)
    [name] = [file.name for file in storage.list(f"{FOLDER}/") if file.name.endswith(".gz")]
    assert (
        b"dewi@example.com" not in storage.read(f"{FOLDER}/{name}") and storage.read(f"{FOLDER}/{name}")[:5] == b"kliqs"
    )
    other = environment(resting, address, **own | {"BACKUP_SECRET_KEY": "o" * 40})
    refused = await kliqs(other, "backup", "verify")
    assert refused.exit_code == 1 and "encrypted, and not under a key" in refused.stderr
    assert [backup.verified for backup in BackupStore(storage).backups()] == [True], "the key is wrong, not the backup"
    storage.write(f"{FOLDER}/{name}", storage.read(f"{FOLDER}/{name}")[:-1])
    damaged = await kliqs(environment(resting, address, **own), "backup", "verify")
    assert damaged.exit_code == 1 and "was changed or is missing" in damaged.stderr
    assert [backup.verified for backup in BackupStore(storage).backups()] == [False]


@pytest.mark.slow
async def test_a_full_disk_leaves_the_old_backup_and_the_next_run_succeeds(resting: Config, small_disk: Path) -> None:
    store, settings = store_in(small_disk), environment(resting, str(small_disk))
    put(store, taken(48))
    picture = resting.data_dir / "media" / "ab" / f"ab{'0' * 30}.webp"
    picture.parent.mkdir(parents=True)
    picture.write_bytes(os.urandom(6 * 2**20))

    full = await kliqs(settings, "backup", "--verify")
    assert full.exit_code == 1 and "No space left" in full.stderr
    assert [backup.name for backup in store.backups()] == [taken(48).name]
    assert not [path for path in (small_disk / FOLDER).iterdir() if path.name.startswith(".")]
    picture.unlink()
    assert (await kliqs(settings, "backup")).exit_code == 0
    assert len(store.backups()) == 2


@pytest.mark.slow
async def test_a_run_that_is_killed_leaves_no_backup_and_the_next_one_succeeds(resting: Config, tmp_path: Path) -> None:
    store, settings = store_in(tmp_path / "store"), environment(resting, str(tmp_path / "store"))
    picture = resting.data_dir / "media" / "ab" / f"ab{'0' * 30}.webp"
    picture.parent.mkdir(parents=True)
    picture.write_bytes(os.urandom(64 * 2**20))
    process = subprocess.Popen([sys.executable, "-m", "app", "backup"], env=settings, stdout=subprocess.DEVNULL)
    part = tmp_path / "store" / FOLDER / ".backup.part"
    with killed_at_the_end(process):
        await asyncio.to_thread(wait_until, lambda: part.exists() and part.stat().st_size > 2**20)

    assert part.exists() and store.backups() == []
    picture.unlink()
    assert (await kliqs(settings, "backup")).exit_code == 0
    assert len(store.backups()) == 1 and not part.exists()


@pytest.mark.slow
async def test_a_bucket_that_is_away_is_a_sentence_and_nothing_is_left(resting: Config, tmp_path: Path) -> None:
    with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    own = {"BACKUP_S3_KEY": "key", "BACKUP_S3_SECRET": "hush"}
    settings = environment(resting, f"s3://bucket/x?endpoint=http://127.0.0.1:{port}", **own)
    away = await kliqs(settings, "backup")
    assert away.exit_code == 1 and "does not answer" in away.stderr and "hush" not in away.stderr
    assert not list((resting.data_dir / "work").glob(".backup*"))
