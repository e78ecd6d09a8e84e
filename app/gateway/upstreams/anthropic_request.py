"""Turns a request of `/chat/completions` into one of Anthropic's Messages API (types: `anthropic` 2.14).

Messages of the system go to `system`; those of tools become results in a turn of the user; neighbours of one role are
one turn. `reasoning_effort` becomes adaptive thinking, or a budget for models before Claude 4.6, and models since 4.7
take no sampling parameters. What would cost more than the model's price says is not passed on: server tools, fast mode,
caches of an hour.
"""

from __future__ import annotations

import re

from app.gateway.upstreams.adapter import Json, Target
from app.gateway.upstreams.chat_request import (
    ASSISTANT,
    TOOL,
    USER,
    Media,
    Message,
    Tool,
    read_effort,
    read_end_user,
    read_max_tokens,
    read_messages,
    read_response_format,
    read_stop,
    read_tool_choice,
    read_tools,
    split_system,
)
from app.gateway.upstreams.model_version import version_in
from app.gateway.upstreams.request_values import (
    copy_schema,
    invalid,
    read_count,
    read_number,
    refuse_fields,
    unsupported,
)

DEFAULT_MAX_TOKENS = 4096  # where neither the request nor the catalogue says
MIN_BUDGET = 1024  # tokens, the least that Anthropic takes
BUDGETS = {"minimal": MIN_BUDGET, "low": MIN_BUDGET, "medium": 4096, "high": 16_384, "xhigh": 32_768, "max": 32_768}
EFFORTS = {"minimal": "low", "low": "low", "medium": "medium", "high": "high"}
THINKING = ("thinking", "redacted_thinking")  # types of blocks
NOT_IN_AN_ID = re.compile(r"[^a-zA-Z0-9_-]")
VERSION = re.compile(r"claude-(?:[a-z]+-)?(\d{1,2})(?:[.-](\d{1,2}))?(?!\d)")
NO_SCHEMA = "Answer with a single JSON object and nothing else: no words around it and no code fence."
IMAGES = {"image/jpeg", "image/png", "image/gif", "image/webp"}
REFUSED = {"audio": "sound", "logprobs": "'logprobs'", "prediction": "'prediction'", "web_search_options": "searching"}


def to_messages_request(target: Target, body: Json) -> Json:
    """Returns the body for `/messages`. Raises UpstreamError for what Anthropic's API has no word for."""
    refuse_fields(body, REFUSED)
    if (read_count(body, "n") or 1) > 1:
        raise unsupported("more than one choice", "n")
    instructions, talk = split_system(read_messages(body))
    form, schema = read_response_format(body)
    system = [block for message in instructions for block in _blocks(message)]
    system += [{"type": "text", "text": NO_SCHEMA}] if form == "json_object" else []
    request: Json = {
        "model": target.model,
        "max_tokens": read_max_tokens(body, target.max_output) or target.max_output or DEFAULT_MAX_TOKENS,
        "messages": _turns(talk),
    }
    optional = {
        "system": system,
        "stop_sequences": [text for text in read_stop(body) if text.strip()],
        "top_k": read_count(body, "top_k"),
        "metadata": {"user_id": user} if (user := read_end_user(body)) and len(user) <= 256 else None,
        "output_config": {"format": {"type": "json_schema", "schema": _strict(schema)}} if schema else None,
    }
    request |= {name: value for name, value in optional.items() if value} | _tools(body)
    return _without_sampling(_with_thinking(request | _sampling(body), body), body)


def _turns(messages: list[Message]) -> list[Json]:
    """Returns the turns of a conversation; neighbours of the same role are one, and empty ones none."""
    turns: list[Json] = []
    for message in messages:
        role = ASSISTANT if message.role == ASSISTANT else USER
        blocks = [_result(message)] if message.role == TOOL else _blocks(message)
        if turns and turns[-1]["role"] == role:
            turns[-1]["content"] += blocks
        elif blocks:
            turns.append({"role": role, "content": blocks})
    if not turns:
        raise invalid("'messages' must have a message that is not empty.", "messages")
    last = turns[-1]["content"][-1]
    if turns[-1]["role"] == ASSISTANT and last["type"] == "text":
        last["text"] = last["text"].rstrip()  # Anthropic refuses blanks at the end of what it shall go on with
    return turns


def _blocks(message: Message) -> list[Json]:
    """Returns the blocks of a message: what the model thought, its text and pictures, and its calls."""
    thinking = message.extras.get("thinking_blocks")
    blocks = [each for each in thinking if _is_thinking(each)] if isinstance(thinking, list) else []
    for part in message.parts:
        if isinstance(part, Media):
            blocks.append(_media(part) | _cache(part.extras))
        elif part.text.strip():  # Anthropic refuses blank texts
            blocks.append({"type": "text", "text": part.text} | _cache(part.extras))
    for call in message.calls:
        use = {"type": "tool_use", "id": safe_id(call.id), "name": call.name, "input": call.arguments}
        blocks.append(use | _cache(call.extras))
    return blocks


def _is_thinking(block: object) -> bool:
    """Whether this is a block of thinking, which only goes back as it came."""
    return isinstance(block, dict) and block.get("type") in THINKING


def _result(message: Message) -> Json:
    """Returns the block of a tool's result."""
    content = _blocks(Message(USER, message.parts))
    result: Json = {"type": "tool_result", "tool_use_id": safe_id(message.call_id)}
    failed = {"is_error": True} if message.extras.get("is_error") is True else {}
    return result | ({"content": content} if content else {}) | failed | _cache(message.extras)


