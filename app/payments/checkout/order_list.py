"""The list of an account's orders: a search and its rows, each with its state and, once paid, its receipt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import text
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_
from app.payments import receipts
from app.payments.checkout import way_labels
from app.payments.money import format_money
from app.payments.order import Order
from app.payments.order_state import OPEN, PAID, OrderState
from app.payments.receipt import Receipt
from app.web.pagination import page_or_first
from app.web.search_url import search_url

PAGE_SIZE, LONGEST_SEARCH, FEW = 30, 100, 3
HOME = "/dashboard/settings/plan/orders/"


class StateLabel(NamedTuple):
    """A state for buyers: its name (English, to be translated), and the kind and icon of its badge."""

    name: str
    kind: str
    icon: str


WAITING = StateLabel(N_("Waiting"), "accent", "clock")
PAID_LABEL = StateLabel(N_("Paid"), "good", "check")
LABELS: Mapping[str, StateLabel] = {
    **dict.fromkeys(OPEN, WAITING),
    **dict.fromkeys(PAID, PAID_LABEL),
    OrderState.EXPIRED: StateLabel(N_("Ended unpaid"), "", "x"),
    OrderState.FAILED: StateLabel(N_("Refused"), "", "x"),
    OrderState.CANCELLED: StateLabel(N_("Cancelled"), "", "x"),
    OrderState.UNDERPAID: StateLabel(N_("Too little"), "warm", "alert-triangle"),
    OrderState.REFUNDED: StateLabel(N_("Paid back"), "warm", "arrow-back-up"),
}
GROUPS: Mapping[str, tuple[str, frozenset[OrderState]]] = {  # to filter by
    "paid": (N_("Paid"), PAID),
    "waiting": (N_("Waiting"), OPEN | {OrderState.UNDERPAID}),
    "ended": (N_("Ended unpaid"), frozenset({OrderState.EXPIRED, OrderState.FAILED, OrderState.CANCELLED})),
    "refunded": (N_("Paid back"), frozenset({OrderState.REFUNDED})),
}


@dataclass(frozen=True, slots=True)
class Search:
    """A search of the orders: `q` in references, receipt numbers and plans, `state` a key of GROUPS.

    `cursor` is the position of a page of results.
    """

    q: str = ""
    state: str = ""
    cursor: str = ""

    @classmethod
    def of(cls, args: Mapping[str, str]) -> Self:
        """Returns the search of these query parameters; invalid values become the defaults."""
        state = args.get("state", "")
        q = text.cut_line(args.get("q", ""), LONGEST_SEARCH)
        return cls(q, state if state in GROUPS else "", args.get("cursor", "")[:500])

    @property
    def is_filtered(self) -> bool:
        """Whether the search hides any orders."""
        return bool(self.q or self.state)

    def url(self, **changes: str) -> str:
        """Returns the URL of the page for this search with some fields changed."""
        return search_url(HOME, self, ("q", "state", "cursor"), changes)

    def matches(self, account: Account) -> QuerySet[Order]:
        """Returns the account's orders that match, not ordered yet."""
        orders = Order.owned_by(account)
        if self.state:
            orders = orders.filter(state__in=[state.value for state in GROUPS[self.state][1]])
        if self.q:
            words = Q(reference__icontains=self.q) | Q(plan__icontains=self.q) | Q(buyer_name__icontains=self.q)
            if self.q.lower() in _("AI credits").lower():
                words |= Q(credits__gt=0)
            orders = orders.filter(words | _with_receipt(self.q))
        return orders


@dataclass(frozen=True, slots=True)
class Row:
    """An order in the list; `number` is that of its receipt, empty without one."""

    order: Order
    item: str
    way: str
    amount: str
    state: StateLabel
    number: str

    @classmethod
    def of(cls, order: Order, receipt: Receipt | None) -> Row:
        """Returns the row of an order in the current language."""
        due = order.paid_amount if order.state in PAID and order.paid_amount else order.pay_amount or order.total
        label = LABELS[order.state]
        return cls(
            order,
            receipts.describe_item(order),
            way_labels.short_name(order.provider, order.kind),
            format_money(due, order.currency),
            label._replace(name=_(label.name)),
            receipt.shown_number if receipt else "",
        )


async def list_context(account: Account, search: Search) -> dict[str, Any]:
    """Returns the context of one page of orders, the newest first; an invalid cursor gives the first page."""
    page = await page_or_first(search.matches(account), by="created_at", cursor=search.cursor, size=PAGE_SIZE)
    return {"rows": await _rows(page.rows), "next": page.next, "search": search}


async def latest_rows(account: Account) -> list[Row]:
    """Returns the few newest orders, for the page of the plan."""
    return await _rows(await Order.owned_by(account).order_by("-created_at", "-id").limit(FEW))


def state_choices() -> list[tuple[str, str]]:
    """Returns the states to filter by with their labels."""
    return [(key, _(label)) for key, (label, _states) in GROUPS.items()]


async def _rows(orders: list[Order]) -> list[Row]:
    own_receipts = await Receipt.filter(order_id__in=[order.id for order in orders]) if orders else []
    by_order = {receipt.order_id: receipt for receipt in own_receipts}
    return [Row.of(order, by_order.get(order.id)) for order in orders]


def _with_receipt(words: str) -> Q:
    """Returns the condition for orders whose receipt has the number that was typed: `2026-00042`."""
    year, *series, number = words.split("-") if words.count("-") in {1, 2} else ("", "")
    if words.isascii() and year.isdecimal() and number.isdecimal() and len(year) == 4 and len(number) < 10:
        condition = Q(receipt__year=int(year), receipt__number=int(number))
        return condition & Q(receipt__series=series[0].upper()) if series else condition
    return Q(id__in=[])
