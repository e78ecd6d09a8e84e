"""The metrics of the backups at KLIQS_BACKUP_URL."""

from __future__ import annotations

from contextlib import suppress

from quart import Quart

from app.ops.backup_status import backup_status
from app.ops.measures.factory import MetricFactory
from app.ops.operator_actions import OperationDeclined


class BackupMeasures:
    """When the last backup was made, and the last that was verified, in seconds since 1970; 0 means never."""

    seconds = 300

    def __init__(self, make: MetricFactory) -> None:
        self.made = make.gauge("backup_seconds", "When the last backup was made.")
        self.verified = make.gauge("backup_verified_seconds", "When the last backup was made that was verified.")

    def gather(self, app: Quart) -> None:
        """Copies nothing."""

    async def read(self) -> None:
        """Reads the list of backups; the values stay while it cannot be read."""
        with suppress(OSError, OperationDeclined):
            if status := await backup_status():
                self.made.set(status.newest.made_at.timestamp() if status.newest else 0)
                self.verified.set(status.newest_verified.made_at.timestamp() if status.newest_verified else 0)
