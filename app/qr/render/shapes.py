"""Closed outlines in module units, y downwards: the vocabulary that every file format of a code shares."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

KAPPA = 0.5522847498  # how far a cubic curve's handles reach to pass for a quarter of a circle
ALONG = {(1, 0): (0, 1), (0, 1): (-1, 0), (-1, 0): (0, -1), (0, -1): (1, 0)}  # each direction's right turn

Point = tuple[float, float]


class Step(NamedTuple):
    """One step of an outline: `M` to a point, `L` to a point, `C` by two handles to a point, `Z` back to the start."""

    kind: str
    points: tuple[Point, ...] = ()


Path = list[Step]


def rectangle(x: float, y: float, width: float, height: float, radius: float = 0) -> Path:
    """A rectangle, its corners rounded by `radius` (at most half of its shorter side)."""
    r = min(radius, width / 2, height / 2)
    corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    return polygon(corners, r)


def circle(x: float, y: float, diameter: float) -> Path:
    """A circle that fills the square whose upper left corner is x, y."""
    return rectangle(x, y, diameter, diameter, diameter / 2)


def polygon(corners: Sequence[Point], radius: float = 0) -> Path:
    """A closed outline through `corners`, each rounded by `radius`, for which its sides have to be level or upright."""
    return _outline(corners, [radius] * len(corners))


def modules(dark: Callable[[int, int], bool], size: int, left: float, top: float, radius: float) -> Path:
    """The outlines of all dark modules of a square of `size`, its upper left corner at left, top.

    Neighbours melt together, so that no seam shows at any scale. A corner whose two sides are free is rounded by
    `radius` (0 to 0.5); modules that only touch at a corner stay apart.
    """
    edges = _edges(dark, size)
    path: Path = []
    while edges:
        corners, convex = _ring(edges)
        shifted = [(left + x, top + y) for x, y in corners]
        path += _outline(shifted, [radius if out else 0.0 for out in convex])
    return path


def dots(dark: Callable[[int, int], bool], size: int, left: float, top: float, diameter: float) -> Path:
    """A dot in the middle of every dark module; `diameter` 1 is as wide as a module."""
    dot = circle(left + (1 - diameter) / 2, top + (1 - diameter) / 2, diameter)
    return [Step(kind, tuple((px + x, py + y) for px, py in points))
            for y in range(size) for x in range(size) if dark(x, y) for kind, points in dot]


def _edges(dark: Callable[[int, int], bool], size: int) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """Where each side between dark and light starts and which way it runs, the dark on its right."""
    edges: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for y in range(size):
        for x in range(size):
            if dark(x, y):
                for start, way, beyond in _sides(x, y):
                    if not dark(*beyond):
                        edges.setdefault(start, []).append(way)
    return edges


def _sides(x: int, y: int) -> Iterator[tuple[tuple[int, int], tuple[int, int], tuple[int, int]]]:
    yield (x, y), (1, 0), (x, y - 1)
    yield (x + 1, y), (0, 1), (x + 1, y)
    yield (x + 1, y + 1), (-1, 0), (x, y + 1)
    yield (x, y + 1), (0, -1), (x - 1, y)


def _ring(edges: dict[tuple[int, int], list[tuple[int, int]]]) -> tuple[list[tuple[int, int]], list[bool]]:
    """Takes one closed outline out of `edges`: its corners, and of each whether it is a corner of the dark."""
    start = at = next(iter(edges))
    way = first = edges[at][0]
    corners: list[tuple[int, int]] = []
    convex: list[bool] = []
    while True:
        at = (at[0] + way[0], at[1] + way[1])
        turned = _next(edges[at], way)
        if turned != way:
            corners.append(at)
            convex.append(turned == ALONG[way])
        edges[at].remove(turned)
        if not edges[at]:
            del edges[at]
        if (at, turned) == (start, first):
            return corners, convex
        way = turned


def _next(ways: list[tuple[int, int]], way: tuple[int, int]) -> tuple[int, int]:
    """Round the same module where two touch at a corner."""
    return ALONG[way] if ALONG[way] in ways else ways[0]


def _outline(corners: Sequence[Point], radii: Sequence[float]) -> Path:
    path: Path = []
    for index, (corner, radius) in enumerate(zip(corners, radii, strict=True)):
        if not radius:
            path.append(Step("L", (corner,)))
            continue
        before, after = corners[index - 1], corners[(index + 1) % len(corners)]
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        if not path or path[-1].points[-1] != start:
            path.append(Step("L", (start,)))
        handle = radius * (1 - KAPPA)
        path.append(Step("C", (_towards(corner, before, handle), _towards(corner, after, handle), end)))
    return [Step("M", path[0].points), *path[1:], Step("Z")]


def _towards(start: Point, end: Point, distance: float) -> Point:
    """The point `distance` from `start` on the straight line, level or upright, to `end`."""
    across, down = end[0] - start[0], end[1] - start[1]
    return (start[0] + (distance if across > 0 else -distance if across < 0 else 0),
            start[1] + (distance if down > 0 else -distance if down < 0 else 0))
