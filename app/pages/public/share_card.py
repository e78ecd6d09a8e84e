"""The share card of a page: the picture in previews of its link, 1200 by 630 pixels, in the colours of its theme.

It is drawn as SVG whose text is outlines, and converted to PNG.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
from base64 import b64encode
from io import BytesIO
from typing import TYPE_CHECKING

from app.kernel import site
from app.kernel.refusal import NotFound
from app.pages.content import Content
from app.pages.theme.background_patterns import PATTERNS, pattern_svg
from app.pages.theme.shades import Shades
from app.pages.theme.stylesheet import SPARK
from app.qr.render import pool, text_outlines
from app.qr.render.svg import path_data

if TYPE_CHECKING:
    from app.media.models import Media

WIDTH, HEIGHT, MARGIN, AVATAR_SIZE = 1200, 630, 80, 220  # pixels
BIO_SIZE, BIO_LINES = 34, 3
DRAWING_VERSION = 1  # must be incremented when this module draws the same page differently


def card_url(content: Content, slug: str) -> str:
    """The full URL of a page's share card; it changes whenever the card does."""
    return site.url("public", f"/{slug}/card-{card_digest(content, slug)}.png")


def card_digest(content: Content, slug: str) -> str:
    """A hash, 12 hexadecimal digits, of everything the card is drawn from."""
    source = json.dumps([DRAWING_VERSION, content.name, content.bio, content.avatar, content.theme.as_dict(), slug])
    return hashlib.sha256(source.encode()).hexdigest()[:12]


async def render_card(content: Content, slug: str, avatar: Media | None) -> bytes:
    """The card as PNG, converted in a process of the rendering pool. A missing avatar file is left out.

    Raises: Busy.
    """
    avatar_png = b""
    if avatar is not None:
        try:
            avatar_png = await asyncio.to_thread(square_avatar_png, await avatar.read())
        except NotFound:  # the file is missing in the data directory
            avatar_png = b""
    return await pool.rasterize_svg(card_svg(content, slug, avatar_png))


def square_avatar_png(picture: bytes) -> bytes:
    """One of our own pictures cropped to a small square, as PNG, which every SVG renderer can embed."""
    from PIL import Image, ImageOps  # not above: loaded when the first card is drawn

    png = BytesIO()
    with Image.open(BytesIO(picture)) as opened:
        ImageOps.fit(opened.convert("RGB"), (2 * AVATAR_SIZE, 2 * AVATAR_SIZE)).save(png, "png")
    return png.getvalue()


def card_svg(content: Content, slug: str, avatar: bytes = b"") -> str:
    """The card as SVG; `avatar` is a PNG, or empty. Characters that our font lacks are left out."""
    side = content.theme.sides[0]
    shades = content.theme.shades(side)
    left = MARGIN + (AVATAR_SIZE + 56 if avatar else 0)
    max_width = WIDTH - MARGIN - left
    name_lines, size = _fit_name(content.name, max_width)
    bio_lines = _wrap(content.bio, max_width, BIO_SIZE)[:BIO_LINES]
    height = len(name_lines) * size * 1.12 + (28 + len(bio_lines) * 48 if bio_lines else 0)
    y = (HEIGHT - 60 - height) / 2 + size * 0.56
    parts = [_background(content, shades, side)]
    for line in name_lines:
        parts.append(_text(line, left, y, size, shades.text))
        y += size * 1.12
    y += 28 - size * 0.56 + 24
    for line in bio_lines:
        parts.append(_text(line, left, y, BIO_SIZE, shades.quiet))
        y += 48
    parts += [_url_label(slug, shades), _avatar(avatar, shades) if avatar else ""]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}">{"".join(parts)}</svg>'
    )


def _background(content: Content, shades: Shades, side: str) -> str:
    """The background: a colour or gradient, with the theme's pattern or banner, or a coloured band."""
    theme = content.theme
    fill = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{shades.background}"/>'
    if shades.second:
        stops = f'<stop stop-color="{shades.background}"/><stop offset="1" stop-color="{shades.second}"/>'
        fill = (
            f'<linearGradient id="g" x2=".6" y2="1">{stops}</linearGradient>'
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="url(#g)"/>'
        )
    key = theme.base.banner or (theme.value("pattern") if theme.value("backdrop") == "pattern" else "")
    if not key:
        return fill + f'<rect width="{WIDTH}" height="20" fill="{shades.mark}"/>'
    size = PATTERNS[key].size
    pattern = pattern_svg(key, theme.colours(side).accent, SPARK if theme.base.banner else "")
    attributes = f'width="{size}" height="{size}" patternUnits="userSpaceOnUse" patternTransform="scale(1.6)"'
    opacity = 0.1 if not theme.base.banner else 0.9
    height = HEIGHT if not theme.base.banner else 96
    return (
        f'{fill}<pattern id="p" {attributes}>{pattern}</pattern>'
        f'<rect width="{WIDTH}" height="{height}" fill="url(#p)" opacity="{opacity}"/>'
    )


def _url_label(slug: str, shades: Shades) -> str:
    """The rounded label with the page's URL at the bottom."""
    url = f"{site.current().host('public')}/{slug}"
    size = min(30.0, (WIDTH - 2 * MARGIN - 48) / max(text_outlines.measure_width(_drawable(url)), 1))
    width = text_outlines.measure_width(_drawable(url)) * size + 48
    pill = f'<rect x="{MARGIN}" y="516" width="{width:.0f}" height="62" rx="31" fill="{shades.go}"/>'
    return pill + _text(url, MARGIN + 24, 547, size, shades.go_ink)


def _avatar(avatar: bytes, shades: Shades) -> str:
    """The avatar, a PNG, in a circle with a border."""
    x, y, radius = MARGIN, (HEIGHT - 60 - AVATAR_SIZE) / 2, AVATAR_SIZE / 2
    href = f"data:image/png;base64,{b64encode(avatar).decode()}"
    return (
        f'<clipPath id="c"><circle cx="{x + radius}" cy="{y + radius}" r="{radius}"/></clipPath>'
        f'<circle cx="{x + radius}" cy="{y + radius}" r="{radius + 8}" fill="{shades.card}"/>'
        f'<image x="{x}" y="{y}" width="{AVATAR_SIZE}" height="{AVATAR_SIZE}" preserveAspectRatio="xMidYMid slice" '
        f'clip-path="url(#c)" href="{href}"/>'
    )


def _text(text: str, left: float, centre: float, size: float, fill: str) -> str:
    """A line of text as outlines, from the x coordinate `left`, vertically centred at `centre`."""
    drawable = _drawable(text)
    path = text_outlines.outline_text(drawable, left + text_outlines.measure_width(drawable) * size / 2, centre, size)
    return f'<path fill="{fill}" d="{path_data(path)}"/>' if path else ""


def _drawable(text: str) -> str:
    """The text without characters that our font lacks, with single spaces."""
    missing = set(text_outlines.missing_characters(text))
    return " ".join("".join(character for character in text if character not in missing).split())


def _fit_name(name: str, max_width: float) -> tuple[list[str], float]:
    """The name in at most two lines, and the largest font size in pixels with which they fit."""
    for size in (96, 84, 72, 60, 50, 42):
        lines = _wrap(name, max_width, size)
        if len(lines) <= 2 and all(text_outlines.measure_width(line) * size <= max_width for line in lines):
            return lines, size
    return lines[:2], size


def _wrap(text: str, max_width: float, size: float) -> list[str]:
    """The text in lines of at most `max_width` pixels; a longer word has a line of its own."""
    lines: list[str] = []
    for word in _drawable(text).split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_outlines.measure_width(longer) * size <= max_width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
