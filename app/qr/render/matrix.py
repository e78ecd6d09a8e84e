"""Encodes a text as the square of modules of a QR code (ISO/IEC 18004, by the library segno)."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from app.kernel.refusal import N_, InvalidRequest

LEVELS = ("l", "m", "q", "h")
ALPHANUMERIC_MODE, BYTE_MODE = 0b0010, 0b0100  # ISO/IEC 18004, the indicators of modes
CACHED = 512
ALPHANUMERIC = re.compile(r"[0-9A-Z $%*+./:-]*")

Segments = tuple[tuple[str, int | None], ...]


class ContentMissing(InvalidRequest):
    """The content is empty."""

    field, says = "content", N_("Write something for the code to say.")


class ContentNotEncodable(InvalidRequest):
    """The content cannot be encoded as UTF-8."""

    field, says = "content", N_("That text has characters that no phone can show.")


class CodeCapacityExceeded(InvalidRequest):
    """The content does not fit into the largest code."""

    field, says = "content", N_("That is more than one code can hold. Shorten it.")


@dataclass(frozen=True, slots=True)
class Matrix:
    """The modules of a code, True for dark ones, without a quiet zone.

    `content` is what a reader decodes, `level` the resulting error correction level (l, m, q or h), `version` 1 to 40.
    """

    content: str
    rows: tuple[tuple[bool, ...], ...]
    level: str
    version: int

    @property
    def size(self) -> int:
        """The number of modules along one side: 21 to 177."""
        return len(self.rows)


def encode_matrix(content: str, level: str) -> Matrix:
    """Encode `content` in the smallest code at `level` (l, m, q or h), or at a better level where that costs no size.

    Text outside ASCII is encoded as UTF-8. Raises: ContentMissing, ContentNotEncodable, CodeCapacityExceeded.
    """
    return _encode((_segment(content),), level)


def encode_short_url(url: str, level: str) -> Matrix:
    """Encode one of our own short URLs in the smallest code. Their names are case-insensitive.

    Everything before the query may be upper-cased, which packs tighter (ISO/IEC 18004 §7.4.4); the query is unchanged.
    Do not use it for URLs of others. Raises: those of `encode_matrix`.
    """
    candidates = [_encode(segments, level) for segments in ((_segment(url),), short_url_segments(url))]
    return min(candidates, key=lambda candidate: (candidate.version, -LEVELS.index(candidate.level)))


def short_url_segments(url: str) -> Segments:
    """The URL in upper case as an alphanumeric segment and its query as bytes; one segment where that is impossible."""
    path, mark, query = url.partition("?")
    if not path or not path.isascii() or not ALPHANUMERIC.fullmatch(path.upper()):
        return (_segment(url),)
    tail: Segments = ((mark + query, BYTE_MODE),) if mark else ()
    return ((path.upper(), ALPHANUMERIC_MODE), *tail)


def _segment(content: str) -> tuple[str, int | None]:
    """A segment for any text. Bytes are forced outside ASCII: segno would choose Latin-1 or kanji, which readers have
    to guess.
    """
    return content, None if content.isascii() else BYTE_MODE


@lru_cache(CACHED)
def _encode(segments: Segments, level: str) -> Matrix:
    """Encode segments. Raises: ContentMissing, ContentNotEncodable, CodeCapacityExceeded."""
    import segno  # not above: a server starts without it

    content = "".join(text for text, _ in segments)
    if not content:
        raise ContentMissing
    try:
        code = segno.make(_to_bytes(segments), error=level, micro=False, boost_error=True)
    except segno.DataOverflowError:
        raise CodeCapacityExceeded from None
    rows = tuple(tuple(bool(module) for module in row) for row in code.matrix)
    return Matrix(content, rows, code.error.lower(), int(code.version))


def _to_bytes(segments: Segments) -> Any:
    """The segments as segno takes them. Raises: ContentNotEncodable."""
    try:
        return [(text.encode(), mode) for text, mode in segments]
    except UnicodeEncodeError:
        raise ContentNotEncodable from None
