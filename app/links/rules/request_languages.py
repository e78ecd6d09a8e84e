"""The languages that a visitor's Accept-Language header names, and how ranges match them.

RFC 9110 §12.5.4 has the header, RFC 4647 §3.3.1 basic filtering: a range matches a tag that is equal to it in any case,
or that begins with it and a hyphen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from app.visits.recording.origin import OLD_CODES

MAX_HEADER = 1000
CACHE_SIZE = 10_000
ENTRY = re.compile(
    r"\s*([a-z]{1,8}(?:-[a-z0-9]{1,8})*)\s*(?:;\s*q\s*=\s*(0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)\s*)?", re.IGNORECASE
)


@lru_cache(CACHE_SIZE)
def accepted_languages(header: str) -> tuple[str, ...]:
    """Returns the language tags of an Accept-Language header in lower case, those that the visitor likes best first.

    A tag with the weight 0 is not acceptable and left out; `*` names no language. What is malformed is passed over.
    """
    weights: dict[str, float] = {}
    for entry in header[:MAX_HEADER].split(","):
        if match := ENTRY.fullmatch(entry):
            primary, hyphen, rest = match[1].lower().partition("-")
            weights.setdefault(OLD_CODES.get(primary, primary) + hyphen + rest, float(match[2] or 1))
    return tuple(sorted((tag for tag, weight in weights.items() if weight), key=lambda tag: -weights[tag]))


class LanguageRanges:
    """Ranges of which one has to match."""

    __slots__ = ("_any", "_beginnings", "_tags")

    def __init__(self, ranges: Iterable[str]) -> None:
        self._tags = frozenset(wanted.lower() for wanted in ranges)
        self._any = "*" in self._tags
        self._beginnings = tuple(f"{tag}-" for tag in self._tags)

    def match(self, tag: str) -> bool:
        """Whether a range matches a tag in lower case."""
        return self._any or tag in self._tags or tag.startswith(self._beginnings)
