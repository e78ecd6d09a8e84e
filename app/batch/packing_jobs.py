"""Packs batches as jobs (app/jobs): a worker process draws the codes, this module stores its progress.

The job of a process that stopped (with its server or its machine) is run again by another one.
"""

from __future__ import annotations

import asyncio
import errno
import json
import os
import sys
import time
from base64 import b64encode
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import structlog

from app import jobs
from app.accounts import owned_files
from app.accounts.suspension import wait_while_suspended
from app.batch import file_store
from app.batch.created_codes import load_codes
from app.batch.models import Batch
from app.jobs import Job, RetryLater
from app.jobs.independent_steps import for_each, run_steps
from app.jobs.progress_and_retries import PROGRESS_INTERVAL, retry_when_unavailable
from app.kernel import clock
from app.kernel.db import transaction
from app.kernel.package_files import PACKAGE
from app.kernel.refusal import NotFound
from app.kernel.storage_calls import call
from app.qr.models import QrCode

KIND, MAX_TRIES, FIRST_WAIT = "batch.pack", 3, timedelta(seconds=10)
WORKER_TIMEOUT = 40.0  # seconds
COMMAND = (sys.executable, "-m", "app.batch.packing_process")
log = structlog.get_logger()


class WorkerFailed(Exception):
    """The worker ended without its final message, or was silent for too long."""


async def enqueue(batch: Batch) -> None:
    """Enqueue the job that packs a batch; call it in the transaction that creates the codes."""
    await jobs.enqueue(KIND, {"batch": str(batch.id)}, unique=f"{KIND} {batch.id}")


async def repack(batch: Batch) -> None:
    """Enqueue the packing of a created batch again, after its files were lost or packing failed."""
    if batch.made_at:
        async with transaction():
            await Batch.filter(id=batch.id).update(packed_at=None, failed_at=None, done=0)
            await enqueue(batch)


async def mark_failed(job: Job) -> None:
    """Mark the batch of a failed job as failed; packing it again clears the mark."""
    await Batch.to_pack().filter(id=UUID(job.payload["batch"])).update(failed_at=clock.now())


@jobs.handler(KIND, failed=mark_failed, most_tries=MAX_TRIES, first_wait=FIRST_WAIT)
async def pack_batch(job: Job) -> None:
    """Pack the batch of a job; its files are in place before it counts as packed. Does nothing for a deleted batch.

    Raises: RetryLater when the worker stopped, or, not counted as an attempt, while the database or the disk is
    unavailable or the account is suspended.
    """
    batch = await Batch.to_pack().get_or_none(id=UUID(job.payload["batch"]))
    drafts: dict[str, Path] = {}
    try:
        with retry_when_unavailable():
            if batch:
                await wait_while_suspended(batch.account_id)
                await _pack_files(job, batch, drafts)
    except WorkerFailed as broken:
        log.warning("batch_worker_broke", job=str(job.id), said=str(broken)[-500:])
        raise RetryLater("The process that draws the codes broke off; the log says more.") from None
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)


async def _pack_files(job: Job, batch: Batch, drafts: dict[str, Path]) -> None:
    """As `pack_batch`; the paths of draft files are added to `drafts`, for the caller to delete."""
    for ending in (file_store.ZIP, file_store.SHEET):
        drafts[ending] = file_store.FILES.create_draft(batch.id, job.fence, ending)
    work = await worker_input(batch, str(drafts[file_store.ZIP]), str(drafts[file_store.SHEET]))
    unread = await _run_worker(job, batch, work)
    if unread is None or not await _store_progress(job, batch, len(batch.codes)):
        return
    for ending, draft in drafts.items():
        await call(file_store.FILES.publish, draft, batch.id, ending)
    await batch.mark_packed(unread)


async def _store_progress(job: Job, batch: Batch, done: int) -> bool:
    """Store the progress of the job and the batch. False when the batch was deleted. Raises: LeaseLost when another
    process has the job.
    """
    await job.report_progress(done, len(batch.codes))
    return await batch.report_progress(done)


