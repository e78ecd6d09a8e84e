"""What pictures are for, the sizes and the shape each of them has, and the region that somebody chose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from app.kernel.refusal import N_, InvalidRequest


class UnknownPurpose(InvalidRequest):
    field, says = "purpose", N_("Say what the picture is for: avatar, cover or picture.")


class InvalidCrop(InvalidRequest):
    field, says = "picture", N_("Choose the part of the picture again.")


@dataclass(frozen=True, slots=True)
class Shape:
    """`sides` are pixels, the largest first: of the width where there is an `aspect` (width by height), else of the
    longer side. An aspect of 0 is any.
    """

    sides: tuple[int, ...]
    aspect: float = 0.0

    @classmethod
    def of(cls, purpose: str) -> Shape:
        """Refusals: UnknownPurpose."""
        try:
            return SHAPES[purpose]
        except KeyError:
            raise UnknownPurpose from None


SHAPES = {"avatar": Shape((320, 160), 1.0), "cover": Shape((1600, 800), 3.0), "picture": Shape((1600, 960, 480))}


@dataclass(frozen=True, slots=True)
class Crop:
    """A region as fractions of the upright picture, 0 to 1."""

    x: float = 0.0
    y: float = 0.0
    width: float = 1.0
    height: float = 1.0

    @classmethod
    def of(cls, form: Mapping[str, str]) -> Self:
        """What the fields `crop-x`, `crop-y`, `crop-width`, `crop-height` say; all of it when none is there.

        Refusals: InvalidCrop, also when only some are there, or the region goes over the edge.
        """
        typed = [form.get(f"crop-{name}", "") for name in cls.__dataclass_fields__]
        if not any(typed):
            return cls()
        try:
            return cls(*(float(one) for one in typed)).checked()
        except ValueError:
            raise InvalidCrop from None

    def checked(self) -> Self:
        """The region itself. Refusals: InvalidCrop; NaN is in no range."""
        edge = 1 + 1e-6  # browsers count in floats
        sides = ((self.x, self.width), (self.y, self.height))
        if not all(0 <= start < 1 and 1e-4 <= long <= 1 and start + long <= edge for start, long in sides):
            raise InvalidCrop
        return self

    def __str__(self) -> str:
        return f"{self.x:.9f},{self.y:.9f},{self.width:.9f},{self.height:.9f}"
