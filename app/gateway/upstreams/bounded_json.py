"""Parses JSON that clients or upstreams sent, with bounds on how deeply it is nested and how many values it has.

orjson reads up to 1,024 levels but writes only 254, and Python's own functions end with a RecursionError before 1,000.
So what is nested more deeply is refused here, where it comes in, and nothing behind this module has to expect it. Each
value takes some 70 bytes of memory: 25 MB of brackets would be 600 MB.
"""

from __future__ import annotations

import re
from typing import Any

import orjson

MOST_DEPTH = 64  # objects and lists inside each other that a client may send
MOST_DEPTH_OF_ANSWERS = 96  # that an upstream may: a response repeats the tools of its request, some levels deeper
MOST_VALUES = 500_000  # that a client may send
MOST_VALUES_OF_ANSWERS = 8_000_000  # that an upstream may: 2,048 embeddings with 3,072 numbers are 6.3 million
MARK = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|[,\[{]', re.DOTALL)  # a text, or where a value begins


class TooManyValues(ValueError):
    """The JSON has more values than it may have."""


class TooDeep(ValueError):
    """The JSON is nested more deeply than it may be."""


def parse_json(raw: bytes, most_depth: int, most_values: int) -> Any:
    """Parses JSON in UTF-8. Raises: ValueError for what is none; TooManyValues, TooDeep, which are ValueErrors."""
    if len(raw) > most_values and _has_more_values(raw, most_values):  # a value takes a byte at least
        raise TooManyValues
    value = orjson.loads(raw)
    if raw.count(b"[") + raw.count(b"{") > most_depth and _is_deeper(value, most_depth):
        raise TooDeep
    return value


def parse_answer(raw: bytes) -> Any:
    """Parses JSON that an upstream sent. Raises: ValueError for what is none, or is beyond the bounds."""
    return parse_json(raw, MOST_DEPTH_OF_ANSWERS, MOST_VALUES_OF_ANSWERS)


def _has_more_values(raw: bytes, most: int) -> bool:
    """Whether JSON has more values than so many; commas and brackets inside of texts are none."""
    if sum(map(raw.count, (b",", b"[", b"{"))) <= most:
        return False
    values = 0
    for number, match in enumerate(MARK.finditer(raw)):
        values += match[0][:1] != b'"'
        if values > most or number > 4 * most:
            return True
    return False


def _is_deeper(value: Any, most: int) -> bool:
    """Whether objects and lists are nested more deeply than so many levels."""
    level = [value]
    for _ in range(most):
        level = [child for part in level if isinstance(part, dict | list) for child in _children(part)]
        if not level:
            return False
    return any(isinstance(part, dict | list) for part in level)


def _children(part: dict[str, Any] | list[Any]) -> list[Any]:
    """Returns the objects and lists directly inside an object or a list."""
    values = part.values() if isinstance(part, dict) else part
    return [value for value in values if isinstance(value, dict | list)]
