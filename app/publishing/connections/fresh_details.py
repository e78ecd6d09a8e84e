"""Reads what may change at a network before somebody chooses it: who may see a post at TikTok, limits of a server.

TikTok wants that before each post. It is read when a person opens the composer or a post goes out, hourly at most.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

import structlog

from app.kernel import clock
from app.publishing.connections.access import client_for, mark_broken
from app.publishing.connections.connection import CONNECTED, Connection
from app.publishing.networks.client import Unreachable
from app.publishing.networks.errors import NetworkError, ReconnectNeeded
from app.publishing.networks.network import Network
from app.publishing.networks.registry import NETWORKS

READ_AT, READ_EVERY = "read_at", timedelta(hours=1)
LONGEST = 5.0  # seconds that a page waits
log = structlog.get_logger()
_running: set[asyncio.Task[None]] = set()  # asyncio itself keeps only weak references


async def freshen(connections: Iterable[Connection], seconds: float = LONGEST) -> None:
    """Reads the details of connections that are due, and stores them; the objects have the new ones.

    It waits so many seconds and then leaves the rest to go on by itself: a token that is being renewed must not be
    interrupted. A network that does not answer changes nothing.
    """
    tasks = {asyncio.create_task(_read(connection)) for connection in connections if is_due(connection)}
    _running.update(tasks)
    for task in tasks:
        task.add_done_callback(_running.discard)
    if tasks:
        await asyncio.wait(tasks, timeout=seconds)


def is_due(connection: Connection) -> bool:
    """Whether the details of a connection may have changed, and were not read within the hour."""
    network = NETWORKS.get(connection.network)
    if network is None or type(network).refresh_details is Network.refresh_details:
        return False
    works = connection.state == CONNECTED and connection.may_publish and not connection.manual
    return works and clock.now() - _read_at(connection.details) >= READ_EVERY


def _read_at(details: dict[str, Any]) -> datetime:
    """Returns when details were read last."""
    seconds = details.get(READ_AT)
    return datetime.fromtimestamp(seconds, clock.EARLIEST.tzinfo) if isinstance(seconds, int) else clock.EARLIEST


async def _read(connection: Connection) -> None:
    """Reads and stores the details of one connection."""
    try:
        client, target = await client_for(connection)
        details = await NETWORKS[connection.network].refresh_details(client, target)
    except ReconnectNeeded as error:
        await mark_broken(connection, error)
    except (NetworkError, Unreachable) as error:
        log.info("details not read", network=connection.network, trouble=getattr(error, "trouble", "unreachable"))
    else:
        fresh = {**details, READ_AT: int(clock.now().timestamp())}
        if await Connection.filter(id=connection.id, disconnected_at=None).update(details=fresh):
            connection.details = fresh
