"""Each network from the button to the end through its own adapter and stand-in: connected, renewed, taken back."""

from datetime import timedelta
from typing import Any

from app.publishing.connections.authorised_client import client_for
from app.publishing.connections.connect_flow import ConnectFlow
from app.publishing.connections.connection import CONNECTED, DONE, Connection
from app.publishing.connections.server_app import ServerApp
from app.publishing.connections.token_store import decrypt_tokens
from app.publishing.networks.registry import NETWORKS
from tests.client import Browser
from tests.conftest import Clock
from tests.networks import facebook, instagram, tiktok
from tests.networks.linkedin import LinkedInStandIn
from tests.networks.mastodon import MastodonStandIn
from tests.networks.publishing import settings
from tests.networks.stand_in import served
from tests.networks.x import XStandIn
from tests.publishing.connections.conftest import HOME, begin, come_back, notices, work
from tests.publishing.connections.test_connect_accounts import choose


async def connected(browser: Browser, name: str, visit: Any, **form: str) -> Connection:
    """Connects the only account of a network."""
    back = visit(await begin(browser, f"{HOME}/connect/{name}", **form))
    await come_back(browser, back.removeprefix("https://kliqs.test"))
    connection = await Connection.get_or_none(network=name)
    assert connection is not None, await notices(browser)
    assert (connection.state, connection.may_publish) == (CONNECTED, True)
    return connection


async def ended(browser: Browser, connection: Connection) -> Connection:
    """Disconnects an account and lets the network take the permission back."""
    await browser.post(f"{HOME}/{connection.id}/disconnect")
    await work()
    after = await Connection.get(id=connection.id)
    assert (after.revoke_state, after.tokens) == (DONE, "")
    return after


def test_every_network_is_among_those_of_the_page() -> None:
    assert [*NETWORKS][:6] == ["instagram", "tiktok", "facebook", "x", "linkedin", "mastodon"]


async def test_x_renews_its_rotating_tokens(as_sari: Browser, moved: Clock) -> None:
    with served(XStandIn()) as network:
        settings(
            x_client_id=network.client_id,
            x_client_secret=network.client_secret,
            x_authorize_url=f"{network.origin}/i/oauth2/authorize",
            x_api_url=network.origin,
        )
        connection = await connected(as_sari, "x", network.oauth.visit)
        first = decrypt_tokens(connection)
        moved.on(timedelta(hours=3))
        client, _ = await client_for(connection)
        assert network.oauth.valid(client.access_token) and client.access_token != first.access_token
        await ended(as_sari, connection)
        assert network.oauth.valid(client.access_token) is None


async def test_tiktok_with_its_hexadecimal_challenge(as_sari: Browser, moved: Clock) -> None:
    with served(tiktok.TikTok()) as network:
        settings(
            tiktok_client_key=tiktok.KEY,
            tiktok_client_secret=tiktok.SECRET,
            tiktok_url=network.origin,
            tiktok_authorize_url=f"{network.origin}/v2/auth/authorize/",
        )
        connection = await connected(as_sari, "tiktok", network.authorization.visit)
        assert connection.refresh_ends_at is not None
        moved.on(timedelta(hours=3))
        client, _ = await client_for(connection)
        assert network.authorization.valid(client.access_token)
        await ended(as_sari, connection)


async def test_mastodon_registers_its_app_and_connects(as_sari: Browser) -> None:
    with served(MastodonStandIn()) as network:
        settings()
        connection = await connected(as_sari, "mastodon", network.visit, server=network.host)
        assert (await ServerApp.get()).server == connection.server == network.host
        client, target = await client_for(connection)
        assert network.oauth.valid(client.access_token) and target.server == network.host
        await ended(as_sari, connection)
        assert network.oauth.valid(client.access_token) is None


async def test_linkedin_has_an_end_that_only_its_person_can_move(as_sari: Browser) -> None:
    with served(LinkedInStandIn()) as network:
        settings(
            linkedin_client_id=network.client_id,
            linkedin_client_secret=network.client_secret,
            linkedin_authorize_url=network.origin,
            linkedin_url=network.origin,
        )
        connection = await connected(as_sari, "linkedin", network.oauth.visit)
        assert connection.access_ends_at is not None
        await ended(as_sari, connection)


async def test_facebook_lets_a_person_choose_among_their_pages(as_sari: Browser) -> None:
    with served(facebook.Facebook()) as network:
        settings(
            facebook_app_id=network.client_id,
            facebook_app_secret=network.client_secret,
            facebook_dialog_url=network.origin,
            facebook_graph_url=network.origin,
        )
        back = network.authorization.visit(await begin(as_sari, f"{HOME}/connect/facebook"))
        await come_back(as_sari, back.removeprefix("https://kliqs.test"))
        flow = await ConnectFlow.get_or_none()
        page = next(page for page in network.pages if page.token)
        if flow is not None and flow.secret:
            await choose(as_sari, f"{HOME}/choose/{flow.id}", page.id)
        connection = await Connection.get()
        assert (connection.kind, connection.external_id, connection.may_publish) == ("page", page.id, True)
        grant = decrypt_tokens(connection)
        assert grant.token_type == "page" and grant.user_token not in {"", grant.access_token}
        await ended(as_sari, connection)


async def test_instagram_gets_a_token_of_sixty_days(as_sari: Browser) -> None:
    with served(instagram.Instagram()) as network:
        settings(
            instagram_app_id=network.client_id,
            instagram_app_secret=network.client_secret,
            instagram_authorize_url=f"{network.origin}/oauth/authorize",
            instagram_token_url=f"{network.origin}/oauth/access_token",
            instagram_graph_url=network.origin,
        )
        connection = await connected(as_sari, "instagram", network.authorization.visit)
        assert connection.access_ends_at is not None
        assert (connection.access_ends_at - connection.created_at).days >= 59
        await ended(as_sari, connection)
