"""Puts answers of other APIs into the form of OpenAI's chat completions (types: `openai` 3.52).

Reasoning is in `reasoning_content`, as DeepSeek, vLLM and many others have it. What has been written to a cache is in
`prompt_tokens_details.cache_write_tokens`, as OpenRouter has it. The matched stop text is in `stop_reason` of a choice,
as vLLM has it.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field

from app.gateway.upstreams.adapter import Answer, Chunk, Json
from app.gateway.upstreams.bounded_json import MOST_DEPTH, MOST_VALUES, parse_json
from app.gateway.upstreams.openai_streams import delta_bytes
from app.gateway.upstreams.usage import Usage
from app.kernel import clock

MOST_ID = 2_000  # characters; some upstreams put the signature of a thought into the id of a call
MOST = 2**40  # more is not believed, whatever is counted


def as_count(value: object) -> int:
    """Returns a value of an upstream's answer that should be a whole number from 0; 0 for anything else."""
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < MOST else 0


def as_text(value: object) -> str:
    """Returns a value of an upstream's answer that must be a text. Raises TypeError for anything else."""
    if not isinstance(value, str):
        raise TypeError(f"{type(value).__name__} is no text")
    return value


def short_text(value: object, most: int = MOST_ID) -> str:
    """Returns a value of an upstream's answer that should be a text, cut to `most` characters; "" for anything else."""
    return value[:most] if isinstance(value, str) else ""


def call_arguments(written: object) -> Json:
    """Returns the arguments of a call of a tool, which are written in JSON.

    What is no JSON object, or is beyond the bounds of a request, is in the field `arguments` of one.
    """
    if not written:
        return {}
    if isinstance(written, str):
        with suppress(ValueError):
            value = parse_json(written.encode(), MOST_DEPTH, MOST_VALUES)
            return value if isinstance(value, dict) else {"arguments": value}
    return {"arguments": written}


def usage_object(usage: Usage) -> Json:
    """Returns the `usage` of a chat completion."""
    read = {"cached_tokens": usage.cached, "cache_write_tokens": usage.cache_write}
    written = {"reasoning_tokens": usage.reasoning}
    return {
        "prompt_tokens": usage.input_tokens,
        "completion_tokens": usage.output_tokens,
        "total_tokens": usage.tokens,
        "prompt_tokens_details": read | ({"image_tokens": usage.input_image} if usage.input_image else {}),
        "completion_tokens_details": written | ({"image_tokens": usage.output_image} if usage.output_image else {}),
    }


def tool_call(id: str, name: str, arguments: str, **more: object) -> Json:
    """Returns a call of a function, with the index that pieces of streams have where `index` is set."""
    return {"id": id, "type": "function", "function": {"name": name, "arguments": arguments}, **more}


def choice(index: int, message: Json, finish: str, stop: str | None = None) -> Json:
    """Returns a choice of a whole answer; its message has a role and a content, which may be None."""
    whole = {"role": "assistant", "content": None, "refusal": None} | message
    return {"index": index, "message": whole, "finish_reason": finish, "logprobs": None, "stop_reason": stop}


def completion(id: str, model: str, choices: list[Json], usage: Usage | None) -> Answer:
    """Returns a whole answer."""
    body = {"id": id, "object": "chat.completion", "created": _now(), "model": model, "choices": choices}
    return Answer(body | ({"usage": usage_object(usage)} if usage else {}), usage, id)


@dataclass(slots=True)
class ChunkMaker:
    """Makes the pieces of a streamed answer, which share their id, model and time."""

    id: str
    model: str
    created: int = field(default_factory=lambda: _now())

    def piece(self, delta: Json, finish: str | None = None, index: int = 0, stop: str | None = None) -> Chunk:
        """Returns a piece of a choice."""
        row: Json = {"index": index, "delta": delta, "finish_reason": finish, "logprobs": None}
        return Chunk(self._body([row | ({"stop_reason": stop} if finish else {})]), delivered=delta_bytes(delta))

    def usage(self, usage: Usage) -> Chunk:
        """Returns the last piece, which has no choices."""
        return Chunk(self._body([]) | {"usage": usage_object(usage)}, usage)

    def _body(self, choices: list[Json]) -> Json:
        """Returns the body of a piece."""
        return {
            "id": self.id,
            "object": "chat.completion.chunk",
            "created": self.created,
            "model": self.model,
            "choices": choices,
        }


def _now() -> int:
    """The time in whole seconds."""
    return int(clock.now().timestamp())
