"""The one place that knows what time it is, so that tests can say otherwise."""

import math
from datetime import UTC, datetime


def now() -> datetime:
    """The present moment in UTC."""
    return datetime.now(UTC)


def month(when: datetime | None = None) -> str:
    """The UTC calendar month as `2026-11`; API quotas are counted by it."""
    return (when or now()).strftime("%Y-%m")


def next_month(when: datetime | None = None) -> datetime:
    """00:00:00 UTC on the first day of the month after `when`."""
    at = when or now()
    return datetime(at.year + at.month // 12, at.month % 12 + 1, 1, tzinfo=UTC)


def seconds_left() -> int:
    """Whole seconds to the end of the UTC month."""
    return math.ceil((next_month() - now()).total_seconds())


def stamp(when: datetime) -> str:
    """RFC 3339 in UTC with `Z`, as the JSON API writes times."""
    return when.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
