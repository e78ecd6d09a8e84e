"""What an account spent on models in the last DAYS days: by day, model, key and kind of model.

Days are those of UTC, as budgets and statements have them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple, TypeVar

from app.accounts.models import Account
from app.gateway.screens.names import Named, load_names
from app.kernel import clock
from app.kernel.db import query_rows

DAYS, MOST_SERIES, MOST_ROWS = 28, 5, 6
MODEL, KEY, KIND = "model", "key", "kind"
DIMENSIONS = (MODEL, KEY, KIND)
KEY_OR_SOURCE = "CASE WHEN key_id = '' THEN source ELSE key_id END"
BY_DAY = """SELECT day, {name} AS name, SUM(cost) AS cost FROM ai_usage
    WHERE account_id = $1 AND day >= $2 AND day <= $3 GROUP BY day, {name}"""
SUMS = """SELECT model, CASE WHEN key_id = '' THEN source ELSE key_id END AS key_name,
        SUM(requests) AS requests, SUM(failed) AS failed,
        SUM(input_tokens) AS input_tokens, SUM(output_tokens) AS output_tokens, SUM(cost) AS cost
    FROM ai_usage WHERE account_id = $1 AND day >= $2 AND day <= $3 GROUP BY 1, 2"""
TOTALS = ("requests", "failed", "input_tokens", "output_tokens", "cost")
BEFORE = """SELECT COALESCE(SUM(cost), 0) AS cost, MIN(day) AS first FROM ai_usage
    WHERE account_id = $1 AND day >= $2 AND day < $3"""


T = TypeVar("T")


class Amount(NamedTuple):
    """What a model, a key or a kind cost, in micro-rupiah; or what `others` of them cost, which have no rows."""

    named: Named | None
    cost: int
    others: int = 0


@dataclass(frozen=True, slots=True)
class Series:
    """A series of the chart: what it is of, None for all that has no series of its own, and its sum for each day."""

    named: Named | None
    amounts: list[int]


@dataclass(frozen=True, slots=True)
class Spending:
    """The sums of the period and of the one before; `series` are by `dimension`, the dearest first.

    `days_used` are the days since the first use, at most those of the period.
    """

    days: list[date]
    dimension: str
    series: list[Series]
    models: list[Amount]
    keys: list[Amount]
    cost: int
    cost_before: int
    requests: int
    failed: int
    input_tokens: int
    output_tokens: int
    days_used: int

    def days_left(self, credits: int) -> int | None:
        """Returns for how many days credits last at this pace; None where nothing was spent."""
        return credits * self.days_used // self.cost if self.cost else None


async def load_spending(account: Account, dimension: str) -> Spending:
    """Returns what an account spent until today, with series by one of DIMENSIONS."""
    today = clock.now().date()
    days = [today - timedelta(days=ago) for ago in reversed(range(DAYS))]
    id, name = str(account.id), KEY_OR_SOURCE if dimension == KEY else "model"
    by_day = await query_rows(BY_DAY.format(name=name), [id, days[0], today])
    sums = await query_rows(SUMS, [id, days[0], today])
    [before] = await query_rows(BEFORE, [id, days[0] - timedelta(days=DAYS), days[0]])
    known = await load_names(account, {row["key_name"] for row in sums})
    first = min((_date(row["day"]) for row in by_day), default=today)
    return Spending(
        days=days,
        dimension=dimension,
        series=_series(days, by_day, {MODEL: known.model, KEY: known.key, KIND: known.kind_of}[dimension]),
        models=_amounts(sums, "model", known.model),
        keys=_amounts(sums, "key_name", known.key),
        cost_before=int(before["cost"]),
        days_used=DAYS if before["first"] else (today - first).days + 1,
        **{name: sum(int(row[name]) for row in sums) for name in TOTALS},
    )


def _series(days: Sequence[date], rows: Iterable[dict[str, Any]], named: Callable[[str], Named]) -> list[Series]:
    """Returns the dearest series, and the sum of all others as the last one."""
    by_named: dict[Named, Counter[date]] = {}
    for row in rows:
        by_named.setdefault(named(row["name"]), Counter())[_date(row["day"])] += int(row["cost"])
    ordered = sorted(by_named.items(), key=lambda item: (-item[1].total(), item[0].label))
    ordered = [item for item in ordered if item[1].total()]
    own, others = _own_and_others(ordered, MOST_SERIES)
    series = [Series(name, [amounts[day] for day in days]) for name, amounts in own]
    if others:
        series.append(Series(None, [sum(amounts[day] for _name, amounts in others) for day in days]))
    return series


def _amounts(rows: Iterable[dict[str, Any]], column: str, named: Callable[[str], Named]) -> list[Amount]:
    """Returns what each model or key cost, the dearest first, and the sum of those that have no row as the last one."""
    costs = Counter[Named]()
    for row in rows:
        costs[named(row[column])] += int(row["cost"])
    ordered = sorted(costs.items(), key=lambda item: (-item[1], item[0].label))
    own, others = _own_and_others(ordered, MOST_ROWS)
    amounts = [Amount(name, cost) for name, cost in own]
    if others:
        amounts.append(Amount(None, sum(cost for _name, cost in others), len(others)))
    return amounts


def _own_and_others(ordered: list[T], most: int) -> tuple[list[T], list[T]]:
    """Splits what has at most `most` places: the first, with a place each, and the others, which share the last."""
    own = ordered if len(ordered) <= most else ordered[: most - 1]
    return own, ordered[len(own) :]


def _date(value: Any) -> date:
    """Returns a day as either database gives it."""
    return value if isinstance(value, date) else date.fromisoformat(value)
