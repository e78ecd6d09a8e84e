"""Calls of adapters: one place decides what becomes of a call without an answer, or with an unsuccessful one.

A call that may be repeated fails with TemporaryFailure when no answer came. The call that publishes fails with
OutcomeUnknown when it may have reached the network and no answer says what became of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.publishing.networks.client import NetworkClient, Reply, Unreachable
from app.publishing.networks.errors import NetworkError, OutcomeUnknown, TemporaryFailure

Refusal = Callable[[Reply], NetworkError]
UNANSWERED = "publish_unanswered"
REFUSED_BEFORE = 503  # of the server faults the one that says that nothing was tried (RFC 9110, 15.6.4)


async def call(client: NetworkClient, method: str, url: str, refusal: Refusal, **parts: Any) -> Reply:
    """Makes a call that may be repeated; returns a successful answer. Raises: what `refusal` makes of any other."""
    try:
        reply = await client.request(method, url, **parts)
    except Unreachable as error:
        raise TemporaryFailure("network_unreachable", code=error.reason) from None
    if reply.ok:
        return reply
    raise _clean(refusal(reply), client)


async def publish(client: NetworkClient, method: str, url: str, refusal: Refusal, **parts: Any) -> Reply:
    """Makes the one call that publishes; returns a successful answer. Raises: OutcomeUnknown, or as `call`."""
    try:
        reply = await client.request(method, url, **parts)
    except Unreachable as error:
        if error.sent:
            raise OutcomeUnknown(UNANSWERED, code=error.reason) from None
        raise TemporaryFailure("network_unreachable", code=error.reason) from None
    if reply.ok:
        return reply
    if reply.status == 408 or (reply.status >= 500 and reply.status != REFUSED_BEFORE):
        raise OutcomeUnknown(UNANSWERED, status=reply.status)
    raise _clean(refusal(reply), client)


def _clean(error: NetworkError, client: NetworkClient) -> NetworkError:
    """Returns the error without our token, should the network have repeated it."""
    if client.access_token:
        error.detail = error.detail.replace(client.access_token, "…")
        error.code = error.code.replace(client.access_token, "…")
    return error
