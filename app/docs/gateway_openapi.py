"""The OpenAPI document of the API of AI models, `/v1/kliqs/openapi.json`: paths, bodies, headers and errors.

Bodies and answers are those of OpenAI's and Anthropic's APIs, whose own documents describe every field; here are the
fields that Kliqs reads, and that others are passed on. Its words are English, as those of its errors.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

JSON, MULTIPART, EVENTS = "application/json", "multipart/form-data", "text/event-stream"
TEXT, NUMBER, FLAG = {"type": "string"}, {"type": "integer"}, {"type": "boolean"}
FILE = {"type": "string", "contentMediaType": "application/octet-stream"}
REFERENCE = {"description": "A file of a form, or in JSON an object with a data: URL of a picture as image_url."}
TEXTS, OBJECTS = {"type": "array", "items": TEXT}, {"type": "array", "items": {"type": "object"}}
END_USER = {"user": TEXT, "safety_identifier": TEXT}
INPUT = {"oneOf": [TEXT, {"type": "array"}]}
LIMITS = {"requests_per_minute": NUMBER, "tokens_per_minute": NUMBER, "streams": NUMBER, "content_days": NUMBER}
RULES = {"models": TEXTS, "budget": NUMBER, **LIMITS}
ERRORS = {
    400: "The request must be corrected.",
    401: "There is no valid key.",
    402: "Credits or a budget do not allow it.",
    403: "The key, the workspace or the network may not do it.",
    404: "There is no such thing, or not for this key.",
    408: "The body did not arrive in time.",
    413: "The body is larger than this operation takes.",
    415: "The body is of another type than this operation takes.",
    429: "A limit is reached; wait as long as Retry-After says.",
    500: "Something broke on our side.",
    502: "The provider failed.",
    503: "No route of the model can be tried now.",
}
ID = {"x-request-id": "The id of the request, air_…"}
RATES = {
    f"x-ratelimit-{what}-{of}": f"The {what} of {of} in this minute."
    for what in ("limit", "remaining", "reset")
    for of in ("requests", "tokens")
}
HEADERS = {
    **ID,
    **RATES,
    "Deprecation": "Since when the end of the model is announced (RFC 9745).",
    "Sunset": "When the model ends (RFC 8594).",
}
HEADERS_OF_ERRORS = {**ID, **RATES, "Retry-After": "How many seconds to wait, where that is known."}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A path with a method: its id, what it does, the fields that are read of its body, and which are required.

    `media` is the type of the body, empty for none; `answers` those of the answer; `query` the query parameters.
    """

    method: str
    path: str
    id: str
    about: str
    fields: dict[str, Any] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    answers: tuple[str, ...] = (JSON,)
    query: tuple[str, ...] = ()


CHAT = {"model": TEXT, "messages": OBJECTS, "stream": FLAG, "max_completion_tokens": NUMBER, "tools": OBJECTS}
VIDEO = {"model": TEXT, "prompt": TEXT, "seconds": TEXT, "size": TEXT, "input_reference": REFERENCE} | END_USER
ENDPOINTS = (
    Endpoint(
        "get", "/models", "listModels", "The models that the key may use.", query=("limit", "after_id", "before_id")
    ),
    Endpoint("get", "/models/{id}", "readModel", "One of these models."),
    Endpoint(
        "post",
        "/chat/completions",
        "completeChat",
        "Answers a conversation, streamed or not.",
        CHAT | END_USER,
        ("model", "messages"),
        (JSON,),
        (JSON, EVENTS),
    ),
    Endpoint(
        "post",
        "/responses",
        "respond",
        "OpenAI's Responses API, for models whose provider has it.",
        {"model": TEXT, "input": INPUT, "stream": FLAG, "max_output_tokens": NUMBER} | END_USER,
        ("model", "input"),
        (JSON,),
        (JSON, EVENTS),
    ),
    Endpoint(
        "post",
        "/messages",
        "answerMessages",
        "Anthropic's Messages API, for models of every maker.",
        {"model": TEXT, "messages": OBJECTS, "max_tokens": NUMBER, "stream": FLAG, "metadata": {"type": "object"}},
        ("model", "messages", "max_tokens"),
        (JSON,),
        (JSON, EVENTS),
    ),
    Endpoint(
        "post",
        "/embeddings",
        "embed",
        "The vectors of texts.",
        {"model": TEXT, "input": INPUT} | END_USER,
        ("model", "input"),
        (JSON,),
    ),
    Endpoint(
        "post",
        "/images/generations",
        "generateImage",
        "Draws pictures from a text.",
        {"model": TEXT, "prompt": TEXT, "n": NUMBER, "size": TEXT} | END_USER,
        ("model", "prompt"),
        (JSON,),
    ),
    Endpoint(
        "post",
        "/images/edits",
        "editImage",
        "Changes pictures as a text says.",
        {"model": TEXT, "prompt": TEXT, "image": FILE, "n": TEXT} | END_USER,
        ("model", "prompt", "image"),
        (MULTIPART,),
    ),
    Endpoint("post", "/videos", "createVideo", "Begins a video.", VIDEO, ("model", "prompt"), (JSON, MULTIPART)),
    Endpoint(
        "post",
        "/videos/{id}/remix",
        "remixVideo",
        "Changes a video.",
        {"prompt": TEXT} | END_USER,
        ("prompt",),
        (JSON,),
    ),
    Endpoint("get", "/videos", "listVideos", "Videos, the newest first.", query=("limit", "after", "order")),
    Endpoint("get", "/videos/{id}", "readVideo", "How far a video is."),
    Endpoint("delete", "/videos/{id}", "deleteVideo", "Deletes a video, at the provider too."),
    Endpoint(
        "get",
        "/videos/{id}/content",
        "downloadVideo",
        "The file of a video.",
        answers=("video/mp4", "image/webp", "image/jpeg"),
        query=("variant",),
    ),
    Endpoint(
        "post",
        "/kliqs/keys",
        "makeSubKey",
        "Makes a sub-key, shown once.",
        {"name": TEXT, "customer": TEXT, "days": NUMBER, "networks": TEXTS} | RULES,
        ("name",),
        (JSON,),
    ),
    Endpoint("get", "/kliqs/keys", "listSubKeys", "The sub-keys of the key.", query=("after",)),
    Endpoint("get", "/kliqs/keys/{id}", "readSubKey", "A sub-key, and what it has spent."),
    Endpoint("post", "/kliqs/keys/{id}", "changeSubKey", "Changes a sub-key.", RULES | {"paused": FLAG}, media=(JSON,)),
    Endpoint("delete", "/kliqs/keys/{id}", "endSubKey", "Ends a sub-key at once."),
    Endpoint(
        "get", "/kliqs/end-users", "readEndUsers", "What end users used; with `user` all of one.", query=("user",)
    ),
    Endpoint("delete", "/kliqs/end-users", "eraseEndUser", "Erases what is known of one.", query=("user",)),
)


