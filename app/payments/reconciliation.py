"""Whether receipts, refunds and orders agree, to the smallest unit of each currency."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from app.kernel.db import query_rows

TOTALS = """SELECT currency, SUM(amount) AS amount FROM {table} GROUP BY currency"""
OF_ORDERS = """SELECT currency, SUM(paid_amount - refunded) AS amount FROM orders
    WHERE paid_at IS NOT NULL GROUP BY currency"""


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
