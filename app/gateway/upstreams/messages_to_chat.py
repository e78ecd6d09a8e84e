"""Turns a request of Anthropic's `/v1/messages` into one of `/chat/completions`, for clients that speak only that.

What only Claude's API knows (ends of caches, blocks of thinking with their signatures, `top_k`, errors of tools) is
kept for upstreams of the kind `anthropic`, whose adapter puts it back, and left out for all others. Answers are turned
back by chat_to_messages.py. Tokens are not counted (`count_tokens`), and server tools are refused. Types: `anthropic`
2.14.
"""

from __future__ import annotations

from typing import Any

import orjson

from app.gateway.upstreams.adapter import Json
from app.gateway.upstreams.request_values import (
    invalid,
    read_count,
    read_dict,
    read_list,
    read_number,
    read_text,
    unsupported,
)

NATIVE = "anthropic"
THINKING = ("thinking", "redacted_thinking")  # types of blocks
CHOICES = {"auto": "auto", "any": "required", "none": "none"}
LOW, MEDIUM = 2048, 8192  # budgets of thinking in tokens, below which an effort is low or medium


def to_chat_request(body: Json, kind: str = "openai", *, reasons: bool = False, most: int = 0) -> Json:
    """Returns the request of `/chat/completions` for an upstream of this kind.

    `reasons` is whether the model can reason, and so may be told how much. `most` is how many tokens it writes at most,
    0 where that is not known: clients of Claude ask for as many as Claude writes, which others would refuse. Raises
    UpstreamError with the status 400 for what Anthropic's API does not allow, and for what cannot be translated.
    """
    native, limit = kind == NATIVE, read_count(body, "max_tokens")
    if limit is None:
        raise invalid("'max_tokens' is missing.", "max_tokens")
    request: Json = {
        "model": read_text(body, "model"),
        "messages": [*_system(body, native), *_messages(body, native)],
        "max_completion_tokens" if reasons and not native else "max_tokens": min(limit, most or limit),
    }
    return request | _options(body, native) | _tools(body, native) | _output(body, native, reasons)


def _options(body: Json, native: bool) -> Json:
    """Returns the fields that are the same, or have another name."""
    metadata = read_dict(body, "metadata") if body.get("metadata") is not None else {}
    options = {
        "temperature": read_number(body, "temperature", 0, 1),
        "top_p": read_number(body, "top_p", 0, 1),
        "top_k": read_count(body, "top_k", 0) if native else None,
        "stop": read_list(body, "stop_sequences") or None,
        "stream": True if body.get("stream") is True else None,
        "user": metadata.get("user_id"),
    }
    return {name: value for name, value in options.items() if value is not None}


def _system(body: Json, native: bool) -> list[Json]:
    """Returns the message of the system, if there is one."""
    system = body.get("system")
    if not system:
        return []
    return [{"role": "system", "content": _content(system, "system", native)}]


def _messages(body: Json, native: bool) -> list[Json]:
    """Returns the messages of a request."""
    rows = body.get("messages")
    if not isinstance(rows, list) or not rows:
        raise invalid("'messages' must be a list of at least one message.", "messages")
    messages: list[Json] = []
    for number, row in enumerate(rows):
        at = f"messages.{number}"
        role = row.get("role") if isinstance(row, dict) else None
        if role not in ("user", "assistant", "system") or not isinstance(row, dict):
            raise invalid(f"{at}.role must be user, assistant or system.", at)
        content = _blocks(row.get("content"), f"{at}.content")
        if role == "assistant":
            messages.append(_assistant(content, at, native))
        elif role == "system":
            messages.append({"role": "system", "content": _content(content, at, native)})
        else:
            messages += _user(content, at, native)
    return messages


def _user(blocks: list[Json], at: str, native: bool) -> list[Json]:
    """Returns the results of tools, each a message, and then the rest of a turn of the user."""
    messages: list[Json] = []
    rest = [block for block in blocks if block["type"] != "tool_result"]
    for block in blocks:
        if block["type"] == "tool_result":
            result = _blocks(block.get("content") or "", f"{at}.content")
            # OpenAI's API takes only text from tools: a picture goes into the user's message
            apart = () if native else ("image", "document")
            rest += [each for each in result if each["type"] in apart]
            content = _content([each for each in result if each["type"] not in apart], at, native)
            message: Json = {
                "role": "tool",
                "tool_call_id": read_text(block, "tool_use_id", f"{at}."),
                "content": content,
            }
            failed = {"is_error": True} if native and block.get("is_error") is True else {}
            messages.append(message | failed | _cache(block, native))
    return [*messages, {"role": "user", "content": _content(rest, at, native)}] if rest else messages


def _assistant(blocks: list[Json], at: str, native: bool) -> Json:
    """Returns a turn of the model: its text, its calls, and for Claude what it thought."""
    thinking = [block for block in blocks if block["type"] in THINKING]
    calls = [_call(block, at, native) for block in blocks if block["type"] == "tool_use"]
    shown = [block for block in blocks if block["type"] not in ("tool_use", *THINKING)]
    message: Json = {"role": "assistant", "content": _content(shown, at, native) if shown else None}
    if calls:
        message["tool_calls"] = calls
    signed = [block for block in thinking if block.get("signature") or block["type"] == "redacted_thinking"]
    if native and signed:
        message["thinking_blocks"] = signed
    return message


