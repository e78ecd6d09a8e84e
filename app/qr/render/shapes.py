"""Closed outlines in module units, y downwards: the paths that the writers of all file formats share."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

KAPPA = 0.5522847498  # how far a cubic curve's handles reach to pass for a quarter of a circle
RIGHT_TURN = {(1, 0): (0, 1), (0, 1): (-1, 0), (-1, 0): (0, -1), (0, -1): (1, 0)}

Point = tuple[float, float]


class Step(NamedTuple):
    """One step of an outline: `M` moves to a point, `L` draws a line to it, `C` a cubic curve with two handles, `Z`
    closes.
    """

    kind: str
    points: tuple[Point, ...] = ()


Path = list[Step]


def rectangle(x: float, y: float, width: float, height: float, radius: float = 0) -> Path:
    """A rectangle, its corners rounded by `radius` (at most half of its shorter side)."""
    r = min(radius, width / 2, height / 2)
    corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    return polygon(corners, r)


def circle(x: float, y: float, diameter: float) -> Path:
    """The circle that fills the square whose upper left corner is x, y."""
    return rectangle(x, y, diameter, diameter, diameter / 2)


def polygon(corners: Sequence[Point], radius: float = 0) -> Path:
    """A closed outline through `corners`, each rounded by `radius`; rounding requires horizontal and vertical sides."""
    return _outline(corners, [radius] * len(corners))


def outline_modules(dark: Callable[[int, int], bool], size: int, left: float, top: float, radius: float) -> Path:
    """The outlines of all dark modules of a square of `size`, its upper left corner at left, top.

    Neighbouring modules are merged, so that no seam is visible at any scale. A corner whose two sides are free is
    rounded by `radius` (0 to 0.5); modules that only touch at a corner stay separate.
    """
    edges = _edges(dark, size)
    path: Path = []
    while edges:
        corners, convex = _take_outline(edges)
        shifted = [(left + x, top + y) for x, y in corners]
        path += _outline(shifted, [radius if is_convex else 0.0 for is_convex in convex])
    return path


def outline_dots(dark: Callable[[int, int], bool], size: int, left: float, top: float, diameter: float) -> Path:
    """A dot in the middle of every dark module; a `diameter` of 1 is the width of a module."""
    dot = circle(left + (1 - diameter) / 2, top + (1 - diameter) / 2, diameter)
    return [
        Step(kind, tuple((px + x, py + y) for px, py in points))
        for y in range(size)
        for x in range(size)
        if dark(x, y)
        for kind, points in dot
    ]


def _edges(dark: Callable[[int, int], bool], size: int) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """The sides between dark and light: the directions of those that start at each point, with dark on the right."""
    edges: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for y in range(size):
        for x in range(size):
            if dark(x, y):
                for start, direction, neighbour in _sides(x, y):
                    if not dark(*neighbour):
                        edges.setdefault(start, []).append(direction)
    return edges


def _sides(x: int, y: int) -> Iterator[tuple[tuple[int, int], tuple[int, int], tuple[int, int]]]:
    """The four sides of a module: start, direction, and the neighbour on the other side."""
    yield (x, y), (1, 0), (x, y - 1)
    yield (x + 1, y), (0, 1), (x + 1, y)
    yield (x + 1, y + 1), (-1, 0), (x, y + 1)
    yield (x, y + 1), (0, -1), (x - 1, y)


def _take_outline(edges: dict[tuple[int, int], list[tuple[int, int]]]) -> tuple[list[tuple[int, int]], list[bool]]:
    """Remove one closed outline from `edges`: returns its corners, and for each whether it is convex."""
    start = point = next(iter(edges))
    direction = first_direction = edges[point][0]
    corners: list[tuple[int, int]] = []
    convex: list[bool] = []
    while True:
        point = (point[0] + direction[0], point[1] + direction[1])
        next_direction = _next_direction(edges[point], direction)
        if next_direction != direction:
            corners.append(point)
            convex.append(next_direction == RIGHT_TURN[direction])
        edges[point].remove(next_direction)
        if not edges[point]:
            del edges[point]
        if (point, next_direction) == (start, first_direction):
            return corners, convex
        direction = next_direction


def _next_direction(directions: list[tuple[int, int]], direction: tuple[int, int]) -> tuple[int, int]:
    """The next direction: a right turn, round the same module, where two modules touch at a corner."""
    return RIGHT_TURN[direction] if RIGHT_TURN[direction] in directions else directions[0]


def _outline(corners: Sequence[Point], radii: Sequence[float]) -> Path:
    """The path through `corners`, each rounded by its radius."""
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
    """The point at `distance` from `start` on the horizontal or vertical line to `end`."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    return (
        start[0] + (distance if dx > 0 else -distance if dx < 0 else 0),
        start[1] + (distance if dy > 0 else -distance if dy < 0 else 0),
    )
