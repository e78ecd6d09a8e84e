"""Formats micro-rupiah for people."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from babel import numbers

from app.gateway.metering.balance import MICRO
from app.kernel import i18n
from app.payments.money import RUPIAH, format_money

WHOLE_FROM, CENTS_FROM = 10, Decimal("0.1")  # rupiah from which on a sum is whole, or has two decimal places
CENTS, WITH_CENTS = 2, "#,##0.00"  # decimal places, and how they are both written: Rp0,70


def format_whole(amount: int) -> str:
    """Formats micro-rupiah as whole rupiah, rounded down: budgets and credits, which are set in whole rupiah."""
    return format_money(amount // MICRO, RUPIAH)


def format_micro(amount: int) -> str:
    """Formats micro-rupiah as rupiah: `Rp12,400`, `Rp7.25`, `Rp0.0042`; what is less than ten has decimal places.

    A sum that is not zero is never shown as zero. A negative amount has its minus first.
    """
    value, sign = Decimal(abs(amount)) / MICRO, "-" if amount < 0 else ""
    if value >= WHOLE_FROM:
        places = 0
    elif value >= CENTS_FROM:
        places = CENTS
    else:
        places = 4 if value >= Decimal("0.001") else 6
    rounded, language = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP), i18n.current_language()
    if places == CENTS and rounded != rounded.to_integral_value():
        return f"{sign}Rp{numbers.format_decimal(rounded, format=WITH_CENTS, locale=language)}"
    return f"{sign}Rp{numbers.format_decimal(rounded.normalize(), locale=language, decimal_quantization=False)}"
