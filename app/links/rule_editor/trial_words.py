"""The outcome of a trial in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.kernel import i18n
from app.kernel.i18n import country_name
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_
from app.links.lifecycle import State
from app.links.rule_editor.trial import Trial
from app.links.rule_editor.words import condition_text, host_of, language_name, unmet_condition_text, value_text
from app.links.rules.choice import RuleCheck
from app.links.rules.facts import ImaginedFacts

STATES = {
    State.DELETED: N_("The link is deleted: visitors read that it is gone."),
    State.BLOCKED: N_("The operator blocked this link: visitors read why."),
    State.PAUSED: N_("The link is paused: visitors read that."),
    State.EXPIRED: N_("The link has ended by then: visitors read that."),
    State.USED_UP: N_("The click limit is reached: visitors read that."),
    State.NOT_OPEN: N_("The link is not open yet then: visitors see when it opens."),
}
ENDED = {State.EXPIRED, State.USED_UP}


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence about a rule that was tried: whether it fits, and why or why not."""

    fits: bool
    text: str


def headline(trial: Trial, numbers: Mapping[str, int]) -> str:
    """Which rule leads, in a few words."""
    if trial.state in STATES:
        return _("After the end") if trial.decision.ended else _("No rule is looked at")
    if trial.hit:
        return _("Rule %(number)s leads") % {"number": i18n.format_number(numbers[trial.hit.rule.id])}
    if trial.decision.app_url or trial.decision.web_url:
        return _("The address of the app leads")
    return _("No rule fits: “Everyone else”") if trial.checks else _("There is no rule: “Everyone else”")


def reasons(trial: Trial, numbers: Mapping[str, int]) -> list[Reason]:
    """Why each rule that was tried fits or not; what is said of a link that leads nowhere then."""
    if trial.state in STATES and not trial.decision.ended:
        return [Reason(False, _(STATES[trial.state]))]
    if trial.decision.ended:
        return [Reason(True, _("The link has ended by then and leads on to its other destination."))]
    return [Reason(check.applies, _reason(check, numbers[check.rule.id])) for check in trial.checks]


def _reason(check: RuleCheck, number: int) -> str:
    facts = {"number": i18n.format_number(number)}
    if not check.rule.on:
        return _("Rule %(number)s is switched off.") % facts
    if not check.applies:
        failed = next(condition for condition in check.conditions if not condition.holds)
        return _("Rule %(number)s does not fit: %(why)s.") % (facts | {"why": unmet_condition_text(failed)})
    if not check.conditions:
        return _("Rule %(number)s fits everyone.") % facts
    what = ", ".join(condition_text(condition.condition) for condition in check.conditions)
    return _("Rule %(number)s fits: %(what)s.") % (facts | {"what": what})


def shares_text(trial: Trial) -> str:
    """How a split leads such visitors, as a sentence; empty without a split."""
    places = [place for place in trial.hit.rule.to if place.weight] if trial.hit else []
    if len(places) < 2:
        return ""
    parts = [_("%(share)s to %(place)s") % {"share": place.weight, "place": host_of(place.url)} for place in places]
    return _("Of 100 such visitors: %(shares)s. Each keeps their place for the day.") % {"shares": ", ".join(parts)}


def visitor_text(facts: ImaginedFacts) -> str:
    """The imagined visitor in a few words."""
    place = ", ".join(filter(None, (facts.city, country_name(facts.country) if facts.country else "")))
    device = value_text("device", facts.device)
    languages = [_("in %(language)s") % {"language": language_name(tag)} for tag in facts.languages[:1]]
    parts = [device, facts.system, facts.browser, place, *languages]
    return ", ".join(filter(None, [*parts, i18n.format_datetime(facts.now)]))
