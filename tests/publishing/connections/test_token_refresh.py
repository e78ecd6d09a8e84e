"""Renewing tokens: one call however many ask at once, on several machines too, and no permission is lost unnoticed."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.accounts.models import Account
from app.kernel import clock, db, installation
from app.mail.models import OutgoingEmail
from app.publishing.connections.authorised_client import client_for, mark_broken
from app.publishing.connections.connection import CONNECTED, NEEDS_RECONNECT, Connection
from app.publishing.connections.token_refresh import LEASE, store_renewed, usable_grant
from app.publishing.connections.token_store import decrypt_tokens, encrypt_tokens
from app.publishing.networks import oauth_client
from app.publishing.networks.errors import ReconnectNeeded, TemporaryFailure
from app.publishing.networks.network import Grant
from tests.client import Browser
from tests.conftest import Clock
from tests.databases import ON_POSTGRES
from tests.forked_code import begin_code
from tests.networks.oauth_server import Practice
from tests.processes import killed_at_the_end
from tests.publishing.connections.conftest import connect
from tests.waiting import DEADLINE, eventually

ASK = """
import sys
from tests.publishing.connections.test_token_refresh import ask_for_clients
print(*ask_for_clients(*sys.argv[1:]))
"""


@pytest.fixture
async def connection(as_sari: Browser, network: Practice) -> Connection:
    """A connection whose access token ends in a minute."""
    network.server.authorization.access_seconds = 60
    connection = await connect(as_sari, network)
    network.server.authorization.access_seconds = 7200
    network.server.requests.clear()
    return connection


def renewals(network: Practice) -> int:
    return len(network.server.arrivals("/token")) + len(network.server.arrivals("/renew"))


async def test_a_token_that_lasts_is_used_as_it_is(as_sari: Browser, network: Practice) -> None:
    connection = await connect(as_sari, network)
    network.server.requests.clear()
    client, target = await client_for(connection)
    assert client.access_token == decrypt_tokens(connection).access_token and renewals(network) == 0
    assert (target.external_id, target.details) == ("1001", {"author": "urn:1001"})


async def test_fifty_who_need_a_token_at_once_make_one_call(connection: Connection, network: Practice) -> None:
    same = [await Connection.get(id=connection.id) for _ in range(50)]
    clients = await asyncio.gather(*(client_for(each) for each in same))
    assert renewals(network) == 1
    assert len({client.access_token for client, _ in clients}) == 1
    assert network.server.authorization.valid(clients[0][0].access_token)
    await connection.refresh_from_db()
    assert (connection.token_version, connection.refreshing_until, connection.state) == (1, None, CONNECTED)


async def test_a_renewal_goes_on_when_its_caller_gives_up(
    connection: Connection, network: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered, renew = asyncio.Event(), oauth_client.refresh

    async def renew_slowly(*of: Any) -> Grant:
        grant = await renew(*of)
        await answered.wait()
        return grant

    monkeypatch.setattr(oauth_client, "refresh", renew_slowly)
    caller = asyncio.create_task(client_for(await Connection.get(id=connection.id)))
    await eventually(lambda: renewals(network))
    caller.cancel()
    with pytest.raises(asyncio.CancelledError):
        await caller
    answered.set()
    await eventually(lambda: Connection.filter(id=connection.id, token_version=1).exists())
    await connection.refresh_from_db()
    assert connection.state == CONNECTED and renewals(network) == 1
    assert network.server.authorization.valid(decrypt_tokens(connection).access_token)


def ask_for_clients(url: str, id: str, origin: str) -> list[str]:
    """What another process does: asks for a client ten times at once, and has these tokens then."""
    from app.kernel.config import Config
    from app.kernel.installation import Installation
    from app.publishing.networks.registry import NETWORKS
    from tests.networks.oauth_server import OauthServer
    from tests.world import SECRET

    installation.use(Installation(Config(hosts="https://kliqs.test", secret_key=SECRET, net_allow="127.0.0.1")))
    server = OauthServer()
    server.origin = origin
    NETWORKS["practice"] = Practice(server)

    async def ask() -> list[str]:
        async with db.database_open(url):
            same = [await Connection.get(id=id) for _ in range(10)]
            return [client.access_token for client, _ in await asyncio.gather(*(client_for(each) for each in same))]

    return asyncio.run(ask())


@pytest.mark.slow
@ON_POSTGRES
async def test_the_processes_of_several_machines_make_one_call(
    connection: Connection, network: Practice, database: str, dialect: str, tmp_path: Path
) -> None:
    outputs = [tmp_path / f"{number}.out" for number in range(3)]
    words = (database, str(connection.id), network.server.origin)
    processes = [begin_code(ASK, *words, output=output) for output in outputs]
    with killed_at_the_end(*processes):
        for process in processes:
            await asyncio.to_thread(process.wait, DEADLINE)
    tokens = [token for output in outputs for token in output.read_text().splitlines()[-1].split()]
    assert len(tokens) == 30 and len(set(tokens)) == 1
    assert renewals(network) == 1


async def test_after_a_process_died_in_its_lease_the_next_one_renews_when_the_lease_is_over(
    connection: Connection, network: Practice, moved: Clock
) -> None:
    await Connection.filter(id=connection.id).update(refreshing_until=clock.now() + LEASE)  # it died before its call
    moved.on(LEASE)
    client, _ = await client_for(connection)
    assert renewals(network) == 1 and network.server.authorization.valid(client.access_token)
    await connection.refresh_from_db()
    assert (connection.state, connection.refreshing_until) == (CONNECTED, None)


async def test_while_a_lease_lasts_nobody_else_calls(
    connection: Connection, network: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.publishing.connections.token_refresh.WAIT", 0.1)
    await Connection.filter(id=connection.id).update(refreshing_until=clock.now() + LEASE)
    with pytest.raises(TemporaryFailure) as failure:
        await client_for(connection)
    assert failure.value.trouble == "renewal_under_way" and renewals(network) == 0


async def test_tokens_that_were_lost_with_a_process_need_a_reconnect_and_say_so(
    connection: Connection, network: Practice, moved: Clock
) -> None:
    """It died after the network had answered: the old refresh token is used up, and nobody has the new one."""
    network.server.authorization.renew(decrypt_tokens(connection).refresh_token)
    await Connection.filter(id=connection.id).update(refreshing_until=clock.now() + LEASE)
    moved.on(LEASE)
    with pytest.raises(ReconnectNeeded) as failure:
        await client_for(connection)
    assert failure.value.trouble == "renewal_lost"
    await connection.refresh_from_db()
    assert (connection.state, connection.trouble) == (NEEDS_RECONNECT, "renewal_lost")


@pytest.mark.parametrize("trouble", ["commit then drop", "commit then not json"])
async def test_an_answer_that_is_lost_on_the_way_is_told_as_what_it_is(
    connection: Connection, network: Practice, trouble: str
) -> None:
    network.server.trouble(trouble, "/token")
    with pytest.raises(TemporaryFailure):
        await client_for(connection)
    await connection.refresh_from_db()
    assert connection.state == CONNECTED
    with pytest.raises(ReconnectNeeded) as failure:
        await client_for(connection)
    assert failure.value.trouble == "renewal_lost"


@pytest.mark.parametrize("trouble", ["500", "429", "503", "drop", "not json"])
async def test_a_fault_of_the_network_ends_no_permission(
    connection: Connection, network: Practice, trouble: str
) -> None:
    network.server.trouble(trouble, "/token")
    with pytest.raises(TemporaryFailure) as failure:
        await client_for(connection)
    assert failure.value.after == (7 if trouble in {"429", "503"} else 0)
    client, _ = await client_for(connection)
    assert network.server.authorization.valid(client.access_token)


async def test_a_mistake_of_the_operator_ends_no_permission(connection: Connection, network: Practice) -> None:
    network.manners = {"client_secret": "mistyped"}
    with pytest.raises(TemporaryFailure) as failure:
        await client_for(connection)
    assert failure.value.trouble == "app_refused"
    await connection.refresh_from_db()
    assert connection.state == CONNECTED
    network.manners = {}
    await client_for(connection)


async def test_a_permission_that_was_taken_back_is_told_once_to_the_owners(
    connection: Connection, network: Practice, sari: Account
) -> None:
    network.server.authorization.revoke(decrypt_tokens(connection).refresh_token)
    for _ in range(3):
        with pytest.raises(ReconnectNeeded) as failure:
            await client_for(connection)
        assert failure.value.trouble == "permission_ended"
    assert renewals(network) == 1
    [mail] = await OutgoingEmail.filter(kind="connections")
    assert mail.recipient == "sari@example.com" and "Nusantara Kopi" in mail.subject
    assert "Practice took the permission back" in mail.text


async def test_an_error_of_tokens_that_were_renewed_meanwhile_breaks_nothing(
    connection: Connection, network: Practice
) -> None:
    stale = await Connection.get(id=connection.id)
    await client_for(connection)
    assert not await mark_broken(stale, ReconnectNeeded("permission_ended"))
    assert (await Connection.get(id=connection.id)).state == CONNECTED


async def test_a_token_that_is_its_own_refresh_token_is_renewed_by_itself(
    as_sari: Browser, network: Practice, moved: Clock
) -> None:
    origin = network.server.origin
    network.manners = {
        "refreshes_itself": True,
        "refresh_url": f"{origin}/renew",
        "refresh_grant": "renew_itself",
        "rotates": False,
    }
    connection = await connect(as_sari, network)
    moved.on(timedelta(seconds=7200 - 200))
    client, _ = await client_for(connection)
    assert network.server.authorization.valid(client.access_token)
    assert connection.access_ends_at and (connection.access_ends_at - clock.now()).days == 60


async def test_a_token_that_nothing_renews_is_used_until_its_end(
    as_sari: Browser, network: Practice, moved: Clock
) -> None:
    network.manners = {"refreshable": False}
    connection = await connect(as_sari, network)
    network.server.requests.clear()
    moved.on(timedelta(seconds=7199))
    await client_for(connection)
    moved.on(timedelta(seconds=1))
    with pytest.raises(ReconnectNeeded):
        await client_for(connection)
    await connection.refresh_from_db()
    assert connection.state == NEEDS_RECONNECT and renewals(network) == 0


async def test_a_slow_renewal_does_not_overwrite_a_newer_one(connection: Connection, network: Practice) -> None:
    slow = await Connection.get(id=connection.id)
    old = decrypt_tokens(slow)
    await usable_grant(connection)
    grant = await store_renewed(slow, old, Grant("an-older-answer"))
    assert (
        grant.access_token == decrypt_tokens(await Connection.get(id=connection.id)).access_token != "an-older-answer"
    )


async def test_tokens_that_nobody_can_read_any_more_need_a_reconnect(connection: Connection, network: Practice) -> None:
    foreign = encrypt_tokens(decrypt_tokens(connection), (await Connection.get()).account_id)  # of another purpose
    await Connection.filter(id=connection.id).update(tokens=foreign)
    with pytest.raises(ReconnectNeeded) as failure:
        await client_for(connection)
    assert failure.value.trouble == "tokens_unreadable" and renewals(network) == 0
    await connection.refresh_from_db()
    assert connection.trouble == "tokens_unreadable"


async def test_without_the_scope_to_publish_nobody_gets_a_client(as_sari: Browser, network: Practice) -> None:
    network.server.authorization.grants = ["read"]
    connection = await connect(as_sari, network)
    assert not connection.may_publish and connection.scopes == ["read"]
    with pytest.raises(ReconnectNeeded) as failure:
        await client_for(connection)
    assert failure.value.trouble == "scope_missing"
