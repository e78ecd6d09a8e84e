"""Reads streamed answers of OpenAI's API: chunks of chat completions, and events of the Responses API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from app.gateway.upstreams.adapter import Chunk, Json, Target
from app.gateway.upstreams.bounded_json import parse_answer
from app.gateway.upstreams.errors import MalformedAnswer, UpstreamError
from app.gateway.upstreams.errors_of_http import error_inside
from app.gateway.upstreams.event_reader import EventReader
from app.gateway.upstreams.sse import Event
from app.gateway.upstreams.usage import text_bytes
from app.gateway.upstreams.usage_of_openai import usage_of_chat, usage_of_response

DONE = b"[DONE]"
LAST_EVENTS = {"response.completed", "response.incomplete", "response.failed"}
TEXTS = ("content", "refusal")
REASONING = ("reasoning_content", "reasoning")  # names of the same; some send both


class Chunks:
    """Iterates over the pieces of a streamed answer; `begin` waits for the first one, which the iteration repeats.

    Each step may be cancelled and made again. A stream that ends before the answer does raises UpstreamError; trouble
    after the answer is whole only ends it.
    """

    def __init__(self, events: EventReader, target: Target) -> None:
        self._events, self._target = events, target
        self._first: Chunk | None = None
        self._whole = False

    async def begin(self) -> Self:
        """Waits for the first piece. Raises UpstreamError, also where there is none."""
        self._first = await self._next()
        if self._first is None:
            raise MalformedAnswer("The provider streamed an empty answer.", retryable=True)
        return self

    @property
    def ready(self) -> bool:
        """Whether the next piece has come already."""
        return self._first is not None or self._events.ready

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Chunk:
        chunk, self._first = self._first, None
        if chunk is None:
            chunk = await self._next()
        if chunk is None:
            raise StopAsyncIteration
        return chunk

    async def _next(self) -> Chunk | None:
        """Returns the next piece, None after the last one."""
        try:
            while not self._events.complete and (event := await self._events.next()):
                if event.data == DONE:
                    self._events.complete = True
                elif event.data:
                    return self._chunk(event)
        except UpstreamError:
            if not self._whole:
                raise
            return None
        if not self._whole and not self._events.complete:
            raise UpstreamError("The provider ended its answer early.", retryable=True, code="answer_cut")
        return None

    def _chunk(self, event: Event) -> Chunk:
        """Returns the piece that an event is. Raises MalformedAnswer, and the error that it holds."""
        try:
            body = parse_answer(event.data)
        except ValueError:
            body = None
        if error := error_inside(body, self._target.credential):
            raise error
        if not isinstance(body, dict):
            raise MalformedAnswer("The provider sent a piece that is no JSON object.", retryable=True)
        return self.read(body, event.name)

    def read(self, body: Json, name: str) -> Chunk:
        """Returns the piece that a body of an event with this name is."""
        raise NotImplementedError


class ChatChunks(Chunks):
    """The chunks of `choices` answers to one request of `/chat/completions`."""

    def __init__(self, events: EventReader, target: Target, choices: int) -> None:
        super().__init__(events, target)
        self._open = set(range(choices))

    def read(self, body: Json, name: str) -> Chunk:
        """Returns a chunk; the answer is whole once each of its choices has a reason to be finished."""
        choices = body.get("choices")
        delivered = 0
        for choice in choices if isinstance(choices, list) else ():
            if isinstance(choice, dict):
                delivered += delta_bytes(choice.get("delta"))
                if choice.get("finish_reason"):
                    index = choice.get("index")
                    self._open.discard(index if isinstance(index, int) else 0)
        self._whole = not self._open
        return Chunk(body, usage_of_chat(body), delivered)


class ResponseChunks(Chunks):
    """The events of a streamed answer of the Responses API; the last one holds the whole answer and its usage."""

    def read(self, body: Json, name: str) -> Chunk:
        """Returns an event under the name in its body, which the API repeats there."""
        kind = body.get("type")
        kind = kind if isinstance(kind, str) else name
        delta, response, usage = body.get("delta"), body.get("response"), None
        if kind in LAST_EVENTS:
            self._whole = self._events.complete = True
            usage = usage_of_response(response) if isinstance(response, dict) else None
        told = isinstance(delta, str) and kind.endswith(".delta") and "audio.delta" not in kind
        return Chunk(body, usage, text_bytes(delta) if told else 0, kind)


def delta_bytes(delta: object) -> int:
    """Returns how many bytes of text, arguments and reasoning a delta of a chat completion adds."""
    if not isinstance(delta, Mapping):
        return 0
    count = sum(text_bytes(delta.get(name)) for name in TEXTS)
    count += max(text_bytes(delta.get(name)) for name in REASONING)
    whole = [call.get(kind) for call in _mappings(delta.get("tool_calls")) for kind in ("function", "custom")]
    for call in _mappings([delta.get("function_call"), *whole]):
        count += sum(text_bytes(call.get(name)) for name in ("name", "arguments", "input"))
    audio = delta.get("audio")
    return count + (text_bytes(audio.get("transcript")) if isinstance(audio, Mapping) else 0)


def _mappings(values: object) -> list[Mapping[str, Any]]:
    """Returns the objects of a list; none for what is no list."""
    return [each for each in values if isinstance(each, Mapping)] if isinstance(values, list) else []
