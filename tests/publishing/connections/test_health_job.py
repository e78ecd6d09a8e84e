"""The daily look at each connection: what does not work any more is known before a post fails."""

from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.jobs import Job, RetryLater
from app.mail.models import OutgoingEmail
from app.publishing.connections import health_job
from app.publishing.connections.connection import CONNECTED, NEEDS_RECONNECT, Connection
from app.publishing.connections.health_job import check_connection
from app.publishing.connections.token_store import decrypt_tokens
from tests.client import Browser
from tests.conftest import Clock
from tests.networks.oauth_server import Practice
from tests.publishing.connections.conftest import HOME, connect, text_of, work

LASTS = {"refreshable": False}


async def look(network: Practice, connection: Connection) -> Connection:
    network.server.requests.clear()
    await check_connection(connection.id)
    return await Connection.get(id=connection.id)


async def test_a_day_after_the_connection_every_connection_is_looked_at_once(
    as_sari: Browser, network: Practice, moved: Clock
) -> None:
    await connect(as_sari, network)
    await as_sari.post(f"{HOME}/by-hand/practice", form={"name": "@kopi"})
    await health_job.check_all_connections(None)  # type: ignore[arg-type]
    assert await Job.filter(kind=health_job.EACH).count() == 0, "they were connected just now"
    moved.on(timedelta(days=1))
    for _ in range(2):
        await health_job.check_all_connections(None)  # type: ignore[arg-type]
    assert await Job.filter(kind=health_job.EACH).count() == 1
    network.server.requests.clear()
    await work()
    assert [each.path for each in network.server.requests] == ["/token"]


async def test_of_frozen_accounts_nothing_is_asked(
    as_sari: Browser, sari: Account, network: Practice, moved: Clock
) -> None:
    await connect(as_sari, network)
    moved.on(timedelta(days=1))
    await Account.filter(id=sari.id).update(frozen_at=moved.now)
    await health_job.check_all_connections(None)  # type: ignore[arg-type]
    assert await Job.filter(kind=health_job.EACH).count() == 0


async def test_tokens_that_can_be_renewed_are_renewed_and_nothing_else_is_asked(
    as_sari: Browser, network: Practice, moved: Clock
) -> None:
    connection = await connect(as_sari, network)
    moved.on(timedelta(days=1))
    checked = await look(network, connection)
    assert [each.path for each in network.server.requests] == ["/token"]
    assert checked.token_version == 1 and checked.checked_at == moved.now


async def test_where_nothing_is_renewed_the_account_is_read_and_its_new_name_kept(
    as_sari: Browser, network: Practice
) -> None:
    network.manners = LASTS
    connection = await connect(as_sari, network)
    network.server.people[0]["name"] = "Kopi Nusantara"
    checked = await look(network, connection)
    assert [each.path for each in network.server.requests] == ["/me"]
    assert (checked.state, checked.display_name) == (CONNECTED, "Kopi Nusantara")


async def test_a_permission_that_is_gone_is_noticed_and_told(as_sari: Browser, network: Practice) -> None:
    network.manners = LASTS
    connection = await connect(as_sari, network)
    network.server.authorization.revoke(decrypt_tokens(connection).access_token)
    checked = await look(network, connection)
    assert (checked.state, checked.trouble) == (NEEDS_RECONNECT, "permission_ended")
    assert await OutgoingEmail.filter(kind="connections").count() == 1
    page = await text_of(await as_sari.get(HOME))
    assert "Needs reconnect" in page and "1 thing needs you" in page


@pytest.mark.parametrize(("change", "trouble"), [("people", "account_gone"), ("scopes", "scope_missing")])
async def test_an_account_that_may_be_published_to_no_more_is_noticed(
    as_sari: Browser, network: Practice, change: str, trouble: str
) -> None:
    network.manners = LASTS
    connection = await connect(as_sari, network)
    if change == "people":
        network.server.people = [{"id": "2002", "name": "Budi"}]
    else:
        network.server.authorization.tokens[decrypt_tokens(connection).access_token].scopes = ("read",)
    checked = await look(network, connection)
    assert (checked.state, checked.trouble) == (NEEDS_RECONNECT, trouble)


async def test_the_token_of_a_page_that_the_network_replaced_is_taken_over(as_sari: Browser, network: Practice) -> None:
    network.manners = LASTS
    network.server.people = [{"id": "p1", "name": "Kopi Surabaya", "page": "access-old"}]
    connection = await connect(as_sari, network)
    network.server.people[0]["page"] = "access-new"
    person = decrypt_tokens(connection).user_token
    grant = decrypt_tokens(await look(network, connection))
    assert (grant.access_token, grant.user_token, grant.token_type) == ("access-new", person, "page")


@pytest.mark.parametrize("trouble", ["500", "429", "drop", "not json"])
async def test_a_network_that_is_down_breaks_nothing_and_is_asked_again(
    as_sari: Browser, network: Practice, trouble: str
) -> None:
    network.manners = LASTS
    connection = await connect(as_sari, network)
    network.server.trouble(trouble, "/me", times=2)
    with pytest.raises(RetryLater):
        await look(network, connection)
    assert (await Connection.get()).state == CONNECTED
