"""What the rules page shows: the rules in words, the opened form, and the answer of “Try it”."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from app.accounts.time_zones import ZONES
from app.kernel import i18n
from app.kernel.i18n import country_name, current_time_zone, ngettext
from app.kernel.i18n import gettext as _
from app.links.models import Link
from app.links.rule_editor import trial_words
from app.links.rule_editor.condition_kinds import (
    DAY_CHOICES,
    DEVICE_CHOICES,
    KINDS,
    MATCH_CHOICES,
    QUERY_TEST_CHOICES,
    VISITOR_CHOICES,
)
from app.links.rule_editor.rule_changes import rules_of
from app.links.rule_editor.rule_form import LETTERS, RuleForm
from app.links.rule_editor.trial import Trial, TrialForm, rule_numbers
from app.links.rule_editor.words import ConditionWords, conditions_in_words, language_name, short_url
from app.links.rules.condition import SYSTEMS
from app.links.rules.condition_parsers import countries
from app.links.rules.rule import MAX_CONDITIONS, MAX_DESTINATIONS, MAX_RULES, Rule

LANGUAGES = (
    *("id", "en", "ms", "jv", "su", "zh", "ja", "ko", "ar", "hi", "ta", "th", "vi", "fil", "nl", "de", "fr", "es"),
    *("pt", "it", "ru", "tr", "fa", "ur", "bn"),
)
CHOICES = {
    "device": DEVICE_CHOICES,
    "day": DAY_CHOICES,
    "test": QUERY_TEST_CHOICES,
    "match": MATCH_CHOICES,
    "visitor": VISITOR_CHOICES,
}


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule as the list shows it. `unreachable` is true below a rule that fits everyone, `mark` is that of a trial."""

    rule: Rule
    number: int
    conditions: list[ConditionWords]
    to: str
    mark: str = ""
    unreachable: bool = False
    visits: int | None = None


@dataclass(slots=True)
class RulesView:
    """What to show: the rule whose form is open ("" for none), whether a new one is made, the form, and a trial."""

    open: str = ""
    adding: bool = False
    form: RuleForm | None = None
    trial: Trial | None = None
    problem: str = ""
    marks: dict[str, str] = field(default_factory=dict)


def list_context(link: Link, view: RulesView, visits: dict[str, int] | None = None) -> dict[str, Any]:
    """The context of the list of rules; `visits` are those of each rule by id, "" for everyone else."""
    rules, catch_all, rows = rules_of(link), False, list[RuleRow]()
    for number, rule in enumerate(rules, start=1):
        to = short_url(rule.to[0].url) if len(rule.to) == 1 else _split_text(len(rule.to))
        mark = view.marks.get(rule.id, "")
        count = None if visits is None else visits.get(rule.id, 0)
        rows.append(RuleRow(rule, number, conditions_in_words(rule), to, mark, catch_all, count))
        catch_all = catch_all or (rule.on and not rule.when)
    return {
        "link": link,
        "rows": rows,
        "open": view.open,
        "adding": view.adding,
        "form": view.form,
        "problem": view.problem,
        "most": MAX_RULES,
        "own_place": short_url(link.destination_url),
        "everyone_else": None if visits is None else visits.get("", 0),
        **editor_context(),
    }


def _split_text(count: int) -> str:
    text = ngettext("Split between %(num)s place", "Split between %(num)s places", count)
    return text % {"num": i18n.format_number(count)}


def editor_context() -> dict[str, Any]:
    """What the form of a rule needs besides its values."""
    return {
        "kinds": KINDS,
        "choices": CHOICES,
        "zones": _zones(),
        "letters": LETTERS,
        "most_conditions": MAX_CONDITIONS,
        "most_places": MAX_DESTINATIONS,
    }


def _zones() -> list[tuple[str, str]]:
    """The zones to choose from: the account's own and those of Indonesia first, then all others."""
    own = current_time_zone()
    return [(own, ZONES.get(own, own)), *((zone, name) for zone, name in ZONES.items() if zone != own)]


def trial_context(link: Link, form: TrialForm, trial: Trial | None) -> dict[str, Any]:
    """The context of the panel “Try it” and of its answer."""
    return {"link": link, "trial_form": form, "trial": trial, **_trial_choices(form), **_answer(link, trial)}


def _trial_choices(form: TrialForm) -> dict[str, Any]:
    named = sorted(((code, country_name(code)) for code in countries()), key=lambda pair: pair[1])
    languages = [(tag, language_name(tag)) for tag in LANGUAGES]
    if form["language"] not in LANGUAGES:
        languages.append((form["language"], form["language"][:50]))
    return {
        "country_choices": [("ID", country_name("ID")), *(pair for pair in named if pair[0] != "ID")],
        "language_choices": languages,
        "system_choices": [("", _("the usual one")), *((system, system) for system in SYSTEMS)],
        "device_choices": DEVICE_CHOICES,
        "zone_hint": i18n.zone_name(current_time_zone()),
    }


def _answer(link: Link, trial: Trial | None) -> dict[str, Any]:
    if trial is None:
        return {}
    numbers = rule_numbers(rules_of(link))
    return {
        "headline": trial_words.headline(trial, numbers),
        "reasons": trial_words.reasons(trial, numbers),
        "shares": trial_words.shares_text(trial),
        "visitor": trial_words.visitor_text(trial.facts),
    }
