"""The values of a link as people write them into the cells of a table: a reader for each key of `Changes`.

A cell has what the link form takes for the field, and what an export (export.py) writes for it. Times without an offset
are local to the reader's time zone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, cast

import orjson

from app.kernel import i18n, text
from app.kernel.destination import add_scheme
from app.kernel.refusal import N_, Faults, InvalidRequest, Refusal
from app.links.name_claims import parse_aliases
from app.links.tag import parse_tags
from app.links.utm.parameters import FIELDS, PREFIX, check_parameters, set_utm
from app.links.validation import Changes, InvalidClickLimit, InvalidStatus, parse_expiry, parse_link_time

GROUPED_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{3}){1,3}|\d{1,11}", re.ASCII)
TAG_SEPARATORS = str.maketrans(";|", ",,")
SWITCH_WORDS = {
    **dict.fromkeys(("true", "yes", "on", "1", "y", "ya", "benar"), True),
    **dict.fromkeys(("false", "no", "off", "0", "n", "tidak", "salah"), False),
}
NOT_IN_TABLES = {  # keys of Changes without a column, and why
    "password": "it would be readable in the file, and hashing as many as a table has rows takes minutes",
    "preview_picture_id": "a picture is uploaded at its link",
}


class InvalidSwitch(InvalidRequest):
    """A cell of a switch has neither yes nor no."""

    says = N_("Write yes or no.")


class InvalidRulesCell(InvalidRequest):
    """A cell does not hold a list of rules in JSON."""

    field, says = "rules", N_("Write rules as an export has them: a list in JSON.")


def parse_click_limit(typed: str) -> int | None:
    """A click limit with or without thousands separators (`1.500`); an empty text gives None.

    Raises: InvalidClickLimit, also for a fraction such as `1.5`.
    """
    digits = text.trim(typed[:100])
    if not digits:
        return None
    if not GROUPED_NUMBER.fullmatch(digits):
        raise InvalidClickLimit
    return int(digits.replace(".", "").replace(",", ""))


def parse_redirect_status(typed: str) -> int:
    """An HTTP status; `check_redirect_status` checks which. Raises: InvalidStatus for what is no number."""
    digits = text.trim(typed[:100])
    if not (digits.isascii() and digits.isdigit()):
        raise InvalidStatus
    return int(digits[:6])


def _switch(field: str) -> Callable[[str], bool]:
    def read(cell: str) -> bool:
        word = text.trim(cell[:100]).lower()
        if word not in SWITCH_WORDS:
            raise InvalidSwitch(field=field)
        return SWITCH_WORDS[word]

    return read


def _time(field: str) -> Callable[[str], datetime | None]:
    return lambda cell: parse_link_time(cell, field, i18n.current_time_zone())


def _rules(cell: str) -> list[Any]:
    try:
        rules = orjson.loads(cell)
    except ValueError:
        raise InvalidRulesCell from None
    if not isinstance(rules, list):
        raise InvalidRulesCell
    return rules


TEXTS = ("slug", "title", "description", "notes", "external_id", "ios_url", "android_url")
READERS: Mapping[str, Callable[[str], Any]] = {
    **dict.fromkeys((*TEXTS, "preview_title", "preview_description"), str),
    **dict.fromkeys(("url", "fallback_url", "next_url"), add_scheme),
    "aliases": parse_aliases,
    "tags": lambda cell: parse_tags(cell.translate(TAG_SEPARATORS)),
    "expires_at": lambda cell: parse_expiry(cell, i18n.current_time_zone()),
    **{field: _time(field) for field in ("opens_at", "next_url_at")},
    "click_limit": parse_click_limit,
    "redirect_status": parse_redirect_status,
    **{field: _switch(field) for field in ("forward_query", "tracked", "append_path", "paused", "archived")},
    "destination_checked": _switch("destination_checked"),
    "rules": _rules,
}
UTM_KEYS = tuple(PREFIX + field for field in FIELDS)


def read_cells(cells: Mapping[str, str]) -> tuple[Changes, list[Refusal]]:
    """The values in the cells of a row, by key of READERS and UTM_KEYS, and the refusals of those that are none.

    An empty cell sets nothing; UTM parameters are set in the destination. `check_changes` checks the values.
    """
    faults, values = Faults.gather(), dict[str, Any]()
    for key, read in READERS.items():
        if text.trim(cells.get(key, "")):
            with faults.catching():
                values[key] = read(cells[key])
    with faults.catching():
        parameters = check_parameters({field: cells.get(PREFIX + field, "") for field in FIELDS})
        if "url" in values:
            values["url"] = set_utm(values["url"], {field: value for field, value in parameters.items() if value})
    return cast(Changes, values), faults.refusals


def column_of(refusal: Refusal) -> str:
    """The key of the column that a refusal is about: `rules` for `rules.0.to`."""
    return (refusal.field or "").partition(".")[0]
