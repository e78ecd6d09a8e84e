"""A stand-in of Anthropic's API: it takes what the real one takes, and refuses what it refuses.

The answer is `You wrote: <the last text>`, a call of the first tool where tools are offered and the last turn holds no
result, or a JSON object where a schema is set; before it a thought where thinking is on. A word is a token, and a
thought is three. Half of what was sent is said to be read from a cache, a quarter to be written to it. `usage` replaces
what it says of usage: a dict, None for null, or MISSING. It is strict as the real one is: unknown fields, blank texts,
results without a call, calls without a result (anthropics/claude-code#7929 quotes the real one), results behind a text
(anthropics/anthropic-sdk-typescript#653), sampling parameters of new models, budgets of newer ones, blanks at the end,
and thinking by a budget where an answer that goes on began without a thought (haystack-core-integrations#2146) are
refused.
"""

from __future__ import annotations

import json
import re
from itertools import count
from typing import Any

from aiohttp import web

from tests.networks.stand_in import parsed
from tests.upstreams.openai_api import MISSING
from tests.upstreams.upstream import Fault, Upstream, frame_of

HAIKU, OPUS = "claude-haiku-4-5", "claude-opus-5"  # thinks by a budget, and as it likes
MODELS = (HAIKU, OPUS)
THOUGHT, SIGNATURE = "They wrote to me.", "c2lnbmVk"
SAMPLING = {"temperature", "top_p", "top_k"}
FIELDS = {"model", "max_tokens", "messages", "system", "stop_sequences", "stream", "tools", "tool_choice"} | SAMPLING
FIELDS |= {"metadata", "thinking", "output_config", "service_tier", "cache_control"}
ERRORS = {
    400: "invalid_request_error",
    401: "authentication_error",
    403: "permission_error",
    404: "not_found_error",
    413: "request_too_large",
    429: "rate_limit_error",
    500: "api_error",
    529: "overloaded_error",
}
THOUGHTS = ("thinking", "redacted_thinking")
CALL_ID = re.compile(r"[a-zA-Z0-9_-]+")
BLOCKS = {
    "user": {"text", "image", "document", "tool_result"},
    "assistant": {"text", "tool_use", "thinking", "redacted_thinking"},
}


class Refused(Exception):
    """The API refuses a request."""

    def __init__(self, status: int, message: str) -> None:
        self.status = status
        error = {"type": ERRORS.get(status, "api_error"), "message": message}
        self.body = {"type": "error", "error": error, "request_id": "req_011"}


