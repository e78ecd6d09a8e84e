"""Turns chat completions, whole or streamed, and errors into answers of Anthropic's `/v1/messages`.

Types: `anthropic` 2.14.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Any

import orjson

from app.gateway.upstreams.adapter import Answer, Chunk, Json
from app.gateway.upstreams.chat_completion import call_arguments, short_text
from app.gateway.upstreams.openai_streams import REASONING
from app.gateway.upstreams.usage import Usage

STOP_REASONS = {
    "length": "max_tokens",
    "tool_calls": "tool_use",
    "function_call": "tool_use",
    "content_filter": "refusal",
}
ERROR_TYPES = {
    400: "invalid_request_error",
    401: "authentication_error",
    402: "billing_error",
    403: "permission_error",
    404: "not_found_error",
    413: "request_too_large",
    429: "rate_limit_error",
    503: "overloaded_error",
    504: "timeout_error",
    529: "overloaded_error",
}


def message_of(answer: Answer, model: str) -> Json:
    """Returns the message of a whole answer; `model` is the name that the client used."""
    row = _first(answer.body)
    message = _object(row.get("message"))
    content = _thinking(message)
    if words := _text(message, "content", "refusal"):
        content.append({"type": "text", "text": words, "citations": None})
    calls = _objects(message.get("tool_calls"))
    content += [_use(call) for call in calls]
    whole = _message(short_text(answer.body.get("id")), model) | {"content": content}
    return (
        whole | _stop(row.get("finish_reason"), row.get("stop_reason"), bool(calls)) | {"usage": _usage(answer.usage)}
    )


def error_body(status: int, message: str, request_id: str = "") -> Json:
    """Returns an error in Anthropic's form; within a stream it is the event `error`."""
    kind = ERROR_TYPES.get(status, "invalid_request_error" if 400 <= status < 500 else "api_error")
    return {"type": "error", "error": {"type": kind, "message": message}, "request_id": request_id or None}


def write_event(event: Json) -> bytes:
    """Writes an event of a stream, named by its type."""
    return b"event: %s\ndata: %s\n\n" % (event["type"].encode(), orjson.dumps(event))


def _message(id: str, model: str) -> Json:
    """Returns a message without content; ids of Anthropic's begin with msg_."""
    id = id if id.startswith("msg_") else f"msg_{id or secrets.token_hex(12)}"
    whole: Json = {"id": id, "type": "message", "role": "assistant", "model": model, "content": []}
    return whole | {"stop_reason": None, "stop_sequence": None, "usage": _usage(None)}


def _usage(usage: Usage | None) -> Json:
    """Returns the counts as Anthropic has them; zeros where the upstream sent none."""
    used = usage or Usage()
    return {
        "input_tokens": used.input + used.input_image,
        "cache_creation_input_tokens": used.cache_write,
        "cache_read_input_tokens": used.cached,
        "output_tokens": used.output_tokens,
    }


def _stop(finish: object, text: object, called: bool) -> Json:
    """Returns why an answer ended; some upstreams say `stop` after calls too."""
    reason = STOP_REASONS.get(short_text(finish), "tool_use" if called else "end_turn")
    if isinstance(text, str) and reason == "end_turn":
        return {"stop_reason": "stop_sequence", "stop_sequence": text}
    return {"stop_reason": reason, "stop_sequence": None}


def _thinking(message: Json) -> list[Json]:
    """Returns the blocks of what the model thought; of other makers they have no signature, and never go to Claude."""
    if blocks := _objects(message.get("thinking_blocks")):
        return blocks
    thought = _text(message, *REASONING)
    return [{"type": "thinking", "thinking": thought, "signature": ""}] if thought else []


def _use(call: Json) -> Json:
    """Returns a call of a tool; arguments that are no JSON object are in the field `arguments` of one."""
    function = _object(call.get("function"))
    arguments = call_arguments(function.get("arguments"))
    return {"type": "tool_use", "id": _call_id(call), "name": _text(function, "name"), "input": arguments}


def _call_id(call: Json) -> str:
    """Returns the id of a call; some upstreams give none."""
    return short_text(call.get("id")) or f"toolu_{secrets.token_hex(12)}"


def _first(body: Json) -> Json:
    """Returns the first choice of an answer or of a piece; empty without one. Upstreams send all sorts of things."""
    return next(iter(_objects(body.get("choices"))), {})


def _object(value: object) -> Json:
    """Returns an object; an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def _objects(values: object) -> list[Json]:
    """Returns the objects of a list."""
    return [each for each in values if isinstance(each, dict)] if isinstance(values, list) else []


def _text(row: Json, *names: str) -> str:
    """Returns the first field that is a text with something in it; empty without one."""
    return next((value for name in names if isinstance(value := row.get(name), str) and value), "")


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
        events = self._begin(short_text(chunk.body.get("id")), chunk.usage)
        self._usage = chunk.usage or self._usage
        row = _first(chunk.body)
        if not row or row.get("index"):
            return events
        events += self._add(_object(row.get("delta")))
        if finish := row.get("finish_reason"):
            self._finish, self._stop_text = finish, row.get("stop_reason")
        return events

    def end(self) -> list[Json]:
        """Returns the end of the message."""
        events = [*self._begin("", None), *self._close()]
        delta = _stop(self._finish, self._stop_text, bool(self._calls))
        return [
            *events,
            {"type": "message_delta", "delta": delta, "usage": _usage(self._usage)},
            {"type": "message_stop"},
        ]

    def _begin(self, id: str, usage: Usage | None) -> list[Json]:
        """Returns the start of the message, once, with what was sent where that is known so early."""
        if self._begun:
            return []
        self._begun = True
        return [{"type": "message_start", "message": _message(id, self.model) | {"usage": _usage(usage)}}]

    def _add(self, delta: Json) -> list[Json]:
        """Returns the events of what a piece adds."""
        events: list[Json] = []
        if thought := _text(delta, *REASONING):
            events += self._write("thinking", {"type": "thinking_delta", "thinking": thought})
        for block in _objects(delta.get("thinking_blocks")):
            events += self._end_thinking(block)
        if words := _text(delta, "content", "refusal"):
            events += self._write("text", {"type": "text_delta", "text": words})
        for call in _objects(delta.get("tool_calls")):
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
        function, at = _object(call.get("function")), call.get("index")
        index = at if isinstance(at, int) else 0
        events: list[Json] = []
        if index not in self._calls:
            use: Json = {"type": "tool_use", "id": _call_id(call), "name": _text(function, "name"), "input": {}}
            events = self._start("tool_use", use)
            self._calls[index] = self._blocks - 1
        if arguments := _text(function, "arguments"):
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
