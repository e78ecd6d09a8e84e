"""Costs and reserves are whole micro-rupiah, computed by integers and rounded up once."""

from dataclasses import astuple
from fractions import Fraction
from math import ceil

from hypothesis import given
from hypothesis import strategies as some

from app.gateway.catalogue.price import FREE, Price
from app.gateway.metering.cost import cost_of, highest_cost_of
from app.gateway.upstreams.usage import CLASSES, Usage

quantities = some.integers(0, 2_000_000)
usages = some.builds(Usage, **dict.fromkeys(CLASSES, quantities))
prices = some.builds(
    Price,
    some.dictionaries(some.sampled_from([*CLASSES, "input>1000", "output>1000", "cached>50000"]), quantities),
    rate=some.integers(1, 20_000),
    margin=some.integers(0, 20_000),
)


def test_a_token_costs_its_nano_dollars_in_rupiah_with_the_margin() -> None:
    price = Price({"input": 2_500, "output": 10_000}, rate=16_000, margin=1_000)

    # (1000 x 2500 + 500 x 10000) nano-dollars are 0.0075 dollars, 120 rupiah, with 10 % 132
    assert cost_of(Usage(input=1_000, output=500), price) == 132_000_000


def test_a_second_of_video_has_its_price_for_a_thousand_milliseconds() -> None:
    price = Price({"milliseconds": 100_000_000}, rate=16_000)

    assert cost_of(Usage(milliseconds=8_000), price) == 12_800_000_000
    assert cost_of(Usage(milliseconds=1), price) == 1_600_000


def test_a_picture_has_its_price_each() -> None:
    assert cost_of(Usage(images=3), Price({"images": 40_000_000}, rate=16_000)) == 1_920_000_000


def test_what_is_left_of_a_micro_rupiah_is_rounded_up_once_for_the_whole_request() -> None:
    price = Price({"input": 1, "output": 1}, rate=1)

    assert cost_of(Usage(input=1, output=1), price) == 1
    assert cost_of(Usage(input=1_000, output=1), price) == 2


def test_the_price_of_many_input_tokens_holds_for_all_of_them() -> None:
    price = Price({"input": 1_000, "input>100": 2_000}, rate=1_000)

    assert cost_of(Usage(input=100), price) == 100_000
    assert cost_of(Usage(input=101), price) == 202_000


def test_requests_with_a_key_of_the_workspace_at_the_upstream_are_free() -> None:
    assert cost_of(Usage(*range(1, 10)), FREE) == highest_cost_of(Usage(*range(1, 10)), FREE) == 0


@given(usages, prices)
def test_a_cost_is_exactly_what_fractions_say_rounded_up(usage: Usage, price: Price) -> None:
    there = price.at(usage.input_tokens)
    exact = sum(
        Fraction(getattr(usage, name) * there.of(name), 1_000 if name == "milliseconds" else 1) for name in CLASSES
    )

    assert cost_of(usage, price) == ceil(exact * price.rate * Fraction(10_000 + price.margin, 10_000) / 1_000)


@given(usages, prices, some.data())
def test_no_usage_within_what_was_asked_for_costs_more_than_its_reserve(
    most: Usage, price: Price, data: some.DataObject
) -> None:
    asked = Usage(
        input=most.input,
        input_image=most.input_image,
        output=most.output,
        output_image=most.output_image,
        images=most.images,
        milliseconds=most.milliseconds,
    )
    text = data.draw(some.integers(0, asked.input))
    cached = data.draw(some.integers(0, text))
    written = data.draw(some.integers(0, asked.output))
    reasoning = data.draw(some.integers(0, written))
    pictures = data.draw(some.integers(0, asked.input_image))
    used = Usage(
        text - cached, cached, 0, pictures, written - reasoning, reasoning, asked.output_image, asked.images, 0
    )

    assert all(left >= 0 for left in astuple(used))
    assert cost_of(used, price) <= highest_cost_of(asked, price)
