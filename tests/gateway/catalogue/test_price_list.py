from decimal import Decimal

import pytest

from app.gateway.catalogue.price import Price
from app.gateway.catalogue.price_list import InvalidPrice, format_prices, parse_prices, to_nano_dollars


def test_prices_are_written_in_dollars_and_kept_in_whole_nano_dollars() -> None:
    prices = parse_prices(["input=0.25", "output=2", "cached=0.025", "picture=0.04", "second=0.1", "input>200000=0.5"])
    assert prices == {
        "input": 250,
        "output": 2_000,
        "cached": 25,
        "images": 40_000_000,
        "milliseconds": 100_000_000,
        "input>200000": 500,
    }
    assert format_prices(prices) == "input=0.25 output=2 cached=0.025 picture=0.04 second=0.1 input>200000=0.5"


def test_a_part_of_a_nano_dollar_is_rounded_up_so_that_nothing_is_sold_below_its_price() -> None:
    assert to_nano_dollars("input", Decimal("0.0375")) == 38
    assert to_nano_dollars("input", Decimal("0.000001")) == 1


@pytest.mark.parametrize(
    "typed",
    [
        "input",
        "input=",
        "input=-1",
        "input=NaN",
        "input=Infinity",
        "input=1e9",
        "tokens=1",
        "=1",
        "input>x=1",
        "picture>200000=1",
        "second>5=1",
        "input>0=1",
        "input>=1",
        "input=1,5",
    ],
)
def test_what_is_no_price_is_named(typed: str) -> None:
    with pytest.raises(InvalidPrice) as refused:
        parse_prices(["output=2", typed])
    assert f"“{typed}”" in str(refused.value)


def test_a_request_above_a_threshold_costs_the_prices_of_it_for_all_its_tokens() -> None:
    price = Price({"input": 1_250, "output": 10_000, "cached": 125, "input>200000": 2_500, "output>200000": 15_000})
    assert price.at(200_000) == price
    above = price.at(200_001)
    assert (above.of("input"), above.of("output"), above.of("reasoning")) == (2_500, 15_000, 15_000)
    assert above.of("cached") == 125


def test_of_several_thresholds_the_highest_that_is_passed_counts() -> None:
    price = Price({"input": 1, "input>900": 4, "input>1000": 5, "input>100": 3})
    assert [price.at(tokens).of("input") for tokens in (100, 101, 900, 901, 1_001)] == [1, 3, 3, 4, 5]


def test_the_price_of_a_moment_keeps_its_thresholds_where_it_is_stored() -> None:
    price = Price({"input": 1, "input>900": 4}, 16_000, 500)
    assert Price.from_dict(price.as_dict()).at(1_000).of("input") == 4
