"""Whatever somebody chooses can be read, and nothing of what they typed reaches a stylesheet unread."""

import re
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.colour.contrast import contrast_ratio
from app.colour.readable_lightness import adjust_to_contrast, hex_to_oklch, invert_lightness, oklch_to_hex
from app.kernel.package_files import ROOT
from app.kernel.refusal import Refusal
from app.pages.theme.background_patterns import PATTERNS
from app.pages.theme.fonts import FONTS
from app.pages.theme.presets import PRESETS
from app.pages.theme.shades import Shades, _grounds
from app.pages.theme.stylesheet import theme_css
from app.pages.theme.theme import BACKDROPS, CHOICES, COLOURS, FILLS, SHAPES, Theme
from tests.subtests import as_subtests

PICTURE = "0b8a6f0e-52a3-4f6e-9d2f-2f3a0c8f5f11"
HOSTILE = [
    "red",
    "#12345",
    "#fff;}",
    "</style><script>",
    "url(//evil.example)",
    "#1234567",
    "expression(1)",
    7,
    ["#fff"],
    "\u0661\u0661\u0661",
]


def readable(theme: Theme, side: str) -> None:
    """Asserts the contrast of every pair that meets on a page."""
    shades: Shades = theme.shades(side)
    grounds = _grounds(theme.colours(side)._replace(second=shades.second), shades.background, theme.value("backdrop"))
    for ground in grounds:
        assert contrast_ratio(shades.text, ground) >= 4.5
        assert contrast_ratio(shades.quiet, ground) >= 4.5
        assert contrast_ratio(shades.mark, ground) >= 3
    for text in (shades.ink, shades.soft, shades.link):
        assert contrast_ratio(text, shades.card) >= 4.5
    assert contrast_ratio(shades.accent, shades.card) >= 3
    assert contrast_ratio(shades.go_ink, shades.go) >= 4.5
    for ground in grounds if theme.value("fill") == "outline" else (shades.button,):
        assert contrast_ratio(shades.button_ink, ground) >= 4.5
        assert contrast_ratio(shades.button_mark, ground) >= 3


@as_subtests("preset, backdrop, side", product(PRESETS, BACKDROPS, ["light", "dark"]))
def test_every_preset_can_be_read_in_both_modes_and_every_fill(preset: str, backdrop: str, side: str) -> None:
    for fill in FILLS:
        readable(Theme(preset, mode=side, backdrop=backdrop, fill=fill, picture=PICTURE), side)


colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@settings(max_examples=60)
@given(
    st.fixed_dictionaries(dict.fromkeys(COLOURS, colours)),
    st.sampled_from(list(PRESETS)),
    st.sampled_from(list(BACKDROPS)),
    st.sampled_from(list(FILLS)),
)
def test_any_four_colours_can_be_read(chosen: dict[str, str], preset: str, backdrop: str, fill: str) -> None:
    theme = Theme.of(
        {**chosen, "preset": preset, "backdrop": backdrop, "fill": fill, "mode": "auto", "picture": PICTURE}
    )
    for side in ("light", "dark"):
        readable(theme, side)


def test_presets_are_shown_as_they_were_drawn() -> None:
    assert not [key for key in PRESETS if Theme(key).adjusted_colours]


def test_what_was_nudged_is_told() -> None:
    theme = Theme.of({"background": "#ffffff", "text": "#cccccc", "accent": "#ffff00"})
    assert set(theme.adjusted_colours) == {"text", "accent"}
    assert contrast_ratio(theme.adjusted_colours["text"], "#ffffff") >= 4.5
    assert f"--text:{theme.adjusted_colours['text']}" in theme_css(theme)


@as_subtests("value, name", product(HOSTILE, COLOURS))
def test_what_is_no_colour_is_refused_by_its_field(name: str, value: Any) -> None:
    with pytest.raises(Refusal) as refused:
        Theme.of({name: value})
    assert refused.value.field == name


@as_subtests("value, name", product(["x", "NILA", "</style>", 7, {"a": 1}], [*CHOICES, "picture"]))
def test_what_is_on_no_list_is_refused_by_its_field(name: str, value: Any) -> None:
    with pytest.raises(Refusal) as refused:
        Theme.of({name: value})
    assert refused.value.field == name


def test_a_theme_is_read_back_and_a_change_can_be_taken_back() -> None:
    theme = Theme.of({"preset": "poster", "accent": "#ABC", "mode": "auto", "shape": "pill", "unknown": 1})
    assert theme.accent == "#aabbcc"
    assert Theme.of(theme.as_dict()) == theme
    assert theme.with_changes({"accent": ""}).accent == ""
    assert theme.value("shape") == "pill" and theme.value("fill") == "shadow"


def test_a_stylesheet_follows_the_visitor_only_where_that_was_chosen() -> None:
    assert "prefers-color-scheme" in theme_css(Theme(mode="auto"))
    assert "prefers-color-scheme" not in theme_css(Theme(mode="dark"))


def test_a_picture_of_another_host_is_left_out() -> None:
    theme = Theme(backdrop="picture", picture=PICTURE)
    assert 'url("/media/ab.webp")' in theme_css(theme, "/media/ab.webp")
    for url in ("//evil.example/a", "https://evil.example/a", '/a");}', "/a b"):
        assert theme_css(theme, url) == theme_css(theme)


def test_stylesheets_are_small_and_plain_enough_for_a_browser_of_2019() -> None:
    for key in PRESETS:
        for pattern in PATTERNS:
            css = theme_css(Theme(key, mode="auto", backdrop="pattern", pattern=pattern))
            assert len(css) < 8_000
            assert not re.search(r"light-dark|color-mix|oklch|&|:has|clamp\(|<", css)


def test_every_font_is_there() -> None:
    for font in FONTS.values():
        assert not font.file or (ROOT / "static" / "fonts" / font.file).stat().st_size < 28_000


def test_presets_differ_in_more_than_colour() -> None:
    looks = {(preset.backdrop, preset.banner, preset.shape, preset.fill, preset.font) for preset in PRESETS.values()}
    assert len(PRESETS) == 8 and len(looks) == 8
    assert {preset.shape for preset in PRESETS.values()} == set(SHAPES)
    assert {preset.fill for preset in PRESETS.values()} == set(FILLS)


@settings(max_examples=60)
@given(colours)
def test_colours_survive_the_way_to_oklch_and_back(colour: str) -> None:
    assert oklch_to_hex(hex_to_oklch(colour)) == colour
    assert re.fullmatch("#[0-9a-f]{6}", invert_lightness(colour))


def test_a_nudge_keeps_the_hue() -> None:
    adjusted = adjust_to_contrast("#ffb3c7", ("#ffffff",), 4.5)
    assert abs(hex_to_oklch(adjusted)[2] - hex_to_oklch("#ffb3c7")[2]) < 0.1
    assert 4.5 <= contrast_ratio(adjusted, "#ffffff") < 5
