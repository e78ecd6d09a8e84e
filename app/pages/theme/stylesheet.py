"""The stylesheet of a page: the rules of all pages, those of its kinds of blocks, and those of its theme."""

from __future__ import annotations

import re
from functools import lru_cache

from app.colour.readable_lightness import composite, is_dark
from app.kernel.package_files import resource
from app.pages.theme.background_patterns import pattern_css
from app.pages.theme.fonts import FONTS
from app.pages.theme.shades import PATTERN_INK, VEIL, Shades
from app.pages.theme.theme import Theme
from app.web import assets

FOLDER = resource("static/css/bio")
LOCAL_PATH = re.compile(r"/(?!/)[A-Za-z0-9._/-]+")
RADII = {"square": ("4px", "4px"), "rounded": ("16px", "16px"), "pill": ("999px", "24px")}
CSS_NAMES = {
    "background": "bg",
    "button_ink": "btn-ink",
    "button_mark": "btn-mark",
    "button": "btn",
    "go_ink": "go-ink",
    "mark_ink": "mark-ink",
}
SPARK = "#e0a04f"  # the second colour of kawung: the brown of soga dye


@lru_cache(64)
def load_stylesheets(names: tuple[str, ...]) -> str:
    """The minified content of the stylesheets with these names in `static/css/bio`; missing files are skipped."""
    files = [FOLDER / f"{name}.css" for name in names]
    return "".join(minify_css(file.read_text()) for file in files if file.exists())


def minify_css(css: str) -> str:
    """Minifies one of our stylesheets: removes comments and unnecessary white space."""
    bare = re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
    return re.sub(r" ?([{};,>]) ?", r"\1", re.sub(r": ", ":", bare)).replace(";}", "}").strip()


def strip_indentation(html: str) -> str:
    """The HTML without the indentation of its lines."""
    return re.sub(r"\n[ \t]+", "\n", html)


def theme_css(theme: Theme, picture: str = "") -> str:
    """The rules of a theme; `picture` is the path of the background picture on our own host, or empty."""
    default_mode, *other_modes = theme.sides
    rules = [
        _font_face(theme),
        f":root{{{_variables(theme, default_mode, picture)}}}",
        _banner(theme),
        _theme_files(theme),
    ]
    if other_modes:
        declarations = _variables(theme, other_modes[0], picture, shape=False)
        rules.append(f"@media (prefers-color-scheme:dark){{:root{{{declarations}}}}}")
    if FONTS[theme.value("font")].for_all_text:
        rules.append("body{word-spacing:.06em}")  # the space of this font is narrow
    return "".join(rules)


def font_path(theme: Theme) -> str:
    """The path below `static` of the font file to preload; empty for the system font."""
    font = FONTS[theme.value("font")]
    return f"fonts/{font.file}" if font.file else ""


def _font_face(theme: Theme) -> str:
    """The `@font-face` rule of the theme's font; empty for the system font."""
    font = FONTS[theme.value("font")]
    if not font.file:
        return ""
    return (
        f"@font-face{{font-family:{font.family};font-weight:{font.range};font-display:optional;"
        f'src:url("{assets.asset_url(font_path(theme))}") format("woff2")}}'
    )


def _variables(theme: Theme, side: str, picture: str, *, shape: bool = True) -> str:
    """The custom properties of a mode; with `shape` also those of radii and fonts, which do not depend on the mode."""
    shades = theme.shades(side)
    names = [name for name in Shades.__dataclass_fields__ if name != "second"]
    declarations = [f"--{CSS_NAMES.get(name, name)}:{getattr(shades, name)}" for name in names]
    declarations += [
        f"--behind:{_background_image(theme, side, shades, picture)}",
        f"color-scheme:{side}",
        f"--in-card:{'dark' if is_dark(shades.card) else 'light'}",
    ]
    if shape:
        font, (button, card) = FONTS[theme.value("font")], RADII[theme.value("shape")]
        declarations += [f"--r:{button}", f"--rc:{card}", f"--head:{font.heading_family}", f"--body:{font.body}"]
        declarations.append(f"--heavy:{font.weight}")
    return ";".join(declarations)


def _background_image(theme: Theme, side: str, shades: Shades, picture: str) -> str:
    """The value of the page's CSS property `background-image`."""
    backdrop, layers = theme.value("backdrop"), []
    if backdrop == "pattern":
        layers.append(pattern_css(theme.value("pattern"), theme.colours(side).accent, PATTERN_INK))
    if backdrop == "picture" and LOCAL_PATH.fullmatch(picture):
        red, green, blue = bytes.fromhex(shades.background[1:])
        overlay = f"rgba({red},{green},{blue},{VEIL})"
        layers += [f"linear-gradient({overlay},{overlay})", f'url("{picture}")']
    if shades.second:
        layers.append(f"linear-gradient(165deg,{shades.background},{shades.second})")
    return ",".join(layers) or "none"


def _banner(theme: Theme) -> str:
    """The rule of the patterned band at the top of a page without a cover picture; empty if the preset has none."""
    if not theme.base.banner:
        return ""
    accent = theme.accent or theme.base.light.accent
    pattern = pattern_css(theme.base.banner, composite(accent, "#ffffff", 0.4), 0.8, SPARK)
    return f".cover--drawn{{background:{composite(accent, '#000000', 0.25)} {pattern}}}"


def _theme_files(theme: Theme) -> str:
    """The stylesheets of the theme's choices of `fill` and `backdrop`."""
    return load_stylesheets((f"fill-{theme.value('fill')}", f"backdrop-{theme.value('backdrop')}"))
