"""In which order the routes of a model are tried: by priority, and among equal ones by chance, as their weights say.

Where a workspace has a credential of its own for a route, only such routes are tried, because those requests are billed
at zero. A client may name a region; then only routes there are tried.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar


class Choosable(Protocol):
    """What is needed here of a route; OfferedRoute has it."""

    @property
    def upstream_id(self) -> int:
        """The upstream to which the route goes."""
        ...

    @property
    def region(self) -> str:
        """Where the upstream runs."""
        ...

    @property
    def priority(self) -> int:
        """The lowest is tried first."""
        ...

    @property
    def weight(self) -> int:
        """The share among routes of the same priority; 0 for one that is tried after those with a weight."""
        ...


R = TypeVar("R", bound=Choosable)


def choose_routes(routes: Iterable[R], own: Mapping[int, str], region: str = "") -> list[R]:
    """Returns the routes to be tried, in this order; none if no route is in the region.

    `own` are the workspace's own credentials by the upstream, `region` the one that the client asked for, or "".
    """
    there = [route for route in routes if not region or route.region.lower() == region.lower()]
    owned = [route for route in there if route.upstream_id in own]
    return sorted(owned or there, key=lambda route: (route.priority, _draw(route.weight)))


def _draw(weight: int) -> float:
    """Draws when a route is tried: sorted by it, each of several is the first one as often as its weight says.

    Source: P. Efraimidis, P. Spirakis, “Weighted random sampling with a reservoir”, 2006.
    """
    return random.expovariate(weight) if weight > 0 else float("inf")
