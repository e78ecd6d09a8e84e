"""Formats amounts of money for people."""

from decimal import Decimal

from babel import numbers

from app.kernel import i18n
from app.payments.currencies import to_decimal

RUPIAH = "IDR"


def format_money(amount: int, currency: str) -> str:
    """Formats an amount in the smallest unit of a currency: `Rp29.000` in Indonesian, `Rp29,000` in English, `$10.50`.

    A negative amount has its minus first. Raises: KeyError for an unknown currency.
    """
    sign = "-" if amount < 0 else ""
    if currency == RUPIAH:
        return f"{sign}Rp{i18n.format_number(abs(amount))}"
    return sign + numbers.format_currency(to_decimal(abs(amount), currency), currency, locale=i18n.current_language())


def format_exact(amount: str) -> str:
    """Formats a decimal with all of its places: `0,0123` in Indonesian, `0.0123` in English. Raises: ValueError."""
    value, language = Decimal(amount), i18n.current_language()
    return str(numbers.format_decimal(value, locale=language, decimal_quantization=False))
