"""The picture that a shared page shows in a chat: 1200 by 630, in the colours of its theme, its letters as outlines."""

from __future__ import annotations

import asyncio
import hashlib
import json
from base64 import b64encode
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageOps

from app.kernel import site
from app.kernel.refusal import NotFound
from app.pages.content import Content
from app.pages.theme.backgrounds import PATTERNS, inked
from app.pages.theme.shades import Shades
from app.pages.theme.stylesheet import SPARK
from app.qr.render import pool, text_outlines
from app.qr.render.svg import path_data

if TYPE_CHECKING:
    from app.media.models import Media

WIDTH, HEIGHT, EDGE, FACE = 1200, 630, 80, 220
DRAWN_AS = 1  # goes up when this file draws the same page otherwise


def card_url(content: Content, slug: str) -> str:
    """The whole address of a page's picture; another one when the picture becomes another."""
    return site.url("public", f"/{slug}/card-{digest(content, slug)}.png")


def digest(content: Content, slug: str) -> str:
    """What the picture is made of, in 12 hex digits."""
    told = json.dumps([DRAWN_AS, content.name, content.bio, content.avatar, content.theme.as_dict(), slug])
    return hashlib.sha256(told.encode()).hexdigest()[:12]


async def card(content: Content, slug: str, avatar: Media | None) -> bytes:
    """The PNG, drawn in the press's own process. Refusals: Busy."""
    face = b""
    if avatar is not None:
        try:
            face = await asyncio.to_thread(as_png, await avatar.read())
        except NotFound:  # a file the data directory lost
            face = b""
    return await pool.raster(drawing(content, slug, face))


def as_png(picture: bytes) -> bytes:
    """One of our own pictures, square and small, in the one format that every rasteriser reads."""
    kept = BytesIO()
    with Image.open(BytesIO(picture)) as opened:
        ImageOps.fit(opened.convert("RGB"), (2 * FACE, 2 * FACE)).save(kept, "png")
    return kept.getvalue()


def drawing(content: Content, slug: str, face: bytes = b"") -> str:
    """The picture as SVG, with the PNG of the avatar in it. Letters our font lacks are left out."""
    side = content.theme.sides[0]
    shades = content.theme.shades(side)
    left = EDGE + (FACE + 56 if face else 0)
    room = WIDTH - EDGE - left
    name, size = _fitted(content.name, room)
    told = _wrapped(content.bio, room, 34)[:3]
    height = len(name) * size * 1.12 + (28 + len(told) * 48 if told else 0)
    y = (HEIGHT - 60 - height) / 2 + size * 0.56
    parts = [_ground(content, shades, side)]
    for line in name:
        parts.append(_letters(line, left, y, size, shades.text))
        y += size * 1.12
    y += 28 - size * 0.56 + 24
    for line in told:
        parts.append(_letters(line, left, y, 34, shades.quiet))
        y += 48
    parts.append(_foot(slug, shades))
    parts.append(_face(face, shades) if face else "")
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
            f'viewBox="0 0 {WIDTH} {HEIGHT}">{"".join(parts)}</svg>')


def _ground(content: Content, shades: Shades, side: str) -> str:
    theme = content.theme
    fill = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{shades.background}"/>'
    if shades.second:
        stops = f'<stop stop-color="{shades.background}"/><stop offset="1" stop-color="{shades.second}"/>'
        fill = (f'<linearGradient id="g" x2=".6" y2="1">{stops}</linearGradient>'
                f'<rect width="{WIDTH}" height="{HEIGHT}" fill="url(#g)"/>')
    key = theme.base.banner or (theme.value("pattern") if theme.value("backdrop") == "pattern" else "")
    if not key:
        return fill + f'<rect width="{WIDTH}" height="20" fill="{shades.mark}"/>'
    tile = PATTERNS[key]
    drawn = inked(key, theme.colours(side).accent, SPARK if theme.base.banner else "")
    box = f'width="{tile.size}" height="{tile.size}" patternUnits="userSpaceOnUse" patternTransform="scale(1.6)"'
    faint = 0.1 if not theme.base.banner else 0.9
    high = HEIGHT if not theme.base.banner else 96
    return (f'{fill}<pattern id="p" {box}>{drawn}</pattern>'
            f'<rect width="{WIDTH}" height="{high}" fill="url(#p)" opacity="{faint}"/>')


def _foot(slug: str, shades: Shades) -> str:
    address = f"{site.current().host('public')}/{slug}"
    size = min(30.0, (WIDTH - 2 * EDGE - 48) / max(text_outlines.width(_known(address)), 1))
    wide = text_outlines.width(_known(address)) * size + 48
    pill = f'<rect x="{EDGE}" y="516" width="{wide:.0f}" height="62" rx="31" fill="{shades.go}"/>'
    return pill + _letters(address, EDGE + 24, 547, size, shades.go_ink)


def _face(face: bytes, shades: Shades) -> str:
    x, y, radius = EDGE, (HEIGHT - 60 - FACE) / 2, FACE / 2
    href = f"data:image/png;base64,{b64encode(face).decode()}"
    return (f'<clipPath id="c"><circle cx="{x + radius}" cy="{y + radius}" r="{radius}"/></clipPath>'
            f'<circle cx="{x + radius}" cy="{y + radius}" r="{radius + 8}" fill="{shades.card}"/>'
            f'<image x="{x}" y="{y}" width="{FACE}" height="{FACE}" preserveAspectRatio="xMidYMid slice" '
            f'clip-path="url(#c)" href="{href}"/>')


def _letters(words: str, left: float, centre: float, size: float, fill: str) -> str:
    known = _known(words)
    path = text_outlines.line(known, left + text_outlines.width(known) * size / 2, centre, size)
    return f'<path fill="{fill}" d="{path_data(path)}"/>' if path else ""


def _known(words: str) -> str:
    missing = set(text_outlines.missing(words))
    return " ".join("".join(letter for letter in words if letter not in missing).split())


def _fitted(name: str, room: float) -> tuple[list[str], float]:
    """The name in at most two lines, as large as they may be."""
    for size in (96, 84, 72, 60, 50, 42):
        lines = _wrapped(name, room, size)
        if len(lines) <= 2 and all(text_outlines.width(line) * size <= room for line in lines):
            return lines, size
    return lines[:2], size


def _wrapped(words: str, room: float, size: float) -> list[str]:
    lines: list[str] = []
    for word in _known(words).split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_outlines.width(longer) * size <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
