"""What the page of an order shows: the phase the payment is in, and the amount with the digits that are its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import urlencode
from uuid import UUID, uuid5

from app.kernel import clock, site
from app.payments import receipts
from app.payments.checkout import order_qr_code, way_labels
from app.payments.checkout.coin_screen import CoinScreen
from app.payments.currencies import to_decimal
from app.payments.goods import goods_of
from app.payments.money import format_money
from app.payments.order import PAID_TWICE, Order
from app.payments.order_state import OrderState
from app.payments.plan_period import PlanPeriod
from app.payments.providers.practice import PracticeProvider
from app.payments.providers.provider import CheckoutKind, Provider
from app.payments.receipt import Receipt


class Phase(StrEnum):
    """What a buyer sees of an order. UNANSWERED: the payment service has not opened the payment."""

    UNANSWERED = "unanswered"
    WAITING = "waiting"
    SEEN = "seen"
    PAID = "paid"
    EXPIRED = "expired"
    FAILED = "failed"
    UNDERPAID = "underpaid"
    CANCELLED = "cancelled"
    REFUNDED = "refunded"


PHASES = {
    OrderState.CREATED: Phase.UNANSWERED,
    OrderState.PENDING: Phase.WAITING,
    OrderState.DETECTED: Phase.SEEN,
    OrderState.PAID: Phase.PAID,
    OrderState.COMPLETED: Phase.PAID,
    OrderState.EXPIRED: Phase.EXPIRED,
    OrderState.FAILED: Phase.FAILED,
    OrderState.UNDERPAID: Phase.UNDERPAID,
    OrderState.CANCELLED: Phase.CANCELLED,
    OrderState.REFUNDED: Phase.REFUNDED,
}
ICONS = {
    Phase.UNANSWERED: "wifi-off",
    Phase.PAID: "check",
    Phase.EXPIRED: "clock",
    Phase.UNDERPAID: "alert-triangle",
    Phase.REFUNDED: "arrow-back-up",
}
PAYABLE = frozenset({Phase.WAITING, Phase.SEEN})
LIVE = frozenset({Phase.UNANSWERED, Phase.WAITING, Phase.SEEN, Phase.UNDERPAID, Phase.EXPIRED})  # may become paid


@dataclass(frozen=True, slots=True)
class Amount:
    """The amount to pay: `text` is all of it, `head` and `digits` are its two parts, `plain` is what one types.

    `digits` are those that differ from the price, and `extra` is how much they add; both are empty without any.
    """

    text: str
    head: str
    digits: str
    plain: str
    extra: str

    @classmethod
    def of(cls, order: Order) -> Amount:
        """Returns what has to be paid for an order."""
        due, currency = order.pay_amount or order.total, order.currency
        text, extra = format_money(due, currency), order.extra_digits
        cut = _place_of_digits(text, len(str(extra))) if extra else len(text)
        plain = str(to_decimal(due, currency))
        return cls(text, text[:cut], text[cut:], plain, format_money(extra, currency) if extra else "")


@dataclass(frozen=True, slots=True)
class OrderScreen:
    """An order for its page. `provider` is None when the operator no longer offers it; the receipt is that of a paid
    order, `ends_at` the end of the time that it bought, and `refund_terms` what can be paid back of it.
    """

    order: Order
    phase: Phase
    item: str
    way: str
    amount: Amount
    provider: Provider | None
    receipt: Receipt | None
    ends_at: datetime | None
    coin: CoinScreen | None = None
    refund_terms: str = ""

    @property
    def icon(self) -> str:
        """The icon of what became of it."""
        return ICONS.get(self.phase, "x")

    @property
    def live(self) -> bool:
        """Whether the page waits for news."""
        return self.phase in LIVE

    @property
    def version(self) -> str:
        """What a page of it shows, to tell whether that is still so: the phase, and how far a payment in a coin is."""
        progress = self.coin.version if self.coin and self.phase in PAYABLE else ""
        return f"{self.phase} {progress}".strip()

    @property
    def next_id(self) -> UUID:
        """The id of the order that follows on this one if it is opened again: always the same, so that it is one."""
        return uuid5(self.order.id, "again")

    @property
    def last_moment(self) -> datetime | None:
        """The last second of the time that it bought."""
        return self.ends_at - timedelta(seconds=1) if self.ends_at else None

    @property
    def expires_at(self) -> datetime:
        """Until when it can be paid."""
        return self.order.expires_at or self.order.created_at

    @property
    def seconds_left(self) -> int:
        """How long it can still be paid."""
        left = max(int((self.expires_at - clock.now()).total_seconds()), 0)
        return min(left, self.coin.seconds_left) if self.coin and self.coin.payment else left

    @property
    def picture(self) -> str:
        """The QR code as a data URI, empty without one."""
        return order_qr_code.picture_uri(self.order)

    @property
    def practice(self) -> bool:
        """Whether a button pays, as it does in development."""
        return self.order.provider == PracticeProvider.code and self.provider is not None

    @property
    def askable(self) -> bool:
        """Whether the provider can be asked if the payment has arrived; only the operator knows of a transfer."""
        return self.provider is not None and self.provider.abilities.poll

    @property
    def by_transfer(self) -> bool:
        """Whether the operator confirms the payment."""
        return self.order.kind == CheckoutKind.MANUAL

    @property
    def twice(self) -> bool:
        """Whether it seems to have been paid twice."""
        return self.order.attention == PAID_TWICE

    @property
    def missing(self) -> str:
        """What is missing of an underpaid order."""
        due = self.order.pay_amount or self.order.total
        return format_money(max(due - (self.order.paid_amount or 0), 0), self.order.currency)

    @property
    def arrived(self) -> str:
        """What was paid; empty where the provider does not say."""
        return "" if self.order.paid_amount is None else format_money(self.order.paid_amount, self.order.currency)

    @property
    def lines(self) -> list[tuple[str, str]]:
        """The lines of the bill, without the total."""
        return receipts.money_lines(self.order)[:-1]

    @property
    def tax(self) -> tuple[str, str] | None:
        """The line of the included tax."""
        return receipts.tax_line(self.order)

    @property
    def coupon_note(self) -> str:
        """Why it bought less than all of its months; empty where it did not."""
        return receipts.coupon_note(self.order)

    @property
    def buys_credits(self) -> bool:
        """Whether it buys credits for AI models, and no plan."""
        return bool(self.order.credits)

    @property
    def choice_path(self) -> str:
        """The path of the page that sells what it buys, with that chosen."""
        if self.buys_credits:
            return f"/dashboard/ai/credits?{urlencode({'sum': self.order.credits})}#choose"
        return f"/dashboard/settings/plan?{urlencode({'plan': self.order.plan, 'months': self.order.months})}#choose"

    @property
    def provider_host(self) -> str:
        """The host of the page on which it is paid, to be named beside the link."""
        return self.order.pay_url.partition("://")[2].partition("/")[0]

    @property
    def place(self) -> str:
        """The name of the payment service, or the host of its page."""
        return self.provider.label if self.provider else self.provider_host

    @property
    def operator_path(self) -> str:
        """The address of the page with the operator's address."""
        return site.url("marketing", "/contact")


