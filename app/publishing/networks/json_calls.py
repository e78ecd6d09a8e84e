"""Calls to networks that answer with JSON objects, and what adapters have in common around them; see answers.py.

`sending` marks the one call that publishes: when nobody can say whether the network has done it, OutcomeUnknown is
raised, which is never sent again by itself. Every other call may be repeated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from app.publishing.networks import guarded_calls
from app.publishing.networks.client import NetworkClient, Reply
from app.publishing.networks.errors import NetworkError, NotReady, OutcomeUnknown, PostRefused, TemporaryFailure
from app.publishing.networks.guarded_calls import UNANSWERED, Refusal
from app.publishing.networks.post_content import MediaFile

SHORT_WAIT, LONG_WAIT = 60.0, 3600.0  # seconds until a call is made again, where the network does not say


async def call(
    client: NetworkClient,
    method: str,
    url: str,
    judge: Refusal,
    *,
    sending: bool = False,
    kind: type = dict,
    **parts: Any,
) -> Reply:
    """Makes a call; returns a success with a JSON object or an empty body, with a list, or with `object` any success.

    Raises: what `judge` makes of a refusal (4xx), TemporaryFailure, and OutcomeUnknown in place of it where a call that
    publishes may have been carried out.
    """
    make = guarded_calls.publish if sending else guarded_calls.call
    reply = await make(client, method, url, lambda reply: _error(reply, judge, sending=sending), **parts)
    empty = {"", "{}"} if kind is dict else {"[]"}
    if kind is object or (isinstance(reply.json, kind) and (reply.json or reply.text.strip() in empty)):
        return reply
    raise unclear("network_answer", sending=sending, status=reply.status)


def _error(reply: Reply, judge: Refusal, *, sending: bool) -> NetworkError:
    """Returns the error of an answer that is no success."""
    if 400 <= reply.status < 500 and reply.status != 408:
        return judge(reply)
    trouble = "network_down" if reply.status >= 400 else "network_answer"
    return unclear(trouble, sending=sending, after=reply.retry_after, status=reply.status)


def unclear(trouble: str, *, sending: bool, after: float = 0, **facts: Any) -> TemporaryFailure | OutcomeUnknown:
    """Returns the error of a call of which nobody can say whether it was carried out."""
    if sending:
        return OutcomeUnknown(UNANSWERED, **facts)
    return TemporaryFailure(trouble, after=after or SHORT_WAIT, **facts)


def text_of(values: Mapping[str, Any], name: str, *, sending: bool = False) -> str:
    """Returns a text or number of a success as text. Raises: TemporaryFailure or OutcomeUnknown if it is missing."""
    value = values.get(name)
    if isinstance(value, str | int) and not isinstance(value, bool) and str(value):
        return str(value)
    raise unclear("network_answer", sending=sending, code=f"no {name}")


@contextmanager
def looking_again() -> Iterator[None]:
    """Turns each error of a call that only looks after a post into NotReady: what was sent stays sent."""
    try:
        yield
    except TemporaryFailure as failure:
        raise NotReady(max(failure.after, SHORT_WAIT)) from None
    except NetworkError:
        raise NotReady(LONG_WAIT) from None


def check_addresses(files: Iterable[MediaFile]) -> None:
    """Raises PostRefused if the network cannot fetch a file, because it has no public address."""
    if not all(file.public_url for file in files):
        raise PostRefused("media_not_fetched", code="no public address")
