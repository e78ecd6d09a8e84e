"""Disconnecting: what is planned is shown and cancelled, the network takes the permission back, tokens are wiped."""

from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.jobs import Job
from app.jobs.worker import Worker
from app.kernel import clock
from app.publishing.connections import disconnect
from app.publishing.connections.connection import CONNECTED, DISCONNECTED, DONE, FAILED, SHARED, WAITING, Connection
from app.publishing.connections.token_refresh import LEASE, store_renewed
from app.publishing.connections.token_store import decrypt_tokens
from app.publishing.networks.network import Grant
from app.publishing.posts.phases import (
    CANCELLED,
    CONFIRMING,
    DRAFT,
    PLANNED,
    PREPARING,
    PUBLISHED,
    REMINDER,
    RETRY,
    SENDING,
)
from app.publishing.posts.phases import WAITING as WAITS
from app.publishing.posts.post_variant import PostVariant
from tests.client import Browser
from tests.conftest import Clock
from tests.networks.oauth_server import Practice
from tests.publishing.connections.conftest import HOME, connect, notices, text_of, work
from tests.publishing.connections.test_connect_accounts import choose, plan_post, to_choice


async def press(browser: Browser, connection: Connection) -> None:
    response = await browser.post(f"{HOME}/{connection.id}/disconnect")
    assert (response.status_code, response.headers["Location"]) == (303, HOME)


async def test_the_question_lists_the_posts_that_stop(as_sari: Browser, network: Practice) -> None:
    connection = await connect(as_sari, network)
    await plan_post(connection, text="12.12: buy 2, pay 1\nand more")
    await plan_post(connection, PUBLISHED, text="An old one")
    page = await text_of(await as_sari.get(f"{HOME}/{connection.id}/disconnect"))
    assert "1 planned post loses this account:" in page and "12.12: buy 2, pay 1" in page
    assert "An old one" not in page and 'id="disconnect"' not in page
    fragment = await text_of(await as_sari.get(f"{HOME}/{connection.id}/disconnect", headers={"HX-Request": "true"}))
    assert '<dialog class="dialog" id="disconnect"' in fragment and "12.12: buy 2, pay 1" in fragment


async def test_what_is_planned_is_cancelled_and_what_is_sent_or_was_stays(as_sari: Browser, network: Practice) -> None:
    connection = await connect(as_sari, network)
    stopped = [await plan_post(connection, phase) for phase in (WAITS, PLANNED, PREPARING, RETRY, REMINDER)]
    kept = [await plan_post(connection, phase) for phase in (DRAFT, SENDING, CONFIRMING, PUBLISHED)]
    await press(as_sari, connection)
    assert {each.phase for each in await PostVariant.filter(id__in=[each.id for each in stopped])} == {CANCELLED}
    phases = [(await PostVariant.get(id=each.id)).phase for each in kept]
    assert phases == [DRAFT, SENDING, CONFIRMING, PUBLISHED]
    assert (await PostVariant.get(id=stopped[2].id)).fence == 1, "its worker may write no more"
    assert "5 planned posts were cancelled." in await notices(as_sari)


async def test_the_permission_is_taken_back_and_the_tokens_are_wiped(as_sari: Browser, network: Practice) -> None:
    connection = await connect(as_sari, network)
    token = decrypt_tokens(connection).access_token
    variant = await plan_post(connection, PUBLISHED)
    await press(as_sari, connection)
    assert "The permission is being taken back at Practice" in await text_of(await as_sari.get(HOME))
    await work()
    assert network.server.authorization.valid(token) is None
    ended = await Connection.get(id=connection.id)
    assert (ended.state, ended.revoke_state, ended.tokens) == (DISCONNECTED, DONE, "")
    assert (await PostVariant.get(id=variant.id)).connection_id == connection.id, "the history stays"
    assert "The permission was taken back at Practice" in await text_of(await as_sari.get(HOME))


async def test_while_the_network_is_down_it_is_tried_again_and_then_given_up_in_words(
    as_sari: Browser, network: Practice, moved: Clock
) -> None:
    connection = await connect(as_sari, network)
    network.server.trouble("503", "/revoke", times=1000)
    await press(as_sari, connection)
    await work()
    assert (await Connection.get(id=connection.id)).revoke_state == WAITING
    for _ in range(disconnect.TRIES):
        moved.on(timedelta(hours=8))
        await Worker().run_due(disconnect.KIND)
    ended = await Connection.get(id=connection.id)
    assert (ended.revoke_state, ended.tokens) == (FAILED, "")
    assert "Remove Kliqs in your settings there." in await text_of(await as_sari.get(HOME))


