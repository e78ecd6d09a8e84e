"""Live streams of new visits, with few database queries however many streams are open.

All streams of one scope share a poller, which runs only while a stream is open. Each stream holds a seat
(app/accounts/stream_seats.py).
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from app.accounts import stream_seats
from app.accounts.stream_seats import StreamSeat
from app.analytics import subject
from app.analytics.subject import Subject, VisitedTarget
from app.kernel import clock
from app.visits.reports import visit_list
from app.visits.visit import Visit, first_id

BATCH = 200  # visits of one poll
VisitAndTarget = tuple[Visit, VisitedTarget | None]


class Poller:
    """Polls for new visits of one scope and keeps the last BATCH of them, each with the link or page it was to."""

    def __init__(self, report_subject: Subject, after: int) -> None:
        self.report_subject, self.listeners = report_subject, 0
        now_id = first_id(int(clock.now().timestamp() * 1000))
        self.since = self.last = min(after, now_id)  # `after` comes from the client
        self.news: deque[VisitAndTarget] = deque(maxlen=BATCH)
        self.arrived = asyncio.Event()
        self.task: asyncio.Task[None] | None = None

    async def run(self) -> None:
        """Polls every POLL_INTERVAL seconds until it is cancelled."""
        await stream_seats.repeat(self.look)

    async def look(self) -> None:
        """Loads the visits since the last poll and wakes the streams."""
        new = await load_new_visits(self.report_subject, self.last)
        if new:
            self.last = new[-1][0].id
            self.news.extend(new)
            self.arrived.set()
            self.arrived = asyncio.Event()

    async def after(self, id: int) -> list[VisitAndTarget]:
        """Returns the visits with ids above `id`, oldest first. It queries the database only for visits from before
        this poller started.
        """
        if id < self.since:
            return [entry for entry in await load_new_visits(self.report_subject, id) if entry[0].id <= self.last]
        return [entry for entry in self.news if entry[0].id > id]


_pollers: dict[str, Poller] = {}


@asynccontextmanager
async def shared_poller(seat: StreamSeat, report_subject: Subject, after: int) -> AsyncGenerator[Poller]:
    """Context manager of a stream: yields the poller of its scope, and frees the seat at the end."""
    poller = _pollers.get(report_subject.name)
    if poller is None or poller.task is None or poller.task.done():
        poller = _pollers[report_subject.name] = Poller(report_subject, after)
        poller.task = asyncio.create_task(poller.run(), name=f"visits of {report_subject.name}")
    poller.listeners += 1
    try:
        async with stream_seats.occupied(seat):
            yield poller
    finally:
        poller.listeners -= 1
        if not poller.listeners and poller.task is not None:
            poller.task.cancel()
            if _pollers.get(report_subject.name) is poller:
                del _pollers[report_subject.name]


async def load_new_visits(report_subject: Subject, after: int) -> list[VisitAndTarget]:
    """Returns the newest visits of a scope with ids above `after`, at most BATCH, oldest first."""
    visits = await visit_list.latest(await report_subject.scope(), after, BATCH)
    keys = [] if report_subject.link else [visit.link for visit in visits]
    links = await subject.load_links_and_pages(report_subject.account, keys)
    return [(visit, links.get(visit.link)) for visit in reversed(visits)]
