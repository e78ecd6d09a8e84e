"""Searches an account's log of API requests: a page of rows, its figures, and all rows as a CSV or JSON file."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Self
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from tortoise.expressions import Q
from tortoise.functions import Count
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import clock, text
from app.kernel.error_codes import API_CODES
from app.keys.key_filter import has_key, parse_key
from app.keys.logged_request import LoggedRequest
from app.web import csv_writer
from app.web.pagination import fetch_page, page_or_first

HOME = "/dashboard/settings/api-keys/requests/"
PAGE_SIZE, BATCH_SIZE, LONGEST_SEARCH, TIMED = 30, 500, 100, 250
METHODS, CLASSES, PERIODS = ("GET", "POST", "PUT", "PATCH", "DELETE"), ("2", "4", "5"), ("1", "7", "30", "all")
REQUEST_ID, ROUTE = re.compile(r"[0-9A-Za-z]{20}"), re.compile(r"/api/v1(/[\w{}.-]+)*")
COLUMNS = ("time", "request_id", "key", "method", "path", "route", "status", "error", "ms", "network")
FIELDS = ("q", "key", "method", "status", "error", "route", "days", "cursor")


@dataclass(frozen=True, slots=True)
class Search:
    """A search of the log: `q` is a request id or a part of a path or body, `key` what `key_filter` takes.

    `status` is the first digit of a status, `days` the latest days, or "all"; `cursor` is the position of a page.
    """

    q: str = ""
    key: str = ""
    method: str = ""
    status: str = ""
    error: str = ""
    route: str = ""
    days: str = "1"
    cursor: str = ""

    @classmethod
    def of(cls, args: Mapping[str, str]) -> Self:
        """The search of these query parameters; invalid values become the defaults."""

        def choice(name: str, choices: Any, default: str = "") -> str:
            return args[name] if args.get(name) in choices else default

        route = args.get("route", "")[:120]
        return cls(
            text.cut_line(args.get("q", ""), LONGEST_SEARCH),
            parse_key(args.get("key", "")),
            choice("method", METHODS),
            choice("status", CLASSES),
            choice("error", API_CODES),
            route if ROUTE.fullmatch(route) else "",
            choice("days", PERIODS, "1"),
            args.get("cursor", "")[:500],
        )

    @property
    def is_filtered(self) -> bool:
        """Whether the search hides requests of its period."""
        return bool(self.q or self.key or self.method or self.status or self.error or self.route)

    @property
    def has_rare_filter(self) -> bool:
        """Whether one of the filters is set that the page does not show at once."""
        return bool(self.method or self.error or self.route)

    def query_string(self, **changes: str) -> str:
        """The query string of this search with some fields changed, with its question mark; "" without any."""
        search = replace(self, **({"cursor": ""} | changes))
        values = {name: getattr(search, name) for name in FIELDS if getattr(search, name) != getattr(Search(), name)}
        return "?" + urlencode(values) if values else ""

    def url(self, file: str = "", **changes: str) -> str:
        """The URL of the page for this search with some fields changed; with `file`, that of something below it."""
        return HOME + file + self.query_string(**changes)

    def matches(self, account: Account) -> QuerySet[LoggedRequest]:
        """The account's requests that match, not ordered yet. A request id is found in every period."""
        rows = LoggedRequest.owned_by(account)
        if REQUEST_ID.fullmatch(self.q):
            return rows.filter(request_id=self.q)
        if self.days != "all":
            rows = rows.filter(created_at__gte=clock.now() - timedelta(days=int(self.days)))
        equal = {"method": self.method, "error": self.error, "route": self.route}
        rows = rows.filter(**{name: value for name, value in equal.items() if value})
        if self.key:
            rows = rows.filter(has_key(account, self.key))
        if self.status:
            rows = rows.filter(status__gte=int(self.status) * 100, status__lt=int(self.status) * 100 + 100)
        return rows.filter(Q(path__icontains=self.q) | Q(sent__icontains=self.q)) if self.q else rows


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a search: how many requests by the first digit of their status, and how fast they were.

    `half` and `most` are the milliseconds within which 50 and 95 of 100 were answered, of the latest TIMED ones; None
    without any.
    """

    by_class: Mapping[str, int]
    half: int | None
    most: int | None

    @property
    def total(self) -> int:
        """All requests."""
        return sum(self.by_class.values())

    @property
    def refused(self) -> int:
        """The requests whose status is neither 2xx nor 3xx."""
        return self.by_class.get("4", 0) + self.by_class.get("5", 0)


async def load_figures(account: Account, search: Search) -> Figures:
    """Returns the figures of a search, whatever status it is limited to."""
    rows = replace(search, status="").matches(account)
    counted: list[Any] = await rows.annotate(n=Count("id")).group_by("status").values_list("status", "n")
    by_class = dict[str, int]()
    for status, count in counted:
        name = str(status)[0]
        by_class[name] = by_class.get(name, 0) + count
    latest: list[Any] = await rows.order_by("-created_at", "-id").limit(TIMED).values_list("ms", flat=True)
    times = sorted(latest)
    return Figures(by_class, _percentile(times, 50), _percentile(times, 95))


def _percentile(values: list[int], percent: int) -> int | None:
    """Returns the smallest of the sorted values that so many per cent of them do not exceed; None for no values."""
    return values[-(-len(values) * percent // 100) - 1] if values else None


async def list_context(account: Account, search: Search) -> dict[str, Any]:
    """Returns the context of one page of requests; an invalid cursor gives the first page."""
    rows = search.matches(account).select_related("key")
    page = await page_or_first(rows, by="created_at", cursor=search.cursor, size=PAGE_SIZE)
    return {"requests": page.rows, "next": page.next, "search": search}


async def csv_chunks(account: Account, search: Search) -> AsyncGenerator[str]:
    """Yields the CSV file in pieces, without bodies; times are in the account's time zone."""
    yield csv_writer.BOM + csv_writer.format_csv_line(COLUMNS)
    zone = ZoneInfo(account.time_zone)
    async for batch in _batches(account, search):
        rows = ([row.created_at.astimezone(zone).isoformat(timespec="milliseconds"), *_cells(row)] for row in batch)
        yield "".join(map(csv_writer.format_csv_line, rows))


async def json_chunks(account: Account, search: Search) -> AsyncGenerator[str]:
    """Yields the JSON file in pieces: a list of requests, with what is kept of their bodies; times are UTC."""
    separator = "["
    async for batch in _batches(account, search):
        for row in batch:
            values = dict(zip(COLUMNS, [clock.format_rfc3339(row.created_at), *_cells(row)], strict=True))
            yield separator + json.dumps(values | {"sent": row.sent, "answer": row.answer}, ensure_ascii=False)
            separator = ",\n"
    yield "[]\n" if separator == "[" else "]\n"


async def _batches(account: Account, search: Search) -> AsyncGenerator[list[LoggedRequest]]:
    """Yields the requests of a search, the latest first, many at once."""
    rows, cursor = search.matches(account).select_related("key"), None
    while True:
        page = await fetch_page(rows, by="created_at", cursor=cursor, size=BATCH_SIZE)
        yield page.rows
        if (cursor := page.next) is None:
            return


def _cells(row: LoggedRequest) -> list[Any]:
    """The cells of a request after its time, in the order of COLUMNS."""
    request = [row.method, row.path, row.route, row.status, row.error, row.ms, row.network]
    return [row.request_id, row.key.name, *request]
