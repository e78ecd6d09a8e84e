"""Writes a drawing as SVG 1.1: one path for each part, attributes only (our policy forbids styles), no font needed."""

from base64 import b64encode
from functools import lru_cache
from hashlib import blake2s
from html import escape

from app.qr.render.drawing import Drawing
from app.qr.render.drawing_elements import Gradient, Part, Picture
from app.qr.render.format_number import FINE, format_number, format_thousandths
from app.qr.render.shapes import Path


def render_svg(drawing: Drawing, width: float | None = None, title: str = "", key: str = "") -> str:
    """The SVG, `width` user units (pixels) wide, or as wide as its container without one; `title` is read by screen
    readers.

    The ids of gradients are derived from their content and from `key`, which separates equal drawings on one page.
    """
    box = f"{format_number(drawing.width)} {format_number(drawing.height)}"
    size = f' width="{width:g}" height="{width * drawing.height / drawing.width:g}"' if width else ""
    accessible_name = f' role="img"><title>{_escape_text(title)}</title>' if title else ">"
    fills = list(dict.fromkeys(part.fill for part in drawing.parts if isinstance(part.fill, Gradient)))
    defs = "".join(_gradient(fill, key) for fill in fills)
    parts = "".join(_part(part, key) for part in drawing.parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {box}"{size}{accessible_name}'
        f"{f'<defs>{defs}</defs>' if defs else ''}{parts}{_picture(drawing.picture)}</svg>"
    )


def path_data(path: Path) -> str:
    """The `d` attribute of a path: relative coordinates, rounded to a thousandth of a module without accumulating
    errors.
    """
    steps: list[str] = []
    position = start = (0, 0)
    for kind, points in path:
        if kind == "Z":
            steps.append("z")
            position = start
            continue
        rounded = [(round(x * FINE), round(y * FINE)) for x, y in points]
        steps.append(_relative(kind, tuple((x - position[0], y - position[1]) for x, y in rounded)))
        position = rounded[-1]
        start = position if kind == "M" else start
    return "".join(steps)


@lru_cache(4096)
def _relative(kind: str, steps: tuple[tuple[int, int], ...]) -> str:
    """One relative step. Cached, since the modules of a code repeat the same few steps."""
    if kind == "L" and not steps[0][1]:
        return f"h{format_thousandths(steps[0][0])}"
    if kind == "L" and not steps[0][0]:
        return f"v{format_thousandths(steps[0][1])}"
    return kind.lower() + _join_numbers([value for step in steps for value in step])


def _join_numbers(values: list[int]) -> str:
    """Numbers separated by a blank, or by the minus sign of the second."""
    texts = [format_thousandths(value) for value in values]
    return texts[0] + "".join(text if text.startswith("-") else f" {text}" for text in texts[1:])


def _escape_text(text: str) -> str:
    """Escape text for XML, without the characters that it cannot contain (XML 1.0 §2.2)."""
    return escape("".join(letter for letter in text if letter.isprintable()))


def _gradient_id(gradient: Gradient, key: str) -> str:
    """The id of a gradient."""
    return "g" + blake2s(repr((gradient, key)).encode(), digest_size=6).hexdigest()


def _gradient(gradient: Gradient, key: str) -> str:
    """The element of a gradient."""
    (x1, y1), (x2, y2) = gradient.first, gradient.second
    kind = f"{gradient.kind}Gradient"
    if gradient.kind == "linear":
        coordinates = (
            f'x1="{format_number(x1)}" y1="{format_number(y1)}" x2="{format_number(x2)}" y2="{format_number(y2)}"'
        )
    else:
        coordinates = f'cx="{format_number(x1)}" cy="{format_number(y1)}" r="{format_number(gradient.radius)}"'
    stops = f'<stop stop-color="{gradient.start}"/><stop offset="1" stop-color="{gradient.end}"/>'
    return f'<{kind} id="{_gradient_id(gradient, key)}" gradientUnits="userSpaceOnUse" {coordinates}>{stops}</{kind}>'


@lru_cache(32)
def _part(part: Part, key: str) -> str:
    """The path element of a part. Cached, since a code is often written again right after its scan check."""
    fill = f"url(#{_gradient_id(part.fill, key)})" if isinstance(part.fill, Gradient) else part.fill
    rule = ' fill-rule="evenodd"' if part.evenodd else ""
    return f'<path fill="{fill}"{rule} d="{path_data(part.path)}"/>' if part.path else ""


def _picture(picture: Picture | None) -> str:
    """The image element of the logo."""
    if not picture:
        return ""
    place = (
        f'x="{format_number(picture.x)}" y="{format_number(picture.y)}" '
        f'width="{format_number(picture.width)}" height="{format_number(picture.height)}"'
    )
    return f'<image {place} href="data:image/png;base64,{b64encode(picture.png).decode()}"/>'
