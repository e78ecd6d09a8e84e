"""Turns chat completions, whole or streamed, into answers of Anthropic's `/v1/messages` (types: `anthropic` 2.14)."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Any

import orjson

from app.gateway.upstreams.adapter import Answer, Chunk, Json
from app.gateway.upstreams.usage import Usage

STOP_REASONS = {
    "length": "max_tokens",
    "tool_calls": "tool_use",
    "function_call": "tool_use",
    "content_filter": "refusal",
}
PING: Json = {"type": "ping"}


def message_of(answer: Answer, model: str) -> Json:
    """Returns the message of a whole answer; `model` is the name by which the client asked for it."""
    row: Json = next(iter(answer.body.get("choices") or []), {})
    message = row.get("message") or {}
    content = _thinking(message)
    if text := message.get("content") or message.get("refusal"):
        content.append({"type": "text", "text": text, "citations": None})
    calls = message.get("tool_calls") or []
    content += [_use(call) for call in calls]
    whole = _message(str(answer.body.get("id") or ""), model) | {"content": content}
    return (
        whole | _stop(row.get("finish_reason"), row.get("stop_reason"), bool(calls)) | {"usage": _usage(answer.usage)}
    )


def write_event(event: Json) -> bytes:
    """Writes an event of a stream, named by its type."""
    return b"event: %s\ndata: %s\n\n" % (event["type"].encode(), orjson.dumps(event))


def _message(id: str, model: str) -> Json:
    """Returns a message without content; ids of Anthropic's begin with msg_."""
    id = id if id.startswith("msg_") else f"msg_{id or secrets.token_hex(12)}"
    whole: Json = {"id": id, "type": "message", "role": "assistant", "model": model, "content": []}
    return whole | {"stop_reason": None, "stop_sequence": None, "usage": _usage(None)}


def _usage(usage: Usage | None) -> Json:
    """Returns the counts as Anthropic has them; zeros where the upstream told none."""
    used = usage or Usage()
    return {
        "input_tokens": used.input + used.input_image,
        "cache_creation_input_tokens": used.cache_write,
        "cache_read_input_tokens": used.cached,
        "output_tokens": used.output_tokens,
    }


def _stop(finish: object, text: object, called: bool) -> Json:
    """Returns why an answer ended; some upstreams say `stop` after calls too."""
    reason = STOP_REASONS.get(str(finish), "tool_use" if called else "end_turn")
    if isinstance(text, str) and reason == "end_turn":
        return {"stop_reason": "stop_sequence", "stop_sequence": text}
    return {"stop_reason": reason, "stop_sequence": None}


def _thinking(message: Json) -> list[Json]:
    """Returns the blocks of what the model thought; of other makers they have no signature, and never go to Claude."""
    if blocks := message.get("thinking_blocks"):
        return list(blocks)
    thought = message.get("reasoning_content") or message.get("reasoning")
    return [{"type": "thinking", "thinking": thought, "signature": ""}] if isinstance(thought, str) and thought else []


def _use(call: Json) -> Json:
    """Returns a call of a tool; arguments that are no JSON object are in the field `arguments` of one."""
    function = call.get("function") or {}
    text = function.get("arguments") or "{}"
    try:
        arguments = orjson.loads(text)
    except orjson.JSONDecodeError:
        arguments = text
    fitting = arguments if isinstance(arguments, dict) else {"arguments": arguments}
    return {"type": "tool_use", "id": _call_id(call), "name": function.get("name") or "", "input": fitting}


def _call_id(call: Json) -> str:
    """Returns the id of a call; some upstreams give none."""
    return str(call.get("id") or f"toolu_{secrets.token_hex(12)}")


