"""Tries the routes of a model one after another until an answer begins; afterwards an error is the client's.

Another route is tried after 408, 409, 429, 5xx, and where no connection came about, never after what the client must
change, nor where the upstream may still be at work on a whole answer. Each try is recorded, and told to the circuit of
its route.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar
from uuid import UUID

from app.gateway.catalogue.offered import OfferedRoute
from app.gateway.metering.ai_request import HUNG_UP
from app.gateway.routing import circuit
from app.gateway.upstreams.adapter import Adapter, Target
from app.gateway.upstreams.errors import CredentialRefused, NotSupported, UpstreamError, UpstreamTimedOut
from app.gateway.upstreams.registry import ADAPTERS

MOST_TRIES = 4
WHOLE_TIMES = 5  # so that a whole answer may take ten minutes where its first byte may take two
T = TypeVar("T")
Operation = Callable[[Adapter, Target], Awaitable[T]]


class NoRoute(UpstreamError):
    """No route of the model may be tried now: none is in the region, or all their circuits are open."""

    name = "no_route"


def no_route(retry_after: float | None = None) -> NoRoute:
    """Returns the error for a request that no route may take now."""
    message = "No provider of this model is available at the moment."
    return NoRoute(message, status=503, retryable=True, retry_after=retry_after)


@dataclass(slots=True)
class Tries:
    """The routes that were tried for a request, as its row keeps them, and the one that answers.

    `own` are the credentials that the workspace, `account_id`, brought itself, by upstream; they say nothing about the
    upstream to others.
    """

    routes: Sequence[OfferedRoute]
    own: dict[int, str] = field(default_factory=dict, repr=False)
    rows: list[dict[str, Any]] = field(default_factory=list)
    answering: OfferedRoute | None = None
    account_id: UUID | None = None

    async def first(self, operation: Operation[T], *, whole: bool = False) -> T:
        """Returns what the operation does at the first route where it succeeds.

        A `whole` answer begins when it is finished, so that it may take WHOLE_TIMES as long as the first byte of
        others. After its time-out no other route is tried: the first upstream is still at work, and charges for it.
        Raises: UpstreamError of the last route that was tried, NoRoute if none was.
        """
        last: UpstreamError | None = None
        for route in self.routes:
            if len(self.rows) >= MOST_TRIES or not await circuit.may_try(route.id):
                continue
            try:
                return await self._try(route, operation, WHOLE_TIMES if whole else 1)
            except UpstreamError as error:
                last = self._worse(last, error)
                if not error.retryable and not isinstance(error, NotSupported):
                    break
                if whole and isinstance(error, UpstreamTimedOut):
                    break
        raise last or no_route(await circuit.seconds_until_try(route.id for route in self.routes))

    async def _try(self, route: OfferedRoute, operation: Operation[T], times: int) -> T:
        """Does the operation at a route, and records how it went. Raises: UpstreamError."""
        began = time.perf_counter()
        try:
            target = route.target(self.own.get(route.upstream_id))
            result = await operation(ADAPTERS[route.kind], replace(target, first_byte=target.first_byte * times))
        except asyncio.CancelledError:
            self._record(route, began, HUNG_UP)
            raise
        except UpstreamError as error:
            self._record(route, began, error.status, error.name)
            await self.failed(route, error)
            raise
        self._record(route, began, 200)
        self.answering = route
        await circuit.record_success(route.id)
        return result

    async def failed(self, route: OfferedRoute, error: UpstreamError) -> None:
        """Tells the circuit of a route; what an upstream refuses a workspace's own credential is its own matter.

        So is an answer that the credential may not use the model: otherwise one workspace could close a route to all.
        """
        of_credential = isinstance(error, CredentialRefused) or 400 <= error.status < 500
        if not (of_credential and route.upstream_id in self.own):
            await circuit.record_failure(route.id, error, self.account_id)

    def _record(self, route: OfferedRoute, began: float, status: int, error: str = "") -> None:
        """Adds a route that was tried to what the request's row keeps."""
        row = {"upstream": route.upstream, "status": status, "ms": round((time.perf_counter() - began) * 1000)}
        self.rows.append(row | ({"error": error} if error else {}))

    @staticmethod
    def _worse(last: UpstreamError | None, error: UpstreamError) -> UpstreamError:
        """Returns the one of two errors that helps the client more; that an upstream lacks an operation helps least."""
        return last if last is not None and isinstance(error, NotSupported) else error
