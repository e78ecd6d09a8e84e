"""The design of a code: everything that a designer chooses, as plain values shared by the form, the API and the
database.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Self

from app.colour import contrast
from app.kernel import text
from app.kernel.refusal import N_, InvalidRequest, Refusal, WrongType
from app.qr.render import text_outlines
from app.qr.render.matrix import LEVELS

MAX_WORDS_LENGTH, FILE_NAME = 30, "link-placement"
CHOICES = {
    "pattern": ("square", "rounded", "dots"),
    "corners": ("square", "rounded", "circle"),
    "gradient": ("", "linear", "radial"),
    "backing": ("none", "square", "rounded", "circle"),
    "frame": ("none", "border", "label_below", "label_above", "bubble_below"),
    "level": ("auto", *LEVELS),
    "file_name": ("link-placement", "placement-link", "placement", "link"),
}
FRAMES_WITH_WORDS = ("label_below", "label_above", "bubble_below")
RANGES = {
    "dot_size": (40, 100),
    "angle": (0, 359),
    "logo_share": (10, 60),
    "quiet_zone": (0, 10),
    "size": (64, 4000),
    "dpi": (36, 1200),
}
REQUIRED_COLOURS = ("dark", "dark_to")
OPTIONAL_COLOURS = ("corner_colour", "background", "frame_colour")
TRUE_WORDS, FALSE_WORDS = ("1", "true", "on", "yes"), ("", "0", "false", "off", "no")
LOGO_LIMITS = {"l": 20, "m": 25, "q": 35, "h": 40}
ROOMY = 0.8


class InvalidChoice(Refusal):
    """The value is none of the choices of this key."""

    code, says = "INVALID_REQUEST", N_("Choose one of these: %(choices)s.")


class InvalidColour(Refusal):
    """The value is not a colour such as `#1b202d`."""

    code, says = "INVALID_REQUEST", N_("Write a colour as # and six digits or letters a to f, such as #1b202d.")


class OutOfRange(Refusal):
    """The value is not a whole number within the range of this key."""

    code, says = "INVALID_REQUEST", N_("Enter a whole number from %(least)s to %(most)s.")


class InvalidBoolean(Refusal):
    """The value is not a boolean."""

    code, says = "INVALID_REQUEST", N_("Send true or false.")


class UnsupportedCharacters(InvalidRequest):
    """The words of a frame have characters that the font lacks."""

    field, says = "words", N_("A frame cannot show these characters: %(characters)s")


@dataclass(frozen=True, slots=True)
class Design:
    """The design of a code. Colours are `#rrggbb`; an empty `corner_colour` or `frame_colour` means the colour of the
    modules, an empty `background` means transparent.

    A gradient goes from `dark` to `dark_to`, in the direction of `angle`: degrees clockwise, 0 is to the right.
    `dot_size` is per cent of a module, `logo_share` per cent of the code's side, `quiet_zone` modules, `size` the width
    of a PNG in pixels, `level` auto, l, m, q or h, `file_name` the parts that file names are built of.
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
        """The design in the values of a form or a JSON object; keys that are missing are as in `base`, or else the
        default.

        Unknown keys are ignored. Raises, with the key as field: InvalidChoice, InvalidColour, OutOfRange,
        InvalidBoolean, TooLong, UnsupportedCharacters.
        """
        known = {field.name for field in fields(cls)}
        parsed = {key: _parse_value(key, value) for key, value in values.items() if key in known}
        return cls(**{**(base or cls()).as_dict(), **parsed})

    def with_changes(self, changes: Mapping[str, object]) -> Self:
        """This design with `changes`, such as the fix that a verdict proposes. Raises: those of `of`."""
        return type(self).of(changes, self)

    def as_dict(self) -> dict[str, Any]:
        """The values in a fixed order; `of` parses them."""
        return asdict(self)

    @property
    def effective_level(self) -> str:
        """The error correction level to encode with: the chosen one, or m, raised to q or h when a logo hides more."""
        if self.level != "auto":
            return self.level
        if not self.logo:
            return "m"
        return "q" if self.logo_share <= LOGO_LIMITS["q"] * ROOMY else "h"

    @property
    def has_frame_words(self) -> bool:
        """Whether the frame shows words."""
        return self.frame in FRAMES_WITH_WORDS and bool(self.words)


def _parse_value(key: str, value: object) -> object:
    """Parse the value of one key. Raises: as `Design.of`."""
    if key in CHOICES:
        return _parse_choice(key, value)
    if key in RANGES:
        return _parse_number(key, value)
    if key in REQUIRED_COLOURS or key in OPTIONAL_COLOURS:
        return _parse_colour(key, value)
    return _parse_words(value) if key == "words" else _parse_boolean(key, value)


def _parse_choice(key: str, value: object) -> str:
    """The value, when it is one of the key's choices. Raises: InvalidChoice."""
    if isinstance(value, str) and value in CHOICES[key]:
        return value
    raise InvalidChoice(field=key, choices=", ".join(choice for choice in CHOICES[key] if choice))


def _parse_number(key: str, value: object) -> int:
    """Parse a whole number within the key's range. Raises: OutOfRange."""
    smallest, largest = RANGES[key]
    if isinstance(value, str) and len(value) < 12 and value.strip().isascii() and value.strip().isdigit():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and smallest <= value <= largest:
        return value
    raise OutOfRange(field=key, least=smallest, most=largest)


def _parse_colour(key: str, value: object) -> str:
    """Normalize a colour to `#rrggbb`; optional colours may be empty. Raises: InvalidColour."""
    if key in OPTIONAL_COLOURS and (value is None or value == ""):
        return ""
    try:
        return contrast.normalize_hex(value if isinstance(value, str) else "")
    except ValueError:
        raise InvalidColour(field=key) from None


def _parse_words(value: object) -> str:
    """Clean the words of a frame. Raises: WrongType, TooLong, UnsupportedCharacters."""
    if not isinstance(value, str):
        raise WrongType(field="words", name="words")
    words = text.clean_line(value, MAX_WORDS_LENGTH, "words")
    if unsupported := text_outlines.missing_characters(words):
        shown = (letter if letter.isprintable() else f"U+{ord(letter):04X}" for letter in unsupported)
        raise UnsupportedCharacters(characters="".join(shown))
    return words


def _parse_boolean(key: str, value: object) -> bool:
    """Parse a boolean as forms and JSON write it. Raises: InvalidBoolean."""
    normalized = value[:20].strip().lower() if isinstance(value, str) else value
    if normalized is True or normalized in TRUE_WORDS:
        return True
    if normalized is None or normalized is False or normalized in FALSE_WORDS:
        return False
    raise InvalidBoolean(field=key)