class AnthropicApi(Upstream):
    """Anthropic's API."""

    def __init__(self) -> None:
        super().__init__("sk-ant-api03-2f9c41d7a85e")
        self.usage: Any = ...
        self._ids = count(1)

    @property
    def base_url(self) -> str:
        """Where the API is."""
        return f"{self.origin}/v1"

    def refuse(self, status: int) -> web.Response:
        """The refusal with a status."""
        return web.json_response(Refused(status, f"It was refused with {self.credential}.").body, status=status)

    def error_frame(self) -> bytes:
        """The frame of an error in the middle of a stream."""
        return frame_of(Refused(529, f"Overloaded with {self.credential}.").body, "error")

    async def respond(self, request: web.Request, body: bytes, fault: Fault | None) -> web.StreamResponse:
        """Answers a request, or says why not."""
        try:
            if request.headers.get("x-api-key") != self.credential:
                raise Refused(401, "invalid x-api-key")
            if request.headers.get("anthropic-version") != "2023-06-01":
                raise Refused(400, "anthropic-version: header is required")
            if request.method == "GET" and request.path == "/v1/models":
                return self._models(request)
            if request.method != "POST" or request.path != "/v1/messages":
                raise Refused(404, "Not Found")
            return await self._message(request, parsed(body), fault)
        except Refused as refused:
            return web.json_response(refused.body, status=refused.status)

    def _models(self, request: web.Request) -> web.Response:
        """A page of the list, of one model each, so that there are several."""
        names = sorted(MODELS)
        first = names.index(request.query["after_id"]) + 1 if "after_id" in request.query else 0
        rows = [{"type": "model", "id": name, "display_name": name} for name in names[first : first + 1]]
        more = first + 1 < len(names)
        return web.json_response({"data": rows, "has_more": more, "first_id": rows[0]["id"], "last_id": rows[-1]["id"]})

    async def _message(self, request: web.Request, body: dict[str, Any], fault: Fault | None) -> web.StreamResponse:
        check(body)
        blocks, used = _answer_to(body)
        most = body["max_tokens"]
        reason = "tool_use" if blocks[-1]["type"] == "tool_use" else "max_tokens" if used > most else "end_turn"
        stop = _cut_at_stop(body, blocks)
        sent = _words(body)
        usage = {
            "input_tokens": sent - sent // 2 - sent // 4,
            "cache_read_input_tokens": sent // 2,
            "cache_creation_input_tokens": sent // 4,
            "output_tokens": min(used, most),
            "output_tokens_details": {"thinking_tokens": 3 if blocks[0]["type"] == "thinking" else 0},
        }
        whole: dict[str, Any] = {"id": f"msg_{next(self._ids)}", "type": "message", "role": "assistant"}
        whole |= {"model": f"{body['model']}-20260101", "stop_reason": None, "stop_sequence": None}
        end = {"stop_reason": "stop_sequence" if stop else reason, "stop_sequence": stop}
        if not body.get("stream"):
            return web.json_response(whole | end | {"content": blocks} | self._said(usage))
        start = {**usage, "output_tokens": 1}
        del start["output_tokens_details"]
        events: list[dict[str, Any]] = [{"type": "message_start", "message": whole | {"content": [], "usage": start}}]
        for index, block in enumerate(blocks):
            events += _events_of(index, block)
            events += [{"type": "ping"}] if not index else []
        events += [{"type": "message_delta", "delta": end, **self._said(usage)}]
        frames = [frame_of(event, event["type"]) for event in events]
        return await self.stream(request, frames, frame_of({"type": "message_stop"}, "message_stop"), fault)

    def _said(self, usage: dict[str, Any]) -> dict[str, Any]:
        """What is said of usage: the truth, or what a test wants it to say."""
        if self.usage is MISSING:
            return {}
        return {"usage": usage if self.usage is ... else self.usage}


def check(body: dict[str, Any]) -> None:
    """Refuses what Anthropic refuses."""
    if unknown := sorted(set(body) - FIELDS):
        raise Refused(400, f"{unknown[0]}: Extra inputs are not permitted")
    model = body.get("model")
    if model not in MODELS:
        raise Refused(404, f"model: {model}")
    most = body.get("max_tokens")
    if not isinstance(most, int) or isinstance(most, bool) or most < 1:
        raise Refused(400, "max_tokens: Field required" if most is None else "max_tokens: Input should be valid")
    turns = body.get("messages")
    if not isinstance(turns, list) or not turns:
        raise Refused(400, "messages: at least one message is required")
    called: set[str] = set()
    for number, turn in enumerate(turns):
        _check_turn(f"messages.{number}", turn, called)
    _check_results(turns)
    for block in body.get("system") or [] if isinstance(body.get("system"), list) else []:
        _check_block("system", block, {"text"}, called)
    last = turns[-1]["content"][-1] if isinstance(turns[-1]["content"], list) else {"text": turns[-1]["content"]}
    if turns[-1]["role"] == "assistant" and last.get("text", "") != last.get("text", "").rstrip():
        raise Refused(400, "messages: final assistant content cannot end with trailing whitespace")
    _check_tools(body)
    _check_sampling(body, model)
    _check_thinking(body, model)
    _check_format((body.get("output_config") or {}).get("format"))


def _check_turn(at: str, turn: Any, called: set[str]) -> None:
    if not isinstance(turn, dict) or turn.get("role") not in BLOCKS or set(turn) != {"role", "content"}:
        raise Refused(400, f'{at}.role: Input should be "user" or "assistant"')
    blocks = [{"type": "text", "text": turn["content"]}] if isinstance(turn["content"], str) else turn["content"]
    if not blocks:
        raise Refused(400, f"{at}: content must be non-empty")
    for block in blocks:
        _check_block(at, block, BLOCKS[turn["role"]], called)
        if block["type"] == "tool_use":
            called.add(block["id"])


