"""Connecting an account: used once, in time, in the browser and session where it began, and only with a permission."""

import re
from datetime import timedelta
from typing import cast

import pytest
from quart import Quart
from tortoise.exceptions import DBConnectionError

from app.accounts.models import Account, Membership, Session
from app.kernel import secrets
from app.publishing.connections import oauth_flow
from app.publishing.connections.connect_flow import ConnectFlow
from app.publishing.connections.connection import CONNECTED, Connection
from app.publishing.connections.redirect_uri import redirect_uri
from app.publishing.connections.token_store import decrypt_tokens
from app.publishing.networks.oauth_table import ClientAuth, Pkce
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.networks.oauth_server import Practice
from tests.publishing.connections.conftest import HOME, begin, come_back, connect, notices

STALE = "Please connect again"


async def is_stale(browser: Browser, back: str, **changes: str | None) -> None:
    """The answer connects nothing."""
    assert (await come_back(browser, back, **changes)).headers["Location"] == HOME
    assert STALE in await notices(browser)
    assert await Connection.all().count() == 0


async def test_the_callback_is_the_address_that_the_operator_registers(database: str) -> None:
    assert redirect_uri("tiktok") == "https://kliqs.test/publish/oauth/tiktok/callback"


async def test_a_permission_becomes_a_connection_with_its_tokens(as_sari: Browser, network: Practice) -> None:
    connection = await connect(as_sari, network)
    assert (connection.state, connection.external_id, connection.handle) == (CONNECTED, "1001", "@nusantara.kopi")
    assert (connection.scopes, connection.may_publish, connection.details) == (
        ["read", "publish"],
        True,
        {"author": "urn:1001"},
    )
    grant = decrypt_tokens(connection)
    assert network.server.authorization.valid(grant.access_token) and grant.refresh_token
    assert "Connected: Nusantara Kopi" in await notices(as_sari)
    assert (await ConnectFlow.get()).secret == ""


async def test_a_missing_or_unknown_state_is_refused(as_sari: Browser, network: Practice) -> None:
    back = network.server.visit(await begin(as_sari))
    for state in (None, "", "x", secrets.new_token(), "x" * 5000):
        await is_stale(as_sari, back, state=state)


async def test_a_state_is_used_once(as_sari: Browser, network: Practice) -> None:
    back = network.server.visit(await begin(as_sari))
    await come_back(as_sari, back)
    await Connection.all().delete()
    await is_stale(as_sari, back)


async def test_a_state_ends_after_ten_minutes(as_sari: Browser, network: Practice, moved: Clock) -> None:
    back = network.server.visit(await begin(as_sari))
    moved.on(timedelta(minutes=10))
    await is_stale(as_sari, back)


async def test_an_answer_in_another_browser_is_refused_and_does_not_disturb_the_right_one(
    app: Quart, as_sari: Browser, sari: Account, network: Practice
) -> None:
    back = network.server.visit(await begin(as_sari))
    thief = cast(Browser, app.test_client())
    thief.sign_in(await world.begin_session(sari))
    await is_stale(thief, back)
    await begin(thief)  # now it has a cookie of its own
    await is_stale(thief, back)
    await come_back(as_sari, back)
    assert await Connection.all().count() == 1


async def test_nobody_is_made_to_publish_to_the_account_of_a_stranger(
    app: Quart, as_sari: Browser, as_budi: Browser, network: Practice
) -> None:
    """The stranger sends their own answer to the victim, who would then post to the stranger's account."""
    back = network.server.visit(await begin(as_budi))
    await begin(as_sari)
    await is_stale(as_sari, back)


async def test_an_answer_after_the_session_ended_connects_nothing(
    as_sari: Browser, sari: Account, network: Practice
) -> None:
    back = network.server.visit(await begin(as_sari))
    await Session.all().delete()
    as_sari.sign_in(await world.begin_session(sari))
    await is_stale(as_sari, back)


async def test_somebody_who_owns_the_workspace_no_more_connects_nothing(
    as_sari: Browser, sari: Account, network: Practice
) -> None:
    back = network.server.visit(await begin(as_sari))
    await Membership.filter(account=sari).update(role="editor")
    await come_back(as_sari, back)
    assert await Connection.all().count() == 0


async def test_a_denied_permission_is_told_and_connects_nothing(as_sari: Browser, network: Practice) -> None:
    network.server.authorization.denies = True
    await come_back(as_sari, network.server.visit(await begin(as_sari)))
    assert "Practice gave no permission" in await notices(as_sari)


async def test_a_code_that_the_network_refuses_is_told(as_sari: Browser, network: Practice) -> None:
    back = network.server.visit(await begin(as_sari))
    await come_back(as_sari, back, code="code-other")
    assert "Practice took the permission back" in await notices(as_sari)
    assert await Connection.all().count() == 0


@pytest.mark.parametrize("trouble", ["500", "429", "drop", "not json"])
@pytest.mark.parametrize("path", ["/token", "/me"])
async def test_a_fault_of_the_network_is_told_and_connects_nothing(
    as_sari: Browser, network: Practice, path: str, trouble: str
) -> None:
    back = network.server.visit(await begin(as_sari))
    network.server.trouble(trouble, path, times=2)
    await come_back(as_sari, back)
    assert "Practice" in await notices(as_sari)
    assert await Connection.all().count() == 0


async def test_each_manner_of_the_table_reaches_a_connection(as_sari: Browser, network: Practice) -> None:
    authorization, server = network.server.authorization, network.server
    authorization.pkce, network.manners = "hex", {"pkce": Pkce.HEX, "client_id_parameter": "client_key"}
    authorization.client_parameter = "client_key"
    await connect(as_sari, network)
    authorization.pkce, authorization.client_parameter = "base64url", "client_id"
    server.basic, network.manners = True, {"client_auth": ClientAuth.BASIC}
    await connect(as_sari, network)
    server.basic, server.multipart, network.manners = False, True, {"multipart": True}
    await connect(as_sari, network)
    server.multipart, authorization.pkce = False, ""
    network.manners = {
        "pkce": Pkce.NONE,
        "exchange_url": f"{server.origin}/long",
        "exchange_grant": "long_lived",
        "refreshes_itself": True,
    }
    connection = await connect(as_sari, network)
    assert connection.access_ends_at is not None
    assert (connection.access_ends_at - connection.checked_at).days >= 59  # type: ignore[operator]
    assert connection.token_version == 3 and await Connection.all().count() == 1


@pytest.mark.parametrize("error", [DBConnectionError("away"), RuntimeError("broken"), TimeoutError()])
async def test_a_passing_error_leaves_the_code_behind_and_leads_back_to_the_accounts(
    as_sari: Browser, network: Practice, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    async def fails(*_: object) -> None:
        raise error

    back = network.server.visit(await begin(as_sari))
    with monkeypatch.context() as patched:
        patched.setattr(oauth_flow, "fetch_accounts", fails)
        response = await come_back(as_sari, back)

    assert (response.status_code, response.headers["Location"]) == (303, HOME)
    assert (response.headers["Referrer-Policy"], response.headers["Cache-Control"]) == ("no-referrer", "no-store")
    assert "code=" not in await response.get_data(as_text=True)
    assert re.search("broke on our side|are busy", await notices(as_sari))
