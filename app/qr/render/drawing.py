"""A code as a drawing that knows no file format: parts from back to front, in module units, y downwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, hypot, radians, sin

from app.qr.design import Design
from app.qr.render import frame, shapes
from app.qr.render.matrix import Matrix
from app.qr.render.parts import Gradient, Part, Picture
from app.qr.render.shapes import Path

FINDER = 7
# OpenCV's reader finds no code whose corners are rounder than about 1, which is why `circle` is never called good
RADII = {"square": (0.0, 0.0, 0.0), "rounded": (1.0, 0.5, 0.8), "circle": (3.5, 2.5, 1.5)}
MARGIN = 0.5  # between a logo and the modules or the edge of its backing


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture for the middle: PNG bytes, checked and re-encoded before, and its width and height in pixels."""

    png: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """`width` and `height` are in modules, `left` and `top` where the code itself begins, `modules` its side."""

    width: float
    height: float
    left: float
    top: float
    modules: int
    parts: tuple[Part, ...]
    picture: Picture | None


@dataclass(frozen=True, slots=True)
class Hole:
    """Where modules make room for a logo, in modules from the code's upper left corner."""

    x: int
    y: int
    width: int
    height: int
    shape: str

    def takes(self, x: int, y: int) -> bool:
        """Whether the module at x, y would lie under the logo or its backing."""
        if not (self.x <= x < self.x + self.width and self.y <= y < self.y + self.height):
            return False
        middle, radius = self.x + self.width / 2, self.width / 2
        across, down = (max(abs(at + 0.5 - centre) - 0.5, 0) for at, centre in ((x, middle), (y, self.y + radius)))
        return self.shape != "circle" or hypot(across, down) < radius - 0.05


def draw(matrix: Matrix, design: Design, logo: Logo | None = None) -> Drawing:
    """The code in its look. Without a `logo` the design's own wish for one is passed over."""
    setting = frame.around(matrix.size, design)
    hole = hole_for(matrix.size, design, logo)
    ink = _ink(matrix.size, design, setting.left, setting.top)
    parts = [*setting.parts, Part("modules", _modules(matrix, design, hole, setting.left, setting.top), ink)]
    parts += _corners(matrix.size, design, setting.left, setting.top, ink)
    picture = None
    if hole and logo:
        parts += _backing(hole, design, setting.left, setting.top)
        picture = _picture(hole, design, logo, setting.left, setting.top)
    return Drawing(setting.width, setting.height, setting.left, setting.top, matrix.size, tuple(parts), picture)


def hole_for(size: int, design: Design, logo: Logo | None) -> Hole | None:
    """The room of a logo in a code of `size` modules: in the middle, its longer side at most the share asked for."""
    if not (design.logo and logo):
        return None
    longer = max(logo.width, logo.height)
    width, height = (1, 1) if design.backing == "circle" else (logo.width / longer, logo.height / longer)
    across, down = (_odd(size * design.logo_share / 100 * side) for side in (width, height))
    return Hole((size - across) // 2, (size - down) // 2, across, down, design.backing)


def _odd(modules: float) -> int:
    """The largest odd number of modules that fits, so that it can stand in the middle of a code; at least 3."""
    return max(3, int((modules + 1e-9 - 1) // 2) * 2 + 1)


def _ink(size: int, design: Design, left: float, top: float) -> str | Gradient:
    if not design.gradient:
        return design.dark
    x, y = left + size / 2, top + size / 2
    if design.gradient == "radial":
        return Gradient("radial", design.dark, design.dark_to, (x, y), (x, y), hypot(size, size) / 2)
    across, down = cos(radians(design.angle)), sin(radians(design.angle))
    reach = (abs(across) + abs(down)) * size / 2
    start, end = (x - across * reach, y - down * reach), (x + across * reach, y + down * reach)
    return Gradient("linear", design.dark, design.dark_to, start, end, 0)


def _modules(matrix: Matrix, design: Design, hole: Hole | None, left: float, top: float) -> Path:
    dark = _dark(matrix, hole)
    if design.pattern == "dots":
        return shapes.dots(dark, matrix.size, left, top, design.dot_size / 100)
    return shapes.modules(dark, matrix.size, left, top, 0.5 if design.pattern == "rounded" else 0)


def _dark(matrix: Matrix, hole: Hole | None) -> Callable[[int, int], bool]:
    """Which modules are drawn as such: the dark ones outside the finder patterns and the room of the logo."""
    size, far = matrix.size, matrix.size - FINDER

    def dark(x: int, y: int) -> bool:
        if not (0 <= x < size and 0 <= y < size and matrix.rows[y][x]):
            return False
        if (x < FINDER and (y < FINDER or y >= far)) or (x >= far and y < FINDER):
            return False
        return not (hole and hole.takes(x, y))

    return dark


def _corners(size: int, design: Design, left: float, top: float, ink: str | Gradient) -> list[Part]:
    outer, inner, middle = RADII[design.corners]
    far = size - FINDER
    rings: Path = []
    centres: Path = []
    for x, y in ((left, top), (left + far, top), (left, top + far)):
        rings += shapes.rectangle(x, y, 7, 7, outer) + shapes.rectangle(x + 1, y + 1, 5, 5, inner)
        centres += shapes.rectangle(x + 2, y + 2, 3, 3, middle)
    fill = design.corner_colour or ink
    return [Part("corners", rings, fill, evenodd=True), Part("corner-centres", centres, fill)]


def _backing(hole: Hole, design: Design, left: float, top: float) -> list[Part]:
    if design.backing == "none":
        return []
    shorter = min(hole.width, hole.height)
    radius = {"square": 0, "rounded": shorter * 0.2, "circle": shorter / 2}[design.backing]
    path = shapes.rectangle(left + hole.x, top + hole.y, hole.width, hole.height, radius)
    return [Part("backing", path, design.background or "#ffffff")]


def _picture(hole: Hole, design: Design, logo: Logo, left: float, top: float) -> Picture:
    room_x, room_y = hole.width - 2 * MARGIN, hole.height - 2 * MARGIN
    scale = min(room_x / logo.width, room_y / logo.height)
    if design.backing == "circle":
        scale = min(scale, room_x / hypot(logo.width, logo.height))
    width, height = logo.width * scale, logo.height * scale
    x, y = left + hole.x + (hole.width - width) / 2, top + hole.y + (hole.height - height) / 2
    return Picture(logo.png, x, y, width, height, design.background or "#ffffff")
