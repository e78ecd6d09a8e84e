"""The app at each Mastodon server: registered once, by Kliqs itself, for the callback address that is used."""

import asyncio

import pytest

from app.kernel import installation
from app.publishing.connections.connect_refusals import ServerInvalid
from app.publishing.connections.connection import Connection
from app.publishing.connections.server_app import ServerApp
from app.publishing.connections.server_app_registration import app_at, clean_server
from app.publishing.networks.errors import TemporaryFailure
from tests.client import Browser
from tests.networks.oauth_server import CLIENT_ID, CLIENT_SECRET, Practice
from tests.publishing.connections.conftest import HOME, begin, come_back, text_of


@pytest.mark.parametrize(
    ("typed", "server"),
    [
        ("mastodon.social", "mastodon.social"),
        (" Mastodon.Social. ", "mastodon.social"),
        ("https://mastodon.social/@sari", "mastodon.social"),
        ("@sari@kopi.example", "kopi.example"),
    ],
)
async def test_a_handle_and_an_address_are_shortened_to_the_server(database: str, typed: str, server: str) -> None:
    assert clean_server(typed) == server


@pytest.mark.parametrize(
    "typed", ["", "mastodon", "1.2.3.4", "127.0.0.1:80", "kopi.example:8080", "a b.example", "x" * 300 + ".example"]
)
async def test_what_is_no_server_is_refused(database: str, typed: str) -> None:
    current = installation.current()
    current.config = current.config.model_copy(update={"env": "production"})
    with pytest.raises(ServerInvalid):
        clean_server(typed)


@pytest.mark.parametrize(
    "typed", ["x" * 300, "x" * 70 + ".example", "a..b:80", "\x00", "é" * 100 + ":80", "nobody.invalid:80"]
)
async def test_what_is_no_server_is_refused_on_a_machine_of_ones_own_too(database: str, typed: str) -> None:
    with pytest.raises(ServerInvalid):
        clean_server(typed)


async def test_an_app_is_registered_once_for_each_server_and_its_secret_is_encrypted(
    database: str, network: Practice
) -> None:
    server = network.server.origin.removeprefix("http://")
    credentials = [await app_at(server) for _ in range(3)]
    assert {(each.client_id, each.client_secret) for each in credentials} == {(CLIENT_ID, CLIENT_SECRET)}
    [app] = network.server.apps
    assert app["redirect_uris"] == "https://kliqs.test/publish/oauth/mastodon/callback"
    assert CLIENT_SECRET not in (await ServerApp.get()).client_secret and CLIENT_SECRET not in repr(credentials[0])


async def test_two_who_are_the_first_at_a_server_share_one_row(database: str, network: Practice) -> None:
    server = network.server.origin.removeprefix("http://")
    await asyncio.gather(*(app_at(server) for _ in range(4)))
    assert await ServerApp.all().count() == 1


async def test_with_another_callback_address_the_app_is_registered_anew(
    database: str, network: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = network.server.origin.removeprefix("http://")
    await app_at(server)
    monkeypatch.setattr(
        "app.publishing.connections.server_app_registration.redirect_uri", lambda _name: "https://new.test/callback"
    )
    await app_at(server)
    await app_at(server)
    assert [app["redirect_uris"] for app in network.server.apps][1:] == ["https://new.test/callback"]
    assert await ServerApp.all().count() == 1


@pytest.mark.parametrize("trouble", ["404", "500", "drop", "not json"])
async def test_a_host_that_is_no_server_is_told(database: str, network: Practice, trouble: str) -> None:
    network.server.trouble(trouble, "/api/v1/apps", times=2)
    with pytest.raises(TemporaryFailure):
        await app_at(network.server.origin.removeprefix("http://"))
    assert await ServerApp.all().count() == 0


async def test_the_server_is_asked_for_and_stands_with_the_connection(as_sari: Browser, network: Practice) -> None:
    network.needs_server = True
    server = network.server.origin.removeprefix("http://")
    assert "Your server" in await text_of(await as_sari.get(f"{HOME}/connect/practice"))
    page = await text_of(await as_sari.post(f"{HOME}/connect/practice", form={"server": "no server"}), 422)
    assert "Write only the name of the server" in page and 'value="no server"' in page
    back = network.server.visit(await begin(as_sari, server=f"http://{server}/@sari"))
    await come_back(as_sari, back)
    connection = await Connection.get()
    assert (connection.server, connection.handle) == (server, f"@nusantara.kopi@{server}")