@dataclass(slots=True)
class MessageEvents:
    """Turns the pieces of a streamed chat completion into events of Anthropic's, from message_start to message_stop.

    `end` returns the last events, after the last piece. An error in between is the event that `error_body` returns.
    """

    model: str
    _begun: bool = False
    _blocks: int = 0
    _open: str = ""
    _calls: dict[int, int] = field(default_factory=dict)
    _finish: object = None
    _stop_text: object = None
    _usage: Usage | None = None

    def take(self, chunk: Chunk) -> list[Json]:
        """Returns the events of a piece, none for one that says nothing."""
        events = self._begin(str(chunk.body.get("id") or ""))
        self._usage = chunk.usage or self._usage
        row = next(iter(chunk.body.get("choices") or []), None)
        if not row or row.get("index"):
            return events
        events += self._add(row.get("delta") or {})
        if finish := row.get("finish_reason"):
            self._finish, self._stop_text = finish, row.get("stop_reason")
        return events

    def end(self) -> list[Json]:
        """Returns the end of the message."""
        events = [*self._begin(""), *self._close()]
        delta = _stop(self._finish, self._stop_text, bool(self._calls))
        return [
            *events,
            {"type": "message_delta", "delta": delta, "usage": _usage(self._usage)},
            {"type": "message_stop"},
        ]

    def _begin(self, id: str) -> list[Json]:
        """Returns the start of the message, once."""
        if self._begun:
            return []
        self._begun = True
        return [{"type": "message_start", "message": _message(id, self.model)}]

    def _add(self, delta: Json) -> list[Json]:
        """Returns the events of what a piece adds."""
        events: list[Json] = []
        if thought := delta.get("reasoning_content") or delta.get("reasoning"):
            events += self._write("thinking", {"type": "thinking_delta", "thinking": thought})
        for block in delta.get("thinking_blocks") or []:
            events += self._end_thinking(block)
        if text := delta.get("content") or delta.get("refusal"):
            events += self._write("text", {"type": "text_delta", "text": text})
        for call in delta.get("tool_calls") or []:
            events += self._call(call)
        return events

    def _write(self, kind: str, delta: Json) -> list[Json]:
        """Returns a piece of text or of thinking, in the block that is open or a new one."""
        events: list[Json] = []
        if self._open != kind:
            empty = {"thinking": "", "signature": ""} if kind == "thinking" else {"text": ""}
            events = self._start(kind, {"type": kind, **empty})
        return [*events, self._delta(self._blocks - 1, delta)]

    def _end_thinking(self, block: Json) -> list[Json]:
        """Returns the signature of a block of thinking; a redacted one comes whole."""
        if block.get("type") == "redacted_thinking":
            return [*self._start("redacted_thinking", block), *self._close()]
        signature = {"type": "signature_delta", "signature": block.get("signature", "")}
        return [*self._write("thinking", signature), *self._close()]

    def _call(self, call: Json) -> list[Json]:
        """Returns the start of a call, or a piece of its arguments."""
        function, index = call.get("function") or {}, call.get("index") or 0
        events: list[Json] = []
        if index not in self._calls:
            use: Json = {"type": "tool_use", "id": _call_id(call), "name": function.get("name") or "", "input": {}}
            events = self._start("tool_use", use)
            self._calls[index] = self._blocks - 1
        if arguments := function.get("arguments"):
            events.append(self._delta(self._calls[index], {"type": "input_json_delta", "partial_json": arguments}))
        return events

    def _delta(self, index: int, delta: dict[str, Any]) -> Json:
        """Returns an event that adds to a block."""
        return {"type": "content_block_delta", "index": index, "delta": delta}

    def _start(self, kind: str, block: Json) -> list[Json]:
        """Ends the block that is open and starts another."""
        events = self._close()
        self._open, self._blocks = kind, self._blocks + 1
        return [*events, {"type": "content_block_start", "index": self._blocks - 1, "content_block": block}]

    def _close(self) -> list[Json]:
        """Ends the block that is open, if there is one."""
        if not self._open:
            return []
        self._open = ""
        return [{"type": "content_block_stop", "index": self._blocks - 1}]
