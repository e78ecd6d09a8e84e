"""Compares every answer of the API that a test sees with the OpenAPI document (tests/client.py).

The document may be true and still say too little. So the models of answers are closed here: a field that is not
described is a fault, too.
"""

import re
from functools import cache
from typing import Any

import jsonschema_rs
from quart import Response

from app.docs.reference_pages import OPERATIONS
from app.web.openapi import Operation, openapi_document

BASE, DOCUMENT = "/api/v1", "/api/v1/openapi.json"
# What is answered before it is known which operation is meant, or whether the request is one.
BEFORE = {
    (400, "INVALID_REQUEST"),
    (404, "NOT_FOUND"),
    (405, "METHOD_NOT_ALLOWED"),
    (408, "REQUEST_TIMEOUT"),
    (413, "PAYLOAD_TOO_LARGE"),
    (415, "UNSUPPORTED_MEDIA_TYPE"),
    (429, "RATE_LIMITED"),
    (431, "INVALID_REQUEST"),
    (500, "INTERNAL_ERROR"),
    (503, "BUSY"),
}


async def check_answer(method: str, address: str, response: Response) -> None:
    """Asserts that an answer is what the document says; other addresses than those of the API pass."""
    path = address.partition("?")[0]
    if not path.startswith(f"{BASE}/") or path == DOCUMENT or method == "HEAD":
        return
    operation, status, where = _operation(method, path), response.status_code, f"{method} {path}"
    described = _responses(operation).get(str(status)) if operation else None
    if status >= 400:
        error = (await response.get_json())["error"]
        known = operation is not None and error in operation.codes
        assert known or (status, error) in BEFORE, f"{where}: {status} {error} is not described"
    else:
        assert described is not None, f"{where}: {status} is not described"
    for name, header in ((described or {}).get("headers") or {}).items():
        _check_header(where, name, header, response)
    await _check_body(where, operation, status, response)


async def _check_body(where: str, operation: Operation | None, status: int, response: Response) -> None:
    if status == 304:
        return
    if status < 400 and operation and operation.files:
        assert response.mimetype in operation.files, f"{where}: {response.mimetype}"
        return
    assert response.mimetype == "application/json", f"{where}: {response.mimetype}"
    validator = _validator(operation.id if operation and status < 400 else "", status)
    errors = [
        f"{error.instance_path}: {error.message[:300]}" for error in validator.iter_errors(await response.get_json())
    ]
    assert errors == [], f"{where} {status}: {errors[:3]}"


def _check_header(where: str, name: str, reference: dict[str, str], response: Response) -> None:
    header = _document()["components"]["headers"][reference["$ref"].rpartition("/")[2]]
    if name not in response.headers:
        assert not header["required"], f"{where}: {response.status_code} without {name}"
        return
    value: Any = response.headers[name]
    value = int(value) if header["schema"].get("type") == "integer" else value
    assert jsonschema_rs.is_valid(header["schema"], value), f"{where}: {name}: {value}"


def _operation(method: str, path: str) -> Operation | None:
    """The operation of a request; a literal path goes before one with a parameter."""
    matches = [
        operation for operation in OPERATIONS if operation.method == method and _pattern(operation.path).fullmatch(path)
    ]
    return min(matches, key=lambda operation: operation.path.count("{"), default=None)


@cache
def _pattern(template: str) -> re.Pattern[str]:
    parts = {"external_id": ".+"}
    return re.compile(BASE + re.sub(r"{(\w+)}", lambda match: parts.get(match[1], "[^/]+"), template) + "/?")


@cache
def _document() -> dict[str, Any]:
    return openapi_document(OPERATIONS, f"https://kliqs.test{BASE}", str)


def _responses(operation: Operation) -> dict[str, Any]:
    responses: dict[str, Any] = _document()["paths"][operation.path][operation.method.lower()]["responses"]
    return responses


@cache
def _validator(id: str, status: int) -> jsonschema_rs.Draft202012Validator:
    """The validator of the body of an answer; without an operation that of a refusal."""
    operation = next((operation for operation in OPERATIONS if operation.id == id), None)
    schema: Any = {"$ref": "#/components/schemas/ErrorAnswer"}
    if operation:
        schema = _responses(operation)[str(status)]["content"]["application/json"]["schema"]
    closed = _closed({"schema": schema, "components": {"schemas": _document()["components"]["schemas"]}})
    whole = closed["schema"] | {"components": closed["components"]}
    return jsonschema_rs.Draft202012Validator(whole, validate_formats=True)


def _closed(schema: Any) -> Any:
    """The schema with no room for properties that it does not name."""
    if isinstance(schema, list):
        return [_closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    parts = {name: _closed(part) for name, part in schema.items()}
    return (
        {"additionalProperties": False} | parts if schema.get("type") == "object" and "properties" in schema else parts
    )
