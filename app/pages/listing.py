"""Queries of an account's pages: the list in the dashboard, their number, and a single page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from app.accounts.models import Account
from app.kernel import text
from app.kernel.search_text import search_condition
from app.kernel.versioned_rows import get_or_refuse
from app.pages.models import Page
from app.plans import quota
from app.web.audit_target import set_audit_target
from app.web.pagination import page_or_first

SIZE = 12


async def list_context(account: Account, args: Mapping[str, str]) -> dict[str, Any]:
    """The context of the list: SIZE pages of the account that match the search `q`, newest first.

    `args` are the query parameters `q` and `cursor`; an invalid cursor gives the first pages. `more` in the result is
    the query string of the next part, or empty. How `q` is matched is described in kernel/search_text.py.
    """
    query, cursor = text.cut_line(args.get("q", ""), 200), args.get("cursor", "")[:500]
    matches = Page.owned_by(account)
    if query:
        matches = matches.filter(search_condition(query, "search", names=("slug",)))
    result = await page_or_first(matches, by="created_at", cursor=cursor, size=SIZE)
    more = urlencode({"q": query, "cursor": result.next}) if result.next else ""
    return {"pages": result.rows, "more": more, "q": query}


async def page_quota(account: Account) -> quota.QuotaUsage:
    """The number of pages of an account, and how many its plan allows."""
    return quota.QuotaUsage(await Page.owned_by(account).count(), quota.plan_of(account).pages)


async def get_owned_page(account: Account, id: UUID) -> Page:
    """The page with this id that belongs to the account.

    Raises: NotFound, also for the page of another account.
    """
    page = await get_or_refuse(Page.owned_by(account), id)
    set_audit_target(page.display_url)
    return page
