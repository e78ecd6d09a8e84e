"""Packs batches, one at a time, in the background of the server: a worker process draws, this module stores its
progress.

When the process that packs a batch stops (with its server or its machine), another one starts the batch over.
"""

from __future__ import annotations

import asyncio
import errno
import json
import os
import sys
import time
from base64 import b64encode
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import structlog

from app.batch import file_store
from app.batch.creation import codes_of
from app.batch.models import Batch
from app.kernel.refusal import NotFound
from app.kernel.resources import PACKAGE
from app.kernel.unavailable import unavailable
from app.qr.models import QrCode

POLL_SECONDS, WORKER_TIMEOUT, PROGRESS_INTERVAL = 5.0, 40.0, 0.5  # seconds
AFTER_TROUBLE = 30.0  # seconds until the next poll when the database or the disk was unavailable
COMMAND = (sys.executable, "-m", "app.batch.worker")
log = structlog.get_logger()
_wake_event = asyncio.Event()


class Broken(Exception):
    """The worker ended without its final message."""


def kick() -> None:
    """Look for batches to pack at once, instead of at the next poll."""
    _wake_event.set()


@asynccontextmanager
async def packing() -> AsyncGenerator[None]:
    """Pack batches in a background task while the context is open. An unfinished batch is left to another process."""
    task = asyncio.create_task(_run(), name="packing")
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _run() -> None:
    """Pack what is waiting, then wait for the next poll; errors only delay that."""
    global _wake_event
    _wake_event = asyncio.Event()  # an event belongs to the running loop
    while True:
        wait = POLL_SECONDS
        try:
            while batch := await Batch.claim():
                await pack(batch)
        except Exception as error:
            wait = AFTER_TROUBLE
            if unavailable(error):
                log.warning("packing_waits", problem=str(error)[:200])
            else:
                log.exception("packing_failed")
        with suppress(TimeoutError):
            async with asyncio.timeout(wait):
                await _wake_event.wait()
        _wake_event.clear()


async def pack(batch: Batch) -> bool:
    """Pack a claimed batch; its files are in place before it counts as packed. False when it was not packed.

    Raises: OSError when the disk is full; the batch waits for that to end, and the attempt does not count.
    """
    drafts: dict[str, Path] = {}
    try:
        return await _pack_files(batch, drafts)
    except (Broken, TimeoutError) as broken:
        log.warning("batch_worker_broke", batch=str(batch.id), said=str(broken)[-500:])
        await batch.release(tried=True)
        return False
    except (asyncio.CancelledError, OSError) as error:
        if not isinstance(error, OSError) or unavailable(error):
            await batch.release(tried=False)  # so that it is packed later, for example when the disk has room
        raise
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)


async def _pack_files(batch: Batch, drafts: dict[str, Path]) -> bool:
    """As `pack_batch`; the paths of draft files are added to `drafts`, for the caller to delete."""
    for ending in (file_store.ZIP, file_store.SHEET):
        drafts[ending] = file_store.draft_of(batch.id, batch.tries, ending)
    job = await job_of(batch, str(drafts[file_store.ZIP]), str(drafts[file_store.SHEET]))
    unread = await _run_worker(batch, job)
    if unread is None or not await batch.beat(len(batch.codes)):
        return False
    for ending, draft in drafts.items():
        await asyncio.to_thread(draft.rename, file_store.path_of(batch.id, ending))
    return await batch.packed(unread)


async def job_of(batch: Batch, zip: str, sheet: str) -> dict[str, Any]:
    """The job for a worker as JSON values: the codes, their logos and the files to write. The names of files in the
    archive are unique and safe.
    """
    codes = await codes_of(batch)
    digits = max(3, len(str(max((line for line, _ in codes), default=0))))
    return {
        "zip": zip, "sheet": sheet, "options": batch.options, "logos": await _read_logos([code for _, code in codes]),
        "codes": [
            {"line": line, "file": f"{line:0{digits}}-{code.file}"[:100], "content": code.said.content,
             "ours": code.dynamic, "design": code.design, "logo": str(code.logo_id or ""), "caption": caption(code)}
            for line, code in codes
        ],
    }


def caption(code: QrCode) -> str:
    """The text under a code on the sheet: its placement, or else its destination in readable form."""
    return code.title or (code.link.shown if code.link else code.content.split("\n")[0])


async def _read_logos(codes: list[QrCode]) -> dict[str, dict[str, Any]]:
    """The logos of the codes by id; a logo whose file is lost is left out."""
    logos = {}
    for logo in {code.logo_id: code.logo for code in codes if code.logo}.values():
        with suppress(NotFound):
            png = b64encode(await logo.read()).decode()
            logos[str(logo.id)] = {"png": png, "width": logo.width, "height": logo.height}
    return logos


async def _run_worker(batch: Batch, job: dict[str, Any]) -> list[int] | None:
    """Run a worker; returns the lines it could not read, or None when the batch was deleted or claimed by another
    process.
    """
    worker = await asyncio.create_subprocess_exec(
        *COMMAND, cwd=PACKAGE.parent, env={}, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE)
    feeding = asyncio.create_task(_send_job(worker, json.dumps(job).encode()))
    try:
        return await _follow_worker(batch, worker)
    finally:
        feeding.cancel()
        with suppress(ProcessLookupError):
            worker.kill()
        await asyncio.gather(feeding, worker.wait(), return_exceptions=True)


async def _send_job(worker: asyncio.subprocess.Process, job: bytes) -> None:
    """Write the job to the worker's standard input."""
    if worker.stdin:
        worker.stdin.write(job)
        await worker.stdin.drain()
        worker.stdin.close()


async def _follow_worker(batch: Batch, worker: asyncio.subprocess.Process) -> list[int] | None:
    """Store the worker's progress until it ends. Returns as `_run_worker`. Raises: WorkerFailed, TimeoutError, OSError
    for a full disk.
    """
    if worker.stdout is None or worker.stderr is None:
        raise Broken
    last_report = time.monotonic()
    while line := await asyncio.wait_for(worker.stdout.readline(), WORKER_TIMEOUT):
        message = json.loads(line)
        if "unread" in message:
            return list(message["unread"])
        if time.monotonic() - last_report > PROGRESS_INTERVAL:
            last_report = time.monotonic()
            if not await batch.beat(message["done"]):
                return None
    errors = (await worker.stderr.read()).decode(errors="replace")
    if os.strerror(errno.ENOSPC) in errors.rpartition("OSError")[2]:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    raise Broken(errors)


async def sweep() -> None:
    """Delete expired batches and their files."""
    for batch in await Batch.expired():
        await batch.drop()
        await asyncio.to_thread(file_store.drop, batch.id)
    await asyncio.to_thread(file_store.drop_forgotten)
