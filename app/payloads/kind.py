"""A kind of static code: what it asks for, and what a phone is told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.kernel.refusal import N_
from app.payloads.field import Field, InvalidContent

MOST_BYTES = 1_273  # ISO/IEC 18004, table 7: version 40 at level H, so that every level of error correction is left


class TooMuch(InvalidContent):
    says = N_("That is too much for one code: %(bytes)s bytes, and at most %(most)s fit. Shorten it.")


def _as_it_is(content: str) -> str:
    return content


@dataclass(frozen=True, slots=True)
class Kind:
    """`key` is for addresses and forms; `label` and `explanation` are to be translated.

    `write` makes the content of fields that were read; `mask` puts dots in the place of a secret in a content.
    """

    key: str
    label: str
    explanation: str
    fields: tuple[Field, ...]
    write: Callable[[Mapping[str, str]], str]
    mask: Callable[[str], str] = _as_it_is

    def read(self, values: Mapping[str, str]) -> dict[str, str]:
        """Its fields as they are kept, tidied and bounded. Fields that it does not know are passed over.

        Refusals: those of `Field.read`, by field.
        """
        return {field.name: field.read(values) for field in self.fields}

    def encode(self, values: Mapping[str, str]) -> str:
        """What the code says, at most 1,273 bytes of UTF-8. Fields that it does not know are passed over.

        Refusals: those of `Field.read` and of the kind, by field; TooMuch.
        """
        content = self.write(self.read(values))
        if (size := len(content.encode())) > MOST_BYTES:
            raise TooMuch(bytes=size, most=MOST_BYTES)
        return content
