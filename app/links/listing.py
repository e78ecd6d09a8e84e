"""What the links page shows: the rows of a search, and the numbers above them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl
from uuid import UUID

from quart import request
from tortoise.functions import Sum

from app.accounts.models import Account
from app.kernel.queries import get_or_refuse
from app.keys.plan_summary import standing
from app.links.link_search import Search
from app.links.models import Link
from app.links.tag import Tag
from app.plans import quota
from app.visits import report as visits
from app.visits.visit import key
from app.web.forms import Form
from app.web.pagination import Page, page_or_first
from app.web.sparkline import sparkline

SIZE, DAYS = 20, 14


@dataclass(frozen=True, slots=True)
class Spark:
    """The visits of a link in the last DAYS days: how many, and their curve."""

    total: int
    curve: str


async def rows(account: Account, search: Search) -> dict[str, Any]:
    """One page of rows with their tags; a cursor that means nothing shows the first page."""
    matches = search.matches(account).prefetch_related("tags")
    found: Page[Link] = await page_or_first(matches, by=search.by, cursor=search.cursor, size=SIZE)
    return {"links": found.rows, "next": found.next, "search": search, "sparks": await sparks(account, found.rows)}


async def region(account: Account, search: Search) -> dict[str, Any]:
    """The part of the page that a search changes: rows, how many match, tags, and the form of the bulk actions."""
    return await rows(account, search) | {
        "total": await search.matches(account).count(),
        "tags": await Tag.owned_by(account).limit(200),
        "summary": await summary(account),
        "bulk": Form(),
    }


async def sparks(account: Account, links: Sequence[Link]) -> dict[UUID, Spark]:
    """The last days of these links, all in one go."""
    if not links:
        return {}
    counts = await visits.sparks(key(account.id), [key(link.id) for link in links], account.time_zone, DAYS)
    found = {link.id: counts.get(key(link.id), []) for link in links}
    return {id: Spark(sum(days), sparkline(days)) for id, days in found.items() if any(days)}


async def summary(account: Account) -> dict[str, int]:
    """How many links there are and how often they were clicked and scanned."""
    sums = await Link.owned_by(account).annotate(all=Sum("followed"), scanned=Sum("scans")).values("all", "scanned")
    followed, scans = (int(sums[0][name] or 0) for name in ("all", "scanned"))
    return {"links": account.links_used, "clicks": followed - scans, "scans": scans}


async def fresh(account: Account) -> dict[str, Any]:
    """The numbers after a write: read again, because the database counted them."""
    await account.refresh_from_db()
    return {
        "summary": await summary(account), "share": quota.links_share(account), "usage": await standing(account),
    }


async def own(account: Account, id: UUID) -> Link:
    """The account's link with its tags and names. Refusals: NotFound, for a stranger's too."""
    return await get_or_refuse(Link.owned_by(account).prefetch_related("tags", "names"), id)


def search_back(values: Mapping[str, str]) -> Search:
    """The search on the screen a form was sent from: the browser's address by htmx, else the form's `back` field."""
    return search_of(request.headers.get("HX-Current-URL") or values.get("back", ""))


def search_of(address: str) -> Search:
    """The search that an address of the links page is of."""
    return Search.of(dict(parse_qsl(address.partition("#")[0].partition("?")[2])))
