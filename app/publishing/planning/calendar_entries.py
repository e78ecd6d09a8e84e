"""The posts of the days that the calendar shows. The variants of a post at one time are one entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import clock
from app.publishing.planning.calendar_span import CalendarSpan
from app.publishing.posts import phases
from app.publishing.posts.phase_looks import LOOKS, PhaseLook, most_urgent
from app.publishing.posts.planning_actions import MOVABLE
from app.publishing.posts.post_title import title_of
from app.publishing.posts.post_variant import PostVariant

MOST_ENTRIES = 1_000  # variants on one page; further ones are counted
AT_ONE_TIME = 50  # variants of a post, one for each connection
COLUMNS = ("post_id", "due_at", "network", "phase", "text", "post__text")


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A post at one time: `networks` are the names of its variants' networks, `look` that of the most urgent phase."""

    post_id: UUID
    at: datetime
    title: str
    networks: tuple[str, ...]
    look: PhaseLook
    movable: bool


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """The entries of each local day, and how many variants were left out because there are too many."""

    by_day: Mapping[date, Sequence[CalendarEntry]]
    left_out: int = 0


async def calendar_page(account: Account, span: CalendarSpan) -> CalendarPage:
    """Returns the entries of the shown days in the account's time zone, each day's in the order of their times."""
    matches = _matches(account, span)
    rows = await matches.order_by("due_at", "id").limit(MOST_ENTRIES).values_list(*COLUMNS)
    zone, by_day = ZoneInfo(account.time_zone), dict[date, list[CalendarEntry]]()
    for entry in _entries(rows):
        by_day.setdefault(entry.at.astimezone(zone).date(), []).append(entry)
    return CalendarPage(by_day, await matches.count() - len(rows) if len(rows) == MOST_ENTRIES else 0)


async def upcoming_entries(account: Account, most: int) -> list[CalendarEntry]:
    """Returns the first entries that are still to go out, in the order of their times."""
    coming = PostVariant.owned_by(account).filter(due_at__gt=clock.now(), phase__in=list(MOVABLE))
    rows = coming.order_by("due_at", "id").limit(most * AT_ONE_TIME)
    return _entries(await rows.values_list(*COLUMNS))[:most]


def _entries(rows: Iterable[tuple[Any, ...]]) -> list[CalendarEntry]:
    """Puts variants of a post that are due at one moment together; `rows` have COLUMNS and are in their order."""
    grouped: dict[tuple[UUID, datetime], list[tuple[str, str, str]]] = {}
    for post_id, due_at, network, phase, text, post_text in rows:
        grouped.setdefault((post_id, due_at), []).append((network, phase, text or post_text))
    return [_entry(post_id, due_at, variants) for (post_id, due_at), variants in grouped.items()]


def _matches(account: Account, span: CalendarSpan) -> QuerySet[PostVariant]:
    """The variants that are due on the shown days; cancelled ones are not among them."""
    start, end = span.bounds(account.time_zone)
    matches = PostVariant.owned_by(account).filter(due_at__gte=start, due_at__lt=end).exclude(phase=phases.CANCELLED)
    return matches.filter(connection_id=span.connection) if span.connection else matches


def _entry(post_id: UUID, at: datetime, variants: Sequence[tuple[str, str, str]]) -> CalendarEntry:
    present = [phase for _network, phase, _text in variants]
    networks = tuple(sorted({network for network, _phase, _text in variants}))
    return CalendarEntry(
        post_id, at, title_of(variants[0][2]), networks, LOOKS[most_urgent(present)], MOVABLE.issuperset(present)
    )


def same_time_on_day(at: datetime, day: date, zone: str) -> datetime:
    """Returns the moment with the same local time of day on another day; a skipped time is moved forward."""
    place = ZoneInfo(zone)
    local = at.astimezone(place)
    moved = datetime.combine(day, local.time(), tzinfo=place)
    return moved.astimezone(UTC)
