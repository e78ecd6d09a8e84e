"""The options of a batch: the style, the format of the files, and the sheet to print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from app.kernel.uuid_parser import parse_uuid
from app.qr.design import InvalidChoice, OutOfRange

FORMS = ("svg", "png", "pdf")
PAPERS = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}  # ISO 216; ANSI/ASME Y14.1: millimetres
GRIDS = ("1x1", "2x3", "2x5", "2x7", "3x4", "3x8", "4x6", "5x8")
CHOICES = {"form": FORMS, "paper": tuple(PAPERS), "grid": GRIDS}
RANGES = {"size": (128, 2000), "margin": (0, 30)}
SWITCHES = ("captions", "marks")


@dataclass(frozen=True, slots=True)
class Options:
    """The options of a batch. `style` is the id of a saved style, or empty for the default one; `grid` is columns by
    rows.

    `size` is the width of a PNG in pixels, `margin` the margin of the sheet in millimetres.
    """

    style: str = ""
    form: str = "svg"
    size: int = 1000
    paper: str = "a4"
    grid: str = "3x8"
    margin: int = 8
    captions: bool = True
    marks: bool = True

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Self:
        """The options in a form or in the database; missing ones get their default. Raises: InvalidChoice,
        OutOfRange.
        """
        parsed = {key: _parse_value(key, value) for key, value in values.items() if key in cls.__dataclass_fields__}
        return cls(**parsed)

    def as_dict(self) -> dict[str, Any]:
        """Plain values; `of` parses them."""
        return asdict(self)

    @property
    def codes_per_row(self) -> int:
        """Codes side by side on the sheet."""
        return int(self.grid.partition("x")[0])

    @property
    def rows_per_page(self) -> int:
        """Rows of codes on a page of the sheet."""
        return int(self.grid.partition("x")[2])


def _parse_value(key: str, value: Any) -> Any:
    """Parse the value of one key. Raises: InvalidChoice, OutOfRange."""
    if key in SWITCHES:
        return bool(value)
    if key in CHOICES:
        if value not in CHOICES[key]:
            raise InvalidChoice(field=key, choices=", ".join(CHOICES[key]))
        return value
    return _parse_number(key, str(value)) if key in RANGES else str(parse_uuid(str(value)) or "")


def _parse_number(key: str, typed: str) -> int:
    """Parse a whole number within the key's range. Raises: OutOfRange."""
    smallest, largest = RANGES[key]
    if not (typed.isascii() and typed.isdigit() and len(typed) < 6 and smallest <= int(typed) <= largest):
        raise OutOfRange(field=key, least=smallest, most=largest)
    return int(typed)
