"""How a code looks: everything a designer chooses, as plain values that a form, the API and the database share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Self

from app.colour import contrast
from app.kernel import text
from app.kernel.refusal import N_, InvalidRequest, Refusal, WrongType
from app.qr.render import text_outlines
from app.qr.render.matrix import LEVELS

MOST_WORDS, FILE_NAME = 30, "link-placement"
CHOICES = {
    "pattern": ("square", "rounded", "dots"),
    "corners": ("square", "rounded", "circle"),
    "gradient": ("", "linear", "radial"),
    "backing": ("none", "square", "rounded", "circle"),
    "frame": ("none", "border", "label_below", "label_above", "bubble_below"),
    "level": ("auto", *LEVELS),
    "file_name": ("link-placement", "placement-link", "placement", "link"),
}
WORDED = ("label_below", "label_above", "bubble_below")
RANGES = {
    "dot_size": (40, 100),
    "angle": (0, 359),
    "logo_share": (10, 60),
    "quiet_zone": (0, 10),
    "size": (64, 4000),
    "dpi": (36, 1200),
}
NEEDED = ("dark", "dark_to")
OPTIONAL = ("corner_colour", "background", "frame_colour")
YES, NO = ("1", "true", "on", "yes"), ("", "0", "false", "off", "no")
LOGO_LIMITS = {"l": 20, "m": 25, "q": 35, "h": 40}
ROOMY = 0.8


class NotAChoice(Refusal):
    code, says = "INVALID_REQUEST", N_("Choose one of these: %(choices)s.")


class NotAColour(Refusal):
    code, says = "INVALID_REQUEST", N_("Write a colour as # and six digits or letters a to f, such as #1b202d.")


class OutOfRange(Refusal):
    code, says = "INVALID_REQUEST", N_("A whole number from %(least)s to %(most)s, please.")


class NotYesOrNo(Refusal):
    code, says = "INVALID_REQUEST", N_("Answer true or false.")


class WordsNotDrawn(InvalidRequest):
    field, says = "words", N_("A frame cannot show these characters: %(characters)s")


@dataclass(frozen=True, slots=True)
class Design:
    """A look. Colours are `#rrggbb`; an empty `corner_colour` or `frame_colour` is that of the modules, an empty
    `background` is transparent. A gradient leads from `dark` to `dark_to`, `angle` degrees clockwise from rightwards.

    `dot_size` is in per cent of a module, `logo_share` in per cent of the code's side, `quiet_zone` in modules, `size`
    the width of a PNG in pixels, `level` auto, l, m, q or h, `file_name` what its files are called after.
    """

    pattern: str = "rounded"
    dot_size: int = 100
    corners: str = "rounded"
    dark: str = "#1b202d"
    corner_colour: str = ""
    background: str = "#ffffff"
    gradient: str = ""
    dark_to: str = "#3538cd"
    angle: int = 45
    logo: bool = False
    logo_share: int = 28
    backing: str = "rounded"
    frame: str = "none"
    words: str = ""
    frame_colour: str = ""
    level: str = "auto"
    quiet_zone: int = 4
    size: int = 2000
    dpi: int = 300
    file_name: str = FILE_NAME

    @classmethod
    def of(cls, values: Mapping[str, object], base: Self | None = None) -> Self:
        """The design a form or a JSON object describes; what it leaves out is as in `base`, or else as usual.

        Keys it does not know are passed over. Refusals, with the key as their field: NotAChoice, NotAColour,
        OutOfRange, NotYesOrNo, TooLong, WordsNotDrawn.
        """
        known = {field.name for field in fields(cls)}
        read = {key: _read(key, value) for key, value in values.items() if key in known}
        return cls(**{**(base or cls()).as_dict(), **read})

    def changed(self, changes: Mapping[str, object]) -> Self:
        """This design with `changes`, such as the mend of a verdict. Refusals: those of `of`."""
        return type(self).of(changes, self)

    def as_dict(self) -> dict[str, Any]:
        """Plain values only, in a fixed order; `of` reads them back."""
        return asdict(self)

    @property
    def effective_level(self) -> str:
        """The error correction level to ask for: as chosen, or m, raised to q or h by a logo that hides more."""
        if self.level != "auto":
            return self.level
        if not self.logo:
            return "m"
        return "q" if self.logo_share <= LOGO_LIMITS["q"] * ROOMY else "h"

    @property
    def worded(self) -> bool:
        """Whether the frame shows words."""
        return self.frame in WORDED and bool(self.words)


def _read(key: str, value: object) -> object:
    if key in CHOICES:
        return _choice(key, value)
    if key in RANGES:
        return _number(key, value)
    if key in NEEDED or key in OPTIONAL:
        return _colour(key, value)
    return _words(value) if key == "words" else _yes(key, value)


def _choice(key: str, value: object) -> str:
    if isinstance(value, str) and value in CHOICES[key]:
        return value
    raise NotAChoice(field=key, choices=", ".join(choice for choice in CHOICES[key] if choice))


def _number(key: str, value: object) -> int:
    least, most = RANGES[key]
    if isinstance(value, str) and len(value) < 12 and value.strip().isascii() and value.strip().isdigit():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
        return value
    raise OutOfRange(field=key, least=least, most=most)


def _colour(key: str, value: object) -> str:
    if key in OPTIONAL and (value is None or value == ""):
        return ""
    try:
        return contrast.normal(value if isinstance(value, str) else "")
    except ValueError:
        raise NotAColour(field=key) from None


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise WrongType(field="words", name="words")
    words = text.line(value, MOST_WORDS, "words")
    if missing := text_outlines.missing(words):
        raise WordsNotDrawn(characters="".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in missing))
    return words


def _yes(key: str, value: object) -> bool:
    written = value[:20].strip().lower() if isinstance(value, str) else value
    if written is True or written in YES:
        return True
    if written is None or written is False or written in NO:
        return False
    raise NotYesOrNo(field=key)
