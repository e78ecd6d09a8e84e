"""What a permission becomes: new connections within the plan, old ones renewed in place, or nothing at all."""

import asyncio
import html
import re
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from quart import Response

from app.accounts.models import Account
from app.accounts.request_account import FORM_TYPES
from app.accounts.security_log import SecurityEvent
from app.kernel import clock
from app.plans.connection_quota import ConnectionLimitReached
from app.publishing.connections import connect_accounts, manual_connection
from app.publishing.connections.connect_accounts import Permission
from app.publishing.connections.connect_flow import ConnectFlow
from app.publishing.connections.connect_refusals import StaleConnect
from app.publishing.connections.connection import CONNECTED, DISCONNECTED, NEEDS_RECONNECT, Connection
from app.publishing.connections.token_store import decrypt_tokens
from app.publishing.networks.network import NetworkAccount
from app.publishing.posts.phases import NEEDS_RECONNECT as WAITS
from app.publishing.posts.phases import PLANNED
from app.publishing.posts.post import Post
from app.publishing.posts.post_event import PostEvent
from app.publishing.posts.post_variant import PostVariant
from app.team.models import AuditEntry
from tests.client import Browser
from tests.networks.oauth_server import Practice
from tests.publishing.connections.conftest import HOME, begin, come_back, connect, notices, text_of

PAGES = [
    {"id": "p1", "name": "Kopi Surabaya", "page": "access-page-one"},
    {"id": "p2", "name": "Kopi Malang", "page": "access-page-two"},
    {"id": "p3", "name": "Kopi Jember", "page": "access-page-three"},
]


async def plan_post(connection: Connection, phase: str = PLANNED, text: str = "Gayo is back") -> PostVariant:
    """A post for a connection."""
    now = clock.now()
    post = await Post.create(id=uuid4(), account_id=connection.account_id, text=text, created_at=now, updated_at=now)
    return await PostVariant.create(
        id=uuid4(),
        account_id=connection.account_id,
        post=post,
        connection_id=connection.id,
        network=connection.network,
        phase=phase,
        due_at=now,
        created_at=now,
        updated_at=now,
    )


async def to_choice(browser: Browser, network: Practice) -> str:
    """The address of the page on which accounts are chosen."""
    response = await come_back(browser, network.server.visit(await begin(browser)))
    where = str(response.headers["Location"])
    assert re.fullmatch(rf"{HOME}/choose/[0-9a-f-]{{36}}", where), await notices(browser)
    return where


async def choose(browser: Browser, where: str, *ids: str) -> Response:
    return await browser.post(
        where, data=urlencode({"accounts": ids}, doseq=True), headers={"Content-Type": FORM_TYPES[0]}
    )


@pytest.fixture
def pages(network: Practice) -> Practice:
    network.server.people = [dict(page) for page in PAGES]
    return network


async def test_of_several_accounts_those_are_connected_that_are_chosen(as_sari: Browser, pages: Practice) -> None:
    where = await to_choice(as_sari, pages)
    page = await text_of(await as_sari.get(where))
    assert "Kopi Surabaya" in page and "Kopi Jember" in page and page.count(" checked") == 3
    assert (await choose(as_sari, where, "p1", "p3")).headers["Location"] == HOME
    connections = await Connection.all().order_by("external_id")
    assert [each.external_id for each in connections] == ["p1", "p3"]
    grant = decrypt_tokens(connections[0])
    assert (grant.access_token, grant.token_type, grant.user_token[:7]) == ("access-page-one", "page", "access-")


async def test_what_waits_for_a_choice_is_kept_encrypted_and_wiped_after_it(as_sari: Browser, pages: Practice) -> None:
    where = await to_choice(as_sari, pages)
    secret = (await ConnectFlow.get()).secret
    assert secret and "access-" not in secret
    assert "access-" not in await text_of(await as_sari.get(where))
    await choose(as_sari, where, "p1")
    assert (await ConnectFlow.get()).secret == ""
    assert (await choose(as_sari, where, "p2")).headers["Location"] == HOME
    assert await Connection.all().count() == 1


