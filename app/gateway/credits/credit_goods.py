"""Orders of credits: what a paid order books in the ledger, and what a refund takes back.

The buyer may have back what is unused, for 14 days. Use takes the plan's credits first and then those that were bought,
whichever order bought them; so what is unused of an order is what is left of all that was bought, and no more than it
bought itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.accounts.models import Account
from app.gateway.metering.balance import MICRO, PAID_BACK, PURCHASE, AiBalance
from app.gateway.metering.ledger import add_entry, lock_balance
from app.kernel import clock, i18n
from app.kernel.db import transaction
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, Refusal
from app.payments import entitlement, goods
from app.payments.money import format_money
from app.payments.order import Order

REFUND_TIME = timedelta(days=14)  # after the payment


class RefundTooLate(Refusal):
    """The credits were bought more than 14 days ago."""

    code, field = "CREDITS_REFUND_TOO_LATE", "anyway"
    says = N_(
        "Credits can be paid back for 14 days, and those are over. Say that you are sure to note it all the same."
    )


class CreditsUsedUp(Refusal):
    """More would be paid back than is unused. Facts: most."""

    code, field = "CREDITS_USED_UP", "anyway"
    says = N_("Of this order only %(most)s is unused. Say that you are sure to note it all the same.")


@dataclass(frozen=True, slots=True)
class Refundable:
    """What can be paid back of an order of credits: `amount`, in the order's currency, until a moment."""

    amount: int
    until: datetime

    @property
    def in_time(self) -> bool:
        """Whether its 14 days are not over."""
        return clock.now() < self.until


class CreditGoods:
    """Credits for AI models, in whole rupiah (`Order.credits`)."""

    async def deliver(self, order: Order) -> bool:
        """Books the credits of a paid order, once; returns False when its account is gone."""
        await entitlement.lock_account_of(order)
        if order.account_id is None or not await Account.filter(id=order.account_id).exists():
            return False
        await add_entry(order.account_id, PURCHASE, order.credits * MICRO, f"order {order.reference}", order.reference)
        return True

    async def take_back(self, order: Order, amount: int, *, anyway: bool) -> None:
        """Takes back the credits for which `amount` paid; with `anyway` those that are used, too, which are owed then.

        Raises: RefundTooLate, CreditsUsedUp.
        """
        if order.account_id is None or not await Account.filter(id=order.account_id).exists():
            return
        before = order.refunded - amount
        micro = _credits_of(order, order.refunded) - _credits_of(order, before)
        cause = f"refund {order.reference} {order.refunded}"
        async with transaction():
            balance = await lock_balance(order.account_id)
            if not anyway:
                _check_refund(order, balance, before, micro)
            await add_entry(order.account_id, PAID_BACK, -micro, cause, order.reference, may_owe=True)

    async def refund_terms(self, order: Order) -> str:
        """Returns what can be paid back of a paid order, and until when, in the current language."""
        rest = await refundable_of(order)
        if rest is None or not rest.amount or not rest.in_time:
            return ""
        facts = {"sum": format_money(rest.amount, order.currency), "day": i18n.format_date(rest.until)}
        return _("What is unused of it, %(sum)s now, can be paid back until %(day)s.") % facts


async def refundable_of(order: Order) -> Refundable | None:
    """Returns what can be paid back of an order of credits now; None for one that is not paid or has no account."""
    if not order.credits or not order.paid or order.paid_at is None or order.account_id is None:
        return None
    balance = await AiBalance.get_or_none(account_id=order.account_id)
    amount = _most_refundable(order, balance, order.refunded) if balance else 0
    return Refundable(amount, order.paid_at + REFUND_TIME)


def _check_refund(order: Order, balance: AiBalance, refunded: int, micro: int) -> None:
    """Checks that a refund is in time, and that so many micro-rupiah are unused.

    `refunded` is what was paid back before. Raises: RefundTooLate, CreditsUsedUp.
    """
    if order.paid_at is not None and clock.now() >= order.paid_at + REFUND_TIME:
        raise RefundTooLate
    if micro > _unused(balance):
        most = _most_refundable(order, balance, refunded)
        raise CreditsUsedUp(most=format_money(most, order.currency))


def _most_refundable(order: Order, balance: AiBalance, refunded: int) -> int:
    """Returns how much more can be paid back for credits that are unused, in the order's currency, rounded down."""
    paid = order.paid_amount or 0
    whole = (_credits_of(order, refunded) + _unused(balance)) * paid // (order.credits * MICRO)
    return max(0, min(whole, paid) - refunded)


def _unused(balance: AiBalance) -> int:
    """Returns the micro-rupiah that were bought and neither used nor reserved."""
    return max(0, min(int(balance.bought), balance.available))


def _credits_of(order: Order, amount: int) -> int:
    """Returns how many micro-rupiah of credits a part of the payment bought, rounded up; all bought all."""
    credits, paid = int(order.credits), order.paid_amount
    return -(-credits * MICRO * amount // paid) if paid else 0


goods.install_credits(CreditGoods())
