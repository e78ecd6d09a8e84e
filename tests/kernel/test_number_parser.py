"""Numbers that people type are read in one way, and nothing that Python would also take for one."""

from contextlib import suppress
from decimal import Decimal

import pytest

from app.gateway.catalogue.margin import InvalidMargin, parse_percent
from app.gateway.catalogue.price_list import InvalidPrice, parse_prices
from app.gateway.playground.conversation import TemperatureNotInRange, read_temperature
from app.kernel.number_parser import parse_number
from tests.odd_values import NUMBERS

ODD = (*NUMBERS, "1e999999", "1e99999", "1e-999999", "sNaN", "-NaN", "inf", "1.", "1.2.3", "")


def test_a_number_is_digits_with_a_point() -> None:
    assert [parse_number(text) for text in ("12.5", " 12.5 ", "0", ".5", "007")] == [
        *map(Decimal, ("12.5", "12.5", "0", "0.5", "7"))
    ]
    assert [text for text in ODD if parse_number(text) is not None] == ["0", "1.5", "2147483648"]


@pytest.mark.parametrize("text", ODD)
def test_every_reader_of_a_number_takes_it_or_refuses_it(text: str) -> None:
    for read, refusal in (
        (parse_percent, InvalidMargin),
        (lambda typed: parse_prices([f"input={typed}"]), InvalidPrice),
        (read_temperature, TemperatureNotInRange),
    ):
        with suppress(refusal):
            assert read(text) is not None
