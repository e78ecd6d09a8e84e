"""What a drawing is made of."""

from dataclasses import dataclass

from app.qr.render.shapes import Path, Point


@dataclass(frozen=True, slots=True)
class Gradient:
    """From the colour `start` to `end`: linear from one point to the other, or radial round the first by `radius`."""

    kind: str
    start: str
    end: str
    first: Point
    second: Point
    radius: float


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One thing of one look: closed outlines and their fill (`#rrggbb` or a gradient), non-zero or even-odd.

    Two parts are never equal, so that what was written of one can be kept.
    """

    name: str
    path: Path
    fill: str | Gradient
    evenodd: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG and its place in the drawing; `behind` is the colour it is flattened on where a format knows no alpha."""

    png: bytes
    x: float
    y: float
    width: float
    height: float
    behind: str
