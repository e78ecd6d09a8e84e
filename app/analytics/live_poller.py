"""Live streams of new visits, with few database queries however many streams are open.

Ids of visits tell the time of the request, but another process or machine may take an older visit in after a younger
one. So a poller looks back over the last LOOK_BACK milliseconds each time, and streams follow the order of arrival.

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
from app.kernel.background import repeat
from app.visits.reports import visit_list
from app.visits.visit import Visit, first_id

BATCH = 200  # visits of one poll
LOOK_BACK = 10_000  # milliseconds
VisitAndTarget = tuple[Visit, VisitedTarget | None]


class Poller:
    """Polls for new visits of one scope and keeps the last BATCH of them in the order in which they arrived, each with
    the link or page it was to.

    `since` is the id after which visits are new, `last` the highest one so far, `count` how many have arrived.
    """

    def __init__(self, report_subject: Subject, after: int) -> None:
        self.report_subject, self.listeners = report_subject, 0
        now_id = first_id(int(clock.now().timestamp() * 1000))
        self.since = self.last = min(after, now_id)  # `after` comes from the client
        self.count = 0
        self.news: deque[VisitAndTarget] = deque(maxlen=BATCH)
        self.arrived = asyncio.Event()
        self.task: asyncio.Task[None] | None = None
        self._seen: set[int] | None = None  # ids above those of LOOK_BACK; None before the first look

    async def run(self) -> None:
        """Polls every POLL_INTERVAL seconds until it is cancelled."""
        await repeat(self.look, stream_seats.POLL_INTERVAL, "live_feed_waits", at_once=True)

    async def look(self) -> None:
        """Loads the visits that were taken in since the last poll and wakes the streams."""
        scope = await self.report_subject.scope()
        recent = await visit_list.latest(scope, self._looks_back_to(), BATCH)
        if self._seen is None:
            self._seen = {visit.id for visit in recent if visit.id <= self.since}
        if new := [visit for visit in reversed(recent) if visit.id not in self._seen]:
            entries = await _with_targets(self.report_subject, new)
            self.last = max(self.last, new[-1].id)
            first = self._looks_back_to()
            self._seen = {id for id in (*self._seen, *(visit.id for visit in new)) if id > first}
            self.news.extend(entries)
            self.count += len(entries)
            self.arrived.set()
            self.arrived = asyncio.Event()

    async def arrived_before(self, id: int) -> list[VisitAndTarget]:
        """Returns the visits so far with ids above `id`, oldest first. It queries the database only for visits from
        before this poller started.
        """
        if id < self.since:
            visits = await visit_list.latest(await self.report_subject.scope(), id, BATCH)
            return await _with_targets(self.report_subject, visits[::-1])
        return [entry for entry in self.news if entry[0].id > id]

    def arrived_after(self, count: int) -> list[VisitAndTarget]:
        """Returns the visits that arrived after the first `count`, in that order."""
        missed = min(self.count - count, len(self.news))
        return [*self.news][len(self.news) - missed :]

    def _looks_back_to(self) -> int:
        return max(0, self.last - first_id(LOOK_BACK))


class NewsOfStream:
    """Hands the visits of a poller to one stream, each once: first those with ids above `after`, then what arrives."""

    def __init__(self, poller: Poller, after: int) -> None:
        self.poller, self.after = poller, after
        self._count: int | None = None  # of the poller's visits, as many as the stream has
        self._first: set[int] = set()  # the ids that it began with

    async def take(self) -> list[VisitAndTarget]:
        """Returns what the stream does not have yet."""
        before, self._count = self._count, self.poller.count
        if before is not None:
            return [entry for entry in self.poller.arrived_after(before) if entry[0].id not in self._first]
        entries = await self.poller.arrived_before(self.after)
        self._first = {visit.id for visit, _ in entries}
        return entries


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


async def _with_targets(report_subject: Subject, visits: list[Visit]) -> list[VisitAndTarget]:
    """Returns visits with the links and pages they were to; None where the subject is the link itself."""
    keys = [] if report_subject.link else [visit.link for visit in visits]
    links = await subject.load_links_and_pages(report_subject.account, keys)
    return [(visit, links.get(visit.link)) for visit in visits]
