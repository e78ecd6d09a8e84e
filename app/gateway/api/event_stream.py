"""Streams an answer to a client as server-sent events, at the pace at which the client reads.

The next piece is asked of the upstream once the one before was taken, so that a slow reader never grows memory. While
the upstream is silent, comments keep the connection open, also before the answer begins. Until the first byte is sent
an error is an answer with a status; after it, an event and the end. The request is settled before the last event.

The generator is begun before its response is returned, so that it is closed, and the request settled, even where the
client is gone before the response is sent.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from typing import Any, Protocol

import structlog
from quart import Response

from app.gateway.api.error_answers import ErrorFacts, facts_of
from app.gateway.api.json_answer import encode_json
from app.gateway.routing.model_run import ModelRun
from app.gateway.upstreams.adapter import Adapter, Chunk, Stream, Target
from app.gateway.upstreams.errors import UpstreamError
from app.kernel import installation
from app.kernel.problem_log import log_problem

KEEP_ALIVE = b": keep-alive\n\n"
AT_ONCE = 8 * 1024  # bytes of events that are sent in one piece
log = structlog.get_logger()


class EventWriter(Protocol):
    """Writes the events of an API's streams; what it returns may be empty."""

    def write(self, chunk: Chunk) -> bytes:
        """Returns the events for a piece of the answer."""
        ...

    def finish(self) -> bytes:
        """Returns the events at the end of a whole answer."""
        ...

    def fail(self, facts: ErrorFacts) -> bytes:
        """Returns the event for an error in the middle of an answer."""
        ...


def encode_event(value: Any, name: str = "") -> bytes:
    """Returns an event with JSON as its data."""
    head = f"event: {name}\n".encode() if name else b""
    return head + b"data: " + encode_json(value) + b"\n\n"


async def stream_response(
    run: ModelRun, operation: Callable[[Adapter, Target], Stream], writer: EventWriter
) -> Response:
    """Returns the response that streams an answer, once its first byte is there.

    Raises: UpstreamError before that.
    """
    events = _events(run, operation, writer)
    first = await anext(events)
    response = Response(_resume(first, events), content_type="text/event-stream; charset=utf-8")
    response.timeout = None
    response.headers["Cache-Control"] = "no-cache, no-store"
    response.headers["X-Accel-Buffering"] = "no"
    return response


async def _resume(first: bytes, events: AsyncGenerator[bytes]) -> AsyncGenerator[bytes]:
    """Yields what was read already, and the rest."""
    try:
        yield first
        await asyncio.sleep(0)  # the first event leaves before work begins on those that came with it
        async for event in events:
            yield event
    finally:
        await events.aclose()


async def _events(
    run: ModelRun, operation: Callable[[Adapter, Target], Stream], writer: EventWriter
) -> AsyncGenerator[bytes]:
    """Yields the events of an answer. Raises: UpstreamError before the first one."""
    begun = False
    pieces = _written(run, _pieces(run, operation), writer)
    async with run:
        try:
            async for data in pieces:
                begun = True
                yield data
        except Exception as error:
            if not begun:
                raise
            if not isinstance(error, UpstreamError):
                log_problem("stream_failed", error, request=run.reservation.request_id)
            await run.settle(error)
            yield writer.fail(facts_of(error))
            return
        finally:
            await pieces.aclose()
        await run.settle()
        yield writer.finish()


async def _written(run: ModelRun, pieces: AsyncGenerator[Chunk | None], writer: EventWriter) -> AsyncGenerator[bytes]:
    """Yields the events of pieces: the first by itself, later ones that came at once in one. Raises: UpstreamError."""
    begun, held = False, b""
    try:
        async for chunk in pieces:
            held += KEEP_ALIVE if chunk is None else writer.write(chunk)
            if held and not (begun and run.next_is_ready and len(held) < AT_ONCE):
                begun, data, held = True, held, b""
                yield data
    except Exception:
        if held:
            yield held
        raise
    finally:
        await pieces.aclose()
    if held:
        yield held


async def _pieces(run: ModelRun, operation: Callable[[Adapter, Target], Stream]) -> AsyncGenerator[Chunk | None]:
    """Yields the pieces of an answer, and None after each time of silence. Raises: UpstreamError."""
    silence = installation.current().config.gateway_keep_alive
    step: asyncio.Task[Chunk | None] = asyncio.create_task(_open(run, operation))
    try:
        while True:
            while not (await asyncio.wait((step,), timeout=silence))[0]:
                yield None
            if (chunk := step.result()) is None:
                return
            yield chunk
            while run.next_is_ready:
                if (chunk := await run.next_chunk()) is None:
                    return
                yield chunk
            step = asyncio.create_task(run.next_chunk())
    finally:
        step.cancel()
        await asyncio.gather(step, return_exceptions=True)


async def _open(run: ModelRun, operation: Callable[[Adapter, Target], Stream]) -> Chunk | None:
    await run.open(operation)
    return await run.next_chunk()
