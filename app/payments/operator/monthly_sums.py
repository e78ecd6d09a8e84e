"""What came in each month, by provider and currency, to compare with the statements of the providers.

A payment belongs to the month of its receipt and a refund to the month in which it was noted, in the operator's zone.
Over all months, receipts less refunds are what the orders say (reconciliation.py), and what the providers paid out.
What came of an underpaid order and was paid back is in none of the sums: there is no receipt of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.kernel.db import query_rows
from app.payments import operator_calendar
from app.payments.currencies import to_decimal
from app.web.csv_writer import format_csv_line

RECEIPTS = """SELECT orders.provider, receipts.currency, count(*) AS payments, sum(receipts.amount) AS receipts
    FROM receipts JOIN orders ON orders.id = receipts.order_id
    WHERE receipts.issued_at >= $1 AND receipts.issued_at < $2 GROUP BY orders.provider, receipts.currency"""
REFUNDS = """SELECT orders.provider, refunds.currency, sum(refunds.amount) AS refunds
    FROM refunds JOIN orders ON orders.id = refunds.order_id
    WHERE refunds.created_at >= $1 AND refunds.created_at < $2 AND orders.paid_at IS NOT NULL
    GROUP BY orders.provider, refunds.currency"""
COLUMNS = ("month", "provider", "currency", "payments", "receipts", "refunds", "net")


@dataclass(slots=True)
class MonthlySum:
    """The sums of a month (`2026-11`) at a provider; amounts are in the smallest unit of the currency."""

    month: str
    provider: str
    currency: str
    payments: int = 0
    receipts: int = 0
    refunds: int = 0

    @property
    def net(self) -> int:
        """The receipts less the refunds."""
        return self.receipts - self.refunds


async def sum_months(first: str, last: str) -> list[MonthlySum]:
    """Returns the sums of the months from `first` to `last` (`2026-11`), those with payments or refunds only."""
    sums: list[MonthlySum] = []
    for month in months_between(first, last):
        sums += await _sum_month(month)
    return sums


def months_between(first: str, last: str) -> Iterator[str]:
    """Yields the months from `first` to `last`, both included."""
    month = first
    while month <= last:
        yield month
        year, number = _parse(month)
        month = f"{year + number // 12:04}-{number % 12 + 1:02}"


def last_months(number: int) -> list[str]:
    """Returns so many months up to the present one, the newest first."""
    today = operator_calendar.today()
    counted = range(today.year * 12 + today.month - 1, today.year * 12 + today.month - 1 - number, -1)
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in counted]


def current_month() -> str:
    """Returns the month that it is in the operator's zone."""
    return f"{operator_calendar.today():%Y-%m}"


def to_csv(sums: Sequence[MonthlySum]) -> str:
    """Returns the sums as CSV with a line of names; amounts are decimals of their currency, such as 12.50."""
    lines: list[tuple[object, ...]] = [COLUMNS]
    for each in sums:
        amounts = (to_decimal(amount, each.currency) for amount in (each.receipts, each.refunds, each.net))
        lines.append((each.month, each.provider, each.currency, each.payments, *amounts))
    return "".join(format_csv_line(line) for line in lines)


def month_bounds(month: str) -> tuple[datetime, datetime]:
    """Returns when a month (`2026-11`) of the operator's zone begins, and when the next one does."""
    year, number = _parse(month)
    begin, end = date(year, number, 1), date(year + number // 12, number % 12 + 1, 1)
    return operator_calendar.start_of_day(begin), operator_calendar.start_of_day(end)


async def _sum_month(month: str) -> list[MonthlySum]:
    """Returns the sums of one month, in the order of providers and currencies."""
    begin, end = month_bounds(month)
    sums: dict[tuple[str, str], MonthlySum] = {}
    for query in (RECEIPTS, REFUNDS):
        for row in await query_rows(query, [begin, end]):
            key = row["provider"], row["currency"]
            each = sums.setdefault(key, MonthlySum(month, *key))
            for name in ("payments", "receipts", "refunds"):
                setattr(each, name, getattr(each, name) + int(row.get(name) or 0))
    return [sums[key] for key in sorted(sums)]


def _parse(month: str) -> tuple[int, int]:
    year, _dash, number = month.partition("-")
    return int(year), int(number)
