"""The elements that a drawing consists of."""

from dataclasses import dataclass

from app.qr.render.shapes import Path, Point


@dataclass(frozen=True, slots=True)
class Gradient:
    """A gradient from the colour `start` to `end`: linear from point `first` to `second`, or radial round `first` with
    `radius`.
    """

    kind: str
    start: str
    end: str
    first: Point
    second: Point
    radius: float


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Closed outlines with one fill (`#rrggbb` or a gradient), by the non-zero or the even-odd rule.

    Two parts are never equal, so that what was written for one can be cached by identity.
    """

    name: str
    path: Path
    fill: str | Gradient
    evenodd: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG and its place in the drawing; `behind` is the colour to flatten it on where a format has no
    transparency.
    """

    png: bytes
    x: float
    y: float
    width: float
    height: float
    behind: str
