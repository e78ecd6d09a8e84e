"""Calls networks whose responses are JSON (over guarded_calls.py), with the checks that all adapters share.

`sending` marks the one call that publishes: when it is unknown whether the network carried it out, OutcomeUnknown is
raised, and the post is never sent again automatically. Every other call may be repeated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from app.publishing.networks import guarded_calls
from app.publishing.networks.client import NetworkClient, Reply
from app.publishing.networks.errors import NetworkError, NotReady, OutcomeUnknown, PostRefused, TemporaryFailure
from app.publishing.networks.guarded_calls import PUBLISH_UNANSWERED, ErrorOfReply
from app.publishing.networks.post_content import MediaFile

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
    make = guarded_calls.call_once if sending else guarded_calls.call_repeatable
    reply = await make(client, method, url, lambda reply: _error(reply, judge, sending=sending), **parts)
    empty = {"", "{}"} if kind is dict else {"[]"}
    if kind is object or (isinstance(reply.json, kind) and (reply.json or reply.text.strip() in empty)):
        return reply
    raise unclear_outcome("network_answer", sending=sending, status=reply.status)


def _error(reply: Reply, judge: ErrorOfReply, *, sending: bool) -> NetworkError:
    """Returns the error of an unsuccessful response."""
    if 400 <= reply.status < 500 and reply.status != 408:
        return judge(reply)
    trouble = "network_down" if reply.status >= 400 else "network_answer"
    return unclear_outcome(trouble, sending=sending, after=reply.retry_after, status=reply.status)


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
