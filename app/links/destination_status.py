"""Says in words, for a list and for programs, what the check of destinations saw."""

from __future__ import annotations

from collections.abc import Sequence

from app.kernel.i18n import gettext as _
from app.links.destination_check import OK, OUTCOMES, DestinationCheck
from app.links.models import Link

BROKEN_STATE, OK_STATE, UNCLEAR_STATE, WAITING_STATE = "broken", "ok", "unclear", "waiting"
WORST_FIRST = (BROKEN_STATE, UNCLEAR_STATE, WAITING_STATE, OK_STATE)


def describe(row: DestinationCheck) -> str:
    """Returns a sentence about what the last visit saw; empty before the first visit."""
    return _(OUTCOMES[row.outcome]) % {"status": row.status or ""} if row.outcome else ""


def state_of(row: DestinationCheck) -> str:
    """Returns whether an address is broken, fine, neither known, or waits for its first visit."""
    if row.checked_at is None:
        return WAITING_STATE
    if row.is_broken:
        return BROKEN_STATE
    return OK_STATE if row.outcome == OK else UNCLEAR_STATE


def known_checks(link: Link) -> Sequence[DestinationCheck]:
    """Returns the rows of a link where they were fetched with it, and none where they were not."""
    checks = link.checks
    return list(checks) if checks._fetched else []


def worst_check(link: Link) -> DestinationCheck | None:
    """Returns the row that says most against a link whose rows are fetched; None before the first visit."""
    visited = [row for row in known_checks(link) if row.checked_at is not None]
    return min(visited, key=lambda row: WORST_FIRST.index(state_of(row)), default=None)
