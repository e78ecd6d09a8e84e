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
from app.links.current_values import link_values
from app.links.link_relations import load_relations
from app.links.link_search import Search
from app.links.models import Link
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
    "external_id",
    "opens_at",
    "fallback_url",
    "next_url",
    "next_url_at",
    "ios_url",
    "android_url",
    "append_path",
    "rules",
    "preview_title",
    "preview_description",
    "preview_picture_id",
    "destination_checked",
)
RENAMED = {"aliases": "other_names", "tracked": "counted"}  # keys of `link_values` by which columns are not called


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
        batch = await fetch_page(search.matches(account), by="created_at", cursor=cursor, size=BATCH_SIZE)
        await load_relations(batch.rows, "tags", "names")
        yield batch.rows
        if (cursor := batch.next) is None:
            return


def _row(link: Link) -> dict[str, Any]:
    """The exported values of a link whose tags and names are fetched, by column."""
    values = link_values(link)
    row = {RENAMED.get(key, key): value for key, value in values.items()} | {
        "preview_picture_id": str(link.preview_picture_id) if link.preview_picture_id else None,
        "public_address": link.short_url,
        "state": str(link.state),
        "has_password": link.password_hash is not None,
        "clicks": link.clicks,
        "scans": link.scans,
        "created_at": link.created_at,
        "updated_at": link.updated_at,
        "last_followed_at": link.last_followed_at,
    }
    return {name: _format_time(row[name]) if name.endswith("_at") else row[name] for name in COLUMNS}


def _cell(value: Any) -> object:
    """A value as a CSV cell: names joined by commas, rules as JSON, true and false, None as an empty cell."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list) and not all(isinstance(item, str) for item in value):
        return json.dumps(value, ensure_ascii=False)
    return ", ".join(value) if isinstance(value, list) else "" if value is None else value


def _format_time(when: datetime | None) -> str | None:
    """A time in RFC 3339, or None."""
    return clock.format_rfc3339(when) if when else None
