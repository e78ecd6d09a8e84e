"""Finds requests to the API and to AI models by their id, which X-Request-Id of an answer says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.accounts.models import Account
from app.gateway.contents.kept_content import KeptContent
from app.gateway.metering.ai_request import AiRequest
from app.gateway.metering.format_rupiah import format_micro
from app.kernel import clock
from app.kernel.i18n import gettext as _
from app.keys.logged_request import LoggedRequest
from app.keys.models import ApiKey

LONGEST_ID = 20  # characters


@dataclass(frozen=True, slots=True)
class FoundRequest:
    """A request that a search named: whose it is, with which key it was made, and how it ended.

    `what` is its method and route, or its model and endpoint; `error` the code of what went wrong, "" for nothing.
    `way` is which providers were tried with which status, and `cost` what it cost, both of an AI request only.
    `content` is whether a key keeps what was sent.
    """

    request_id: str
    account: Account
    key: ApiKey | None
    what: str
    status: int
    created_at: datetime
    error: str = ""
    way: str = ""
    cost: str = ""
    content: bool = False
    of_ai: bool = False


async def find_requests(words: str) -> list[FoundRequest]:
    """Returns the requests of this id, as far as they are kept; none for words that can be no id."""
    found = await _of_ai(words)
    if len(words) > LONGEST_ID:  # a text longer than the column is refused by the ORM
        return found
    logged = await LoggedRequest.filter(request_id=words).select_related("account", "key").order_by("-id")
    return found + [
        FoundRequest(
            row.request_id, row.account, row.key, f"{row.method} {row.route}", row.status, row.created_at, row.error
        )
        for row in logged
    ]


async def _of_ai(words: str) -> list[FoundRequest]:
    """Returns the requests to AI models of this id."""
    rows = await AiRequest.with_ids([words]).select_related("account", "key")
    kept = KeptContent.filter(request_id__in=[row.id for row in rows], ends_at__gt=clock.now())
    ids = set(await kept.values_list("request_id", flat=True)) if rows else set()
    return [
        FoundRequest(
            row.request_id,
            row.account,
            row.key,
            f"{row.model} · {row.endpoint}",
            row.status,
            row.created_at,
            row.error,
            _way_of(row),
            format_micro(row.cost),
            content=row.id in ids,
            of_ai=True,
        )
        for row in rows
    ]


def _way_of(request: AiRequest) -> str:
    """Returns the providers that were tried, in order, each with the status that it answered."""
    return " → ".join(f"{each.get('upstream')} {each.get('status') or _('no answer')}" for each in request.tries)
