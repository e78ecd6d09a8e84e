"""Where the tests of adapters send their requests, and what they send."""

from dataclasses import replace
from typing import Any

from app.gateway.upstreams.adapter import Adapter, Chunk, Target
from app.gateway.upstreams.openai_compatible import OpenAICompatible
from tests.upstreams.upstream import Upstream

OPENAI = OpenAICompatible()
PATIENT = 60.0  # seconds: a busy machine makes no time-outs
SOON = 0.2


def target_of(api: Upstream, model: str = "chat-1", **fields: Any) -> Target:
    """A model of the stand-in, with as much patience as a slow machine needs."""
    patient = Target(api.base_url, api.credential, model, connect=PATIENT, first_byte=PATIENT, idle=PATIENT)
    return replace(patient, **fields)


def chat(text: str = "one two three", **fields: Any) -> dict[str, Any]:
    """A request for a chat completion, with the name that we have for the model."""
    return {"model": "our-name", "messages": [{"role": "user", "content": text}], **fields}


async def streamed(
    target: Target, body: dict[str, Any], got: list[Chunk] | None = None, adapter: Adapter = OPENAI
) -> list[Chunk]:
    """All pieces of a streamed answer; `got` has those that came before trouble, too."""
    got = [] if got is None else got
    async with adapter.stream_chat(target, body) as chunks:
        async for chunk in chunks:
            got.append(chunk)
    return got


def text_of(chunks: list[Chunk]) -> str:
    """The text that the pieces make."""
    deltas = [choice["delta"] for chunk in chunks for choice in chunk.body["choices"]]
    return "".join(delta.get("content") or "" for delta in deltas)
