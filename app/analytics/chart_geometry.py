"""Geometry of the charts: curves, and shades of the heat map."""

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


def build_curve(values: Sequence[int], top: int) -> Curve:
    """Returns the curve of a series on a scale up to `top`; a single value has no line."""
    step = WIDTH / (len(values) - 1) if len(values) > 1 else 0
    line = monotone_path([(index * step, HEIGHT - value / top * HEIGHT) for index, value in enumerate(values)])
    area = f"{line}L{WIDTH},{HEIGHT}L0,{HEIGHT}Z" if line else ""
    return Curve(line, area, [round(100 - value / top * 100, 1) for value in values])


def shade(value: int, highest: int) -> int:
    """Returns the shade of a value in the heat map: 0 for no visits, otherwise 1 to SHADES."""
    return math.ceil(value / highest * SHADES) if highest else 0
