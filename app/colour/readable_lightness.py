"""Adjusts the lightness of colours until they are readable; hue and chroma stay as they are. Works in OKLCH.

The conversion is Björn Ottosson's (bottosson.github.io/posts/oklab), the contrast that of WCAG 2.2.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import atan2, cos, hypot, sin

from app.colour.contrast import contrast_ratio, mix_srgb, rgb_channels

READABLE, VISIBLE = 4.5, 3.0  # WCAG 2.2: 1.4.3 for text, 1.4.11 for graphics and controls
MARGIN = 0.05  # added to a ratio, because browsers round colours
STEPS = 200

Oklch = tuple[float, float, float]  # lightness from 0 to 1, chroma, hue in radians


def hex_to_oklch(colour: str) -> Oklch:
    """The OKLCH values of `#rrggbb`: lightness from 0 to 1, chroma, and hue in radians."""
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb_channels(colour))
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    medium = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    blue = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return lightness, hypot(a, blue), atan2(blue, a)


def oklch_to_hex(colour: Oklch) -> str:
    """The colour as `#rrggbb`. A colour outside of sRGB loses chroma until it is inside."""
    lightness, chroma, hue = colour
    for share in range(20, -1, -1):
        linear = _linear_rgb(lightness, chroma * share / 20, hue)
        if all(-0.0005 <= value <= 1.0005 for value in linear):
            break
    return "#" + "".join(f"{round(_gamma_encode(min(max(value, 0), 1)) * 255):02x}" for value in linear)


def _linear_rgb(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    """The linear red, green and blue of an OKLCH colour; values outside of 0 to 1 are outside of sRGB."""
    a, b = chroma * cos(hue), chroma * sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _gamma_encode(value: float) -> float:
    """One channel of sRGB from its linear value, both from 0 to 1."""
    return value * 12.92 if value <= 0.0031308 else float(1.055 * value ** (1 / 2.4) - 0.055)


def meets_contrast(colour: str, grounds: Sequence[str], ratio: float) -> bool:
    """Whether a colour reaches a contrast ratio on every one of the background colours `grounds`."""
    return all(contrast_ratio(colour, ground) >= ratio for ground in grounds)


@lru_cache(4096)
def adjust_to_contrast(colour: str, grounds: tuple[str, ...], ratio: float) -> str:
    """The colour with its lightness changed as little as needed to reach a contrast `ratio` on every background.

    `grounds` are the background colours. When no lightness reaches the ratio, returns black or white, whichever has
    the higher contrast on the worst background.
    """
    if meets_contrast(colour, grounds, ratio):
        return colour
    lightness, chroma, hue = hex_to_oklch(colour)
    for step in range(1, STEPS + 1):
        for candidate_lightness in (lightness - step / STEPS, lightness + step / STEPS):
            if 0 <= candidate_lightness <= 1 and meets_contrast(
                candidate := oklch_to_hex((candidate_lightness, chroma, hue)), grounds, ratio + MARGIN
            ):
                return candidate
    return max(("#000000", "#ffffff"), key=lambda extreme: min(contrast_ratio(extreme, ground) for ground in grounds))


def invert_lightness(colour: str) -> str:
    """The counterpart of a colour in the other mode: a light colour becomes dark and the reverse; the hue stays."""
    lightness, chroma, hue = hex_to_oklch(colour)
    return oklch_to_hex((min(max(1.14 - lightness, 0.16), 0.97), min(chroma, 0.09), hue))


def gradient_end(colour: str) -> str:
    """The end of a gradient that starts with `colour`: the hue is 0.7 radians further, the lightness similar."""
    lightness, chroma, hue = hex_to_oklch(colour)
    return oklch_to_hex((lightness + (0.05 if lightness < 0.6 else -0.04), max(chroma, 0.035) * 1.25, hue + 0.7))


def composite(under: str, over: str, share: float) -> str:
    """The colour that results when `over` with an opacity of `share` (0 to 1) is painted over `under`."""
    return mix_srgb(under, over, share)


def is_dark(colour: str) -> bool:
    """Whether white text has more contrast on a colour than black text."""
    return contrast_ratio(colour, "#ffffff") > contrast_ratio(colour, "#000000")
