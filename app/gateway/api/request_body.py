"""Reads the JSON body of a request to a model: an object whose fields are mostly the upstream's business."""

from __future__ import annotations

import asyncio
from codecs import BOM_UTF8
from dataclasses import dataclass
from typing import Any

from quart import g, request

from app.gateway.api.body_memory import body_in_memory
from app.gateway.api.error_answers import ApiError
from app.gateway.upstreams.adapter import Json
from app.gateway.upstreams.bounded_json import MOST_DEPTH, MOST_VALUES, TooDeep, TooManyValues, parse_json

IN_A_THREAD = 256 * 1024  # bytes from which parsing would make other requests wait


@dataclass(frozen=True, slots=True)
class JsonBody:
    """The object that was sent, and of how many bytes it was."""

    fields: Json
    size: int


async def read_json() -> JsonBody:
    """Returns the body of the request. Raises: ApiError; 413 and 408 as every body does."""
    if request.mimetype != "application/json":
        raise ApiError(415, "Send the body with “Content-Type: application/json”.", "unsupported_media_type")
    with body_in_memory():
        raw = await request.get_data(cache=False, as_text=False, parse_form_data=False)
        body = await asyncio.to_thread(_parse, raw) if len(raw) > IN_A_THREAD else _parse(raw)
    if not isinstance(body, dict):
        raise ApiError(400, "The body must be a JSON object.", "invalid_json")
    g.ai_sent = body
    return JsonBody(body, len(raw))


def _parse(raw: bytes) -> Any:
    """Parses JSON in UTF-8. Raises: ApiError."""
    try:
        return parse_json(raw.removeprefix(BOM_UTF8), MOST_DEPTH, MOST_VALUES)
    except TooManyValues:
        raise ApiError(400, f"The body has more than {MOST_VALUES} values.", "invalid_json") from None
    except TooDeep:
        raise ApiError(400, f"The body is nested more than {MOST_DEPTH} levels deep.", "invalid_json") from None
    except ValueError:
        raise ApiError(400, "The body is not valid JSON.", "invalid_json") from None


def required_text(body: Json, name: str) -> str:
    """Returns a field that must be a text and not empty. Raises: ApiError."""
    value = body.get(name)
    if not isinstance(value, str) or not value.strip():
        raise ApiError(400, f"“{name}” is required and must be a string.", "missing_required_parameter", param=name)
    return value


def optional_flag(body: Json, name: str) -> bool:
    """Returns a field that may be absent or null, which is false. Raises: ApiError for other types."""
    value = body.get(name)
    if value is not None and not isinstance(value, bool):
        raise ApiError(400, f"“{name}” must be a boolean.", "invalid_type", param=name)
    return bool(value)


def optional_number(body: Json, name: str, least: int, most: int) -> int | None:
    """Returns a whole number in a range, or None where it is absent or null; a text is none. Raises: ApiError."""
    value = body.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int):
        raise ApiError(400, f"“{name}” must be an integer.", "invalid_type", param=name)
    if not least <= value <= most:
        raise ApiError(400, f"“{name}” must be an integer from {least} to {most}.", "invalid_value", param=name)
    return value
