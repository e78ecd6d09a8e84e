"""The operator's search of orders: by number, address or the service's number, by state, service and month."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from app.kernel import i18n, text
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_
from app.kernel.uuid_parser import parse_uuid
from app.operators.guard import PREFIX
from app.payments import operator_calendar
from app.payments.operator.monthly_sums import current_month, month_bounds, months_between
from app.payments.operator.order_labels import OrderRow, provider_names
from app.payments.operator.order_list import needs_attention
from app.payments.order import Order
from app.payments.order_state import OPEN, PAID, OrderState
from app.web.pagination import page_or_first
from app.web.search_url import search_url

HOME = f"{PREFIX}/payments"
PAGE_SIZE, LONGEST_SEARCH, MOST_NEEDING = 30, 120, 20
MONTH = re.compile(r"20\d\d-(0[1-9]|1[0-2])", re.ASCII)
FIELDS = ("q", "state", "provider", "month", "cursor")
ATTENTION = "attention"
STATES: Mapping[str, tuple[str, frozenset[OrderState]]] = {  # to filter by, after those that need attention
    "paid": (N_("Paid"), PAID),
    "waiting": (N_("Waiting"), OPEN),
    "underpaid": (N_("Too little"), frozenset({OrderState.UNDERPAID})),
    "ended": (N_("Ended unpaid"), frozenset({OrderState.EXPIRED, OrderState.FAILED, OrderState.CANCELLED})),
    "refunded": (N_("Paid back"), frozenset({OrderState.REFUNDED})),
}


@dataclass(frozen=True, slots=True)
class OrderSearch:
    """A search: `q` in order numbers, receipt numbers, buyers' names and addresses and the services' numbers.

    `state` is a key of STATES or ATTENTION, `provider` a code and `month` a month (`2026-11`) of the operator's zone.
    `cursor` is the position of a page of results.
    """

    q: str = ""
    state: str = ""
    provider: str = ""
    month: str = ""
    cursor: str = ""

    @classmethod
    def of(cls, args: Mapping[str, str]) -> Self:
        """Returns the search of these query parameters; invalid values become the defaults."""
        state, month = args.get("state", ""), args.get("month", "")
        provider = args.get("provider", "")
        return cls(
            text.cut_line(args.get("q", ""), LONGEST_SEARCH),
            state if state in STATES or state == ATTENTION else "",
            provider if provider in provider_names() else "",
            month if MONTH.fullmatch(month) else "",
            args.get("cursor", "")[:500],
        )

    @property
    def is_filtered(self) -> bool:
        """Whether the search hides any orders."""
        return bool(self.q or self.state or self.provider or self.month)

    def url(self, **changes: str) -> str:
        """Returns the URL of the page for this search with some fields changed."""
        return search_url(HOME, self, FIELDS, changes)

    def matches(self) -> QuerySet[Order]:
        """Returns the orders that match, not ordered yet."""
        orders = Order.all()
        if self.state:
            chosen = needs_attention() if self.state == ATTENTION else Q(state__in=list(STATES[self.state][1]))
            orders = orders.filter(chosen)
        if self.provider:
            orders = orders.filter(provider=self.provider)
        if self.month:
            begin, end = month_bounds(self.month)
            orders = orders.filter(created_at__gte=begin, created_at__lt=end)
        return orders.filter(_with_words(self.q)) if self.q else orders


async def list_context(search: OrderSearch) -> dict[str, Any]:
    """Returns the context of one page of orders, the newest first; an invalid cursor gives the first page.

    On the first page of an unfiltered list those that need attention come first, and again in their place.
    """
    page = await page_or_first(search.matches(), by="created_at", cursor=search.cursor, size=PAGE_SIZE)
    needing: list[Order] = []
    if not search.is_filtered and not search.cursor:
        needing = await Order.filter(needs_attention()).order_by("-created_at", "-id").limit(MOST_NEEDING + 1)
    return {
        "rows": [OrderRow.of(order) for order in page.rows],
        "next": page.next,
        "search": search,
        "needing": [OrderRow.of(order) for order in needing[:MOST_NEEDING]],
        "more_needing": len(needing) > MOST_NEEDING,
    }


async def choices() -> dict[str, Any]:
    """Returns what can be chosen to filter by: pairs of a value and its label, by the field."""
    return {
        "states": [(ATTENTION, _("Need you")), *((key, _(label)) for key, (label, _states) in STATES.items())],
        "providers": list(provider_names().items()),
        "months": await _months(),
    }


async def _months() -> list[tuple[str, str]]:
    """Returns the months since the first order, the newest first."""
    oldest = await Order.all().order_by("created_at").first().values_list("created_at", flat=True)
    now = current_month()
    first = f"{operator_calendar.day_of(oldest):%Y-%m}" if oldest else now  # type: ignore[arg-type]
    return [(month, month_name(month)) for month in reversed([*months_between(first, now)])]


def month_name(month: str) -> str:
    """Returns a month (`2026-11`) in the current language: `November 2026`."""
    year, number = month.split("-")
    return i18n.format_month(date(int(year), int(number), 1))


def _with_words(words: str) -> Q:
    """Returns the condition for orders with these words, with the receipt of this number (`2026-00042`), or of this
    account.
    """
    columns = ("reference", "buyer_email", "buyer_name", "provider_ref", "paid_ref")
    found = Q(*(Q(**{f"{column}__icontains": words}) for column in columns), join_type=Q.OR)
    year, _dash, number = words.partition("-")
    if words.isascii() and year.isdecimal() and number.isdecimal() and len(year) == 4 and len(number) < 10:
        found |= Q(receipt__year=int(year), receipt__number=int(number))
    return found | Q(account_id=id) if (id := parse_uuid(words)) else found