async def test_choosing_nothing_is_refused_where_the_choice_is(as_sari: Browser, pages: Practice) -> None:
    where = await to_choice(as_sari, pages)
    page = await text_of(await choose(as_sari, where), 422)
    assert "Choose at least one account." in page and page.count(" checked") == 0
    await text_of(await choose(as_sari, where, "somebody-elses"), 422)
    assert await Connection.all().count() == 0


async def test_the_choice_belongs_to_one_browser(as_sari: Browser, as_budi: Browser, pages: Practice) -> None:
    where = await to_choice(as_sari, pages)
    assert (await as_budi.get(where)).headers["Location"] == HOME
    assert (await choose(as_budi, where, "p1")).headers["Location"] == HOME
    assert await Connection.all().count() == 0


async def test_a_page_without_a_token_of_its_own_cannot_be_chosen(as_sari: Browser, pages: Practice) -> None:
    """A page that a business portfolio holds arrives without one; each post with the person's token would fail."""
    pages.server.people[1]["page"] = ""
    where = await to_choice(as_sari, pages)
    page = await text_of(await as_sari.get(where))
    assert "<bdi>Kopi Malang</bdi>: The permission to publish is missing at Practice." in page
    assert 'value="p2"' not in page and page.count(" checked") == 2
    await text_of(await choose(as_sari, where, "p2"), 422)


async def test_a_permission_for_no_account_is_told(as_sari: Browser, network: Practice) -> None:
    network.server.people = []
    await come_back(as_sari, network.server.visit(await begin(as_sari)))
    assert "Practice showed us no account" in await notices(as_sari)


async def test_odd_names_and_pictures_of_a_network_are_cut_and_an_odd_id_is_refused(
    as_sari: Browser, network: Practice
) -> None:
    network.server.people = [{"id": "7", "name": "Kopi\0 Gayo", "username": "a" * 999, "picture": "h" * 100_000}]
    await come_back(as_sari, network.server.visit(await begin(as_sari)))
    connection = await Connection.get()
    assert (connection.display_name, len(connection.username)) == ("Kopi Gayo", 255)
    for id in ("9" * 300, "a\0b"):
        network.server.people = [{"id": id, "name": "Kopi"}]
        response = await come_back(as_sari, network.server.visit(await begin(as_sari)))
        assert response.status_code < 500
    assert await Connection.all().count() == 1


async def test_an_account_that_is_connected_is_renewed_in_place(as_sari: Browser, network: Practice) -> None:
    first = await connect(as_sari, network)
    network.server.people[0]["name"] = "Nusantara Kopi Baru"
    second = await connect(as_sari, network)
    assert second.id == first.id and await Connection.all().count() == 1
    assert second.display_name == "Nusantara Kopi Baru" and second.token_version == first.token_version + 1
    assert decrypt_tokens(second).access_token != decrypt_tokens(first).access_token


async def test_what_is_disconnected_while_its_permission_is_renewed_gets_no_new_tokens(
    as_sari: Browser, network: Practice
) -> None:
    connection, flow = await connect(as_sari, network), await ConnectFlow.get()
    permission = Permission(network, await network.oauth(), decrypt_tokens(connection))
    await Connection.filter(id=connection.id).update(disconnected_at=clock.now(), state=DISCONNECTED, tokens="")

    with pytest.raises(StaleConnect):
        await connect_accounts._store(flow, permission, NetworkAccount(connection.external_id, "kopi"), connection)

    await connection.refresh_from_db()
    assert (connection.state, connection.tokens) == (DISCONNECTED, "")


async def test_a_reconnect_keeps_the_connection_and_lets_its_posts_go_on(as_sari: Browser, network: Practice) -> None:
    connection = await connect(as_sari, network)
    variant = await plan_post(connection, WAITS)
    await Connection.filter(id=connection.id).update(state=NEEDS_RECONNECT, trouble="permission_ended")
    page = await text_of(await as_sari.get(HOME))
    assert "Needs reconnect" in page and "1 planned post waits." in page
    back = network.server.visit(await begin(as_sari, f"{HOME}/{connection.id}/reconnect"))
    await come_back(as_sari, back)
    await connection.refresh_from_db()
    assert (connection.state, connection.trouble) == (CONNECTED, "")
    await variant.refresh_from_db()
    assert variant.phase == PLANNED
    assert [event.what for event in await PostEvent.filter(variant=variant)] == ["reconnected"]


