"""The currencies of prices and payments, with the scale of their amounts.

The table is our own, not that of ISO 4217: rupiah are counted in whole rupiah, as every payment service counts them.
Amounts are integers in the smallest unit of this table; Decimal is used only where a payment service is spoken to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency: its ISO code, and `scale`, the number of decimal places of its smallest unit."""

    code: str
    scale: int


CURRENCIES: Mapping[str, Currency] = MappingProxyType(
    {currency.code: currency for currency in (Currency("IDR", 0), Currency("USD", 2))}
)


class FractionalAmount(ValueError):
    """A value has more decimal places than its currency, or is not a finite number."""


def to_decimal(amount: int, code: str) -> Decimal:
    """Converts an amount in the smallest unit into a decimal with the places of its currency: 1250 USD cents to 12.50.

    Raises: KeyError for a currency that is not in the table.
    """
    return Decimal(amount).scaleb(-CURRENCIES[code].scale)


def from_decimal(value: Decimal, code: str) -> int:
    """Converts a decimal into an amount in the smallest unit of its currency: 12.50 US dollars to 1250.

    Raises: FractionalAmount for a remainder, KeyError for a currency that is not in the table.
    """
    scale = CURRENCIES[code].scale
    if not value.is_finite():
        raise FractionalAmount(f"{value} is not an amount")
    scaled = value.scaleb(scale)
    if scaled != scaled.to_integral_value():
        raise FractionalAmount(f"{value} has more than {scale} decimal places")
    return int(scaled)
