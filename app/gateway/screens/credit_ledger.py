"""What came in and went out in a month, for people: a line for each entry of the ledger and each day of use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from typing import Self

from app.accounts.models import Account
from app.gateway.metering.ai_request import AiUsage
from app.gateway.metering.balance import CORRECTION, PAID_BACK, PLAN, PLAN_ENDED, PURCHASE, AiLedgerEntry
from app.gateway.metering.call import month_of
from app.gateway.metering.statement import USE, Line, Statement, read_statement
from app.kernel import clock, i18n
from app.kernel.i18n import gettext as _
from app.kernel.i18n import ngettext
from app.kernel.refusal import N_
from app.payments.checkout.way_labels import short_name
from app.payments.order import Order

ICONS = {
    USE: "sparkles",
    PURCHASE: "plus",
    PAID_BACK: "arrow-back-up",
    PLAN: "calendar-plus",
    PLAN_ENDED: "calendar-event",
    CORRECTION: "pencil",
}
TITLES = {
    PURCHASE: N_("Credits bought"),
    PAID_BACK: N_("Paid back to you"),
    PLAN: N_("Credits of your plan"),
    PLAN_ENDED: N_("Credits of your plan that were left over"),
    CORRECTION: N_("Changed by the operator"),
}
ORDERS = "/dashboard/settings/plan/orders"


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A line of the list: `amount`, and `balance` after it, are micro-rupiah; `order` is the reference of its order."""

    icon: str
    title: str
    day: date
    note: str
    order: str
    amount: int
    balance: int

    @property
    def order_path(self) -> str:
        """The path of the page of its order; empty without one."""
        return f"{ORDERS}/{self.order}" if self.order else ""


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """The lines of a month, the newest first, with the months before and after it that there are."""

    month: date
    rows: list[LedgerRow]
    opening: int
    closing: int
    before: date | None
    after: date | None

    @property
    def month_name(self) -> str:
        """The month in the current language."""
        return i18n.format_month(self.month)

    @property
    def neighbours(self) -> list[tuple[str, str, str]]:
        """The months before and after that there are: as in a query, their names, and an icon."""
        pairs = [(self.before, "chevron-left"), (self.after, "chevron-right")]
        return [(f"{month:%Y-%m}", i18n.format_month(month), icon) for month, icon in pairs if month]

    @classmethod
    async def load(cls, account: Account, month: date) -> Self:
        """Returns the page of a month, in the current language."""
        statement = await read_statement(account, month)
        last = month - timedelta(days=1)
        older = AiLedgerEntry.filter(account_id=account.id, created_at__lt=datetime.combine(month, time(), UTC))
        has_older = await older.exists() or await AiUsage.filter(account_id=account.id, day__lt=month).exists()
        following = (month + timedelta(days=31)).replace(day=1)
        return cls(
            month,
            await _rows(account, statement),
            statement.opening,
            statement.closing,
            last.replace(day=1) if has_older else None,
            following if following <= month_of(clock.now()) else None,
        )


def parse_month(typed: str) -> date:
    """Returns the first day of a month in a query, such as `2026-11`; the present month for anything else."""
    now = month_of(clock.now())
    try:
        month = date.fromisoformat(f"{typed}-01")
    except ValueError:
        return now
    return month if clock.EARLIEST.date() <= month <= now else now


async def _rows(account: Account, statement: Statement) -> list[LedgerRow]:
    notes = {line.note for line in statement.lines if line.kind in (PURCHASE, PAID_BACK)}
    orders = {order.reference: order for order in await Order.owned_by(account).filter(reference__in=list(notes))}
    rows = list[LedgerRow]()
    for (kind, day), group in groupby(statement.lines, key=lambda line: (line.kind, line.day)):
        lines = list(group)
        rows += [_use(lines, day)] if kind == USE else [_entry(line, orders.get(line.note)) for line in lines]
    return rows[::-1]


def _use(lines: Sequence[Line], day: date) -> LedgerRow:
    """Returns the line of a day's use, of all models and keys."""
    number = sum(line.requests for line in lines)
    text = ngettext("Use of models, %(count)s request", "Use of models, %(count)s requests", number)
    title = text % {"count": i18n.format_number(number)}
    return LedgerRow(ICONS[USE], title, day, "", "", sum(line.amount for line in lines), lines[-1].balance)


def _entry(line: Line, order: Order | None) -> LedgerRow:
    """Returns the line of an entry; a purchase says how it was paid."""
    title, reference = _(TITLES[line.kind]), order.reference if order else ""
    if order and line.kind == PURCHASE:
        title = _("Added with %(way)s") % {"way": short_name(order.provider, order.kind)}
    note = "" if order else line.note
    return LedgerRow(ICONS[line.kind], title, line.day, note, reference, line.amount, line.balance)
