"""Reads the rules of a link from JSON and checks them; all faults are reported at once, each by the path of its field
such as `rules.0.to.1.url`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from app.kernel import text
from app.kernel.destination import clean_url
from app.kernel.refusal import N_, Faults, InvalidRequest, MissingField, Refusal, WrongType
from app.links.rules.condition import Condition
from app.links.rules.condition_fields import Fields, InvalidChoice
from app.links.rules.condition_parsers import PARSERS
from app.links.rules.rule import (
    MAX_BYTES,
    MAX_CONDITIONS,
    MAX_DESTINATIONS,
    MAX_ID,
    MAX_NAME,
    MAX_RULES,
    Destination,
    Rule,
    new_rule_id,
    rules_column,
)

Parsed = TypeVar("Parsed")
RULE_ID = re.compile(f"[A-Za-z0-9_-]{{1,{MAX_ID}}}")


class TooManyRules(InvalidRequest):
    """Raised for more than 20 rules. Facts: most."""

    says = N_("A link has at most %(most)s rules.")


class TooManyConditions(InvalidRequest):
    """Raised for a rule with more than 10 conditions. Facts: most."""

    says = N_("A rule has at most %(most)s conditions.")


class TooManyDestinations(InvalidRequest):
    """Raised for a rule with more than 10 destinations. Facts: most."""

    says = N_("A rule splits between at most %(most)s places.")


class NoDestination(InvalidRequest):
    """Raised for a rule that leads nowhere."""

    says = N_("Say where this rule leads.")


class WrongShares(InvalidRequest):
    """Raised for shares that do not sum to 100. Facts: sum."""

    says = N_("The shares must add up to 100%%. Now they are %(sum)s%%.")


class InvalidShare(InvalidRequest):
    """Raised for a share that is no whole number from 0 to 100."""

    says = N_("Give a whole number from 0 to 100.")


class InvalidRuleId(InvalidRequest):
    """Raised for the id of a rule that has other characters, or that another rule of the link has."""

    says = N_("Give an id of at most 16 letters, digits, - or _ that no other rule of this link has.")


class RulesTooLong(InvalidRequest):
    """Raised for rules that are more than 64 KiB of JSON."""

    field, says = "rules", N_("All rules together are too long. Shorten the addresses or the lists in them.")


def parse_rules(raw: object, field: str = "rules") -> tuple[Rule, ...]:
    """Returns rules from their JSON, which is a list of objects; None is no rules. A rule without an id gets one.

    Raises: TooManyRules, RulesTooLong, WrongType, MissingField, those of `clean_url` and of the conditions; all at
    once, each with the path of its field, which begins with `field`.
    """
    faults, rules = Faults.gather(), list[Rule]()
    items = _items(raw, field, MAX_RULES, TooManyRules)
    for at, item in enumerate(items):
        with faults.catching():
            rules.append(_parse_rule(item, f"{field}.{at}"))
    taken = Counter(item["id"] for item in items if isinstance(item, Mapping) and isinstance(item.get("id"), str))
    for at, item in enumerate(items):
        if isinstance(item, Mapping) and item.get("id") and taken[item["id"]] > 1:
            faults.refusals.append(InvalidRuleId(field=f"{field}.{at}.id"))
    faults.raise_if_any()
    if len((rules_column(rules) or "").encode()) > MAX_BYTES:
        raise RulesTooLong(field=field)
    return tuple(rules)


def stored_rules(raw: object) -> str | None:
    """Returns what the column `links.rules` stores for rules in JSON. Raises: those of `parse_rules`."""
    return rules_column(parse_rules(raw))


def _parse_rule(raw: object, path: str) -> Rule:
    fields = Fields.of(raw, path)
    faults = Faults.gather()
    id, name, on = "", "", True
    when, to = tuple[Condition, ...](), tuple[Destination, ...]()
    with faults.catching():
        id = _rule_id(fields)
    with faults.catching():
        name = text.clean_line(fields.text("name"), MAX_NAME, fields.path("name"))
    with faults.catching():
        on = fields.flag("on", default=True)
    with faults.catching():
        when = _parse_all(fields, "when", MAX_CONDITIONS, TooManyConditions, _parse_condition)
    with faults.catching():
        to = _parse_destinations(fields)
    faults.raise_if_any()
    return Rule(id, when, to, name, on)


def _rule_id(fields: Fields) -> str:
    id = fields.text("id")
    if id and not RULE_ID.fullmatch(id):
        raise InvalidRuleId(field=fields.path("id"))
    return id or new_rule_id()


def _parse_condition(raw: object, path: str) -> Condition:
    fields = Fields.of(raw, path)
    kind = fields.text("kind")
    if not kind:
        raise MissingField(field=fields.path("kind"), name="kind")
    if kind not in PARSERS:
        raise InvalidChoice(field=fields.path("kind"), choices=", ".join(PARSERS))
    return PARSERS[kind](fields)


def _parse_destinations(fields: Fields) -> tuple[Destination, ...]:
    to = _parse_all(fields, "to", MAX_DESTINATIONS, TooManyDestinations, _parse_destination)
    if not to:
        raise NoDestination(field=fields.path("to"))
    shares = sum(place.weight for place in to)
    if shares != 100:
        raise WrongShares(field=fields.path("to"), sum=shares)
    return to


def _parse_destination(raw: object, path: str) -> Destination:
    fields, faults, url = Fields.of(raw, path), Faults.gather(), ""
    weight = fields.raw.get("weight", 100)
    with faults.catching():
        try:
            url = clean_url(fields.text("url"))
        except Refusal as refusal:
            refusal.field = fields.path("url")
            raise
    with faults.catching():
        if not isinstance(weight, int) or isinstance(weight, bool) or not 0 <= weight <= 100:
            raise InvalidShare(field=fields.path("weight"))
    faults.raise_if_any()
    return Destination(url, weight)


def _parse_all(
    fields: Fields, name: str, most: int, too_many: type[InvalidRequest], parse: Callable[[object, str], Parsed]
) -> tuple[Parsed, ...]:
    """Parses each item of a list. Raises: `too_many`, WrongType, those of `parse`, all items' at once."""
    faults, parsed, path = Faults.gather(), list[Parsed](), fields.path(name)
    for at, item in enumerate(_items(fields.raw.get(name), path, most, too_many)):
        with faults.catching():
            parsed.append(parse(item, f"{path}.{at}"))
    faults.raise_if_any()
    return tuple(parsed)


def _items(raw: object, path: str, most: int, too_many: type[InvalidRequest]) -> list[Any]:
    if raw is None:
        return []
    if not isinstance(raw, list):
        raise WrongType(field=path, name=path)
    if len(raw) > most:
        raise too_many(field=path, most=most)
    return raw
