"""Settles requests whatever happens to the task that made them.

A settlement runs in a task of its own, which a client that hangs up cannot cancel. When the server stops, the requests
that still run are ended and settled before the database is closed; what a crash leaves behind, the reaper settles.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import structlog

from app.gateway.contents.content_store import keep_content
from app.gateway.contents.transcript import Transcript
from app.gateway.metering.call import Outcome, Reservation
from app.gateway.metering.settlement import settle
from app.kernel import installation
from app.kernel.problem_log import log_problem

PATIENCE = 5.0  # seconds
log = structlog.get_logger()


@dataclass(slots=True)
class Running:
    """The tasks of this installation that run requests to models, and those that settle them."""

    requests: set[asyncio.Task[Any]] = field(default_factory=set)
    settlements: set[asyncio.Task[None]] = field(default_factory=set)


def running() -> Running:
    """Returns what runs in this process."""
    return installation.current().resource(Running)


@asynccontextmanager
async def requests_settled() -> AsyncGenerator[None]:
    """Ends the requests that still run after the block, however it ends, and waits until all are settled."""
    try:
        yield
    finally:
        tasks = running()
        for task in tasks.requests:
            task.cancel()
        for pending in (set(tasks.requests), tasks.settlements):
            if pending:
                await asyncio.wait(pending, timeout=PATIENCE)


async def settle_surely(reservation: Reservation, outcome: Outcome, transcript: Transcript | None = None) -> None:
    """Settles a request, also when the task that calls this is cancelled meanwhile, and keeps its content."""
    tasks = running().settlements
    task = asyncio.create_task(_settle(reservation, outcome, transcript), name="settlement")
    tasks.add(task)
    task.add_done_callback(tasks.discard)
    await asyncio.shield(task)


async def _settle(reservation: Reservation, outcome: Outcome, transcript: Transcript | None) -> None:
    """Settles a request and then keeps its content; neither failure reaches the client, whose answer is out."""
    try:
        await settle(reservation, outcome)
    except Exception as error:  # the request was answered; the reaper settles it
        log_problem("request_not_settled", error, request=reservation.request_id)
    if transcript is not None:
        try:
            await keep_content(reservation, transcript)
        except Exception as error:  # its message may quote the content
            log.warning("content_not_kept", request=reservation.request_id, problem=type(error).__name__)
