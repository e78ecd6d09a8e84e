"""What the pages' list shows, and one page found through its owner."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from app.accounts.models import Account
from app.kernel import text
from app.kernel.queries import get_or_refuse
from app.kernel.search_text import matching
from app.pages.models import Page
from app.plans import quota
from app.web.pagination import page_or_first

SIZE = 12


async def region(account: Account, args: Mapping[str, str]) -> dict[str, Any]:
    """One page of pages that match `q`, as kernel/search_text.py says, newest first; a cursor that means nothing shows
    the first ones."""
    asked, cursor = text.line(args.get("q", "")[:200], 200, "q"), args.get("cursor", "")[:500]
    matches = Page.owned_by(account)
    if asked:
        matches = matches.filter(matching(asked, "search", names=("slug",)))
    found = await page_or_first(matches, by="created_at", cursor=cursor, size=SIZE)
    more = urlencode({"q": asked, "cursor": found.next}) if found.next else ""
    return {"pages": found.rows, "more": more, "q": asked}


async def summary(account: Account) -> quota.Share:
    """How many pages there are, and how many there may be."""
    return quota.Share(await Page.owned_by(account).count(), quota.plan_of(account).pages)


async def own(account: Account, id: UUID) -> Page:
    """The account's page. Refusals: NotFound, for a stranger's too."""
    return await get_or_refuse(Page.owned_by(account), id)
