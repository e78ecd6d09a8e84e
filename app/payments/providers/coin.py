"""Paying with a cryptocurrency on a page of our own: the coins that a provider offers, and the payment in one of them.

Amounts are decimals as exact texts (`47.86`), because each coin has a scale of its own. `received` has arrived so far,
confirmed by the network or not. `uri` is what the QR code says (BIP 21), or the address.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from decimal import Decimal
from typing import Protocol, Self

from app.payments.providers.provider import Charge


@dataclass(frozen=True, slots=True)
class Coin:
    """A coin that is offered: the provider's id for it, its symbol (USDT) and its name, which says its network."""

    id: str
    symbol: str
    name: str


@dataclass(frozen=True, slots=True)
class CoinPayment:
    """A payment in one coin: what to send where, until when, and what has arrived of it.

    `confirmations` of `required` are there of what was sent last.
    """

    coin: Coin
    address: str
    uri: str
    amount: str
    received: str
    confirmations: int
    required: int
    expires_at: datetime

    @property
    def missing(self) -> str:
        """What has not arrived yet."""
        return format(max(Decimal(self.amount) - Decimal(self.received), Decimal()), "f")

    @property
    def begun(self) -> bool:
        """Whether anything has arrived."""
        return Decimal(self.received) > 0

    @property
    def all_arrived(self) -> bool:
        """Whether nothing more has to be sent."""
        return Decimal(self.received) >= Decimal(self.amount)

    @property
    def partly_paid(self) -> bool:
        """Whether a part has arrived, and not all of it."""
        return self.begun and not self.all_arrived

    def to_json(self) -> str:
        """Returns it as it is stored."""
        return json.dumps(asdict(self) | {"expires_at": self.expires_at.isoformat()})

    @classmethod
    def from_json(cls, stored: str) -> Self | None:
        """Returns what was stored; None for an empty text."""
        if not stored:
            return None
        values = json.loads(stored)
        coin, expires_at = Coin(**values.pop("coin")), datetime.fromisoformat(values.pop("expires_at"))
        return cls(coin=coin, expires_at=expires_at, **values)


def coins_to_json(coins: tuple[Coin, ...]) -> str:
    """Returns coins as they are stored; an empty text for none."""
    return json.dumps([asdict(coin) for coin in coins]) if coins else ""


def coins_from_json(stored: str) -> list[Coin]:
    """Returns the coins that were stored."""
    return [Coin(**values) for values in json.loads(stored)] if stored else []


class CoinProvider(Protocol):
    """What an adapter can do, too, whose payments are made in coins."""

    async def choose_coin(self, charge: Charge, coin: Coin) -> CoinPayment:
        """Returns where to send which amount of a coin. Raises: ProviderDown, ProviderRefused, CredentialsRefused."""
        ...

    async def fetch_coin(self, charge: Charge, payment: CoinPayment) -> CoinPayment:
        """Asks what has arrived of a payment in a coin. Raises: ProviderDown, ProviderRefused, CredentialsRefused."""
        ...
