from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal
from importlib.metadata import version
from typing import Any

import pytest
from genai_prices import data_snapshot
from genai_prices.data_snapshot import DataSnapshot
from genai_prices.types import (
    ClauseEquals,
    ConditionalPrice,
    ModelInfo,
    ModelPrice,
    Provider,
    StartDateConstraint,
    Tier,
    TieredPrices,
    TimeOfDateConstraint,
)

from app.gateway.catalogue.genai_import import find_listed

SOURCE = f"genai-prices {version('genai-prices')}"
NOW = datetime(2026, 11, 29, 8, tzinfo=UTC)
URL = "https://api.openai.com/v1"


@pytest.fixture
def listed() -> Iterator[list[ModelInfo]]:
    """The models of OpenAI in a list of the test's own."""
    models: list[ModelInfo] = []
    provider = Provider(id="openai", name="OpenAI", api_pattern=r"https://api\.openai\.com", models=models)
    data_snapshot.set_custom_snapshot(DataSnapshot([provider], from_auto_update=False))
    yield models
    data_snapshot.set_custom_snapshot(None)


def model(prices: ModelPrice | list[ConditionalPrice], **fields: Any) -> ModelInfo:
    return ModelInfo(id="small-1", match=ClauseEquals("small-1"), prices=prices, **fields)


def test_every_class_of_tokens_is_a_whole_number_of_nano_dollars(listed: list[ModelInfo]) -> None:
    prices = {"input_mtok": "0.25", "output_mtok": "2", "cache_read_mtok": "0.0375", "cache_write_mtok": "0.3"}
    prices |= {"input_image_mtok": "8", "output_image_mtok": "32", "output_reasoning_mtok": "3"}
    listed.append(
        model(ModelPrice(**{key: Decimal(value) for key, value in prices.items()}), name="Small 1", context_window=400)
    )
    entry = find_listed(URL, "small-1", NOW)
    assert entry is not None
    assert entry.prices == {
        "input": 250,
        "output": 2_000,
        "cached": 38,
        "cache_write": 300,
        "input_image": 8_000,
        "output_image": 32_000,
        "reasoning": 3_000,
    }
    assert (entry.label, entry.context, entry.unbilled, entry.deprecated) == ("Small 1", 400, (), False)
    assert entry.source == SOURCE
    assert entry.maker == ("OpenAI", "https://openai.com/policies/privacy-policy/")


def test_prices_above_a_number_of_tokens_are_classes_of_their_own(listed: list[ModelInfo]) -> None:
    tiers = TieredPrices(Decimal("1.25"), [Tier(200_000, Decimal("2.5"))])
    listed.append(model(ModelPrice(input_mtok=tiers, output_mtok=Decimal(10))))
    entry = find_listed(URL, "small-1", NOW)
    assert entry is not None
    assert entry.prices == {"input": 1_250, "input>200000": 2_500, "output": 10_000}


def test_what_a_provider_charges_for_and_has_no_class_here_is_named_and_that_it_ends(listed: list[ModelInfo]) -> None:
    prices = ModelPrice(input_mtok=Decimal(1), input_audio_mtok=Decimal(40), web_searches_kcount=Decimal(10))
    listed.append(model(prices, deprecated=True))
    entry = find_listed(URL, "small-1", NOW)
    assert entry is not None
    assert entry.unbilled == ("input_audio_mtok", "web_searches_kcount")
    assert entry.deprecated


def test_of_prices_that_change_within_a_day_the_highest_counts_and_of_days_the_newest(listed: list[ModelInfo]) -> None:
    listed.append(
        model(
            [
                ConditionalPrice(prices=ModelPrice(input_mtok=Decimal(9))),
                ConditionalPrice(StartDateConstraint(date(2026, 11, 1)), prices=ModelPrice(input_mtok=Decimal(2))),
                ConditionalPrice(
                    TimeOfDateConstraint(time(16, 30, tzinfo=UTC), time(0, 30, tzinfo=UTC)),
                    prices=ModelPrice(input_mtok=Decimal(1)),
                ),
                ConditionalPrice(StartDateConstraint(date(2027, 1, 1)), prices=ModelPrice(input_mtok=Decimal(7))),
            ]
        )
    )
    entry = find_listed(URL, "small-1", NOW)
    assert entry is not None
    assert entry.prices == {"input": 2_000}


def test_an_address_or_a_name_that_is_in_no_list_has_no_price(listed: list[ModelInfo]) -> None:
    listed.append(model(ModelPrice(input_mtok=Decimal(1))))
    assert find_listed("http://127.0.0.1:11434/v1", "small-1", NOW) is None
    assert find_listed(URL, "another", NOW) is None


def test_the_list_that_is_installed_can_be_read_whole() -> None:
    count = 0
    for provider in data_snapshot.get_snapshot().providers:
        for model_info in provider.models:
            url = provider.api_pattern.replace("\\", "").replace("(.*.)?", "")
            entry = find_listed(url, model_info.id, NOW)
            count += entry is not None
            assert entry is None or all(type(price) is int and price >= 0 for price in entry.prices.values())
    assert count > 500
