"""How far the sealing of visits has come, for the metrics, the doctor and the operator's pages."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from app.kernel import clock
from app.visits import localtime
from app.visits.localtime import DAY, EPOCH, HOUR
from app.visits.sealed import manifest, seal
from app.visits.sealed.manifest import VISITS

LATE = 6 * 3_600.0  # seconds that a day may have been due to be sealed


class SealingProgress(NamedTuple):
    """How many days are over and not sealed, the last sealed day, and for how many seconds the oldest has been due."""

    open_days: int
    last_sealed: date | None
    lag: float


async def sealing_progress() -> SealingProgress:
    """Returns the current progress. Days without visits need no file and never count as open."""
    state = await manifest.load_manifest()
    ends = [file.end_day for file in state.files if file.content == VISITS]
    last_sealed = date.fromordinal(max(ends) - 1) if ends else None
    now = localtime.to_milliseconds(clock.now())
    first = await seal.first_open_day(state)
    if first is None or first >= now // DAY + EPOCH:
        return SealingProgress(0, last_sealed, 0.0)
    due = (first + 1 - EPOCH) * DAY + seal.SETTLE_HOURS * HOUR
    return SealingProgress(now // DAY + EPOCH - first, last_sealed, max(0.0, (now - due) / 1000))
