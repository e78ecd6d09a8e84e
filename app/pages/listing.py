"""Queries of an account's pages: the list in the dashboard, a single page, and the clicks of its blocks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from app.accounts.models import Account
from app.kernel import text
from app.kernel.refusal import NotFound
from app.kernel.search_text import matching
from app.links.models import Link
from app.pages.models import Page
from app.plans import quota
from app.web.pagination import InvalidCursor, page

SIZE = 12


async def region(account: Account, args: Mapping[str, str]) -> dict[str, Any]:
    """The context of the list: SIZE pages of the account that match the search `q`, newest first.

    `args` are the query parameters `q` and `cursor`; an invalid cursor gives the first pages. `more` in the result is
    the query string of the next part, or empty. How `q` is matched is described in kernel/search_text.py.
    """
    query, cursor = text.line(args.get("q", "")[:200], 200, "q"), args.get("cursor", "")[:500]
    matches = Page.owned_by(account)
    if query:
        matches = matches.filter(matching(query, "search", names=("slug",)))
    try:
        result = await page(matches, by="created_at", cursor=cursor, size=SIZE)
    except InvalidCursor:
        result = await page(matches, by="created_at", cursor=None, size=SIZE)
    more = urlencode({"q": query, "cursor": result.next}) if result.next else ""
    return {"pages": result.rows, "more": more, "q": query}


async def summary(account: Account) -> quota.Share:
    """The number of pages of an account, and how many its plan allows."""
    return quota.Share(await Page.owned_by(account).count(), quota.plan_of(account).pages)


async def own(account: Account, id: UUID) -> Page:
    """The page with this id that belongs to the account.

    Raises: NotFound, also for the page of another account.
    """
    owned_page = await Page.owned_by(account).get_or_none(id=id)
    if owned_page is None:
        raise NotFound
    return owned_page


async def clicks(page: Page) -> dict[str, int]:
    """The number of clicks of each block since it was made, by block id."""
    links = await Link.filter(page_id=page.id).values("page_block", "followed")
    clicks_by_block: dict[str, int] = {}
    for link in links:
        block = link["page_block"].partition(".")[0]
        clicks_by_block[block] = clicks_by_block.get(block, 0) + int(link["followed"])
    return clicks_by_block
