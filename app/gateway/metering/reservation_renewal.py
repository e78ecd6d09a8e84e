"""Keeps a reservation from being taken for dead while its request runs."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from app.gateway.metering.call import Reservation
from app.gateway.metering.reservation import RENEW_AFTER, renew
from app.kernel.problem_log import log_problem


@asynccontextmanager
async def kept_alive(reservation: Reservation) -> AsyncGenerator[None]:
    """Renews a reservation every ten seconds while the block runs, for requests whose answer comes in one piece."""
    tasks, loop = set[asyncio.Task[None]](), asyncio.get_running_loop()

    def begin() -> None:
        tasks.add(asyncio.create_task(_renew_again_and_again(reservation), name=f"renew {reservation.request_id}"))

    timer = loop.call_later(RENEW_AFTER.total_seconds(), begin)  # most requests end before, without a task for it
    try:
        yield
    finally:
        timer.cancel()
        for task in tasks:
            task.cancel()
            await asyncio.wait([task])


async def _renew_again_and_again(reservation: Reservation) -> None:
    """Renews a reservation every ten seconds, until its request is settled or the task is cancelled.

    What goes wrong is logged and tried again: a reservation that nobody renews is settled while its request runs.
    """
    while True:
        try:
            if not await renew(reservation, reservation.delivered):
                return
        except Exception as error:
            log_problem("reservation_not_renewed", error)
        await asyncio.sleep(RENEW_AFTER.total_seconds())
