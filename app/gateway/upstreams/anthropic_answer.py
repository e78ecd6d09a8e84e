"""Turns answers of Anthropic's Messages API, whole or streamed, into chat completions (types: `anthropic` 2.14).

Thinking is in `reasoning_content`. Its blocks are also in `thinking_blocks`, with the signatures without which Claude
does not go on after a call of a tool; a client that sends them back is understood (anthropic_request.py).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import orjson

from app.gateway.upstreams.adapter import Answer, Chunk, Json
from app.gateway.upstreams.chat_completion import (
    MOST_ID,
    ChunkMaker,
    as_count,
    as_text,
    choice,
    completion,
    short_text,
    tool_call,
)
from app.gateway.upstreams.usage import Usage

FINISH = {
    "max_tokens": "length",
    "model_context_window_exceeded": "length",
    "tool_use": "tool_calls",
    "refusal": "content_filter",
}  # whatever else there is, is a `stop`


def usage_of(usage: object) -> Usage | None:
    """Returns the classes of a `usage`; thinking is counted inside of the output there. None where there is none."""
    if not isinstance(usage, dict) or "output_tokens" not in usage:
        return None
    details = usage.get("output_tokens_details") or {}
    output = as_count(usage["output_tokens"])
    reasoning = min(as_count(details.get("thinking_tokens")), output) if isinstance(details, dict) else 0
    return Usage(
        input=as_count(usage.get("input_tokens")),
        cached=as_count(usage.get("cache_read_input_tokens")),
        cache_write=as_count(usage.get("cache_creation_input_tokens")),
        output=output - reasoning,
        reasoning=reasoning,
    )


def chat_answer(payload: Json) -> Answer:
    """Returns the chat completion of a message. Raises KeyError, TypeError for what is no message."""
    blocks: list[Json] = payload["content"]
    calls = [
        tool_call(as_text(block["id"]), as_text(block["name"]), orjson.dumps(block["input"]).decode())
        for block in blocks
        if block["type"] == "tool_use"
    ]
    thinking = [block for block in blocks if block["type"] in ("thinking", "redacted_thinking")]
    words = "".join(block["text"] for block in blocks if block["type"] == "text")
    message: Json = {"content": words or None}
    if calls:
        message["tool_calls"] = calls
    if thinking:
        message["reasoning_content"] = "".join(block.get("thinking", "") for block in thinking)
        message["thinking_blocks"] = thinking
    finish = FINISH.get(payload["stop_reason"], "stop")
    row = choice(0, message, finish, payload.get("stop_sequence"))
    id, model = as_text(payload["id"])[:MOST_ID], short_text(payload.get("model"))
    return completion(id, model, [row], usage_of(payload.get("usage")))


@dataclass(slots=True)
class MessageChunks:
    """Turns the events of a streamed message into pieces of a chat completion, in their order.

    It is a Translation (translated_streams.py), `finished` once the reason why the message stopped has come. The first
    piece has the usage of the input, which counts if the client hangs up, and the last one has the whole usage.
    """

    finished: bool = False
    complete: bool = False
    _maker: ChunkMaker = field(default_factory=lambda: ChunkMaker("", ""))
    _usage: Json = field(default_factory=dict)
    _thinking: dict[int, Json] = field(default_factory=dict)
    _calls: dict[int, int] = field(default_factory=dict)

    def take(self, event: Json) -> list[Chunk]:
        """Returns the pieces of an event; none for a ping and for events that are not known."""
        kind = event["type"]
        if kind == "message_start":
            return self._start(event["message"])
        if kind == "content_block_start":
            return self._start_block(event["index"], event["content_block"])
        if kind == "content_block_delta":
            return self._add(event["index"], event["delta"])
        if kind == "content_block_stop":
            return self._stop_block(event["index"])
        if kind == "message_delta":
            return self._end(event["delta"], event.get("usage"))
        self.complete = self.complete or kind == "message_stop"
        return []

    def _start(self, message: Json) -> list[Chunk]:
        """Begins the answer."""
        self._maker = ChunkMaker(as_text(message["id"])[:MOST_ID], short_text(message.get("model")))
        usage = message.get("usage")
        self._usage = dict(usage) if isinstance(usage, dict) else {}
        first = self._maker.piece({"role": "assistant", "content": "", "refusal": None})
        return [replace(first, usage=usage_of(self._usage), so_far=True)]

    def _start_block(self, index: int, block: Json) -> list[Chunk]:
        """Begins a call, or keeps a block of thinking until it is whole."""
        if block["type"] == "tool_use":
            at = self._calls[index] = len(self._calls)
            arguments = orjson.dumps(block["input"]).decode() if block.get("input") else ""
            return [
                self._maker.piece(
                    {"tool_calls": [tool_call(as_text(block["id"]), as_text(block["name"]), arguments, index=at)]}
                )
            ]
        if block["type"] in ("thinking", "redacted_thinking"):
            self._thinking[index] = dict(block)
        if block["type"] == "text" and block.get("text"):
            return [self._maker.piece({"content": as_text(block["text"])})]
        return []

    def _add(self, index: int, delta: Json) -> list[Chunk]:
        """Returns a piece of text, of arguments or of thinking."""
        kind, thinking = delta["type"], self._thinking.get(index)
        if kind == "text_delta":
            return [self._maker.piece({"content": as_text(delta["text"])})]
        if kind == "input_json_delta" and index in self._calls:
            function = {"arguments": as_text(delta["partial_json"])}
            return [self._maker.piece({"tool_calls": [{"index": self._calls[index], "function": function}]})]
        if kind == "thinking_delta" and thinking is not None:
            thinking.setdefault("pieces", []).append(as_text(delta["thinking"]))
            return [self._maker.piece({"reasoning_content": delta["thinking"]})]
        if kind == "signature_delta" and thinking is not None:
            thinking["signature"] = thinking.get("signature", "") + as_text(delta["signature"])
        return []

    def _stop_block(self, index: int) -> list[Chunk]:
        """Returns a block of thinking that is whole."""
        block = self._thinking.pop(index, None)
        if block is None:
            return []
        if pieces := block.pop("pieces", None):
            block["thinking"] = block.get("thinking", "") + "".join(pieces)
        return [self._maker.piece({"thinking_blocks": [block]})]

    def _end(self, delta: dict[str, Any], told: object) -> list[Chunk]:
        """Ends the answer: why it stopped, and what it used; the counts of this event hold all before it."""
        usage = told if isinstance(told, dict) else {}
        self._usage |= {name: value for name, value in usage.items() if value is not None}
        if not delta.get("stop_reason") or self.finished:
            return []
        self.finished = True
        finish = FINISH.get(delta["stop_reason"], "stop")
        last = [self._maker.piece({}, finish, stop=delta.get("stop_sequence"))]
        used = usage_of(self._usage) if "output_tokens" in usage else None  # else only that of the start is known
        return last + ([self._maker.usage(used)] if used else [])
