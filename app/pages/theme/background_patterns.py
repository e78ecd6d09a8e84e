"""The background patterns of pages: small SVG tiles that are embedded into the stylesheet.

Kawung and parang are traditional batik motifs in the public domain; the others are drawn for Kliqs.
"""

from typing import NamedTuple
from urllib.parse import quote

from app.kernel.refusal import N_


class Pattern(NamedTuple):
    """A square tile, `size` SVG user units wide; `label` is a message id.

    `drawing` is SVG with the placeholders `{ink}` for its colour and `{spark}` for the second colour.
    """

    label: str
    size: int
    drawing: str


_PETAL = '<ellipse cx="{0}" cy="{1}" rx="15" ry="8" transform="rotate({2} {0} {1})"/>'
_KAWUNG = (
    '<g fill="{ink}">'
    + _PETAL.format(15, 15, 45)
    + _PETAL.format(45, 15, -45)
    + _PETAL.format(15, 45, -45)
    + _PETAL.format(45, 45, 45)
    + '<path fill="{spark}" d="M30 26l4 4-4 4-4-4zM0-4l4 4-4 4-4-4zM60-4l4 '
    "4-4 4-4-4zM0 56l4 4-4 4-4-4z"
    'M60 56l4 4-4 4-4-4z"/></g>'
)
_BLADE = '<ellipse cx="{0}" cy="{1}" rx="8" ry="3.5"/>'
_PARANG = (
    '<g fill="{ink}" stroke="none">'
    + "".join(_BLADE.format(x, y) for x, y in ((0, 0), (40, 0), (0, 40), (40, 40), (20, 20), (10, 30), (30, 10)))
    + '</g><path d="M-2 22L22-2M18 42L42 18" stroke="{ink}" stroke-width="1.5"/>'
)
_DOTS = '<circle cx="6" cy="6" r="2.5" fill="{ink}"/><circle cx="18" cy="18" r="2.5" fill="{ink}"/>'
_LINES = '<path d="M0 11.5h24" stroke="{ink}"/>'
_WAVES = (
    '<g fill="none" stroke="{ink}" stroke-width="2"><path d="M0 20a20 20 0 0 1 40 0M6 20a14 14 0 0 1 28 '
    "0M12 20a8 8 0 "
    "0 1 16 0M-20 40a20 20 0 0 1 40 0M-14 40a14 14 0 0 1 28 0M-8 40a8 8 0 0 1 16 0M20 40a20 20 0 0 1 40 "
    "0M26 40a14 "
    '14 0 0 1 28 0M32 40a8 8 0 0 1 16 0"/></g>'
)
_STARS = (
    '<g fill="{ink}"><path d="M30 18l1.6 6.4L38 26l-6.4 1.6L30 34l-1.6-6.4L22 26l6.4-1.6z"/><circle '
    'cx="92" cy="20" '
    'r="1.6"/><circle cx="66" cy="58" r="1.2"/><circle cx="14" cy="84" r="1.6"/><circle cx="112" cy="96" '
    'r="1.2"/>'
    '<path d="M88 84l1.1 4.4 4.4 1.1-4.4 1.1L88 95l-1.1-4.4-4.4-1.1 4.4-1.1z"/><circle cx="46" cy="112" '
    'r="1.4"/></g>'
)
_PETALS = (
    '<g fill="{ink}"><g id="p"><ellipse cx="24" cy="16" rx="4" ry="8"/><ellipse cx="24" cy="32" rx="4" '
    'ry="8"/>'
    '<ellipse cx="16" cy="24" rx="8" ry="4"/><ellipse cx="32" cy="24" rx="8" ry="4"/></g>'
    '<use href="#p" x="44" y="44"/></g>'
)
_CONFETTI = (
    '<g fill="{ink}"><path d="M12 16l12-4 2 5-12 4zM76 8l4 11-5 2-4-11zM48 44l9 8-3 4-9-8zM14 70l11-6 '
    "3 4-11 6z"
    'M84 62l12 2-1 5-12-2zM46 88l3-12 5 1-3 12z"/><circle cx="48" cy="14" r="4"/><circle cx="84" '
    'cy="38" r="3"/>'
    '<circle cx="16" cy="44" r="3"/><circle cx="74" cy="86" r="4"/></g>'
)
PATTERNS = {
    "kawung": Pattern(N_("Kawung"), 60, _KAWUNG),
    "parang": Pattern(N_("Parang"), 40, _PARANG),
    "dots": Pattern(N_("Dots"), 24, _DOTS),
    "lines": Pattern(N_("Lines"), 24, _LINES),
    "waves": Pattern(N_("Waves"), 40, _WAVES),
    "stars": Pattern(N_("Stars"), 120, _STARS),
    "petals": Pattern(N_("Petals"), 88, _PETALS),
    "confetti": Pattern(N_("Confetti"), 100, _CONFETTI),
}


def pattern_svg(key: str, ink: str, spark: str = "") -> str:
    """The SVG of the pattern `key` in two colours `#rrggbb`; without `spark` all of it has the colour `ink`."""
    return PATTERNS[key].drawing.replace("{ink}", ink).replace("{spark}", spark or ink)


def pattern_css(key: str, ink: str, opacity: float, spark: str = "") -> str:
    """The pattern `key` as the value of the CSS property `background-image`; `opacity` is from 0 to 1."""
    pattern = PATTERNS[key]
    size = f'viewBox="0 0 {pattern.size} {pattern.size}" width="{pattern.size}" height="{pattern.size}"'
    text = f'<svg xmlns="http://www.w3.org/2000/svg" {size} opacity="{opacity}">{pattern_svg(key, ink, spark)}</svg>'
    return f'url("data:image/svg+xml,{quote(text, safe=" /:=;,.()")}")'.replace("%22", "'")