def _call(block: Json, at: str, native: bool) -> Json:
    """Returns a call of a tool."""
    try:
        arguments = orjson.dumps(read_dict(block, "input", f"{at}.")).decode()
    except orjson.JSONEncodeError:
        raise invalid(f"{at}.input is nested too deeply.", at) from None
    function = {"name": read_text(block, "name", f"{at}."), "arguments": arguments}
    id = read_text(block, "id", f"{at}.")
    return {"id": id, "type": "function", "function": function} | _cache(block, native)


def _content(content: object, at: str, native: bool) -> str | list[Json]:
    """Returns the content of a message: a text where it is nothing else, so that every upstream takes it."""
    parts = [_part(block, at, native) for block in _blocks(content, at)]
    if all(part.keys() == {"type", "text"} for part in parts):
        return "\n".join(part["text"] for part in parts)
    return parts


def _part(block: Json, at: str, native: bool) -> Json:
    """Returns a block as a part of a message."""
    kind = block["type"]
    if kind == "text":
        return {"type": "text", "text": read_text(block, "text", f"{at}.")} | _cache(block, native)
    if kind not in ("image", "document"):
        raise unsupported(f"blocks of the type {kind[:40]}", at)
    source = read_dict(block, "source", f"{at}.")
    if source.get("type") == "text":
        return {"type": "text", "text": read_text(source, "data", f"{at}.source.")} | _cache(block, native)
    if source.get("type") not in ("base64", "url"):
        raise unsupported("this source of a file", f"{at}.source.type")
    url = read_text(source, "url", f"{at}.source.") if source["type"] == "url" else _data_url(source, at)
    if kind == "image":
        return {"type": "image_url", "image_url": {"url": url}} | _cache(block, native)
    file = {"filename": str(block.get("title") or "document.pdf"), "file_data": url}
    return {"type": "file", "file": file} | _cache(block, native)


def _data_url(source: Json, at: str) -> str:
    """Returns a file in Base64 as a URL."""
    media_type, data = read_text(source, "media_type", f"{at}.source."), read_text(source, "data", f"{at}.source.")
    return f"data:{media_type};base64,{data}"


def _blocks(content: object, at: str) -> list[Json]:
    """Returns the blocks of a content; a text is one block."""
    if isinstance(content, str):
        return [{"type": "text", "text": content}]
    if not isinstance(content, list):
        raise invalid(f"{at} must be a text or a list of blocks.", at)
    if not all(isinstance(each, dict) and isinstance(each.get("type"), str) for each in content):
        raise invalid(f"{at} must hold objects with a type.", at)
    return content


def _tools(body: Json, native: bool) -> Json:
    """Returns the tools of a request and their choice."""
    rows = read_list(body, "tools")
    choice = read_dict(body, "tool_choice") if body.get("tool_choice") is not None else {}
    if not rows:
        return {}
    chosen: Json = {}
    if choice.get("type") == "tool":
        chosen["tool_choice"] = {"type": "function", "function": {"name": read_text(choice, "name", "tool_choice.")}}
    elif choice:
        kind = read_text(choice, "type", "tool_choice.")
        if kind not in CHOICES:
            raise invalid("tool_choice.type must be auto, any, tool or none.", "tool_choice.type")
        chosen["tool_choice"] = CHOICES[kind]
    if choice.get("disable_parallel_tool_use") is True:
        chosen["parallel_tool_calls"] = False
    return {"tools": [_tool(row, f"tools.{number}", native) for number, row in enumerate(rows)], **chosen}


def _tool(row: Any, at: str, native: bool) -> Json:
    """Returns a tool of the client; tools that run at the provider are refused."""
    if not isinstance(row, dict) or row.get("type") not in (None, "custom"):
        raise unsupported("tools that run at the provider", at)
    function = {"name": read_text(row, "name", f"{at}."), "parameters": read_dict(row, "input_schema", f"{at}.")}
    more = {name: row[name] for name in ("description", "strict") if row.get(name)}
    return {"type": "function", "function": function | more} | _cache(row, native)


def _output(body: Json, native: bool, reasons: bool) -> Json:
    """Returns the form of the answer, and how much the model shall reason."""
    thinking = read_dict(body, "thinking") if body.get("thinking") is not None else {}
    config = read_dict(body, "output_config") if body.get("output_config") is not None else {}
    output: Json = {}
    if isinstance(form := config.get("format"), dict):
        schema = read_dict(form, "schema", "output_config.format.")
        named = {"name": "answer", "schema": schema, "strict": True}
        output["response_format"] = {"type": "json_schema", "json_schema": named}
    if native:
        return output | ({"thinking": thinking} if thinking else {}) | _effort(config)
    if not reasons or thinking.get("type") not in ("enabled", "adaptive"):
        return output
    budget = read_count(thinking, "budget_tokens") or MEDIUM - 1
    by_budget = "low" if budget < LOW else "medium" if budget < MEDIUM else "high"
    return {"reasoning_effort": by_budget} | output | _effort(config)


def _effort(config: Json) -> Json:
    """Returns the effort that a request names; `max` is `xhigh` in OpenAI's words."""
    effort = config.get("effort")
    return {"reasoning_effort": "xhigh" if effort == "max" else str(effort)} if effort else {}


def _cache(block: Json, native: bool) -> Json:
    """Returns the `cache_control` of a block for upstreams of the kind `anthropic`; nothing for others."""
    control = block.get("cache_control")
    return {"cache_control": control} if native and isinstance(control, dict) else {}
