"""What a code says, as the square of modules that says it (ISO/IEC 18004, by way of segno)."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import segno
from segno import consts

from app.kernel.refusal import N_, InvalidRequest

LEVELS = ("l", "m", "q", "h")
CACHED = 512
ALPHANUMERIC = re.compile(r"[0-9A-Z $%*+./:-]*")

Segments = tuple[tuple[str, int | None], ...]


class NothingToSay(InvalidRequest):
    field, says = "content", N_("Write something for the code to say.")


class NotText(InvalidRequest):
    field, says = "content", N_("That text has characters that no phone can show.")


class TooMuchForACode(InvalidRequest):
    field, says = "content", N_("That is more than one code can hold. Shorten it.")


@dataclass(frozen=True, slots=True)
class Matrix:
    """The modules of a code, dark ones True, without a quiet zone.

    `content` is what a reader gets, `level` the real error correction level (l, m, q or h), `version` 1 to 40.
    """

    content: str
    rows: tuple[tuple[bool, ...], ...]
    level: str
    version: int

    @property
    def size(self) -> int:
        """Modules along one side: 21 to 177."""
        return len(self.rows)


def matrix(content: str, level: str) -> Matrix:
    """The smallest code that says `content` at `level` (l, m, q or h) or, where that costs no size, a better one.

    Text outside ASCII is written as UTF-8 bytes. Refusals: NothingToSay, NotText, TooMuchForACode.
    """
    return _made((_segment(content),), level)


def short_url_matrix(url: str, level: str) -> Matrix:
    """The smallest code that leads to one of our own short URLs, whose names mean the same in either case.

    Everything before the query may be upper-cased, which packs tighter (ISO/IEC 18004 §7.4.4); the query stays as it
    is. Only for our own addresses. Refusals: those of `matrix`.
    """
    made = [_made(segments, level) for segments in ((_segment(url),), short_url_segments(url))]
    return min(made, key=lambda one: (one.version, -LEVELS.index(one.level)))


def short_url_segments(url: str) -> Segments:
    """The URL in upper case as an alphanumeric segment and its query as bytes; whole where that cannot be."""
    path, mark, query = url.partition("?")
    if not path or not path.isascii() or not ALPHANUMERIC.fullmatch(path.upper()):
        return (_segment(url),)
    tail: Segments = ((mark + query, consts.MODE_BYTE),) if mark else ()
    return ((path.upper(), consts.MODE_ALPHANUMERIC), *tail)


def _segment(content: str) -> tuple[str, int | None]:
    """Bytes for what is beyond ASCII: left to itself segno takes Latin-1 or kanji, which readers have to guess."""
    return content, None if content.isascii() else consts.MODE_BYTE


@lru_cache(CACHED)
def _made(segments: Segments, level: str) -> Matrix:
    content = "".join(text for text, _ in segments)
    if not content:
        raise NothingToSay
    try:
        code = segno.make(_written(segments), error=level, micro=False, boost_error=True)
    except segno.DataOverflowError:
        raise TooMuchForACode from None
    rows = tuple(tuple(bool(module) for module in row) for row in code.matrix)
    return Matrix(content, rows, code.error.lower(), int(code.version))


def _written(segments: Segments) -> Any:
    try:
        return [(text.encode(), mode) for text, mode in segments]
    except UnicodeEncodeError:
        raise NotText from None
