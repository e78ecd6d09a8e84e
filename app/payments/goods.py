"""What orders buy: a plan for some months, or credits for AI models.

A paid order is delivered once, in the transaction that marks it as paid, after its account was locked. As it is paid
back it is taken back, in the transaction that notes the refund. The gateway, which is above this package, installs what
delivers credits.
"""

from __future__ import annotations

from typing import Protocol

from app.payments import entitlement
from app.payments.order import Order


class Goods(Protocol):
    """What is done about the orders that buy one kind of thing."""

    async def deliver(self, order: Order) -> bool:
        """Gives the account what a paid order bought; returns False when the account is gone."""
        ...

    async def take_back(self, order: Order, amount: int, *, anyway: bool) -> None:
        """Takes back what `amount` of the order paid for, which is counted in `order.refunded` already.

        `anyway` is true where the money is gone in any case. Raises: a Refusal where too little of it is left.
        """
        ...

    async def refund_terms(self, order: Order) -> str:
        """Returns in the current language what can be paid back of a paid order; empty where nothing is to be said."""
        ...


class PlanGoods:
    """A plan for some months. Only a refund of the whole order takes it back."""

    async def deliver(self, order: Order) -> bool:
        """Adds the period that the order bought; returns False when its account is gone."""
        return await entitlement.add_plan_period(order)

    async def take_back(self, order: Order, amount: int, *, anyway: bool) -> None:
        """Ends the period when all that was paid was paid back."""
        if order.refunded == order.paid_amount:
            await entitlement.take_back_order(order)

    async def refund_terms(self, order: Order) -> str:
        """Returns nothing: the terms of service say it."""
        return ""


class CreditsNotInstalled(Exception):
    """This process did not load the gateway, and so cannot deliver credits; the payment is found again later."""


_plans: Goods = PlanGoods()
_credits: Goods | None = None


def install_credits(goods: Goods) -> None:
    """Makes orders of credits be delivered by these goods from now on."""
    global _credits
    _credits = goods


def goods_of(order: Order) -> Goods:
    """Returns what delivers an order. Raises: CreditsNotInstalled."""
    if not order.credits:
        return _plans
    if _credits is None:
        raise CreditsNotInstalled(order.reference)
    return _credits
