"""Reads a request of `/chat/completions` for adapters of upstreams that speak another language than OpenAI's.

What has another type than OpenAI's API allows is refused with the status 400, as OpenAI would; so is what can be put
into no other language, such as sound. Fields that are left over on parts, calls and messages are in their `extras`.
"""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from dataclasses import dataclass, field
from typing import Any

from app.gateway.upstreams.adapter import Json
from app.gateway.upstreams.chat_completion import call_arguments
from app.gateway.upstreams.request_values import (
    invalid,
    read_count,
    read_dict,
    read_list,
    read_text,
    refuse_fields,
    unsupported,
)

SYSTEM, USER, ASSISTANT, TOOL = "system", "user", "assistant", "tool"
ROLES = {"system": SYSTEM, "developer": SYSTEM, "user": USER, "assistant": ASSISTANT, "tool": TOOL}
DATA_URL = re.compile(r"data:([\w.+-]+/[\w.+-]+)(?:;[\w-]+=[\w-]+)*;base64,", re.A)


@dataclass(frozen=True, slots=True)
class Text:
    """A part of a message that is text."""

    text: str
    extras: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Media:
    """A picture or a document in a message: its Base64 in `data`, or its `url`. `media_type` is empty for a URL."""

    media_type: str
    data: str = field(default="", repr=False)
    url: str = ""
    filename: str = ""
    extras: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ToolCall:
    """A call that the model made before; arguments that are no JSON object are in the field `arguments` of one."""

    id: str
    name: str
    arguments: Json
    extras: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Message:
    """A message: `call_id` is the call that a message of a tool answers."""

    role: str
    parts: tuple[Text | Media, ...]
    calls: tuple[ToolCall, ...] = ()
    call_id: str = ""
    extras: Json = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The texts of a message behind each other."""
        return "".join(part.text for part in self.parts if isinstance(part, Text))


@dataclass(frozen=True, slots=True)
class Tool:
    """A function that the model may call; `parameters` is a JSON schema."""

    name: str
    description: str
    parameters: Json
    strict: bool
    extras: Json = field(default_factory=dict)


def read_messages(body: Json) -> list[Message]:
    """Returns the messages of a request. Raises UpstreamError for what is no message."""
    rows = body.get("messages")
    if not isinstance(rows, list) or not rows:
        raise invalid("'messages' must be a list of at least one message.", "messages")
    return [_message(row, f"messages[{at}]") for at, row in enumerate(rows)]


def split_system(messages: list[Message]) -> tuple[list[Message], list[Message]]:
    """Returns what the system says, and the conversation; where nobody else says anything, that is the conversation."""
    talk = [message for message in messages if message.role != SYSTEM]
    return ([message for message in messages if message.role == SYSTEM], talk) if talk else ([], messages)


def read_tools(body: Json) -> list[Tool]:
    """Returns the functions that a request offers. Raises UpstreamError for tools of other types."""
    refuse_fields(body, {"functions": "'functions'; send them as 'tools'"})
    rows = read_list(body, "tools")
    return [_tool(row, f"tools[{at}]") for at, row in enumerate(rows)]


def read_tool_choice(body: Json) -> tuple[str, str]:
    """Returns `auto`, `none`, `required` or `function` with the name of the function; empty where it is not said."""
    choice = body.get("tool_choice")
    if choice is None:
        return "", ""
    if choice in ("auto", "none", "required"):
        return choice, ""
    if isinstance(choice, dict) and choice.get("type") == "function":
        return "function", read_text(read_dict(choice, "function", "tool_choice."), "name", "tool_choice.function.")
    raise unsupported("this 'tool_choice'", "tool_choice")


def read_stop(body: Json) -> list[str]:
    """Returns the texts at which the model shall stop."""
    stop = body.get("stop")
    texts = [stop] if isinstance(stop, str) else stop or []
    if not isinstance(texts, list) or not all(isinstance(each, str) for each in texts):
        raise invalid("'stop' must be a text or a list of texts.", "stop")
    return [each for each in texts if each]


def read_max_tokens(body: Json, most: int = 0) -> int | None:
    """Returns how many tokens the model may write at most, None where the request does not say.

    A model that writes no more than `most` is not asked for more, which its API would refuse; 0 is no bound.
    """
    wanted = read_count(body, "max_completion_tokens") or read_count(body, "max_tokens")
    return min(wanted, most) if wanted and most else wanted


def read_response_format(body: Json) -> tuple[str, Json]:
    """Returns `text`, `json_object` or `json_schema`, and the schema; an empty one for the first two."""
    form = read_dict(body, "response_format") if body.get("response_format") is not None else {"type": "text"}
    kind = form.get("type")
    if kind == "json_schema":
        wrapped = read_dict(form, "json_schema", "response_format.")
        return kind, read_dict(wrapped, "schema", "response_format.json_schema.")
    if kind in ("text", "json_object"):
        return kind, {}
    raise invalid("'response_format.type' must be text, json_object or json_schema.", "response_format.type")


def read_effort(body: Json) -> str:
    """Returns how much the model shall reason, in OpenAI's words from `none` to `xhigh`; empty where it is not said."""
    effort = body.get("reasoning_effort")
    if effort is None:
        return ""
    if effort in ("none", "minimal", "low", "medium", "high", "xhigh", "max"):
        return str(effort)
    raise invalid("'reasoning_effort' must be none, minimal, low, medium, high or xhigh.", "reasoning_effort")


