"""A drawing as SVG 1.1: one path for each part, attributes only (our policy forbids style), no font needed."""

from base64 import b64encode
from functools import lru_cache
from hashlib import blake2s
from html import escape

from app.qr.render.drawing import Drawing
from app.qr.render.format_number import FINE, short, thousandths
from app.qr.render.parts import Gradient, Part, Picture
from app.qr.render.shapes import Path


def svg(drawing: Drawing, width: float | None = None, title: str = "", key: str = "") -> str:
    """The drawing, `width` user units (pixels) wide or else as wide as its place; `title` is read out.

    The ids of gradients follow from what they show and from `key`, which keeps apart two like drawings on one page.
    """
    box = f"{short(drawing.width)} {short(drawing.height)}"
    wide = f' width="{width:g}" height="{width * drawing.height / drawing.width:g}"' if width else ""
    heard = f' role="img"><title>{_safe(title)}</title>' if title else ">"
    fills = list(dict.fromkeys(part.fill for part in drawing.parts if isinstance(part.fill, Gradient)))
    defs = "".join(_gradient(fill, key) for fill in fills)
    parts = "".join(_part(part, key) for part in drawing.parts)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {box}"{wide}{heard}'
            f"{f'<defs>{defs}</defs>' if defs else ''}{parts}{_picture(drawing.picture)}</svg>")


def path_data(path: Path) -> str:
    """The `d` of a path, relative throughout, to a thousandth of a module and without drift."""
    written: list[str] = []
    here = start = (0, 0)
    for kind, points in path:
        if kind == "Z":
            written.append("z")
            here = start
            continue
        places = [(round(x * FINE), round(y * FINE)) for x, y in points]
        written.append(_relative(kind, tuple((x - here[0], y - here[1]) for x, y in places)))
        here = places[-1]
        start = here if kind == "M" else start
    return "".join(written)


@lru_cache(4096)
def _relative(kind: str, steps: tuple[tuple[int, int], ...]) -> str:
    """Cached, since the modules of a code go the same few ways again and again."""
    if kind == "L" and not steps[0][1]:
        return f"h{thousandths(steps[0][0])}"
    if kind == "L" and not steps[0][0]:
        return f"v{thousandths(steps[0][1])}"
    return kind.lower() + _joined([value for step in steps for value in step])


def _joined(values: list[int]) -> str:
    """Numbers side by side; a minus sign parts two by itself."""
    texts = [thousandths(value) for value in values]
    return texts[0] + "".join(text if text.startswith("-") else f" {text}" for text in texts[1:])


def _safe(text: str) -> str:
    """Text for XML, without the characters it cannot hold at all (XML 1.0 §2.2)."""
    return escape("".join(letter for letter in text if letter.isprintable()))


def _id(gradient: Gradient, key: str) -> str:
    return "g" + blake2s(repr((gradient, key)).encode(), digest_size=6).hexdigest()


def _gradient(gradient: Gradient, key: str) -> str:
    (x1, y1), (x2, y2) = gradient.first, gradient.second
    kind = f"{gradient.kind}Gradient"
    where = (f'x1="{short(x1)}" y1="{short(y1)}" x2="{short(x2)}" y2="{short(y2)}"' if gradient.kind == "linear"
             else f'cx="{short(x1)}" cy="{short(y1)}" r="{short(gradient.radius)}"')
    stops = f'<stop stop-color="{gradient.start}"/><stop offset="1" stop-color="{gradient.end}"/>'
    return f'<{kind} id="{_id(gradient, key)}" gradientUnits="userSpaceOnUse" {where}>{stops}</{kind}>'


@lru_cache(32)
def _part(part: Part, key: str) -> str:
    """Cached, since a code is written again for its file when it was just read."""
    fill = f"url(#{_id(part.fill, key)})" if isinstance(part.fill, Gradient) else part.fill
    rule = ' fill-rule="evenodd"' if part.evenodd else ""
    return f'<path fill="{fill}"{rule} d="{path_data(part.path)}"/>' if part.path else ""


def _picture(picture: Picture | None) -> str:
    if not picture:
        return ""
    place = (f'x="{short(picture.x)}" y="{short(picture.y)}" '
             f'width="{short(picture.width)}" height="{short(picture.height)}"')
    return f'<image {place} href="data:image/png;base64,{b64encode(picture.png).decode()}"/>'
