"""Open streams of what is happening now: however many there are, few looks at the database.

All streams of one scope listen to one poller, and one watch looks after the sessions of all. Both run only while there
is a stream. A stream holds a seat: an account has at most MOST of them in a process, and a seat ends with its session.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from uuid import UUID

import structlog

from app.accounts.models import Session
from app.analytics import subject
from app.analytics.subject import Followed, Subject
from app.kernel import clock
from app.kernel.refusal import N_, Refusal
from app.kernel.unavailable import unavailable
from app.visits import rows
from app.visits.visit import Visit, first_id

MOST, EVERY, AT_ONCE = 10, 1.5, 200  # streams of an account; seconds; visits of one look
UNUSED_FOR = 10.0  # seconds after which a seat is free whose stream never began: its browser was gone at once
log = structlog.get_logger()
News = tuple[Visit, Followed | None]


class TooManyStreams(Refusal):
    code = "RATE_LIMITED"
    says = N_("Live visits are shown in %(most)s of your open pages already. Close one, then load this page again.")


@dataclass(slots=True, eq=False)
class Seat:
    """The right to one stream; `open` until its session ended."""

    account: UUID
    session: UUID
    taken_at: float = field(default_factory=time.monotonic)
    begun: bool = False
    open: bool = True


class Poller:
    """Looks for new visits of one scope and keeps the last AT_ONCE of them, each with the link it was to."""

    def __init__(self, whose: Subject, after: int) -> None:
        self.whose, self.listeners = whose, 0
        self.since = self.last = min(after, first_id(int(clock.now().timestamp() * 1000)))  # not of days to come
        self.news: deque[News] = deque(maxlen=AT_ONCE)
        self.arrived = asyncio.Event()
        self.task: asyncio.Task[None] | None = None

    async def run(self) -> None:
        """Looks every EVERY seconds, for ever."""
        await _for_ever(self.look)

    async def look(self) -> None:
        """Takes in what came since the last look."""
        found = await look(self.whose, self.last)
        if found:
            self.last = found[-1][0].id
            self.news.extend(found)
            self.arrived.set()
            self.arrived = asyncio.Event()

    async def after(self, id: int) -> list[News]:
        """What came after a visit, oldest first; asked of the database only if this poller began later."""
        if id < self.since:
            return [one for one in await look(self.whose, id) if one[0].id <= self.last]
        return [one for one in self.news if one[0].id > id]


_pollers: dict[str, Poller] = {}
_seats: set[Seat] = set()
_watch: asyncio.Task[None] | None = None


def take(session: Session) -> Seat:
    """A seat for a stream of this session. Refusals: TooManyStreams."""
    now = time.monotonic()
    for seat in [seat for seat in _seats if not seat.begun and now - seat.taken_at > UNUSED_FOR]:
        leave(seat)
    if sum(seat.account == session.account_id for seat in _seats) >= MOST:
        raise TooManyStreams(most=MOST, retry_after=60)
    seat = Seat(session.account_id, session.id)
    _seats.add(seat)
    return seat


def leave(seat: Seat) -> None:
    """Frees a seat; twice is once."""
    _seats.discard(seat)
    if not _seats and _watch is not None:
        _watch.cancel()


@asynccontextmanager
async def listening(seat: Seat, whose: Subject, after: int) -> AsyncGenerator[Poller]:
    """The poller of a scope, for the length of a stream; the seat is free afterwards."""
    global _watch
    seat.begun = True
    if _watch is None or _watch.done():
        _watch = asyncio.create_task(_for_ever(end_with_their_sessions), name="sessions of streams")
    poller = _pollers.get(whose.name)
    if poller is None or poller.task is None or poller.task.done():
        poller = _pollers[whose.name] = Poller(whose, after)
        poller.task = asyncio.create_task(poller.run(), name=f"visits of {whose.name}")
    poller.listeners += 1
    try:
        yield poller
    finally:
        leave(seat)
        poller.listeners -= 1
        if not poller.listeners and poller.task is not None:
            poller.task.cancel()
            if _pollers.get(whose.name) is poller:
                del _pollers[whose.name]


async def look(whose: Subject, after: int) -> list[News]:
    """The newest visits of a scope after one of them, at most AT_ONCE, oldest first."""
    visits = await rows.latest(await whose.scope(), after, AT_ONCE)
    links = {} if whose.link else await subject.followed(whose.account, [visit.link for visit in visits])
    return [(visit, links.get(visit.link)) for visit in reversed(visits)]


async def end_with_their_sessions() -> None:
    """Closes the seats whose session has ended: signed out here or elsewhere, expired, or the password was changed."""
    asked = {seat.session for seat in _seats}
    live = {*await Session.live().filter(id__in=asked).values_list("id", flat=True)} if asked else set()
    for seat in _seats:
        seat.open = seat.open and (seat.session in live or seat.session not in asked)


async def _for_ever(work: Callable[[], Awaitable[None]]) -> None:
    """Does it every EVERY seconds; while the database is away, nothing is new."""
    while True:
        try:
            await work()
        except Exception as problem:
            if not unavailable(problem):
                raise
            log.warning("streams_wait", problem=str(problem)[:200])
        await asyncio.sleep(EVERY)
