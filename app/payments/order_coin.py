"""The coin in which an order is paid on our own page: chosen by the buyer, and looked after while it is awaited."""

from __future__ import annotations

from typing import TypeGuard, cast

import structlog

from app.kernel import clock, encryption
from app.kernel.refusal import N_, Refusal
from app.payments.charges import charge_of
from app.payments.order import Order
from app.payments.order_state import OPEN, OrderState
from app.payments.providers import registry
from app.payments.providers.coin import Coin, CoinPayment, CoinProvider, coins_from_json
from app.payments.providers.provider import Provider, ProviderError

CHOOSABLE = frozenset({OrderState.PENDING, OrderState.DETECTED})
log = structlog.get_logger()


class CoinNotOffered(Refusal):
    """The order cannot be paid in this coin here, or no longer."""

    code, field, says = "COIN_NOT_OFFERED", "coin", N_("This order cannot be paid with that coin here.")


def offered_coins(order: Order) -> list[Coin]:
    """Returns the coins in which an order can be paid on our page."""
    return coins_from_json(order.coins)


def chosen_payment(order: Order) -> CoinPayment | None:
    """Returns the payment in the coin that was chosen, whose time may be over; None without one."""
    return CoinPayment.from_json(order.coin)


async def choose_coin(order: Order, coin_id: str) -> None:
    """Has the provider say where to send which amount of a coin, and stores it.

    Another coin cannot be chosen once something has arrived.

    Raises: CoinNotOffered, ProviderDown, ProviderRefused, NotFound for a provider that is no longer there.
    """
    provider = registry.provider(order.provider)
    coin = next((coin for coin in offered_coins(order) if coin.id == coin_id), None)
    present = chosen_payment(order)
    if coin is None or order.state not in CHOOSABLE or not takes_coins(provider):
        raise CoinNotOffered
    if present is not None and present.begun and present.coin != coin:
        raise CoinNotOffered
    payment = await provider.choose_coin(charge_of(order), coin)
    await Order.filter(id=order.id, state__in=list(CHOOSABLE)).update(coin=payment.to_json())


async def refresh_coin(order: Order, provider: Provider) -> None:
    """Stores what has arrived of a payment in a coin, while it is awaited; nothing where the provider does not say."""
    payment = chosen_payment(order)
    if payment is None or order.state not in OPEN or not takes_coins(provider):
        return
    try:
        current = await provider.fetch_coin(charge_of(order), payment)
    except (ProviderError, encryption.Undecipherable) as error:
        log.warning("coin_not_checked", order=order.reference, problem=type(error).__name__)
        return
    if current != payment:
        await Order.filter(id=order.id, coin=order.coin).update(coin=current.to_json())


def is_over(payment: CoinPayment) -> bool:
    """Whether the amount of a payment in a coin is no longer the right one."""
    return clock.now() > payment.expires_at


def takes_coins(provider: Provider) -> TypeGuard[CoinProvider]:
    """Whether payments of a provider can be made in coins on our page."""
    return hasattr(cast(object, provider), "choose_coin")
