"""Where and when this installation backs itself up: the settings KLIQS_BACKUP_*."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings

from app.kernel.refusal import N_
from app.kernel.s3_signing import Credentials
from app.kernel.setting_checks import check_secret_key
from app.kernel.storage_settings import Bucket

KEEP = re.compile(r"(\d{1,4}) +(\d{1,4}) +(\d{1,4})")


class Keep(NamedTuple):
    """How many days, weeks and months keep a backup each."""

    days: int
    weeks: int
    months: int


class BackupSettings(BaseSettings):
    """Backups by a job of the server; off unless they are set."""

    backup_url: str = Field(
        "",
        description=N_(
            "Where kliqs backup writes without a FILE: a folder that exists, or s3://bucket/prefix?endpoint=…. The "
            "page about backups says more."
        ),
    )
    backup_schedule: Literal["off", "nightly", "hourly"] = Field(
        "off", description=N_("When the server backs itself up there: nightly is at 20:00 UTC.")
    )
    backup_keep: str = Field(
        "7 4 6",
        description=N_("How many days, weeks and months keep a backup; all those of the last 24 hours stay, too."),
    )
    backup_verify: Literal["on", "off"] = Field(
        "on",
        description=N_(
            "Whether each of these backups is restored into a scratch database and compared. Without it no old backup "
            "is deleted."
        ),
    )
    backup_secret_key: str = Field(
        "",
        repr=False,
        description=N_(
            "Encrypts backups, at least 32 characters; without it nobody can read them again. To rotate, put the new "
            "one first and keep the old ones behind it."
        ),
    )
    backup_s3_key: str = Field(
        "", repr=False, description=N_("The access key of the bucket of backups; empty: that of KLIQS_STORAGE_KEY.")
    )
    backup_s3_secret: str = Field("", repr=False, description=N_("The secret of that access key."))

    @field_validator("backup_url")
    @classmethod
    def _backup_address(cls, value: str) -> str:
        if "://" in value:
            Bucket.parse(value)
        return value

    @field_validator("backup_keep")
    @classmethod
    def _keep(cls, value: str) -> str:
        if not KEEP.fullmatch(value.strip()):
            raise ValueError("give three numbers, of days, weeks and months, for example 7 4 6")
        return value

    @field_validator("backup_secret_key")
    @classmethod
    def _backup_secret(cls, value: str) -> str:
        check_secret_key(value)
        return value

    def backup_problems(self) -> list[str]:
        """Returns a sentence for each contradiction between the settings of backups."""
        problems = []
        if self.backup_schedule != "off" and not self.backup_url:
            problems.append("KLIQS_BACKUP_URL: say where backups go, or set KLIQS_BACKUP_SCHEDULE=off")
        if bool(self.backup_s3_key) != bool(self.backup_s3_secret):
            problems.append("KLIQS_BACKUP_S3_KEY and KLIQS_BACKUP_S3_SECRET: set both of them, or neither")
        return problems

    @property
    def backup_credentials(self) -> Credentials | None:
        """The credentials of the bucket of backups where it has its own."""
        return Credentials(self.backup_s3_key, self.backup_s3_secret, "") if self.backup_s3_key else None

    @property
    def backup_keep_counts(self) -> Keep:
        """The numbers of KLIQS_BACKUP_KEEP."""
        return Keep(*map(int, self.backup_keep.split()))

    @property
    def backup_secrets(self) -> list[str]:
        """The secrets that backups are encrypted under, newest first; empty where they are not encrypted."""
        return self.backup_secret_key.split()
