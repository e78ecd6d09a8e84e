"""From the button to pages of Facebook and back: each page with its own token, and why one is not offered."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from app.accounts.models import Account
from app.jobs.worker import Worker
from app.publishing.connections.connection import DONE, SHARED, Connection
from app.publishing.connections.disconnect import KIND, disconnect
from app.publishing.connections.token_store import decrypt_tokens
from app.publishing.networks.client import NetworkClient
from app.publishing.networks.errors import ReconnectNeeded
from app.publishing.networks.facebook import Facebook
from app.publishing.networks.network import Target
from app.publishing.networks.post_content import PostContent
from tests.client import Browser
from tests.networks import facebook as stand_in
from tests.networks.publishing import settings
from tests.networks.stand_in import served
from tests.publishing.connections.conftest import HOME, begin, come_back, notices, text_of

TRYING = PostContent("key", "Kopi pagi")


@pytest.fixture
def facebook(database: str) -> Iterator[stand_in.Facebook]:
    with served(stand_in.Facebook()) as network:
        settings(
            facebook_app_id=network.client_id,
            facebook_app_secret=network.client_secret,
            facebook_dialog_url=network.origin,
            facebook_graph_url=network.origin,
            facebook_video_url=network.origin,
        )
        yield network


async def allow(browser: Browser, network: stand_in.Facebook) -> str:
    """Allows the app at Facebook; returns where the browser is sent."""
    back = network.authorization.visit(await begin(browser, f"{HOME}/connect/facebook"))
    return (await come_back(browser, back)).headers["Location"]


async def test_pages_are_chosen_and_one_that_is_not_offered_says_why(
    as_sari: Browser, sari: Account, facebook: stand_in.Facebook
) -> None:
    facebook.pages.append(facebook.page("Portfolio", token=""))
    choose = await allow(as_sari, facebook)
    page = await text_of(await as_sari.get(choose))
    assert re.search(r"Portfolio</bdi>: Facebook gives us no access to this page", page)
    await as_sari.post(choose, form=[("accounts", each.id) for each in facebook.pages])
    connections = await Connection.filter(account=sari).order_by("display_name")
    assert [each.display_name for each in connections] == ["Kedai Sari", "Nusantara Kopi"]
    tokens = [decrypt_tokens(each) for each in connections]
    assert {each.access_token for each in tokens} == {page.token for page in facebook.pages if page.token}
    assert len({each.user_token for each in tokens}) == 1 and not any(each.access_ends_at for each in connections)


async def test_without_any_page_to_publish_to_nothing_is_connected(
    as_sari: Browser, sari: Account, facebook: stand_in.Facebook
) -> None:
    facebook.pages = [facebook.page("Portfolio", token="")]
    await allow(as_sari, facebook)
    assert "Facebook gives us no access to this page" in await notices(as_sari)
    assert not await Connection.filter(account=sari).exists()


async def test_a_page_that_is_disconnected_leaves_the_others_theirs(
    as_sari: Browser, sari: Account, facebook: stand_in.Facebook
) -> None:
    await as_sari.post(await allow(as_sari, facebook), form=[("accounts", each.id) for each in facebook.pages])
    first, second = await Connection.filter(account=sari).order_by("display_name")
    token = decrypt_tokens(second).access_token
    await disconnect(first, None)
    await Worker().run_due(KIND)
    await first.refresh_from_db()
    assert (first.revoke_state, first.tokens) == (SHARED, "")
    await Facebook().send(NetworkClient(token), Target(second.external_id), TRYING, {})
    await disconnect(second, None)
    await Worker().run_due(KIND)
    await second.refresh_from_db()
    assert (second.revoke_state, second.tokens) == (DONE, "")
    with pytest.raises(ReconnectNeeded):
        await Facebook().send(NetworkClient(token), Target(second.external_id), TRYING, {})
