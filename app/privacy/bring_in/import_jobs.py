"""The jobs of imports (app/jobs): checking, making and undoing, and deleting imports that have expired."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import IO, Any
from uuid import UUID

from app import jobs
from app.accounts import owned_files
from app.accounts.models import Account
from app.accounts.security_log import record_event
from app.accounts.suspension import wait_while_suspended
from app.accounts.user import User
from app.jobs import Job
from app.jobs.independent_steps import for_each, run_steps
from app.jobs.progress_and_retries import WorkDeleted, report_regularly, retry_when_unavailable
from app.kernel import clock, i18n
from app.kernel.db import transaction
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Busy
from app.kernel.storage_calls import call
from app.links.history.author import IMPORT, writing_through
from app.privacy.bring_in.archive_reader import NotAnExport
from app.privacy.bring_in.csv_links import export_of_table
from app.privacy.bring_in.dry_run import Progress, check_import
from app.privacy.bring_in.dry_run_state import reason_of
from app.privacy.bring_in.file_store import FILES, NEW, TABLE, ZIP
from app.privacy.bring_in.import_run import KEPT_FOR, LONGEST_FAILURE, ImportRun
from app.privacy.bring_in.link_table import LinkTable
from app.privacy.bring_in.making import count_rows, make_import
from app.privacy.bring_in.stored_export import open_stored_export
from app.privacy.bring_in.undoing import undo_import

CHECK = "privacy.check"
MAKE = "privacy.import"
UNDO = "privacy.undo"
MAX_TRIES, FIRST_WAIT = 5, timedelta(seconds=5)
KINDS = {"checking": CHECK, "making": MAKE, "undoing": UNDO}
Work = Callable[[ImportRun, Account, Progress], Awaitable[None]]


async def enqueue(run: ImportRun) -> None:
    """Enqueues the job that goes on with an import; call it in the transaction that begins its stage."""
    if run.stage in KINDS:
        kind = KINDS[run.stage]
        await jobs.enqueue(kind, {"import": str(run.id)}, unique=f"{kind} {run.id}")


async def begin_export(account: Account, user: User, file_name: str, export: IO[bytes]) -> ImportRun:
    """Stores an uploaded export and has it checked. Raises: TooManyImports."""
    async with transaction():
        run = await ImportRun.begin(account, user, file_name, 0)
        run.size = await call(FILES.store, run.id, ZIP, export)
        await ImportRun.filter(id=run.id).update(size=run.size)
        await record_event(user.id, "import_uploaded", account.name)
        await enqueue(run)
    return run


async def begin_table(account: Account, user: User, file_name: str, table: IO[bytes]) -> ImportRun:
    """Stores an uploaded table of links, whose columns are to be chosen. Raises: TooManyImports."""
    async with transaction():
        run = await ImportRun.begin(account, user, file_name, 0)
        await call(FILES.store, run.id, TABLE, table)
        await record_event(user.id, "import_uploaded", account.name)
    return run


async def has_table(run: ImportRun) -> bool:
    """Whether an import is of a table of links, and not of an export."""
    return await call(FILES.find, run.id, TABLE) is not None


async def load_table(run: ImportRun) -> LinkTable | None:
    """The table of an import with what was chosen or recognised for its columns; None for an import of an export."""
    if not await has_table(run):
        return None
    table = await call(lambda: LinkTable.read(FILES.read(run.id, TABLE)))
    if run.size:
        async with open_stored_export(run.id) as reader:
            table.restore(reader.manifest["table"])
    return table


async def check_table(run: ImportRun, table: LinkTable, zone: str) -> None:
    """Makes an export of the table and has it checked; `zone` is that of its times. Raises: CannotChooseColumns."""
    export = await asyncio.to_thread(export_of_table, table, zone)
    async with transaction():
        await run.check_columns(export.getbuffer().nbytes)
        await call(FILES.store, run.id, ZIP, export)
        await run.refresh_from_db()
        await enqueue(run)


async def start_import(run: ImportRun) -> None:
    """Starts making what was checked. Raises: NotCheckedYet."""
    async with transaction():
        await run.start()
        await run.refresh_from_db()
        await enqueue(run)


async def check_again(run: ImportRun) -> None:
    """Checks the rows of an import again. Raises: NotCheckedYet."""
    async with transaction():
        await run.check_again()
        await run.refresh_from_db()
        await enqueue(run)


async def start_undo(run: ImportRun) -> None:
    """Starts undoing an import. Raises: CannotUndo."""
    async with transaction():
        await run.start_undo()
        await run.refresh_from_db()
        await enqueue(run)


async def _mark_failed(job: Job) -> None:
    """Marks the import of a failed job as failed."""
    if run := await ImportRun.get_or_none(id=UUID(job.payload["import"])):
        await _give_up(run, _("Something broke on our side. It has been logged."))


async def _give_up(run: ImportRun, failure: str) -> None:
    """Ends the stage of an import for the reason `failure`: what was made by then can be undone."""
    now = clock.now()
    values: dict[str, Any] = {"failed_at": now} if run.stage == "checking" else {"undo_started_at": None}
    if run.stage == "making":
        values = {"finished_at": now, "expires_at": now + KEPT_FOR, "counts": await count_rows(run)}
    await ImportRun.filter(id=run.id).update(failure=failure[:LONGEST_FAILURE], **values)


@jobs.handler(CHECK, failed=_mark_failed, most_tries=MAX_TRIES, first_wait=FIRST_WAIT)
async def check(job: Job) -> None:
    """Checks the rows of an import. Raises: RetryLater."""
    await _run(job, "checking", check_import)


@jobs.handler(MAKE, failed=_mark_failed, most_tries=MAX_TRIES, first_wait=FIRST_WAIT)
async def make(job: Job) -> None:
    """Makes what an import was checked for. Raises: RetryLater."""
    await _run(job, "making", make_import)


@jobs.handler(UNDO, failed=_mark_failed, most_tries=MAX_TRIES, first_wait=FIRST_WAIT)
async def undo(job: Job) -> None:
    """Undoes what an import made. Raises: RetryLater."""
    await _run(job, "undoing", undo_import)


async def _run(job: Job, stage: str, work: Work) -> None:
    """Does the work of a stage for the import of a job, in the language of whoever imports.

    Does nothing for an import that was deleted or is in another stage. Raises: RetryLater.
    """
    run = await ImportRun.get_or_none(id=UUID(job.payload["import"])).select_related("account", "user")
    if run is None or run.stage != stage:
        return
    account: Any = run.account
    await wait_while_suspended(account.id)
    user: User | Account = run.user or account
    with i18n.language_context(user.language, user.time_zone):
        try:
            with retry_when_unavailable(Busy), writing_through(IMPORT, run.user_id):
                await work(run, account, report_regularly(job, run.report_progress))
        except WorkDeleted:
            return
        except NotAnExport as refusal:
            await _give_up(run, reason_of(refusal))


async def delete_import(run: ImportRun) -> None:
    """Deletes an import with its rows and its file; what it made stays."""
    await ImportRun.filter(id=run.id).delete()
    await call(FILES.delete, run.id)


async def tidy_imports() -> None:
    """Deletes expired imports; enqueues unfinished ones, which a restored backup has without jobs.

    One that fails does not keep the others. Raises: StepsFailed at the end, with all reasons.
    """
    expired, unfinished = await ImportRun.filter(expires_at__lte=clock.now()), await ImportRun.unfinished()
    steps: dict[str, Callable[[], Awaitable[Any]]] = {
        "enqueue": lambda: for_each(unfinished, enqueue),
        "delete": lambda: for_each(expired, delete_import),
        "files": lambda: owned_files.delete_orphaned_files(FILES, ImportRun, NEW),
    }
    await run_steps(steps)
