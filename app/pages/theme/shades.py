"""All colours of a page, computed from the few that its owner chose, so that all text on it is readable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from app.colour.readable_lightness import (
    READABLE,
    VISIBLE,
    adjust_to_contrast,
    composite,
    gradient_end,
    hex_to_oklch,
    meets_contrast,
    oklch_to_hex,
)
from app.pages.theme.presets import Colours

PATTERN_INK, VEIL = 0.1, 0.86  # opacities: of a pattern over the background, of the background over a picture
QUIET, HAIRLINE = 0.3, 0.16
STEPS = 40


@dataclass(frozen=True, slots=True)
class Shades:
    """The colours of a page in one mode, `#rrggbb` each.

    On the page's background: `text`, `quiet` (less prominent text) and `mark`. On a `card`: `ink`, `soft` (less
    prominent text), `link`, `accent` and `line`. On `button`: `button_ink` and `button_mark`. On `mark`: `mark_ink`; on
    `go`: `go_ink`. `mark` and `accent` are for icons, lines and the avatar's background and have the contrast VISIBLE;
    colours of text have the contrast READABLE.
    """

    background: str
    second: str
    text: str
    quiet: str
    mark: str
    mark_ink: str
    card: str
    ink: str
    soft: str
    link: str
    accent: str
    line: str
    button: str
    button_ink: str
    button_mark: str
    go: str
    go_ink: str

    @classmethod
    def of(cls, chosen: Colours, backdrop: str, fill: str) -> Self:
        """The colours for the chosen ones; `backdrop` and `fill` are keys of BACKDROPS and FILLS in theme.py."""
        page = _page_colours(chosen, backdrop)
        card = _card_colours(chosen, page["background"], page["text"])
        return cls(**page, **card, **_button_colours(chosen.accent, fill, page, card))


def _page_colours(chosen: Colours, backdrop: str) -> dict[str, str]:
    """The colours of the page's background and of what is directly on it, by the fields of `Shades`."""
    background, grounds = _readable_background(chosen, backdrop)
    text = adjust_to_contrast(chosen.text, grounds, READABLE)
    mark = adjust_to_contrast(chosen.accent, grounds, VISIBLE)
    return {
        "background": background,
        "second": _gradient_end(chosen, background, backdrop),
        "text": text,
        "quiet": adjust_to_contrast(composite(text, background, QUIET), grounds, READABLE),
        "mark": mark,
        "mark_ink": _text_on(mark, chosen.surface, background, text),
    }


def _card_colours(chosen: Colours, background: str, text: str) -> dict[str, str]:
    """The colours of a card and of what is on it, by the fields of `Shades`; `background` and `text` are the page's."""
    card = chosen.surface
    ink = _text_on_card(text, background, card)
    accent = _accent_on_card(chosen.accent, background, card, VISIBLE)
    return {
        "card": card,
        "ink": ink,
        "soft": adjust_to_contrast(composite(ink, card, QUIET), (card,), READABLE),
        "link": _accent_on_card(chosen.accent, background, card, READABLE),
        "accent": accent,
        "line": composite(card, ink, HAIRLINE),
        "go": accent,
        "go_ink": _text_on(accent, card, background, text),
    }


def _button_colours(accent: str, fill: str, page: Mapping[str, str], card: Mapping[str, str]) -> dict[str, str]:
    """The colours of a button, by the fields of `Shades`; `page` and `card` are the colours of what it is on."""
    if fill == "solid":
        return {"button": page["mark"], "button_ink": page["mark_ink"], "button_mark": page["mark_ink"]}
    if fill == "outline":
        return {"button": page["background"], "button_ink": page["text"], "button_mark": page["mark"]}
    mark = adjust_to_contrast(accent, (card["card"],), VISIBLE)
    return {"button": card["card"], "button_ink": card["ink"], "button_mark": mark}


def _gradient_end(chosen: Colours, background: str, backdrop: str) -> str:
    """The second colour of the background's gradient, or empty when it has none."""
    if backdrop == "gradient":
        return chosen.second or gradient_end(background)
    return chosen.second if backdrop == "pattern" else ""


def _grounds(chosen: Colours, background: str, backdrop: str) -> tuple[str, ...]:
    """All colours that can be behind text on the page itself."""
    if backdrop == "picture":
        return tuple(composite(edge, background, VEIL) for edge in ("#000000", "#ffffff"))
    second = _gradient_end(chosen, background, backdrop)
    stops = [background, *([second, composite(background, second, 0.5)] if second else [])]
    inked = [composite(stop, chosen.accent, PATTERN_INK) for stop in stops] if backdrop == "pattern" else []
    return (*stops, *inked)


def _readable_background(chosen: Colours, backdrop: str) -> tuple[str, tuple[str, ...]]:
    """The background colour and all colours behind text, as `_grounds` returns them.

    The chosen background is made darker or lighter until black or white text is readable on all of them.
    """
    lightness, chroma, hue = hex_to_oklch(chosen.background)
    direction = -1 if lightness < 0.62 else 1
    background = chosen.background
    for step in range(STEPS):
        if step:
            background = oklch_to_hex((min(max(lightness + direction * step / STEPS, 0), 1), chroma, hue))
        grounds = _grounds(chosen, background, backdrop)
        if any(meets_contrast(extreme, grounds, READABLE) for extreme in ("#000000", "#ffffff")):
            return background, grounds
        chosen = chosen._replace(second="")
    return background, grounds


def _text_on_card(text: str, background: str, card: str) -> str:
    """The colour of text on a card: the page's text colour or its background if readable, else an adjusted text."""
    for candidate in (text, background):
        if meets_contrast(candidate, (card,), READABLE + 1):
            return candidate
    return adjust_to_contrast(text, (card,), READABLE)


def _accent_on_card(accent: str, background: str, card: str, ratio: float) -> str:
    """The accent on a card, or the page's background colour if only that reaches the contrast, adjusted if neither."""
    candidates = (accent, background)
    colour = next((candidate for candidate in candidates if meets_contrast(candidate, (card,), ratio)), accent)
    return adjust_to_contrast(colour, (card,), ratio)


def _text_on(filled: str, *candidates: str) -> str:
    """The first readable colour of text on a filled area: one of the candidates, white, or an adjusted candidate."""
    for candidate in (*candidates, "#ffffff"):
        if meets_contrast(candidate, (filled,), READABLE):
            return candidate
    return adjust_to_contrast(candidates[0], (filled,), READABLE)
