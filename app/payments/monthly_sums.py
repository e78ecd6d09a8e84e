"""What came in and went out by month and currency, and whether receipts, refunds and orders agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app.kernel.db import query_rows
from app.payments.currencies import to_decimal
from app.payments.receipt import Receipt
from app.payments.receipts import ZONE
from app.payments.refund import Refund
from app.web.csv_writer import BOM, format_csv_line

HEADINGS = ("month", "currency", "receipts", "received", "refunds", "refunded", "net")
TOTALS = """SELECT currency, SUM(amount) AS amount FROM {table} GROUP BY currency"""
OF_ORDERS = """SELECT currency, SUM(paid_amount - refunded) AS amount FROM orders
    WHERE paid_at IS NOT NULL GROUP BY currency"""


@dataclass(slots=True)
class MonthlySum:
    """Receipts and refunds of a month (`2026-11`) in the operator's zone, in the smallest unit of a currency."""

    month: str
    currency: str
    receipts: int = 0
    received: int = 0
    refunds: int = 0
    refunded: int = 0

    @property
    def net(self) -> int:
        """What is left."""
        return self.received - self.refunded


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """The sums of a currency over all time. Receipts without refunds have to be what the orders say."""

    currency: str
    receipts: int
    refunds: int
    orders: int

    @property
    def agrees(self) -> bool:
        """Whether the sums agree."""
        return self.receipts - self.refunds == self.orders


async def list_monthly_sums(year: int) -> list[MonthlySum]:
    """Returns the sums of a year, one for each month and currency in which something happened."""
    begin, end = datetime(year, 1, 1, tzinfo=ZONE), datetime(year + 1, 1, 1, tzinfo=ZONE)
    sums: dict[tuple[str, str], MonthlySum] = {}

    def sum_of(at: datetime, currency: str) -> MonthlySum:
        month = f"{at.astimezone(ZONE):%Y-%m}"
        return sums.setdefault((month, currency), MonthlySum(month, currency))

    issued = Receipt.filter(issued_at__gte=begin, issued_at__lt=end)
    for receipt_at, currency, amount in await issued.values_list("issued_at", "currency", "amount"):
        entry = sum_of(receipt_at, currency)
        entry.receipts, entry.received = entry.receipts + 1, entry.received + amount
    noted = Refund.filter(created_at__gte=begin, created_at__lt=end)
    for refund_at, currency, amount in await noted.values_list("created_at", "currency", "amount"):
        entry = sum_of(refund_at, currency)
        entry.refunds, entry.refunded = entry.refunds + 1, entry.refunded + amount
    return [sums[key] for key in sorted(sums)]


def format_monthly_sums(sums: list[MonthlySum]) -> Iterator[str]:
    """Yields the lines of a CSV file, whose amounts are decimals with the places of the currency."""
    yield BOM + format_csv_line(HEADINGS)
    for entry in sums:
        received, refunded, net = (
            to_decimal(value, entry.currency) for value in (entry.received, entry.refunded, entry.net)
        )
        yield format_csv_line((entry.month, entry.currency, entry.receipts, received, entry.refunds, refunded, net))


async def reconcile() -> list[Reconciliation]:
    """Returns the sums of receipts, refunds and orders for each currency."""
    sums: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    queries = {table: TOTALS.format(table=table) for table in ("receipts", "refunds")} | {"orders": OF_ORDERS}
    for name, sql in queries.items():
        for row in await query_rows(sql, []):
            sums[row["currency"]][name] = int(row["amount"])
    return [
        Reconciliation(currency, amounts["receipts"], amounts["refunds"], amounts["orders"])
        for currency, amounts in sorted(sums.items())
    ]
