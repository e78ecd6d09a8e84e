"""What the operator reads of orders: lists with filters, and everything about one of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from app.kernel import clock
from app.kernel.db import query_rows
from app.kernel.refusal import N_, NotFound
from app.payments.operator.order_acts import money
from app.payments.order import Order
from app.payments.order_state import OrderState
from app.payments.payment_event import PaymentEvent
from app.payments.receipt import Receipt
from app.payments.refund import Refund
from app.plans.plan_limits import PLANS

SEEN_LONG_AGO = timedelta(days=1)  # a payment that its service saw, and did not confirm


def needs_attention() -> Q:
    """Returns the condition for orders that an operator should look at.

    They are marked (paid twice, late, with a wrong amount, or by nobody's account), underpaid, or were seen long ago.
    """
    seen = Q(state=OrderState.DETECTED, created_at__lt=clock.now() - SEEN_LONG_AGO)
    return ~Q(attention="") | Q(state=OrderState.UNDERPAID) | seen


def orders_to_look_at() -> QuerySet[Order]:
    """Returns the orders that an operator should look at."""
    return Order.filter(needs_attention())


class UnknownOrder(NotFound):
    """There is no order with this reference."""

    says = N_("There is no such order.")


@dataclass(frozen=True, slots=True)
class OrderFilter:
    """Which orders to list; an empty text leaves a filter out. `buyer` is an email address of a buyer."""

    state: str = ""
    provider: str = ""
    buyer: str = ""
    attention: bool = False


def is_confirmation_overdue(order: Order) -> bool:
    """Whether the payment of an order was seen long ago, and not confirmed."""
    return order.state == OrderState.DETECTED and order.created_at < clock.now() - SEEN_LONG_AGO


async def list_orders(chosen: OrderFilter, most: int) -> list[Order]:
    """Returns at most so many orders, the newest first."""
    orders = Order.all()
    columns = {"state": chosen.state, "provider": chosen.provider, "buyer_email": chosen.buyer}
    if equal := {column: value for column, value in columns.items() if value}:
        orders = orders.filter(**equal)
    if chosen.attention:
        orders = orders.filter(needs_attention())
    return await orders.order_by("-created_at", "-reference").limit(most)


async def count_states() -> dict[str, int]:
    """Returns how many orders are in each state that any is in."""
    rows = await query_rows("SELECT state, count(*) AS number FROM orders GROUP BY state", [])
    return {row["state"]: row["number"] for row in rows}


async def order_of(reference: str) -> Order:
    """Returns the order with this reference, in any case of its letters. Raises: UnknownOrder."""
    order = await Order.by_reference(reference.strip().upper())
    if order is None:
        raise UnknownOrder
    return order


async def describe_order(order: Order) -> str:
    """Returns everything about an order but secrets: its facts, one a line, its refunds and its events."""
    receipt = await Receipt.get_or_none(order_id=order.id)
    refunds = await Refund.filter(order_id=order.id).order_by("id")
    events = await PaymentEvent.filter(order_id=order.id).order_by("id")
    lines = [f"{name + ':':<13}{fact}" for name, fact in _facts(order, receipt)]
    lines += [f"Refund:      {_time(each.created_at)}  {money(each.amount, each.currency)}  {each.note}".rstrip()
              for each in refunds]  # fmt: skip
    return "\n".join([*lines, "", "Events:", *(_event_line(event) for event in events)])


def order_line(order: Order) -> str:
    """Returns an order in one line: reference, time, state, provider, amount, what was bought and what is wrong."""
    columns = (
        order.reference,
        _time(order.created_at),
        f"{order.state:<9}",
        f"{order.provider:<12}",
        f"{money(order.pay_amount or order.total, order.currency):>14}",
        f"credits/{order.credits}" if order.credits else f"{order.plan}/{order.months}",
        order.attention,
    )
    return "  ".join(columns).rstrip()


def _facts(order: Order, receipt: Receipt | None) -> Iterator[tuple[str, str]]:
    """Yields the facts of an order with their names."""
    yield "Order", order.reference
    yield "State", order.state + (f", look at it: {order.attention}" if order.attention else "")
    yield "Bought", f"{_describe_item(order)}, {money(order.price, order.currency)}"
    if order.coupon_code:
        yield "Coupon", f"{order.coupon_code}, {money(order.discount, order.currency)} off"
    yield "To pay", money(order.pay_amount or order.total, order.currency)
    if order.paid_amount is not None:
        yield "Paid", f"{money(order.paid_amount, order.currency)} on {_time(order.paid_at)}"
    if order.refunded:
        yield "Paid back", money(order.refunded, order.currency)
    if order.rate:
        yield "Rate", f"{order.rate} rupiah, of {order.rate_day}"
    yield "Provider", f"{order.provider} {order.provider_ref}".rstrip()
    yield "Buyer", f"{order.buyer_name} <{order.buyer_email}>" if order.buyer_email else "deleted"
    yield "Workspace", str(order.account_id or "deleted")
    yield "Opened", f"{_time(order.created_at)}, until {_time(order.expires_at)}"
    yield "Next check", _time(order.check_at)
    yield "Receipt", receipt.shown_number if receipt else "none"


def _describe_item(order: Order) -> str:
    """Returns what an order buys, in English."""
    if order.credits:
        return f"{order.credits} rupiah of AI credits"
    plan = PLANS[order.plan].label if order.plan in PLANS else order.plan
    return f"{plan}, {order.months} months"


def _event_line(event: PaymentEvent) -> str:
    """Returns an event in one line, with its number, which `replay` takes."""
    amount = "" if event.paid_amount is None else money(event.paid_amount, event.currency or "IDR")
    proof = "trusted" if event.trusted else "hint"
    facts = " ".join(f"{name}={value}" for name, value in event.facts.items())
    columns = (f"{event.id:>6}", _time(event.received_at), event.origin, proof, event.state, event.outcome, amount)
    return "  ".join(filter(None, (*columns, facts)))


def _time(when: datetime | None) -> str:
    return clock.format_rfc3339(when) if when else "never"
