"""Links as files: CSV and JSON of exactly what a search of the links page finds, newest first, some at a time.

The first columns are those that a batch of links takes, by the names it knows them by, so that a file can be changed in
a spreadsheet and made into links again. Nothing is in the language of a reader; times are UTC, RFC 3339.
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
from app.names.slug import fold
from app.web import csv_writer
from app.web.pagination import page

PIECE = 500
HEAD = ("url", "slug", "title", "description", "notes", "tags", "other_names", "public_address", "state", "archived",
        "expires_at", "click_limit", "has_password", "redirect_status", "forward_query", "counted", "clicks", "scans",
        "created_at", "updated_at", "last_followed_at")


async def csv(account: Account, search: Search) -> AsyncGenerator[str]:
    """The file, some links at a time."""
    yield csv_writer.BOM + csv_writer.line(HEAD)
    async for links in _pieces(account, search):
        yield "".join(csv_writer.line(_cell(row[name]) for name in HEAD) for row in map(_row, links))


async def json_lines(account: Account, search: Search) -> AsyncGenerator[str]:
    """The file, some links at a time: one object with the list of them."""
    yield '{"links": ['
    before = "\n"
    async for links in _pieces(account, search):
        for link in links:
            yield before + json.dumps(_row(link), ensure_ascii=False)
            before = ",\n"
    yield "\n]}\n"


async def _pieces(account: Account, search: Search) -> AsyncGenerator[list[Link]]:
    """By the time they were made, whatever the screen is sorted by: counts go up while a file is written."""
    cursor = None
    while True:
        matches = search.matches(account).prefetch_related("tags", "names")
        found = await page(matches, by="created_at", cursor=cursor, size=PIECE)
        yield found.rows
        if (cursor := found.next) is None:
            return


def _row(link: Link) -> dict[str, Any]:
    others = [name.shown for name in link.names if name.folded != fold(link.short_code)]
    tags = [tag.name for tag in sorted(link.tags, key=lambda tag: tag.folded)]
    return {
        "url": link.destination_url, "slug": link.short_code, "title": link.title, "description": link.description,
        "notes": link.notes, "tags": tags, "other_names": others,
        "public_address": link.short_url, "state": str(link.state), "archived": link.archived_at is not None,
        "expires_at": _stamp(link.expires_at), "click_limit": link.click_limit,
        "has_password": link.password_hash is not None, "redirect_status": link.redirect_status,
        "forward_query": link.forward_query, "counted": link.tracked, "clicks": link.clicks, "scans": link.scans,
        "created_at": _stamp(link.created_at), "updated_at": _stamp(link.updated_at),
        "last_followed_at": _stamp(link.last_followed_at),
    }


def _cell(value: Any) -> object:
    """Lists as people type them, yes and no as true and false, nothing as nothing; numbers stay numbers."""
    if isinstance(value, bool):
        return str(value).lower()
    return ", ".join(value) if isinstance(value, list) else "" if value is None else value


def _stamp(when: datetime | None) -> str | None:
    return clock.stamp(when) if when else None
