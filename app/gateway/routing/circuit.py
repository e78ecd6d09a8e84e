"""The circuit of each route: after several failures in a row it is open, and nobody waits for what does not answer.

While it is open, the route is not tried. When that time is over, one request of all processes tries it (half-open); it
closes the circuit or opens it again. An upstream that says when to come back (`Retry-After`) is not tried before.

The circuits are in the rows of routes, so that all processes share them. Each process reads them every two seconds at
most, and only those that have failures; a route without any costs no query.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from tortoise.expressions import F, Q
from tortoise.queryset import QuerySet

from app.gateway.catalogue.upstream import Route
from app.gateway.upstreams.errors import NotSupported, UpstreamError
from app.kernel import clock, installation

OPENS_AFTER = 5  # failures in a row
BROKE = 500  # the status of an upstream that may have broken at this request only
OPEN_FOR, PROBE_FOR, LONGEST = timedelta(seconds=30), timedelta(seconds=60), timedelta(minutes=10)
FRESH_FOR = 2.0  # seconds


@dataclass(slots=True)
class Circuit:
    """The failures of a route in a row, and until when it is not tried; None while the circuit is closed."""

    failures: int = 0
    open_until: datetime | None = None


@dataclass(slots=True)
class Circuits:
    """The circuits of routes that have failed, by the route's id, as this process knows them.

    `accounts` are those whose requests failed at a route since it answered last, as far as this process made them.
    """

    known: dict[int, Circuit] = field(default_factory=dict)
    accounts: dict[int, set[UUID | None]] = field(default_factory=dict)
    fresh_until: float = 0.0


async def may_try(route_id: int) -> bool:
    """Whether a route may be tried now; of those that ask after its time is over, one may."""
    circuit = (await _circuits()).known.get(route_id)
    if circuit is None or circuit.open_until is None:
        return True
    if circuit.open_until > (now := clock.now()):
        return False
    circuit.open_until = now + PROBE_FOR
    return bool(await Route.filter(id=route_id, open_until__lte=now).update(open_until=now + PROBE_FOR))


async def seconds_until_try(route_ids: Iterable[int]) -> float | None:
    """Returns the seconds until the first of some routes may be tried again; None if none of them waits."""
    known = (await _circuits()).known
    ends = [circuit.open_until for id in route_ids if (circuit := known.get(id)) and circuit.open_until]
    return max(1.0, (min(ends) - clock.now()).total_seconds()) if ends else None


async def record_failure(route_id: int, error: UpstreamError, account_id: UUID | None = None) -> None:
    """Counts a failure of a route; what is the client's fault is none.

    The circuit opens after several in a row, when a probe fails, and at once where the upstream says how long. It does
    not for a status of 500 that a single account, `account_id`, gets: many upstreams answer so to requests at which
    they break, and nobody should close a route to others by sending such.
    """
    if not _is_failure(error):
        return
    circuits, route = await _circuits(), Route.filter(id=route_id)
    accounts = circuits.accounts.setdefault(route_id, set())
    accounts.add(account_id)
    await route.update(failures=F("failures") + 1)
    if error.status == BROKE and accounts == {account_id} and account_id is not None:
        circuits.known |= await _read(route)
        return
    wait = timedelta(seconds=error.retry_after) if error.retry_after else OPEN_FOR
    opens = route if error.retry_after else route.filter(failures__gte=OPENS_AFTER)
    await opens.update(open_until=clock.now() + min(wait, LONGEST))
    circuits.known |= await _read(route)


async def record_success(route_id: int) -> None:
    """Closes the circuit of a route that answered, and forgets its failures."""
    circuits = await _circuits()
    circuits.accounts.pop(route_id, None)
    if circuits.known.pop(route_id, None) is not None:
        await Route.filter(id=route_id).update(failures=0, open_until=None)


def _is_failure(error: UpstreamError) -> bool:
    """Whether an error says that the upstream does not work, and not that a request is wrong."""
    return error.retryable and not isinstance(error, NotSupported)


async def _circuits() -> Circuits:
    """Returns the circuits, at most two seconds old."""
    circuits = installation.current().resource(Circuits)
    if time.monotonic() >= circuits.fresh_until:
        circuits.fresh_until = time.monotonic() + FRESH_FOR
        circuits.known = await _read(Route.filter(Q(failures__gt=0) | Q(open_until__isnull=False)))
    return circuits


async def _read(routes: QuerySet[Route]) -> dict[int, Circuit]:
    """Reads the circuits of routes, by the ids of the routes."""
    rows: list[Any] = await routes.values_list("id", "failures", "open_until")
    return {id: Circuit(failures, open_until) for id, failures, open_until in rows}
