"""Whether credits, ledger, sums of days and requests agree, to the micro-rupiah."""

from __future__ import annotations

from dataclasses import dataclass, fields

from app.accounts.models import Account
from app.gateway.metering.request_retention import listed_since
from app.kernel.db import query_rows

BOOKS = """SELECT b.account_id AS account_id, b.bought + b.of_plan AS remaining, b.reserved AS reserved,
        (SELECT COALESCE(SUM(l.amount), 0) FROM ai_ledger l WHERE l.account_id = b.account_id) AS booked,
        (SELECT COALESCE(SUM(u.cost), 0) FROM ai_usage u WHERE u.account_id = b.account_id) AS spent,
        (SELECT COALESCE(SUM(u.cost), 0) FROM ai_usage u WHERE u.account_id = b.account_id AND u.day >= $1)
            AS spent_lately,
        (SELECT COALESCE(SUM(r.cost), 0) FROM ai_requests r WHERE r.account_id = b.account_id AND r.created_at >= $2)
            AS of_requests,
        (SELECT COALESCE(SUM(r.reserved), 0) FROM ai_requests r
            WHERE r.account_id = b.account_id AND r.state = 'reserved') AS under_way
    FROM ai_balances b"""


@dataclass(frozen=True, slots=True)
class Books:
    """The sums of an account, in micro-rupiah.

    `remaining` are its credits, `booked` all entries of the ledger, `spent` the costs of all days. `spent_lately` are
    the costs of the days whose requests are still listed, `of_requests` the costs of those requests. `reserved` is what
    the balance says is reserved, `under_way` the reserves of the requests under way.
    """

    account_id: str
    remaining: int
    booked: int
    spent: int
    spent_lately: int
    of_requests: int
    reserved: int
    under_way: int

    @property
    def agree(self) -> bool:
        """Whether the credits are what came in less what was spent, and every sum that of its requests."""
        return (
            self.remaining == self.booked - self.spent
            and self.spent_lately == self.of_requests
            and self.reserved == self.under_way
        )


async def read_books(account: Account | None = None) -> list[Books]:
    """Returns the sums of an account, or of all; read in one statement, so that they are of one moment."""
    since = listed_since()
    where, id = (" WHERE b.account_id = $3", [str(account.id)]) if account else ("", [])
    rows = await query_rows(BOOKS + where, [since.date(), since, *id])
    sums = [field.name for field in fields(Books)][1:]
    return [Books(str(row["account_id"]), *(int(row[name]) for name in sums)) for row in rows]
