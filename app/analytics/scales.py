"""The geometry of the charts: curves, scales, changes and shades, from figures alone."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from app.web.sparkline import monotone

WIDTH, HEIGHT, SHADES = 1000, 240, 9


@dataclass(frozen=True, slots=True)
class Curve:
    """A series on a WIDTH x HEIGHT canvas: its line, the area below, and how far from the top each value is in %."""

    line: str
    area: str
    depths: list[float]


@dataclass(frozen=True, slots=True)
class Change:
    """Against the period before. `percent` is absolute; None where there is nothing to compare with."""

    up: bool
    percent: int | None


def nice_max(value: int) -> int:
    """The top of a scale that holds `value`: a round number whose quarters are whole."""
    if value <= 4:
        return 4
    step: int = 10 ** math.floor(math.log10(value / 4))
    factors = (1, 2, 3, 5, 10) if step == 1 else (1, 2, 2.5, 5, 10)
    return int(next(step * factor * 4 for factor in factors if step * factor * 4 >= value))


def ticks(top: int) -> list[int]:
    """The five marks of a scale, from the top down."""
    return [top * quarters // 4 for quarters in range(4, -1, -1)]


def curve(values: Sequence[int], top: int) -> Curve:
    """The curve of one series; a single value has no line, only a depth."""
    across = WIDTH / (len(values) - 1) if len(values) > 1 else 0
    line = monotone([(at * across, HEIGHT - value / top * HEIGHT) for at, value in enumerate(values)])
    area = f"{line}L{WIDTH},{HEIGHT}L0,{HEIGHT}Z" if line else ""
    return Curve(line, area, [round(100 - value / top * 100, 1) for value in values])


def change(now: int, before: int) -> Change | None:
    """How a figure changed; None where it did not."""
    if now == before:
        return None
    if not before:
        return Change(True, None)
    percent = round(abs(now - before) / before * 100)
    return Change(now > before, percent) if percent else None


def shade(value: int, most: int) -> int:
    """0 for nothing, else 1 to SHADES."""
    return math.ceil(value / most * SHADES) if most else 0


def marked(count: int, most: int = 5) -> set[int]:
    """Which of `count` points get a mark below the axis: about evenly spaced, the first and the last always."""
    return set(range(count)) if count <= most + 2 else {round(at * (count - 1) / (most - 1)) for at in range(most)}
