"""Reads values of requests in OpenAI's API, and refuses those of another type as OpenAI would: with the status 400."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import orjson

from app.gateway.upstreams.adapter import Json
from app.gateway.upstreams.errors import NotSupported, UpstreamError


def invalid(message: str, param: str) -> UpstreamError:
    """Returns the error of a request that the API does not allow, whatever the model."""
    return UpstreamError(
        message, status=400, retryable=False, code="invalid_value", type="invalid_request_error", param=param or None
    )


def unsupported(what: str, param: str) -> NotSupported:
    """Returns the error of a request for what the model's API cannot do; that of another route may."""
    return NotSupported(
        f"This model does not support {what}.",
        status=400,
        retryable=True,
        code="unsupported_value",
        type="invalid_request_error",
        param=param,
        sent=False,
    )


def refuse_fields(body: Json, fields: dict[str, str]) -> None:
    """Refuses a request that has one of these fields with a value; `fields` says by their names what they are."""
    for name, what in fields.items():
        if body.get(name):
            raise unsupported(what, name)


def read_number(body: Json, name: str, least: float, most: float) -> float | None:
    """Returns a number of a request within its bounds, None where it has none."""
    value = body.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
        raise invalid(f"'{name}' must be a number from {least:g} to {most:g}.", name)
    return value


def read_count(body: Json, name: str, least: int = 1, most: int = 10**9) -> int | None:
    """Returns a whole number of a request within its bounds, None where it has none."""
    value = read_number(body, name, least, most)
    if value is None or isinstance(value, int):
        return value
    raise invalid(f"'{name}' must be a whole number.", name)


def copy_schema(schema: Json, param: str, mend: Callable[[Json], None]) -> Json:
    """Returns a copy of a JSON schema in which `mend` may change each object; refuses one that is nested too deeply."""
    try:
        copy: Json = orjson.loads(orjson.dumps(schema))
    except orjson.JSONEncodeError:
        raise invalid("This schema is nested too deeply.", param) from None
    rest: list[Any] = [copy]
    while rest:
        node = rest.pop()
        if isinstance(node, dict):
            mend(node)
        rest.extend(node.values() if isinstance(node, dict) else node if isinstance(node, list) else ())
    return copy


def read_text(row: Json, name: str, at: str = "") -> str:
    """Returns a text of an object that is at `at`."""
    value = row.get(name)
    if not isinstance(value, str):
        raise invalid(f"'{at}{name}' must be a text.", f"{at}{name}")
    return value


def read_dict(row: Json, name: str, at: str = "") -> Json:
    """Returns an object of an object that is at `at`."""
    value = row.get(name)
    if not isinstance(value, dict):
        raise invalid(f"'{at}{name}' must be an object.", f"{at}{name}")
    return value


def read_list(row: Json, name: str, at: str = "") -> list[Any]:
    """Returns a list of an object that is at `at`; an empty one where it is missing."""
    value = row.get(name)
    if value is None:
        return []
    if not isinstance(value, list):
        raise invalid(f"'{at}{name}' must be a list.", f"{at}{name}")
    return value
