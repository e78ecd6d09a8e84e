"""The limits of networks: how many posts a connection, or all of them, may publish in a window of time.

A post is counted by one conditional statement in the transaction that passes the fence, so that any number of processes
together never exceed a limit, and given back when nothing was sent. When the network itself wants no calls for a while,
that is a stop: a row without a window, of a connection or of the whole app.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from app.jobs import NIGHTLY, Job, handler
from app.jobs.schedule import EPOCH
from app.kernel import clock, db, secrets
from app.publishing.connections.connection import Connection
from app.publishing.delivery.network_use import NetworkUse
from app.publishing.networks.network import Network, RateLimit
from app.publishing.networks.registry import NETWORKS

STOP, MOST_KEY, RETENTION = "stop", 60, timedelta(days=8)
COUNT = """
    INSERT INTO network_uses (key, limit_name, window_start, used) VALUES ($1, $2, $3, 1)
    ON CONFLICT (key, limit_name, window_start) DO UPDATE SET used = network_uses.used + 1
    WHERE network_uses.used < $4 RETURNING used"""
GIVE_BACK = """
    UPDATE network_uses SET used = used - 1
    WHERE key = $1 AND limit_name = $2 AND window_start = $3 AND used > 0 RETURNING used"""
PROLONG = """
    INSERT INTO network_uses (key, limit_name, window_start, used, stopped_until) VALUES ($1, $2, $3, 0, $4)
    ON CONFLICT (key, limit_name, window_start) DO UPDATE SET stopped_until = excluded.stopped_until
    WHERE network_uses.stopped_until IS NULL OR network_uses.stopped_until < excluded.stopped_until
    RETURNING used"""


class LimitReached(Exception):
    """Raised when a limit of the network allows no further post until its present window ends at `until`."""

    def __init__(self, name: str, until: datetime) -> None:
        super().__init__(name, until)
        self.name, self.until = name, until


@dataclass(frozen=True, slots=True)
class LimitUsage:
    """The usage of a limit: `used` of `most` posts in the window that ends at `renews_at`.

    `whole_app` says that the limit is shared by everybody on this installation. `stopped_until` is set while the
    network accepts no calls; then nothing is left.
    """

    name: str
    most: int
    used: int
    renews_at: datetime
    whole_app: bool = False
    stopped_until: datetime | None = None

    @property
    def left(self) -> int:
        """How many posts may still be published in this window."""
        return 0 if self.stopped_until else max(self.most - self.used, 0)


def window_start(limit: RateLimit, at: datetime) -> datetime:
    """Returns when the window of a limit began that contains a time."""
    return at - (at - EPOCH) % timedelta(seconds=limit.seconds)


def app_key(network: str, server: str = "") -> str:
    """Returns the key for counters that concern all connections at a network, or at one server of it (Mastodon)."""
    key = f"{network} {server}".strip()
    return key if len(key) <= MOST_KEY else f"{network} {secrets.sha256_hex(server)[:32]}"


async def count_post(network: Network, connection: Connection, at: datetime) -> None:
    """Counts a post against all limits of its network; call it inside a transaction, which the exception must end.

    Raises: LimitReached.
    """
    for limit in _in_order(network):
        start = window_start(limit, at)
        values = [_key(limit, connection), limit.name, start, _most(limit, connection)]
        if not await db.query_rows(COUNT, values):
            raise LimitReached(limit.name, start + timedelta(seconds=limit.seconds))


async def uncount_post(network: Network, connection: Connection, at: datetime) -> None:
    """Reverts the count of `count_post` at that time, because nothing was sent."""
    for limit in _in_order(network):
        await db.query_rows(GIVE_BACK, [_key(limit, connection), limit.name, window_start(limit, at)])


async def stop_connection(connection: Connection, until: datetime) -> None:
    """Stops a connection from publishing until a time; an earlier end is prolonged, a later one kept."""
    await db.query_rows(PROLONG, [str(connection.id), STOP, EPOCH, until])


async def stop_app(network: str, server: str, until: datetime) -> None:
    """Stops all connections at a network until a time, because the network refuses our whole app."""
    await db.query_rows(PROLONG, [app_key(network, server), STOP, EPOCH, until])


async def stop_end(connection: Connection) -> datetime | None:
    """Returns until when the network accepts no calls for a connection; None when it may publish."""
    return (await stop_ends([connection])).get(connection.id)


async def stop_ends(connections: Sequence[Connection]) -> dict[UUID, datetime]:
    """Returns until when networks accept no calls, by the id of the connection; only for stopped connections."""
    keys = {connection.id: {str(connection.id), _app_key(connection)} for connection in connections}
    stops = NetworkUse.filter(key__in=set().union(*keys.values()), limit_name=STOP, window_start=EPOCH)
    ends = {stop.key: stop.stopped_until for stop in await stops.filter(stopped_until__gt=clock.now())}
    found = {id: [end for key in of_connection if (end := ends.get(key))] for id, of_connection in keys.items()}
    return {id: max(times) for id, times in found.items() if times}


async def stopped_apps() -> list[NetworkUse]:
    """Returns the stops in force that concern a whole network, for the operator."""
    stops = NetworkUse.filter(limit_name=STOP, stopped_until__gt=clock.now()).order_by("key")
    return [stop for stop in await stops if stop.key.partition(" ")[0] in NETWORKS]


async def limit_usages_by_connection(connections: Sequence[Connection]) -> dict[UUID, list[LimitUsage]]:
    """Returns the usages of the limits of connections, by id; an empty list for a connection without limits."""
    now, stops = clock.now(), await stop_ends(connections)
    keys = {_key(limit, connection) for connection in connections for limit in _limits(connection)}
    rows = NetworkUse.filter(key__in=keys, window_start__gt=now - RETENTION).exclude(limit_name=STOP)
    used = {(row.key, row.limit_name, row.window_start): row.used for row in await rows} if keys else {}
    return {
        connection.id: [
            LimitUsage(
                limit.name,
                _most(limit, connection),
                used.get((_key(limit, connection), limit.name, start), 0),
                start + timedelta(seconds=limit.seconds),
                limit.app,
                stops.get(connection.id),
            )
            for limit in _limits(connection)
            for start in [window_start(limit, now)]
        ]
        for connection in connections
    }


@handler("posts.forget_uses", schedule=NIGHTLY)
async def delete_old_counters(_job: Job) -> None:
    """Deletes the counters of windows that ended long ago."""
    await NetworkUse.filter(window_start__lt=clock.now() - RETENTION).exclude(limit_name=STOP).delete()
    await NetworkUse.filter(limit_name=STOP, stopped_until__lt=clock.now()).delete()


def _in_order(network: Network) -> Sequence[RateLimit]:
    """The limits in an order that all transactions share, so that none waits for another that waits for it.

    Those of the whole app are last: everybody's posts wait for their rows.
    """
    return sorted(network.limits, key=lambda limit: (limit.app, limit.name))


def _limits(connection: Connection) -> Sequence[RateLimit]:
    """The limits of a connection; one that people publish to by hand has none."""
    network = NETWORKS.get(connection.network)
    return network.limits if network and not connection.manual else ()


def _app_key(connection: Connection) -> str:
    return app_key(connection.network, connection.server)


def _key(limit: RateLimit, connection: Connection) -> str:
    return _app_key(connection) if limit.app else str(connection.id)


def _most(limit: RateLimit, connection: Connection) -> int:
    """The limit's number, or the one that the network reports for this connection (its details under `limits`)."""
    live = connection.details.get("limits")
    number = live.get(limit.name) if isinstance(live, dict) else None
    return number if isinstance(number, int) and number > 0 else limit.most
