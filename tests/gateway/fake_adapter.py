"""An adapter without an upstream, for tests of what is done with adapters; each step of a stream is the test's."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from app.gateway.routing import failover
from app.gateway.upstreams.adapter import Answer, Chunk, Json, Target
from app.gateway.upstreams.usage import Usage

USED = Usage(input=5, output=3)
TEXT = "one two three"


def chunk_of(text: str = "", **more: Any) -> Chunk:
    """A piece of a streamed chat."""
    choices = [{"index": 0, "delta": {"content": text}, "finish_reason": None}] if text else []
    body = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": "there", "choices": choices}
    return Chunk(body | more.pop("body", {}), delivered=len(text), **more)


END = chunk_of(usage=USED, body={"usage": {"prompt_tokens": 5, "completion_tokens": 3, "total_tokens": 8}})


class FakeAdapter:
    """Answers `steps` in their order: an exception is raised, an Event waited for, a number of seconds slept.

    `begins` are what comes before the first piece: one for each request, as with `steps`. It remembers the `targets`
    and `bodies` of requests, and how many streams were `left` before their end.
    """

    kind = "openai"

    def __init__(self) -> None:
        self.steps: list[Any] = [chunk_of("one "), chunk_of("two "), chunk_of("three"), END]
        self.begins: list[Any] = []
        self.targets: list[Target] = []
        self.bodies: list[Json] = []
        self.pulled = self.left = self.ended = 0

    async def chat(self, target: Target, body: Json) -> Answer:
        await self._begin(target, body)
        message = {"role": "assistant", "content": TEXT}
        choices = [{"index": 0, "message": message, "finish_reason": "stop"}]
        usage = {"prompt_tokens": 5, "completion_tokens": 3, "total_tokens": 8}
        return Answer(
            {"id": "chatcmpl-1", "object": "chat.completion", "model": "there", "choices": choices, "usage": usage},
            USED,
        )

    @asynccontextmanager
    async def stream_chat(self, target: Target, body: Json) -> AsyncGenerator[AsyncIterator[Chunk]]:
        await self._begin(target, body)
        ended = self.ended
        try:
            yield self._chunks()
        finally:
            self.left += self.ended == ended

    async def _begin(self, target: Target, body: Json) -> None:
        self.targets.append(target)
        self.bodies.append(body)
        if self.begins:
            await self._wait(self.begins.pop(0))

    async def _chunks(self) -> AsyncGenerator[Chunk]:
        for step in self.steps:
            self.pulled += 1
            if isinstance(step, Chunk):
                yield step
            else:
                await self._wait(step)
        self.ended += 1

    async def _wait(self, step: Any) -> None:
        if isinstance(step, BaseException):
            raise step
        await (step.wait() if isinstance(step, asyncio.Event) else asyncio.sleep(step or 0))


@pytest.fixture
def adapter(monkeypatch: pytest.MonkeyPatch) -> FakeAdapter:
    """The adapter of all upstreams of the kind `openai`."""
    fake = FakeAdapter()
    monkeypatch.setattr(failover, "ADAPTERS", {"openai": fake})
    return fake
