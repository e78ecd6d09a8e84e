"""Try it: an imagined visitor, and where the link would lead them and why, by the function that answers visitors."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from app.kernel import clock, i18n, text, time_parser
from app.kernel.i18n import current_time_zone
from app.links.lifecycle import State, link_state
from app.links.models import Link
from app.links.redirect_decision import Decision
from app.links.rule_simulation import facts_of_headers, simulate
from app.links.rules.choice import RuleCheck
from app.links.rules.condition import DEVICES, SYSTEMS
from app.links.rules.condition_parsers import countries
from app.links.rules.facts import ImaginedFacts
from app.links.rules.request_languages import accepted_languages

LONGEST, LONGEST_PASTE = 2_000, 8_000  # characters
HEADERS = {"user-agent": "agent", "accept-language": "languages", "referer": "referrer"}  # to those of facts_of_headers
INPUTS = ("device", "system", "browser", "country", "city", "language", "when", "query", "referrer", "scan", "pasted")
USUAL_SYSTEMS = {"phone": "Android", "tablet": "iOS", "desktop": "Windows"}


@dataclass(slots=True)
class TrialForm:
    """The inputs of the panel; `problems` are those that were left out because nobody can read them."""

    values: dict[str, str]
    problems: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, args: Mapping[str, str]) -> TrialForm:
        """The inputs in a query string; what is missing is what most visitors are."""
        now = i18n.format_datetime_input(clock.now())
        usual = {"device": "phone", "country": "ID", "language": i18n.current_language(), "when": now}
        typed = {name: args[name][:LONGEST_PASTE] for name in INPUTS if name in args}
        return cls(usual | typed)

    def __getitem__(self, name: str) -> str:
        return self.values.get(name, "")

    async def facts(self) -> ImaginedFacts:
        """The imagined visitor; what cannot be read is left out and put into `problems`."""
        query = text.normalize(self["query"].removeprefix("?"), LONGEST).encode().decode("latin-1")
        country, city, when = self._country(), text.trim(self["city"][:LONGEST]), self._when()
        if headers := pasted_headers(self["pasted"]):
            headers.setdefault("languages", self["language"])
            return await facts_of_headers(when, query=query, country=country, city=city, **headers)
        return replace(self._chosen_visitor(when), query=query, country=country, city=city)

    def _chosen_visitor(self, when: datetime) -> ImaginedFacts:
        """What is chosen of the visitor in the panel."""
        device = self["device"] if self["device"] in DEVICES else ""
        return ImaginedFacts(
            when,
            device=device,
            system=self["system"] if self["system"] in SYSTEMS else USUAL_SYSTEMS.get(device, ""),
            browser=text.trim(self["browser"][:LONGEST]),
            referrer=text.trim(self["referrer"][:LONGEST]).lower(),
            languages=accepted_languages(self["language"][:LONGEST]),
            person=self["scan"] != "bot",
            scan=self["scan"] == "scan",
        )

    def _country(self) -> str:
        return self["country"] if self["country"] in countries() else ""

    def _when(self) -> datetime:
        try:
            when = time_parser.parse_time(self["when"][:LONGEST], current_time_zone())
            if abs(when - clock.now()) > time_parser.MAX_DISTANCE:
                raise time_parser.YearTooFar
            return when
        except ValueError:
            self.problems.add("when")
            return clock.now()


def pasted_headers(pasted: str) -> dict[str, str]:
    """The headers in a pasted text, by the names of `facts_of_headers`; a text without any is a user agent."""
    found = dict[str, str]()
    for line in pasted.splitlines():
        name, colon, value = line.partition(":")
        if colon and name.strip().lower() in HEADERS:
            found[HEADERS[name.strip().lower()]] = value.strip()
    return found or ({"agent": " ".join(pasted.split())} if pasted.strip() else {})


@dataclass(frozen=True, slots=True)
class Trial:
    """The outcome for an imagined visitor: the state of the link at that time, the decision, and how each rule did."""

    facts: ImaginedFacts
    state: State
    decision: Decision
    checks: tuple[RuleCheck, ...]

    @classmethod
    def of(cls, link: Link, facts: ImaginedFacts) -> Trial:
        """Tries a link; whoever is imagined knows its password. Nothing is counted."""
        unlocked = copy(link)
        unlocked.password_hash = None
        simulation = simulate(unlocked, facts)
        return cls(facts, link_state(unlocked, facts.now), simulation.decision, simulation.checks)

    @property
    def marks(self) -> dict[str, str]:
        """By the ids of the rules that were tried: "hit" for the one that led, "passed" for those before it."""
        return {check.rule.id: "hit" if check.applies else "passed" for check in self.checks}

    @property
    def hit(self) -> RuleCheck | None:
        """The rule that led, if any."""
        return next((check for check in self.checks if check.applies), None)

    @property
    def url(self) -> str:
        """Where it leads; empty where the visitor gets a page of ours."""
        return self.decision.location or self.decision.app_url


def rule_numbers(rules: Any) -> dict[str, int]:
    """The numbers of rules by id, from 1."""
    return {rule.id: number for number, rule in enumerate(rules, start=1)}
