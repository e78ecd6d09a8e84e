"""Paying with a coin on the page of the order: choose, send, see it arrive, too little, and too late."""

from datetime import timedelta
from typing import Any

import pytest

from app.accounts.models import Account
from app.payments import operator_calendar, ordering
from app.payments.checkout import order_qr_code, order_screen
from app.payments.order import Order
from app.payments.order_checks import check_order
from app.payments.order_coin import chosen_payment
from app.payments.providers import registry
from app.payments.retention import forget_checkouts
from tests.client import Browser
from tests.conftest import Clock
from tests.payments.checkout.buying import ORDERS, order_page
from tests.payments.fake_provider import BUYER
from tests.payments.providers.conftest import coinpayments, configure
from tests.providers.coinpayments import USDT, CoinpaymentsStandIn

__all__ = ["coinpayments"]
PRESSED = 'aria-pressed="true" title="'


@pytest.fixture
async def order(sari: Account, coinpayments: CoinpaymentsStandIn, moved: Clock) -> Order:
    """An order of Sari's that waits for a payment with a coin."""
    configure(price_rate=16_000, price_rate_day=operator_calendar.today())
    await Account.filter(id=sari.id).update(language="en")
    return await ordering.open_order(sari, "pro", 1, registry.provider("coinpayments"), BUYER)


async def choose(browser: Browser, order: Order, coin: str) -> Any:
    return await browser.post(f"{ORDERS}/{order.reference}/actions/choose-coin", form={"coin": coin})


async def payment_of(order: Order) -> Any:
    return chosen_payment(await Order.get(id=order.id))


async def test_the_page_offers_coins_and_the_page_of_coinpayments_as_the_second_way(
    as_sari: Browser, order: Order
) -> None:
    page = await order_page(as_sari, order)
    for label in ("Tether USD (TRC20)", "Tether USD (ERC20)", "BTC", "LTC"):
        assert f">{label}</button>" in page
    assert "DOGE" not in page and f'href="{order.pay_url}"' in page and PRESSED not in page


async def test_a_chosen_coin_shows_its_address_exact_amount_code_and_countdown(as_sari: Browser, order: Order) -> None:
    response = await choose(as_sari, order, USDT)
    assert (response.status_code, response.headers["Location"]) == (303, f"{ORDERS}/{order.reference}")

    page, payment = await order_page(as_sari, order), await payment_of(order)
    assert payment.address in page
    assert "0,00047918" in page or "0.00047918" in page, "all places, rounded nowhere"
    assert page.count("data:image/svg+xml") == 1 and "Tether USD (TRC20)" in page
    assert page.count(PRESSED) == 1
    screen = await order_screen.load_screen(await Order.get(id=order.id))
    assert 0 < screen.seconds_left <= 30 * 60, "as long as the amount holds, not as long as the invoice does"


async def test_another_coin_can_be_chosen_as_long_as_nothing_is_paid(as_sari: Browser, order: Order) -> None:
    await choose(as_sari, order, USDT)
    first = await payment_of(order)
    await choose(as_sari, order, "1")
    assert (await payment_of(order)).coin.symbol == "BTC" and first.address not in await order_page(as_sari, order)


@pytest.mark.parametrize("coin", ["", "36", "5057", "1/../../9", "1" * 500, "9:other"])
async def test_a_coin_that_is_not_offered_is_refused_on_the_page(as_sari: Browser, order: Order, coin: str) -> None:
    response = await choose(as_sari, order, coin)
    assert 400 <= response.status_code < 500 and "coin" in await response.get_data(as_text=True)
    assert (await Order.get(id=order.id)).coin == ""


async def test_nobody_chooses_a_coin_of_another_workspace(as_budi: Browser, order: Order) -> None:
    assert (await choose(as_budi, order, USDT)).status_code == 404


async def test_a_service_that_is_down_says_so_and_the_order_stays(
    as_sari: Browser, order: Order, coinpayments: CoinpaymentsStandIn
) -> None:
    coinpayments.troubles = ["503"]
    response = await choose(as_sari, order, USDT)
    page = await response.get_data(as_text=True)
    assert response.status_code == 422 and order.pay_url in page
    assert (await Order.get(id=order.id)).state == "pending"


async def test_the_page_shows_how_far_a_payment_is_until_it_is_paid(
    as_sari: Browser, order: Order, coinpayments: CoinpaymentsStandIn
) -> None:
    await choose(as_sari, order, USDT)
    before = (await order_screen.load_screen(await Order.get(id=order.id))).version
    coinpayments.send(order.reference, (await payment_of(order)).amount, 7)
    coinpayments.pay(order.reference, "pending")
    await check_order(order)

    seen = await Order.get(id=order.id)
    assert (await order_screen.load_screen(seen)).version != before, "a page that waits hears of it"
    page = await order_page(as_sari, order)
    payment = await payment_of(order)
    assert seen.state == "detected" and "7 dari 20" in page
    assert payment.address not in page and "choose-coin" not in page, "nobody is told to send it again"

    coinpayments.pay(order.reference)
    paid = await check_order(order)
    assert (paid.state, paid.coin, paid.coins) == ("paid", "", ""), "the address is forgotten"


async def test_a_part_that_arrives_is_told_with_what_is_missing_and_where_to_send_it(
    as_sari: Browser, order: Order, coinpayments: CoinpaymentsStandIn
) -> None:
    await choose(as_sari, order, USDT)
    payment = await payment_of(order)
    coinpayments.send(order.reference, "0.0004", 20)
    await check_order(order)
    page = await order_page(as_sari, order)
    assert payment.address in page and "0.00007918" in page.replace(",", "."), "the rest is what is to be sent"
    assert "choose-coin" not in page and (await choose(as_sari, order, "1")).status_code == 422

    coinpayments.underpay(order.reference)
    assert (await check_order(order)).state == "underpaid"
    page = (await order_page(as_sari, order)).replace(",", ".")
    assert all(amount in page for amount in ("0.00047918", "0.0004", "0.00007918")) and payment.address in page


async def test_an_amount_whose_time_is_over_is_not_shown_and_can_be_asked_for_again(
    as_sari: Browser, order: Order, moved: Clock
) -> None:
    await choose(as_sari, order, USDT)
    address = (await payment_of(order)).address
    moved.on(timedelta(minutes=31))
    page = await order_page(as_sari, order)
    assert address not in page and PRESSED not in page
    await choose(as_sari, order, USDT)
    assert address in await order_page(as_sari, order)


async def test_an_order_that_is_over_has_no_coin_to_choose(as_sari: Browser, order: Order, moved: Clock) -> None:
    await ordering.cancel_order(order)
    assert (await choose(as_sari, order, USDT)).status_code in range(400, 500)
    assert "choose-coin" not in await order_page(as_sari, order)


async def test_coins_and_addresses_are_forgotten_after_30_days(as_sari: Browser, order: Order, moved: Clock) -> None:
    await choose(as_sari, order, USDT)
    moved.on(timedelta(days=31))
    await forget_checkouts()
    order = await Order.get(id=order.id)
    assert (order.coins, order.coin) == ("", "")


async def test_a_code_asks_for_no_whole_amount_after_a_part_has_arrived(
    as_sari: Browser, order: Order, coinpayments: CoinpaymentsStandIn
) -> None:
    await choose(as_sari, order, "1")
    payment = await payment_of(order)
    coinpayments.send(order.reference, "0.0001")
    await check_order(order)
    page = await order_page(as_sari, order)
    assert order_qr_code.draw_uri(payment.address).replace("&", "&amp;") in page and payment.uri != payment.address
