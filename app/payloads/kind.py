"""A kind of static code: its fields, and the function that encodes them into what a phone reads."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.kernel.refusal import N_
from app.payloads.field import Field, InvalidContent

MAX_BYTES = 1_273  # ISO/IEC 18004, table 7: version 40 at level H, so that every level of error correction is left


class PayloadTooLong(InvalidContent):
    """The content has more bytes than one code can hold."""

    says = N_("That is too much for one code: %(bytes)s bytes, and at most %(most)s fit. Shorten it.")


def _unmasked(content: str) -> str:
    """The content unchanged: most kinds have no secrets."""
    return content


@dataclass(frozen=True, slots=True)
class PayloadKind:
    """A kind of static code. `key` is used in URLs and forms; `label` and `explanation` are message ids to translate.

    `write` turns cleaned field values into the content of a code; `mask` replaces secrets in a content by dots.
    """

    key: str
    label: str
    explanation: str
    fields: tuple[Field, ...]
    write: Callable[[Mapping[str, str]], str]
    mask: Callable[[str], str] = _unmasked

    def read(self, values: Mapping[str, str]) -> dict[str, str]:
        """Clean and validate the values of the kind's fields, as they are stored. Unknown fields are ignored.

        Raises: those of `Field.read`, each with its field.
        """
        return {field.name: field.read(values) for field in self.fields}

    def encode(self, values: Mapping[str, str]) -> str:
        """The content of the code: at most 1,273 bytes of UTF-8. Unknown fields are ignored.

        Raises: those of `Field.read` and of the kind, each with its field; PayloadTooLong.
        """
        content = self.write(self.read(values))
        if (size := len(content.encode())) > MAX_BYTES:
            raise PayloadTooLong(bytes=size, most=MAX_BYTES)
        return content
