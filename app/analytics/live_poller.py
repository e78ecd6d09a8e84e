"""Live streams of new visits, with few database queries however many streams are open.

All streams of one scope share a poller, and one task checks the sessions of all streams. Both run only while a stream
is open. Each stream holds a seat: an account has at most MOST seats in a process, and a seat is closed when its session
ends, or its user is no longer a member of the account.
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

from app.accounts.models import Account, Membership, Session
from app.analytics import subject
from app.analytics.subject import Subject, VisitedTarget
from app.kernel import clock
from app.kernel.refusal import N_, Refusal
from app.kernel.transient_errors import is_unavailable
from app.visits.reports import visit_list
from app.visits.visit import Visit, first_id

MAX_STREAMS, POLL_INTERVAL, BATCH = 10, 1.5, 200  # streams of an account; seconds between two polls; visits of one poll
SEAT_TIMEOUT = 10.0  # seconds after which a seat without a stream is freed: its browser disconnected before it began
log = structlog.get_logger()
VisitAndTarget = tuple[Visit, VisitedTarget | None]


class TooManyStreams(Refusal):
    """Raised when an account has MOST open streams in this process."""

    code = "RATE_LIMITED"
    says = N_("Live visits are shown in %(most)s of your open pages already. Close one, then load this page again.")


@dataclass(slots=True, eq=False)
class StreamSeat:
    """The right to one stream. `open` turns False when its session ends or its user leaves the account."""

    account: UUID
    session: UUID
    taken_at: float = field(default_factory=time.monotonic)
    begun: bool = False
    open: bool = True


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
        """Polls every EVERY seconds until it is cancelled."""
        await _repeat(self.look)

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
_seats: set[StreamSeat] = set()
_session_check: asyncio.Task[None] | None = None


def take_seat(session: Session, account: Account) -> StreamSeat:
    """Reserves a seat for a stream of an account in this session.

    Raises: TooManyStreams.
    """
    now = time.monotonic()
    for seat in [seat for seat in _seats if not seat.begun and now - seat.taken_at > SEAT_TIMEOUT]:
        free_seat(seat)
    if sum(seat.account == account.id for seat in _seats) >= MAX_STREAMS:
        raise TooManyStreams(most=MAX_STREAMS, retry_after=60)
    seat = StreamSeat(account.id, session.id)
    _seats.add(seat)
    return seat


def free_seat(seat: StreamSeat) -> None:
    """Frees a seat. It does nothing for a seat that is free already."""
    _seats.discard(seat)
    if not _seats and _session_check is not None:
        _session_check.cancel()


@asynccontextmanager
async def shared_poller(seat: StreamSeat, report_subject: Subject, after: int) -> AsyncGenerator[Poller]:
    """Context manager of a stream: yields the poller of its scope, and frees the seat at the end."""
    global _session_check
    seat.begun = True
    if _session_check is None or _session_check.done():
        _session_check = asyncio.create_task(_repeat(close_seats_of_ended_sessions), name="sessions of streams")
    poller = _pollers.get(report_subject.name)
    if poller is None or poller.task is None or poller.task.done():
        poller = _pollers[report_subject.name] = Poller(report_subject, after)
        poller.task = asyncio.create_task(poller.run(), name=f"visits of {report_subject.name}")
    poller.listeners += 1
    try:
        yield poller
    finally:
        free_seat(seat)
        poller.listeners -= 1
        if not poller.listeners and poller.task is not None:
            poller.task.cancel()
            if _pollers.get(report_subject.name) is poller:
                del _pollers[report_subject.name]


async def load_new_visits(report_subject: Subject, after: int) -> list[VisitAndTarget]:
    """Returns the newest visits of a scope with ids above `after`, at most BATCH, oldest first."""
    visits = await visit_list.latest(await report_subject.scope(), after, BATCH)
    keys = [] if report_subject.link else [visit.link for visit in visits]
    links = await subject.load_targets(report_subject.account, keys)
    return [(visit, links.get(visit.link)) for visit in reversed(visits)]


async def close_seats_of_ended_sessions() -> None:
    """Closes the seats whose session has ended, by signing out, by expiry or by a password change, and those of people
    who are no longer members of the account.
    """
    open_at_first = {(seat.account, seat.session) for seat in _seats}
    members: set[tuple[UUID, UUID]] = set()
    if open_at_first:
        accounts, sessions = map(set, zip(*open_at_first, strict=True))
        live = Membership.filter(account_id__in=accounts, user__sessions__id__in=sessions)
        live = live.filter(user__sessions__expires_at__gt=clock.now())
        members = {*await live.values_list("account_id", "user__sessions__id")}
    for seat in _seats:
        place = seat.account, seat.session
        seat.open = seat.open and (place in members or place not in open_at_first)


async def _repeat(work: Callable[[], Awaitable[None]]) -> None:
    """Runs `work` every EVERY seconds. Errors of an unreachable database are logged and the work is tried again."""
    while True:
        try:
            await work()
        except Exception as problem:
            if not is_unavailable(problem):
                raise
            log.warning("streams_wait", problem=str(problem)[:200])
        await asyncio.sleep(POLL_INTERVAL)
