"""What a creator reads of tips: the list, the sums, and the file for a spreadsheet. And how long tips are kept."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from tortoise.expressions import Q

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.db import query_rows
from app.payments.tips.tip import CHECKOUT_COLUMNS, Tip
from app.web.csv_writer import BOM, format_csv_line

SHOWN, BATCH = 100, 500
UNPAID_KEPT, CHECKOUT_KEPT = timedelta(days=30), timedelta(days=7)
SUM = """SELECT count(*) AS number, sum(paid_amount) AS rupiah FROM tips
    WHERE account_id = $1 AND paid_at IS NOT NULL AND paid_at >= $2"""
COLUMNS = ("paid_at", "page", "amount", "paid", "service", "reference")


@dataclass(frozen=True, slots=True)
class TipSum:
    """How many tips were paid, and how many whole rupiah they are."""

    number: int
    rupiah: int


async def paid_tips(account: Account) -> list[Tip]:
    """Returns the newest tips of an account that were paid."""
    return await Tip.owned_by(account).filter(paid_at__not_isnull=True).order_by("-paid_at", "-id").limit(SHOWN)


async def sum_tips(account: Account, since: datetime = clock.EARLIEST) -> TipSum:
    """Returns the sum of the tips of an account that were paid since a moment, by default of all."""
    [row] = await query_rows(SUM, [str(account.id), since])
    return TipSum(row["number"], int(row["rupiah"] or 0))


def begin_of_month(account: Account) -> datetime:
    """Returns the begin of the present month where the account is."""
    local = clock.now().astimezone(ZoneInfo(account.time_zone))
    return local.replace(day=1, hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)


async def csv_lines(account: Account) -> AsyncGenerator[str]:
    """Yields the lines of a CSV file with all paid tips of an account, the oldest first."""
    yield BOM + format_csv_line(COLUMNS)
    paid = Tip.owned_by(account).filter(paid_at__not_isnull=True)
    ids = await paid.order_by("paid_at", "id").values_list("id", flat=True)
    for at in range(0, len(ids), BATCH):
        for tip in await Tip.filter(id__in=ids[at : at + BATCH]).order_by("paid_at", "id"):
            when = clock.format_rfc3339(tip.paid_at) if tip.paid_at else ""
            yield format_csv_line((when, tip.page_name, tip.amount, tip.paid_amount, tip.provider, tip.reference))


async def delete_unpaid_tips() -> None:
    """Deletes tips that were not paid, and the codes and secrets of those that were, after some days."""
    now, columns = clock.now(), dict.fromkeys(CHECKOUT_COLUMNS, "")
    await Tip.filter(created_at__lt=now - UNPAID_KEPT, paid_at=None).delete()
    await Tip.filter(~Q(**columns), created_at__lt=now - CHECKOUT_KEPT).update(**columns)
