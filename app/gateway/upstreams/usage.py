"""What a request used, in the classes in which models are priced."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Self


@dataclass(frozen=True, slots=True)
class Usage:
    """The quantities of one request; each class is counted once, so that their prices add up.

    `input` are tokens that were neither read from a cache (`cached`) nor written to it (`cache_write`), nor pictures
    (`input_image`). `output` are tokens without those of `reasoning` and of pictures (`output_image`). `images` are
    pictures that are priced each, `milliseconds` those of video.
    """

    input: int = 0
    cached: int = 0
    cache_write: int = 0
    input_image: int = 0
    output: int = 0
    reasoning: int = 0
    output_image: int = 0
    images: int = 0
    milliseconds: int = 0

    def __add__(self, other: Usage) -> Usage:
        return Usage(*(getattr(self, name) + getattr(other, name) for name in CLASSES))

    @property
    def input_tokens(self) -> int:
        """All tokens that were sent, as makers of models count them."""
        return self.input + self.cached + self.cache_write + self.input_image

    @property
    def output_tokens(self) -> int:
        """All tokens that came back, those of reasoning included."""
        return self.output + self.reasoning + self.output_image

    @property
    def tokens(self) -> int:
        """All tokens, as rate limits count them."""
        return self.input_tokens + self.output_tokens

    def as_dict(self) -> dict[str, int]:
        """Returns the classes that are not zero, as they are stored."""
        return {name: value for name in CLASSES if (value := getattr(self, name))}

    @classmethod
    def from_dict(cls, stored: dict[str, int]) -> Self:
        """Returns the usage that `as_dict` returned; classes that are not known are left out."""
        return cls(**{name: value for name, value in stored.items() if name in CLASSES})


def text_bytes(value: object) -> int:
    """Returns the bytes of a text in UTF-8, by which tokens are estimated; 0 for what is no text.

    Three bytes are about a token in every script, whereas three characters are one in Latin and three in Chinese.
    """
    if not isinstance(value, str):
        return 0
    return len(value) if value.isascii() else len(value.encode(errors="surrogatepass"))


CLASSES = tuple(field.name for field in fields(Usage))
