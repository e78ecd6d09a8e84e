"""The price of a model at a moment."""

from app.gateway.catalogue.price import FREE, Price
from app.gateway.upstreams.usage import CLASSES

PRICE = Price({"input": 150, "output": 600, "cached": 75}, rate=16_500, margin=1_000)


def test_a_price_is_stored_with_a_request_and_read_again_unchanged() -> None:
    assert Price.from_dict(PRICE.as_dict()) == PRICE


def test_what_is_stored_does_not_change_with_the_prices_it_came_from() -> None:
    prices = {"input": 150}
    stored = Price(prices, 16_500, 0).as_dict()

    prices["input"] = 1

    assert stored["prices"] == {"input": 150}


def test_classes_without_a_price_of_their_own_cost_as_much_as_other_tokens_of_their_side() -> None:
    assert PRICE.of("cached") == 75
    assert PRICE.of("cache_write") == PRICE.of("input_image") == 150
    assert PRICE.of("reasoning") == PRICE.of("output_image") == 600


def test_a_class_may_be_free_though_its_fallback_is_not() -> None:
    assert Price({"input": 150, "cached": 0}, 16_500, 0).of("cached") == 0


def test_pictures_and_video_have_no_fallback() -> None:
    assert PRICE.of("images") == PRICE.of("milliseconds") == 0


def test_a_price_of_nothing_is_free_in_every_class() -> None:
    assert Price.from_dict({}) == FREE
    assert not any(FREE.of(name) for name in CLASSES)
