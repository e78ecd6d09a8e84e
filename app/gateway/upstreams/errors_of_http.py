"""Turns what upstreams answer instead of an answer into UpstreamError, whichever form they give it.

Forms: OpenAI `{"error": {message, type, param, code}}`, where some have a number as `code` (OpenRouter, vLLM) or a text
as `error` (Ollama); Anthropic `{"type": "error", "error": {type, message}}`; Google `{"error": {code, message,
status}}`, in a list for streams; FastAPI `{"detail": …}`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Any

import orjson

from app.gateway.upstreams.bounded_json import parse_answer
from app.gateway.upstreams.errors import CredentialRefused, NotSupported, UpstreamError
from app.kernel import clock

RETRYABLE = {402, 404, 408, 409, 425, 429}
LONGEST_WAIT = 3600.0  # seconds
LONGEST_MESSAGE = 1000
DELAY = re.compile(r"(\d{1,6}(?:\.\d{1,9})?)s")
PRIVATE = re.compile(r"\b(?:sk|org|proj|key|gsk|AIza)[-_]?[A-Za-z0-9*][\w*-]{11,}")  # keys, and ids of the operator
OTHER_MODEL = re.compile(r"\bmodels?\b.*\b(not found|not exist|not supported|decommissioned|deprecated)\b", re.I | re.S)
NO_OPERATION = re.compile(r"(file |page )?not found\.?|invalid url\b.*|method not allowed\.?", re.I | re.S)
STATUS = re.compile("[45][0-9]{2}")
STATUS_OF = {  # of errors inside of a stream, by their `type`, `code` or `status`
    "invalid_request_error": 400,
    "invalid_prompt": 400,
    "content_filter": 400,
    "authentication_error": 401,
    "permission_error": 403,
    "not_found_error": 404,
    "request_too_large": 413,
    "rate_limit_error": 429,
    "rate_limit_exceeded": 429,
    "insufficient_quota": 429,
    "tokens": 429,
    "requests": 429,
    "INVALID_ARGUMENT": 400,
    "FAILED_PRECONDITION": 400,
    "UNAUTHENTICATED": 401,
    "PERMISSION_DENIED": 403,
    "NOT_FOUND": 404,
    "RESOURCE_EXHAUSTED": 429,
    "UNAVAILABLE": 503,
    "DEADLINE_EXCEEDED": 504,
    "overloaded_error": 529,
}


def error_of_status(status: int, headers: Mapping[str, str], body: bytes, credential: str = "") -> UpstreamError:
    """Returns the error of an answer with this status, 300 or above. `credential` is left out of its message."""
    try:
        payload = parse_answer(body)
    except ValueError:
        payload = None
    wait = retry_after(headers)
    return _error(status, payload, _delay(payload) if wait is None else wait, credential)


def error_inside(payload: object, credential: str = "") -> UpstreamError | None:
    """Returns the error that an answer of 200 or an event of a stream holds; None where it holds none."""
    payload = payload[0] if isinstance(payload, list) and payload else payload
    if not isinstance(payload, dict):
        return None
    if not payload.get("error") and "error" not in (payload.get("type"), payload.get("object")):
        return None
    return _error(_status_inside(_fault(payload)), payload, None, credential)


def _status_inside(fault: Mapping[str, Any]) -> int:
    """Returns the HTTP status that an error's `code`, `type` or `status` stands for; 500 where none of them does."""
    code = fault.get("code")
    if isinstance(code, int | str) and STATUS.fullmatch(str(code)):
        return int(code)
    words = (word for name in ("type", "code", "status") if isinstance(word := fault.get(name), str))
    return next((STATUS_OF[word] for word in words if word in STATUS_OF), 500)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Returns the seconds of `retry-after-ms` or `Retry-After` (seconds or a date), from 0 to an hour; None without."""
    for name, unit in (("retry-after-ms", 1000), ("Retry-After", 1)):
        text = headers.get(name, "").strip()[:40]
        try:
            seconds = float(text) / unit
        except ValueError:
            continue
        if math.isfinite(seconds):
            return min(max(seconds, 0.0), LONGEST_WAIT)
    try:
        wait = (parsedate_to_datetime(headers.get("Retry-After", "")[:40]) - clock.now()).total_seconds()
    except (ValueError, TypeError):
        return None
    return min(max(wait, 0.0), LONGEST_WAIT)


def _delay(payload: object) -> float | None:
    """Returns the seconds of Google's RetryInfo, which are in the body (google.rpc.RetryInfo); None without."""
    details = _fault(payload).get("details")
    rows = [row for row in details if isinstance(row, dict)] if isinstance(details, list) else []
    told = next((delay for row in rows if isinstance(delay := row.get("retryDelay"), str)), "")
    match = DELAY.fullmatch(told[:20])
    return min(float(match[1]), LONGEST_WAIT) if match else None


