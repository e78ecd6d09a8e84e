"""What the tests of the screens share: the form as a browser sends it, and orders in every state."""

from __future__ import annotations

from uuid import uuid4

from quart import Response

from app.accounts.models import Account
from app.payments import ordering
from app.payments.order import Order
from tests.client import Browser
from tests.payments.fake_provider import BUYER, FakeProvider

PLAN = "/dashboard/settings/plan"
ORDERS = f"{PLAN}/orders"
FRAGMENT = {"HX-Request": "true", "HX-Request-Type": "partial"}


def purchase(provider: str = "fake", **changes: str) -> dict[str, str]:
    """The fields of the form that buys a plan."""
    fields = {
        "order": str(uuid4()),
        "plan": "pro",
        "months": "1",
        "provider": provider,
        "coupon": "",
        "buyer_name": BUYER.name,
        "buyer_email": BUYER.email,
        "buyer_address": BUYER.address,
        "buyer_tax_id": BUYER.tax_id,
    }
    return fields | changes


async def opened(account: Account, provider: FakeProvider, plan: str = "pro", months: int = 1) -> Order:
    return await ordering.open_order(account, plan, months, provider, BUYER)


async def shown(browser: Browser, path: str) -> str:
    """The text of a page that is there."""
    response = await browser.get(path)
    assert response.status_code == 200, response.status_code
    return await text_of(response)


async def text_of(response: Response) -> str:
    return str(await response.get_data(as_text=True))


async def order_page(browser: Browser, order: Order) -> str:
    return await shown(browser, f"{ORDERS}/{order.reference}")
