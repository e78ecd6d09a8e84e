"""The purposes of pictures with the sizes and the aspect ratio of each, and the crop that somebody chose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from app.kernel.refusal import N_, InvalidRequest


class UnknownPurpose(InvalidRequest):
    """Raised for a purpose that `SHAPES` does not have."""

    field, says = "purpose", N_("Say what the picture is for: avatar, cover, card or picture.")


class InvalidCrop(InvalidRequest):
    """Raised for an incomplete crop or one that exceeds the picture."""

    field, says = "picture", N_("Choose the part of the picture again.")


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of a picture.

    `sides` are pixels, the largest first: of the width where there is an `aspect` (width divided by height), otherwise
    of the longer side. An aspect of 0 is any.
    """

    sides: tuple[int, ...]
    aspect: float = 0.0

    @classmethod
    def of(cls, purpose: str) -> Shape:
        """The shape for a purpose. Raises: UnknownPurpose."""
        try:
            return SHAPES[purpose]
        except KeyError:
            raise UnknownPurpose from None


SHAPES = {
    "avatar": Shape((320, 160), 1.0),
    "cover": Shape((1600, 800), 3.0),
    "card": Shape((1200, 600), 1200 / 630),  # of a shared link
    "picture": Shape((1600, 960, 480)),
}


@dataclass(frozen=True, slots=True)
class Crop:
    """A region as fractions (0 to 1) of the picture in upright orientation."""

    x: float = 0.0
    y: float = 0.0
    width: float = 1.0
    height: float = 1.0

    @classmethod
    def of(cls, form: Mapping[str, str]) -> Self:
        """The region in the fields `crop-x`, `crop-y`, `crop-width` and `crop-height`; without them the whole picture.

        Raises: InvalidCrop, also when only some fields are filled in or the region exceeds the picture.
        """
        fields = [form.get(f"crop-{name}", "") for name in cls.__dataclass_fields__]
        if not any(fields):
            return cls()
        try:
            return cls(*(float(number) for number in fields)).checked()
        except ValueError:
            raise InvalidCrop from None

    def checked(self) -> Self:
        """The region itself. Raises: InvalidCrop, also for NaN, which fails every comparison."""
        limit = 1 + 1e-6  # allows for rounding in browsers
        sides = ((self.x, self.width), (self.y, self.height))
        if not all(0 <= start < 1 and 1e-4 <= length <= 1 and start + length <= limit for start, length in sides):
            raise InvalidCrop
        return self

    def __str__(self) -> str:
        return f"{self.x:.9f},{self.y:.9f},{self.width:.9f},{self.height:.9f}"
