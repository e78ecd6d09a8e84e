"""The phases of the page of an order."""

from datetime import UTC, datetime

import pytest

from app.accounts.models import Account
from app.payments import ordering
from app.payments.checkout.order_screen import Phase, load_screen
from app.payments.order import Order
from app.payments.order_checks import check_order
from app.payments.providers.provider import Charge, Checkout, ProviderDown
from tests.payments.fake_provider import BUYER, FakeProvider


async def test_a_payment_that_was_opened_without_an_answer_offers_a_new_try_and_no_empty_code(
    sari: Account, qris: FakeProvider
) -> None:
    qris.lose_answer = True
    with pytest.raises(ProviderDown):
        await ordering.open_order(sari, "pro", 1, qris, BUYER)
    order = await check_order(await Order.get())
    assert (order.state, order.qr_text) == ("pending", "")
    assert (await load_screen(order)).phase is Phase.UNANSWERED


async def test_a_service_that_names_a_time_beyond_the_calendar_stops_no_check(
    sari: Account, qris: FakeProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    create = FakeProvider.create

    async def far(self: FakeProvider, charge: Charge) -> Checkout:
        checkout = await create(self, charge)
        object.__setattr__(checkout, "expires_at", datetime(9999, 12, 31, tzinfo=UTC))
        return checkout

    monkeypatch.setattr(FakeProvider, "create", far)
    order = await check_order(await ordering.open_order(sari, "pro", 1, qris, BUYER))
    assert order.check_at is not None
