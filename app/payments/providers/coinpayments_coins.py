"""Reads what CoinPayments says about coins: which it takes for an invoice, where to send one, and what has arrived.

Source: github.com/CoinPaymentsNet/CoinPaymentsNET.github.io, openapi/components/responses/invoices. Coins whose address
needs a tag or memo besides are left to CoinPayments' own page, because an address without it would lose the money.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from app.kernel import clock
from app.payments.providers.coin import Coin, CoinPayment
from app.payments.providers.message_fields import UnreadableField, is_code_text, look_up, parse_time, to_text

MOST_COINS, LONGEST_LABEL = 8, 40
FIRST = ("USDT", "BTC", "LTC", "ETH", "USDC")  # the coins that are asked for most come first
COIN_ID = re.compile(r"\d{1,10}(:[A-Za-z0-9]{1,100})?", re.ASCII)
ADDRESS = re.compile(r"([a-z]{2,20}:)?[A-Za-z0-9]{20,120}", re.ASCII)
AMOUNT = re.compile(r"\d{1,20}(\.\d{1,30})?", re.ASCII)
MOST_CONFIRMATIONS = 10_000
LASTS = timedelta(minutes=15)  # a payment whose end is not said


def read_offer(payload: object) -> tuple[Coin, ...]:
    """Returns the coins in which an invoice can be paid now, at most MOST_COINS; none where nothing readable is."""
    entries = look_up(payload, "paymentCurrencies")
    found: list[tuple[int, int, Coin]] = []
    for entry in entries if isinstance(entries, list) else []:
        coin, rank = _read_coin(look_up(entry, "currency")), look_up(entry, "currency.rank")
        if coin and look_up(entry, "isDisabled") is not True:
            symbol = coin.symbol.partition(".")[0]
            place = FIRST.index(symbol) if symbol in FIRST else len(FIRST)
            found.append((place, rank if isinstance(rank, int) else 0, coin))
    found.sort(key=lambda each: each[:2])
    return tuple(coin for _place, _rank, coin in found[:MOST_COINS])


def read_payment(payload: dict[str, Any], coin: Coin) -> CoinPayment:
    """Returns where to send which amount of a coin. Raises: UnreadableField for what cannot be right."""
    if to_text(look_up(payload, "currency.id")) != coin.id:
        raise UnreadableField("currency.id is another coin")
    address, uri = look_up(payload, "addresses.address"), look_up(payload, "addresses.biP21")
    if not isinstance(address, str) or not ADDRESS.fullmatch(address):
        raise UnreadableField("addresses.address is no address")
    amount = _amount(payload, "amount")
    left = _amount(payload, "remainingAmount") if look_up(payload, "remainingAmount") is not None else amount
    if not 0 < left <= amount:
        raise UnreadableField("amount is nothing")
    return CoinPayment(
        coin=coin,
        address=address,
        uri=uri if is_code_text(uri) and address.rpartition(":")[2] in uri else address,
        amount=format(amount, "f"),
        received=format(amount - left, "f"),
        confirmations=0,
        required=_count(look_up(payload, "currency.requiredConfirmations")),
        expires_at=_end(payload),
    )


def read_progress(payload: dict[str, Any], payment: CoinPayment) -> CoinPayment:
    """Returns a payment with what has arrived of it. Raises: UnreadableField."""
    amounts = [name for name in ("confirmedAmount", "unconfirmedAmount") if look_up(payload, f"payment.{name}")]
    received = sum((_amount(payload, f"payment.{name}") for name in amounts), Decimal())
    return replace(
        payment,
        received=format(received, "f"),
        confirmations=_count(look_up(payload, "payment.confirmations")),
        required=_count(look_up(payload, "payment.requiredConfirmations")) or payment.required,
    )


def _read_coin(currency: object) -> Coin | None:
    """Returns a coin; None for what cannot be shown or chosen, such as money of a state."""
    id, kind = to_text(look_up(currency, "id")), look_up(currency, "type")
    symbol, name = (to_text(look_up(currency, field)) for field in ("symbol", "name"))
    printable = all(0 < len(text) <= LONGEST_LABEL and text.isprintable() for text in (symbol, name))
    return Coin(id, symbol, name) if COIN_ID.fullmatch(id) and printable and kind != "fiat" else None


def _amount(payload: dict[str, Any], path: str) -> Decimal:
    """Returns the decimal of an amount. Raises: UnreadableField."""
    text = to_text(look_up(payload, f"{path}.valueAsDecimal"))
    value = Decimal(text) if re.fullmatch(r"[0-9.Ee+-]{1,60}", text, re.ASCII) and _is_number(text) else None
    if value is None or not value.is_finite() or not AMOUNT.fullmatch(format(value, "f")):
        raise UnreadableField(f"{path} is no amount")
    return value


def _is_number(text: str) -> bool:
    return re.fullmatch(r"\d{1,20}(\.\d{1,30})?([Ee][+-]?\d{1,2})?", text, re.ASCII) is not None


def _count(value: object) -> int:
    return min(value, MOST_CONFIRMATIONS) if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0


def _end(payload: dict[str, Any]) -> datetime:
    return parse_time(payload.get("expires"), UTC) or clock.now() + LASTS