def _check_results(turns: list[Any]) -> None:
    """Refuses calls that the next turn does not answer, and results that do not come first in it."""
    contents = [turn["content"] if isinstance(turn["content"], list) else [] for turn in turns]
    for number, blocks in enumerate(contents):
        wanted = {block["id"] for block in blocks if block["type"] == "tool_use"}
        answers = contents[number + 1] if number + 1 < len(contents) else []
        answered = [block["tool_use_id"] for block in answers if block["type"] == "tool_result"]
        if wanted - set(answered):
            text = "`tool_use` ids were found without `tool_result` blocks immediately after"
            raise Refused(400, f"messages.{number}: {text}: {', '.join(sorted(wanted - set(answered)))}.")
        if set(answered) - wanted or any(block["type"] != "tool_result" for block in answers[: len(answered)]):
            raise Refused(
                400, f"messages.{number + 1}: `tool_result` blocks must come first and answer the turn before."
            )


def _first_block_of_loop(turns: list[Any]) -> str:
    """The type of the first block of an answer that goes on after results of tools; empty where none goes on."""
    first = ""
    for turn in reversed(turns):
        blocks = turn["content"] if isinstance(turn["content"], list) else [{"type": "text"}]
        if turn["role"] == "user" and blocks[0]["type"] != "tool_result":
            break
        first = blocks[0]["type"] if turn["role"] == "assistant" else first
    return first if turns[-1]["role"] == "user" else ""


def _check_block(at: str, block: Any, kinds: set[str], called: set[str]) -> None:
    kind = block.get("type") if isinstance(block, dict) else None
    if kind not in kinds:
        raise Refused(400, f"{at}.content: Input tag '{kind}' does not match any of the expected tags")
    if kind == "text" and not block["text"].strip():
        raise Refused(400, f"{at}: text content blocks must contain non-whitespace text")
    if kind == "tool_use" and (not CALL_ID.fullmatch(block["id"]) or not isinstance(block["input"], dict)):
        raise Refused(400, f"{at}.tool_use.id: String should match pattern '^[a-zA-Z0-9_-]+$'")
    if kind == "tool_result" and block["tool_use_id"] not in called:
        raise Refused(400, f"{at}: unexpected `tool_use_id` found in `tool_result` blocks: {block['tool_use_id']}")
    if kind == "thinking" and block["signature"] != SIGNATURE:
        raise Refused(400, f"{at}: Invalid `signature` in `thinking` block")
    if kind == "image" and block["source"].get("media_type", "image/png") not in {"image/png", "image/jpeg"}:
        raise Refused(400, f"{at}.image.source.media_type: Input should be 'image/jpeg' or 'image/png'")
    if block.get("cache_control", {"type": "ephemeral"}) != {"type": "ephemeral"}:
        raise Refused(400, f"{at}.cache_control: Extra inputs are not permitted")


def _check_tools(body: dict[str, Any]) -> None:
    tools = body.get("tools") or []
    for tool in tools:
        if not isinstance(tool.get("name"), str) or tool.get("input_schema", {}).get("type") != "object":
            raise Refused(400, "tools.0.custom.input_schema.type: Field required")
    if body.get("tool_choice") and not tools:
        raise Refused(400, "tool_choice: may only be specified while providing `tools`.")


def _check_sampling(body: dict[str, Any], model: str) -> None:
    sampling = SAMPLING & set(body)
    if model == OPUS and sampling:
        raise Refused(400, f"`{min(sampling)}` is not supported for this model.")
    if {"temperature", "top_p"} <= sampling:
        raise Refused(400, "`temperature` and `top_p` cannot both be specified for this model.")
    if not 0 <= body.get("temperature", 0) <= 1:
        raise Refused(400, "temperature: range: 0..1")


def _check_thinking(body: dict[str, Any], model: str) -> None:
    thinking = body.get("thinking") or {}
    kind = thinking.get("type")
    if kind == "enabled" and (first := _first_block_of_loop(body["messages"])) not in (*THOUGHTS, ""):
        raise Refused(400, f"Expected `thinking` or `redacted_thinking`, but found `{first}`.")
    if kind not in (None, "disabled", "adaptive" if model == OPUS else "enabled"):
        raise Refused(400, f'"thinking.type.{kind}" is not supported for this model.')
    if kind == "enabled" and not 1024 <= thinking.get("budget_tokens", 0) < body["max_tokens"]:
        raise Refused(400, "`max_tokens` must be greater than `thinking.budget_tokens`.")
    if kind in ("enabled", "adaptive") and body.get("temperature", 1) != 1:
        raise Refused(400, "`temperature` may only be set to 1 when thinking is enabled.")
    if kind in ("enabled", "adaptive") and (body.get("tool_choice") or {}).get("type") in ("any", "tool"):
        raise Refused(400, "Thinking may not be enabled when tool_choice forces tool use.")
    if (body.get("output_config") or {}).get("effort") and model != OPUS:
        raise Refused(400, "output_config.effort is not supported for this model.")


