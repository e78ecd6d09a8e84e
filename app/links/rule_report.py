"""Counts the visits that each rule of a link led somewhere, and how a split turned out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from app.accounts.models import Account
from app.links.models import Link
from app.links.rules.column import read_rules
from app.links.rules.rule import Rule
from app.visits.reports.query import Filter, Period, Question
from app.visits.reports.report import build_report
from app.visits.retention import scope_of

Z_95 = 1.959964  # standard normal deviate of a two-sided 95 % interval
UNUSUAL = 0.01  # a p-value below it is not put down to chance


@dataclass(frozen=True, slots=True)
class VariantCount:
    """One place of a split. `visitors` are different people a day, added up over the days; shares are of the split's
    visitors. `low` and `high` are the bounds of the 95 % interval of the true share (Wilson, 1927), from 0 to 1.
    """

    number: int
    url: str
    weight: int
    visits: int
    visitors: int
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class SplitReport:
    """How a split turned out. `p_value` says how probable shares as far from the weights are by chance (Pearson's
    chi-squared test, of visitors: all visits of one day by the same person go to the same place); 1 without visitors.
    """

    rule: Rule
    variants: tuple[VariantCount, ...]
    p_value: float

    @property
    def is_unusual(self) -> bool:
        """Whether chance hardly explains the shares. It means little if the weights were changed in the period."""
        return self.p_value < UNUSUAL


@dataclass(frozen=True, slots=True)
class RuleReport:
    """People's visits of a link in a period. `by_rule` maps ids of rules, also of deleted ones, to clicks and scans; ""
    are those that no rule led. `by_variant` maps `id:number` in the same way.
    """

    visits: int
    by_rule: dict[str, int]
    by_variant: dict[str, int]


async def rule_report(account: Account, link: Link, period: Period) -> RuleReport:
    """Returns the visits of a link by rule and by variant. Raises: TooManyReports, ReportTookTooLong."""
    question = Question(scope_of(account, link.id), period)
    report = await build_report(question, ("rule", "variant"), wait_for_visitors=False)
    by_rule, by_variant = ({row.value: row.followed for row in report.tables[name]} for name in ("rule", "variant"))
    return RuleReport(report.totals.followed, by_rule, by_variant)


async def split_report(account: Account, link: Link, rule_id: str, period: Period) -> SplitReport | None:
    """Returns how the split of a rule turned out; None if the link has no such rule, or it leads to one place.

    It reads one report for each place. Raises: TooManyReports, ReportTookTooLong.
    """
    rule = next((rule for rule in read_rules(link.rules) if rule.id == rule_id and len(rule.to) > 1), None)
    if rule is None:
        return None
    counts = []
    for number in range(len(rule.to)):
        chosen = Filter("variant", (f"{rule.id}:{number}",))
        report = await build_report(Question(scope_of(account, link.id), period, (chosen,)), ())
        counts.append((report.totals.followed, report.totals.visitors))
    visitors = [people for _, people in counts]
    variants = (
        VariantCount(number, place.url, place.weight, visits, people, *_share(people, sum(visitors)))
        for number, (place, (visits, people)) in enumerate(zip(rule.to, counts, strict=True))
    )
    return SplitReport(rule, tuple(variants), p_value(visitors, [place.weight for place in rule.to]))


def _share(part: int, total: int) -> tuple[float, float, float]:
    """The share, and the bounds of its 95 % interval."""
    if not total:
        return 0.0, 0.0, 1.0
    share, square = part / total, Z_95**2
    middle = (share + square / (2 * total)) / (1 + square / total)
    half = Z_95 / (1 + square / total) * math.sqrt(share * (1 - share) / total + square / (4 * total**2))
    return share, max(middle - half, 0.0), min(middle + half, 1.0)


def p_value(observed: Sequence[int], weights: Sequence[int]) -> float:
    """Returns the p-value of Pearson's chi-squared test that counts come from shares with these weights in percent.

    Places with the weight 0 are left out. With less than two places, or without counts, it is 1.
    """
    pairs = [(count, weight) for count, weight in zip(observed, weights, strict=True) if weight]
    total = sum(count for count, _ in pairs)
    if len(pairs) < 2 or not total:
        return 1.0
    shares = sum(weight for _, weight in pairs)
    expected = [total * weight / shares for _, weight in pairs]
    statistic = sum((count - wanted) ** 2 / wanted for (count, _), wanted in zip(pairs, expected, strict=True))
    return chi_squared_tail(statistic, len(pairs) - 1)


def chi_squared_tail(statistic: float, freedom: int) -> float:
    """Returns the probability of a larger value (Abramowitz and Stegun, Mathematical Functions, 26.4.4 and 26.4.5)."""
    half = statistic / 2
    if freedom % 2 == 0:
        return math.exp(-half) * sum(half**power / math.factorial(power) for power in range(freedom // 2))
    terms = (half ** (power - 0.5) / math.gamma(power + 0.5) for power in range(1, (freedom + 1) // 2))
    return float(math.erfc(math.sqrt(half)) + math.exp(-half) * sum(terms))
