"""The operator's list of orders: those that need attention first, found by everything that names one, page by page."""

from __future__ import annotations

from datetime import timedelta

import pytest
from quart import Quart

from app.accounts.models import Account
from app.payments import ordering, transitions
from app.payments.operator import order_search
from app.payments.operator.monthly_sums import current_month
from app.payments.operator.order_search import OrderSearch
from app.payments.order import PAID_TWICE, Order
from app.payments.providers import registry
from app.payments.receipt import Receipt
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.counting import queries
from tests.documents import Document
from tests.operators_at_work import PAYMENTS, operator_browser
from tests.payments.checkout.buying import shown
from tests.payments.fake_provider import BUYER, FakeProvider
from tests.payments.providers.conftest import configure

FRAGMENT = {"HX-Request": "true", "HX-Request-Type": "partial"}


@pytest.fixture
async def operator(app: Quart, budi: Account) -> Browser:
    configure(transfer_instructions="BCA 1")
    return await operator_browser(app, budi)


async def orders(number: int, provider: str = "transfer") -> list[Order]:
    """So many orders, each of an account of its own."""
    return [
        await ordering.open_order(account, "pro", 1, registry.provider(provider), BUYER)
        for account in await world.crowd(number)
    ]


async def found(**search: str) -> set[str]:
    """The order numbers that a search finds."""
    region = await order_search.list_context(OrderSearch.of(search))
    return {row.order.reference for row in region["rows"]}


async def test_those_that_need_attention_come_first(operator: Browser, moved: Clock) -> None:
    first, twice, seen, under = await orders(4)
    await Order.filter(id=twice.id).update(attention=PAID_TWICE)
    await Order.filter(id=seen.id).update(state="detected")
    await Order.filter(id=under.id).update(state="underpaid", paid_amount=1_000)
    assert {row.order.reference for row in (await order_search.list_context(OrderSearch()))["needing"]} == {
        twice.reference, under.reference
    }  # fmt: skip
    moved.on(timedelta(days=2))
    region = await order_search.list_context(OrderSearch())
    assert {row.order.reference for row in region["needing"]} == {twice.reference, under.reference, seen.reference}
    assert all(row.reason for row in region["needing"])
    assert await found(state="attention") == {twice.reference, under.reference, seen.reference}
    assert first.reference in await found()


async def test_an_order_is_found_by_everything_that_names_it(operator: Browser) -> None:
    one, other = await orders(2)
    await Order.filter(id=one.id).update(provider_ref="PAY-77-x", buyer_email="rani@toko.example", buyer_name="Rani")
    await transitions.mark_paid(await Order.get(id=one.id))
    receipt = await Receipt.get(order_id=one.id)
    for words in (one.reference, one.reference[-8:].lower(), "rani@toko", "pay-77", "RANI", receipt.shown_number):
        assert await found(q=words) == {one.reference}, words
    for words in ("%", "_", "nobody", "2026-99999", "9999-1", "²²²²-²"):
        assert await found(q=words) == set(), words
    assert await found(q=str(other.account_id)) == {other.reference}
    assert await found(q=BUYER.email) == {other.reference}


async def test_the_list_is_filtered_by_state_service_and_month(
    operator: Browser, moved: Clock, qris: FakeProvider
) -> None:
    [account], month = await world.crowd(1), current_month()
    old = await ordering.open_order(account, "pro", 1, qris, BUYER)
    await Order.filter(id=old.id).update(provider="klikqris")
    qris.pay(old.reference)
    await transitions.apply_snapshot(await Order.get(id=old.id), qris.snapshot(old.reference))
    moved.on(timedelta(days=62))
    new = await ordering.open_order(account, "pro", 1, qris, BUYER)
    assert await found(state="paid") == await found(provider="klikqris") == await found(month=month) == {old.reference}
    assert await found(state="waiting") == {new.reference}
    assert await found(state="refunded") == await found(provider="midtrans") == set()
    for ignored in ({"state": "strange"}, {"provider": "strange"}, {"month": "2026-13"}, {"cursor": "strange"}):
        assert await found(**ignored) == {old.reference, new.reference}
    months = (await order_search.choices())["months"]
    assert len(months) >= 2 and months[-1][0] == month


async def test_the_list_goes_on_page_by_page_and_misses_none(
    operator: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(order_search, "PAGE_SIZE", 3)
    expected = {order.reference for order in await orders(8)}
    seen: list[str] = []
    path = PAYMENTS
    while path:
        document = Document(await (await operator.get(path, headers=FRAGMENT)).get_data(as_text=True))
        links = [link.attributes.get("href", "") for link in document.all("a")]
        seen += [link.rpartition("/")[2] for link in links if "/KLQ-" in link]
        path = next((link for link in links if "cursor=" in link), "")
    assert len(seen) == 8 and set(seen) == expected


@pytest.mark.parametrize("language", ["id", "en"])
async def test_without_any_order_the_list_says_so(operator: Browser, language: str) -> None:
    text = await shown(operator, f"{PAYMENTS}?lang={language}")
    assert ("Belum ada pembayaran" if language == "id" else "No payments yet") in text
    text = await shown(operator, f"{PAYMENTS}?q=nobody&lang={language}")
    assert ("Tidak ada yang cocok" if language == "id" else "Nothing matches") in text


async def test_a_page_of_orders_costs_the_same_however_many_there_are(operator: Browser) -> None:
    costs = []
    for _ in range(2):
        await orders(4)
        await Order.all().update(attention=PAID_TWICE)
        await shown(operator, PAYMENTS)  # the first one fills caches
        with queries() as sent:
            await shown(operator, PAYMENTS)
        costs.append(len(sent))
    # one records the look, and one counts for the whole navigation
    assert costs[0] == costs[1] <= 9, costs


async def test_the_page_of_an_order_costs_the_same_however_much_was_heard_of_it(operator: Browser) -> None:
    [order] = await orders(1)
    costs = []
    for _ in range(2):
        for _ in range(3):
            await operator.post(f"{PAYMENTS}/{order.reference}/actions/check")
        await shown(operator, f"{PAYMENTS}/{order.reference}")
        with queries() as sent:
            await shown(operator, f"{PAYMENTS}/{order.reference}")
        costs.append(len(sent))
    # one records the look, and one counts for the whole navigation
    assert costs[0] == costs[1] <= 11, costs


async def test_a_buyers_words_are_shown_as_text(operator: Browser) -> None:
    [order] = await orders(1)
    await Order.filter(id=order.id).update(buyer_name="<b>x</b>", buyer_address='"><script>1</script>')
    text = await shown(operator, f"{PAYMENTS}/{order.reference}")
    assert "<b>x" not in text and "<script>1" not in text
