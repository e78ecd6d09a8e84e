"""Orders and their events in words for operators, who know the payment services by their names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_
from app.payments import receipts
from app.payments.checkout.order_list import StateLabel
from app.payments.money import format_money
from app.payments.operator.order_list import is_confirmation_overdue
from app.payments.order import NEVER_SETTLED, NO_ACCOUNT, PAID_LATE, PAID_TWICE, REFUND_HEARD, WRONG_AMOUNT, Order
from app.payments.order_state import OrderState
from app.payments.ordering import FREE
from app.payments.payment_event import Origin, Outcome, PaymentEvent
from app.payments.providers import registry
from app.payments.providers.coinpayments import CoinpaymentsProvider
from app.payments.providers.klikqris import KlikqrisProvider
from app.payments.providers.midtrans import MidtransProvider
from app.payments.providers.provider import PaymentState, Provider
from app.payments.providers.transfer import TransferProvider

ADAPTERS: tuple[type[Provider], ...] = (KlikqrisProvider, MidtransProvider, CoinpaymentsProvider, TransferProvider)
STATES: Mapping[str, StateLabel] = {
    OrderState.CREATED: StateLabel(N_("Not opened yet"), "", "wifi-off"),
    OrderState.PENDING: StateLabel(N_("Waiting"), "accent", "clock"),
    OrderState.DETECTED: StateLabel(N_("Seen, not confirmed"), "accent", "eye"),
    OrderState.PAID: StateLabel(N_("Paid"), "good", "check"),
    OrderState.COMPLETED: StateLabel(N_("Paid and settled"), "good", "check"),
    OrderState.EXPIRED: StateLabel(N_("Ended unpaid"), "", "x"),
    OrderState.FAILED: StateLabel(N_("Refused"), "", "x"),
    OrderState.CANCELLED: StateLabel(N_("Cancelled"), "", "x"),
    OrderState.UNDERPAID: StateLabel(N_("Too little"), "warm", "alert-triangle"),
    OrderState.REFUNDED: StateLabel(N_("Paid back"), "warm", "arrow-back-up"),
}
REASONS: Mapping[str, str] = {
    PAID_TWICE: N_("It seems to be paid twice: book the second payment, or pay it back."),
    PAID_LATE: N_("It was paid after its time. What it buys was given; see that the amount is right."),
    WRONG_AMOUNT: N_("An amount or a currency came that was not asked for. Look at the events."),
    NO_ACCOUNT: N_("It was paid, but its workspace is gone: nobody got what it buys."),
    NEVER_SETTLED: N_("A payment was seen on its way and never settled. Look for it at the payment service."),
    REFUND_HEARD: N_("The payment service reports that money of an order was paid back. It was noted."),
}
UNDERPAID_REASON = N_("Less came than was due. Wait for the rest, mark it as paid, or pay it back.")
SEEN_REASON = N_("The service saw the payment long ago and did not confirm it. Ask it.")
ORIGINS: Mapping[str, str] = {
    Origin.NOTIFICATION: N_("reported by the service"),
    Origin.ANSWER: N_("answered by the service"),
    Origin.OPERATOR: N_("an operator"),
    Origin.BUYER: N_("the buyer"),
    Origin.CLOCK: N_("by itself"),
}
OUTCOMES: Mapping[str, str] = {
    Outcome.APPLIED: N_("done"),
    Outcome.NOTED: N_("noted, nothing changed"),
    Outcome.HINT: N_("the service was asked"),
    Outcome.ATTENTION: N_("needs you"),
}


def provider_names() -> dict[str, str]:
    """Returns the names of all payment services by code, also of those that are not set up, in the current language."""
    known: tuple[type[Provider] | Provider, ...] = (*ADAPTERS, *registry.configured())
    names = {provider.code: provider.label for provider in known}
    return {code: _(label) for code, label in names.items()} | {FREE: _("Coupon")}


def state_label(state: str) -> StateLabel:
    """Returns the badge of a state in the current language."""
    label = STATES[state]
    return label._replace(name=_(label.name))


def reason_of(order: Order) -> str:
    """Returns why an operator should look at an order, in the current language; empty where there is no reason."""
    reason = REASONS.get(order.attention, "")
    if not reason and order.state == OrderState.UNDERPAID:
        reason = UNDERPAID_REASON
    elif not reason and is_confirmation_overdue(order):
        reason = SEEN_REASON
    return _(reason) if reason else ""


@dataclass(frozen=True, slots=True)
class OrderRow:
    """An order in the operator's list."""

    order: Order
    item: str
    provider: str
    amount: str
    state: StateLabel
    reason: str

    @classmethod
    def of(cls, order: Order) -> OrderRow:
        """Returns the row of an order in the current language."""
        due = order.pay_amount or order.total
        amount = due if order.paid_amount is None else order.paid_amount
        name = provider_names().get(order.provider, order.provider)
        state = state_label(order.state)
        return cls(
            order, receipts.describe_item(order), name, format_money(amount, order.currency), state, reason_of(order)
        )


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event on the page of an order; `facts` are pairs of a name of the service's and its value."""

    event: PaymentEvent
    state: StateLabel
    origin: str
    outcome: str
    amount: str
    facts: list[tuple[str, str]]

    @classmethod
    def of(cls, event: PaymentEvent, currency: str) -> EventRow:
        """Returns the row of an event of an order in a currency, in the current language."""
        amount = "" if event.paid_amount is None else _amount(event.paid_amount, event.currency or currency)
        return cls(
            event,
            state_label(event.state),
            _(ORIGINS[event.origin]),
            _(OUTCOMES.get(event.outcome, event.outcome)),
            amount,
            [(name, str(value)) for name, value in event.facts.items()],
        )

    @property
    def replayable(self) -> bool:
        """Whether replaying it can do anything; a refund that an operator noted would be noted twice."""
        return not (self.event.origin == Origin.OPERATOR and self.event.state == PaymentState.REFUNDED)


def _amount(amount: int, currency: str) -> str:
    """Returns an amount in a currency that a service named, which may be none of ours."""
    try:
        return format_money(amount, currency)
    except KeyError:
        return f"{amount} {currency}"
