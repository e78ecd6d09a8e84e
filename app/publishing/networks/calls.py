"""Calls to a network, checked for what can go wrong at any network; what a refusal means is in each adapter.

`sending` marks the one call that publishes: when nobody can say whether the network has done it, OutcomeUnknown is
raised, which is never sent again by itself. Every other call may be repeated.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from app.kernel import secrets
from app.kernel.http_client import StreamedBody
from app.publishing.networks.client import NetworkClient, Reply, Unreachable
from app.publishing.networks.content import MediaFile, PostContent
from app.publishing.networks.errors import NetworkError, NotReady, OutcomeUnknown, PostRefused, TemporaryFailure
from app.publishing.networks.network import Progress

SHORT_WAIT, LONG_WAIT = 60.0, 3600.0  # seconds until a call is made again, where the network does not say


async def call(
    client: NetworkClient, method: str, url: str, *, sending: bool = False, kind: type = dict, **parts: Any
) -> Reply:
    """Makes a call; returns a success with JSON of a kind or an empty body, or a refusal (4xx).

    Raises: TemporaryFailure, and OutcomeUnknown in place of it where a call that publishes may have been carried out.
    """
    try:
        reply = await client.request(method, url, **parts)
    except Unreachable as error:
        if sending and error.sent:
            raise OutcomeUnknown("no_answer", code=error.reason) from None
        raise TemporaryFailure("network_unreachable", code=error.reason) from None
    facts: dict[str, Any] = {"detail": without_token(client, reply.text[:500]), "status": reply.status}
    if reply.status >= 500 or reply.status == 408:
        raise unclear("network_down", sending=sending, after=reply.retry_after, **facts)
    if reply.status < 400 and not is_understood(reply, kind):
        raise unclear("network_answer", sending=sending, **facts)
    return reply


def is_understood(reply: Reply, kind: type = dict) -> bool:
    """Whether a response is a success with JSON of a kind, an object or a list, or with nothing, as its body."""
    empty = reply.text.strip() in {"", "{}"}
    return reply.ok and (empty or (isinstance(reply.json, kind) and bool(reply.json or reply.text.strip() == "[]")))


def unclear(trouble: str, *, sending: bool, after: float = 0, **facts: Any) -> TemporaryFailure | OutcomeUnknown:
    """Returns the error of a call of which nobody can say whether it was carried out."""
    if sending:
        return OutcomeUnknown("no_answer", **facts)
    return TemporaryFailure(trouble, after=after or SHORT_WAIT, **facts)


def text_of(values: Mapping[str, Any], name: str, *, sending: bool = False) -> str:
    """Returns a text or number of a success as text. Raises: TemporaryFailure or OutcomeUnknown if it is missing."""
    value = values.get(name)
    if isinstance(value, str | int) and not isinstance(value, bool) and str(value):
        return str(value)
    raise unclear("network_answer", sending=sending, code=f"no {name}")


def without_token(client: NetworkClient, text: str) -> str:
    """Returns a text of the network in which it does not repeat our token, as Facebook does."""
    return text.replace(client.access_token, "…") if client.access_token else text


@contextmanager
def looking_again() -> Iterator[None]:
    """Turns each error of a call that only looks after a post into NotReady: what was sent stays sent."""
    try:
        yield
    except TemporaryFailure as failure:
        raise NotReady(max(failure.after, SHORT_WAIT)) from None
    except NetworkError:
        raise NotReady(LONG_WAIT) from None


def forget_other_content(progress: Progress, content: PostContent) -> None:
    """Forgets what was prepared for another text, other files or other options: somebody has changed the post since."""
    parts = [content.text, content.link, [file.id for file in content.media], dict(content.options)]
    digest = secrets.sha256_hex(json.dumps(parts, sort_keys=True, default=str))
    if progress.values.get("content") != digest:
        progress.values.clear()
        progress.values["content"] = digest


def check_addresses(files: Iterable[MediaFile]) -> None:
    """Raises PostRefused if the network cannot fetch a file, because it has no public address."""
    if not all(file.public_url for file in files):
        raise PostRefused("media_not_fetched", code="no public address")


def part_of(file: MediaFile, first: int, length: int) -> StreamedBody:
    """Returns a range of a file as the body of a request."""
    return StreamedBody(length, lambda: file.read(first, length))


def multipart(
    fields: Mapping[str, str], name: str, file: MediaFile, first: int, length: int
) -> tuple[dict[str, str], StreamedBody]:
    """Returns the headers and the body of a form (RFC 7578) with fields and a range of a file under `name`."""
    boundary = secrets.new_token()
    head = "".join(
        f'--{boundary}\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n{value}\r\n'
        for field, value in fields.items()
    )
    head += f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; filename="{file.id}"\r\n'
    before, after = f"{head}Content-Type: {file.media_type}\r\n\r\n".encode(), f"\r\n--{boundary}--\r\n".encode()

    async def read() -> AsyncIterator[bytes]:
        yield before
        async for piece in file.read(first, length):
            yield piece
        yield after

    headers = {"Content-Type": f"multipart/form-data; boundary={boundary}"}
    return headers, StreamedBody(len(before) + length + len(after), read)
