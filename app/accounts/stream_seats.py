"""The rights to open event streams of an account, which end with the session and the membership.

An account has at most MAX_STREAMS seats in a process. One task checks the sessions of all streams; it runs only while a
stream is open.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from uuid import UUID

from app.accounts.models import Account, Membership, Session
from app.kernel import clock
from app.kernel.background import repeat
from app.kernel.refusal import N_, Refusal

MAX_STREAMS, POLL_INTERVAL = 10, 1.5  # streams of an account; seconds between two looks
SEAT_TIMEOUT = 10.0  # seconds after which a seat without a stream is freed: its browser disconnected before it began


class TooManyStreams(Refusal):
    """Raised when an account has MAX_STREAMS open streams in this process."""

    code = "RATE_LIMITED"
    says = N_("%(most)s of your open pages show news by themselves already. Close one, then load this page again.")


@dataclass(slots=True, eq=False)
class StreamSeat:
    """The right to one stream. `open` turns False when its session ends or its user leaves the account."""

    account: UUID
    session: UUID
    taken_at: float = field(default_factory=time.monotonic)
    begun: bool = False
    open: bool = True


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
async def occupied(seat: StreamSeat) -> AsyncGenerator[None]:
    """Context manager of a stream: its session is checked until the end, which frees the seat."""
    global _session_check
    seat.begun = True
    if _session_check is None or _session_check.done():
        _session_check = _check_again_and_again()
    try:
        yield
    finally:
        free_seat(seat)


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


def _check_again_and_again() -> asyncio.Task[None]:
    """Begins to check the sessions of streams every POLL_INTERVAL seconds."""
    checking = repeat(close_seats_of_ended_sessions, POLL_INTERVAL, "streams_wait", at_once=True)
    return asyncio.create_task(checking, name="sessions of streams")
