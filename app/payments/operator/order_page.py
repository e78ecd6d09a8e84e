"""What the operator's page of an order shows: its facts, the buyer, the events, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import uuid4

from app.kernel.i18n import gettext as _
from app.operators.operator_log import OperatorAct, acts_about
from app.payments import receipts
from app.payments.checkout import way_labels
from app.payments.goods import goods_of
from app.payments.money import format_money
from app.payments.operator.order_acts import MARKABLE
from app.payments.operator.order_labels import EventRow, OrderRow
from app.payments.order import Order
from app.payments.order_state import PAID, OrderState
from app.payments.payment_event import PaymentEvent
from app.payments.providers.provider import CheckoutKind
from app.payments.receipt import Receipt
from app.payments.refund import Refund
from app.web.first_rows import FirstRows
from app.web.pagination import page_after

PAGE_SIZE = 50  # of the events


@dataclass(frozen=True, slots=True)
class EventPage:
    """Some of the events of an order, the latest first. `next` is the `after` of the page behind it, None on the last;
    `is_first` is whether no page is before it.
    """

    order: Order
    rows: list[EventRow]
    next: str | None
    is_first: bool


@dataclass(frozen=True, slots=True)
class OrderPage:
    """An order with everything that is known of it. `once` names a form of this page, so that it is taken once.

    `refund_terms` says what of it can be paid back, where that is not all.
    """

    order: Order
    row: OrderRow
    receipt: Receipt | None
    refunds: list[Refund]
    events: EventPage
    acts: FirstRows[OperatorAct]
    askable: bool
    once: str
    refund_terms: str = ""

    @property
    def due(self) -> int:
        """What the provider asks for."""
        return self.order.pay_amount or self.order.total

    @property
    def left(self) -> int:
        """What can still be paid back."""
        return int((self.order.paid_amount or 0) - self.order.refunded)

    @property
    def markable(self) -> bool:
        """Whether it can be marked as paid."""
        return self.order.state in MARKABLE

    @property
    def confirmed_by_provider(self) -> bool:
        """Whether its provider confirms payments by itself."""
        return self.order.kind != CheckoutKind.MANUAL

    @property
    def refundable(self) -> bool:
        """Whether a refund of it can be noted."""
        return self.order.state in PAID and self.left > 0

    @property
    def payable_back(self) -> bool:
        """Whether it can be noted that what came of it was paid back."""
        return self.order.state == OrderState.UNDERPAID

    @property
    def payable_again(self) -> bool:
        """Whether a second payment of it can be booked."""
        return self.order.paid_at is not None and self.order.total > 0

    @property
    def money(self) -> list[tuple[str, str]]:
        """The bill, what came and what was paid back, as pairs of a label and an amount."""
        order = self.order
        amounts: list[tuple[str, int | None]] = [
            (receipts.describe_item(order), order.price),
            (_("Discount (%(code)s)") % {"code": order.coupon_code}, -order.discount or None),
            (_("Digits that tell payments apart"), order.extra_digits or None),
            (_("To pay"), self.due),
            (_("Arrived"), order.paid_amount),
            (_("Paid back"), order.refunded or None),
        ]
        pairs = [(label, self.format(amount)) for label, amount in amounts if amount is not None]
        tax = receipts.tax_line(order)
        return [*pairs, tax] if tax else pairs

    def format(self, amount: int) -> str:
        """Returns an amount in the currency of the order."""
        return format_money(amount, self.order.currency)


async def load_events(order: Order, after: str) -> EventPage:
    """Returns the events of an order before the one whose id is `after`, the latest first."""
    events = PaymentEvent.filter(order_id=order.id)
    page = await page_after(events, by="id", after=after, size=PAGE_SIZE, descending=True)
    return EventPage(order, [EventRow.of(event, order.currency) for event in page.rows], page.next, not after)


async def load_page(order: Order, after: str = "") -> OrderPage:
    """Returns an order for its page, with its events before the one whose id is `after`."""
    provider = way_labels.find_provider(order.provider)
    return OrderPage(
        order,
        OrderRow.of(order),
        await Receipt.get_or_none(order_id=order.id),
        await Refund.filter(order_id=order.id).order_by("id"),
        await load_events(order, after),
        await acts_about([order.reference]),
        provider is not None and provider.abilities.poll,
        str(uuid4()),
        await goods_of(order).refund_terms(order),
    )