def gateway_document(url: str) -> dict[str, Any]:
    """Returns the OpenAPI document (3.1) of the API at `url`."""
    paths: dict[str, dict[str, Any]] = {}
    for endpoint in ENDPOINTS:
        paths.setdefault(endpoint.path, {})[endpoint.method] = _operation(endpoint)
    about = "Bodies and answers are those of OpenAI's and Anthropic's APIs; fields that are not named are passed on."
    return {
        "openapi": "3.1.0",
        "info": {"title": "Kliqs AI gateway", "version": "1", "description": about},
        "servers": [{"url": url}],
        "security": [{"bearer": []}, {"header": []}],
        "paths": paths,
        "components": {
            "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer"},
                "header": {"type": "apiKey", "in": "header", "name": "x-api-key"},
            },
            "headers": {
                name: {"description": text, "schema": TEXT} for name, text in (HEADERS | HEADERS_OF_ERRORS).items()
            },
            "schemas": {"Error": _error_schema(), "AnthropicError": _anthropic_error_schema()},
        },
    }


def _operation(endpoint: Endpoint) -> dict[str, Any]:
    answer: dict[str, Any] = {"description": endpoint.about, "headers": _headers(HEADERS)}
    answer["content"] = {media: {"schema": {} if media == JSON else TEXT} for media in endpoint.answers}
    form = "AnthropicError" if endpoint.path == "/messages" else "Error"
    error = {
        "headers": _headers(HEADERS_OF_ERRORS),
        "content": {JSON: {"schema": {"$ref": f"#/components/schemas/{form}"}}},
    }
    errors = {str(status): {"description": text} | error for status, text in ERRORS.items()}
    operation: dict[str, Any] = {"operationId": endpoint.id, "summary": endpoint.about}
    parameters: list[dict[str, Any]] = [{"name": name, "in": "query", "schema": TEXT} for name in endpoint.query]
    if "{id}" in endpoint.path:
        parameters.append({"name": "id", "in": "path", "required": True, "schema": TEXT})
    operation |= {"parameters": parameters, "responses": {"200": answer} | errors}
    if endpoint.media:
        schema: dict[str, Any] = {"type": "object", "properties": endpoint.fields, "additionalProperties": True}
        schema["required"] = list(endpoint.required)
        content = {media: {"schema": schema} for media in endpoint.media}
        operation["requestBody"] = {"required": True, "content": content}
    return operation


def _headers(names: Iterable[str]) -> dict[str, Any]:
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def _error_schema() -> dict[str, Any]:
    """Returns the schema of errors in OpenAI's form."""
    text = {"type": ["string", "null"]}
    return _closed({"error": _closed({"message": TEXT, "type": TEXT, "param": text, "code": text})})


def _anthropic_error_schema() -> dict[str, Any]:
    """Returns the schema of errors in Anthropic's form."""
    return _closed({"type": {"const": "error"}, "error": _closed({"type": TEXT, "message": TEXT}), "request_id": TEXT})


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    """Returns the schema of an object that has these properties, all of them and no others."""
    return {"type": "object", "properties": properties, "required": [*properties], "additionalProperties": False}
