"""Packs batches, one at a time, beside what the server does: a worker draws, this tells the database how far it is.

A batch whose packer fell silent (the server was stopped, or its machine) is begun again by whoever runs next.
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

POLL, PATIENCE, BEAT = 5.0, 40.0, 0.5  # seconds: between looks, of a worker's silence, between words to the database
AFTER_TROUBLE = 30.0  # seconds until the next look when the database or the disk was away
COMMAND = (sys.executable, "-m", "app.batch.worker")
log = structlog.get_logger()
_asked = asyncio.Event()


class Broken(Exception):
    """The worker ended without its last word."""


def kick() -> None:
    """A batch waits to be packed: looks for it at once."""
    _asked.set()


@asynccontextmanager
async def packing() -> AsyncGenerator[None]:
    """Packs whatever waits, beside a block. What is unfinished when that ends is left to the next who runs."""
    task = asyncio.create_task(_run(), name="packing")
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _run() -> None:
    global _asked
    _asked = asyncio.Event()  # of this loop
    while True:
        wait = POLL
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
                await _asked.wait()
        _asked.clear()


async def pack(batch: Batch) -> bool:
    """Packs a batch that was claimed: its files have their names before it counts as packed. False when it is not.

    Raises OSError where the disk has no room: the batch waits for that, and no try of it is used up.
    """
    drafts: dict[str, Path] = {}
    try:
        return await _packed(batch, drafts)
    except (Broken, TimeoutError) as broken:
        log.warning("batch_worker_broke", batch=str(batch.id), said=str(broken)[-500:])
        await batch.release(tried=True)
        return False
    except (asyncio.CancelledError, OSError) as error:
        if not isinstance(error, OSError) or unavailable(error):
            await batch.release(tried=False)  # for who comes next, or when the disk has room again
        raise
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)


async def _packed(batch: Batch, drafts: dict[str, Path]) -> bool:
    """As `pack`; `drafts` are filled with what is to be dropped afterwards."""
    for ending in (file_store.ZIP, file_store.SHEET):
        drafts[ending] = file_store.draft_of(batch.id, batch.tries, ending)
    unread = await _drawn(batch, await job_of(batch, str(drafts[file_store.ZIP]), str(drafts[file_store.SHEET])))
    if unread is None or not await batch.beat(len(batch.codes)):
        return False
    for ending, draft in drafts.items():
        await asyncio.to_thread(draft.rename, file_store.path_of(batch.id, ending))
    return await batch.packed(unread)


async def job_of(batch: Batch, zip: str, sheet: str) -> dict[str, Any]:
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


async def _drawn(batch: Batch, job: dict[str, Any]) -> list[int] | None:
    """Has a worker do the job; the lines it could not read, or None when the batch is gone or another's."""
    worker = await asyncio.create_subprocess_exec(
        *COMMAND, cwd=PACKAGE.parent, env={}, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE)
    feeding = asyncio.create_task(_feed(worker, json.dumps(job).encode()))
    try:
        return await _followed(batch, worker)
    finally:
        feeding.cancel()
        with suppress(ProcessLookupError):
            worker.kill()
        await asyncio.gather(feeding, worker.wait(), return_exceptions=True)


async def _feed(worker: asyncio.subprocess.Process, job: bytes) -> None:
    if worker.stdin:
        worker.stdin.write(job)
        await worker.stdin.drain()
        worker.stdin.close()


async def _followed(batch: Batch, worker: asyncio.subprocess.Process) -> list[int] | None:
    if worker.stdout is None or worker.stderr is None:
        raise Broken
    said = time.monotonic()
    while line := await asyncio.wait_for(worker.stdout.readline(), PATIENCE):
        told = json.loads(line)
        if "unread" in told:
            return list(told["unread"])
        if time.monotonic() - said > BEAT:
            said = time.monotonic()
            if not await batch.beat(told["done"]):
                return None
    why = (await worker.stderr.read()).decode(errors="replace")
    if os.strerror(errno.ENOSPC) in why.rpartition("OSError")[2]:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    raise Broken(why)


async def sweep() -> None:
    """Deletes batches whose day is over, and their files."""
    for batch in await Batch.expired():
        await batch.drop()
        await asyncio.to_thread(file_store.drop, batch.id)
    await asyncio.to_thread(file_store.drop_forgotten)
