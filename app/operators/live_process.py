"""The processes that serve this installation, on all machines: each writes that it lives, every few seconds.

`host` is the name of its machine, `version` that of Kliqs. One that was not seen for LIVE_FOR is not listed; the row
of one that stops is deleted by itself, and those of killed ones by whoever starts next.
"""

from __future__ import annotations

import os
import platform
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from tortoise import fields
from tortoise.models import Model

from app.kernel import clock, installation
from app.kernel.background import background_tasks, repeat
from app.kernel.db import query_rows
from app.kernel.package_files import version

SECONDS_BETWEEN_SIGNS = 15.0
LIVE_FOR, KEPT_FOR = timedelta(seconds=45), timedelta(hours=1)
LONGEST_HOST, LONGEST_VERSION = 120, 40
SIGN = """INSERT INTO live_processes (id, host, pid, version, started_at, seen_at) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at"""


class LiveProcess(Model):
    id: UUID = fields.UUIDField(primary_key=True)
    host = fields.CharField(LONGEST_HOST)
    pid = fields.IntField()
    version = fields.CharField(LONGEST_VERSION)
    started_at: datetime = fields.DatetimeField()
    seen_at: datetime = fields.DatetimeField(db_index=True)

    class Meta:
        table = "live_processes"


class OwnProcess:
    """A resource of the installation: the process that serves it here."""

    def __init__(self) -> None:
        self.id, self.started_at = uuid4(), clock.now()
        self.host, self.pid = platform.node()[:LONGEST_HOST], os.getpid()

    async def give_sign(self) -> None:
        """Writes that the process lives."""
        values = [str(self.id), self.host, self.pid, version()[:LONGEST_VERSION], self.started_at, clock.now()]
        await query_rows(SIGN, values)


def own_process() -> OwnProcess:
    """Returns the process that runs this."""
    return installation.current().resource(OwnProcess)


async def live_processes() -> list[LiveProcess]:
    """Returns the processes that gave a sign of life lately, by machine and number."""
    return await LiveProcess.filter(seen_at__gt=clock.now() - LIVE_FOR).order_by("host", "pid")


@asynccontextmanager
async def signs_of_life() -> AsyncGenerator[None]:
    """Writes now and then that this process lives while the block runs, and deletes its row at the end."""
    own = OwnProcess()
    installation.current().set_resource(own)
    await LiveProcess.filter(seen_at__lt=clock.now() - KEPT_FOR).delete()
    signs = repeat(own.give_sign, SECONDS_BETWEEN_SIGNS, "sign_of_life_not_written", at_once=True)
    try:
        async with background_tasks(signs, name="signs of life"):
            yield
    finally:
        with suppress(Exception):  # the database may be gone; the row then ages
            await LiveProcess.filter(id=own.id).delete()
