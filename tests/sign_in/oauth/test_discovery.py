"""What a provider publishes: kept, fetched again when its keys change, and never a reason for a page that fails."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web

from app.kernel import installation
from app.kernel.http_client import Limits
from app.kernel.oauth_settings import OauthProvider
from app.sign_in.oauth import provider_client
from app.sign_in.oauth.discovery import find_keys, provider_metadata
from app.sign_in.oauth.errors import ProviderUnavailable, ProviderUntrusted
from tests.client import Browser
from tests.conftest import Clock
from tests.sign_in.oauth.conftest import begin, come_back, notice_after, sign_in_with
from tests.sign_in.oauth.stand_in import StandIn, answering, rsa_key

DISCOVERY = "/.well-known/openid-configuration"
UNAVAILABLE, UNTRUSTED = "does not answer at the moment", "could not be verified"


def configured() -> OauthProvider:
    [provider] = installation.current().config.oauth_providers
    return provider


async def test_metadata_and_keys_are_fetched_once_by_fifty_at_once(provider: StandIn) -> None:
    await asyncio.gather(*(find_keys(configured(), "rsa-1") for _ in range(50)))
    assert sorted(provider.requests) == [DISCOVERY, "/jwks"]


async def test_rotated_keys_are_fetched_again_but_at_most_once_a_minute(
    visitor: Browser, provider: StandIn, moved: Clock
) -> None:
    await sign_in_with(visitor, provider)
    provider.keys, provider.signs_with = [rsa_key(2), rsa_key()], rsa_key(2)
    moved.on(timedelta(minutes=1))
    response = await sign_in_with(visitor, provider)
    assert response.headers["Location"].startswith("/login/oauth/continue/")
    assert provider.requests.count("/jwks") == 2

    for _ in range(5):
        assert await find_keys(configured(), "an unknown one") == []
    assert provider.requests.count("/jwks") == 2
    moved.on(timedelta(minutes=1))
    await find_keys(configured(), "an unknown one")
    assert provider.requests.count("/jwks") == 3


async def test_a_withdrawn_key_is_forgotten_after_an_hour(provider: StandIn, moved: Clock) -> None:
    assert await find_keys(configured(), "rsa-1")
    provider.keys = [rsa_key(2)]
    moved.on(timedelta(hours=1))
    assert await find_keys(configured(), "rsa-1") == []


async def test_metadata_of_yesterday_serves_while_the_provider_is_down(provider: StandIn, moved: Clock) -> None:
    known = await provider_metadata(configured())
    provider.answers[DISCOVERY] = answering({}, 503)
    moved.on(timedelta(hours=23))
    assert await provider_metadata(configured()) == known
    moved.on(timedelta(hours=1))
    with pytest.raises(ProviderUnavailable):
        await provider_metadata(configured())


async def test_a_provider_that_is_down_is_left_alone_for_ten_seconds(provider: StandIn, moved: Clock) -> None:
    provider.answers[DISCOVERY] = answering({}, 500)
    for _ in range(5):
        with pytest.raises(ProviderUnavailable):
            await provider_metadata(configured())
    assert provider.requests.count(DISCOVERY) == 1
    moved.on(timedelta(seconds=10))
    del provider.answers[DISCOVERY]
    assert await provider_metadata(configured())


@pytest.mark.parametrize(
    "changed",
    [
        {"issuer": "https://accounts.google.com"},
        {"issuer": None},
        {"token_endpoint": None},
        {"jwks_uri": "file:///etc/passwd"},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"authorization_endpoint": 7},
        {"userinfo_endpoint": "ftp://id.example"},
        {"token_endpoint": "http://id.example/\n"},
        {"token_endpoint": "https://id.example/" + "x" * 2000},
    ],
    ids=str,
)
async def test_a_document_that_is_not_that_of_the_issuer_is_refused(provider: StandIn, changed: dict[str, Any]) -> None:
    provider.metadata = changed
    with pytest.raises(ProviderUntrusted):
        await provider_metadata(configured())


async def endless(request: web.Request) -> web.StreamResponse:
    """An answer that goes on for 10 MB."""
    response = web.StreamResponse()
    await response.prepare(request)
    for _ in range(160):
        await response.write(b" " * 65536)
    return response


HOSTILE = {
    "10 MB": endless,
    "a redirect to this machine": answering(b"", 302, Location="http://127.0.0.1:1/metadata"),
    "a redirect elsewhere": answering(b"", 307, Location="https://example.com/"),
    "no JSON": answering(b"<html>"),
    "nested": answering(b"[" * 100_000),
    "a list": answering([]),
    "a text": answering("text"),
    "null": answering(None),
    "an error": answering({"error": "server_error"}, 500),
    "a refusal": answering({"error": "invalid_client"}, 401),
    "too many": answering({}, 429),
}


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("path", [DISCOVERY, "/token", "/jwks", "/userinfo"])
@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True, scope="session")
async def test_whatever_a_provider_answers_the_sign_in_page_says_so(
    visitor: Browser, provider: StandIn, path: str, kind: str, dialect: str
) -> None:
    provider.claims = {"email": None}  # so that the user information is asked for
    provider.answers[path] = HOSTILE[kind]
    if path == DISCOVERY:
        response = await visitor.post("/login/oauth/staff", form={})
    else:
        response = await come_back(visitor, provider.visit(await begin(visitor)))
    notice = await notice_after(visitor, response)
    assert UNAVAILABLE in notice or UNTRUSTED in notice


async def test_a_provider_that_never_ends_its_answer_is_given_up(
    visitor: Browser, provider: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(provider_client, "LIMITS", Limits(total=0.2, redirects=0))
    released = asyncio.Event()

    async def silent(_request: web.Request) -> web.Response:
        await released.wait()
        return web.Response()

    provider.answers["/token"] = silent
    response = await sign_in_with(visitor, provider)
    assert UNAVAILABLE in await notice_after(visitor, response)
    released.set()


async def test_a_provider_in_a_private_network_needs_the_operators_leave(visitor: Browser, provider: StandIn) -> None:
    current = installation.current()
    current.config = current.config.model_copy(update={"net_allow": ""})
    assert UNAVAILABLE in await notice_after(visitor, await visitor.post("/login/oauth/staff", form={}))
    assert provider.requests == []


async def test_the_secret_goes_into_the_body_where_the_provider_wants_it_there(
    visitor: Browser, provider: StandIn
) -> None:
    provider.metadata = {"token_endpoint_auth_methods_supported": ["client_secret_post"]}
    response = await sign_in_with(visitor, provider)
    assert response.headers["Location"].startswith("/login/oauth/continue/")


async def test_no_secret_is_logged(visitor: Browser, provider: StandIn, capsys: pytest.CaptureFixture[str]) -> None:
    provider.answers["/token"] = answering({"error": "invalid_grant", "error_description": "the code abc"}, 400)
    url = await begin(visitor)
    back = provider.visit(url)
    await come_back(visitor, back)
    logged = capsys.readouterr().err
    state, code = (back.partition(f"{name}=")[2].partition("&")[0] for name in ("state", "code"))
    assert "invalid_grant" in logged and '"provider": "Staff"' in logged
    assert not any(secret in logged for secret in (state, code, "a+secret", "abc"))
