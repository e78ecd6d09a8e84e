"""A drawing as Encapsulated PostScript, level 3 (Adobe's EPSF 3.0): paths, shadings, and the logo flattened.

Nothing that a person wrote gets in but as outlines, so that no words can become PostScript.
"""

from base64 import a85encode
from collections.abc import Iterator
from io import BytesIO
from math import ceil
from zlib import compress

from PIL import Image

from app.colour.contrast import channels
from app.qr.render.drawing import Drawing
from app.qr.render.format_number import short
from app.qr.render.parts import Gradient, Part, Picture

POINTS = 72 / 25.4  # to a millimetre
LINE = 100
SHORT = "/m{moveto}bind def/l{lineto}bind def/c{curveto}bind def/z{closepath}bind def"
VERBS = {"M": "m", "L": "l", "C": "c", "Z": "z"}


def eps(drawing: Drawing, mm: float) -> bytes:
    """The drawing `mm` millimetres wide. The same drawing gives the same bytes; a logo loses its transparency."""
    width = mm * POINTS
    height = width * drawing.height / drawing.width
    return "\n".join([*_head(width, height), *_body(drawing, width / drawing.width, height), *_foot()]).encode("ascii")


def _head(width: float, height: float) -> Iterator[str]:
    yield "%!PS-Adobe-3.0 EPSF-3.0"
    yield f"%%BoundingBox: 0 0 {ceil(width)} {ceil(height)}"
    yield f"%%HiResBoundingBox: 0 0 {short(width)} {short(height)}"
    yield "%%LanguageLevel: 3"
    yield "%%EndComments"


def _body(drawing: Drawing, scale: float, height: float) -> Iterator[str]:
    yield f"12 dict begin gsave {SHORT}"
    yield f"0 {short(height)} translate {scale:.6f} {-scale:.6f} scale"
    for part in drawing.parts:
        yield from _part(part)
    if drawing.picture:
        yield from _picture(drawing.picture)


def _foot() -> list[str]:
    return ["grestore end", "showpage", "%%EOF", ""]


def _part(part: Part) -> Iterator[str]:
    yield "newpath"
    for kind, points in part.path:
        yield " ".join([*(short(value) for point in points for value in point), VERBS[kind]])
    rule = "eo" if part.evenodd else ""
    if isinstance(part.fill, Gradient):
        yield f"gsave {rule}clip newpath {_shading(part.fill)} shfill grestore"
    else:
        yield f"{_colour(part.fill)} setrgbcolor {rule}fill"


def _shading(gradient: Gradient) -> str:
    (x1, y1), (x2, y2) = gradient.first, gradient.second
    linear = gradient.kind == "linear"
    where = (x1, y1, x2, y2) if linear else (x1, y1, 0, x1, y1, gradient.radius)
    return (f"<</ShadingType {2 if linear else 3}/ColorSpace/DeviceRGB/Coords[{' '.join(map(short, where))}]"
            f"/Function<</FunctionType 2/Domain[0 1]/C0[{_colour(gradient.start)}]/C1[{_colour(gradient.end)}]/N 1>>"
            "/Extend[true true]>>")


def _picture(picture: Picture) -> Iterator[str]:
    flat = _flattened(picture)
    yield "gsave /DeviceRGB setcolorspace"
    yield " ".join([short(picture.x), short(picture.y), "translate",
                    short(picture.width), short(picture.height), "scale"])
    yield (f"<</ImageType 1/Width {flat.width}/Height {flat.height}/BitsPerComponent 8/Decode[0 1 0 1 0 1]"
           f"/ImageMatrix[{flat.width} 0 0 {flat.height} 0 0]/Interpolate true"
           "/DataSource currentfile/ASCII85Decode filter/FlateDecode filter>>image")
    packed = a85encode(compress(flat.tobytes(), 9)).decode("ascii") + "~>"
    # a blank first, so that no line of data looks like a comment of the file's structure
    yield from (f" {packed[at:at + LINE]}" for at in range(0, len(packed), LINE))
    yield "grestore"


def _flattened(picture: Picture) -> Image.Image:
    with Image.open(BytesIO(picture.png)) as opened:
        shown = opened.convert("RGBA")
    under = Image.new("RGBA", shown.size, picture.behind)
    return Image.alpha_composite(under, shown).convert("RGB")


def _colour(colour: str) -> str:
    return " ".join(short(channel) for channel in channels(colour))
