"""The headers of requests and responses in the OpenAPI document: those that every operation has, and by status."""

from __future__ import annotations

from typing import Any

from app.kernel.refusal import N_

Described = dict[str, Any]
TEXT, NUMBER = {"type": "string"}, {"type": "integer", "minimum": 0}
REQUEST_HEADERS: dict[str, Described] = {
    "Kliqs-Strict": {
        "description": N_("1: fields and parameters that are unknown are refused instead of named in “ignored”."),
        "schema": {"type": "string", "enum": ["0", "1"]},
    },
    "Idempotency-Key": {
        "description": N_(
            "A text of your own for this request, such as a UUID. Sent again with it within 24 hours, the request is "
            "answered again but not done twice."
        ),
        "schema": {"type": "string", "maxLength": 255, "pattern": "^[!-~]([ -~]*[!-~])?$"},
    },
}
RESPONSE_HEADERS: dict[str, Described] = {
    "X-Request-Id": {"description": N_("The id of the request; quote it when you contact us."), "schema": TEXT},
    "RateLimit-Policy": {
        "description": N_("How many requests (q) one address may make in how many seconds (w)."),
        "schema": {"type": "string", "pattern": '^"burst";q=\\d+;w=\\d+$'},
    },
    "RateLimit": {
        "description": N_("How many of them are left (r), and in how many seconds (t) there are more."),
        "schema": {"type": "string", "pattern": '^"burst";r=\\d+;t=\\d+$'},
    },
    "X-RateLimit-Limit": {"description": N_("The requests of the month."), "schema": NUMBER},
    "X-RateLimit-Remaining": {"description": N_("How many of them are left."), "schema": NUMBER},
    "X-RateLimit-Reset": {"description": N_("When the next month begins, in seconds since 1970."), "schema": NUMBER},
    "Idempotency-Replayed": {
        "description": N_("true: this is the answer to an earlier request with the same Idempotency-Key."),
        "schema": {"const": "true"},
    },
    "Retry-After": {"description": N_("After how many seconds to try again."), "schema": NUMBER},
    "WWW-Authenticate": {"description": N_("How to authenticate."), "schema": TEXT},
    "ETag": {"description": N_("The version of the file, for If-None-Match."), "schema": TEXT},
}
ALWAYS = ("X-Request-Id", "RateLimit-Policy", "RateLimit")
COUNTED = ("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset")
BY_STATUS = {"401": ("WWW-Authenticate",), "429": ("Retry-After",), "503": ("Retry-After",)}


def request_headers(method: str) -> list[Described]:
    """Returns the header parameters of an operation with this method."""
    names = ["Kliqs-Strict", *(["Idempotency-Key"] if method == "POST" else [])]
    return [{"name": name, "in": "header", **REQUEST_HEADERS[name]} for name in names]


def response_headers(method: str, status: str, *, file: bool = False) -> dict[str, Described]:
    """Returns the references to the headers of a response; `file` says that the operation answers with a file."""
    counted = COUNTED if status.startswith("2") else ()
    tag = ("ETag",) if file and status in {"200", "304"} else ()
    replayed = ("Idempotency-Replayed",) if method == "POST" and counted else ()
    names = (*ALWAYS, *counted, *replayed, *BY_STATUS.get(status, ()), *tag)
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def header_components() -> dict[str, Described]:
    """Returns the descriptions that `response_headers` refers to."""
    optional = {"Idempotency-Replayed"}
    return {name: {"required": name not in optional, **header} for name, header in RESPONSE_HEADERS.items()}
