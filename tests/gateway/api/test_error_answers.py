"""Errors in the words of OpenAI's API, or of Anthropic's."""

import pytest

from app.accounts.models import Account
from app.gateway.api.error_answers import facts_of
from app.gateway.metering.refusals import InsufficientCredit, RateLimited
from app.gateway.routing.failover import no_route
from app.gateway.upstreams.errors import CredentialRefused, NotSupported, UpstreamError, UpstreamTimedOut
from tests.client import Browser
from tests.gateway.api.callers import ai_key_of, buy_credits, chat_body
from tests.gateway.offering import offer_model

OPENAI = {"message", "type", "param", "code"}


async def key_headers(account: Account) -> dict[str, str]:
    return {"Authorization": f"Bearer {await ai_key_of(account)}"}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/v1/nothing", 404),
        ("GET", "/v1", 404),
        ("GET", "/v1/chat/completions", 405),
        ("POST", "/v1/models", 405),
        ("GET", "/v1/models", 401),
        ("POST", "/v1/chat/completions", 401),
    ],
)
async def test_every_error_below_v1_is_in_openais_form(
    visitor: Browser, database: str, method: str, path: str, status: int
) -> None:
    response = await visitor.open(path, method=method)
    assert response.status_code == status
    answer = await response.get_json()
    assert answer.keys() == {"error"} and answer["error"].keys() == OPENAI
    assert response.headers["X-Request-Id"].startswith("air_")


async def test_errors_are_english_whatever_the_client_reads(visitor: Browser, dewi: Account) -> None:
    await offer_model(prices={"input": 10**9, "output": 10**9})
    response = await visitor.post(
        "/v1/chat/completions", json=chat_body(), headers=await key_headers(dewi) | {"Accept-Language": "id"}
    )
    assert response.status_code == 402
    error = (await response.get_json())["error"]
    assert "credits" in error["message"] and error["type"] == error["code"] == "insufficient_quota"


async def test_who_sends_anthropics_version_gets_errors_in_its_form(visitor: Browser, dewi: Account) -> None:
    version = {"anthropic-version": "2023-06-01"}
    for headers, status, kind in (
        (version, 401, "authentication_error"),
        (version | await key_headers(dewi), 404, "not_found_error"),
    ):
        response = await visitor.get("/v1/models/nothing", headers=headers)
        answer = await response.get_json()
        assert response.status_code == status
        assert (answer["type"], answer["error"]["type"]) == ("error", kind)
        assert answer["request_id"] == response.headers["X-Request-Id"] == response.headers["X-Request-Id"]


@pytest.mark.parametrize(
    ("body", "media_type", "status", "code"),
    [
        (b"{", "application/json", 400, "invalid_json"),
        (b"[]", "application/json", 400, "invalid_json"),
        (b'{"a": NaN}', "application/json", 400, "invalid_json"),
        (b'{"a":' * 100 + b"1" + b"}" * 100, "application/json", 400, "invalid_json"),
        (b"{}", "text/plain", 415, "unsupported_media_type"),
        (b"{}", "application/json", 400, "missing_required_parameter"),
        (b'{"model": 7}', "application/json", 400, "missing_required_parameter"),
        (b'{"model": "nothing"}', "application/json", 404, "model_not_found"),
        (b'{"model": "small-1"}', "application/json", 400, "missing_required_parameter"),
        (b'{"model": "small-1", "messages": [1]}', "application/json", 400, "missing_required_parameter"),
    ],
)
async def test_what_is_no_request_is_told_by_its_code(
    visitor: Browser, dewi: Account, body: bytes, media_type: str, status: int, code: str
) -> None:
    await offer_model()
    headers = await key_headers(dewi) | {"Content-Type": media_type}
    response = await visitor.post("/v1/chat/completions", data=body, headers=headers)
    assert (response.status_code, (await response.get_json())["error"]["code"]) == (status, code)


@pytest.mark.parametrize(
    ("fields", "param"),
    [
        ({"stream": "yes"}, "stream"),
        ({"n": 0}, "n"),
        ({"n": True}, "n"),
        ({"max_tokens": -1}, "max_tokens"),
        ({"max_completion_tokens": "9"}, "max_completion_tokens"),
        ({"stream_options": 1}, "stream_options"),
        ({"user": 5}, "user"),
        ({"models": ["dear-1"]}, "models"),
        ({"plugins": [{"id": "web"}]}, "plugins"),
        ({"web_search_options": {"a": 1}}, "web_search_options"),
        ({"service_tier": "priority"}, "service_tier"),
        ({"tools": [{"type": "web_search"}]}, "tools"),
        ({"tools": [{"google_search": {}}]}, "tools"),
        ({"enable_search": True}, "enable_search"),
        ({"audio": {"voice": "alloy", "format": "mp3"}}, "audio"),
        ({"modalities": ["text", "Audio"]}, "modalities"),
    ],
)
async def test_a_field_that_is_wrong_or_costs_more_than_the_model_is_named(
    visitor: Browser, dewi: Account, fields: dict[str, object], param: str
) -> None:
    await offer_model()
    await buy_credits(dewi)
    response = await visitor.post("/v1/chat/completions", json=chat_body(**fields), headers=await key_headers(dewi))
    assert (response.status_code, (await response.get_json())["error"]["param"]) == (400, param)


def test_what_only_the_operator_can_change_is_the_providers_unavailability() -> None:
    for error in (
        UpstreamError("org-123 is out of credit", status=402, retryable=True),
        UpstreamError("slow down org-123", status=429, retryable=True, retry_after=7),
        UpstreamError("broken", status=500, retryable=True),
        UpstreamTimedOut("silence", retryable=True),
        CredentialRefused("sk-1 is revoked", status=401, retryable=True),
    ):
        facts = facts_of(error)
        assert (facts.status, facts.code) == (502, "provider_unavailable") and error.message not in facts.message


def test_refusals_and_routes_have_their_own_statuses() -> None:
    assert (facts_of(InsufficientCredit()).status, facts_of(InsufficientCredit()).code) == (402, "insufficient_quota")
    limited = facts_of(RateLimited(limit=3, retry_after=9))
    assert (limited.status, limited.code, limited.retry_after) == (429, "rate_limit_exceeded", 9)
    assert (facts_of(no_route(12)).status, facts_of(no_route(12)).code) == (503, "no_route")
    assert facts_of(NotSupported("no video here", retryable=True)).status == 400
    assert facts_of(RuntimeError("secret")).status == 500 and "secret" not in facts_of(RuntimeError("secret")).message
