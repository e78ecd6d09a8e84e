"""A request to a model from its reservation to its settlement, which comes once, however the request ends.

    run = await ModelRun.begin(account, model, endpoint="chat", most=most)
    async with run:
        answer = await run.answer(lambda adapter, target: adapter.chat(target, body_for(target)))

Leaving the block closes the upstream's connection first and then settles: with what the upstream said it used, else
with what was delivered. A task that is cancelled, because its client closed the connection, settles all the same.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Required, Self, TypedDict, Unpack, cast

from app.accounts.models import Account
from app.gateway.catalogue.offered import OfferedModel
from app.gateway.contents.transcript import Transcript
from app.gateway.metering.ai_request import API
from app.gateway.metering.call import Call, Outcome, Reservation
from app.gateway.metering.estimate import estimated_usage
from app.gateway.metering.reservation import renew, reserve
from app.gateway.metering.reservation_renewal import kept_alive
from app.gateway.metering.terms_of_key import Terms
from app.gateway.routing import settling
from app.gateway.routing.answer_length import answer_bytes
from app.gateway.routing.failover import Operation, Tries, no_route
from app.gateway.routing.outcome import error_name, status_of
from app.gateway.routing.own_credentials import own_credentials
from app.gateway.routing.route_choice import choose_routes
from app.gateway.upstreams.adapter import Adapter, Answer, Chunk, Stream, Target
from app.gateway.upstreams.errors import UpstreamError
from app.gateway.upstreams.usage import Usage
from app.kernel import secrets
from app.keys.models import ApiKey


def new_request_id() -> str:
    """Returns the id of a request to a model, by which people and programs name it."""
    return f"air_{secrets.random_base62(20)}"


class RunFacts(TypedDict, total=False):
    """What else is known of a request at its beginning.

    `endpoint` is the name of the operation, as in AiRequest; `key` the API's key, None for the dashboard, of which
    `source` says which part; `terms` those of the key, if they were read with it; `end_user` the digest of the client's
    customer.
    """

    endpoint: Required[str]
    key: ApiKey | None
    terms: Terms
    source: str
    streamed: bool
    request_id: str
    end_user: str


@dataclass(slots=True)
class ModelRun:
    """What is known of a request while it runs.

    `usage` is what the upstream said, and only of what came until now where `so_far` is set. `delivered` are the
    bytes of text that the client got, `whole` is whether the answer came to its end, `settled` whether it is paid.
    `transcript` is set where the content is to be kept.
    """

    model: OfferedModel
    reservation: Reservation
    tries: Tries
    began: float
    usage: Usage | None = None
    so_far: bool = False
    delivered: int = 0
    first_ms: int | None = None
    whole: bool = False
    settled: bool = False
    transcript: Transcript | None = None
    _open: AsyncExitStack = field(default_factory=AsyncExitStack)
    _chunks: AsyncIterator[Chunk] | None = None
    _task: asyncio.Task[Any] | None = None

    @classmethod
    async def begin(
        cls, account: Account, model: OfferedModel, *, most: Usage, region: str = "", **facts: Unpack[RunFacts]
    ) -> Self:
        """Reserves the most that a request may cost, and chooses its routes.

        `region` bounds where the request may be processed. Raises: NoRoute, the refusals of `reserve`.
        """
        began = time.perf_counter()
        routes = choose_routes(model.routes, own := await own_credentials(account.id, model), region)
        if not routes:
            raise no_route()
        call = Call(
            account=account,
            key=facts.get("key"),
            source=facts.get("source", API),
            model=model,
            endpoint=facts["endpoint"],
            streamed=facts.get("streamed", False),
            own_key=any(route.upstream_id in own for route in routes),
            request_id=facts.get("request_id") or new_request_id(),
            end_user=facts.get("end_user", ""),
            most=most,
            terms=facts.get("terms"),
        )
        return cls(model, await reserve(call), Tries(routes, own, account_id=account.id), began)

    async def __aenter__(self) -> Self:
        if task := asyncio.current_task():
            self._task = task
            settling.running().requests.add(task)
        await self._open.enter_async_context(kept_alive(self.reservation))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            await self._open.aclose()
        finally:
            settling.running().requests.discard(self._task)  # the settlement has a task of its own
            await self.settle(error)

    async def answer(self, operation: Operation[Answer]) -> Answer:
        """Returns the whole answer of the first route that gives one. Raises: UpstreamError."""
        answer = await self.tries.first(operation, whole=True)
        self.usage, self.whole = answer.usage, True
        self.delivered = answer_bytes(answer.body)
        if self.transcript:
            self.transcript.answer(answer.body)
        self.first_ms = self._milliseconds()
        return answer

    async def open(self, operation: Callable[[Adapter, Target], Stream]) -> None:
        """Waits until the first route begins to stream; `chunks` are to be read then. Raises: UpstreamError."""

        async def enter(adapter: Adapter, target: Target) -> AsyncIterator[Chunk]:
            return await self._open.enter_async_context(operation(adapter, target))

        self._chunks = await self.tries.first(enter)
        self.first_ms = self._milliseconds()

    @property
    def next_is_ready(self) -> bool:
        """Whether the next piece has come already, so that nothing is waited for; False where that is not known."""
        return bool(getattr(self._chunks, "ready", False))

    async def next_chunk(self) -> Chunk | None:
        """Returns the next piece of the stream, which counts as delivered; None at its end. Raises: UpstreamError."""
        chunks = cast(AsyncIterator[Chunk], self._chunks)  # after `open`
        try:
            chunk = await anext(chunks, None)
        except UpstreamError as error:
            if self.tries.answering:
                await self.tries.failed(self.tries.answering, error)
            raise
        if chunk is None:
            self.whole = True
            return None
        if chunk.usage:
            self.usage, self.so_far = chunk.usage, chunk.so_far
        self.delivered += chunk.delivered
        if self.transcript:
            self.transcript.add(chunk)
        if not await renew(self.reservation, self.delivered):
            raise UpstreamError("The request was ended because it had not been heard of for long.", retryable=False)
        return chunk

    def hand_over(self) -> None:
        """Leaves the settlement to what goes on after this request, such as a video that is being made."""
        self.settled = True

    async def settle(self, error: BaseException | None = None) -> None:
        """Settles the request; only the first call does. Without an error its status is 200."""
        if self.settled:
            return
        self.settled = True
        outcome = Outcome(
            status=status_of(error),
            usage=self._used(),
            delivered=self.delivered,
            error=error_name(error),
            tries=self.tries.rows,
            first_ms=self.first_ms,
            whole_ms=self._milliseconds(),
        )
        await settling.settle_surely(self.reservation, outcome, self.transcript)

    def _used(self) -> Usage | None:
        """What the upstream said; of an answer that was cut off, at least what was delivered."""
        if self.usage is None or self.whole:
            return None if self.so_far else self.usage
        counted = estimated_usage(self.reservation.most, self.delivered, complete=False).output
        return self.usage + Usage(output=max(0, counted - self.usage.output_tokens))

    def _milliseconds(self) -> int:
        return round((time.perf_counter() - self.began) * 1000)
