"""Text as people type it, made safe to keep: no control characters, no broken Unicode, no more than fits."""

import unicodedata

from app.kernel.refusal import TooLong


def line(raw: str, most: int, field: str) -> str:
    """One line of text: blanks at the ends and control characters gone, inner blanks single. Refusals: TooLong."""
    return _measured(" ".join(_printable(raw, "").split()), most, field)


def prose(raw: str, most: int, field: str) -> str:
    """Several lines of text: as `line`, but line breaks stay. Refusals: TooLong."""
    return _measured(_printable(raw.replace("\r\n", "\n"), "\n").strip(), most, field)


def whole(raw: str) -> str:
    """`raw` with lone surrogates replaced, so that it can always be encoded as UTF-8."""
    return raw.encode("utf-8", "replace").decode()


def _printable(raw: str, kept: str) -> str:
    text = unicodedata.normalize("NFC", whole(raw))
    return "".join(
        char if char in kept or unicodedata.category(char) != "Cc" else " " for char in text if char != "\x00"
    )


def _measured(text: str, most: int, field: str) -> str:
    if len(text) > most:
        raise TooLong(field=field, most=most)
    return text
