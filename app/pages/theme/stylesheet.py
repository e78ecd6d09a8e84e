"""The stylesheet of a page: what all pages share, what its kinds of blocks need, and the few rules of its theme."""

from __future__ import annotations

import re
from functools import lru_cache

from app.colour.oklch import blended, dark
from app.kernel.resources import resource
from app.pages.theme.backgrounds import tile
from app.pages.theme.fonts import FONTS
from app.pages.theme.shades import PATTERN_INK, VEIL, Shades
from app.pages.theme.theme import Theme
from app.web import assets

FOLDER = resource("static/css/bio")
OURS = re.compile(r"/(?!/)[A-Za-z0-9._/-]+")
RADII = {"square": ("4px", "4px"), "rounded": ("16px", "16px"), "pill": ("999px", "24px")}
NAMES = {"background": "bg", "button_ink": "btn-ink", "button_mark": "btn-mark", "button": "btn", "go_ink": "go-ink",
         "mark_ink": "mark-ink"}
SPARK = "#e0a04f"  # soga, between the petals of kawung


@lru_cache(64)
def shared(names: tuple[str, ...]) -> str:
    """The files of these names below `static/css/bio`, tight; those that are not there are passed over."""
    files = [FOLDER / f"{name}.css" for name in names]
    return "".join(tight(file.read_text()) for file in files if file.exists())


def tight(css: str) -> str:
    """A stylesheet of ours without comments and needless blanks."""
    bare = re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
    return re.sub(r" ?([{};,>]) ?", r"\1", re.sub(r": ", ":", bare)).replace(";}", "}").strip()


def closer(html: str) -> str:
    """A page without the blanks that its templates' lines begin with."""
    return re.sub(r"\n[ \t]+", "\n", html)


def of_theme(theme: Theme, picture: str = "") -> str:
    """The rules of a theme; `picture` is the URL, on our own host, of the background's picture."""
    usual, *other = theme.sides
    rules = [_face(theme), f":root{{{_variables(theme, usual, picture)}}}", _cover(theme), _filled(theme)]
    if other:
        inner = _variables(theme, other[0], picture, shape=False)
        rules.append(f"@media (prefers-color-scheme:dark){{:root{{{inner}}}}}")
    if FONTS[theme.value("font")].whole:
        rules.append("body{word-spacing:.06em}")  # its blank is narrow
    return "".join(rules)


def font_url(theme: Theme) -> str:
    """The path below `static` of the font to fetch early, or nothing."""
    font = FONTS[theme.value("font")]
    return f"fonts/{font.file}" if font.file else ""


def _face(theme: Theme) -> str:
    font = FONTS[theme.value("font")]
    if not font.file:
        return ""
    return (f"@font-face{{font-family:{font.family};font-weight:{font.range};font-display:optional;"
            f'src:url("{assets.url(font_url(theme))}") format("woff2")}}')


def _variables(theme: Theme, side: str, picture: str, *, shape: bool = True) -> str:
    shades = theme.shades(side)
    names = [name for name in Shades.__dataclass_fields__ if name != "second"]
    told = [f"--{NAMES.get(name, name)}:{getattr(shades, name)}" for name in names]
    told += [f"--behind:{_behind(theme, side, shades, picture)}", f"color-scheme:{side}",
             f"--in-card:{'dark' if dark(shades.card) else 'light'}"]
    if shape:
        font, (button, card) = FONTS[theme.value("font")], RADII[theme.value("shape")]
        told += [f"--r:{button}", f"--rc:{card}", f"--head:{font.head}", f"--body:{font.body}"]
        told.append(f"--heavy:{font.weight}")
    return ";".join(told)


def _behind(theme: Theme, side: str, shades: Shades, picture: str) -> str:
    """The value of the page's `background-image`."""
    backdrop, layers = theme.value("backdrop"), []
    if backdrop == "pattern":
        layers.append(tile(theme.value("pattern"), theme.colours(side).accent, PATTERN_INK))
    if backdrop == "picture" and OURS.fullmatch(picture):
        red, green, blue = bytes.fromhex(shades.background[1:])
        veil = f"rgba({red},{green},{blue},{VEIL})"
        layers += [f"linear-gradient({veil},{veil})", f'url("{picture}")']
    if shades.second:
        layers.append(f"linear-gradient(165deg,{shades.background},{shades.second})")
    return ",".join(layers) or "none"


def _cover(theme: Theme) -> str:
    """The band at the head of a page that has no cover of its own."""
    if not theme.base.banner:
        return ""
    ground = theme.accent or theme.base.light.accent
    drawn = tile(theme.base.banner, blended(ground, "#ffffff", 0.4), 0.8, SPARK)
    return f".cover--drawn{{background:{blended(ground, '#000000', 0.25)} {drawn}}}"


def _filled(theme: Theme) -> str:
    return shared((f"fill-{theme.value('fill')}", f"backdrop-{theme.value('backdrop')}"))