def _check_format(node: Any) -> None:
    if isinstance(node, dict) and node.get("type") == "object" and node.get("additionalProperties") is not False:
        raise Refused(400, "output_config.format.schema: For 'object' type, 'additionalProperties' must be false")
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        _check_format(child)


def _answer_to(body: dict[str, Any]) -> tuple[list[dict[str, Any]], int]:
    """The blocks of the answer, cut at the limit of tokens, and how many tokens the whole one has."""
    thinks = (body.get("thinking") or {}).get("type") in ("enabled", "adaptive")
    blocks: list[dict[str, Any]] = [{"type": "thinking", "thinking": THOUGHT, "signature": SIGNATURE}] if thinks else []
    last = body["messages"][-1]["content"]
    content = [{"type": "text", "text": last}] if isinstance(last, str) else last
    answered = any(block["type"] == "tool_result" for block in content)
    if body.get("tools") and not answered and (body.get("tool_choice") or {}).get("type") != "none":
        tool = body["tools"][0]
        name = next(iter(tool["input_schema"].get("properties") or ["text"]))
        use = {"type": "tool_use", "id": "toolu_1", "name": tool["name"], "input": {name: text_in(content)}}
        return [*blocks, use], 9 + 3 * thinks
    text = f"You wrote: {text_in(content)}"
    if (body.get("output_config") or {}).get("format"):
        text = json.dumps({"answer": text})
    words = text.split(" ")
    return [*blocks, {"type": "text", "text": " ".join(words[: body["max_tokens"]])}], len(words) + 3 * thinks


def text_in(content: list[dict[str, Any]]) -> str:
    """The texts of blocks, those of results too, with the number of their pictures."""
    texts = [block["text"] for block in content if block["type"] == "text"]
    for block in content:
        if block["type"] == "tool_result":
            inner = block.get("content") or []
            texts.append(inner if isinstance(inner, str) else text_in(inner))
    pictures = sum(block["type"] == "image" for block in content)
    return " ".join(texts) + (f" [{pictures} pictures]" if pictures else "")


def _cut_at_stop(body: dict[str, Any], blocks: list[dict[str, Any]]) -> str | None:
    """Cuts the text at a stop sequence that the client set; returns that one."""
    text = blocks[-1].get("text", "")
    for stop in body.get("stop_sequences") or []:
        if stop in text:
            blocks[-1]["text"] = text.partition(stop)[0]
            return str(stop)
    return None


def _words(body: dict[str, Any]) -> int:
    contents = [turn["content"] for turn in body["messages"]]
    texts = [each if isinstance(each, str) else text_in(each) for each in contents]
    return sum(len(text.split()) for text in texts)


def _events_of(index: int, block: dict[str, Any]) -> list[dict[str, Any]]:
    """The events of a block, in pieces."""
    first: dict[str, Any] = {"type": "text", "text": ""}
    if block["type"] == "thinking":
        first = {"type": "thinking", "thinking": "", "signature": ""}
        deltas = [{"type": "thinking_delta", "thinking": piece} for piece in _pieces(block["thinking"])]
        deltas.append({"type": "signature_delta", "signature": block["signature"]})
    elif block["type"] == "tool_use":
        first, arguments = {**block, "input": {}}, json.dumps(block["input"])
        halves = ("", arguments[:7], arguments[7:])
        deltas = [{"type": "input_json_delta", "partial_json": half} for half in halves]
    else:
        deltas = [{"type": "text_delta", "text": piece} for piece in _pieces(block["text"])]
    events = [{"type": "content_block_delta", "index": index, "delta": delta} for delta in deltas]
    start = {"type": "content_block_start", "index": index, "content_block": first}
    return [start, *events, {"type": "content_block_stop", "index": index}]


def _pieces(text: str) -> list[str]:
    return [(" " if number else "") + word for number, word in enumerate(text.split(" "))]
