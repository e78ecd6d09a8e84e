"""How a page looks: a preset and what was changed of it, every value validated; a small stylesheet is made of it.

Nothing anybody typed reaches the stylesheet: colours are read and written anew, all else is a choice from a list.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Self

from app.colour import contrast, oklch
from app.kernel.refusal import N_, InvalidRequest, Refusal
from app.kernel.uuid_parser import parse_uuid
from app.pages.theme.backgrounds import PATTERNS
from app.pages.theme.fonts import FONTS
from app.pages.theme.presets import PRESETS, Colours, Preset
from app.pages.theme.shades import Shades
from app.qr.design import NotAChoice, NotAColour

COLOURS = ("accent", "text", "surface", "background")
MODES = {"light": N_("Light"), "dark": N_("Dark"), "auto": N_("As the visitor's device")}
BACKDROPS = {"plain": N_("One colour"), "gradient": N_("Gradient"), "pattern": N_("Pattern"), "picture": N_("Picture")}
SHAPES = {"square": N_("Square"), "rounded": N_("Rounded"), "pill": N_("Round")}
FILLS = {"soft": N_("Card"), "solid": N_("Filled"), "outline": N_("Outline"), "shadow": N_("Hard shadow")}
CHOICES: dict[str, Mapping[str, Any]] = {
    "preset": PRESETS, "mode": MODES, "backdrop": BACKDROPS, "pattern": PATTERNS, "shape": SHAPES, "fill": FILLS,
    "font": FONTS,
}


class NotAPicture(InvalidRequest):
    field, says = "picture", N_("That is not one of your pictures.")


@dataclass(frozen=True, slots=True)
class Theme:
    """Whatever is empty is as the preset has it. Colours are `#rrggbb`, `picture` is the id of a picture.

    Of a page whose `mode` is "auto" the colours are those of its light side; the dark one is made of them.
    """

    preset: str = "nila"
    mode: str = ""
    accent: str = ""
    text: str = ""
    surface: str = ""
    background: str = ""
    backdrop: str = ""
    pattern: str = ""
    picture: str = ""
    shape: str = ""
    fill: str = ""
    font: str = ""

    @classmethod
    def of(cls, said: Mapping[str, Any]) -> Self:
        """The theme a form or a JSON object describes. Keys it does not know are passed over.

        Refusals, with the key as their field: NotAChoice, NotAColour, NotAPicture.
        """
        known = {field.name for field in fields(cls)}
        given = {key: value for key, value in said.items() if key in known and value not in ("", None)}
        return cls(**{key: _read(key, value) for key, value in given.items()})

    def changed(self, changes: Mapping[str, Any]) -> Self:
        """This theme with changes; an empty one goes back to the preset's. Refusals: those of `of`."""
        return self.of({**self.as_dict(), **changes})

    def taken(self, changes: Mapping[str, Any]) -> tuple[Self, list[Refusal]]:
        """As `changed`, with all that is wrong, each fault by its key; then nothing of it is to be kept."""
        theme, faults = self, list[Refusal]()
        for name, value in changes.items():
            try:
                theme = theme.changed({name: value})
            except Refusal as refusal:
                faults.append(refusal)
        return theme, faults

    def as_dict(self) -> dict[str, Any]:
        """Plain values; `of` reads them back."""
        return asdict(self)

    @property
    def base(self) -> Preset:
        return PRESETS[self.preset]

    def value(self, name: str) -> str:
        """What is in force of a choice: mode, backdrop, pattern, shape, fill or font."""
        found: str = getattr(self, name) or getattr(self.base, name)
        return "plain" if name == "backdrop" and found == "picture" and not self.picture else found

    @property
    def sides(self) -> tuple[str, ...]:
        """Which of its sides visitors can see, the usual one first."""
        return ("light", "dark") if self.value("mode") == "auto" else (self.value("mode"),)

    def colours(self, side: str) -> Colours:
        """The colours chosen for a side, before any is nudged."""
        preset: Colours = getattr(self.base, side)
        mine = {name: getattr(self, name) for name in COLOURS if getattr(self, name)}
        if side != self.sides[0]:
            mine = {name: value if name == "accent" else oklch.turned(value) for name, value in mine.items()}
        chosen = preset._replace(**mine)
        return chosen._replace(second="") if self.background else chosen

    def shades(self, side: str) -> Shades:
        """All the colours of a side, as they are shown."""
        return Shades.of(self.colours(side), self.value("backdrop"), self.value("fill"))

    @property
    def nudged(self) -> dict[str, str]:
        """Those of the four colours that are shown otherwise than chosen, so that all can be read: name to colour."""
        side = self.sides[0]
        chosen, shown = self.colours(side), self.shades(side)
        seen = {"accent": shown.mark, "text": shown.text, "background": shown.background}
        return {name: found for name, found in seen.items() if found != getattr(chosen, name)}


def _read(key: str, value: object) -> str:
    text = value if isinstance(value, str) else "?"
    if key not in CHOICES:
        return _colour(key, text) if key in COLOURS else _picture(text)
    if text not in CHOICES[key]:
        raise NotAChoice(field=key, choices=", ".join(CHOICES[key]))
    return text


def _colour(key: str, value: str) -> str:
    try:
        return contrast.normal(value)
    except ValueError:
        raise NotAColour(field=key) from None


def _picture(value: str) -> str:
    if (id := parse_uuid(value)) is None:
        raise NotAPicture
    return str(id)