async def worker_input(batch: Batch, zip: str, sheet: str) -> dict[str, Any]:
    """The input of a worker as JSON values: the codes, their logos and the files to write. The names of files in the
    archive are unique and safe.
    """
    codes = await load_codes(batch)
    digits = max(3, len(str(max((line for line, _ in codes), default=0))))
    return {
        "zip": zip,
        "sheet": sheet,
        "options": batch.options,
        "logos": await _read_logos([code for _, code in codes]),
        "codes": [
            {
                "line": line,
                "file": f"{line:0{digits}}-{code.file}"[:100],
                "content": code.encoded_content.content,
                "ours": code.dynamic,
                "design": code.design,
                "logo": str(code.logo_id or ""),
                "caption": caption_for(code),
            }
            for line, code in codes
        ],
    }


def caption_for(code: QrCode) -> str:
    """The text under a code on the sheet: its placement, or else its destination in readable form."""
    return code.title or (code.link.display_url if code.link else code.content.split("\n")[0])


async def _read_logos(codes: list[QrCode]) -> dict[str, dict[str, Any]]:
    """The logos of the codes by id; a logo whose file is lost is left out."""
    logos = {}
    for logo in {code.logo_id: code.logo for code in codes if code.logo}.values():
        with suppress(NotFound):
            png = b64encode(await logo.read()).decode()
            logos[str(logo.id)] = {"png": png, "width": logo.width, "height": logo.height}
    return logos


async def _run_worker(job: Job, batch: Batch, work: dict[str, Any]) -> list[int] | None:
    """Run a worker; returns the lines it could not read, or None when the batch was deleted."""
    worker = await asyncio.create_subprocess_exec(
        *COMMAND,
        cwd=PACKAGE.parent,
        env={},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    feeding = asyncio.create_task(_send_work(worker, json.dumps(work).encode()))
    try:
        return await _follow_worker(job, batch, worker)
    finally:
        feeding.cancel()
        with suppress(ProcessLookupError):
            worker.kill()
        await asyncio.gather(feeding, worker.wait(), return_exceptions=True)


async def _send_work(worker: asyncio.subprocess.Process, work: bytes) -> None:
    """Write the worker's input to its standard input."""
    if worker.stdin:
        worker.stdin.write(work)
        await worker.stdin.drain()
        worker.stdin.close()


async def _follow_worker(job: Job, batch: Batch, worker: asyncio.subprocess.Process) -> list[int] | None:
    """Store the worker's progress until it ends. Returns as `_run_worker`. Raises: WorkerFailed, LeaseLost,
    OSError for a full disk.
    """
    if worker.stdout is None or worker.stderr is None:
        raise WorkerFailed
    last_report = time.monotonic()
    while line := await _read_message(worker.stdout):
        message = json.loads(line)
        if "unread" in message:
            return list(message["unread"])
        if time.monotonic() - last_report > PROGRESS_INTERVAL:
            last_report = time.monotonic()
            if not await _store_progress(job, batch, message["done"]):
                return None
    errors = (await worker.stderr.read()).decode(errors="replace")
    if os.strerror(errno.ENOSPC) in errors.rpartition("OSError")[2]:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    raise WorkerFailed(errors)


async def _read_message(stdout: asyncio.StreamReader) -> bytes:
    """Returns the worker's next line, empty at its end. Raises: WorkerFailed when it is silent for too long."""
    try:
        return await asyncio.wait_for(stdout.readline(), WORKER_TIMEOUT)
    except TimeoutError:  # not to be taken for a database that does not answer
        raise WorkerFailed(f"silent for {WORKER_TIMEOUT} seconds") from None


async def tidy_batches() -> None:
    """Delete expired batches with their files; enqueue unpacked ones, which a restored backup has without jobs.

    A batch that fails does not keep the others. Raises: StepsFailed at the end, with all reasons.
    """
    unpacked, expired = await Batch.to_pack().filter(failed_at=None), await Batch.expired()
    steps: dict[str, Callable[[], Awaitable[Any]]] = {
        "enqueue": lambda: for_each(unpacked, enqueue),
        "delete": lambda: for_each(expired, _delete),
        "files": lambda: owned_files.delete_orphaned_files(file_store.FILES, Batch),
    }
    await run_steps(steps)


async def _delete(batch: Batch) -> None:
    """Delete a batch and its files."""
    await batch.delete_with_files()
    await call(file_store.FILES.delete, batch.id)
