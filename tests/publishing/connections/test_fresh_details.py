"""What may be chosen is read from the network before somebody chooses, hourly at most."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from app.accounts.models import Account
from app.kernel import clock
from app.publishing.connections.connection import CONNECTED, NEEDS_RECONNECT, Connection
from app.publishing.connections.fresh_details import freshen, is_due
from app.publishing.connections.token_store import seal
from app.publishing.networks import facebook
from app.publishing.networks.network import Grant
from tests.conftest import Clock
from tests.networks import tiktok as stand_in
from tests.networks.media_host import configure
from tests.networks.stand_in import served

CREATOR = "/v2/post/publish/creator_info/query/"
assert facebook


@pytest.fixture
def network(database: str) -> Iterator[stand_in.TikTok]:
    with served(stand_in.TikTok()) as tiktok:
        configure(
            tiktok_client_key=stand_in.KEY,
            tiktok_client_secret=stand_in.SECRET,
            tiktok_url=tiktok.origin,
            tiktok_audited=True,
        )
        tiktok.authorization.access_seconds = 30 * 86400
        yield tiktok


async def connected(account: Account, token: str, network: str = "tiktok", **columns: Any) -> Connection:
    id = uuid4()
    return await Connection.create(
        id=id,
        account=account,
        network=network,
        external_id=str(id),
        tokens=seal(Grant(token), id),
        access_ends_at=clock.now() + timedelta(days=30),
        created_at=clock.now(),
        **columns,
    )


async def test_what_the_account_may_choose_is_read_and_stored(network: stand_in.TikTok, sari: Account) -> None:
    connection = await connected(sari, network.token(), details={"user_id": "kept"})
    await freshen([connection])
    stored = await Connection.get(id=connection.id)
    assert stored.details == connection.details and stored.details["user_id"] == "kept"
    assert stored.details["privacy_level_options"] == network.offered and stored.details["nickname"] == "Nusantara Kopi"


async def test_it_is_read_hourly_at_most(network: stand_in.TikTok, sari: Account, moved: Clock) -> None:
    connection = await connected(sari, network.token())
    await freshen([connection])
    await freshen([await Connection.get(id=connection.id)])
    assert len(network.arrivals(CREATOR)) == 1
    moved.on(timedelta(hours=1))
    network.duet_disabled = True
    await freshen([connection])
    assert len(network.arrivals(CREATOR)) == 2 and connection.details["duet_disabled"] is True


@pytest.mark.parametrize("trouble", ["429", "500", "drop", "not json"])
async def test_a_network_that_does_not_answer_changes_nothing(
    network: stand_in.TikTok, sari: Account, trouble: str
) -> None:
    connection = await connected(sari, network.token(), details={"privacy_level_options": ["SELF_ONLY"]})
    network.trouble(trouble, CREATOR)
    await freshen([connection])
    await connection.refresh_from_db()
    assert connection.details == {"privacy_level_options": ["SELF_ONLY"]} and connection.state == CONNECTED


async def test_a_permission_that_has_ended_is_noticed(network: stand_in.TikTok, sari: Account) -> None:
    connection = await connected(sari, "a token that is valid no more")
    await freshen([connection])
    await connection.refresh_from_db()
    assert (connection.state, connection.trouble) == (NEEDS_RECONNECT, "permission_ended")


async def test_a_page_does_not_wait_for_a_slow_network(network: stand_in.TikTok, sari: Account) -> None:
    connection = await connected(sari, network.token())
    network.trouble("slow drip", CREATOR)
    await freshen([connection], seconds=0.1)
    assert connection.details == {}


async def test_nobody_is_asked_who_has_nothing_to_tell(network: stand_in.TikTok, sari: Account) -> None:
    others = [
        await connected(sari, "", network="facebook"),
        await connected(sari, "", manual=True),
        await connected(sari, "", may_publish=False),
        await connected(sari, "", state=NEEDS_RECONNECT),
        await connected(sari, "", network="unknown"),
    ]
    assert not any(is_due(connection) for connection in others)
