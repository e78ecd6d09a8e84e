"""Answers of the API of models in JSON, and how many rows of a list a client wants in one."""

from __future__ import annotations

import json
from typing import Any

import orjson
from quart import Response, request

from app.gateway.api.error_answers import ApiError


def encode_json(value: Any) -> bytes:
    """Returns JSON in UTF-8; half a surrogate pair and large numbers, which models may send, too."""
    try:
        return orjson.dumps(value)
    except TypeError:
        return json.dumps(value, separators=(",", ":")).encode()


def json_answer(body: Any) -> Response:
    """Returns the answer with a body in JSON."""
    return Response(encode_json(body), content_type="application/json")


def requested_limit(usual: int, most: int) -> int:
    """Returns the query parameter `limit`, from 1 to `most`; `usual` where it is absent. Raises: ApiError."""
    text = request.args.get("limit", str(usual))
    if not (text.isascii() and text.isdigit() and len(text) < 5 and 1 <= int(text) <= most):
        raise ApiError(400, f"“limit” must be an integer from 1 to {most}.", "invalid_value", param="limit")
    return int(text)
