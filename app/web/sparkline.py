"""Smooth curves through numbers, as path data for an SVG that the page stretches."""

from collections.abc import Sequence
from itertools import pairwise

SPARK_WIDTH, SPARK_HEIGHT = 88, 28


def monotone_path(points: Sequence[tuple[float, float]]) -> str:
    """Returns a cubic path through points with growing x, without overshoot (Fritsch and Carlson 1980).

    Between equal values it is flat, so the curve never dips below zero. Returns "" for fewer than two points.
    """
    if len(points) < 2:
        return ""
    steps = [(x1 - x0, (y1 - y0) / (x1 - x0)) for (x0, y0), (x1, y1) in pairwise(points)]
    slopes = [slope for _, slope in steps]
    tangents = [slopes[0], *map(_between, slopes, slopes[1:]), slopes[-1]]
    path = f"M{_short(points[0][0])},{_short(points[0][1])}"
    for at, (width, _) in enumerate(steps):
        (x0, y0), (x1, y1), third = points[at], points[at + 1], width / 3
        ends = (x0 + third, y0 + tangents[at] * third), (x1 - third, y1 - tangents[at + 1] * third), (x1, y1)
        path += "C" + " ".join(f"{_short(x)},{_short(y)}" for x, y in ends)
    return path


def sparkline_path(values: Sequence[int]) -> str:
    """Returns the path of a curve of SPARK_WIDTH x SPARK_HEIGHT, scaled to its maximum; "" for fewer than two
    values.
    """
    if len(values) < 2:
        return ""
    top, step = max(*values, 1), (SPARK_WIDTH - 2) / (len(values) - 1)
    return monotone_path(
        [(1 + at * step, SPARK_HEIGHT - 3 - value / top * (SPARK_HEIGHT - 6)) for at, value in enumerate(values)]
    )


def _between(before: float, after: float) -> float:
    """Returns the tangent between two slopes: their harmonic mean, 0 at a peak or in a valley."""
    return 0.0 if before * after <= 0 else 2 * before * after / (before + after)


def _short(number: float) -> str:
    """Formats a coordinate with at most one decimal."""
    text = f"{number:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
