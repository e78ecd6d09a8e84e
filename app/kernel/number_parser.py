"""The parser of numbers with decimals that people type, such as a percentage, a price or a temperature."""

import re
from decimal import Decimal

NUMBER = re.compile(r"\d{1,15}(?:\.\d{1,18})?|\.\d{1,18}", re.ASCII)


def parse_number(text: str) -> Decimal | None:
    """Returns a number that is not negative, such as 12.5; None for any other text.

    Python's parser also accepts NaN, which raises when it is compared, and exponents, with which a few characters make
    a number that no arithmetic can bear.
    """
    written = text.strip()
    return Decimal(written) if NUMBER.fullmatch(written) else None
