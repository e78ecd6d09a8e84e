from collections.abc import Iterator
from decimal import Decimal
from importlib.metadata import version

import pytest
from genai_prices import data_snapshot
from genai_prices.data_snapshot import DataSnapshot
from genai_prices.types import ClauseEquals, ModelInfo, ModelPrice, Provider

from app.gateway.catalogue.ai_model import AiModel, AiPrice
from app.gateway.catalogue.model_setup import BY_HAND, set_prices
from app.gateway.catalogue.offered import offered
from app.gateway.catalogue.price_difference import accept, find_difference, list_differences
from tests.gateway.offering import add_route, offer_model, offer_upstream

SOURCE = f"genai-prices {version('genai-prices')}"
OPENAI, LISTED = "https://api.openai.com/v1", {"input": 250, "output": 2_000}


@pytest.fixture(autouse=True)
def listed() -> Iterator[None]:
    """A list in which OpenAI has one model."""
    prices = ModelPrice(input_mtok=Decimal("0.25"), output_mtok=Decimal(2))
    model = ModelInfo("small-1", ClauseEquals("vendor-1"), name="Small 1", context_window=400_000, prices=prices)
    openai = Provider("openai", "OpenAI", r"https://api\.openai\.com", models=[model])
    data_snapshot.set_custom_snapshot(DataSnapshot([openai], from_auto_update=False))
    yield
    data_snapshot.set_custom_snapshot(None)


async def routed(prices: dict[str, int], context: int = 400_000) -> AiModel:
    """A model with a route to the listed one."""
    model = await offer_model("small-1", prices=prices, context=context)
    await add_route(model, await offer_upstream("openai", base_url=OPENAI), upstream_model="vendor-1", priority=2)
    return model


async def test_a_difference_shows_what_would_change_and_changes_nothing(database: str) -> None:
    await routed({"input": 300, "output": 2_000, "cached": 30}, context=128_000)
    (difference,) = await list_differences()
    assert difference.classes == ["cached", "input"]
    assert (difference.before["input"], difference.after["input"]) == (300, 250)
    assert "cached" not in difference.after
    assert (difference.model.context, difference.context_tokens) == (128_000, 400_000)
    assert await AiPrice.all().count() == 1
    assert (await AiModel.get()).context == 128_000


async def test_accepting_it_writes_a_new_price_and_requests_that_began_keep_the_old_one(database: str) -> None:
    await routed({"input": 300, "output": 2_000}, context=128_000)
    before = await offered("small-1")
    (difference,) = await list_differences()

    await accept(difference)

    now = await offered("small-1")
    assert before is not None
    assert now is not None
    assert (before.price.prices["input"], now.price.prices) == (300, LISTED)
    assert now.context == 400_000
    assert [(row.prices["input"], row.source) for row in await AiPrice.all().order_by("id")] == [
        (300, "test"),
        (250, SOURCE),
    ]
    assert await list_differences() == []


async def test_prices_of_pictures_and_seconds_which_the_list_has_not_stay(database: str) -> None:
    model = await routed({"input": 300, "images": 40_000_000, "milliseconds": 5})
    difference = await find_difference(model)
    assert difference is not None
    assert difference.after == {**LISTED, "images": 40_000_000, "milliseconds": 5}


async def test_a_price_that_the_operator_typed_is_known_as_one(database: str) -> None:
    model = await routed(LISTED)
    same = await find_difference(model)
    await set_prices(model, {"input": 1})
    typed = await find_difference(model)
    assert same is not None
    assert typed is not None
    assert (same.empty, same.by_hand) == (True, False)
    assert (typed.empty, typed.by_hand) == (False, True)
    assert BY_HAND == "by hand"


async def test_a_model_that_is_in_no_list_has_no_difference(database: str) -> None:
    assert await find_difference(await offer_model("own-1")) is None
    assert await list_differences() == []


async def test_a_new_context_alone_makes_no_new_price(database: str) -> None:
    await routed(LISTED, context=1)
    (difference,) = await list_differences()
    await accept(difference)
    assert await AiPrice.all().count() == 1
    assert (await AiModel.get()).context == 400_000