async def test_a_network_that_comes_back_takes_the_permission_back_later(
    as_sari: Browser, network: Practice, moved: Clock
) -> None:
    connection = await connect(as_sari, network)
    token = decrypt_tokens(connection).access_token
    network.server.trouble("503", "/revoke", times=1)
    await press(as_sari, connection)
    await work()
    moved.on(timedelta(minutes=5))
    await work()
    assert (await Connection.get(id=connection.id)).revoke_state == DONE
    assert network.server.authorization.valid(token) is None


async def test_a_permission_that_another_account_here_needs_is_not_taken_back(
    as_sari: Browser, network: Practice
) -> None:
    network.server.people = [
        {"id": "p1", "name": "Kopi Surabaya", "page": "access-one"},
        {"id": "p2", "name": "Kopi Malang", "page": "access-two"},
    ]
    await choose(as_sari, await to_choice(as_sari, network), "p1", "p2")
    first, second = await Connection.all().order_by("external_id")
    await press(as_sari, first)
    await work()
    ended = await Connection.get(id=first.id)
    assert (ended.revoke_state, ended.tokens) == (SHARED, "") and network.server.arrivals("/revoke") == []
    assert network.server.authorization.valid(decrypt_tokens(second).user_token)
    await press(as_sari, second)
    await work()
    assert (await Connection.get(id=second.id)).revoke_state == DONE and network.server.arrivals("/revoke")


async def test_what_a_person_allowed_is_not_taken_back_while_anybody_here_uses_it(
    as_sari: Browser, as_budi: Browser, network: Practice
) -> None:
    """Meta takes back all that a person allowed the app, in whichever workspace they connected it."""
    mine, other = await connect(as_sari, network), await connect(as_budi, network)
    await Connection.all().update(details={"user_id": "77"})
    await press(as_sari, mine)
    await work()
    assert (await Connection.get(id=mine.id)).revoke_state == SHARED and network.server.arrivals("/revoke") == []
    await press(as_budi, other)
    await work()
    assert (await Connection.get(id=other.id)).revoke_state == DONE and network.server.arrivals("/revoke")


async def test_tokens_that_are_renewed_while_somebody_disconnects_are_taken_back_too(
    as_sari: Browser, network: Practice, moved: Clock
) -> None:
    connection = await connect(as_sari, network)
    renewing, old = await Connection.get(id=connection.id), decrypt_tokens(connection)
    await Connection.filter(id=connection.id).update(refreshing_until=clock.now() + LEASE)
    tokens = network.server.authorization.renew(old.refresh_token)
    assert tokens.refresh is not None
    await press(as_sari, connection)
    await work()
    assert (await Connection.get(id=connection.id)).revoke_state == WAITING, "it waits for the renewal"
    await store_renewed(renewing, old, Grant(tokens.access.value, tokens.refresh.value))
    moved.on(timedelta(minutes=2))
    await work()
    assert network.server.authorization.valid(tokens.access.value) is None
    ended = await Connection.get(id=connection.id)
    assert (ended.state, ended.revoke_state, ended.tokens) == (DISCONNECTED, DONE, "")


async def test_a_second_press_and_a_strangers_press_find_nothing(
    as_sari: Browser, as_budi: Browser, network: Practice
) -> None:
    connection = await connect(as_sari, network)
    assert (await as_budi.get(f"{HOME}/{connection.id}/disconnect")).status_code == 404
    assert (await as_budi.post(f"{HOME}/{connection.id}/disconnect")).status_code == 404
    assert (await Connection.get()).state == CONNECTED
    await press(as_sari, connection)
    assert (await as_sari.post(f"{HOME}/{connection.id}/disconnect")).status_code == 404
    assert await Job.filter(kind=disconnect.KIND).count() == 1


async def test_a_disconnected_account_can_be_connected_again(
    as_sari: Browser, sari: Account, network: Practice
) -> None:
    first = await connect(as_sari, network)
    await press(as_sari, first)
    second = await connect(as_sari, network)
    assert second.id != first.id and await Connection.owned_by(sari).count() == 1


@pytest.mark.parametrize("state", ["connected", "disconnected"])
async def test_a_manual_connection_has_nothing_to_take_back(as_sari: Browser, network: Practice, state: str) -> None:
    await as_sari.post(f"{HOME}/by-hand/practice", form={"name": "@kopi"})
    connection = await Connection.get()
    if state == "disconnected":
        await press(as_sari, connection)
        await connection.refresh_from_db()
    assert (connection.revoke_state, connection.tokens) == ("", "")
    assert await Job.filter(kind=disconnect.KIND).count() == 0
