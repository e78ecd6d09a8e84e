"""Error answers in the words of OpenAI's API, or of Anthropic's where a request sends `anthropic-version`.

OpenAI: `{"error": {"message", "type", "param", "code"}}`. Anthropic: `{"type": "error", "error": {"type", "message"},
"request_id"}`. Messages are English, as theirs are: programs of developers show them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from quart import Response, current_app, g, request
from werkzeug.exceptions import HTTPException

from app.gateway.metering.refusals import MeteringRefusal, RateLimited
from app.gateway.routing.failover import NoRoute
from app.gateway.routing.outcome import status_of
from app.gateway.upstreams.chat_to_messages import error_body
from app.gateway.upstreams.errors import (
    CredentialRefused,
    MalformedAnswer,
    NotSupported,
    UpstreamError,
    UpstreamTimedOut,
    UpstreamUnreachable,
)
from app.kernel.error_codes import code_status
from app.kernel.refusal import Refusal

INVALID, SERVER, PERMISSION = "invalid_request_error", "server_error", "permission_error"
RATE = "rate_limit_exceeded"
TYPES = {403: PERMISSION, 429: "rate_limit_error"}
MESSAGES = {  # of HTTP itself
    404: "Unknown request URL. See the documentation for the paths of this API.",
    405: "This path does not accept that method.",
    408: "The body did not arrive in time.",
    413: "The body is larger than this operation takes.",
    415: "Send the body as application/json, without a Content-Encoding; files as multipart/form-data.",
    429: "Too many requests from one address. Wait as long as Retry-After says.",
    431: "The headers are too long.",
    500: "Something broke on our side. It has been logged.",
    503: "We are busy at the moment. Try again in a few seconds.",
}
REASONS: dict[type[UpstreamError], str] = {
    UpstreamTimedOut: "did not answer in time",
    UpstreamUnreachable: "cannot be reached at the moment",
    MalformedAnswer: "sent an answer that cannot be read",
    CredentialRefused: "refused the credential with which it was asked",
}
CODES = {401: "invalid_api_key", 404: "unknown_url", 405: "method_not_allowed", 429: RATE, 503: "overloaded"}
KEY_CODES = {  # of refusals of keys and accounts, which the JSON API of Kliqs answers in its own words
    "INVALID_API_KEY": (401, "invalid_api_key"),
    "REVOKED_API_KEY": (401, "invalid_api_key"),
    "EXPIRED_API_KEY": (401, "invalid_api_key"),
    "NETWORK_NOT_ALLOWED": (403, "ip_not_authorized"),
    "ACCOUNT_SUSPENDED": (403, "account_suspended"),
    "BEING_DELETED": (403, "account_being_deleted"),
    "READ_ONLY": (403, "read_only"),
    "TOO_MANY_ATTEMPTS": (429, RATE),
    "BUSY": (503, "overloaded"),
}


@dataclass(frozen=True, slots=True)
class ErrorFacts:
    """What an error answer says; `type` is OpenAI's, `code` and `param` may be None."""

    status: int
    message: str
    type: str
    code: str | None = None
    param: str | None = None
    retry_after: float | None = None

    @property
    def openai(self) -> dict[str, Any]:
        """The body in OpenAI's form."""
        return {"error": {"message": self.message, "type": self.type, "param": self.param, "code": self.code}}


class ApiError(HTTPException):
    """An error of this API, with what its answer says."""

    def __init__(
        self,
        status: int,
        message: str,
        code: str | None = None,
        *,
        type: str = "",
        param: str | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message)
        self.code = status
        self.retry_after = retry_after
        kind = type or TYPES.get(status, INVALID if status < 500 else SERVER)
        self.facts = ErrorFacts(status, message, kind, code, param, retry_after)


def facts_of(error: BaseException) -> ErrorFacts:
    """Returns what is answered to a client for an exception."""
    if isinstance(error, ApiError):
        return error.facts
    if isinstance(error, UpstreamError):
        return _facts_of_upstream(error)
    if isinstance(error, Refusal):
        return _facts_of_refusal(error)
    status = (error.code if isinstance(error, HTTPException) else None) or 500
    message = getattr(error, "sentence", "") or MESSAGES.get(status, "The request is not well formed.")
    return ErrorFacts(status, message, TYPES.get(status, INVALID if status < 500 else SERVER), CODES.get(status))


def _facts_of_refusal(refusal: Refusal) -> ErrorFacts:
    """A refusal of metering is in OpenAI's terms already."""
    if isinstance(refusal, MeteringRefusal):
        return ErrorFacts(
            refusal.status, str(refusal), refusal.type, refusal.code, refusal.field or None, refusal.retry_after
        )
    status, code = KEY_CODES.get(refusal.code, (code_status(refusal.code), refusal.code.lower()))
    kind = TYPES.get(status, INVALID if status < 500 else SERVER)
    return ErrorFacts(status, str(refusal), kind, code, refusal.field or None, refusal.retry_after)


def _facts_of_upstream(error: UpstreamError) -> ErrorFacts:
    """What the client can change is passed on; what only the operator or the upstream can, is 502."""
    status = status_of(error)
    if isinstance(error, NoRoute):
        return ErrorFacts(status, error.message, SERVER, "no_route", None, error.retry_after)
    if status < 500:
        code = error.code or ("unsupported" if isinstance(error, NotSupported) else None)
        return ErrorFacts(status, error.message, error.type or INVALID, code, error.param)
    reason = next((text for kind, text in REASONS.items() if isinstance(error, kind)), "did not answer the request")
    reason = "takes no more requests at the moment" if error.status == 429 else reason
    message = f"The provider of this model {reason}. Try again later."
    return ErrorFacts(status, message, SERVER, "provider_unavailable", None, error.retry_after)


def speaks_anthropic() -> bool:
    """Whether the request is of a client of Anthropic's API."""
    return "anthropic-version" in request.headers or bool(g.get("speaks_anthropic"))


def write_error(error: BaseException) -> Response:
    """Returns the answer to a request that failed with an exception."""
    facts = facts_of(error)
    body = error_body(facts.status, facts.message, g.get("request_id", "")) if speaks_anthropic() else facts.openai
    response = Response(current_app.json.dumps(body), facts.status, content_type="application/json")
    if facts.status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    if facts.retry_after is not None:
        response.headers["Retry-After"] = str(max(1, round(facts.retry_after)))
    if isinstance(error, RateLimited):
        response.headers[f"x-ratelimit-limit-{error.type}"] = str(error.facts["limit"])
        response.headers[f"x-ratelimit-remaining-{error.type}"] = "0"
        response.headers[f"x-ratelimit-reset-{error.type}"] = f"{error.retry_after}s"
    return response
