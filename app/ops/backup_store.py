"""The backups at KLIQS_BACKUP_URL: their names, what was found when they were verified, and which of them are kept.

Beside `backups/kliqs-<time>.tar.gz` lies `kliqs-<time>.tar.gz.json` once it was verified. Only files with such names
are read or deleted. A backup appears under its name when it is complete.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.kernel import clock
from app.kernel.backup_settings import Keep
from app.kernel.config import Config
from app.kernel.directory_storage import DirectoryStorage
from app.kernel.file_storage import FileStorage
from app.kernel.open_storage import open_storage
from app.kernel.private_files import make_folder
from app.ops.operator_actions import OperationDeclined

FOLDER = "backups"
NAME = re.compile(r"kliqs-(\d{8}T\d{6}Z)\.tar\.gz")
TIME, RESULT = "%Y%m%dT%H%M%SZ", ".json"
ALL_KEPT = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Result:
    """What the verification of a backup found; `lacking` is how many files were lost when it was made."""

    verified_at: str
    ok: bool
    lacking: int
    says: list[str]


@dataclass(frozen=True, slots=True)
class StoredBackup:
    """A backup in the store; `result` is None until it was verified."""

    name: str
    made_at: datetime
    size: int
    result: Result | None

    @property
    def verified(self) -> bool:
        """Whether it was restored and compared without a fault."""
        return self.result is not None and self.result.ok


class BackupStore:
    """The backups in a storage. Its methods block and raise OSError."""

    def __init__(self, storage: FileStorage) -> None:
        self.storage = storage

    @property
    def title(self) -> str:
        """What the operator calls it."""
        return self.storage.title

    def backups(self) -> list[StoredBackup]:
        """Returns the backups, oldest first."""
        files = {file.name: file for file in self.storage.list(f"{FOLDER}/")}
        return [
            StoredBackup(name, _time_of(match[1]), files[name].size, self._result(name + RESULT in files, name))
            for name in sorted(files)
            if (match := NAME.fullmatch(name))
        ]

    def _result(self, exists: bool, name: str) -> Result | None:
        if exists:
            with suppress(FileNotFoundError, ValueError, TypeError):
                return Result(**json.loads(self.storage.read(_key(name + RESULT))))
        return None

    @contextmanager
    def draft(self) -> Generator[Path]:
        """Yields the path of a file that does not exist yet; it is deleted at the end, unless `publish` took it.

        Drafts that a killed process left behind are deleted: the caller has the lock of backups.
        """
        folder = make_folder(self.storage.workspace / (FOLDER if not self.storage.remote else "work"))
        for left in folder.glob(".backup*"):
            left.unlink(missing_ok=True)
        path = folder / ".backup"
        try:
            yield path
        finally:
            path.unlink(missing_ok=True)

    def publish(self, draft: Path) -> str:
        """Stores a complete backup; returns its name, which is the present time."""
        name = f"kliqs-{clock.now().astimezone(UTC).strftime(TIME)}.tar.gz"
        if self.storage.find(_key(name)):
            raise OperationDeclined(f"{name} is there already; it is not overwritten.")
        size = draft.stat().st_size
        self.storage.put(_key(name), draft)
        if (stored := self.storage.find(_key(name))) is None or stored.size != size:
            raise OSError(f"{name} did not arrive as a whole in {self.title}")
        return name

    @contextmanager
    def local_copy(self, name: str) -> Generator[Path]:
        """Yields the path of a backup, or of a copy of it on this machine."""
        with self.storage.local_copy(_key(name)) as path:
            yield path

    def record(self, name: str, result: Result) -> None:
        """Stores what was found of a backup."""
        self.storage.write(_key(name + RESULT), json.dumps(asdict(result)).encode())

    def prune(self, keep: Keep, now: datetime) -> list[str]:
        """Deletes the backups that nothing keeps, and returns their names."""
        names = [backup.name for backup in outdated(self.backups(), keep, now)]
        for name in names:
            self.storage.delete(_key(name))  # before its result: a backup without one is never taken for a verified one
            self.storage.delete(_key(name + RESULT))
        return names


def outdated(backups: list[StoredBackup], keep: Keep, now: datetime) -> list[StoredBackup]:
    """Returns the backups to delete; `backups` are in order of time.

    Nothing is deleted that is younger than the youngest verified backup, or than 24 hours. Of each of the last days,
    weeks and months that have a verified backup, the youngest one of them is kept.
    """
    verified = [backup for backup in backups if backup.verified]
    if not verified:
        return []
    kept = set[str]()
    for count, period in zip(keep, PERIODS, strict=True):
        youngest = {period(backup.made_at): backup.name for backup in verified}
        kept |= {youngest[key] for key in sorted(youngest)[-count:] if count}
    return [
        backup
        for backup in backups
        if backup.made_at < verified[-1].made_at and backup.made_at < now - ALL_KEPT and backup.name not in kept
    ]


PERIODS: tuple[Callable[[datetime], tuple[int, ...]], ...] = (
    lambda time: (time.toordinal(),),
    lambda time: tuple(time.isocalendar()[:2]),
    lambda time: (time.year, time.month),
)


def backup_store(config: Config) -> BackupStore:
    """Opens the store of the settings.

    Raises: OperationDeclined when there is none, or its folder is missing: it is not made, because a disk that is not
    mounted would be written beside.
    """
    if not config.backup_url:
        raise OperationDeclined("Say where to write the backup: a FILE, or a folder or bucket in KLIQS_BACKUP_URL.")
    if "://" in config.backup_url:
        credentials = config.backup_credentials or config.storage_credentials
        return BackupStore(open_storage(config.backup_url, credentials, config.data_dir))
    folder = Path(config.backup_url)
    if not folder.is_dir():
        raise OperationDeclined(f"KLIQS_BACKUP_URL: there is no folder {folder}. Mount or make it.")
    return BackupStore(DirectoryStorage(folder))


def _key(name: str) -> str:
    return f"{FOLDER}/{name}"


def _time_of(text: str) -> datetime:
    return datetime.strptime(text, TIME).replace(tzinfo=UTC)
