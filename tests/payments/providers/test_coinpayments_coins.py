"""Paying with a coin on our own page: what CoinPayments offers, where to send it, and what has arrived."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any, cast

import pytest

from app.kernel import clock
from app.payments.providers.coin import Coin, CoinPayment, CoinProvider, coins_from_json
from app.payments.providers.coinpayments_coins import MOST_COINS, read_offer
from app.payments.providers.provider import Charge, ProviderDown, ProviderRefused, UnknownPayment
from tests.payments.providers.conftest import adapter, charge, configure, opened
from tests.providers.coinpayments import COINS, USDT, CoinpaymentsStandIn

CODE = "coinpayments"
TETHER = Coin(USDT, "USDT", "Tether USD (TRC20)")
BITCOIN = Coin("1", "BTC", "Bitcoin")


def coin_adapter() -> CoinProvider:
    return cast(CoinProvider, adapter(CODE))


async def begun() -> tuple[Charge, list[Coin]]:
    """A payment that is open, and the coins that are offered for it."""
    payment = charge(1_250, "USD")
    checkout = await adapter(CODE).create(payment)
    return opened(payment, checkout), coins_from_json(checkout.coins)


async def test_the_coins_that_can_be_sent_now_are_offered_the_usual_ones_first(
    coinpayments: CoinpaymentsStandIn,
) -> None:
    configure(contact_email="operator@example.com")
    _payment, coins = await begun()
    assert [coin.name for coin in coins] == ["Tether USD (ERC20)", "Tether USD (TRC20)", "Bitcoin", "Litecoin"]
    method, path, _headers, body = coinpayments.requests[-1]
    assert (method, path.rpartition("/")[2]) == ("POST", "payments")
    assert json.loads(body) == {"refundEmail": "operator@example.com"}, "CoinPayments is not told who buys"


async def test_coins_that_the_answer_to_the_invoice_has_need_no_second_request(
    coinpayments: CoinpaymentsStandIn,
) -> None:
    coinpayments.changes = {"payment": {"paymentCurrencies": [{"currency": COINS[1]}], "expires": None}}
    _payment, coins = await begun()
    assert (coins, len(coinpayments.requests)) == ([BITCOIN], 1)


@pytest.mark.parametrize("trouble", ["503", "not json", "forbidden"])
async def test_where_no_coins_are_to_be_had_the_page_of_coinpayments_is_left(
    coinpayments: CoinpaymentsStandIn, trouble: str
) -> None:
    coinpayments.refuses_coins = trouble == "forbidden"
    payment = charge(1_250, "USD")
    coinpayments.troubles = ["", trouble] if not coinpayments.refuses_coins else []
    checkout = await adapter(CODE).create(payment)
    assert checkout.coins == "" and checkout.url.startswith(coinpayments.origin)


async def test_a_coin_has_an_address_an_exact_amount_and_an_end(coinpayments: CoinpaymentsStandIn) -> None:
    payment, _coins = await begun()
    bitcoin, tether = [await coin_adapter().choose_coin(payment, coin) for coin in (BITCOIN, TETHER)]
    assert (bitcoin.amount, bitcoin.received, bitcoin.required) == ("0.00121250", "0.00000000", 2)
    assert bitcoin.uri == f"bitcoin:{bitcoin.address}?amount=0.00121250"
    assert tether.uri == tether.address != bitcoin.address and tether.coin == TETHER
    assert timedelta(minutes=29) < tether.expires_at - clock.now() <= timedelta(minutes=30)
    assert CoinPayment.from_json(tether.to_json()) == tether


async def test_what_has_arrived_is_told_with_its_confirmations(coinpayments: CoinpaymentsStandIn) -> None:
    payment, _coins = await begun()
    chosen = await coin_adapter().choose_coin(payment, TETHER)
    coinpayments.send(payment.reference, "0.00100000", 7)
    seen = await coin_adapter().fetch_coin(payment, chosen)
    assert (seen.received, seen.missing, seen.confirmations, seen.required) == ("0.00100000", "0.00021250", 7, 20)
    assert seen.partly_paid
    coinpayments.send(payment.reference, "0.00121250", 20)
    whole = await coin_adapter().fetch_coin(payment, seen)
    assert (whole.missing, whole.partly_paid, whole.confirmations) == ("0.00000000", False, 20)


@pytest.mark.parametrize(
    "changes",
    [
        {"currency": {"id": "2"}},
        {"addresses": {"address": "short"}},
        {"addresses": {"address": "rEb8TK3gBgk5auZkwc6sHnwrGVJH8DuaLh?dt=12"}},
        {"addresses": {"address": "<script>alert(1)</script>xxxxxxxx"}},
        {"addresses": None},
        {"amount": {"valueAsDecimal": "-1"}},
        {"amount": {"valueAsDecimal": "0"}, "remainingAmount": {"valueAsDecimal": "0"}},
        {"amount": {"valueAsDecimal": "1e99"}},
        {"amount": {"valueAsDecimal": "NaN"}},
        {"remainingAmount": {"valueAsDecimal": "2000"}},
        {"amount": {"value": "121250"}},
    ],
    ids=str,
)
async def test_an_address_or_an_amount_that_cannot_be_right_is_refused(
    coinpayments: CoinpaymentsStandIn, changes: dict[str, Any]
) -> None:
    payment, _coins = await begun()
    coinpayments.coin_changes = changes
    with pytest.raises(ProviderRefused):
        await coin_adapter().choose_coin(payment, BITCOIN)


async def test_a_number_with_an_exponent_is_an_exact_amount(coinpayments: CoinpaymentsStandIn) -> None:
    payment, _coins = await begun()
    coinpayments.coin_changes = {"amount": {"valueAsDecimal": "4.7e-7"}, "remainingAmount": None}
    assert (await coin_adapter().choose_coin(payment, BITCOIN)).amount == "0.00000047"


async def test_a_code_that_names_another_address_is_not_drawn(coinpayments: CoinpaymentsStandIn) -> None:
    payment, _coins = await begun()
    first = await coin_adapter().choose_coin(payment, BITCOIN)
    coinpayments.coin_changes = {"addresses": {"address": first.address, "biP21": "bitcoin:3AnotherAddress0000000000"}}
    assert (await coin_adapter().choose_coin(payment, BITCOIN)).uri == first.address


async def test_troubles_of_the_service_are_told_as_such(coinpayments: CoinpaymentsStandIn) -> None:
    payment, _coins = await begun()
    chosen = await coin_adapter().choose_coin(payment, BITCOIN)
    coinpayments.troubles = ["503"]
    with pytest.raises(ProviderDown):
        await coin_adapter().fetch_coin(payment, chosen)
    coinpayments.coin_changes = {"payment": {"confirmedAmount": {"valueAsDecimal": "x"}}}
    with pytest.raises(ProviderRefused):
        await coin_adapter().fetch_coin(payment, chosen)
    with pytest.raises(ProviderRefused):
        await coin_adapter().choose_coin(payment, Coin("999", "NO", "No such coin"))
    with pytest.raises(UnknownPayment):
        await coin_adapter().choose_coin(replace(payment, provider_ref=""), BITCOIN)


@pytest.mark.parametrize("payload", [None, [], {}, {"paymentCurrencies": 7}, {"paymentCurrencies": [None, {}, "BTC"]}])
def test_an_offer_that_cannot_be_read_is_none(payload: object) -> None:
    assert read_offer(payload) == ()


def test_an_offer_is_bounded_and_odd_coins_are_left_out() -> None:
    many = [{"currency": {"id": str(number), "symbol": f"C{number}", "name": "Coin"}} for number in range(99)]
    assert len(read_offer({"paymentCurrencies": many})) == MOST_COINS
    odd: list[dict[str, Any]] = [
        {"id": "1/../2"},
        {"name": "x" * 41},
        {"symbol": ""},
        {"name": "a\nb"},
        {"type": "fiat"},
        {"id": None},
    ]
    usual: dict[str, Any] = {"id": "1", "symbol": "BTC", "name": "Bitcoin"}
    entries = [{"currency": usual | each} for each in odd]
    assert read_offer({"paymentCurrencies": entries}) == ()
