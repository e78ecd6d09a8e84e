"""The events of a streamed answer, read as they are wanted, with limits on silence."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING

from app.gateway.upstreams.adapter import Target
from app.gateway.upstreams.errors import MalformedAnswer, UpstreamError
from app.gateway.upstreams.sse import Event, EventParser, EventTooLong

if TYPE_CHECKING:
    from app.gateway.upstreams.connection_pool import OpenAnswer

DRAIN_FOR = 0.2  # seconds in which the end of a stream may come after its last event, to keep its connection
LAST_PIECES = 8


class EventReader:
    """The events of an answer. `next` may be cancelled and called again: nothing of the stream is lost.

    Until the first event the whole wait may take `first_byte`. After it at most `idle` may pass between two pieces of
    the stream, be they comments, and the longer of both between two events. Only time in which somebody waits counts.
    `complete` is set by who knows that nothing more follows.
    """

    def __init__(self, answer: OpenAnswer, target: Target, waited: float) -> None:
        self._answer, self._target = answer, target
        self._parser, self._events = EventParser(), deque[Event]()
        self._ended = self._begun = self.complete = False
        self._since_piece, self._since_event = 0.0, waited

    @property
    def ready(self) -> bool:
        """Whether the next event has come already, and has data: empty ones only keep a connection open."""
        return bool(self._events and self._events[0].data)

    async def next(self) -> Event | None:
        """Returns the next event, None after the last one. Raises UpstreamTimedOut, MalformedAnswer, UpstreamError."""
        while not self._events:
            if self._ended:
                return None
            piece = await self._next_piece()
            try:
                self._events.extend(self._parser.feed(piece) if piece else self._parser.end())
            except EventTooLong:
                raise MalformedAnswer("The provider sent an event that is too long.", retryable=True) from None
            self._ended = not piece
        self._begun, self._since_event = True, 0.0
        return self._events.popleft()

    async def drain(self) -> None:
        """Reads the rest of a stream after its answer, for a moment, so that its connection can be used again."""
        try:
            for _ in range(LAST_PIECES):
                if not await self._answer.next_piece(DRAIN_FOR):
                    break
        except UpstreamError:
            return

    async def _next_piece(self) -> bytes:
        """Returns the bytes that have arrived, or waits for some; empty at the end."""
        loop, target = asyncio.get_running_loop(), self._target
        left = (max(target.first_byte, target.idle) if self._begun else target.first_byte) - self._since_event
        if self._begun:
            left = min(left, target.idle - self._since_piece)
        began = loop.time()
        try:
            piece = await self._answer.next_piece(left)
        finally:
            waited = loop.time() - began
            self._since_event += waited
            self._since_piece += waited
        self._since_piece = 0.0
        return piece
