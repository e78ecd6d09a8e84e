"""Sends queued emails in the background, so that a slow mail server delays no request. No address is ever logged."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress

import structlog

from app.kernel.mail_settings import Backend, Server
from app.mail import resend, smtp
from app.mail.errors import Returned, Unreachable
from app.mail.models import Letter

# INTERVAL is also the delay of an email whose transaction ends after the wake
INTERVAL, BATCH_SIZE, SHUTDOWN_TIMEOUT = 10.0, 50, 5.0
log = structlog.get_logger()
_backend: Backend | None = None
_queued = asyncio.Event()
_pool = ThreadPoolExecutor(1, "mail")  # one thread, so that a server that hangs blocks nothing else


def use(backend: Backend | None) -> None:
    """Sets the backend that emails are sent through. With None they stay in the database."""
    global _backend
    _backend = backend


def wake() -> None:
    """Tells the background task that a new email is queued."""
    _queued.set()


async def send_due() -> int:
    """Sends the emails that are due; returns how many were sent. Stops if the mail server cannot be reached."""
    sent = 0
    if _backend is None:
        return sent
    for letter in await Letter.due().limit(BATCH_SIZE):
        if not await letter.claim():
            continue
        try:
            await asyncio.get_running_loop().run_in_executor(_pool, carry, _backend, letter)
        except Returned as rejection:
            await _failed(letter, for_good=rejection.for_good)
        except Unreachable as failure:
            await _failed(letter, after=failure.after)
            break
        else:
            await letter.sent()
            sent += 1
    return sent


def carry(backend: Backend, letter: Letter) -> None:
    """Sends one email through the backend, blocking until it answers. Raises Unreachable and Returned."""
    if isinstance(backend, Server):
        smtp.send(backend, letter)
    else:
        resend.send(backend, letter)


@asynccontextmanager
async def sending() -> AsyncGenerator[None]:
    """Sends emails in the background while the block runs; at its end, waits a few seconds for the current one."""
    global _queued
    _queued, ended = asyncio.Event(), asyncio.Event()  # events belong to the running loop
    task = asyncio.create_task(_run(ended), name="mail")
    try:
        yield
    finally:
        ended.set()
        _queued.set()
        await asyncio.wait({task}, timeout=SHUTDOWN_TIMEOUT)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _run(ended: asyncio.Event) -> None:
    """Sends due emails until `ended` is set: after each wake, and every INTERVAL seconds."""
    while not ended.is_set():
        _queued.clear()
        try:
            await send_due()
        except Exception:
            log.exception("mail_failed")
        with suppress(TimeoutError):
            async with asyncio.timeout(INTERVAL):
                await _queued.wait()


async def _failed(letter: Letter, *, for_good: bool = False, after: float = 0) -> None:
    """Records a failed attempt in the database and in the log."""
    given_up = await letter.fail(for_good=for_good, after=after)
    log.warning("mail_given_up" if given_up else "mail_not_sent", letter=str(letter.id), kind=letter.kind,
                tries=letter.tries)