def retryable_only_if_not_begun(error: UpstreamError) -> UpstreamError:
    """Returns the same error, changed: `retryable` only where the upstream certainly began nothing.

    That is so where nothing was sent, or the upstream refused the request. It is for requests that cost too much to be
    made twice, such as those for a video.
    """
    error.retryable = error.retryable and (not error.sent or error.status in {401, 402, 403, 404, 405, 429, 501})
    return error


def _error(status: int, payload: object, wait: float | None, credential: str) -> UpstreamError:
    """Returns the error of a status and what came with it."""
    fault = _fault(payload)
    if status in {401, 403}:
        message = f"The provider refused the credential of this gateway (status {status})."
        return CredentialRefused(message, status=status, retryable=True, code=_word(fault, "code"))
    message = _readable(fault.get("message"), credential) or f"The provider answered with status {status}."
    if status in {405, 501} or (status == 404 and NO_OPERATION.fullmatch(message)):
        return NotSupported("The provider of this model does not offer this operation.", status=status, retryable=True)
    return UpstreamError(
        message,
        status=status,
        retryable=_may_succeed_elsewhere(status, fault, message),
        retry_after=wait,
        code=_word(fault, "code"),
        type=_word(fault, "type"),
        param=_word(fault, "param") or None,
    )


def _may_succeed_elsewhere(status: int, fault: Mapping[str, Any], message: str) -> bool:
    """Whether another route may succeed: also where this upstream does not know its model.

    A 404 about something else, such as a file that the client named, is the client's.
    """
    if status == 404 and fault:
        return fault.get("code") == "model_not_found" or bool(OTHER_MODEL.search(message))
    return status in RETRYABLE or status >= 500 or status < 400 or fault.get("code") == "model_not_found"


def _fault(payload: object) -> dict[str, Any]:
    """Returns what an error says of itself; empty for what is no error of a known form."""
    if isinstance(payload, list) and payload:
        payload = payload[0]
    if not isinstance(payload, dict):
        return {}
    inner = payload.get("error") or payload
    if isinstance(inner, dict):
        return inner if "message" in inner else {"message": inner["detail"]} if "detail" in inner else {}
    return {"message": inner}


def _word(fault: Mapping[str, Any], name: str) -> str:
    """Returns a field of an error that is text, shortened; empty for anything else."""
    value = fault.get(name)
    return value[:120] if isinstance(value, str) else ""


def _readable(message: object, credential: str) -> str:
    """Returns a message without credentials, ids of the operator's account and control characters; it is shortened."""
    if not isinstance(message, str):
        message = _as_json(message) if message else ""
    if credential:
        message = message.replace(credential, "…")
    text = PRIVATE.sub("…", "".join(each if each.isprintable() else " " for each in message[: 4 * LONGEST_MESSAGE]))
    return text[:LONGEST_MESSAGE].strip()


def _as_json(value: object) -> str:
    """Writes a value as JSON; "" for one that is nested more deeply than orjson writes."""
    try:
        return orjson.dumps(value).decode()
    except orjson.JSONEncodeError:
        return ""
