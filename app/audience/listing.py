"""What the audience page shows: the addresses of a search, newest first, and all of them as a sheet."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Self
from urllib.parse import parse_qsl, urlencode
from zoneinfo import ZoneInfo

from quart import request
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.audience.models import STATUSES, Subscriber
from app.kernel import text
from app.kernel.i18n import gettext as _
from app.kernel.search_text import matching
from app.kernel.uuid_parser import parse_uuid
from app.pages.models import Page
from app.web import csv_writer
from app.web.pagination import page, page_or_first

SIZE, PIECE = 30, 500
HOME = "/dashboard/audience/"
HEAD = ("email", "page", "status", "since", "confirmed", "unsubscribed", "language", "consent")


@dataclass(frozen=True, slots=True)
class Search:
    """`q` is looked for in addresses, as kernel/search_text.py says; `page` is the id of a page or empty."""

    q: str = ""
    page: str = ""
    cursor: str = ""

    @classmethod
    def of(cls, args: Mapping[str, str]) -> Self:
        words = text.line(args.get("q", "")[:200], 200, "q")
        return cls(words, _id(args.get("page", "")), args.get("cursor", "")[:500])

    @classmethod
    def back(cls, values: Mapping[str, str]) -> Self:
        """The search on the screen a form was sent from: the browser's address by htmx, else the form's `back`."""
        address = request.headers.get("HX-Current-URL") or values.get("back", "")
        return cls.of(dict(parse_qsl(address.partition("#")[0].partition("?")[2])))

    @property
    def narrow(self) -> bool:
        return bool(self.q or self.page)

    def address(self, file: str = "", **changes: str) -> str:
        """This search with something changed, from its first page on unless a cursor is given; or a file of it."""
        asked = replace(self, **({"cursor": ""} | changes))
        said = {name: getattr(asked, name) for name in ("q", "page", "cursor") if getattr(asked, name)}
        return HOME + file + ("?" + urlencode(said) if said else "")

    def matches(self, account: Account) -> QuerySet[Subscriber]:
        found = Subscriber.owned_by(account).select_related("page")
        found = found.filter(page_id=self.page) if self.page else found
        return found.filter(matching(self.q, "search")) if self.q else found


async def region(account: Account, search: Search) -> dict[str, Any]:
    """One page of addresses and how many there are; a cursor that means nothing shows the first page."""
    matches = search.matches(account)
    found = await page_or_first(matches, by="created_at", cursor=search.cursor, size=SIZE)
    return {"subscribers": found.rows, "next": found.next, "search": search, "statuses": STATUSES,
            "total": await search.matches(account).count()}


async def pages_of(account: Account) -> list[tuple[str, str]]:
    """The account's pages to choose from: id and address."""
    return [(str(one.id), one.shown) for one in await Page.owned_by(account).order_by("slug").limit(200)]


async def lines(account: Account, search: Search) -> AsyncGenerator[str]:
    """The sheet, some addresses at a time; times in the account's zone."""
    yield csv_writer.BOM + csv_writer.line(HEAD)
    zone, cursor = ZoneInfo(account.time_zone), None
    while True:
        found = await page(search.matches(account), by="created_at", cursor=cursor, size=PIECE)
        yield "".join(csv_writer.line(_line(one, zone)) for one in found.rows)
        if (cursor := found.next) is None:
            return


def _line(one: Subscriber, zone: ZoneInfo) -> list[str]:
    times = (one.created_at, one.confirmed_at, one.unsubscribed_at)
    told = [when.astimezone(zone).isoformat(timespec="seconds") if when else "" for when in times]
    return [one.email, one.page.shown, _(STATUSES[one.status]), *told, one.language, one.consent]


def _id(typed: str) -> str:
    return str(parse_uuid(typed) or "")