async def test_a_reconnect_with_another_account_is_refused_in_words(as_sari: Browser, network: Practice) -> None:
    connection = await connect(as_sari, network)
    network.server.people = [{"id": "2002", "username": "budi", "name": "Budi"}]
    back = network.server.visit(await begin(as_sari, f"{HOME}/{connection.id}/reconnect"))
    await come_back(as_sari, back)
    assert "You allowed Budi, but this connection is for Nusantara Kopi." in await notices(as_sari)
    assert [each.external_id for each in await Connection.all()] == ["1001"]
    assert (await Connection.get()).token_version == connection.token_version


async def test_fewer_rights_than_were_asked_for_are_shown(as_sari: Browser, network: Practice) -> None:
    network.server.authorization.grants = ["publish"]
    await connect(as_sari, network)
    page = await text_of(await as_sari.get(HOME))
    assert "It may publish for you." in page and "Not allowed: read" in page
    network.server.authorization.grants = ["read"]
    await connect(as_sari, network)
    page = await text_of(await as_sari.get(HOME))
    assert "May not publish" in page and "The permission to publish is missing at Practice." in page
    assert "Not allowed: publish" in page


async def test_the_plan_limits_connections_exactly_however_many_come_at_once(sari: Account, network: Practice) -> None:
    results = await asyncio.gather(
        *(manual_connection.create_manual_connection(sari, network, f"@kopi{number}", uuid4()) for number in range(8)),
        return_exceptions=True,
    )
    assert sum(isinstance(result, Connection) for result in results) == 5 == await Connection.all().count()
    assert sum(isinstance(result, ConnectionLimitReached) for result in results) == 3


async def test_of_chosen_accounts_all_are_connected_or_none(as_sari: Browser, sari: Account, pages: Practice) -> None:
    for number in range(3):
        await manual_connection.create_manual_connection(sari, pages, f"@kopi{number}", uuid4())
    where = await to_choice(as_sari, pages)
    page = await text_of(await choose(as_sari, where, "p1", "p2", "p3"), 422)
    assert "Your plan has room for 5 accounts, and 3 are connected." in re.sub("</?bdi>", "", page)
    assert await Connection.all().count() == 3
    assert (await choose(as_sari, where, "p1", "p2")).headers["Location"] == HOME
    assert await Connection.all().count() == 5


async def test_a_full_plan_still_renews_what_is_connected(as_sari: Browser, sari: Account, network: Practice) -> None:
    connection = await connect(as_sari, network)
    for number in range(4):
        await manual_connection.create_manual_connection(sari, network, f"@kopi{number}", uuid4())
    assert "Every account of your plan is used." in await text_of(await as_sari.get(HOME))
    back = network.server.visit(await begin(as_sari, f"{HOME}/{connection.id}/reconnect"))
    await come_back(as_sari, back)
    assert (await Connection.get(id=connection.id)).token_version == 1


async def test_after_a_move_to_a_smaller_plan_what_is_connected_can_still_be_renewed(
    as_sari: Browser, sari: Account, network: Practice
) -> None:
    connection = await connect(as_sari, network)
    for number in range(4):
        await manual_connection.create_manual_connection(sari, network, f"@kopi{number}", uuid4())
    await Account.filter(id=sari.id).update(plan_name="free")
    await come_back(as_sari, network.server.visit(await begin(as_sari, f"{HOME}/{connection.id}/reconnect")))
    assert (await Connection.get(id=connection.id)).token_version == 1
    network.server.people = [{"id": "2002", "name": "Budi"}]
    await come_back(as_sari, network.server.visit(await begin(as_sari)))
    assert "Your plan has room for 2 accounts, and 5 are connected." in await notices(as_sari)


async def test_who_connected_what_stands_in_both_logs(as_sari: Browser, network: Practice) -> None:
    await connect(as_sari, network)
    entry = await AuditEntry.get()
    assert (entry.act, entry.thing) == ("network_connected", "Practice @nusantara.kopi")
    assert "Practice @nusantara.kopi" in [
        event.detail for event in await SecurityEvent.filter(kind="network_connected")
    ]
    assert "connected Practice @nusantara.kopi." in html.unescape(
        re.sub("<[^>]+>", "", await text_of(await as_sari.get("/dashboard/settings/audit-log")))
    )
