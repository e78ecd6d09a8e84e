"""How long a page that is left open has the provider asked."""

from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.payments.checkout.live_order import ASK_AT_ONCE, ASK_EVERY, refresh_order
from app.payments.order_checks import LATE_FOR
from tests.conftest import Clock
from tests.payments.checkout.buying import opened
from tests.payments.fake_provider import FakeProvider


@pytest.mark.parametrize(
    ("age", "interval", "state"),
    [(timedelta(days=2), ASK_EVERY, "paid"), (LATE_FOR * 2, ASK_EVERY, "pending"), (LATE_FOR * 2, ASK_AT_ONCE, "paid")],
)
async def test_a_page_that_is_left_open_asks_no_longer_than_money_is_expected(
    sari: Account, qris: FakeProvider, moved: Clock, age: timedelta, interval: timedelta, state: str
) -> None:
    order = await opened(sari, qris)
    qris.pay(order.reference)
    moved.on(age)
    assert (await refresh_order(order, interval)).state == state
