"""Streams of upstreams that speak another language than OpenAI's: each event becomes any number of chunks."""

from __future__ import annotations

from collections import deque
from typing import Protocol

from app.gateway.upstreams.adapter import Chunk, Json, Target
from app.gateway.upstreams.errors import MalformedAnswer
from app.gateway.upstreams.event_reader import EventReader
from app.gateway.upstreams.openai_streams import Chunks

NOTHING = Chunk({})


class Translation(Protocol):
    """Turns the events of one answer into chunks, in their order.

    `finished` is whether the whole answer has come, so that an error after it does not matter; `complete` is whether
    nothing more follows, not even the usage.
    """

    finished: bool
    complete: bool

    def take(self, event: Json) -> list[Chunk]:
        """Returns the chunks of an event. Raises KeyError, TypeError, ValueError, AttributeError for what is none."""
        ...


class TranslatedChunks(Chunks):
    """The chunks of a streamed answer in another language."""

    def __init__(self, events: EventReader, target: Target, translation: Translation) -> None:
        super().__init__(events, target)
        self._translation = translation
        self._ready: deque[Chunk] = deque()

    @property
    def ready(self) -> bool:
        """Whether the next chunk was made already; an event that has come may make none."""
        return self._first is not None or bool(self._ready)

    async def _next(self) -> Chunk | None:
        """Returns the next chunk, None after the last one."""
        while not self._ready:
            if await super()._next() is None:
                return None
        return self._ready.popleft()

    def read(self, body: Json, name: str) -> Chunk:
        """Keeps the chunks of an event until they are wanted. Raises MalformedAnswer."""
        try:
            self._ready.extend(self._translation.take(body))
        except (KeyError, TypeError, ValueError, AttributeError):
            raise MalformedAnswer("The provider sent an event that its API does not have.", retryable=True) from None
        self._whole, self._events.complete = self._translation.finished, self._translation.complete
        return NOTHING
