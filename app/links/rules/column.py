"""Reads rules from the column `links.rules`, as `rule.rules_column` wrote them.

They were checked when they were written and are not checked again: a change of the settings or of a list of names must
not turn a link off. A rule of a kind that this version does not know is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import orjson
import structlog

from app.links.rules.condition import (
    DAYS,
    ONE_OF_KINDS,
    Condition,
    Language,
    OneOf,
    Period,
    QueryParameter,
    TimeOfDay,
    VisitorKind,
    Weekday,
)
from app.links.rules.rule import Destination, Rule

log = structlog.get_logger()
READERS: dict[str, Callable[[Mapping[str, Any]], Condition]] = {
    **dict.fromkeys(ONE_OF_KINDS, lambda raw: OneOf(raw["kind"], tuple(raw["values"]))),
    "language": lambda raw: Language(tuple(raw["values"]), raw["match"]),
    "query": lambda raw: QueryParameter(raw["name"], raw["test"], raw["value"]),
    "weekday": lambda raw: Weekday(_days(raw["values"]), raw["zone"]),
    "time": lambda raw: TimeOfDay(_minute(raw["from"]), _minute(raw["until"]), raw["zone"], _days(raw.get("days", ()))),
    "period": lambda raw: Period(_moment(raw["from"]), _moment(raw["until"])),
    "visitor": lambda raw: VisitorKind(raw["value"]),
}


def read_rules(column: str | None) -> tuple[Rule, ...]:
    """Returns the rules in the column; none for None."""
    if not column:
        return ()
    rules = []
    for raw in orjson.loads(column):
        try:
            rules.append(_read_rule(raw))
        except (KeyError, TypeError, ValueError) as problem:
            log.warning("rule_left_out", problem=repr(problem)[:200])
    return tuple(rules)


def _read_rule(raw: Mapping[str, Any]) -> Rule:
    when = tuple(READERS[condition["kind"]](condition) for condition in raw["when"])
    to = tuple(Destination(place["url"], place["weight"]) for place in raw["to"])
    return Rule(raw["id"], when, to, raw["name"], raw["on"])


def _days(names: list[str]) -> tuple[int, ...]:
    return tuple(DAYS.index(name) + 1 for name in names)


def _minute(clock: str) -> int:
    hours, _, minutes = clock.partition(":")
    return int(hours) * 60 + int(minutes)


def _moment(raw: str | None) -> datetime | None:
    return datetime.fromisoformat(raw) if raw else None
