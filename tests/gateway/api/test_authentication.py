"""Who may use models: the keys of the API that have the scope, in one header."""

from typing import Any

import pytest
from quart import Quart
from tortoise.expressions import F

from app.accounts.models import Account
from app.gateway.api import authentication
from app.gateway.metering.ai_request import AiRequest
from app.gateway.metering.budgets import set_budget
from app.gateway.metering.limits_of_keys import AiKeyTerms
from app.kernel import clock, db
from app.kernel.throttle import Throttle
from app.keys.models import ApiKey
from tests.client import Browser
from tests.counting import queries
from tests.gateway.api.callers import ai_key_of, buy_credits, chat_body
from tests.gateway.fake_adapter import FakeAdapter
from tests.gateway.offering import offer_model
from tests.subtests import as_subtests

MODELS = "/v1/models"


async def get(client: Browser, headers: dict[str, str] | list[tuple[str, str]], path: str = MODELS) -> tuple[int, Any]:
    response = await client.get(path, headers=headers)
    return response.status_code, await response.get_json()


def bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


async def test_a_key_comes_as_bearer_token_or_as_x_api_key(visitor: Browser, dewi: Account) -> None:
    key = await ai_key_of(dewi)
    assert (await get(visitor, bearer(key)))[0] == 200
    assert (await get(visitor, {"Authorization": f"bearer  {key} "}))[0] == 200
    assert (await get(visitor, {"x-api-key": key}))[0] == 200


async def test_two_keys_are_refused_even_if_both_are_right(visitor: Browser, dewi: Account) -> None:
    key = await ai_key_of(dewi)
    for headers in (
        [("Authorization", f"Bearer {key}"), ("x-api-key", key)],
        [("Authorization", f"Bearer {key}"), ("Authorization", f"Bearer {key}")],
        [("x-api-key", key), ("x-api-key", key)],
    ):
        status, answer = await get(visitor, headers)
        assert status == 401 and answer["error"]["code"] == "several_api_keys"


@as_subtests("headers", [{}, {"Authorization": "Basic abc"}, {"Authorization": "Bearer"}, {"x-api-key": ""}])
async def test_without_a_key_the_answer_says_how_to_send_one(
    visitor: Browser, database: str, headers: dict[str, str]
) -> None:
    status, answer = await get(visitor, headers)
    assert status == 401 and "Authorization: Bearer" in answer["error"]["message"]


async def test_an_unknown_a_revoked_and_an_expired_key_are_invalid(visitor: Browser, dewi: Account) -> None:
    raw = await ai_key_of(dewi)
    key = await ApiKey.find(raw)
    await key.revoke()
    expired = await ai_key_of(dewi)
    await ApiKey.filter(revoked_at=None).update(expires_at=clock.now())
    for wrong in ("sk-somebody-else", f"{raw[:-1]}x", raw, expired):
        status, answer = await get(visitor, bearer(wrong))
        assert (status, answer["error"]["code"]) == (401, "invalid_api_key")
        assert answer["error"]["type"] == "invalid_request_error" and wrong not in str(answer)


CHANGES = {  # as another process makes them, with what the next request gets
    "key revoked": ("UPDATE api_keys SET revoked_at = created_at", "invalid_api_key"),
    "key expired": ("UPDATE api_keys SET expires_at = created_at", "invalid_api_key"),
    "scope taken": ("UPDATE api_keys SET scopes = 'links:read'", "insufficient_permissions"),
    "networks set": ("UPDATE api_keys SET networks = '203.0.113.0/24'", "ip_not_authorized"),
    "processing frozen": ("UPDATE accounts SET frozen_at = created_at", "account_frozen"),
    "key paused": ("UPDATE ai_key_terms SET paused_at = '2026-01-01 00:00:00+00:00'", "key_paused"),
    "models bounded": ("UPDATE ai_key_terms SET models = '[\"another\"]'", "model_not_found"),
    "rate lowered": ("UPDATE ai_key_terms SET requests_per_minute = 1", "rate_limit_exceeded"),
    "budget lowered": ("UPDATE ai_budgets SET most = 0", "insufficient_quota"),
}


@pytest.mark.usefixtures("moved")  # a minute must not end meanwhile
@pytest.mark.parametrize(("sql", "code"), CHANGES.values(), ids=CHANGES)
async def test_what_another_process_changes_of_a_key_holds_for_its_next_request(
    visitor: Browser, dewi: Account, adapter: FakeAdapter, sql: str, code: str
) -> None:
    await offer_model()
    await buy_credits(dewi)
    raw = await ai_key_of(dewi)
    key = await ApiKey.find(raw)
    await AiKeyTerms.create(key_id=key.id, account_id=dewi.id)
    await set_budget(dewi, 10**9, str(key.id))
    for _ in range(2):
        answer = await visitor.post("/v1/chat/completions", json=chat_body(), headers=bearer(raw))
        assert answer.status_code == 200
    await db.query_rows(f"{sql} RETURNING 1", [])
    answer = await visitor.post("/v1/chat/completions", json=chat_body(), headers=bearer(raw))
    assert (await answer.get_json())["error"]["code"] == code
    assert await AiRequest.all().count() == len(adapter.bodies) == 2


