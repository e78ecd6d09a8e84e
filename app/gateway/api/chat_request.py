"""What is checked of a request before it is sent to an upstream; everything else is the upstream's business.

A client pays what the catalogue says of a model. So it may not choose another model, a dearer service or paid tools of
an upstream in fields that we do not know; only a workspace that pays the upstream itself may.
"""

from __future__ import annotations

from app.gateway.api.error_answers import ApiError
from app.gateway.api.references import refuse_references
from app.gateway.api.request_body import optional_flag, optional_number
from app.gateway.upstreams.adapter import Json

CHOOSING = ("models", "route", "provider", "plugins", "preset", "transforms")  # OpenRouter's, of other models and tools
PAID = ("web_search_options", "search_parameters")
TIERS = (None, "auto", "default")
OWN_TOOLS = ("function", "custom")  # of the client itself; others run at the upstream, for money
MOST_CHOICES, MOST_TOKENS = 128, 10_000_000


def check_chat(body: Json) -> None:
    """Checks a request of `/chat/completions`. Raises: ApiError."""
    messages = body.get("messages")
    if not isinstance(messages, list) or not messages or not all(isinstance(each, dict) for each in messages):
        message = "“messages” is required and must be a list of at least one message."
        raise ApiError(400, message, "missing_required_parameter", param="messages")
    optional_flag(body, "stream")
    options = body.get("stream_options")
    if options is not None and not isinstance(options, dict):
        raise ApiError(400, "“stream_options” must be an object.", "invalid_type", param="stream_options")
    optional_number(body, "n", 1, MOST_CHOICES)
    for name in ("max_tokens", "max_completion_tokens"):
        optional_number(body, name, 1, MOST_TOKENS)
    refuse_extras(body)


def refuse_extras(body: Json) -> None:
    """Refuses what would cost more than the price of the model. Raises: ApiError."""
    for name in (*CHOOSING, *PAID):
        if body.get(name):
            raise unsupported(name, f"“{name}” is not offered here.")
    if body.get("service_tier") not in TIERS:
        raise unsupported("service_tier", "Only the default service tier is offered here.")
    tools = body.get("tools")
    for tool in tools if isinstance(tools, list) else ():
        kind = tool.get("type", "function") if isinstance(tool, dict) else "function"
        if kind not in OWN_TOOLS:
            raise unsupported("tools", f"Tools of the type “{str(kind)[:40]}” are not offered here; functions are.")
    if body.get("store"):
        body["store"] = False  # nothing is kept at the upstream
    refuse_references(body)


def unsupported(param: str, message: str) -> ApiError:
    """Returns the error for a parameter that is not taken."""
    return ApiError(400, message, "unsupported_parameter", param=param)


def wants_usage(body: Json) -> bool:
    """Whether the client asked for the usage at the end of a stream."""
    options = body.get("stream_options")
    return isinstance(options, dict) and bool(options.get("include_usage"))
