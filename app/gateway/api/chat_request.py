"""What is checked of a request before it is sent to an upstream; everything else is the upstream's business.

A client pays what the catalogue says of a model. So it may not choose another model, a dearer service or paid tools of
an upstream in fields that we do not know; only a workspace that pays the upstream itself may.
"""

from __future__ import annotations

from typing import Any

from app.gateway.api.error_answers import ApiError
from app.gateway.api.references import refuse_references
from app.gateway.api.request_body import optional_flag, optional_number
from app.gateway.upstreams.adapter import Json

CHOOSING = ("models", "route", "provider", "plugins", "preset", "transforms")  # OpenRouter's, of other models and tools
PAID = (  # searches by several providers, and speech, which costs many times as much as words
    *("web_search_options", "search_parameters", "enable_search", "search_options", "web_search"),
    "audio",
)
TIERS = (None, "auto", "default")
OWN_TOOLS = ("function", "custom")  # of the client itself; others run at the upstream, for money
MOST_CHOICES, MOST_TOKENS = 128, 10_000_000


def check_chat(body: Json) -> None:
    """Checks a request of `/chat/completions`. Raises: ApiError."""
    messages = body.get("messages")
    if not isinstance(messages, list) or not messages or not all(isinstance(each, dict) for each in messages):
        message = "“messages” is required and must be a list of at least one message."
        raise ApiError(400, message, "missing_required_parameter", param="messages")
    if not all(isinstance(each.get("role"), str) and _is_content(each.get("content")) for each in messages):
        message = "Each message needs a “role”, and a “content” that is a string or a list."
        raise ApiError(400, message, "invalid_type", param="messages")
    optional_flag(body, "stream")
    options = body.get("stream_options")
    if options is not None and not isinstance(options, dict):
        raise ApiError(400, "“stream_options” must be an object.", "invalid_type", param="stream_options")
    optional_number(body, "n", 1, MOST_CHOICES)
    for name in ("max_tokens", "max_completion_tokens"):
        optional_number(body, name, 1, MOST_TOKENS)
    refuse_unpriced_options(body)


def _is_content(value: Any) -> bool:
    """Whether this can be the content of a message; some upstreams break at other values rather than refuse them."""
    return value is None or isinstance(value, str) or (isinstance(value, list) and all(map(_is_part, value)))


def _is_part(value: Any) -> bool:
    return isinstance(value, str | dict)


def refuse_unpriced_options(body: Json) -> None:
    """Refuses what would cost more than the price of the model. Raises: ApiError."""
    for name in (*CHOOSING, *PAID):
        if body.get(name):
            raise unsupported(name, f"“{name}” is not offered here.")
    if body.get("service_tier") not in TIERS:
        raise unsupported("service_tier", "Only the default service tier is offered here.")
    tools = body.get("tools")
    for tool in tools if isinstance(tools, list) else ():
        kind = _kind_of_tool(tool)
        if kind not in OWN_TOOLS:
            raise unsupported("tools", f"Tools of the type “{str(kind)[:40]}” are not offered here; functions are.")
    modalities = body.get("modalities")
    if any(str(each).lower() == "audio" for each in (modalities if isinstance(modalities, list) else ())):
        raise unsupported("modalities", "Speech is not offered here; words and pictures are.")
    if body.get("store"):
        body["store"] = False  # nothing is kept at the upstream
    refuse_references(body)


def _kind_of_tool(tool: Any) -> Any:
    """Returns the type of a tool; one without a type or a name is none of the client's own, such as a search."""
    if not isinstance(tool, dict):
        return "function"
    return tool.get("type", "function" if "name" in tool or "function" in tool else "")


def unsupported(param: str, message: str) -> ApiError:
    """Returns the error for a parameter that is not taken."""
    return ApiError(400, message, "unsupported_parameter", param=param)


def wants_usage(body: Json) -> bool:
    """Whether the client wants the usage at the end of a stream."""
    options = body.get("stream_options")
    return isinstance(options, dict) and bool(options.get("include_usage"))
