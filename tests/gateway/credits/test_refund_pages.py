"""What operators see and do about orders of credits: the form that notes a refund, and the command."""

from __future__ import annotations

from datetime import timedelta

import pytest
from quart import Quart

from app.accounts.models import Account
from app.gateway.metering.balance import MICRO, AiBalance
from app.kernel import clock
from app.payments import ordering, transitions
from app.payments.operator.order_list import describe_order, order_line
from app.payments.order import Order
from app.payments.receipts import describe_item
from tests.client import Browser
from tests.operators_at_work import PAYMENTS, operator_browser
from tests.payments.checkout.buying import text_of
from tests.payments.fake_provider import BUYER, FakeProvider


@pytest.fixture
async def operator(app: Quart, budi: Account) -> Browser:
    return await operator_browser(app, budi)


@pytest.fixture
async def order(sari: Account, crypto: FakeProvider) -> Order:
    """A paid order of Rp50,000 of credits, of which Rp20,000 are unused."""
    opened = await ordering.open_credits_order(sari, 50_000, crypto, BUYER)
    await transitions.apply_snapshot(opened, crypto.pay(opened.reference))
    await AiBalance.filter(account_id=sari.id).update(bought=20_000 * MICRO)
    return await Order.get(id=opened.id)


async def send(operator: Browser, order: Order, **form: str) -> tuple[int, str]:
    answer = await operator.post(f"{PAYMENTS}/{order.reference}/refund", form=form)
    return answer.status_code, await text_of(answer)


async def test_the_form_says_what_is_unused_and_until_when_it_can_be_paid_back(operator: Browser, order: Order) -> None:
    page = await text_of(await operator.get(f"{PAYMENTS}/{order.reference}/refund"))
    assert "What is unused of it, Rp20,000 now, can be paid back until" in page
    assert "As many credits are taken back" in page and 'name="anyway"' in page


async def test_what_is_used_is_refused_beside_the_box_and_noted_by_who_ticks_it(
    operator: Browser, sari: Account, order: Order
) -> None:
    status, page = await send(operator, order, amount="30000", note="asked")
    assert status == 422 and "only Rp20,000 is unused" in page and 'value="30000"' in page
    assert (await Order.get(id=order.id)).refunded == 0

    status, _page = await send(operator, order, amount="30000", note="asked", anyway="1")
    assert status == 303
    assert (await Order.get(id=order.id)).refunded == 30_000
    assert (await AiBalance.of(sari)).bought == -10_000 * MICRO


async def test_after_14_days_the_form_says_so(operator: Browser, order: Order) -> None:
    await Order.filter(id=order.id).update(paid_at=clock.now() - timedelta(days=15))
    page = await text_of(await operator.get(f"{PAYMENTS}/{order.reference}/refund"))
    assert "can be paid back until" not in page
    status, page = await send(operator, order, amount="1000")
    assert status == 422 and "for 14 days, and those are over" in page


async def test_pages_and_commands_say_that_it_buys_credits(operator: Browser, order: Order) -> None:
    assert describe_item(order) == "Kredit AI, Rp50.000"
    assert "credits/50000" in order_line(order)
    assert "50000 rupiah of AI credits" in await describe_order(order)
    page = await text_of(await operator.get(f"{PAYMENTS}/{order.reference}"))
    assert "AI credits, Rp50,000" in page
    assert order.reference in await text_of(await operator.get(PAYMENTS))
