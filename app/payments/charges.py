"""Builds the charge that is sent to a provider for an order, with the URLs for its reports and for coming back."""

from __future__ import annotations

from app.kernel import site
from app.payments import receipts
from app.payments.emails import ORDERS_PATH
from app.payments.order import Order
from app.payments.providers.provider import Charge


def webhook_url(provider_code: str) -> str:
    """Returns where a provider reports. It is built from the settings, never from a request."""
    return site.url("api", f"/api/hooks/{provider_code}")


def order_url(order: Order) -> str:
    """Returns the address of the page of an order."""
    return site.url("dashboard", f"{ORDERS_PATH}/{order.reference}")


def charge_of(order: Order) -> Charge:
    """Returns the charge of an order. Raises: encryption.Undecipherable when its secret cannot be read any more."""
    return Charge(
        reference=order.reference,
        amount=order.total,
        currency=order.currency,
        description=f"Kliqs: {receipts.describe_item(order)}",
        webhook_url=webhook_url(order.provider),
        return_url=order_url(order),
        cancel_url=order_url(order),
        buyer_email=order.buyer_email,
        provider_ref=order.provider_ref,
        secret=order.read_secret(),
    )
