"""Orders in webhook events. The JSON API has no orders; an event holds what the buyer sees of one, and no details."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from app.kernel import clock
from app.kernel.api_model import ApiModel
from app.kernel.refusal import N_
from app.payments.order import Order
from app.webhooks import outbox


class OrderData(ApiModel):
    """An order in an event."""

    reference: str = Field(description=N_("The number of the order, as on its receipt."))
    plan: str = Field(description=N_("The plan that is bought: starter, pro or business; empty for AI credits."))
    months: int = Field(description=N_("For how many months; 0 for AI credits."))
    credits: int = Field(description=N_("The whole rupiah of AI credits that are bought; 0 for a plan."))
    state: str = Field(description=N_("paid, completed or expired."))
    currency: str = Field(description=N_("The currency: IDR, USD or one of its coins."))
    total: int = Field(description=N_("The price in the smallest unit of the currency: rupiah, or cents."))
    created_at: datetime = Field(description=N_("When it was opened."))
    paid_at: datetime | None = Field(description=N_("When it was paid, or null."))

    @classmethod
    def of(cls, order: Order) -> dict[str, object]:
        """The order as JSON; times are UTC with Z."""
        return {
            "reference": order.reference,
            "plan": order.plan,
            "months": order.months,
            "credits": order.credits,
            "state": str(order.state),
            "currency": order.currency,
            "total": order.total,
            "created_at": clock.format_rfc3339(order.created_at),
            "paid_at": clock.format_rfc3339(order.paid_at) if order.paid_at else None,
        }


async def announce_order(event_type: str, order: Order) -> None:
    """Writes the event of an order, in the transaction of its new state; none when its account is deleted."""
    if order.account_id is not None:
        await outbox.emit(order.account_id, event_type, OrderData.of(order))
