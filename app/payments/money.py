"""Formats amounts of money for people, and reads what they type."""

import re
from decimal import Decimal

from babel import numbers

from app.kernel import i18n
from app.kernel.refusal import N_, Refusal
from app.payments.currencies import CURRENCIES, to_decimal

RUPIAH = "IDR"
GROUPED = r"\d{1,12}|\d{1,3}(?:\.\d{3}){1,3}|\d{1,3}(?:,\d{3}){1,3}"
TYPED = re.compile(rf"({GROUPED})(?:[.,](\d{{1,2}}))?", re.ASCII)
SYMBOLS = ("Rp", "IDR", "USD", "US$", "$")


class InvalidAmount(Refusal):
    """What was typed is no amount of the currency."""

    code, field = "INVALID_AMOUNT", "amount"
    says = N_("Type an amount such as 79000 or 4.94.")


def parse_money(typed: str, currency: str) -> int:
    """Returns a typed amount in the smallest unit of a currency: `25000`, `25.000`, `25,000`, `Rp25.000`, `4.94`.

    Where a currency has cents, what follows the last dot or comma is cents if it has one or two digits. Raises:
    InvalidAmount, also for zero.
    """
    text = typed.strip().replace(" ", "")
    for symbol in SYMBOLS:
        text = text.removeprefix(symbol).removesuffix(symbol)
    scale, parts = CURRENCIES[currency].scale, TYPED.fullmatch(text)
    if not parts or (parts[2] and not scale):
        raise InvalidAmount
    whole, cents = parts[1].replace(".", "").replace(",", ""), (parts[2] or "").ljust(scale, "0")
    if not (amount := int(whole + cents)):
        raise InvalidAmount
    return amount


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
