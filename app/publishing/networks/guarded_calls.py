"""Calls a network and raises the right error for a missing or unsuccessful response: may the call be repeated or not?

A call that may be repeated raises TemporaryFailure when no response came. The call that publishes raises OutcomeUnknown
when it may have reached the network and no response says whether the post exists.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.publishing.networks.client import NetworkClient, Reply, Unreachable
from app.publishing.networks.errors import NetworkError, OutcomeUnknown, TemporaryFailure

ErrorOfReply = Callable[[Reply], NetworkError]
PUBLISH_UNANSWERED = "publish_unanswered"
NOTHING_TRIED = 503  # of the server faults the one that says that nothing was tried (RFC 9110, 15.6.4)


async def call_repeatable(client: NetworkClient, method: str, url: str, refusal: ErrorOfReply, **parts: Any) -> Reply:
    """Makes a call that may be repeated; returns a successful response.

    Raises: TemporaryFailure without a response, and the error that `refusal` returns for an unsuccessful one.
    """
    try:
        reply = await client.request(method, url, **parts)
    except Unreachable as error:
        raise TemporaryFailure("network_unreachable", code=error.reason) from None
    if reply.ok:
        return reply
    raise _clean(refusal(reply), client)


async def call_once(client: NetworkClient, method: str, url: str, refusal: ErrorOfReply, **parts: Any) -> Reply:
    """Makes the one call that publishes; returns a successful response.

    Raises: OutcomeUnknown, otherwise the errors of `call_repeatable`.
    """
    try:
        reply = await client.request(method, url, **parts)
    except Unreachable as error:
        if error.sent:
            raise OutcomeUnknown(PUBLISH_UNANSWERED, code=error.reason) from None
        raise TemporaryFailure("network_unreachable", code=error.reason) from None
    if reply.ok:
        return reply
    if reply.status == 408 or (reply.status >= 500 and reply.status != NOTHING_TRIED):
        raise OutcomeUnknown(PUBLISH_UNANSWERED, status=reply.status)
    raise _clean(refusal(reply), client)


def _clean(error: NetworkError, client: NetworkClient) -> NetworkError:
    """Removes our access token from an error, in case the network has repeated it in its response."""
    if client.access_token:
        error.detail = error.detail.replace(client.access_token, "…")
        error.code = error.code.replace(client.access_token, "…")
    return error