@pytest.mark.usefixtures("moved")  # a minute must not end meanwhile
async def test_what_another_process_allows_a_key_holds_for_its_next_request(
    visitor: Browser, dewi: Account, adapter: FakeAdapter
) -> None:
    await offer_model()
    await buy_credits(dewi)
    raw = await ai_key_of(dewi)
    await AiKeyTerms.create(key_id=(await ApiKey.find(raw)).id, account_id=dewi.id, requests_per_minute=1)
    statuses = []
    for more in (1, 1, 2):
        await AiKeyTerms.all().update(requests_per_minute=more)
        answer = await visitor.post("/v1/chat/completions", json=chat_body(), headers=bearer(raw))
        statuses.append(answer.status_code)
    assert statuses == [200, 429, 200]


async def test_a_key_that_was_read_a_moment_ago_is_compared_by_the_reservation_and_not_read_before(
    visitor: Browser, dewi: Account, adapter: FakeAdapter
) -> None:
    await offer_model()
    await buy_credits(dewi)
    headers, read = bearer(await ai_key_of(dewi)), []
    for _ in range(4):
        with queries() as sent:
            answer = await visitor.post("/v1/chat/completions", json=chat_body(), headers=headers)
        assert answer.status_code == 200
        read.append(sum('"k.last_used_at"' in each for each in sent))
        await Account.all().update(links_used=F("links_used") + 1)  # which says nothing of the key
    assert read == [1, 1, 0, 0]  # the first request wrote when the key was used


async def test_a_key_that_was_revoked_meanwhile_learns_nothing_of_its_request(
    visitor: Browser, dewi: Account, adapter: FakeAdapter
) -> None:
    await offer_model()
    await buy_credits(dewi)
    headers = bearer(await ai_key_of(dewi))
    for _ in range(2):
        assert (await visitor.post("/v1/chat/completions", json=chat_body(), headers=headers)).status_code == 200
    await ApiKey.all().update(revoked_at=clock.now())
    for body in (chat_body(model="none"), {}, chat_body(messages="x"), chat_body(service_tier="dear")):
        answer = await visitor.post("/v1/chat/completions", json=body, headers=headers)
        assert (await answer.get_json())["error"]["code"] == "invalid_api_key", body


async def test_a_key_needs_the_scope_and_everything_does_not_include_it(visitor: Browser, dewi: Account) -> None:
    for scopes in ("*", "links:read links:write"):
        status, answer = await get(visitor, bearer(await ai_key_of(dewi, scopes)))
        assert (status, answer["error"]["code"]) == (403, "insufficient_permissions")
    assert (await get(visitor, bearer(await ai_key_of(dewi, "* ai"))))[0] == 200


async def test_a_key_works_only_from_its_networks(visitor: Browser, dewi: Account) -> None:
    key = await ai_key_of(dewi, networks="203.0.113.0/24")
    for address, expected in (("203.0.113.9", 200), ("198.51.100.1", 403)):
        response = await visitor.get(MODELS, headers=bearer(key), scope_base={"client": (address, 0)})
        assert response.status_code == expected


async def test_an_account_that_is_frozen_or_ends_reads_models_and_asks_none(
    visitor: Browser, dewi: Account, adapter: FakeAdapter
) -> None:
    await offer_model()
    await buy_credits(dewi)
    key = await ai_key_of(dewi)
    for column in ("frozen_at", "delete_at"):
        await Account.filter(id=dewi.id).update(frozen_at=None, delete_at=None)
        await Account.filter(id=dewi.id).update(**{column: clock.now()})
        assert (await get(visitor, bearer(key)))[0] == 200
        response = await visitor.post("/v1/chat/completions", json=chat_body(), headers=bearer(key))
        assert response.status_code == 403 and adapter.bodies == []


async def test_who_tries_keys_is_slowed_down_and_valid_keys_of_the_same_address_are_not(
    visitor: Browser, dewi: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(authentication, "WRONG_KEYS", Throttle("keys of a test", most=3, minutes=1))
    answers = [await get(visitor, bearer("sk-guess")) for _ in range(4)]
    assert [status for status, _ in answers] == [401, 401, 401, 429]
    assert answers[-1][1]["error"]["code"] == "rate_limit_exceeded"
    assert (await get(visitor, bearer(await ai_key_of(dewi))))[0] == 200


async def test_cookies_of_a_signed_in_person_open_nothing(app: Quart, as_sari: Browser) -> None:
    assert (await as_sari.get(MODELS)).status_code == 401


async def test_a_key_that_asks_models_is_no_longer_unused(visitor: Browser, dewi: Account) -> None:
    raw = await ai_key_of(dewi)
    assert (await ApiKey.find(raw)).last_used_at is None
    assert (await get(visitor, bearer(raw)))[0] == 200
    assert (await ApiKey.find(raw)).last_used_at == clock.now().replace(second=0, microsecond=0)
