"""Scales of charts: round tops, the values and labels on an axis, and changes in percent."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """The change against the period before. `percent` is without sign; None when the period before has no visits."""

    up: bool
    percent: int | None


def nice_max(value: int) -> int:
    """Returns the top of a scale for `value`: a round number that four divides."""
    if value <= 4:
        return 4
    step: int = 10 ** math.floor(math.log10(value / 4))
    factors = (1, 2, 3, 5, 10) if step == 1 else (1, 2, 2.5, 5, 10)
    return int(next(step * factor * 4 for factor in factors if step * factor * 4 >= value))


def ticks(top: int) -> list[int]:
    """Returns the five values on an axis, from the top down."""
    return [top * quarters // 4 for quarters in range(4, -1, -1)]


def axis_label_indices(count: int, most: int = 5) -> set[int]:
    """Returns the indices of the points with an axis label: evenly spaced, the first and last always included."""
    if count <= most + 2:
        return set(range(count))
    return {round(index * (count - 1) / (most - 1)) for index in range(most)}


def change_since(now: int, before: int) -> Change | None:
    """Returns the change from `before` to `now`; None when there is none or it rounds to 0 %."""
    if now == before:
        return None
    if not before:
        return Change(True, None)
    percent = round(abs(now - before) / before * 100)
    return Change(now > before, percent) if percent else None
