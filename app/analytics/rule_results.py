"""The visits of a link by the rules that led them, and how a split divided them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from app.analytics import labels
from app.analytics.report_presenter import StatisticsScreen
from app.kernel import i18n
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_
from app.links.history.models import LinkChange
from app.links.models import Link
from app.links.rule_editor.words import conditions_in_words, short_url
from app.links.rule_report import SplitReport, split_report
from app.links.rules.column import read_rules
from app.links.rules.rule import Rule

LETTERS = "ABCDEFGHIJ"
MOST_CHANGES = 500  # of the history, newest first; a link that changed more often is not compared
MOST_COMPARED = 12  # places of all splits together: each costs a report of its own
LEAST_EXPECTED = 5  # visitors of each place: with fewer the comparison is not reliable (Cochran 1954)
TOO_FEW = N_("Too few visitors yet to compare the shares with the chosen ones.")
AS_CHOSEN = N_("The shares are the chosen ones, as closely as chance allows.")
DIFFERENT = N_(
    "The shares differ from the chosen ones by more than chance explains: such a difference comes about by chance less "
    "than once in a hundred times."
)
CHANGED = N_("The places or shares were changed in this period, so the visitors are not compared with them.")
NOT_COMPARED = N_("This link has too many splits to compare all of them at once.")


@dataclass(frozen=True, slots=True)
class PlaceResult:
    """A place of a split: its letter and address, the chosen share, and its visits with their share."""

    letter: str
    place: str
    chosen: str
    count: int
    percent: str


@dataclass(frozen=True, slots=True)
class RuleResult:
    """A rule with its visits; `number` is "" for everyone else and for rules that no longer exist."""

    number: str
    title: str
    count: int
    percent: str
    width: float
    places: tuple[PlaceResult, ...] = ()
    note: str = ""


async def load_rule_results(screen: StatisticsScreen) -> list[RuleResult]:
    """The visits of the screen's link by rule, in the order of the rules, then everyone else and former rules.

    Empty for anything but a link whose visits rules have led.
    """
    link = screen.subject.link
    rows = screen.report.tables.get("rule", [])
    if link is None or screen.shared or not (link.rules or any(row.value for row in rows)):
        return []
    counts = {row.value: screen.choice.count(row) for row in rows}
    of_places = {row.value: screen.choice.count(row) for row in screen.report.tables.get("variant", [])}
    rules = read_rules(link.rules)
    notes = await _split_notes(screen, link, rules)
    builder = _Builder(counts, of_places, notes)
    current = [builder.of_rule(number, rule) for number, rule in enumerate(rules, start=1)]
    former = [value for value in counts if value and value not in {rule.id for rule in rules}]
    return [*current, builder.plain("", _("Everyone else")), *(builder.plain(id, _("A former rule")) for id in former)]


async def _split_notes(screen: StatisticsScreen, link: Link, rules: Sequence[Rule]) -> dict[str, str]:
    """What can be said of the shares of each split, by the id of its rule. All people of the period are compared."""
    splits = [rule for rule in rules if len(rule.to) > 1]
    changed = (
        await _changed_splits(link.id, {rule.id: rule for rule in splits}, screen.period.start) if splits else set()
    )
    notes, places = dict[str, str](), 0
    for rule in splits:
        places += len(rule.to)
        if rule.id in changed or places > MOST_COMPARED:
            notes[rule.id] = _(CHANGED if rule.id in changed else NOT_COMPARED)
        elif report := await split_report(screen.subject.account, link, rule.id, screen.period):
            notes[rule.id] = _note(report)
    return notes


def _note(report: SplitReport) -> str:
    people = sum(variant.visitors for variant in report.variants)
    if min(people * variant.weight / 100 for variant in report.variants if variant.weight) < LEAST_EXPECTED:
        return _(TOO_FEW)
    return _(DIFFERENT if report.is_unusual else AS_CHOSEN)


async def _changed_splits(link_id: UUID, rules: Mapping[str, Rule], since: datetime) -> set[str]:
    """The ids of rules whose places or shares were others at a time since `since`."""
    changes = LinkChange.of_link(link_id).filter(created_at__gte=since, changed_fields__contains='"rules"')
    newest = await changes.order_by("-id").limit(MOST_CHANGES + 1)
    if len(newest) > MOST_CHANGES:
        return set(rules)
    changed = set[str]()
    for change in newest:
        before = {rule["id"]: rule["to"] for rule in (change.values.get("rules") or [None, None])[0] or []}
        changed |= {id for id, rule in rules.items() if id in before and before[id] != _places_json(rule)}
    return changed


def _places_json(rule: Rule) -> list[dict[str, Any]]:
    return list(rule.as_json()["to"])


class _Builder:
    """Builds results from the visits by rule and by place."""

    def __init__(self, counts: Mapping[str, int], of_places: Mapping[str, int], notes: Mapping[str, str]) -> None:
        self.counts, self.of_places, self.notes = counts, of_places, notes
        self.total, self.longest = sum(counts.values()), max(counts.values(), default=0)

    def plain(self, id: str, title: str, number: str = "") -> RuleResult:
        """The result of a rule without places, or of everyone else for the id ""."""
        count = self.counts.get(id, 0)
        width = 100 * count / self.longest if self.longest else 0
        return RuleResult(number, title, count, labels.format_percent(count, self.total), round(width, 2))

    def of_rule(self, number: int, rule: Rule) -> RuleResult:
        """The result of a rule of the link."""
        conditions = " + ".join(condition.text for condition in conditions_in_words(rule)) or _("Fits everyone")
        result = self.plain(rule.id, rule.name or conditions, i18n.format_number(number))
        if len(rule.to) < 2:
            return result
        counts = [self.of_places.get(f"{rule.id}:{at}", 0) for at in range(len(rule.to))]
        places = tuple(
            PlaceResult(
                LETTERS[at],
                short_url(place.url),
                f"{place.weight}%",
                counts[at],
                labels.format_percent(counts[at], sum(counts)),
            )
            for at, place in enumerate(rule.to)
        )
        return replace(result, places=places, note=self.notes.get(rule.id, ""))
