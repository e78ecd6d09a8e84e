"""The operator's margin on top of the price of a model, in hundredths of a percent."""

from __future__ import annotations

from app.kernel.number_parser import parse_number
from app.kernel.refusal import N_, Refusal

HUNDREDTHS, MOST_MARGIN = 100, 100_000  # of a percent


class InvalidMargin(Refusal):
    """The margin is below zero or above 1000 %."""

    code, field, says = "INVALID_AI_MARGIN", "margin", N_("A margin is a percentage from 0 to 1000, such as 12.5.")


def parse_percent(typed: str) -> int:
    """Returns the hundredths of a percentage such as 12.5, also one with a comma. Raises: InvalidMargin."""
    percent = parse_number(typed.replace(",", "."))
    if percent is None or percent * HUNDREDTHS % 1:
        raise InvalidMargin
    check_margin(margin := int(percent * HUNDREDTHS))
    return margin


def check_margin(margin: int) -> None:
    """Checks a margin in hundredths of a percent. Raises: InvalidMargin."""
    if not 0 <= margin <= MOST_MARGIN:
        raise InvalidMargin
