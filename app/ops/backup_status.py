"""How the backups at KLIQS_BACKUP_URL are: for `kliqs doctor`, the metrics and the operator's console."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.kernel import clock, installation
from app.kernel.config import Config
from app.kernel.storage_calls import call
from app.ops.backup_store import StoredBackup, backup_store
from app.ops.counts import count_of
from app.ops.finding import Finding
from app.ops.operator_actions import OperationDeclined

LATE = {"nightly": timedelta(hours=26), "hourly": timedelta(hours=3)}


@dataclass(frozen=True, slots=True)
class BackupStatus:
    """The youngest backup and the youngest verified one, and whether the next one is overdue."""

    newest: StoredBackup | None
    newest_verified: StoredBackup | None
    late: bool

    @property
    def ok(self) -> bool:
        """Whether the youngest backup is as young as the schedule promises, and no fault was found in it."""
        return not self.late and self.newest is not None and (self.newest.result is None or self.newest.verified)

    @property
    def says(self) -> str:
        """The state in one English sentence or two."""
        if self.newest is None:
            return "There is no backup yet."
        parts = [f"The last backup is of {self.newest.made_at:%Y-%m-%d %H:%M} UTC, {_checked(self.newest)}."]
        if self.newest_verified and self.newest_verified != self.newest:
            parts.append(f"The last verified one is of {self.newest_verified.made_at:%Y-%m-%d %H:%M} UTC.")
        if self.late:
            parts.append("The next one is overdue: kliqs jobs list says why.")
        return " ".join(parts)


def _checked(backup: StoredBackup) -> str:
    if backup.result is None:
        return "not verified"
    return "restored and checked" if backup.result.ok else f"WHICH CANNOT BE TRUSTED: {backup.result.says[0]}"


def read_status(config: Config) -> BackupStatus | None:
    """Returns the state of the backups, None where no place is set. Blocks. Raises: OSError, OperationDeclined."""
    if not config.backup_url:
        return None
    backups = backup_store(config).backups()
    newest = backups[-1] if backups else None
    verified = [backup for backup in backups if backup.verified]
    return BackupStatus(newest, verified[-1] if verified else None, _is_late(newest, config, clock.now()))


def _is_late(newest: StoredBackup | None, config: Config, now: datetime) -> bool:
    longest = LATE.get(config.backup_schedule)
    return longest is not None and (newest is None or newest.made_at < now - longest)


async def backup_status() -> BackupStatus | None:
    """Returns the state of the current installation's backups. Raises: OSError, OperationDeclined."""
    return await call(read_status, installation.current().config)


def check_backups(config: Config) -> Generator[Finding]:
    """Yields what there is to say of scheduled backups."""
    try:
        status = read_status(config)
    except (OSError, OperationDeclined) as error:
        yield Finding(f"Backups cannot be read: {error}", False)
        return
    if status is None:
        yield Finding("No place for backups is set: KLIQS_BACKUP_URL, or run kliqs backup FILE every night.")
        return
    yield Finding(status.says, status.ok or (status.newest is None and not status.late))
    if status.newest and status.newest.result and status.newest.result.lacking:
        lost = count_of(status.newest.result.lacking, "file was", "files were")
        yield Finding(f"{lost} lost or broken when it was made: kliqs storage check names them.", False)
