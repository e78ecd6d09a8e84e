"""Calls networks whose responses are JSON, with the checks that all adapters share.

One place decides what becomes of a call without a response, or with an unsuccessful one. `sending` marks the one call
that publishes: when it is unknown whether the network carried it out, OutcomeUnknown is raised, and the post is never
sent again automatically. Every other call may be repeated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from app.publishing.networks.client import NetworkClient, Reply, Unreachable
from app.publishing.networks.errors import NetworkError, NotReady, OutcomeUnknown, PostRefused, TemporaryFailure
from app.publishing.networks.post_content import MediaFile

ErrorOfReply = Callable[[Reply], NetworkError]
PUBLISH_UNANSWERED = "publish_unanswered"
SHORT_WAIT, LONG_WAIT = 60.0, 3600.0  # seconds until a call is made again, where the network does not say


async def call_json(
    client: NetworkClient,
    method: str,
    url: str,
    judge: ErrorOfReply,
    *,
    sending: bool = False,
    kind: type = dict,
    **parts: Any,
) -> Reply:
    """Makes a call; returns a successful response, the JSON body of which has the type `kind` or is empty.

    With `object` as `kind` any body is accepted. Raises: the error that `judge` returns for a refusal (4xx);
    TemporaryFailure for other failures, or OutcomeUnknown where a call that publishes may have been carried out.
    """
    reply = await _request(client, method, url, sending=sending, **parts)
    if not reply.ok:
        raise _without_token(_error(reply, judge, sending=sending), client)
    empty = {"", "{}"} if kind is dict else {"[]"}
    if kind is object or (isinstance(reply.json, kind) and (reply.json or reply.text.strip() in empty)):
        return reply
    raise unclear_outcome("network_answer", sending=sending, status=reply.status)


async def _request(client: NetworkClient, method: str, url: str, *, sending: bool, **parts: Any) -> Reply:
    """Makes a call and returns any response. Raises: TemporaryFailure or OutcomeUnknown without one."""
    try:
        return await client.request(method, url, **parts)
    except Unreachable as error:
        if sending and error.sent:
            raise OutcomeUnknown(PUBLISH_UNANSWERED, code=error.reason) from None
        raise TemporaryFailure("network_unreachable", code=error.reason) from None


def _error(reply: Reply, judge: ErrorOfReply, *, sending: bool) -> NetworkError:
    """Returns the error of an unsuccessful response."""
    if 400 <= reply.status < 500 and reply.status != 408:
        return judge(reply)
    trouble = "network_down" if reply.status >= 400 else "network_answer"
    return unclear_outcome(trouble, sending=sending, after=reply.retry_after, status=reply.status)


def _without_token(error: NetworkError, client: NetworkClient) -> NetworkError:
    """Returns the error without our token, should the network have repeated it."""
    if client.access_token:
        error.detail = error.detail.replace(client.access_token, "…")
        error.code = error.code.replace(client.access_token, "…")
    return error


def unclear_outcome(
    trouble: str, *, sending: bool, after: float = 0, **facts: Any
) -> TemporaryFailure | OutcomeUnknown:
    """Returns the error of a call when it is unknown whether the network carried it out."""
    if sending:
        return OutcomeUnknown(PUBLISH_UNANSWERED, **facts)
    return TemporaryFailure(trouble, after=after or SHORT_WAIT, **facts)


def required_text(values: Mapping[str, Any], name: str, *, sending: bool = False) -> str:
    """Returns a text or number in a response as text. Raises: TemporaryFailure or OutcomeUnknown if it is missing."""
    value = values.get(name)
    if isinstance(value, str | int) and not isinstance(value, bool) and str(value):
        return str(value)
    raise unclear_outcome("network_answer", sending=sending, code=f"no {name}")


@contextmanager
def errors_as_not_ready() -> Iterator[None]:
    """Raises NotReady in place of each network error in its block, for calls that only check on a sent post."""
    try:
        yield
    except TemporaryFailure as failure:
        raise NotReady(max(failure.after, SHORT_WAIT)) from None
    except NetworkError:
        raise NotReady(LONG_WAIT) from None


def check_public_urls(files: Iterable[MediaFile]) -> None:
    """Raises PostRefused if the network cannot fetch a file, because it has no public address."""
    if not all(file.public_url for file in files):
        raise PostRefused("media_not_fetched", code="no public address")
