"""One table of the API's operations, from which the OpenAPI document and the documentation are made."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import models_json_schema

from app.kernel.error_codes import API_CODES
from app.kernel.refusal import N_

ALWAYS = ("UNAUTHORIZED", "INVALID_API_KEY", "REVOKED_API_KEY", "API_LIMIT_REACHED", "RATE_LIMITED", "INTERNAL_ERROR",
          "BUSY")
WITH_BODY = ("INVALID_REQUEST", "REQUEST_TIMEOUT", "PAYLOAD_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE")
REF = "#/components/schemas/{model}"


@dataclass(frozen=True, slots=True)
class Operation:
    """`answer` is what stands under `data`; `query` describes the parameters behind `?`.

    An operation that answers with a file has no `answer` but the media types of `files`, and an entity tag. `upload`
    names the part of a form that carries a picture, instead of a `body`.
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

    @property
    def codes(self) -> list[str]:
        """Every error code the operation can answer, in the order of their statuses."""
        mine = {*ALWAYS, *self.refusals, *(WITH_BODY if self.body or self.upload else ())}
        if "{" in self.path:
            mine.add("NOT_FOUND")
        return sorted(mine, key=lambda code: (API_CODES[code].status, code))


def without_defaults(schema: dict[str, Any]) -> None:
    """For a model's json_schema_extra: an absent field is absent, it does not mean its default."""
    for described in schema["properties"].values():
        described.pop("default", None)


class ErrorAnswer(BaseModel):
    """The one shape of every refusal."""

    model_config = ConfigDict(json_schema_extra=without_defaults)

    success: Literal[False] = Field(description=N_("Always false."))
    error: str = Field(description=N_("One of the codes below; they never change."))
    message: str = Field(description=N_("A sentence for people: in the language of Accept-Language, else in English."))
    field: str = Field("", description=N_("The field to blame; absent where none is."))
    request_id: str = Field(description=N_("Name it when you write to us; every answer carries it as X-Request-Id."))


def document(operations: list[Operation], server: str, say: Callable[[str], str]) -> dict[str, Any]:
    """The OpenAPI 3.1 document; `say` puts its words into a language."""
    models = {model for op in operations for model in (op.answer, op.body, op.query) if model} | {ErrorAnswer}
    wanted = [(model, "validation") for model in sorted(models, key=lambda model: model.__name__)]
    schemas = models_json_schema(wanted, ref_template=REF)[1].get("$defs", {})  # type: ignore[arg-type]
    for schema in schemas.values():
        schema.pop("description", None)  # a docstring of ours: for those who read the code
    paths: dict[str, dict[str, Any]] = {}
    for operation in operations:
        paths.setdefault(operation.path, {})[operation.method.lower()] = _operation(operation, schemas, say)
    key = {"type": "http", "scheme": "bearer", "bearerFormat": "kliqs_sk_live_…"}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Kliqs API", "version": "1"},
        "servers": [{"url": server}],
        "security": [{"key": []}],
        "paths": paths,
        "components": {"schemas": _said(schemas, say), "securitySchemes": {"key": key}},
    }


def _operation(operation: Operation, schemas: dict[str, Any], say: Callable[[str], str]) -> dict[str, Any]:
    described: dict[str, Any] = {
        "operationId": operation.id, "summary": say(operation.title), "description": say(operation.about),
        "parameters": _parameters(operation, schemas, say), "responses": _responses(operation, say),
    }
    if operation.body:
        described["requestBody"] = {"required": True, "content": _json({"$ref": _ref(operation.body)})}
    if operation.upload:
        form = {"type": "object", "required": [operation.upload],
                "properties": {operation.upload: {"type": "string", "contentMediaType": "application/octet-stream"}}}
        described["requestBody"] = {"required": True, "content": {"multipart/form-data": {"schema": form}}}
    return described


def _parameters(operation: Operation, schemas: dict[str, Any], say: Callable[[str], str]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for name in re.findall(r"{(\w+)}", operation.path):
        kind = {"type": "string"} | ({"format": "uuid"} if name == "id" else {"minLength": 1})
        found.append({"name": name, "in": "path", "required": True, "schema": kind})
    for name, schema in (schemas[operation.query.__name__]["properties"] if operation.query else {}).items():
        found.append({"name": name, "in": "query", "schema": _said(schema, say)})
    return found


def _responses(operation: Operation, say: Callable[[str], str]) -> dict[str, Any]:
    limits = ("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset")
    counted = {name: {"required": True, "schema": {"type": "integer"}} for name in limits}
    answers: dict[str, Any] = {
        str(operation.status): {"description": say("OK"), "headers": counted, "content": _content(operation)}
    }
    if operation.files:
        tag = {"ETag": {"required": True, "schema": {"type": "string"}}}
        answers[str(operation.status)]["headers"] = counted | tag
        answers["304"] = {"description": say(N_("The file is the one you have.")), "headers": tag}
    for code in operation.codes:
        answer = answers.setdefault(str(API_CODES[code].status), {"description": "", "content": _json(
            {"$ref": _ref(ErrorAnswer)})})
        answer["description"] = f"{answer['description']} {code}: {say(API_CODES[code].when)}".strip()
    return answers


def _content(operation: Operation) -> dict[str, Any]:
    if operation.answer is None:
        return {kind: {} for kind in operation.files}
    data = {"$ref": _ref(operation.answer)}
    return _json({"type": "object", "required": ["success", "data"],
                  "properties": {"success": {"const": True}, "data": data}})


def _ref(model: type[BaseModel]) -> str:
    return REF.format(model=model.__name__)


def _json(schema: dict[str, Any]) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}


def _said(schema: Any, say: Callable[[str], str]) -> Any:
    """The schema with its descriptions in the reader's language."""
    if isinstance(schema, dict):
        return {key: say(value) if key == "description" and isinstance(value, str) else _said(value, say)
                for key, value in schema.items()}
    return [_said(item, say) for item in schema] if isinstance(schema, list) else schema
