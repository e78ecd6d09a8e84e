"""The only module that reads the current time, so that tests can replace it."""

import math
from datetime import UTC, datetime

# No stored time is earlier. SQLite reads a range of an index for `>= EARLIEST`, and none for a negated IS NULL.
EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)


def now() -> datetime:
    """Returns the current time in UTC."""
    return datetime.now(UTC)


def month_key(when: datetime | None = None) -> str:
    """Returns the UTC calendar month of `when` (default: now) as `2026-11`. API quotas are counted by this key."""
    return (when or now()).strftime("%Y-%m")


def start_of_next_month(when: datetime | None = None) -> datetime:
    """Returns 00:00:00 UTC on the first day of the month after `when` (default: now)."""
    at = when or now()
    return datetime(at.year + at.month // 12, at.month % 12 + 1, 1, tzinfo=UTC)


def seconds_to_month_end() -> int:
    """Returns the whole seconds, rounded up, until the current UTC month ends."""
    return math.ceil((start_of_next_month() - now()).total_seconds())


def format_rfc3339(when: datetime) -> str:
    """Formats a time as RFC 3339 in UTC with `Z` and whole seconds, as the JSON API writes times."""
    return when.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def time_of_row(value: datetime | str) -> datetime:
    """Returns a time that a statement computed, such as `min(due_at)`: SQLite returns it as text."""
    return datetime.fromisoformat(value) if isinstance(value, str) else value
