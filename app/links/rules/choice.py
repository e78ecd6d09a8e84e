"""Chooses where a link leads a visitor: the one function that every lane and the simulator of rules call.

The first rule that applies decides, by itself or by its split. Where none applies, a phone is led to the link's address
for its system, if it has one; everyone else to the link's own destination, which may change at a set time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol

from app.links.rules.column import read_rules
from app.links.rules.compiled_rules import CompiledRule, compiled_rules
from app.links.rules.condition import Condition, Language, OneOf, QueryParameter, TimeOfDay, VisitorKind, Weekday
from app.links.rules.facts import Facts
from app.links.rules.local_time import local_time
from app.links.rules.rule import Rule


class Destinations(Protocol):
    """The columns of a link that say where it leads."""

    @property
    def destination_url(self) -> str:
        """The URL of those for whom nothing else holds."""

    @property
    def rules(self) -> str | None:
        """The rules as JSON."""

    @property
    def ios_url(self) -> str:
        """The address for iPhones and iPads; it may be one of an app."""

    @property
    def android_url(self) -> str:
        """The address for Android; it may be one of an app."""

    @property
    def next_url(self) -> str:
        """The URL that replaces the link's own destination at `next_url_at`."""

    @property
    def next_url_at(self) -> datetime | None:
        """When `next_url` replaces the link's own destination."""


class Choice(NamedTuple):
    """Where a visitor is led. `rule` is the id of the rule that decided, "" for none, and `variant` the index of its
    destination in a split, -1 without one. `web_url` is the link's own destination, for an address of an app.
    """

    url: str
    web_url: str
    rule: str = ""
    variant: int = -1


@dataclass(frozen=True, slots=True)
class ConditionCheck:
    """A condition that was tested, with the value that it saw and whether it held.

    `seen` is "" or () where the fact is unknown: a text for a device, system, browser, country, city or referrer; the
    acceptable languages; the values that the query parameter had; the weekday from 1; weekday and minute of the day;
    the time; or whether it was a person or a scan.
    """

    condition: Condition
    seen: str | tuple[str, ...] | int | tuple[int, int] | datetime | bool
    holds: bool


@dataclass(frozen=True, slots=True)
class RuleCheck:
    """A rule that was tried, or that is off, and its conditions. The last one of a list may be the one that applied."""

    rule: Rule
    applies: bool
    conditions: tuple[ConditionCheck, ...] = ()


def choose_destination(
    link: Destinations, now: datetime, facts: Facts | None, checks: list[RuleCheck] | None = None
) -> Choice:
    """Returns where a link leads a visitor with these facts at a time; None is somebody of whom nothing is known.

    With `checks` each rule that is tried is added to it, with what its conditions saw.
    """
    own_url = current_destination(link, now)
    if facts is None:
        return Choice(own_url, own_url)
    rules = read_rules(link.rules) if checks is not None else ()
    for number, rule in enumerate(compiled_rules(link.rules).rules) if link.rules else ():
        applies = rule.on and _applies(rule, facts)
        if checks is not None:
            checks.append(_explained(rules[number], rule, facts, applies))
        if applies:
            variant = rule.variant(facts.visitor) if len(rule.urls) > 1 else -1
            return Choice(rule.urls[variant], own_url, rule.id, variant)
    if link.ios_url and facts.system == "iOS":
        return Choice(link.ios_url, own_url)
    if link.android_url and facts.system == "Android":
        return Choice(link.android_url, own_url)
    return Choice(own_url, own_url)


def current_destination(link: Destinations, now: datetime) -> str:
    """Returns the link's own destination at a time: `next_url` from `next_url_at` on."""
    return link.next_url if link.next_url and link.next_url_at and link.next_url_at <= now else link.destination_url


def depends_on_visitor(link: Destinations) -> bool:
    """Whether a link may lead different visitors to different places."""
    return bool(link.rules or link.ios_url or link.android_url)


def count_destinations(link: Destinations) -> int:
    """Returns how many choices `choose_destination` has for a link, before and after `next_url_at`."""
    of_rules = sum(len(rule.urls) for rule in compiled_rules(link.rules).rules) if link.rules else 0
    return (1 + bool(link.next_url)) * (1 + bool(link.ios_url) + bool(link.android_url) + of_rules)


def needs_agent(link: Destinations) -> bool:
    """Whether choosing a link's destination needs the patterns of user agents."""
    if link.ios_url or link.android_url:
        return True
    return bool(link.rules) and compiled_rules(link.rules).need_agent


def _applies(rule: CompiledRule, facts: Facts) -> bool:
    for holds in rule.tests:  # noqa: SIM110 - a generator takes twice the time
        if not holds(facts):
            return False
    return True


def _explained(rule: Rule, compiled: CompiledRule, facts: Facts, applies: bool) -> RuleCheck:
    tested = zip(rule.when, compiled.tests, strict=True) if rule.on else ()
    checks = (ConditionCheck(condition, _seen(condition, facts), holds(facts)) for condition, holds in tested)
    return RuleCheck(rule, applies, tuple(checks))


def _seen(condition: Condition, facts: Facts) -> str | tuple[str, ...] | int | tuple[int, int] | datetime | bool:
    match condition:
        case OneOf(kind=kind):
            return str(getattr(facts, kind))
        case Language(match=match):
            return facts.languages if match == "any" else facts.languages[:1]
        case QueryParameter(name=name):
            return tuple(value for each, value in facts.parameters if each == name)
        case Weekday(zone=zone):
            return local_time(facts.minute, zone)[0]
        case TimeOfDay(zone=zone):
            return local_time(facts.minute, zone)
        case VisitorKind(value=value):
            return facts.person if value == "people" else facts.scan
        case _:
            return facts.now
