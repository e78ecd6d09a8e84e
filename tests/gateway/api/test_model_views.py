"""The list of models that a key may use."""

from datetime import timedelta
from typing import Any

from app.accounts.models import Account
from app.gateway.catalogue.ai_model import EMBEDDING, AiModel
from app.gateway.catalogue.offered import forget_offered
from app.gateway.metering.limits_of_keys import AiKeyTerms
from app.kernel import clock
from app.keys.models import ApiKey
from tests.client import Browser
from tests.gateway.api.callers import ai_key_of, chat_body
from tests.gateway.fake_adapter import FakeAdapter
from tests.gateway.offering import offer_model

ANTHROPIC = {"anthropic-version": "2023-06-01"}


async def get(client: Browser, key: str, path: str = "", **headers: str) -> Any:
    response = await client.get(f"/v1/models{path}", headers={"x-api-key": key} | headers)
    return await response.get_json()


async def test_the_models_on_offer_are_listed_with_what_they_cost_and_where_they_run(
    visitor: Browser, dewi: Account
) -> None:
    await offer_model("big/model-1", margin=2_000)
    answer = await get(visitor, await ai_key_of(dewi))
    [model] = answer["data"]
    assert answer["object"] == "list"
    assert (model["id"], model["object"], model["owned_by"]) == ("big/model-1", "model", "Maker")
    assert model["pricing"]["of"]["input"] == 150 * 16_250 * 12 // 10
    assert isinstance(model["created"], int) and model["sunset_at"] is None
    assert (await get(visitor, await ai_key_of(dewi), "/big/model-1"))["id"] == "big/model-1"


async def test_a_key_sees_only_the_models_that_it_may_use(visitor: Browser, dewi: Account) -> None:
    await offer_model("small-1")
    await offer_model("small-2")
    raw = await ai_key_of(dewi)
    key = await ApiKey.find(raw)
    await AiKeyTerms.create(key_id=key.id, account_id=dewi.id, models=["small-2", "gone"])
    assert [model["id"] for model in (await get(visitor, raw))["data"]] == ["small-2"]
    assert (await get(visitor, raw, "/small-1"))["error"]["code"] == "model_not_found"


async def test_a_model_that_ends_says_when_and_what_comes_instead(visitor: Browser, dewi: Account) -> None:
    await offer_model()
    now = clock.now()
    await AiModel.all().update(deprecated_at=now, sunset_at=now + timedelta(days=90), successor="small-2")
    forget_offered()
    model = await get(visitor, await ai_key_of(dewi), "/small-1")
    assert model["successor"] == "small-2" and model["sunset_at"] > model["deprecated_at"]


async def test_the_end_of_a_model_is_in_the_headers_of_its_answers(
    visitor: Browser, dewi: Account, adapter: FakeAdapter
) -> None:
    await offer_model()
    now = clock.now()
    await AiModel.all().update(deprecated_at=now, sunset_at=now + timedelta(days=90), successor="small-2")
    forget_offered()
    headers = {"x-api-key": await ai_key_of(dewi)}
    described = await visitor.get("/v1/models/small-1", headers=headers)
    asked = await visitor.post("/v1/chat/completions", json=chat_body(), headers=headers)
    for response in (described, asked):
        assert response.status_code == 200
        assert (
            response.headers["Deprecation"] == f"@{int(now.timestamp())}" and response.headers["Sunset"][-3:] == "GMT"
        )
        assert "small-2" in response.headers["Link"]


async def test_clients_of_anthropic_get_pages_of_chat_models_in_its_form(visitor: Browser, dewi: Account) -> None:
    for number in range(3):
        await offer_model(f"small-{number}")
    await offer_model("vectors", kind=EMBEDDING)
    key = await ai_key_of(dewi)
    first = await get(visitor, key, "?limit=2", **ANTHROPIC)
    assert [model["id"] for model in first["data"]] == ["small-0", "small-1"] and first["has_more"]
    assert first["data"][0].keys() == {"type", "id", "display_name", "created_at"}
    second = await get(visitor, key, f"?limit=2&after_id={first['last_id']}", **ANTHROPIC)
    assert [model["id"] for model in second["data"]] == ["small-2"] and not second["has_more"]
    back = await get(visitor, key, f"?limit=2&before_id={second['first_id']}", **ANTHROPIC)
    assert back["data"] == first["data"]
    for wrong in ("0", "x", "1001", ""):
        assert (await get(visitor, key, f"?limit={wrong}", **ANTHROPIC))["error"]["type"] == "invalid_request_error"
    assert (await get(visitor, key, "/small-0", **ANTHROPIC))["display_name"] == "small-0"
