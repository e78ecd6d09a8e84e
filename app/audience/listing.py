"""The audience page: the subscribers of a search, newest first, and all of them as a CSV file."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import parse_qsl
from zoneinfo import ZoneInfo

from quart import request
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.audience.models import STATUSES, Subscriber
from app.kernel import text
from app.kernel.i18n import gettext as _
from app.kernel.search_text import search_condition
from app.kernel.uuid_parser import parse_uuid
from app.pages.models import Page
from app.web import csv_writer
from app.web.pagination import fetch_page, page_or_first
from app.web.search_url import search_url

PAGE_SIZE, BATCH_SIZE = 30, 500
HOME = "/dashboard/audience/"
COLUMNS = ("email", "page", "status", "since", "confirmed", "unsubscribed", "language", "consent")


@dataclass(frozen=True, slots=True)
class Search:
    """A search for subscribers.

    `q` is searched in email addresses, as kernel/search_text.py defines; `page` is the id of a bio page, or empty;
    `cursor` is the position of a page of results.
    """

    q: str = ""
    page: str = ""
    cursor: str = ""

    @classmethod
    def of(cls, args: Mapping[str, str]) -> Self:
        """The search of these query parameters; invalid values become the defaults."""
        words = text.cut_line(args.get("q", ""), 200)
        return cls(words, _parse_id(args.get("page", "")), args.get("cursor", "")[:500])

    @classmethod
    def back(cls, values: Mapping[str, str]) -> Self:
        """The search of the page that a form was sent from.

        htmx sends that page's URL in a header; other forms send it in the field `back`.
        """
        address = request.headers.get("HX-Current-URL") or values.get("back", "")
        return cls.of(dict(parse_qsl(address.partition("#")[0].partition("?")[2])))

    @property
    def is_filtered(self) -> bool:
        """Whether the search hides any subscribers."""
        return bool(self.q or self.page)

    def url(self, file: str = "", **changes: str) -> str:
        """The URL of the page for this search with some fields changed; with `file`, that of an exported file.

        The cursor is dropped unless it is among the changes.
        """
        return search_url(HOME + file, self, ("q", "page", "cursor"), changes)

    def matches(self, account: Account) -> QuerySet[Subscriber]:
        """The account's subscribers that match, with their pages, not ordered yet."""
        subscribers = Subscriber.owned_by(account).select_related("page")
        subscribers = subscribers.filter(page_id=self.page) if self.page else subscribers
        return subscribers.filter(search_condition(self.q, "search")) if self.q else subscribers

    async def count(self, account: Account) -> int:
        """The number of the account's subscribers that match; a search reads each of them once."""
        return await (self.matches(account).count() if self.q else Subscriber.count_owned(account, self.page))


async def list_context(account: Account, search: Search) -> dict[str, Any]:
    """The context of one page of subscribers and their number; an invalid cursor gives the first page."""
    matches = search.matches(account)
    result = await page_or_first(matches, by="created_at", cursor=search.cursor, size=PAGE_SIZE)
    return {
        "subscribers": result.rows,
        "next": result.next,
        "search": search,
        "statuses": STATUSES,
        "total": await search.count(account),
    }


async def page_choices(account: Account) -> list[tuple[str, str]]:
    """The account's bio pages to choose from, as pairs of id and short URL."""
    return [(str(bio_page.id), bio_page.display_url) for bio_page in await Page.owned_by(account).order_by("slug")]


async def csv_chunks(account: Account, search: Search) -> AsyncGenerator[str]:
    """Yields the CSV file in pieces; times are in the account's time zone."""
    yield csv_writer.BOM + csv_writer.format_csv_line(COLUMNS)
    zone, cursor = ZoneInfo(account.time_zone), None
    while True:
        batch = await fetch_page(search.matches(account), by="created_at", cursor=cursor, size=BATCH_SIZE)
        yield "".join(csv_writer.format_csv_line(_row(subscriber, zone)) for subscriber in batch.rows)
        if (cursor := batch.next) is None:
            return


def _row(subscriber: Subscriber, zone: ZoneInfo) -> list[str]:
    """The cells of a subscriber, in the order of COLUMNS."""
    times = (subscriber.created_at, subscriber.confirmed_at, subscriber.unsubscribed_at)
    formatted_times = [when.astimezone(zone).isoformat(timespec="seconds") if when else "" for when in times]
    return [
        subscriber.email,
        subscriber.page.display_url,
        _(STATUSES[subscriber.status]),
        *formatted_times,
        subscriber.language,
        subscriber.consent,
    ]


def _parse_id(typed: str) -> str:
    """The UUID in canonical form, or empty if the text is none."""
    return str(parse_uuid(typed) or "")
