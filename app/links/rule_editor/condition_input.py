"""Conditions between the inputs of the rule form and their JSON; an input `c<n>-<name>` is the n-th condition's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from babel import Locale

from app.kernel import i18n, text
from app.kernel.clock import format_rfc3339
from app.kernel.i18n import country_name, current_language, current_time_zone
from app.links.rule_editor.condition_kinds import FIRST_KIND, KINDS
from app.links.rules.condition_parsers import countries
from app.links.validation import parse_link_time

Values = Mapping[str, str]
TEXTS = {  # the inputs of a kind that hold one text of the JSON each
    "language": ("match",),
    "query": ("name", "test", "value"),
    "weekday": ("zone",),
    "time": ("from", "until", "zone"),
    "visitor": ("value",),
}
MAX_COUNTRY = 60  # characters of a name
SEPARATORS = str.maketrans(dict.fromkeys("\r\n;\uff0c\u3001\u061b", ","))


def kind_of(values: Values, at: int) -> str:
    """The chosen kind of the condition at an index; the first one for what is no kind."""
    kind = values.get(f"c{at}-kind", "")
    return kind if kind in KINDS else FIRST_KIND


def condition_json(values: Values, at: int) -> dict[str, Any]:
    """The JSON of the condition at an index, unchecked. Raises: InvalidLinkTime, with the name of its input."""
    kind, prefix = kind_of(values, at), f"c{at}-"
    json: dict[str, Any] = {"kind": kind}
    json |= {name: values.get(prefix + name, "") for name in TEXTS.get(kind, ())}
    if kind == "period":
        for name in ("from", "until"):
            when = parse_link_time(values.get(prefix + name, ""), prefix + name, current_time_zone())
            json[name] = format_rfc3339(when) if when else None
    elif KINDS[kind].typed:
        json["values"] = _typed_values(kind, values.get(f"{prefix}values", ""))
    elif kind != "visitor" and KINDS[kind].choices:
        name = "days" if kind == "time" else "values"
        json[name] = [value for value, _ in KINDS[kind].choices if f"{prefix}v-{value}" in values]
    return json


def _typed_values(kind: str, typed: str) -> list[str]:
    values = [text.trim(value) for value in typed.translate(SEPARATORS).split(",")]
    return [_country_code(value) if kind == "country" else value for value in values if value]


def _country_code(typed: str) -> str:
    """The code of a country that is typed by its name in the reader's language or in English; anything else itself."""
    folded = text.fold_for_search(typed, MAX_COUNTRY)
    return _countries_by_name(current_language()).get(folded) or _countries_by_name("en").get(folded) or typed


@lru_cache(4)
def _countries_by_name(language: str) -> dict[str, str]:
    territories = Locale.parse(language).territories
    named = ((code, territories[code]) for code in countries() if code in territories)
    return {text.fold_for_search(str(name), MAX_COUNTRY): code for code, name in named}


def inputs_of(kind: str) -> list[str]:
    """The names of the inputs that a condition of a kind has, without `c<n>-`."""
    if kind == "period":
        return ["from", "until"]
    texts = list(TEXTS.get(kind, ()))
    if KINDS[kind].typed:
        return [*texts, "values"]
    return texts if kind == "visitor" else [*texts, *(f"v-{value}" for value, _ in KINDS[kind].choices)]


def input_values(json: Mapping[str, Any], at: int) -> dict[str, str]:
    """The values of the inputs of the condition at an index, from its JSON."""
    kind, prefix = json["kind"], f"c{at}-"
    values = {f"{prefix}kind": kind}
    values |= {prefix + name: str(json.get(name) or "") for name in TEXTS.get(kind, ())}
    if kind == "period":
        moments = {name: json.get(name) for name in ("from", "until")}
        values |= {
            prefix + name: i18n.format_datetime_input(datetime.fromisoformat(raw).astimezone(UTC) if raw else None)
            for name, raw in moments.items()
        }
    elif KINDS[kind].typed:
        names = [country_name(value) if kind == "country" else value for value in json["values"]]
        values[f"{prefix}values"] = ", ".join(names)
    else:
        chosen = json.get("days" if kind == "time" else "values") or ()
        values |= {f"{prefix}v-{value}": "on" for value in chosen}
    return values
