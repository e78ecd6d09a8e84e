"""The customers of a client's own product, known by digests: what each used, and what is known of one.

The client asks by the name that it sends in `user` or `safety_identifier`; its digest is looked for, also under earlier
secrets. Sums by day know nothing of end users, so that erasing one changes no bill.
"""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.gateway.contents.content_store import open_content
from app.gateway.contents.end_user_digest import digest_of_end_user, digests_of_end_user
from app.gateway.contents.kept_content import KeptContent
from app.gateway.metering.ai_request import AiRequest
from app.kernel import clock, encryption
from app.kernel.db import query_rows, transaction
from app.kernel.time_parser import parse_time

USED = """SELECT end_user, COUNT(*) AS requests, SUM(cost) AS cost, MIN(created_at) AS first_at,
        MAX(created_at) AS last_at
    FROM ai_requests WHERE account_id = $1 AND end_user <> '' {key}
    GROUP BY end_user {after} ORDER BY MAX(created_at) DESC, end_user LIMIT {limit}"""
AFTER = "HAVING MAX(created_at) < $2 OR (MAX(created_at) = $2 AND end_user > $3)"
TOTALS = """SELECT COUNT(*) AS requests, COALESCE(SUM(r.cost), 0) AS cost, COUNT(c.request_id) AS contents
    FROM ai_requests r LEFT JOIN ai_contents c ON c.request_id = r.id AND c.ends_at > $2
    WHERE r.account_id = $1 AND r.end_user IN ({digests})"""
MOST_LISTED, AT_ONCE = 1_000, 500  # AT_ONCE: ids in one statement
PAGE = 10  # requests of an export that are read at once: each may have a megabyte of content
FIELDS = """request_id source model endpoint streamed state cost usage estimated status error first_ms whole_ms
created_at settled_at"""


@dataclass(frozen=True, slots=True)
class EndUserUse:
    """What an end user used since requests are listed; `cost` is in micro-rupiah."""

    digest: str
    requests: int
    cost: int
    first_at: datetime
    last_at: datetime

    @property
    def place(self) -> str:
        """The cursor of what follows this end user in the list."""
        return f"{self.last_at.isoformat()} {self.digest}"


async def list_end_users(account: Account, key_id: UUID | None = None) -> list[EndUserUse]:
    """Returns the end users of an account, or of one of its keys, the latest first; at most MOST_LISTED of them."""
    values, key = [str(account.id)], ""
    if key_id is not None:
        values, key = [*values, str(key_id)], "AND key_id = $2"
    return _used(await query_rows(USED.format(key=key, after="", limit=MOST_LISTED), values))


async def end_users_page(account: Account, after: str, size: int) -> tuple[list[EndUserUse], str | None]:
    """Returns the `size` end users that follow a cursor, the latest first, and the cursor of those after them, if any.

    The first ones for a text that is no cursor.
    """
    values: list[Any] = [str(account.id)]
    moment, _separator, digest = after.partition(" ")
    with suppress(ValueError):
        values += [parse_time(moment), digest]
    having = AFTER if len(values) > 1 else ""
    rows = _used(await query_rows(USED.format(key="", after=having, limit=size + 1), values))
    return rows[:size], rows[size - 1].place if len(rows) > size else None


def _used(rows: list[dict[str, Any]]) -> list[EndUserUse]:
    return [
        EndUserUse(row["end_user"], row["requests"], int(row["cost"]), _time(row["first_at"]), _time(row["last_at"]))
        for row in rows
    ]


def _time(value: Any) -> datetime:
    """Returns a time as both databases give that of an aggregate."""
    return value if isinstance(value, datetime) else datetime.fromisoformat(value)


def _requests_of(account: Account, name: str, key_id: UUID | None) -> QuerySet[AiRequest]:
    """The requests of an end user of an account, or of one of its keys."""
    requests = AiRequest.owned_by(account).filter(end_user__in=digests_of_end_user(account.id, name))
    return requests.filter(key_id=key_id) if key_id else requests


@dataclass(frozen=True, slots=True)
class EndUserTotals:
    """How many requests an end user has, of how many the content is kept, and their cost in micro-rupiah."""

    requests: int
    contents: int
    cost: int


async def end_user_totals(account: Account, name: str) -> EndUserTotals:
    """Returns what is known of an end user, in numbers."""
    digests = digests_of_end_user(account.id, name)
    sql = TOTALS.format(digests=", ".join(f"${at}" for at in range(3, len(digests) + 3)))
    [row] = await query_rows(sql, [str(account.id), clock.now(), *digests])
    return EndUserTotals(row["requests"], row["contents"], int(row["cost"]))


async def export_end_user(account: Account, name: str, key_id: UUID | None = None) -> AsyncGenerator[dict[str, Any]]:
    """Yields the requests of an end user, oldest first, each with its content where that is kept.

    A few are read at a time, so that it takes little memory, however many there are.
    """
    requests, page = _requests_of(account, name, key_id).order_by("created_at", "id"), list[AiRequest]()
    while not page or len(page) == PAGE:
        after = Q()
        if page:
            last = page[-1]
            after = Q(created_at__gt=last.created_at) | Q(created_at=last.created_at, id__gt=last.id)
        page = await requests.filter(after).limit(PAGE).prefetch_related("content")
        if not page:
            return
        for request in page:
            yield _exported(request)


async def write_export(account: Account, name: str, key_id: UUID | None = None, **head: str) -> AsyncGenerator[bytes]:
    """Yields the pieces of a JSON object: `head`, the end user's digest as `id`, and all `requests`, a line each."""
    begun = json.dumps(head | {"id": digest_of_end_user(account.id, name)})
    yield begun.removesuffix("}").encode() + b', "requests": ['
    separator = b"\n"
    async for row in export_end_user(account, name, key_id):
        yield separator + json.dumps(row, ensure_ascii=False).encode()
        separator = b",\n"
    yield b"\n]}\n"


def _exported(request: AiRequest) -> dict[str, Any]:
    """Returns a request as it is exported; its `content` is None where that cannot be decrypted any more."""
    values = {name: getattr(request, name) for name in FIELDS.split()}
    for name in ("created_at", "settled_at"):
        values[name] = clock.format_rfc3339(values[name]) if values[name] else None
    kept: KeptContent | None = getattr(request, "content", None)
    if kept is not None and kept.ends_at > clock.now():
        try:
            values["content"] = open_content(kept)
        except encryption.Undecipherable:
            values["content"] = None
    return values


async def erase_end_user(account: Account, name: str, key_id: UUID | None = None) -> int:
    """Deletes the content of an end user's requests, and takes the digest out of them; returns how many there were.

    What they cost stays in the sums, without the end user. The content of a request under way will not be kept.
    """
    async with transaction():
        found: Any = _requests_of(account, name, key_id)
        ids = [id for (id,) in await found.values_list("id")]
        for at in range(0, len(ids), AT_ONCE):
            some = ids[at : at + AT_ONCE]
            await AiRequest.filter(id__in=some).update(end_user="")  # first, as keep_content does
            await KeptContent.filter(request_id__in=some).delete()
    return len(ids)
