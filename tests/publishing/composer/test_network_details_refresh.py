"""What may change at a network is read before the composer shows its questions, once an hour at most."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from app.accounts.models import Account
from app.kernel import clock
from app.publishing.composer import network_details_refresh
from app.publishing.composer.network_details_refresh import refresh_old_details
from app.publishing.connections import authorised_client
from app.publishing.connections.connect_accounts import _renew
from app.publishing.connections.connection import NEEDS_RECONNECT, Connection
from app.publishing.networks.client import NetworkClient, Unreachable
from app.publishing.networks.network import Target
from app.publishing.networks.registry import NETWORKS
from tests.publishing.posts.stand_ins import Strict, connect


class Changing(Strict):
    """A network whose choices change; it counts how often it was asked."""

    asked = 0
    error: Exception | None = None

    async def refresh_details(self, client: NetworkClient, target: Target) -> dict[str, Any]:
        type(self).asked += 1
        if self.error:
            raise self.error
        return {"privacy_choices": ["public"]}


@pytest.fixture(autouse=True)
def changing(monkeypatch: pytest.MonkeyPatch) -> Changing:
    network = Changing()
    Changing.asked = 0
    monkeypatch.setitem(NETWORKS, "panggung", network)

    async def client_for(connection: Connection) -> tuple[NetworkClient, Target]:
        return NetworkClient("token"), authorised_client.call_target(connection)

    monkeypatch.setattr(authorised_client, "client_for", client_for)
    return network


async def test_details_are_read_once_an_hour_whoever_opens_the_composer(
    sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = await connect(sari, "panggung")
    copies = [await Connection.get(id=connection.id) for _ in range(3)]

    await asyncio.gather(*(refresh_old_details([each]) for each in copies))
    await refresh_old_details([await Connection.get(id=connection.id)])
    assert Changing.asked == 1
    assert (await Connection.get(id=connection.id)).details["privacy_choices"] == ["public"]

    later = clock.now() + timedelta(minutes=61)
    monkeypatch.setattr(clock, "now", lambda: later)
    await refresh_old_details([await Connection.get(id=connection.id)])
    assert Changing.asked == 2


async def test_a_network_that_fails_or_does_not_answer_changes_nothing(
    sari: Account, changing: Changing, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = await connect(sari, "panggung", details={"privacy_choices": ["private"]})
    changing.error = Unreachable("ConnectFailed", sent=False)
    await refresh_old_details([connection])
    assert (await Connection.get(id=connection.id)).details["privacy_choices"] == ["private"]

    async def never(*_: Any) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr(network_details_refresh, "TIMEOUT_SECONDS", 0.01)
    monkeypatch.setattr(Changing, "refresh_details", never)
    other = await connect(sari, "panggung", details={"privacy_choices": ["private"]})
    await refresh_old_details([other])
    assert other.details["privacy_choices"] == ["private"]


async def test_connections_without_a_permission_and_manual_ones_are_not_asked(sari: Account) -> None:
    await refresh_old_details(
        [
            await connect(sari, "panggung", manual=True),
            await connect(sari, "panggung", state=NEEDS_RECONNECT),
            await connect(sari, "panggung", may_publish=False),
            await connect(sari, "warung"),
        ]
    )

    assert Changing.asked == 0


async def test_what_is_disconnected_while_its_details_are_read_gets_none(
    sari: Account, changing: Changing, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = await connect(sari, "panggung")

    async def forget(_network: Changing, _client: NetworkClient, _target: Target) -> dict[str, Any]:
        await Connection.filter(id=connection.id).update(disconnected_at=clock.now(), details={})
        return {"privacy_choices": ["public"]}

    monkeypatch.setattr(Changing, "refresh_details", forget)
    await refresh_old_details([connection])
    assert (await Connection.get(id=connection.id)).details == {}

    await refresh_old_details([connection])
    assert (await Connection.get(id=connection.id)).details == {}


async def test_what_is_connected_anew_while_its_details_are_read_keeps_its_new_details(
    sari: Account, changing: Changing, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = await connect(sari, "panggung")

    async def connect_anew(_network: Changing, _client: NetworkClient, _target: Target) -> dict[str, Any]:
        await _renew(connection, {"details": {"author": "new"}})
        return {"author": "old"}

    monkeypatch.setattr(Changing, "refresh_details", connect_anew)
    await refresh_old_details([connection])
    assert (await Connection.get(id=connection.id)).details == {"author": "new"}
