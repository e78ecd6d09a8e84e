"""Geometry of the charts: curves, axis scales, changes in percent and shades of the heat map."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from app.web.sparkline import monotone_path

WIDTH, HEIGHT, SHADES = 1000, 240, 9


@dataclass(frozen=True, slots=True)
class Curve:
    """A series as SVG paths on a canvas of WIDTH x HEIGHT: the line, the area below it, and each value's distance from
    the top in percent.
    """

    line: str
    area: str
    depths: list[float]


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


def build_curve(values: Sequence[int], top: int) -> Curve:
    """Returns the curve of a series on a scale up to `top`; a single value has no line."""
    step = WIDTH / (len(values) - 1) if len(values) > 1 else 0
    line = monotone_path([(index * step, HEIGHT - value / top * HEIGHT) for index, value in enumerate(values)])
    area = f"{line}L{WIDTH},{HEIGHT}L0,{HEIGHT}Z" if line else ""
    return Curve(line, area, [round(100 - value / top * 100, 1) for value in values])


def change_since(now: int, before: int) -> Change | None:
    """Returns the change from `before` to `now`; None when there is none or it rounds to 0 %."""
    if now == before:
        return None
    if not before:
        return Change(True, None)
    percent = round(abs(now - before) / before * 100)
    return Change(now > before, percent) if percent else None


def shade(value: int, highest: int) -> int:
    """Returns the shade of a value in the heat map: 0 for no visits, otherwise 1 to SHADES."""
    return math.ceil(value / highest * SHADES) if highest else 0


def axis_label_indices(count: int, most: int = 5) -> set[int]:
    """Returns the indices of the points with an axis label: evenly spaced, the first and last always included."""
    if count <= most + 2:
        return set(range(count))
    return {round(index * (count - 1) / (most - 1)) for index in range(most)}
