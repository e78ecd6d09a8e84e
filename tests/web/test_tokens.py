"""Colours that stand beside words can be told apart from what they stand on, in both themes: WCAG 2.2, 1.4.11."""

import math
import re

import pytest

from app.kernel.package_files import ROOT

CSS = (ROOT / "static" / "css" / "tokens.css").read_text()
RAW = dict(reversed(re.findall(r"--([\w-]+):\s*(.+?);", CSS)))  # the first of each: more contrast comes later
TAGS = [f"tag-{number}" for number in range(1, 7)]
UNDER = ["surface", "surface-raised", "surface-sunken", "surface-hover", "accent-soft", "paper"]


def value(token: str, theme: int) -> tuple[float, float, float]:
    """Lightness, chroma and hue of a token, in the light (0) or dark (1) theme."""
    text = RAW[token]
    if text.startswith("light-dark("):
        text = re.split(r",\s*(?=oklch|var)", text.removeprefix("light-dark(")[:-1])[theme]
    if text.startswith("var("):
        return value(text[len("var(--") : -1], theme)
    lightness, chroma, hue = (float(part) for part in text.removeprefix("oklch(")[:-1].split()[:3])
    return lightness, chroma, hue


def luminance(colour: tuple[float, float, float]) -> float:
    """Relative luminance of an OKLCH colour (https://www.w3.org/TR/css-color-4/#color-conversion-code)."""
    lightness, chroma, hue = colour
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long, middle, short = (
        (lightness + x * a + y * b) ** 3
        for x, y in ((0.3963377774, 0.2158037573), (-0.1055613458, -0.0638541728), (-0.0894841775, -1.2914855480))
    )
    rgb = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    red, green, blue = (min(max(part, 0.0), 1.0) for part in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str, theme: int) -> float:
    dark, light = sorted(luminance(value(token, theme)) for token in (one, other))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("tag", TAGS)
def test_the_dot_of_a_tag_shows_on_every_surface(tag: str, theme: int) -> None:
    for surface in UNDER:
        assert contrast(tag, surface, theme) >= 3, (surface, round(contrast(tag, surface, theme), 2))


def test_the_measure_is_right() -> None:
    assert round(contrast("ink", "paper", 0), 1) >= 15
    assert round(contrast("paper", "paper", 0), 2) == 1
    assert contrast("line", "surface", 0) < 1.5, "a hairline would not do"
