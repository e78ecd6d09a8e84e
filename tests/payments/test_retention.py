"""What is kept of an order that nobody pays any more: no secret, and no code to pay with."""

from datetime import timedelta

from app.accounts.models import Account
from app.payments import ordering
from app.payments.order import Order
from app.payments.retention import CHECKOUT_KEPT, forget_checkouts
from tests.conftest import Clock
from tests.payments.fake_provider import BUYER, FakeProvider


async def test_secrets_and_codes_are_forgotten_after_30_days_whichever_an_order_has(
    sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    order = await ordering.open_order(sari, "pro", 1, qris, BUYER)
    assert order.secret and order.qr_text and not order.instructions
    moved.on(CHECKOUT_KEPT - timedelta(minutes=1))
    await forget_checkouts()
    assert (await Order.get(id=order.id)).secret == order.secret
    moved.on(timedelta(minutes=2))
    await forget_checkouts()
    order = await Order.get(id=order.id)
    assert (order.secret, order.qr_text, order.qr_image, order.pay_url, order.instructions) == ("", "", "", "", "")