def _media(part: Media) -> Json:
    """Returns the block of a picture, a PDF or a plain text."""
    if part.url:
        kind = "document" if part.filename or part.url.lower().partition("?")[0].endswith(".pdf") else "image"
        return {"type": kind, "source": {"type": "url", "url": part.url}}
    source = {"type": "base64", "media_type": part.media_type, "data": part.data}
    if part.media_type in IMAGES:
        return {"type": "image", "source": source}
    if part.media_type == "application/pdf":
        title = {"title": part.filename[:500]} if part.filename else {}
        return {"type": "document", "source": source, **title}
    raise unsupported(f"files of the type {part.media_type}", "messages")


def _cache(extras: Json) -> Json:
    """Returns the `cache_control` of a block that had one, for five minutes: only that cache has a price here."""
    control = extras.get("cache_control")
    return {"cache_control": {"type": "ephemeral"}} if isinstance(control, dict) else {}


def _tools(body: Json) -> Json:
    """Returns the tools and their choice."""
    tools, (mode, name) = read_tools(body), read_tool_choice(body)
    if not tools:
        return {}
    kinds = {"": "auto", "auto": "auto", "none": "none", "required": "any", "function": "tool"}
    choice: Json = {"type": kinds[mode]} | ({"name": name} if name else {})
    if body.get("parallel_tool_calls") is False and mode != "none":
        choice["disable_parallel_tool_use"] = True
    said = {"tool_choice": choice} if mode or len(choice) > 1 else {}
    return {"tools": [_declaration(tool) for tool in tools], **said}


def _declaration(tool: Tool) -> Json:
    """Returns a tool as Anthropic has it."""
    schema = tool.parameters if tool.parameters.get("type") == "object" else {"type": "object"} | tool.parameters
    described = {"description": tool.description} if tool.description else {}
    strict: Json = {"strict": True, "input_schema": _strict(schema)} if tool.strict else {"input_schema": schema}
    return {"name": tool.name, **described, **strict, **_cache(tool.extras)}


def _strict(schema: Json) -> Json:
    """Returns a schema whose objects allow no further properties, as Anthropic demands for what it enforces."""

    def close(node: Json) -> None:
        if node.get("type") == "object":
            node["additionalProperties"] = False

    return copy_schema(schema, "response_format.json_schema.schema", close)


def _sampling(body: Json) -> Json:
    """Returns `temperature` and `top_p`; Anthropic's temperature ends at 1."""
    temperature, top_p = read_number(body, "temperature", 0, 2), read_number(body, "top_p", 0, 1)
    values = {
        "temperature": None if temperature is None else min(temperature, 1),
        "top_p": top_p if top_p != 1 else None,
    }
    return {name: value for name, value in values.items() if value is not None}


def _with_thinking(request: Json, body: Json) -> Json:
    """Returns a request with what the client wants of thinking, in the words of this model."""
    effort, own = read_effort(body), body.get("thinking")
    if own is not None and not isinstance(own, dict):
        raise invalid("'thinking' must be an object.", "thinking")
    forced = request.get("tool_choice", {}).get("type") in ("any", "tool")  # then no model may think
    if own:
        request["thinking"] = own
    if not effort or effort == "none":
        return request
    if model_version(request["model"]) >= (4, 6):
        request["output_config"] = request.get("output_config", {}) | {"effort": _effort(effort, request["model"])}
        return request if forced else {"thinking": {"type": "adaptive", "display": "summarized"}} | request
    budget = min(BUDGETS[effort], request["max_tokens"] - 1)
    if budget < MIN_BUDGET or forced or _goes_on_unthought(request["messages"]):
        return request
    return {"thinking": {"type": "enabled", "budget_tokens": budget}} | request


def _goes_on_unthought(turns: list[Json]) -> bool:
    """Whether the model goes on after results of tools with an answer that does not begin with a thought.

    Models that think by a budget refuse to think then ("Expected `thinking` …, but found `tool_use`"), and clients that
    speak OpenAI's API seldom send thoughts back.
    """
    begins_with = ""
    for turn in reversed(turns):
        first = turn["content"][0]
        if turn["role"] == USER and first["type"] != "tool_result":
            break
        begins_with = first["type"] if turn["role"] == ASSISTANT else begins_with
    return turns[-1]["role"] == USER and begins_with not in ("", *THINKING)


def _effort(effort: str, model: str) -> str:
    """Returns Anthropic's word for an effort; `xhigh` came with Claude 4.7."""
    return EFFORTS.get(effort, effort if model_version(model) >= (4, 7) else "high")


def _without_sampling(request: Json, body: Json) -> Json:
    """Returns a request without the sampling parameters that this model refuses, thinking or at all."""
    thinks = request.get("thinking", {}).get("type") in ("enabled", "adaptive")
    refused: tuple[str, ...] = ("temperature", "top_k") if thinks else ()
    if model_version(request["model"]) >= (4, 7):
        refused = ("temperature", "top_p", "top_k")
    elif not thinks and "temperature" in request:
        refused = ("top_p",)  # models since 4.5 take one of the two
    return {name: value for name, value in request.items() if name not in refused}


def model_version(model: str) -> tuple[int, int]:
    """Returns the version in the name of a Claude model; a high one for Claudes without, (0, 0) for other models.

    It is before the family (claude-3-7-sonnet-20250219) or after it (claude-opus-4-7); eight digits are a date.
    """
    return version_in(model, "claude", VERSION)


def safe_id(id: str) -> str:
    """Returns the id of a call as Anthropic allows it; other models have points and colons in theirs."""
    return NOT_IN_AN_ID.sub("_", id) or "_"
