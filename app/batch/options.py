"""What a person chooses for a batch beside its rows: the style, the files, and the sheet they are printed on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from app.kernel.uuid_parser import parse_uuid
from app.qr.design import NotAChoice, OutOfRange

FORMS = ("svg", "png", "pdf")
PAPERS = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}  # ISO 216; ANSI/ASME Y14.1: millimetres
GRIDS = ("1x1", "2x3", "2x5", "2x7", "3x4", "3x8", "4x6", "5x8")
CHOICES = {"form": FORMS, "paper": tuple(PAPERS), "grid": GRIDS}
RANGES = {"size": (128, 2000), "margin": (0, 30)}
SWITCHES = ("captions", "marks")


@dataclass(frozen=True, slots=True)
class Options:
    """`style` is the id of a kept style, or empty for the usual one; `grid` is columns by rows.

    `size` are the pixels of a PNG, `margin` millimetres round the sheet.
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
        """As a form or the database holds them; what is left out is as usual. Refusals: NotAChoice, OutOfRange."""
        read = {key: _read(key, value) for key, value in values.items() if key in cls.__dataclass_fields__}
        return cls(**read)

    def as_dict(self) -> dict[str, Any]:
        """Plain values; `of` reads them back."""
        return asdict(self)

    @property
    def columns(self) -> int:
        return int(self.grid.partition("x")[0])

    @property
    def lines(self) -> int:
        return int(self.grid.partition("x")[2])


def _read(key: str, value: Any) -> Any:
    if key in SWITCHES:
        return bool(value)
    if key in CHOICES:
        if value not in CHOICES[key]:
            raise NotAChoice(field=key, choices=", ".join(CHOICES[key]))
        return value
    return _number(key, str(value)) if key in RANGES else str(parse_uuid(str(value)) or "")


def _number(key: str, typed: str) -> int:
    least, most = RANGES[key]
    if not (typed.isascii() and typed.isdigit() and len(typed) < 6 and least <= int(typed) <= most):
        raise OutOfRange(field=key, least=least, most=most)
    return int(typed)
