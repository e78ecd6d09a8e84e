"""Reads what operators type about AI models: percentages, prices, days and numbers of routes."""

from __future__ import annotations

from datetime import date

from app.gateway.catalogue.model_setup import parse_percent
from app.gateway.catalogue.price_list import parse_prices
from app.gateway.catalogue.route_setup import BOUNDS
from app.kernel.refusal import N_, Refusal
from app.kernel.text import clean_line
from app.web.forms import Form

LONGEST_PRICES, MOST_DIGITS, LONGEST_DAY = 500, 9, 10


class PriceMissing(Refusal):
    """Nothing was typed as a price."""

    code, field, says = "AI_PRICE_MISSING", "price", N_("Write at least one price, such as input=0.25.")


class InvalidDay(Refusal):
    """The text is no day."""

    code, field, says = "INVALID_DAY", "day", N_("Choose a day.")


def read_margin(form: Form) -> int:
    """Returns the margin of a form in hundredths of a percent. Raises: InvalidMargin."""
    return parse_percent(form["margin"])


def read_prices(form: Form) -> dict[str, int]:
    """Returns the prices of a form by class. Raises: TooLong, PriceMissing, InvalidPrice."""
    pairs = clean_line(form["price"], LONGEST_PRICES, "price").split()
    if not pairs:
        raise PriceMissing
    return parse_prices(pairs)


def read_day(form: Form) -> date:
    """Returns the day of a form. Raises: InvalidDay."""
    try:
        return date.fromisoformat(form["day"].strip()[: LONGEST_DAY + 1])
    except ValueError:
        raise InvalidDay from None


def read_terms(form: Form) -> dict[str, int]:
    """Returns the numbers of a route; what is no number is out of the bounds, which `change_terms` refuses."""
    return {name: read_number(form[name]) for name in BOUNDS if form.has(name)}


def read_number(typed: str) -> int:
    """Returns a whole number; -1 for what is none."""
    digits = typed.strip()[: MOST_DIGITS + 1]
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= MOST_DIGITS else -1
