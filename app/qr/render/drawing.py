"""A code as a drawing independent of file formats: parts from back to front, in module units, y downwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, hypot, radians, sin

from app.qr.design import Design
from app.qr.render import frame, shapes
from app.qr.render.drawing_elements import Gradient, Part, Picture
from app.qr.render.matrix import Matrix
from app.qr.render.shapes import Path

FINDER_SIZE = 7
MAX_PIXELS = 4000  # 34 cm at 300 dpi; larger ones take seconds and hundreds of megabytes, and PDF is better
# OpenCV's reader finds no code whose corners are rounder than about 1, which is why `circle` is never called good
CORNER_RADII = {"square": (0.0, 0.0, 0.0), "rounded": (1.0, 0.5, 0.8), "circle": (3.5, 2.5, 1.5)}
LOGO_MARGIN = 0.5  # between a logo and the modules or the edge of its backing


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture for the middle of a code: PNG bytes, validated and re-encoded before, and its width and height in
    pixels.
    """

    png: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawn code. `width` and `height` are in modules, `left` and `top` the upper left corner of the code itself,
    `modules` its side.
    """

    width: float
    height: float
    left: float
    top: float
    modules: int
    parts: tuple[Part, ...]
    picture: Picture | None


@dataclass(frozen=True, slots=True)
class Hole:
    """The area that modules leave free for a logo, in modules from the code's upper left corner."""

    x: int
    y: int
    width: int
    height: int
    shape: str

    def covers(self, x: int, y: int) -> bool:
        """Whether the module at x, y would lie under the logo or its backing."""
        if not (self.x <= x < self.x + self.width and self.y <= y < self.y + self.height):
            return False
        centre_x, radius = self.x + self.width / 2, self.width / 2
        centre_y = self.y + radius
        distance_x, distance_y = (max(abs(at + 0.5 - centre) - 0.5, 0) for at, centre in ((x, centre_x), (y, centre_y)))
        return self.shape != "circle" or hypot(distance_x, distance_y) < radius - 0.05


def draw_code(matrix: Matrix, design: Design, logo: Logo | None = None) -> Drawing:
    """Draw a code in a design. Without a `logo` the design's own `logo` switch is ignored."""
    layout = frame.layout_frame(matrix.size, design)
    hole = logo_hole(matrix.size, design, logo)
    fill = _module_fill(matrix.size, design, layout.left, layout.top)
    parts = [*layout.parts, Part("modules", _module_path(matrix, design, hole, layout.left, layout.top), fill)]
    parts += _finder_patterns(matrix.size, design, layout.left, layout.top, fill)
    picture = None
    if hole and logo:
        parts += _logo_backing(hole, design, layout.left, layout.top)
        picture = _place_logo(hole, design, logo, layout.left, layout.top)
    return Drawing(layout.width, layout.height, layout.left, layout.top, matrix.size, tuple(parts), picture)


def logo_hole(size: int, design: Design, logo: Logo | None) -> Hole | None:
    """The area for a logo in a code of `size` modules: centred, its longer side at most the design's share. None
    without a logo.
    """
    if not (design.logo and logo):
        return None
    longer = max(logo.width, logo.height)
    width, height = (1, 1) if design.backing == "circle" else (logo.width / longer, logo.height / longer)
    columns, rows = (_largest_odd(size * design.logo_share / 100 * side) for side in (width, height))
    return Hole((size - columns) // 2, (size - rows) // 2, columns, rows, design.backing)


def _largest_odd(modules: float) -> int:
    """The largest odd number of modules that fits, so that the area can be centred in a code; at least 3."""
    return max(3, int((modules + 1e-9 - 1) // 2) * 2 + 1)


def _module_fill(size: int, design: Design, left: float, top: float) -> str | Gradient:
    """The fill of the modules: a colour, or a gradient over the whole code."""
    if not design.gradient:
        return design.dark
    x, y = left + size / 2, top + size / 2
    if design.gradient == "radial":
        return Gradient("radial", design.dark, design.dark_to, (x, y), (x, y), hypot(size, size) / 2)
    cosine, sine = cos(radians(design.angle)), sin(radians(design.angle))
    half_length = (abs(cosine) + abs(sine)) * size / 2
    start, end = (x - cosine * half_length, y - sine * half_length), (x + cosine * half_length, y + sine * half_length)
    return Gradient("linear", design.dark, design.dark_to, start, end, 0)


def _module_path(matrix: Matrix, design: Design, hole: Hole | None, left: float, top: float) -> Path:
    """The outlines of the modules in the design's pattern."""
    dark = _drawn_modules(matrix, hole)
    if design.pattern == "dots":
        return shapes.outline_dots(dark, matrix.size, left, top, design.dot_size / 100)
    return shapes.outline_modules(dark, matrix.size, left, top, 0.5 if design.pattern == "rounded" else 0)


def _drawn_modules(matrix: Matrix, hole: Hole | None) -> Callable[[int, int], bool]:
    """A function that tells which modules are drawn: the dark ones outside the finder patterns and the logo's area."""
    size, far = matrix.size, matrix.size - FINDER_SIZE

    def dark(x: int, y: int) -> bool:
        if not (0 <= x < size and 0 <= y < size and matrix.rows[y][x]):
            return False
        if (x < FINDER_SIZE and (y < FINDER_SIZE or y >= far)) or (x >= far and y < FINDER_SIZE):
            return False
        return not (hole and hole.covers(x, y))

    return dark


def _finder_patterns(size: int, design: Design, left: float, top: float, module_fill: str | Gradient) -> list[Part]:
    """The three finder patterns: their rings and their centres."""
    outer, inner, middle = CORNER_RADII[design.corners]
    far = size - FINDER_SIZE
    rings: Path = []
    centres: Path = []
    for x, y in ((left, top), (left + far, top), (left, top + far)):
        rings += shapes.rectangle(x, y, 7, 7, outer) + shapes.rectangle(x + 1, y + 1, 5, 5, inner)
        centres += shapes.rectangle(x + 2, y + 2, 3, 3, middle)
    fill = design.corner_colour or module_fill
    return [Part("corners", rings, fill, evenodd=True), Part("corner-centres", centres, fill)]


def _logo_backing(hole: Hole, design: Design, left: float, top: float) -> list[Part]:
    """The shape behind the logo; nothing for the backing `none`."""
    if design.backing == "none":
        return []
    shorter = min(hole.width, hole.height)
    radius = {"square": 0, "rounded": shorter * 0.2, "circle": shorter / 2}[design.backing]
    path = shapes.rectangle(left + hole.x, top + hole.y, hole.width, hole.height, radius)
    return [Part("backing", path, design.background or "#ffffff")]


def _place_logo(hole: Hole, design: Design, logo: Logo, left: float, top: float) -> Picture:
    """The logo, scaled to fit its backing."""
    room_x, room_y = hole.width - 2 * LOGO_MARGIN, hole.height - 2 * LOGO_MARGIN
    scale = min(room_x / logo.width, room_y / logo.height)
    if design.backing == "circle":
        scale = min(scale, room_x / hypot(logo.width, logo.height))
    width, height = logo.width * scale, logo.height * scale
    x, y = left + hole.x + (hole.width - width) / 2, top + hole.y + (hole.height - height) / 2
    return Picture(logo.png, x, y, width, height, design.background or "#ffffff")
