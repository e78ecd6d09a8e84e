"""The client of OAuth 2.0 against a server that refuses what real ones refuse; how networks differ is in a table."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from aiohttp import web

from app.kernel import installation
from app.kernel.pkce import code_verifier
from app.publishing.networks import oauth_client
from app.publishing.networks.errors import NetworkError, ReconnectNeeded, Scope, TemporaryFailure
from app.publishing.networks.network import Grant
from app.publishing.networks.oauth_table import ClientAuth, OauthTable, Pkce
from tests.networks.oauth_server import CLIENT_SECRET, SCOPES, OauthServer, Practice, served_network

BACK, STATE = "https://kliqs.test/publish/oauth/practice/callback", "s" * 43
VERIFIER = code_verifier("browser", STATE)


@pytest.fixture(scope="module")
def _served() -> Iterator[Practice]:
    with served_network() as network:
        yield network


@pytest.fixture
async def network(_served: Practice) -> Practice:
    origin = _served.server.origin
    _served.server.__init__()  # type: ignore[misc]
    _served.server.origin = origin
    current = installation.current()
    current.config = current.config.model_copy(update={"net_allow": "127.0.0.1"})
    return _served


@pytest.fixture
async def server(network: Practice) -> OauthServer:
    return network.server


@pytest.fixture
async def table(network: Practice) -> OauthTable:
    return await network.oauth()


def code_of(server: OauthServer, table: OauthTable, verifier: str = VERIFIER) -> str:
    """The code that the network gives for an address."""
    back = server.visit(oauth_client.authorization_url(table, STATE, verifier, BACK))
    query = parse_qs(urlsplit(back).query)
    assert query["state"] == [STATE]
    return query["code"][0]


async def granted(server: OauthServer, table: OauthTable) -> Grant:
    return await oauth_client.exchange_code(table, code_of(server, table), VERIFIER, BACK)


async def test_the_address_says_who_asks_for_what_and_where_to_come_back(table: OauthTable) -> None:
    changed = replace(
        table, client_id_parameter="client_key", scope_separator=",", authorize_extra={"enable_fb_login": "0"}
    )
    url = oauth_client.authorization_url(changed, STATE, VERIFIER, BACK)
    query = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
    assert query["client_key"] == table.client_id and "client_id" not in query
    assert (query["scope"], query["redirect_uri"], query["state"]) == (",".join(SCOPES), BACK, STATE)
    assert (query["response_type"], query["enable_fb_login"]) == ("code", "0")
    assert query["code_challenge_method"] == "S256" and VERIFIER not in url and CLIENT_SECRET not in url


@pytest.mark.parametrize(("pkce", "length"), [(Pkce.BASE64URL, 43), (Pkce.HEX, 64), (Pkce.NONE, 0)])
async def test_the_challenge_is_made_as_the_network_wants_it(table: OauthTable, pkce: Pkce, length: int) -> None:
    url = oauth_client.authorization_url(replace(table, pkce=pkce), STATE, VERIFIER, BACK)
    assert len(parse_qs(urlsplit(url).query).get("code_challenge", [""])[0]) == length


@pytest.mark.parametrize("auth", [ClientAuth.BODY, ClientAuth.BASIC])
async def test_the_secret_is_where_the_network_wants_it(
    server: OauthServer, table: OauthTable, auth: ClientAuth
) -> None:
    server.basic = auth is ClientAuth.BASIC
    grant = await granted(server, replace(table, client_auth=auth))
    assert (grant.scopes, grant.expires_in) == (SCOPES, 7200.0) and grant.refresh_token


async def test_a_code_works_once_and_with_its_own_verifier_and_address(server: OauthServer, table: OauthTable) -> None:
    code = code_of(server, table)
    await oauth_client.exchange_code(table, code, VERIFIER, BACK)
    for attempt in (
        (code, VERIFIER, BACK),
        (code_of(server, table), code_verifier("another", STATE), BACK),
        (code_of(server, table), VERIFIER, "https://elsewhere.test/callback"),
        ("code-unknown", VERIFIER, BACK),
    ):
        with pytest.raises(ReconnectNeeded) as refusal:
            await oauth_client.exchange_code(table, *attempt)
        assert (refusal.value.trouble, refusal.value.code) == ("permission_ended", "invalid_grant")


async def test_a_refresh_token_that_is_used_again_is_refused(server: OauthServer, table: OauthTable) -> None:
    grant = await granted(server, table)
    renewed = await oauth_client.refresh(table, grant.refresh_token)
    assert renewed.refresh_token != grant.refresh_token and server.authorization.valid(renewed.access_token)
    with pytest.raises(ReconnectNeeded):
        await oauth_client.refresh(table, grant.refresh_token)


async def test_a_refresh_token_that_the_network_keeps_stays(server: OauthServer, table: OauthTable) -> None:
    server.authorization.rotates = False
    grant = await granted(server, table)
    assert (await oauth_client.refresh(table, grant.refresh_token)).refresh_token == grant.refresh_token


async def test_scopes_that_are_not_repeated_are_those_that_were_asked_for(
    server: OauthServer, table: OauthTable
) -> None:
    server.says_scopes = server.lives = False
    grant = await granted(server, table)
    assert (grant.scopes, grant.expires_in) == (SCOPES, None)
    assert (await oauth_client.refresh(table, grant.refresh_token)).scopes == ()


async def test_a_revoked_token_is_valid_no_more_and_may_be_revoked_again(
    server: OauthServer, table: OauthTable
) -> None:
    grant = await granted(server, table)
    for _ in range(2):
        await oauth_client.revoke(table, grant.access_token)
    assert server.authorization.valid(grant.access_token) is None
    await oauth_client.revoke(replace(table, revoke_url=""), grant.access_token)  # does nothing


@pytest.mark.parametrize(
    ("trouble", "key", "after"),
    [
        ("429", "network_down", 7),
        ("500", "network_down", 0),
        ("503", "network_down", 7),
        ("drop", "network_unreachable", 0),
        ("not json", "network_answer", 0),
        ("redirect", "network_answer", 0),
    ],
)
async def test_what_is_no_refusal_of_the_protocol_may_work_later(
    server: OauthServer, table: OauthTable, trouble: str, key: str, after: float
) -> None:
    grant = await granted(server, table)
    server.trouble(trouble, "/token")
    with pytest.raises(TemporaryFailure) as failure:
        await oauth_client.refresh(table, grant.refresh_token)
    assert (failure.value.trouble, failure.value.after) == (key, after)


async def test_a_wrong_secret_is_the_operators_fault_and_concerns_everybody(
    server: OauthServer, table: OauthTable
) -> None:
    with pytest.raises(TemporaryFailure) as failure:
        await granted(server, replace(table, client_secret="mistyped"))
    assert (failure.value.trouble, failure.value.scope) == ("app_refused", Scope.APP)


async def test_a_refusal_repeats_no_secret(
    server: OauthServer, table: OauthTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A network may put what it was sent into its sentence."""
    grant = await granted(server, table)
    echo = f"bad token {grant.refresh_token} of {CLIENT_SECRET}"
    monkeypatch.setattr(server, "refuse", lambda *_: _answer({"error": "invalid_grant", "error_description": echo}))
    server.authorization.end(next(iter(server.authorization.tokens.values())).family)
    with pytest.raises(NetworkError) as failure:
        await oauth_client.refresh(table, grant.refresh_token)
    assert failure.value.detail == "bad token … of …"
    assert grant.refresh_token not in repr(failure.value) + str(vars(failure.value))


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ({"error": {"message": "Session has expired", "code": 190}}, ReconnectNeeded),
        ({"error": {"message": "An unexpected error", "code": 2}}, TemporaryFailure),
        ({"error": {"message": "Too many calls", "code": 4}}, TemporaryFailure),
        ({"error_type": "OAuthException", "error_message": "no"}, ReconnectNeeded),
        ({"data": []}, TemporaryFailure),
        ([1], TemporaryFailure),
        ({"access_token": "with blanks in it"}, TemporaryFailure),
        ({"access_token": ""}, TemporaryFailure),
        ({"access_token": "x" * 9000}, TemporaryFailure),
        ({"access_token": 7}, TemporaryFailure),
    ],
)
async def test_each_form_of_an_error_is_understood(
    server: OauthServer, table: OauthTable, monkeypatch: pytest.MonkeyPatch, body: object, fault: type[NetworkError]
) -> None:
    monkeypatch.setattr(server, "_token", lambda *_: _answer(body, 200 if not _is_error(body) else 400))
    with pytest.raises(fault):
        await oauth_client.refresh(table, "refresh-token")


@pytest.mark.parametrize(
    "body",
    [
        {"access_token": "t", "permissions": "read,publish", "expires_in": "3600"},
        {"data": [{"access_token": "t", "permissions": ["read", "publish"], "expires_in": 3600.0}]},
    ],
)
async def test_both_forms_of_instagrams_answer_are_read(
    server: OauthServer, table: OauthTable, monkeypatch: pytest.MonkeyPatch, body: object
) -> None:
    code = code_of(server, table)
    monkeypatch.setattr(server, "_token", lambda *_: _answer(body, 200))
    grant = await oauth_client.exchange_code(table, code, VERIFIER, BACK)
    assert (grant.access_token, grant.scopes, grant.expires_in) == ("t", ("read", "publish"), 3600.0)


def _is_error(body: object) -> bool:
    return isinstance(body, dict) and bool({"error", "error_type"} & body.keys())


def _answer(body: object, status: int = 400) -> web.Response:
    return web.json_response(body, status=status)
