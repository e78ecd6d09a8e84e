"""What a page is painted with: the colours somebody chose, and all others that follow from them, readable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from app.colour.oklch import READABLE, VISIBLE, beside, blended, nudged, oklch, stands_out, written
from app.pages.theme.presets import Colours

PATTERN_INK, VEIL = 0.1, 0.86  # opacities: of a pattern over the background, of the background over a picture
QUIET, HAIRLINE = 0.3, 0.16
STEPS = 40


@dataclass(frozen=True, slots=True)
class Shades:
    """Colours as `#rrggbb`. `text`, `quiet` and `mark` stand on the page itself; `ink`, `soft`, `link` and `accent` on
    `card`; `button_ink` on `button`, `mark_ink` on `mark`. `mark` and `accent` are for icons, lines and the avatar's
    ground, the others can be read.
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
        """The shades of a page whose backdrop is plain, gradient, pattern or picture."""
        background, grounds = _background(chosen, backdrop)
        text = nudged(chosen.text, grounds, READABLE)
        quiet = nudged(blended(text, background, QUIET), grounds, READABLE)
        card = chosen.surface
        ink = _ink(text, background, card)
        go = _strong(chosen.accent, background, card, VISIBLE)
        go_ink = _on(go, card, background, text)
        filled = nudged(chosen.accent, grounds, VISIBLE)
        button = {"solid": filled, "outline": background}.get(fill, card)
        button_ink = {"solid": _on(filled, card, background, text), "outline": text}.get(fill, ink)
        seen = grounds if fill == "outline" else (button,)
        return cls(
            background, _second(chosen, background, backdrop), text, quiet, filled,
            _on(filled, card, background, text), card, ink,
            nudged(blended(ink, card, QUIET), (card,), READABLE), _strong(chosen.accent, background, card, READABLE),
            go, blended(card, ink, HAIRLINE), button, button_ink,
            button_ink if fill == "solid" else nudged(chosen.accent, seen, VISIBLE), go, go_ink)


def _second(chosen: Colours, background: str, backdrop: str) -> str:
    if backdrop == "gradient":
        return chosen.second or beside(background)
    return chosen.second if backdrop == "pattern" else ""


def _grounds(chosen: Colours, background: str, backdrop: str) -> tuple[str, ...]:
    """Everything that text can come to stand on."""
    if backdrop == "picture":
        return tuple(blended(edge, background, VEIL) for edge in ("#000000", "#ffffff"))
    second = _second(chosen, background, backdrop)
    stops = [background, *([second, blended(background, second, 0.5)] if second else [])]
    inked = [blended(stop, chosen.accent, PATTERN_INK) for stop in stops] if backdrop == "pattern" else []
    return (*stops, *inked)


def _background(chosen: Colours, backdrop: str) -> tuple[str, tuple[str, ...]]:
    """The background, or one so much darker or lighter that some text can be read on all of it; and all of it."""
    lightness, chroma, hue = oklch(chosen.background)
    darker = -1 if lightness < 0.62 else 1
    for step in range(STEPS):
        moved = written((min(max(lightness + darker * step / STEPS, 0), 1), chroma, hue)) if step else chosen.background
        grounds = _grounds(chosen, moved, backdrop)
        if any(stands_out(edge, grounds, READABLE) for edge in ("#000000", "#ffffff")):
            return moved, grounds
        chosen = chosen._replace(second="")
    return moved, grounds


def _ink(text: str, background: str, card: str) -> str:
    """Text on a card: the page's own where it can be read there, else the background's colour, else a nudged one."""
    for candidate in (text, background):
        if stands_out(candidate, (card,), READABLE + 1):
            return candidate
    return nudged(text, (card,), READABLE)


def _strong(accent: str, background: str, card: str, ratio: float) -> str:
    """The accent on a card, or the page's own colour where that stands out and the accent does not."""
    found = next((one for one in (accent, background) if stands_out(one, (card,), ratio)), accent)
    return nudged(found, (card,), ratio)


def _on(filled: str, *candidates: str) -> str:
    """What is written on something filled: of these and white the first that can be read well."""
    for candidate in (*candidates, "#ffffff"):
        if stands_out(candidate, (filled,), READABLE):
            return candidate
    return nudged(candidates[0], (filled,), READABLE)
