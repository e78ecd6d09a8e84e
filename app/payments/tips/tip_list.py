"""What a creator reads of tips: the list, the sums, and the file for a spreadsheet. And how long tips are kept."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from tortoise.expressions import Q

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.db import query_rows
from app.kernel.refusal import NotFound
from app.payments.tips.tip import CHECKOUT_COLUMNS, Tip
from app.web.csv_writer import BOM, format_csv_line
from app.web.pagination import CursorPage, page_or_first

PAGE_SIZE, BATCH = 50, 500
UNPAID_KEPT, CHECKOUT_KEPT = timedelta(days=30), timedelta(days=7)
SUM = """SELECT count(*) AS number, sum(paid_amount) AS rupiah FROM tips
    WHERE account_id = $1 AND paid_at IS NOT NULL AND paid_at >= $2 AND given_back_at IS NULL"""
COLUMNS = ("paid_at", "page", "amount", "paid", "service", "reference", "given_back_at")


@dataclass(frozen=True, slots=True)
class TipSum:
    """How many tips were paid, and how many whole rupiah they are."""

    number: int
    rupiah: int


async def paid_tips(account: Account, cursor: str) -> CursorPage[Tip]:
    """Returns one page of the tips of an account that were paid, the newest first."""
    paid = Tip.owned_by(account).filter(paid_at__not_isnull=True)
    return await page_or_first(paid, by="paid_at", cursor=cursor, size=PAGE_SIZE, groups=(Q(),))


async def sum_tips(account: Account, since: datetime = clock.EARLIEST) -> TipSum:
    """Returns the sum of the tips of an account that were paid since a moment, without those that were given back."""
    [row] = await query_rows(SUM, [str(account.id), since])
    return TipSum(row["number"], int(row["rupiah"] or 0))


def begin_of_month(account: Account) -> datetime:
    """Returns the begin of the present month where the account is."""
    local = clock.now().astimezone(ZoneInfo(account.time_zone))
    return local.replace(day=1, hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)


async def find_paid_tip(account: Account, id: UUID) -> Tip:
    """Returns a tip of an account that was paid. Raises: NotFound."""
    tip = await Tip.owned_by(account).filter(id=id, paid_at__not_isnull=True).first()
    if tip is None:
        raise NotFound
    return tip


async def note_given_back(tip: Tip, *, back: bool) -> bool:
    """Notes that a paid tip was given back, or takes the note away; returns False when it was so before.

    The creator gives it back at their payment service: Kliqs never has the money.
    """
    paid = Tip.filter(id=tip.id, paid_at__not_isnull=True, given_back_at__isnull=back)
    return bool(await paid.update(given_back_at=clock.now() if back else None))


async def csv_lines(account: Account) -> AsyncGenerator[str]:
    """Yields the lines of a CSV file with all paid tips of an account, the oldest first."""
    yield BOM + format_csv_line(COLUMNS)
    paid = Tip.owned_by(account).filter(paid_at__not_isnull=True)
    ids = await paid.order_by("paid_at", "id").values_list("id", flat=True)
    for at in range(0, len(ids), BATCH):
        for tip in await Tip.filter(id__in=ids[at : at + BATCH]).order_by("paid_at", "id"):
            when = clock.format_rfc3339(tip.paid_at) if tip.paid_at else ""
            back = clock.format_rfc3339(tip.given_back_at) if tip.given_back_at else ""
            yield format_csv_line((when, tip.page_name, tip.amount, tip.paid_amount, tip.provider, tip.reference, back))


async def delete_unpaid_tips() -> None:
    """Deletes tips that were not paid, and the codes and secrets of those that were, after some days."""
    now, columns = clock.now(), dict.fromkeys(CHECKOUT_COLUMNS, "")
    await Tip.filter(created_at__lt=now - UNPAID_KEPT, paid_at=None).delete()
    await Tip.filter(~Q(**columns), created_at__lt=now - CHECKOUT_KEPT).update(**columns)
