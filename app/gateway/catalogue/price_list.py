"""Prices as people write them, in dollars, and as they are stored, in whole nano-dollars.

People write dollars for a million tokens, for a picture and for a second of video. `input>200000` is what an input
token costs in a request of more than 200,000 input tokens (see Price.at).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import ROUND_CEILING, Decimal

from app.gateway.upstreams.usage import CLASSES
from app.kernel.number_parser import parse_number
from app.kernel.refusal import N_, Refusal

NANO, MILLION = 10**9, 10**6
IMAGES, MILLISECONDS = "images", "milliseconds"
WRITTEN = {"picture": IMAGES, "second": MILLISECONDS}  # names that people write for a class
NAMES = {name: written for written, name in WRITTEN.items()}
TIER = re.compile(r"[1-9][0-9]{0,8}", re.ASCII)
HIGHEST = Decimal(1_000_000)  # dollars


class InvalidPrice(Refusal):
    """A price is not written as a class of usage and dollars."""

    code, field = "INVALID_AI_PRICE", "price"
    says = N_(
        "“%(typed)s” is no price. Write input=0.25 for dollars a million tokens, picture=0.04 or second=0.1; also "
        "output, cached, cache_write, reasoning, input_image, output_image, and input>200000=0.5."
    )


def parse_prices(pairs: Iterable[str]) -> dict[str, int]:
    """Returns the nano-dollars of prices such as `input=0.25`, by class. Raises: InvalidPrice."""
    prices = {}
    for pair in pairs:
        written, _, amount = pair.partition("=")
        name, mark, start = written.strip().partition(">")
        name = WRITTEN.get(name, name)
        if name not in CLASSES or (mark and (name in NAMES or not TIER.fullmatch(start))):
            raise InvalidPrice(typed=pair)
        prices[name + mark + start] = to_nano_dollars(name, _dollars(amount, pair))
    return prices


def to_nano_dollars(name: str, dollars: Decimal) -> int:
    """Returns the price of one token, picture or second; a part of a nano-dollar is rounded up."""
    each = dollars * NANO if name in NAMES else dollars * NANO / MILLION
    return int(each.to_integral_value(ROUND_CEILING))


def format_price(name: str, nano_dollars: int) -> str:
    """Returns the price of a class in the dollars that people write: `0.25`."""
    scale = NANO if name in NAMES else NANO // MILLION
    return f"{(Decimal(nano_dollars) / scale).normalize():f}"


def format_prices(prices: Mapping[str, int]) -> str:
    """Returns prices as `parse_prices` reads them, in a line."""
    return " ".join(f"{NAMES.get(name, name)}={format_price(name, nano)}" for name, nano in prices.items())


def _dollars(amount: str, pair: str) -> Decimal:
    """Returns an amount of dollars. Raises: InvalidPrice."""
    dollars = parse_number(amount)
    if dollars is None or dollars > HIGHEST:
        raise InvalidPrice(typed=pair)
    return dollars
