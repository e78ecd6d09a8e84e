"""The theme of a page: a preset and the changes to it, all validated. `stylesheet.py` makes CSS of it.

No typed text reaches the stylesheet: colours are parsed and formatted again, everything else is a key of a list.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Self

from app.colour import contrast, readable_lightness
from app.kernel.refusal import N_, InvalidRequest, Refusal
from app.kernel.uuid_parser import parse_uuid
from app.pages.theme.background_patterns import PATTERNS
from app.pages.theme.fonts import FONTS
from app.pages.theme.presets import PRESETS, Colours, Preset
from app.pages.theme.shades import Shades
from app.qr.design import InvalidChoice, InvalidColour

COLOURS = ("accent", "text", "surface", "background")
MODES = {"light": N_("Light"), "dark": N_("Dark"), "auto": N_("As the visitor's device")}
BACKDROPS = {"plain": N_("One colour"), "gradient": N_("Gradient"), "pattern": N_("Pattern"), "picture": N_("Picture")}
SHAPES = {"square": N_("Square"), "rounded": N_("Rounded"), "pill": N_("Round")}
FILLS = {"soft": N_("Card"), "solid": N_("Filled"), "outline": N_("Outline"), "shadow": N_("Hard shadow")}
CHOICES: dict[str, Mapping[str, Any]] = {
    "preset": PRESETS,
    "mode": MODES,
    "backdrop": BACKDROPS,
    "pattern": PATTERNS,
    "shape": SHAPES,
    "fill": FILLS,
    "font": FONTS,
}


class NotAPicture(InvalidRequest):
    """The background picture is not the id of a picture."""

    field, says = "picture", N_("That is not one of your pictures.")


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme; an empty field has the value of the preset. Colours are `#rrggbb`, `picture` is the id of a picture.

    With the mode "auto" the colours are those of the light mode; the dark ones are computed from them.
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
    def of(cls, values: Mapping[str, Any]) -> Self:
        """The theme from the values of a form or a JSON object; unknown keys and empty values are ignored.

        Raises, with the key as their field: InvalidChoice, InvalidColour, NotAPicture.
        """
        names = {field.name for field in fields(cls)}
        changes = {key: value for key, value in values.items() if key in names and value not in ("", None)}
        return cls(**{key: _read(key, value) for key, value in changes.items()})

    def with_changes(self, changes: Mapping[str, Any]) -> Self:
        """A copy with changes; an empty value returns to that of the preset. Raises: those of `of`."""
        return self.of({**self.as_dict(), **changes})

    def try_changes(self, changes: Mapping[str, Any]) -> tuple[Self, list[Refusal]]:
        """A copy changed like `with_changes`, and all refusals, each with its key as its field.

        When there are refusals, the copy must not be saved.
        """
        theme, faults = self, list[Refusal]()
        for name, value in changes.items():
            try:
                theme = theme.with_changes({name: value})
            except Refusal as refusal:
                faults.append(refusal)
        return theme, faults

    def as_dict(self) -> dict[str, Any]:
        """The theme as a dict for JSON; `of` reads it back."""
        return asdict(self)

    @property
    def base(self) -> Preset:
        """The preset that the theme is based on."""
        return PRESETS[self.preset]

    def value(self, name: str) -> str:
        """The value in effect of mode, backdrop, pattern, shape, fill or font: the theme's own, else the preset's.

        A picture backdrop without a picture is plain.
        """
        value: str = getattr(self, name) or getattr(self.base, name)
        return "plain" if name == "backdrop" and value == "picture" and not self.picture else value

    @property
    def sides(self) -> tuple[str, ...]:
        """The modes, "light" or "dark", that visitors can see, the default one first."""
        return ("light", "dark") if self.value("mode") == "auto" else (self.value("mode"),)

    def colours(self, side: str) -> Colours:
        """The chosen colours of a mode, before they are adjusted to be readable."""
        preset: Colours = getattr(self.base, side)
        own = {name: getattr(self, name) for name in COLOURS if getattr(self, name)}
        if side != self.sides[0]:
            own = {
                name: value if name == "accent" else readable_lightness.invert_lightness(value)
                for name, value in own.items()
            }
        chosen = preset._replace(**own)
        return chosen._replace(second="") if self.background else chosen

    def shades(self, side: str) -> Shades:
        """All colours of a mode, as the page shows them."""
        return Shades.of(self.colours(side), self.value("backdrop"), self.value("fill"))

    @property
    def adjusted_colours(self) -> dict[str, str]:
        """The chosen colours that had to be adjusted to be readable, by name, with the adjusted value."""
        side = self.sides[0]
        chosen, shown = self.colours(side), self.shades(side)
        in_effect = {"accent": shown.mark, "text": shown.text, "background": shown.background}
        return {name: colour for name, colour in in_effect.items() if colour != getattr(chosen, name)}


def _read(key: str, value: object) -> str:
    """The validated value of a field. Raises: InvalidChoice, InvalidColour, NotAPicture."""
    text = value if isinstance(value, str) else "?"
    if key not in CHOICES:
        return _colour(key, text) if key in COLOURS else _picture(text)
    if text not in CHOICES[key]:
        raise InvalidChoice(field=key, choices=", ".join(CHOICES[key]))
    return text


def _colour(key: str, value: str) -> str:
    try:
        return contrast.normalize_hex(value)
    except ValueError:
        raise InvalidColour(field=key) from None


def _picture(value: str) -> str:
    if (id := parse_uuid(value)) is None:
        raise NotAPicture
    return str(id)
