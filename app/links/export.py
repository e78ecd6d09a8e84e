"""Exports the links of a search as CSV or JSON, newest first, in batches.

The first columns are those that a batch of links takes, under the same names, so that an exported file can be edited in
a spreadsheet and imported again. Nothing depends on the reader's language; times are UTC in RFC 3339.
"""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator
from datetime import datetime
from typing import Any

from app.accounts.models import Account
from app.kernel import clock
from app.links.link_search import Search
from app.links.models import Link
from app.names.slug import fold_name
from app.web import csv_writer
from app.web.pagination import fetch_page

BATCH_SIZE = 100  # few enough for the server to answer others in between
COLUMNS = (
    "url",
    "slug",
    "title",
    "description",
    "notes",
    "tags",
    "other_names",
    "public_address",
    "state",
    "archived",
    "expires_at",
    "click_limit",
    "has_password",
    "redirect_status",
    "forward_query",
    "counted",
    "clicks",
    "scans",
    "created_at",
    "updated_at",
    "last_followed_at",
)


async def csv_chunks(account: Account, search: Search) -> AsyncGenerator[str]:
    """Yields the CSV file in pieces: the header line, then one piece for each batch of links."""
    yield csv_writer.BOM + csv_writer.format_csv_line(COLUMNS)
    async for links in _batches(account, search):
        yield "".join(csv_writer.format_csv_line(_cell(row[name]) for name in COLUMNS) for row in map(_row, links))


async def json_chunks(account: Account, search: Search) -> AsyncGenerator[str]:
    """Yields the JSON file in pieces; the file is one object with the list "links"."""
    yield '{"links": ['
    separator = "\n"
    async for links in _batches(account, search):
        for link in links:
            yield separator + json.dumps(_row(link), ensure_ascii=False)
            separator = ",\n"
    yield "\n]}\n"


async def _batches(account: Account, search: Search) -> AsyncGenerator[list[Link]]:
    """Yields the links in batches, ordered by creation time: the click counts may change during the export."""
    cursor = None
    while True:
        matches = search.matches(account).prefetch_related("tags", "names")
        batch = await fetch_page(matches, by="created_at", cursor=cursor, size=BATCH_SIZE)
        yield batch.rows
        if (cursor := batch.next) is None:
            return


def _row(link: Link) -> dict[str, Any]:
    """The exported values of a link whose tags and names are fetched, by column."""
    return {
        "url": link.destination_url,
        "slug": link.short_code,
        "title": link.title,
        "description": link.description,
        "notes": link.notes,
        "tags": _tag_names(link),
        "other_names": _other_names(link),
        "public_address": link.short_url,
        "state": str(link.state),
        "archived": link.archived_at is not None,
        "expires_at": _format_time(link.expires_at),
        "click_limit": link.click_limit,
        "has_password": link.password_hash is not None,
        "redirect_status": link.redirect_status,
        "forward_query": link.forward_query,
        "counted": link.tracked,
        "clicks": link.clicks,
        "scans": link.scans,
        "created_at": _format_time(link.created_at),
        "updated_at": _format_time(link.updated_at),
        "last_followed_at": _format_time(link.last_followed_at),
    }


def _tag_names(link: Link) -> list[str]:
    """The names of a link's tags, in the order of their folded names."""
    return [tag.name for tag in sorted(link.tags, key=lambda tag: tag.folded)]


def _other_names(link: Link) -> list[str]:
    """The names of a link besides its main one."""
    return [name.shown for name in link.names if name.folded != fold_name(link.short_code)]


def _cell(value: Any) -> object:
    """A value as a CSV cell: lists joined by commas, booleans as true and false, None as an empty cell."""
    if isinstance(value, bool):
        return str(value).lower()
    return ", ".join(value) if isinstance(value, list) else "" if value is None else value


def _format_time(when: datetime | None) -> str | None:
    """A time in RFC 3339, or None."""
    return clock.format_rfc3339(when) if when else None