def read_end_user(body: Json) -> str:
    """Returns what the client names its end user, empty where it does not."""
    name = body.get("safety_identifier") or body.get("user") or ""
    return name if isinstance(name, str) else ""


def media_of_data_url(url: str, param: str, **more: Any) -> Media:
    """Returns the picture or document of a `data:` URL, or of an https one that the model's API fetches itself."""
    if url.startswith(("https://", "http://")):
        return Media("", url=url, **more)
    head = DATA_URL.match(url[:200])
    if not head:
        raise invalid("A URL must be https, or data: with a media type and Base64.", param)
    data = url[head.end() :]
    try:
        b64decode(data, validate=True)
    except (binascii.Error, ValueError):
        raise invalid("A data: URL must hold Base64.", param) from None
    return Media(head[1].lower(), data, **more)


def _message(row: object, at: str) -> Message:
    """Reads a message."""
    if not isinstance(row, dict):
        raise invalid(f"'{at}' must be an object.", at)
    role = ROLES.get(str(row.get("role")))
    if role is None:
        raise invalid(f"'{at}.role' must be one of {', '.join(ROLES)}.", f"{at}.role")
    calls = [_call(each, f"{at}.tool_calls[{i}]") for i, each in enumerate(read_list(row, "tool_calls", f"{at}."))]
    extras = {name: value for name, value in row.items() if name not in ("role", "content", "tool_calls")}
    call_id = read_text(row, "tool_call_id", f"{at}.") if role == TOOL else ""
    if row.get("content") is None and role != ASSISTANT:
        raise invalid(f"'{at}.content' is missing.", f"{at}.content")
    return Message(role, _parts(row.get("content"), f"{at}.content"), tuple(calls), call_id, extras)


def _parts(content: object, at: str) -> tuple[Text | Media, ...]:
    """Reads the content of a message: a text, a list of parts, or none."""
    if content is None:
        return ()
    if isinstance(content, str):
        return (Text(content),)
    if not isinstance(content, list):
        raise invalid(f"'{at}' must be a text or a list of parts.", at)
    return tuple(_part(each, f"{at}[{number}]") for number, each in enumerate(content))


def _part(part: object, at: str) -> Text | Media:
    """Reads a part of a message."""
    kind = part.get("type") if isinstance(part, dict) else None
    if not isinstance(part, dict) or not isinstance(kind, str):
        raise invalid(f"'{at}' must be an object with a type.", at)
    extras = {name: value for name, value in part.items() if name not in ("type", kind)}
    if kind in ("text", "refusal"):
        return Text(read_text(part, kind, f"{at}."), extras)
    if kind == "image_url":
        image = part.get(kind)
        url = image if isinstance(image, str) else read_text(read_dict(part, kind, f"{at}."), "url", f"{at}.image_url.")
        return media_of_data_url(url, f"{at}.image_url", extras=extras)
    if kind == "file" and isinstance(read_dict(part, kind, f"{at}.").get("file_data"), str):
        file = part["file"]
        return media_of_data_url(
            file["file_data"], f"{at}.file.file_data", filename=str(file.get("filename") or ""), extras=extras
        )
    raise unsupported(f"parts of the type '{kind[:40]}'", f"{at}.type")


def _call(row: object, at: str) -> ToolCall:
    """Reads a call of a tool."""
    if not isinstance(row, dict) or row.get("type", "function") != "function":
        raise unsupported("calls of tools that are no functions", at)
    function = read_dict(row, "function", f"{at}.")
    arguments = call_arguments(function.get("arguments"))
    extras = {name: value for name, value in row.items() if name not in ("id", "type", "function", "index")}
    return ToolCall(read_text(row, "id", f"{at}."), read_text(function, "name", f"{at}.function."), arguments, extras)


def _tool(row: object, at: str) -> Tool:
    """Reads a tool."""
    if not isinstance(row, dict) or row.get("type") != "function":
        raise unsupported("tools that are no functions", f"{at}.type")
    function = read_dict(row, "function", f"{at}.")
    parameters = function.get("parameters") or {"type": "object", "properties": {}}
    if not isinstance(parameters, dict):
        raise invalid(f"'{at}.function.parameters' must be a JSON schema.", f"{at}.function.parameters")
    description = function.get("description") or ""
    extras = {name: value for name, value in row.items() if name not in ("type", "function")}
    name = read_text(function, "name", f"{at}.function.")
    return Tool(name, str(description), parameters, bool(function.get("strict")), extras)
