"""Reads what may have changed at a network before somebody answers its questions, such as who may see a video there.

The details of each connection are read once an hour at most, whoever opens the composer. What a network does not answer
in time stays as it was. Networks without such details get no request.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import datetime, timedelta

from tortoise.expressions import F

from app.kernel import clock
from app.publishing.connections import authorised_client
from app.publishing.connections.connection import CONNECTED, Connection
from app.publishing.networks.client import Unreachable
from app.publishing.networks.errors import NetworkError, ReconnectNeeded
from app.publishing.networks.network import Network
from app.publishing.networks.registry import NETWORKS

REFRESH_INTERVAL, TIMEOUT_SECONDS = timedelta(hours=1), 6.0  # seconds for all networks together
READ_AT = "read_at"  # in the details of a connection: when they were read, as RFC 3339


async def refresh_old_details(connections: Iterable[Connection]) -> None:
    """Reads the details of these connections again where they are older than an hour, and stores them."""
    old = [connection for connection in connections if _is_old(connection)]
    if not old:
        return
    tasks = [asyncio.create_task(_refresh(connection)) for connection in old]
    _done, late = await asyncio.wait(tasks, timeout=TIMEOUT_SECONDS)
    for task in late:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def _is_old(connection: Connection) -> bool:
    """Whether a connection has details that may have changed since they were read."""
    network = NETWORKS.get(connection.network)
    if network is None or type(network).refresh_details is Network.refresh_details:
        return False
    if connection.manual or connection.state != CONNECTED or not connection.may_publish:
        return False
    return _read_at(connection) < clock.now() - REFRESH_INTERVAL


def _read_at(connection: Connection) -> datetime:
    """When the details were read; long ago if they never were."""
    try:
        return datetime.fromisoformat(str(connection.details.get(READ_AT, "")))
    except ValueError:
        return clock.EARLIEST


async def _refresh(connection: Connection) -> None:
    """Reads and stores the details of one connection, unless somebody else does so at this moment.

    One that is disconnected or connected anew meanwhile stays as that left it: nothing that was to be forgotten is
    written again, and nothing that was read with the permission before.
    """
    read_at = {READ_AT: clock.format_rfc3339(clock.now())}
    live = Connection.filter(id=connection.id, disconnected_at=None)
    row = live.filter(version=connection.version)
    if not await row.update(details={**connection.details, **read_at}, version=F("version") + 1):
        return
    try:
        client, target = await authorised_client.client_for(connection)
        details = await NETWORKS[connection.network].refresh_details(client, target)
    except ReconnectNeeded as error:
        await authorised_client.mark_broken(connection, error)
        await connection.refresh_from_db()
    except (NetworkError, Unreachable):
        return
    else:
        connection.details = {**details, **read_at}
        await live.filter(version=connection.version + 1).update(details=connection.details)
