"""Settles requests whatever happens to the task that made them, and keeps them alive while they run.

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

from app.gateway.metering.call import Outcome, Reservation
from app.gateway.metering.reservation import renew, settle
from app.kernel import installation

RENEWED_EVERY, PATIENCE = 10.5, 5.0  # seconds
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
    """Ends the requests that still run after the block, and waits until all are settled."""
    yield
    tasks = running()
    for task in tasks.requests:
        task.cancel()
    for pending in (set(tasks.requests), tasks.settlements):
        if pending:
            await asyncio.wait(pending, timeout=PATIENCE)


async def settle_surely(reservation: Reservation, outcome: Outcome) -> None:
    """Settles a request, also when the task that calls this is cancelled meanwhile."""
    tasks = running().settlements
    task = asyncio.create_task(_settle(reservation, outcome), name="settlement")
    tasks.add(task)
    task.add_done_callback(tasks.discard)
    await asyncio.shield(task)


async def _settle(reservation: Reservation, outcome: Outcome) -> None:
    try:
        await settle(reservation, outcome)
    except Exception:  # the request was answered; the reaper settles it
        log.exception("request_not_settled", request=reservation.request_id)


class Renewal:
    """Tells the database every ten seconds that a request still runs; a timer, for most requests end before the first.

    Each piece of a stream does so, too (ModelRun.next_chunk); this is for upstreams that are silent.
    """

    def __init__(self, reservation: Reservation) -> None:
        self._reservation, self._stopped = reservation, False
        self._task: asyncio.Task[None] | None = None
        self._wait()

    def stop(self) -> None:
        """Ends the renewals; one that is being written is let finish."""
        self._stopped = True
        self._timer.cancel()

    def _wait(self) -> None:
        self._timer = asyncio.get_running_loop().call_later(RENEWED_EVERY, self._begin)

    def _begin(self) -> None:
        self._task = asyncio.create_task(self._renew(), name="renewal")

    async def _renew(self) -> None:
        try:
            await renew(self._reservation, self._reservation.delivered)
        except Exception as error:  # the next one may succeed; the request goes on
            log.warning("request_not_renewed", problem=str(error)[:200])
        if not self._stopped:
            self._wait()
