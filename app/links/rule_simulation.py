"""Shows where a link would lead somebody, and why: the simulator of rules. Nothing is recorded or counted.

It calls the very function that answers visitors, so what it shows is what they get.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime

from app.links.lifecycle import RedirectRules
from app.links.redirect_decision import Decision, decide
from app.links.rules.choice import RuleCheck
from app.links.rules.facts import Facts, ImaginedFacts
from app.visits.recording import user_agent
from app.visits.recording.capture import Visitor


@dataclass(frozen=True, slots=True)
class Simulation:
    """What somebody would get. `decision` has the location, or the name of the page that comes in place of it.

    `checks` are the rules that were tried, in order, with what each of their conditions saw; the last one is the rule
    that applied, if `decision.rule` names one. Rules behind it are not tried. It is empty for a link that is closed.
    """

    decision: Decision
    checks: tuple[RuleCheck, ...]


def simulate(link: RedirectRules, facts: Facts, path: str = "") -> Simulation:
    """Returns where a link would lead a visitor with these facts; `path` is the raw path behind its name."""
    checks: list[RuleCheck] = []
    decision = decide(link, True, facts.query, facts.now, facts, path=path, checks=checks)
    return Simulation(decision, tuple(checks))


async def facts_of_headers(
    now: datetime,
    *,
    agent: str = "",
    languages: str = "",
    referrer: str = "",
    query: str = "",
    country: str = "",
    city: str = "",
) -> ImaginedFacts:
    """Returns the facts of a request with these headers (User-Agent, Accept-Language, Referer) and this raw query, from
    a place that somebody chose.
    """
    if not user_agent.patterns_built():
        await asyncio.to_thread(user_agent.build_patterns)
    request = Visitor("", agent, referrer, languages, query)
    return ImaginedFacts.of_headers(request, now, country, city)
