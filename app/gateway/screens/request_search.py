"""Searches an account's requests to models: which are shown, a page of them, and all of them as a CSV file."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Self
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.gateway.contents.end_user_digest import digest_of_end_user
from app.gateway.metering.ai_request import HUNG_UP, RESERVED, AiRequest
from app.gateway.metering.request_retention import listed_since
from app.gateway.metering.statement import rupiah_exact
from app.gateway.navigation import HOME
from app.gateway.screens.names import SOURCES
from app.gateway.upstreams.usage import Usage
from app.kernel import clock, text
from app.kernel.i18n import gettext as _
from app.keys.key_filter import has_key, parse_key
from app.web import csv_writer
from app.web.pagination import fetch_page, page_or_first

LIST = f"{HOME}/requests"
PAGE_SIZE, BATCH_SIZE, LONGEST_SEARCH = 30, 500, 100
PERIODS, STATUSES = ("1", "7", "30", "all"), ("failed", "hung_up")
REQUEST_ID, END_USER = re.compile(r"air_[0-9A-Za-z_-]{4,36}", re.ASCII), re.compile(r"u_([0-9a-f]{4,64})", re.ASCII)
FIELDS = ("q", "key", "model", "status", "days", "cursor")
COLUMNS = (
    *("time", "request_id", "key", "source", "model", "endpoint", "status", "error", "input_tokens", "cached_tokens"),
    *("output_tokens", "images", "seconds", "cost_rupiah", "first_ms", "whole_ms", "end_user"),
)
FAILED = ~Q(state=RESERVED) & ~Q(status=HUNG_UP) & (Q(status__lt=200) | Q(status__gte=400))


@dataclass(frozen=True, slots=True)
class RequestSearch:
    """A search; every field is a query parameter. `q` is a request id, a part of a model's id, or an end user.

    `key` is one of SOURCES, the label of one, or what `key_filter` takes. `status` is one of STATUSES, "" for all.
    `days` are the latest days, or "all"; `cursor` is the position of a page.
    """

    q: str = ""
    key: str = ""
    model: str = ""
    status: str = ""
    days: str = "1"
    cursor: str = ""

    @classmethod
    def of(cls, args: Mapping[str, str]) -> Self:
        """The search of these query parameters; invalid values become the defaults."""
        status, days = args.get("status", ""), args.get("days", "1")
        return cls(
            text.cut_line(args.get("q", ""), LONGEST_SEARCH),
            parse_key(args.get("key", "")),
            text.cut_line(args.get("model", ""), 80),
            status if status in STATUSES else "",
            days if days in PERIODS else "1",
            args.get("cursor", "")[:500],
        )

    @property
    def is_filtered(self) -> bool:
        """Whether the search hides requests of its period."""
        return bool(self.q or self.key or self.model or self.status)

    def query_string(self, **changes: str) -> str:
        """The query string of this search with some fields changed, with its question mark; "" without any."""
        search, usual = replace(self, **({"cursor": ""} | changes)), RequestSearch()
        values = {name: getattr(search, name) for name in FIELDS if getattr(search, name) != getattr(usual, name)}
        return "?" + urlencode(values) if values else ""

    def url(self, file: str = "", **changes: str) -> str:
        """The URL of the list for this search with some fields changed; with `file`, that of something below it."""
        return LIST + (f"/{file}" if file else "") + self.query_string(**changes)

    def matches(self, account: Account) -> QuerySet[AiRequest]:
        """The account's requests that match, not ordered yet. A request id is found in every period."""
        rows = AiRequest.owned_by(account).filter(created_at__gte=listed_since())
        if REQUEST_ID.fullmatch(self.q):
            return rows.filter(request_id=self.q)
        if self.days != "all":
            rows = rows.filter(created_at__gte=clock.now() - timedelta(days=int(self.days)))
        if self.key:
            rows = rows.filter(self._key(account))
        if self.model:
            rows = rows.filter(model=self.model)
        if self.status:
            rows = rows.filter(FAILED if self.status == "failed" else Q(status=HUNG_UP))
        return rows.filter(self._words(account)) if self.q else rows

    def _key(self, account: Account) -> Q:
        """The condition of `key`; a key may have the label of a source as its name, and then both are found."""
        if self.key in SOURCES:
            return Q(key_id=None, source=self.key)
        sources = [source for source, label in source_choices() if label == self.key]
        of_keys = has_key(account, self.key)
        return of_keys | Q(key_id=None, source__in=sources) if sources else of_keys

    def _words(self, account: Account) -> Q:
        """The condition of `q`: a part of a model, an end user as programs name it, or as the pages show it."""
        if digest := END_USER.fullmatch(self.q):
            return Q(end_user__startswith=digest[1])
        return Q(model__icontains=self.q) | Q(end_user=digest_of_end_user(account.id, self.q))


def source_choices() -> list[tuple[str, str]]:
    """Returns where requests come from that no key made, with their labels."""
    return [(source, _(label)) for source, (label, _icon) in SOURCES.items()]


async def count_failed(account: Account, search: RequestSearch) -> int:
    """Returns how many requests of a search failed, whatever status it is limited to."""
    return await replace(search, status="failed").matches(account).count()


async def list_context(account: Account, search: RequestSearch) -> dict[str, Any]:
    """Returns the context of one page of requests; an invalid cursor gives the first page.

    `none_kept` is whether a longer period would show nothing either.
    """
    rows = search.matches(account).select_related("key")
    page = await page_or_first(rows, by="created_at", cursor=search.cursor, size=PAGE_SIZE)
    none_kept = not page.rows and not await RequestSearch(days="all").matches(account).exists()
    return {"requests": page.rows, "next": page.next, "search": search, "none_kept": none_kept}


async def csv_chunks(account: Account, search: RequestSearch) -> AsyncGenerator[str]:
    """Yields the CSV file in pieces, without any content; times are in the account's time zone."""
    yield csv_writer.BOM + csv_writer.format_csv_line(COLUMNS)
    zone, cursor = ZoneInfo(account.time_zone), None
    while True:
        rows = search.matches(account).select_related("key")
        page = await fetch_page(rows, by="created_at", cursor=cursor, size=BATCH_SIZE)
        yield "".join(csv_writer.format_csv_line(_cells(row, zone)) for row in page.rows)
        if (cursor := page.next) is None:
            return


def _cells(row: AiRequest, zone: ZoneInfo) -> list[object]:
    usage = Usage.from_dict(row.usage)
    return [
        row.created_at.astimezone(zone).isoformat(timespec="milliseconds"),
        row.request_id,
        row.key.name if row.key else "",
        row.source,
        row.model,
        row.endpoint,
        row.status or "",
        row.error,
        usage.input_tokens,
        usage.cached,
        usage.output_tokens,
        usage.images,
        usage.milliseconds / 1_000,
        f"{rupiah_exact(row.cost):f}",
        row.first_ms,
        row.whole_ms,
        row.end_user,
    ]
