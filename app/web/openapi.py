"""The table of the API's operations, from which the OpenAPI document and the documentation are generated."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import models_json_schema

from app.kernel.api_model import ApiModel
from app.kernel.error_codes import API_CODES
from app.kernel.refusal import N_
from app.web import read_only  # noqa: F401 - which documents READ_ONLY
from app.web.openapi_headers import header_components, request_headers, response_headers

ALWAYS = (
    "UNAUTHORIZED",
    "INVALID_API_KEY",
    "REVOKED_API_KEY",
    "EXPIRED_API_KEY",
    "INSUFFICIENT_SCOPE",
    "NETWORK_NOT_ALLOWED",
    "API_LIMIT_REACHED",
    "RATE_LIMITED",
    "INTERNAL_ERROR",
    "BUSY",
    "INVALID_REQUEST",
    "UNKNOWN_FIELD",
)
CHANGING = ("ACCOUNT_SUSPENDED", "BEING_DELETED", "READ_ONLY")  # where the method is none that only reads
POSTED = ("IDEMPOTENCY_KEY_REUSED", "IDEMPOTENCY_KEY_IN_USE")
WITH_BODY = ("INVALID_REQUEST", "REQUEST_TIMEOUT", "PAYLOAD_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE")
PATH_PARAMETERS = {
    "id": {"type": "string", "format": "uuid"},
    "variant": {"type": "string", "format": "uuid"},
    "tag": {"type": "integer", "minimum": 1},
}
BYTES = "application/octet-stream"
REF = "#/components/schemas/{model}"


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation of the JSON API.

    `answer` is the model of `data` in the response, `body` that of the request, `query` that of its query parameters.
    `refusals` are the error codes that only this operation has. An operation that returns a file has no `answer`, but
    the media types in `files`, and an entity tag. `upload` is the name of the form part with a file, in place of a
    `body`; with `piece` the body is the bytes of a piece of a file. `scope` is what a key must have to call it
    (app/keys/scopes.py). With `creates` the status is 201 where it made something.
    """

    id: str
    method: str
    path: str
    title: str
    about: str
    answer: type[BaseModel] | None
    status: int = 200
    body: type[BaseModel] | None = None
    query: type[BaseModel] | None = None
    refusals: tuple[str, ...] = field(default=())
    files: tuple[str, ...] = field(default=())
    upload: str = ""
    scope: str = field(kw_only=True)
    piece: bool = field(default=False, kw_only=True)
    creates: bool = field(default=False, kw_only=True)

    @property
    def codes(self) -> list[str]:
        """All error codes that the operation can return, in the order of their statuses."""
        codes = {*ALWAYS, *self.refusals, *(WITH_BODY if self.body or self.upload or self.piece else ())}
        if "{" in self.path:
            codes.add("NOT_FOUND")
        codes.update(CHANGING if self.method != "GET" else (), POSTED if self.method == "POST" else ())
        return sorted(codes, key=lambda code: (API_CODES[code].status, code))


def path_template(rule: str) -> str:
    """Returns a URL rule as the OpenAPI document writes it: `/links/<uuid:id>` is `/links/{id}`."""
    return re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule)


def without_defaults(schema: dict[str, Any]) -> None:
    """Removes defaults from a schema (for json_schema_extra), where an absent field does not mean its default."""
    for described in schema["properties"].values():
        described.pop("default", None)


class ErrorAnswer(ApiModel):
    """The body of every error response."""

    model_config = ConfigDict(json_schema_extra=without_defaults)

    success: Literal[False] = Field(description=N_("Always false."))
    error: str = Field(description=N_("One of the codes below; they never change."))
    message: str = Field(description=N_("A sentence for people: in the language of Accept-Language, else in English."))
    field: str = Field("", description=N_("The field that is wrong; absent if the error is not about one field."))
    scope: str = Field("", description=N_("With INSUFFICIENT_SCOPE: the scope that the key lacks."))
    request_id: str = Field(description=N_("Quote it when you contact us; every response has it in X-Request-Id."))
    items: list[dict[str, Any]] = Field(
        [], description=N_("Of many items of which all were to be done or none: what became of each. Else absent.")
    )
    faults: list[dict[str, str]] = Field(
        [], description=N_("Of a post: all that is wrong, each with “field”, “error” and “message”. Else absent.")
    )
    received: int = Field(0, description=N_("With WRONG_OFFSET: the offset of the next piece in bytes."))


