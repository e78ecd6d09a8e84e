"""The job that packs a batch: another process draws, this one tells the database how far it is.

A batch whose packer was stopped, or died with its machine, is begun again by whoever claims the job next.
"""

from __future__ import annotations

import asyncio
import errno
import json
import os
import sys
import time
from base64 import b64encode
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import structlog

from app import jobs
from app.batch import file_store
from app.batch.codes import codes_of
from app.batch.models import Batch
from app.jobs import Job, RetryLater
from app.kernel import clock
from app.kernel.db import transaction
from app.kernel.refusal import NotFound
from app.kernel.resources import PACKAGE
from app.kernel.unavailable import unavailable
from app.qr.models import QrCode

KIND, MOST_TRIES, FIRST_WAIT = "batch.pack", 3, timedelta(seconds=10)
PATIENCE, BEAT = 40.0, 0.5  # seconds: of a worker's silence, between words to the database
AFTER_TROUBLE = 30.0  # seconds until the next try when the database or the disk was away
COMMAND = (sys.executable, "-m", "app.batch.worker")
log = structlog.get_logger()


class Broken(Exception):
    """The worker ended without its last word."""


async def enqueue(batch: Batch) -> None:
    """Has a batch packed; in the caller's transaction."""
    await jobs.enqueue(KIND, {"batch": str(batch.id)}, unique=f"{KIND} {batch.id}")


async def pack_again(batch: Batch) -> None:
    """Has the files of a made batch packed once more: they were lost, or packing failed."""
    if batch.made_at:
        async with transaction():
            await Batch.filter(id=batch.id).update(packed_at=None, failed_at=None, done=0)
            await enqueue(batch)


async def give_up(job: Job) -> None:
    """A batch whose job failed says so, until somebody has it packed again."""
    await Batch.to_pack().filter(id=UUID(job.payload["batch"])).update(failed_at=clock.now())


@jobs.handler(KIND, failed=give_up, most_tries=MOST_TRIES, first_wait=FIRST_WAIT)
async def pack(job: Job) -> None:
    """Packs a batch: its files have their names before it counts as packed.

    Where the database or the disk is away, no try is used up.
    """
    batch = await Batch.to_pack().get_or_none(id=UUID(job.payload["batch"]))
    drafts: dict[str, Path] = {}
    try:
        if batch:
            await _packed(job, batch, drafts)
    except (Broken, TimeoutError) as broken:
        log.warning("batch_worker_broke", job=str(job.id), said=str(broken)[-500:])
        raise RetryLater("The process that draws the codes broke off; the log says more.") from None
    except Exception as error:
        if not unavailable(error):
            raise
        raise RetryLater("The database or the disk was away.", after=AFTER_TROUBLE, counted=False) from error
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)


async def _packed(job: Job, batch: Batch, drafts: dict[str, Path]) -> None:
    """As `pack`; `drafts` are filled with what is to be dropped afterwards."""
    for ending in (file_store.ZIP, file_store.SHEET):
        drafts[ending] = file_store.draft_of(batch.id, job.fence, ending)
    unread = await _drawn(job, batch, await work_of(batch, str(drafts[file_store.ZIP]), str(drafts[file_store.SHEET])))
    if unread is None or not await _report(job, batch, len(batch.codes)):
        return
    for ending, draft in drafts.items():
        await asyncio.to_thread(draft.rename, file_store.path_of(batch.id, ending))
    await batch.packed(unread)


async def _report(job: Job, batch: Batch, done: int) -> bool:
    """Says how far the packing is; False when the batch was deleted. Raises LeaseLost when it is another's."""
    await job.report_progress(done, len(batch.codes))
    return await batch.report_progress(done)


async def work_of(batch: Batch, zip: str, sheet: str) -> dict[str, Any]:
    """What a worker needs to know: the codes, their logos, and where to write. Names of files are unlike and safe."""
    made = await codes_of(batch)
    digits = max(3, len(str(max((line for line, _ in made), default=0))))
    return {
        "zip": zip, "sheet": sheet, "options": batch.options, "logos": await _logos([code for _, code in made]),
        "codes": [
            {"line": line, "file": f"{line:0{digits}}-{code.file}"[:100], "content": code.said.content,
             "ours": code.dynamic, "design": code.design, "logo": str(code.logo_id or ""), "caption": caption(code)}
            for line, code in made
        ],
    }


def caption(code: QrCode) -> str:
    """What stands under a code on the sheet: its placement, or where it leads as people read it."""
    return code.title or (code.link.shown if code.link else code.content.split("\n")[0])


async def _logos(codes: list[QrCode]) -> dict[str, dict[str, Any]]:
    """Each logo once; one that the data directory lost is left out."""
    found = {}
    for logo in {code.logo_id: code.logo for code in codes if code.logo}.values():
        with suppress(NotFound):
            png = b64encode(await logo.read()).decode()
            found[str(logo.id)] = {"png": png, "width": logo.width, "height": logo.height}
    return found


async def _drawn(job: Job, batch: Batch, work: dict[str, Any]) -> list[int] | None:
    """Has a worker do its work; the lines it could not read, or None when the batch was deleted. Raises LeaseLost."""
    worker = await asyncio.create_subprocess_exec(
        *COMMAND, cwd=PACKAGE.parent, env={}, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE)
    feeding = asyncio.create_task(_feed(worker, json.dumps(work).encode()))
    try:
        return await _followed(job, batch, worker)
    finally:
        feeding.cancel()
        with suppress(ProcessLookupError):
            worker.kill()
        await asyncio.gather(feeding, worker.wait(), return_exceptions=True)


async def _feed(worker: asyncio.subprocess.Process, work: bytes) -> None:
    if worker.stdin:
        worker.stdin.write(work)
        await worker.stdin.drain()
        worker.stdin.close()


async def _followed(job: Job, batch: Batch, worker: asyncio.subprocess.Process) -> list[int] | None:
    if worker.stdout is None or worker.stderr is None:
        raise Broken
    said = time.monotonic()
    while line := await asyncio.wait_for(worker.stdout.readline(), PATIENCE):
        told = json.loads(line)
        if "unread" in told:
            return list(told["unread"])
        if time.monotonic() - said > BEAT:
            said = time.monotonic()
            if not await _report(job, batch, told["done"]):
                return None
    why = (await worker.stderr.read()).decode(errors="replace")
    if os.strerror(errno.ENOSPC) in why.rpartition("OSError")[2]:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    raise Broken(why)


async def sweep() -> None:
    """Deletes batches whose day is over, and their files; has those packed that a restored backup brought unpacked."""
    for batch in await Batch.to_pack().filter(failed_at=None):
        await enqueue(batch)
    for batch in await Batch.expired():
        await batch.drop()
        await asyncio.to_thread(file_store.drop, batch.id)
    await asyncio.to_thread(file_store.drop_forgotten)
