"""The operator's margin on top of the price of a model, in hundredths of a percent."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from app.kernel.refusal import N_, Refusal

HUNDREDTHS, LONGEST_PERCENT = 100, 20  # of a percent; characters
MOST_MARGIN = 100_000


class InvalidMargin(Refusal):
    """The margin is below zero or above 1000 %."""

    code, field, says = "INVALID_AI_MARGIN", "margin", N_("A margin is a percentage from 0 to 1000, such as 12.5.")


def parse_percent(typed: str) -> int:
    """Returns the hundredths of a percentage such as 12.5, also one with a comma. Raises: InvalidMargin."""
    try:
        hundredths = Decimal(typed.strip()[:LONGEST_PERCENT].replace(",", ".")) * HUNDREDTHS
    except InvalidOperation:
        raise InvalidMargin from None
    if not hundredths.is_finite() or hundredths != hundredths.to_integral_value():
        raise InvalidMargin
    check_margin(int(hundredths))
    return int(hundredths)


def check_margin(margin: int) -> None:
    """Checks a margin in hundredths of a percent. Raises: InvalidMargin."""
    if not 0 <= margin <= MOST_MARGIN:
        raise InvalidMargin
