"""Whether receipts, refunds, orders and the reports of payment services agree, to the smallest unit of each currency.

What came of an underpaid order is in none of these sums: it bought nothing, and there is no receipt.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from app.kernel.db import query_rows

RECEIPTS = "SELECT currency, SUM(amount) AS amount FROM receipts GROUP BY currency"
REFUNDS = """SELECT refunds.currency, SUM(refunds.amount) AS amount FROM refunds
    JOIN orders ON orders.id = refunds.order_id WHERE orders.paid_at IS NOT NULL GROUP BY refunds.currency"""
ORDERS = """SELECT currency, SUM(paid_amount - refunded) AS amount FROM orders
    WHERE paid_at IS NOT NULL GROUP BY currency"""
# What the report says for which an order was credited: the first one of all that was due, earlier ones of a part made
# it underpaid. A service may leave the amount out.
REPORTS = """SELECT orders.currency, SUM(COALESCE(reports.paid_amount, orders.pay_amount, orders.total)) AS amount
    FROM orders JOIN payment_events AS reports ON reports.id = (SELECT MIN(id) FROM payment_events
        WHERE order_id = orders.id AND outcome = 'applied' AND state IN ('paid', 'completed')
            AND COALESCE(paid_amount, orders.total) >= orders.total)
    WHERE orders.paid_at IS NOT NULL GROUP BY orders.currency"""
UNDERPAID = """SELECT currency, SUM(paid_amount) AS amount FROM orders
    WHERE state = 'underpaid' AND paid_amount IS NOT NULL GROUP BY currency"""
QUERIES = {"receipts": RECEIPTS, "refunds": REFUNDS, "orders": ORDERS, "reports": REPORTS, "underpaid": UNDERPAID}


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """The sums of a currency over all time, in its smallest unit.

    `reports` is what was reported of the payments: by the services, and by the operator for transfers. Receipts and
    reports, each without the refunds, have to be what the orders say. `underpaid` is what came of orders that are
    neither paid in full nor paid back.
    """

    currency: str
    receipts: int
    refunds: int
    orders: int
    reports: int
    underpaid: int

    @property
    def net(self) -> int:
        """The receipts without the refunds."""
        return self.receipts - self.refunds

    @property
    def reported(self) -> int:
        """The reports without the refunds."""
        return self.reports - self.refunds

    @property
    def agrees(self) -> bool:
        """Whether the three sums agree."""
        return self.net == self.orders == self.reported


async def reconcile() -> list[Reconciliation]:
    """Returns the sums of each currency."""
    sums: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for name, sql in QUERIES.items():
        for row in await query_rows(sql, []):
            sums[row["currency"]][name] = int(row["amount"])
    return [
        Reconciliation(currency, **{name: amounts[name] for name in QUERIES})
        for currency, amounts in sorted(sums.items())
    ]
