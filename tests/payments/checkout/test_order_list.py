"""The list of orders and receipts: states, search and pages."""

from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.payments import transitions
from app.payments.checkout import order_list
from app.payments.order import Order
from tests.client import Browser
from tests.conftest import Clock
from tests.payments.checkout.buying import FRAGMENT, ORDERS, opened, shown, text_of
from tests.payments.fake_provider import FakeProvider


async def one_of_each(account: Account, provider: FakeProvider) -> dict[str, Order]:
    orders = {}
    for state in ("pending", "paid", "expired", "cancelled"):
        orders[state] = await opened(account, provider, "starter" if state == "expired" else "pro")
        if state == "paid":
            await transitions.mark_paid(orders[state])
        else:
            await Order.filter(id=orders[state].id).update(state=state)
    return orders


async def test_an_empty_list_leads_to_the_plans(as_sari: Browser) -> None:
    assert 'href="/dashboard/settings/plan"' in (await shown(as_sari, f"{ORDERS}/")).partition("Belum ada pesanan")[2]


async def test_each_order_has_its_state_and_a_paid_one_its_receipt(
    as_sari: Browser, sari: Account, qris: FakeProvider
) -> None:
    orders = await one_of_each(sari, qris)
    page = await shown(as_sari, f"{ORDERS}/")
    for words in ("Menunggu", "Lunas", "Berakhir tanpa bayar", "Dibatalkan", "Bukti bayar 2", "Rp79.016"):
        assert words in page
    assert all(order.reference in page for order in orders.values())


@pytest.mark.parametrize(
    ("query", "states"),
    [
        ("state=paid", {"paid"}),
        ("state=waiting", {"pending"}),
        ("state=ended", {"expired", "cancelled"}),
        ("state=refunded", set()),
        ("state=nonsense", {"pending", "paid", "expired", "cancelled"}),
        ("q=STARTER", {"expired"}),
        ("q=nobody", set()),
        ("q=9999999999-99", set()),
        ("q=%25", set()),
    ],
)
async def test_a_search_leaves_what_fits(
    as_sari: Browser, sari: Account, qris: FakeProvider, query: str, states: set[str]
) -> None:
    orders = await one_of_each(sari, qris)
    piece = await text_of(await as_sari.get(f"{ORDERS}/?{query}", headers=FRAGMENT))
    assert {state for state, order in orders.items() if order.reference in piece} == states
    assert "<html" not in piece


async def test_an_order_is_found_by_the_number_of_its_receipt(
    as_sari: Browser, sari: Account, qris: FakeProvider
) -> None:
    orders = await one_of_each(sari, qris)
    paid = await Order.get(id=orders["paid"].id).prefetch_related("receipt")
    piece = await text_of(await as_sari.get(f"{ORDERS}/?q={paid.receipt.shown_number}", headers=FRAGMENT))  # type: ignore[attr-defined]
    assert paid.reference in piece and orders["pending"].reference not in piece


async def test_more_orders_follow_page_by_page(
    as_sari: Browser, sari: Account, qris: FakeProvider, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(order_list, "PAGE_SIZE", 2)
    orders = []
    for _ in range(3):
        orders.append(await opened(sari, qris))
        moved.on(timedelta(seconds=1))
    page = await shown(as_sari, f"{ORDERS}/")
    assert orders[2].reference in page and orders[0].reference not in page
    more = page.partition('id="more"><a class="btn" href="')[2].partition('"')[0].replace("&amp;", "&")
    rest = await text_of(await as_sari.get(more, headers=FRAGMENT))
    assert orders[0].reference in rest and orders[1].reference not in rest and 'id="more"' not in rest
