from collections.abc import Iterator
from decimal import Decimal
from importlib.metadata import version

import pytest
from genai_prices import data_snapshot
from genai_prices.data_snapshot import DataSnapshot
from genai_prices.types import ClauseEquals, ModelInfo, ModelPrice, Provider

from app.gateway.catalogue.ai_model import AiModel, AiPrice
from app.gateway.catalogue.model_facts import ModelFacts, TokensMissing
from app.gateway.catalogue.model_setup import ModelExists
from app.gateway.catalogue.new_model import set_up_model
from app.gateway.catalogue.upstream import Route
from tests.gateway.offering import offer_upstream

SOURCE = f"genai-prices {version('genai-prices')}"
OPENAI = "https://api.openai.com/v1"


@pytest.fixture(autouse=True)
def listed() -> Iterator[None]:
    """A list in which OpenAI has one model."""
    prices = ModelPrice(input_mtok=Decimal("0.25"), output_mtok=Decimal(2))
    model = ModelInfo("small-1", ClauseEquals("vendor-1"), name="Small 1", context_window=400_000, prices=prices)
    openai = Provider("openai", "OpenAI", r"https://api\.openai\.com", models=[model])
    data_snapshot.set_custom_snapshot(DataSnapshot([openai], from_auto_update=False))
    yield
    data_snapshot.set_custom_snapshot(None)


def facts(**values: object) -> ModelFacts:
    """A chat model of which the operator says only how much it writes."""
    return ModelFacts(**({"id": "small-1", "kind": "chat", "label": "", "maker": "", "max_output": 4_096} | values))  # type: ignore[arg-type]


async def test_the_list_fills_what_the_operator_did_not_say(database: str) -> None:
    added = await set_up_model(facts(), await offer_upstream("openai", base_url=OPENAI), "vendor-1")
    model = await AiModel.get()
    assert (model.label, model.maker, model.context, model.enabled_at) == ("Small 1", "OpenAI", 400_000, None)
    assert model.policy_url == "https://openai.com/policies/privacy-policy/"
    assert added.prices == {"input": 250, "output": 2_000}
    assert (await AiPrice.get()).source == SOURCE
    assert (await Route.get()).upstream_model == "vendor-1"


async def test_what_the_operator_says_goes_before_the_list(database: str) -> None:
    upstream = await offer_upstream("openai", base_url=OPENAI)
    own = facts(label="Klein", maker="Elsewhere", context=1_000)
    added = await set_up_model(own, upstream, "vendor-1", {"input": 300})
    model = await AiModel.get()
    assert (model.label, model.maker, model.context, model.policy_url) == ("Klein", "Elsewhere", 1_000, "")
    assert added.prices == {"input": 300, "output": 2_000}
    assert (await AiPrice.get()).source == "by hand"


async def test_a_model_of_a_server_of_ones_own_has_no_price_until_it_gets_one(database: str) -> None:
    added = await set_up_model(facts(context=8_192), await offer_upstream())
    assert (added.prices, added.listed) == ({}, None)
    assert not await AiPrice.exists()


async def test_a_model_that_is_refused_leaves_nothing_behind(database: str) -> None:
    upstream = await offer_upstream()
    with pytest.raises(TokensMissing):
        await set_up_model(facts(), upstream)
    assert not await AiModel.exists()
    await set_up_model(facts(context=8_192), upstream)
    with pytest.raises(ModelExists):
        await set_up_model(facts(context=8_192), upstream, "other", {"input": 1})
    assert await Route.all().count() == 1
    assert not await AiPrice.exists()