def openapi_document(operations: list[Operation], server: str, translate: Callable[[str], str]) -> dict[str, Any]:
    """Returns the OpenAPI 3.1 document; `translate` puts its texts into a language."""
    models = {model for op in operations for model in (op.answer, op.body, op.query) if model} | {ErrorAnswer}
    inputs = [(model, "validation") for model in sorted(models, key=lambda model: model.__name__)]
    schemas = models_json_schema(inputs, ref_template=REF)[1].get("$defs", {})  # type: ignore[arg-type]
    for schema in schemas.values():
        schema.pop("description", None)  # our docstrings are for readers of the code
    paths: dict[str, dict[str, Any]] = {}
    for operation in operations:
        paths.setdefault(operation.path, {})[operation.method.lower()] = _operation(operation, schemas, translate)
    key = {"type": "http", "scheme": "bearer", "bearerFormat": "kliqs_sk_live_…"}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Kliqs API", "version": "1"},
        "servers": [{"url": server}],
        "security": [{"key": []}],
        "paths": paths,
        "components": {
            "schemas": _translate(schemas, translate),
            "headers": _translate(header_components(), translate),
            "securitySchemes": {"key": key},
        },
    }


def _operation(operation: Operation, schemas: dict[str, Any], translate: Callable[[str], str]) -> dict[str, Any]:
    """Returns the Operation Object."""
    described: dict[str, Any] = {
        "operationId": operation.id,
        "tags": [operation.scope.partition(":")[0]],
        "summary": translate(operation.title),
        "description": translate(operation.about),
        "security": [{"key": [operation.scope]}],
        "x-required-scope": operation.scope,
        "parameters": _parameters(operation, schemas, translate),
        "responses": _responses(operation, translate),
    }
    if operation.body:
        described["requestBody"] = {"required": True, "content": _json({"$ref": _ref(operation.body)})}
    if operation.upload:
        form = {
            "type": "object",
            "required": [operation.upload],
            "properties": {operation.upload: {"type": "string", "contentMediaType": "application/octet-stream"}},
        }
        described["requestBody"] = {"required": True, "content": {"multipart/form-data": {"schema": form}}}
    if operation.piece:
        described["requestBody"] = {"required": True, "content": {BYTES: {}}}
    return described


def _parameters(operation: Operation, schemas: dict[str, Any], translate: Callable[[str], str]) -> list[dict[str, Any]]:
    """Returns the path, query and header parameters."""
    parameters: list[dict[str, Any]] = []
    for name in re.findall(r"{(\w+)}", operation.path):
        kind = PATH_PARAMETERS.get(name, {"type": "string", "minLength": 1})
        parameters.append({"name": name, "in": "path", "required": True, "schema": kind})
    for name, schema in (schemas[operation.query.__name__]["properties"] if operation.query else {}).items():
        parameters.append({"name": name, "in": "query", "schema": _translate(schema, translate)})
    return [*parameters, *_translate(request_headers(operation.method), translate)]


def _responses(operation: Operation, translate: Callable[[str], str]) -> dict[str, Any]:
    """Returns the responses by status, with all error codes of a status in its description."""
    done = {"description": translate("OK"), "content": _content(operation)}
    responses: dict[str, Any] = {str(operation.status): done} | ({"201": {**done}} if operation.creates else {})
    if operation.files:
        responses["304"] = {"description": translate(N_("The file is the one you have."))}
    for code in operation.codes:
        response = responses.setdefault(
            str(API_CODES[code].status), {"description": "", "content": _json({"$ref": _ref(ErrorAnswer)})}
        )
        response["description"] = f"{response['description']} {code}: {translate(API_CODES[code].when)}".strip()
    for status, response in responses.items():
        response["headers"] = response_headers(operation.method, status, file=bool(operation.files))
    return responses


def _content(operation: Operation) -> dict[str, Any]:
    """Returns the content of the success response: the envelope, or the media types of a file."""
    if operation.answer is None:
        return {kind: {} for kind in operation.files}
    data = {"$ref": _ref(operation.answer)}
    ignored = {"type": "array", "items": {"type": "string"}}
    properties = {"success": {"const": True}, "data": data, "ignored": ignored}
    return _json({"type": "object", "required": ["success", "data"], "properties": properties})


def _ref(model: type[BaseModel]) -> str:
    """Returns the reference to a model's schema."""
    return REF.format(model=model.__name__)


def _json(schema: dict[str, Any]) -> dict[str, Any]:
    """Returns the content map of a JSON body."""
    return {"application/json": {"schema": schema}}


def _translate(schema: Any, translate: Callable[[str], str]) -> Any:
    """Returns the schema with its descriptions translated."""
    if isinstance(schema, dict):
        return {
            key: translate(value) if key == "description" and isinstance(value, str) else _translate(value, translate)
            for key, value in schema.items()
        }
    return [_translate(item, translate) for item in schema] if isinstance(schema, list) else schema
