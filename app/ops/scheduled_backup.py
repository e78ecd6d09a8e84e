"""The job that backs an installation up by KLIQS_BACKUP_SCHEDULE, in a process of its own.

It runs every hour and asks whether a backup is due, so that one that failed or was missed is made up for.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
from contextlib import suppress
from datetime import datetime

from app import jobs
from app.jobs import HOURLY, NIGHTLY, GiveUp, Job
from app.kernel import clock, installation
from app.kernel.config import Config
from app.kernel.package_files import PACKAGE
from app.kernel.storage_calls import call
from app.ops.backup_store import backup_store
from app.ops.operator_actions import OperationDeclined

SCHEDULES = {"nightly": NIGHTLY, "hourly": HOURLY}
PROGRAM = f"import sys; sys.path.insert(0, {str(PACKAGE.parent)!r}); from app.__main__ import main; main()"
COMMAND = (sys.executable, "-c", PROGRAM, "backup", "write")
PROGRESS = re.compile(r"([\d,]+) of ([\d,]+) files")
NICENESS, MOST_REASON = 10, 300  # of 19; characters


def is_due(config: Config, now: datetime) -> bool:
    """Whether the period that contains `now` has no backup yet. Blocks. Raises: OSError, OperationDeclined."""
    schedule = SCHEDULES.get(config.backup_schedule)
    if schedule is None:
        return False
    backups = backup_store(config).backups()
    return not backups or backups[-1].made_at < schedule.slot(now)


@jobs.handler("backup.scheduled", schedule=HOURLY, most_tries=1)
async def back_up_on_schedule(job: Job) -> None:
    """Makes a backup if one is due, and verifies it unless KLIQS_BACKUP_VERIFY is off."""
    config = installation.current().config
    try:
        due = await call(is_due, config, clock.now())
    except (OSError, OperationDeclined) as error:
        raise GiveUp(str(error)[:MOST_REASON]) from None
    if due:
        await _run(job, ["--verify"] * (config.backup_verify == "on"))


async def _run(job: Job, options: list[str]) -> None:
    """Runs the command and stores its progress. Raises: GiveUp with its last words when it fails."""
    process = await asyncio.create_subprocess_exec(
        *COMMAND,
        *options,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    try:
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, process.pid, NICENESS)
        last = await _follow(job, process.stdout) if process.stdout else ""
        if await process.wait():
            raise GiveUp(last[:MOST_REASON] or "The process that backs up was killed.")
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


async def _follow(job: Job, output: asyncio.StreamReader) -> str:
    """Stores the progress that a process prints; returns its last line."""
    last = ""
    async for line in output:
        last = line.decode(errors="replace").strip() or last
        if match := PROGRESS.fullmatch(last):
            await job.report_progress(*(int(number.replace(",", "")) for number in match.groups()))
    return last
