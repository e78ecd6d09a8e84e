"""Sends letters beside everything else, so that a slow or dead mail server slows nobody. No address is ever logged."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress

import structlog

from app.kernel import installation
from app.kernel.mail_settings import Backend, Server
from app.mail import resend, smtp
from app.mail.errors import Returned, Unreachable
from app.mail.models import Letter

EVERY, FEW, LAST_WORDS = 10.0, 50, 5.0  # EVERY: also how long one waits whose transaction ended after the wake
log = structlog.get_logger()
_written = asyncio.Event()
_pool = ThreadPoolExecutor(1, "mail")  # a hanging server takes this thread, and no other


def wake() -> None:
    """There is a letter."""
    _written.set()


async def send_due() -> int:
    """Sends what is due; returns how many left. When the way out is closed, the rest is left for later."""
    sent, backend = 0, installation.current().mail_backend
    if backend is None:
        return sent
    for letter in await Letter.due().limit(FEW):
        if not await letter.claim():
            continue
        try:
            await asyncio.get_running_loop().run_in_executor(_pool, carry, backend, letter)
        except Returned as returned:
            await _failed(letter, for_good=returned.for_good)
        except Unreachable as closed:
            await _failed(letter, after=closed.after)
            break
        else:
            await letter.sent()
            sent += 1
    return sent


def carry(backend: Backend, letter: Letter) -> None:
    """Hands a letter over, waiting for the answer. Raises Unreachable and Returned."""
    if isinstance(backend, Server):
        smtp.send(backend, letter)
    else:
        resend.send(backend, letter)


@asynccontextmanager
async def sending() -> AsyncGenerator[None]:
    """Sends letters beside a block; at its end, the one under way has a moment to arrive."""
    global _written
    _written, ended = asyncio.Event(), asyncio.Event()  # of this loop
    task = asyncio.create_task(_run(ended), name="mail")
    try:
        yield
    finally:
        ended.set()
        _written.set()
        await asyncio.wait({task}, timeout=LAST_WORDS)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _run(ended: asyncio.Event) -> None:
    while not ended.is_set():
        _written.clear()
        try:
            await send_due()
        except Exception:
            log.exception("mail_failed")
        with suppress(TimeoutError):
            async with asyncio.timeout(EVERY):
                await _written.wait()


async def _failed(letter: Letter, *, for_good: bool = False, after: float = 0) -> None:
    given_up = await letter.fail(for_good=for_good, after=after)
    log.warning("mail_given_up" if given_up else "mail_not_sent", letter=str(letter.id), kind=letter.kind,
                tries=letter.tries)
