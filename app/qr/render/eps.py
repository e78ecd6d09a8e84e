"""Writes a drawing as Encapsulated PostScript, level 3 (Adobe's EPSF 3.0): paths, shadings, and the logo without
transparency.

Text that people typed is only contained as outlines, so that it can never become PostScript code.
"""

from base64 import a85encode
from collections.abc import Iterator
from io import BytesIO
from math import ceil
from zlib import compress

from PIL import Image

from app.colour.contrast import rgb_channels
from app.qr.render.drawing import Drawing
from app.qr.render.drawing_elements import Gradient, Part, Picture
from app.qr.render.format_number import format_number

POINTS = 72 / 25.4  # to a millimetre
LINE_LENGTH = 100
PROCEDURES = "/m{moveto}bind def/l{lineto}bind def/c{curveto}bind def/z{closepath}bind def"
OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "z"}


def render_eps(drawing: Drawing, mm: float) -> bytes:
    """The file of the drawing, `mm` millimetres wide. Equal drawings give equal bytes; a logo loses its
    transparency.
    """
    width = mm * POINTS
    height = width * drawing.height / drawing.width
    lines = [*_header(width, height), *_body(drawing, width / drawing.width, height), *_footer()]
    return "\n".join(lines).encode("ascii")


def _header(width: float, height: float) -> Iterator[str]:
    """The header comments; `width` and `height` in points."""
    yield "%!PS-Adobe-3.0 EPSF-3.0"
    yield f"%%BoundingBox: 0 0 {ceil(width)} {ceil(height)}"
    yield f"%%HiResBoundingBox: 0 0 {format_number(width)} {format_number(height)}"
    yield "%%LanguageLevel: 3"
    yield "%%EndComments"


def _body(drawing: Drawing, scale: float, height: float) -> Iterator[str]:
    """The commands that draw all parts; `scale` is points to a module."""
    yield f"12 dict begin gsave {PROCEDURES}"
    yield f"0 {format_number(height)} translate {scale:.6f} {-scale:.6f} scale"
    for part in drawing.parts:
        yield from _fill_part(part)
    if drawing.picture:
        yield from _draw_picture(drawing.picture)


def _footer() -> list[str]:
    """The end of the file."""
    return ["grestore end", "showpage", "%%EOF", ""]


def _fill_part(part: Part) -> Iterator[str]:
    """The commands that fill one part."""
    yield "newpath"
    for kind, points in part.path:
        yield " ".join([*(format_number(value) for point in points for value in point), OPERATORS[kind]])
    rule = "eo" if part.evenodd else ""
    if isinstance(part.fill, Gradient):
        yield f"gsave {rule}clip newpath {_shading(part.fill)} shfill grestore"
    else:
        yield f"{_rgb(part.fill)} setrgbcolor {rule}fill"


def _shading(gradient: Gradient) -> str:
    """A shading dictionary for a gradient (PostScript Language Reference, 4.9.3)."""
    (x1, y1), (x2, y2) = gradient.first, gradient.second
    linear = gradient.kind == "linear"
    coordinates = (x1, y1, x2, y2) if linear else (x1, y1, 0, x1, y1, gradient.radius)
    return (
        f"<</ShadingType {2 if linear else 3}/ColorSpace/DeviceRGB"
        f"/Coords[{' '.join(map(format_number, coordinates))}]"
        f"/Function<</FunctionType 2/Domain[0 1]/C0[{_rgb(gradient.start)}]/C1[{_rgb(gradient.end)}]/N 1>>"
        "/Extend[true true]>>"
    )


def _draw_picture(picture: Picture) -> Iterator[str]:
    """The commands that draw the logo."""
    image = _flatten(picture)
    yield "gsave /DeviceRGB setcolorspace"
    yield " ".join(
        [
            format_number(picture.x),
            format_number(picture.y),
            "translate",
            format_number(picture.width),
            format_number(picture.height),
            "scale",
        ]
    )
    yield (
        f"<</ImageType 1/Width {image.width}/Height {image.height}/BitsPerComponent 8/Decode[0 1 0 1 0 1]"
        f"/ImageMatrix[{image.width} 0 0 {image.height} 0 0]/Interpolate true"
        "/DataSource currentfile/ASCII85Decode filter/FlateDecode filter>>image"
    )
    encoded = a85encode(compress(image.tobytes(), 9)).decode("ascii") + "~>"
    # a blank first, so that no line of data looks like a comment of the file's structure
    yield from (f" {encoded[start : start + LINE_LENGTH]}" for start in range(0, len(encoded), LINE_LENGTH))
    yield "grestore"


def _flatten(picture: Picture) -> Image.Image:
    """The picture on the colour behind it, without transparency."""
    with Image.open(BytesIO(picture.png)) as opened:
        image = opened.convert("RGBA")
    backdrop = Image.new("RGBA", image.size, picture.behind)
    return Image.alpha_composite(backdrop, image).convert("RGB")


def _rgb(colour: str) -> str:
    """The red, green and blue of a colour, each from 0 to 1."""
    return " ".join(format_number(channel) for channel in rgb_channels(colour))
