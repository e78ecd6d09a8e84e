"""Why an upstream did not do what it was asked."""

from __future__ import annotations

from typing import ClassVar


class UpstreamError(Exception):
    """An upstream refused a request, or did not answer it.

    `status` is the HTTP status, 0 without an answer. `retryable` is whether another route may succeed: after 408, 409,
    429, 5xx and when no connection came about, never after 400, 401 of the client, 413 and 422. `retry_after` are the
    seconds that the upstream asks to wait, None where it says nothing. `code`, `type`, `param` and `message` are the
    upstream's own, in OpenAI's terms; the message may be shown to the client and holds no credential. `sent` is False
    where the request surely did not reach the upstream. `location` is where a redirect points to. `name` is the word
    for this kind of error in rows and files.
    """

    name: ClassVar[str] = "provider_failed"

    def __init__(
        self,
        message: str,
        *,
        status: int = 0,
        retryable: bool,
        retry_after: float | None = None,
        code: str = "",
        type: str = "",
        param: str | None = None,
        sent: bool = True,
    ) -> None:
        super().__init__(message)
        self.message, self.status, self.retryable, self.retry_after = message, status, retryable, retry_after
        self.code, self.type, self.param, self.sent = code, type, param, sent
        self.location = ""


class UpstreamUnreachable(UpstreamError):
    """No connection came about, or it ended before the first byte of an answer."""

    name = "provider_unreachable"


class UpstreamTimedOut(UpstreamError):
    """The upstream sent nothing for longer than its route allows."""

    name = "provider_timed_out"


class MalformedAnswer(UpstreamError):
    """The upstream sent what its own API does not allow, such as a chunk that is no JSON."""

    name = "malformed_answer"


class CredentialRefused(UpstreamError):
    """The upstream does not take the credential of the operator, or of the workspace's own key."""

    name = "credential_refused"


class NotSupported(UpstreamError):
    """The upstream cannot do this at all, such as video at Anthropic; nothing was begun."""

    name = "unsupported_operation"