async def load_screen(order: Order) -> OrderScreen:
    """Returns an order for its page."""
    phase, provider = PHASES[OrderState(order.state)], way_labels.find_provider(order.provider)
    if phase in {Phase.UNANSWERED, Phase.WAITING} and order.provider_ref and _is_over(order):
        phase = Phase.EXPIRED
    elif phase in {Phase.UNANSWERED, Phase.WAITING}:  # what its service opened without an answer has no code to pay
        phase = Phase.WAITING if order.provider_ref else Phase.UNANSWERED
    paid = phase in {Phase.PAID, Phase.REFUNDED}
    receipt = await Receipt.get_or_none(order_id=order.id) if paid else None
    period = await PlanPeriod.get_or_none(order_id=order.id, replaced_at=None) if paid else None
    item, way = receipts.describe_item(order), way_labels.short_name(order.provider, order.kind)
    ends_at = period.ends_at if period else None
    coin = CoinScreen.of(order) if phase in {*PAYABLE, Phase.UNDERPAID} else None
    terms = await goods_of(order).refund_terms(order) if phase is Phase.PAID and order.credits else ""
    return OrderScreen(order, phase, item, way, Amount.of(order), provider, receipt, ends_at, coin, terms)


def _is_over(order: Order) -> bool:
    return order.expires_at is not None and clock.now() > order.expires_at


def _place_of_digits(text: str, count: int) -> int:
    """Returns where the last `count` digits of a formatted amount begin."""
    places = [place for place, char in enumerate(text) if char.isdigit()]
    return places[-count] if len(places) >= count else places[0]
