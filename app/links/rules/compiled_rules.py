"""Rules in the form in which they are tried: each condition is a function of the facts of a visit."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache
from hashlib import blake2b
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from app.kernel import text
from app.kernel.bounded_cache import BoundedCache, estimate_bytes
from app.links.rules.column import read_rules
from app.links.rules.condition import (
    Condition,
    Language,
    OneOf,
    Period,
    QueryParameter,
    TimeOfDay,
    VisitorKind,
    Weekday,
)
from app.links.rules.condition_parsers import MAX_CITY
from app.links.rules.facts import Facts
from app.links.rules.local_time import local_time
from app.links.rules.request_languages import LanguageRanges
from app.links.rules.rule import Rule

MAX_CONDITIONS, MAX_CONDITION_BYTES = 16_384, 32 * 2**20
MAX_COMPILED, MAX_COMPILED_BYTES = 16_384, 96 * 2**20  # links; five rules take some 5 KB
COMPILED_SIZE = 4  # bytes of compiled rules, or of a condition, for each of their text
SHARES = 10_000  # steps in which a split places visitors
MASK = (1 << 64) - 1
OF_AGENT = {"device", "system", "browser", "visitor"}
Test = Callable[[Facts], bool]


class CompiledRule(NamedTuple):
    """A rule that can be tried. `bounds` are the sums of the weights up to each of `urls`; `multiplier` is odd and
    differs from rule to rule.
    """

    id: str
    on: bool
    tests: tuple[Test, ...]
    urls: tuple[str, ...]
    bounds: tuple[int, ...]
    multiplier: int

    def variant(self, visitor: int) -> int:
        """Returns which of `urls` is the visitor's, by a hash that tells nothing of their place in other splits.

        It is multiply-shift (Dietzfelbinger et al., A Reliable Randomized Algorithm for the Closest-Pair Problem, 1997)
        of a number that is a keyed hash already.
        """
        return bisect_right(self.bounds, ((visitor * self.multiplier & MASK) >> 32) * SHARES >> 32)


class CompiledRules(NamedTuple):
    """All rules of a link. `need_agent` is True where a condition needs the patterns of user agents, which take long to
    build the first time.
    """

    rules: tuple[CompiledRule, ...]
    need_agent: bool


_compiled: BoundedCache[str | None, CompiledRules] = BoundedCache(MAX_COMPILED, MAX_COMPILED_BYTES)
_conditions: BoundedCache[Condition, Test] = BoundedCache(MAX_CONDITIONS, MAX_CONDITION_BYTES)


def compiled_rules(column: str | None) -> CompiledRules:
    """Returns the rules of the column `links.rules`, compiled; a resolution keeps the text, which is hashed once."""
    return _compiled.get(column) or _compile(column)


def _compile(column: str | None) -> CompiledRules:
    rules = read_rules(column)
    kinds = {condition.kind for rule in rules for condition in rule.when}
    compiled = CompiledRules(tuple(map(_compile_rule, rules)), bool(kinds & OF_AGENT))
    _compiled.store(column, compiled, COMPILED_SIZE * estimate_bytes((column,)))
    return compiled


def _compile_rule(rule: Rule) -> CompiledRule:
    tests = tuple(compile_condition(condition) for condition in rule.when)
    urls = tuple(place.url for place in rule.to)
    bounds = tuple(accumulate(place.weight * SHARES // 100 for place in rule.to))
    multiplier = int.from_bytes(blake2b(rule.id.encode(), digest_size=8).digest(), "big") | 1
    return CompiledRule(rule.id, rule.on, tests, urls, bounds, multiplier)


def compile_condition(condition: Condition) -> Test:
    """Returns the function that tells whether the condition holds. Equal conditions of many links share it, so that it
    stays in the processor's caches.
    """
    if (test := _conditions.get(condition)) is None:
        test = _compile_condition(condition)
        _conditions.store(condition, test, COMPILED_SIZE * estimate_bytes((repr(condition),)))
    return test


def _compile_condition(condition: Condition) -> Test:
    match condition:
        case OneOf():
            return _one_of(condition)
        case Language(values=values, match=match):
            return _language(LanguageRanges(values), match)
        case QueryParameter():
            return _query(condition)
        case Weekday(days=days):
            return lambda facts: local_time(facts.minute, condition.zone)[0] in days
        case TimeOfDay():
            return _time(condition)
        case Period(start=start, end=end):
            return lambda facts: (start is None or start <= facts.now) and (end is None or facts.now < end)
        case VisitorKind(value=value):
            return attrgetter("person" if value == "people" else "scan")


def _one_of(condition: OneOf) -> Test:
    values = frozenset(condition.values)
    match condition.kind:
        case "referrer":
            ends = tuple(f".{host}" for host in values)
            return lambda facts: facts.referrer in values or facts.referrer.endswith(ends)
        case "city":
            cities = frozenset(map(fold_city, values))
            return lambda facts: fold_city(facts.city) in cities
        case "browser":
            names = frozenset(value.lower() for value in values)
            return lambda facts: facts.browser.lower() in names
        case "country":
            return lambda facts: facts.country in values
        case "system":
            return lambda facts: facts.system in values
        case _:
            return lambda facts: facts.device in values


def _language(ranges: LanguageRanges, match: str) -> Test:
    if match == "any":
        return lambda facts: any(map(ranges.match, facts.languages))
    return lambda facts: bool(facts.languages) and ranges.match(facts.languages[0])


def _query(condition: QueryParameter) -> Test:
    name, value = condition.name, condition.value
    if condition.test == "present":
        return lambda facts: bool(facts.query) and any(pair[0] == name for pair in facts.parameters)
    return lambda facts: bool(facts.query) and (name, value) in facts.parameters


def _time(condition: TimeOfDay) -> Test:
    start, end, days, zone = condition.start, condition.end, condition.days, condition.zone

    def holds(facts: Facts) -> bool:
        day, minute = local_time(facts.minute, zone)
        if start < end:
            return start <= minute < end and (not days or day in days)
        if minute >= start:
            return not days or day in days
        return minute < end and (not days or (day + 5) % 7 + 1 in days)  # it began the day before

    return holds


@lru_cache(10_000)
def fold_city(city: str) -> str:
    """Returns the form of a city's name in which names are compared."""
    return text.fold_for_search(city, MAX_CITY)
