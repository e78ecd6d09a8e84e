"""Asks for exports, writes their files as jobs (app/jobs), and deletes them when they have expired."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from app import jobs
from app.accounts import owned_files
from app.accounts.models import Account
from app.accounts.security_log import record_event
from app.accounts.user import User
from app.jobs import Job
from app.jobs.independent_steps import for_each, run_steps
from app.jobs.progress_and_retries import WorkDeleted, report_regularly, retry_when_unavailable
from app.kernel import clock
from app.kernel.db import transaction
from app.kernel.storage_calls import call
from app.privacy.export import emails
from app.privacy.export.archive import ExportArchive
from app.privacy.export.contents import count_rows, write_contents
from app.privacy.export.export import Export
from app.privacy.export.file_store import FILES, ZIP
from app.visits.sealed.engine import ReportTookTooLong, TooManyReports

KIND, MAX_TRIES, FIRST_WAIT = "privacy.export", 3, timedelta(seconds=10)


async def request_export(user: User, account: Account | None) -> Export:
    """Asks for an export of the user, and of the account if there is one. Raises: ExportUnderWay."""
    async with transaction():
        export = await Export.begin(user, account)
        await record_event(user.id, "export_requested", account.name if account else "")
        await _enqueue(export)
    return export


async def _enqueue(export: Export) -> None:
    """Enqueues the job that writes an export."""
    await jobs.enqueue(KIND, {"export": str(export.id)}, unique=f"{KIND} {export.id}")


async def _mark_failed(job: Job) -> None:
    """Marks the export of a failed job as failed."""
    await Export.mark_failed(UUID(job.payload["export"]))


@jobs.handler(KIND, failed=_mark_failed, most_tries=MAX_TRIES, first_wait=FIRST_WAIT)
async def write_export(job: Job) -> None:
    """Writes the export of a job; its file is in place before it counts as ready. Does nothing for a deleted export.

    Raises: RetryLater when the database, the disk or the statistics were unavailable.
    """
    export = await Export.unfinished().get_or_none(id=UUID(job.payload["export"]))
    if export is None:
        return
    draft = await call(FILES.create_draft, export.id, job.fence, ZIP)
    try:
        with retry_when_unavailable(TooManyReports, ReportTookTooLong):
            await _write_file(job, export, draft)
    except WorkDeleted:
        await call(FILES.delete, export.id)
    finally:
        draft.unlink(missing_ok=True)


async def _write_file(job: Job, export: Export, draft: Path) -> None:
    """Writes the file and marks the export as ready. Raises: WorkDeleted, LeaseLost."""
    archive = ExportArchive(draft)
    try:
        user: Any = export.user
        account: Any = export.account
        await write_contents(archive, user, account, await _progress_of(job, export, user, account))
    finally:
        archive.close()
    size = await call(FILES.publish, draft, export.id, ZIP)
    async with transaction():
        if ready := await export.mark_ready(size):
            await emails.send_export_ready(user, account)
    if not ready:
        raise WorkDeleted


async def _progress_of(
    job: Job, export: Export, user: User, account: Account | None
) -> Callable[[int], Awaitable[None]]:
    """A function that adds written rows to the progress. It raises WorkDeleted and LeaseLost."""
    total, done, store = await count_rows(user, account), 0, report_regularly(job, export.report_progress)

    async def report(rows: int) -> None:
        nonlocal done
        done = min(done + rows, total)
        await store(done, total)

    return report


async def delete_export(export: Export) -> None:
    """Deletes an export and its file."""
    await Export.filter(id=export.id).delete()
    await call(FILES.delete, export.id)


async def tidy_exports() -> None:
    """Deletes expired exports with their files; enqueues unfinished ones, which a restored backup has without jobs.

    One that fails does not keep the others. Raises: StepsFailed at the end, with all reasons.
    """
    expired = await Export.filter(expires_at__lte=clock.now())
    unfinished = await Export.unfinished()
    steps: dict[str, Callable[[], Awaitable[Any]]] = {
        "enqueue": lambda: for_each(unfinished, _enqueue),
        "delete": lambda: for_each(expired, delete_export),
        "files": lambda: owned_files.delete_orphaned_files(FILES, Export),
    }
    await run_steps(steps)
