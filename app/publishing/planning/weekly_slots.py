"""Weekly slots of connections: reads and replaces them, and finds the next free times of a queue.

A slot is a weekday and a minute in the account's time zone. On a day when clocks go forward, a slot in the skipped hour
is moved forward by as much as they are; when they go back, the first of the two hours counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from app.kernel import i18n
from app.kernel.db import transaction
from app.kernel.refusal import N_, InvalidRequest
from app.publishing.connections.connection import Connection
from app.publishing.planning.weekly_slot import WeeklySlot

MOST_SLOTS = 70  # of one connection: ten a day
WEEKS_AHEAD = 53
MINUTES_A_DAY = 24 * 60


class TooManySlots(InvalidRequest):
    """A connection would have more weekly slots than MOST_SLOTS. Facts: most."""

    field, says = "slots", N_("One account can have %(most)s times a week. Remove some.")


class InvalidSlot(InvalidRequest):
    """A weekday or a time that does not exist."""

    field, says = "time", N_("Write a time like 09:30 and choose at least one day.")


class Slot(NamedTuple):
    """A weekday, 0 for Monday, and a minute of the day."""

    weekday: int
    minute: int

    @property
    def time(self) -> str:
        """The time of day as people of the current language write it, such as 09:30."""
        return i18n.format_minute_of_day(self.minute)


async def slots_of(connection_id: object) -> list[Slot]:
    """Returns the slots of a connection in the order of the week."""
    rows = WeeklySlot.filter(connection_id=connection_id).order_by("weekday", "minute")
    return [Slot(*row) for row in await rows.values_list("weekday", "minute")]


async def replace_slots(connection: Connection, slots: Iterable[Slot]) -> list[Slot]:
    """Makes these the slots of a connection; repeated ones count once. Raises: InvalidSlot, TooManySlots.

    Posts that wait in the queue keep their times.
    """
    wanted = sorted(set(slots))
    if any(not (0 <= slot.weekday < 7 and 0 <= slot.minute < MINUTES_A_DAY) for slot in wanted):
        raise InvalidSlot
    if len(wanted) > MOST_SLOTS:
        raise TooManySlots(most=MOST_SLOTS)
    async with transaction():
        await Connection.filter(id=connection.id).select_for_update(no_key=True).only("id").first()
        await WeeklySlot.filter(connection_id=connection.id).delete()
        await WeeklySlot.bulk_create(
            [WeeklySlot(connection_id=connection.id, weekday=slot.weekday, minute=slot.minute) for slot in wanted]
        )
    return wanted


def times_after(slots: Sequence[Slot], after: datetime, zone: str) -> Iterator[datetime]:
    """Yields the times of the slots that come after a moment, in UTC, for about a year."""
    place = ZoneInfo(zone)
    first_day = after.astimezone(place).date() - timedelta(days=1)
    earlier = after
    for day in (first_day + timedelta(days=number) for number in range(WEEKS_AHEAD * 7)):
        of_day = {slot_time(day, slot.minute, place) for slot in slots if slot.weekday == day.weekday()}
        for moment in sorted(moment for moment in of_day if moment > earlier):
            earlier = moment
            yield moment


def slot_time(day: date, minute: int, zone: ZoneInfo) -> datetime:
    """Returns the moment of a minute of a local day, in UTC; a skipped one is moved forward."""
    local = datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=zone)
    return local.astimezone(UTC)
