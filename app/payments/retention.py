"""How long payment records are kept, and what of them remains when an account is deleted."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from tortoise.expressions import Q

from app.kernel import clock
from app.mail.models import OutgoingEmail
from app.payments import operator_calendar
from app.payments.emails import KIND
from app.payments.order import BUYER_COLUMNS, Order
from app.payments.order_state import OPEN, OrderState
from app.payments.payment_event import PaymentEvent
from app.payments.receipt import Receipt
from app.payments.refund import Refund

PAID_YEARS, UNPAID_KEPT, CHECKOUT_KEPT = 10, timedelta(days=365), timedelta(days=30)
CHECKOUT_COLUMNS = ("secret", "qr_text", "qr_image", "pay_url", "instructions", "coins", "coin")


async def pseudonymise_orders(account_id: UUID) -> None:
    """Removes the buyer from the orders and receipts of an account that is being deleted, in its transaction.

    What is left for the books is what was paid, when, by which provider and under which number.
    """
    orders = Order.filter(account_id=account_id)
    ids = await orders.values_list("id", flat=True)
    await OutgoingEmail.filter(kind=KIND, account_id=account_id).delete()
    await Receipt.filter(order_id__in=list(ids)).update(**dict.fromkeys(BUYER_COLUMNS, ""))
    await PaymentEvent.filter(order_id__in=list(ids)).update(facts={}, body="")
    await Refund.filter(order_id__in=list(ids)).update(note="")
    await orders.update(**dict.fromkeys((*BUYER_COLUMNS, *CHECKOUT_COLUMNS), ""))


async def delete_old_orders() -> None:
    """Deletes orders with all that belongs to them: unpaid ones after a year, paid ones after PAID_YEARS.

    Those years begin with the end of the book year in which the order was paid (UU KUP, Article 28).
    """
    now = clock.now()
    first_kept_year = operator_calendar.start_of_day(date(operator_calendar.today().year - PAID_YEARS, 1, 1))
    await Order.filter(paid_at__lt=first_kept_year).delete()
    without_money = Order.filter(paid_at=None, paid_amount=None).exclude(state=OrderState.REFUNDED)
    await without_money.filter(created_at__lt=now - UNPAID_KEPT).delete()
    await Order.filter(paid_at=None, created_at__lt=first_kept_year).delete()


async def forget_checkouts() -> None:
    """Removes the secrets and payment codes of orders that nobody pays any more."""
    columns, now = dict.fromkeys(CHECKOUT_COLUMNS, ""), clock.now()
    over = ~Q(state__in=list(OPEN)) | Q(expires_at=None) | Q(expires_at__lt=now)  # a transfer can take longer
    await Order.filter(~Q(**columns), over, created_at__lt=now - CHECKOUT_KEPT).update(**columns)
