"""The context of the links page: the rows of a search, and the figures above them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from urllib.parse import parse_qsl
from uuid import UUID

from quart import request
from tortoise.functions import Count, Sum

from app.accounts.models import Account
from app.kernel.versioned_rows import get_or_refuse
from app.keys.sidebar_plan import summarize_plan
from app.links.account_sums import load_visit_sums
from app.links.link_search import Search, has_all_tags
from app.links.models import Link
from app.links.tag import Tag, fold_tag
from app.plans import quota
from app.visits.reports import report as visits
from app.visits.sealed.engine import ReportTookTooLong, TooManyReports
from app.visits.visit import key_in_visits
from app.web.audit_target import set_audit_target
from app.web.first_rows import first_rows
from app.web.forms import Form
from app.web.pagination import CursorPage, page_or_first
from app.web.sparkline import sparkline_path

PAGE_SIZE, DAYS, MOST_TAGS = 20, 14, 200  # MOST_TAGS: in the menu to filter by, which links to the page of all


@dataclass(frozen=True, slots=True)
class Sparkline:
    """The visits of a link in the last DAYS days: their number, and the SVG path of their daily curve."""

    total: int
    curve: str


async def rows_context(account: Account, search: Search) -> dict[str, Any]:
    """The context of one page of rows with their tags; an invalid cursor gives the first page."""
    rows, matches = Link.all().prefetch_related("tags", "checks"), search.matches(account)
    result: CursorPage[Link] = await page_or_first(
        matches if search.q else matches.prefetch_related("tags", "checks"),
        by=search.order_column,
        cursor=search.cursor,
        size=PAGE_SIZE,
        rows_by_id=rows if search.q else None,
    )
    return {
        "links": result.rows,
        "next": result.next,
        "search": search,
        "sparks": await load_sparklines(account, result.rows),
    }


async def list_context(account: Account, search: Search) -> dict[str, Any]:
    """The context of the part of the page that a search changes.

    It holds the rows, the number of matches, the tags to filter by, and the form of the bulk actions.
    """
    rows = await rows_context(account, search)
    tags = await first_rows(Tag.owned_by(account), MOST_TAGS)
    all_shown = bool(search.q) and not (search.cursor or rows["next"])
    return rows | {
        "total": len(rows["links"]) if all_shown else await search.count(account),
        "tags": tags,
        "about": await load_tag_summary(account, search),
        "bulk": Form(),
    }


class TagSummary(NamedTuple):
    """The tag by which the links are filtered, and the clicks and scans of all its links since they exist."""

    tag: Tag
    links: int
    clicks: int
    scans: int


async def load_tag_summary(account: Account, search: Search) -> TagSummary | None:
    """The summary of the tag, where the links are filtered by exactly one that exists."""
    folded = [fold_tag(name) for name in search.tags]
    tag = await Tag.owned_by(account).get_or_none(folded=folded[0]) if len(folded) == 1 else None
    if tag is None:
        return None
    tagged = Link.owned_by(account).filter(has_all_tags(account, [tag.name]))
    [sums] = await tagged.annotate(all=Sum("followed"), scanned=Sum("scans"), links=Count("id")).values(
        "all", "scanned", "links"
    )
    scans = int(sums["scanned"] or 0)
    return TagSummary(tag, int(sums["links"]), int(sums["all"] or 0) - scans, scans)


async def load_sparklines(account: Account, links: Sequence[Link]) -> dict[UUID, Sparkline]:
    """The sparklines of these links by id, read in one query; links without visits are left out, and all of them while
    too many reports are being computed.
    """
    if not links:
        return {}
    keys = [key_in_visits(link.id) for link in links]
    try:
        counts = await visits.daily_visits_by_link(key_in_visits(account.id), keys, account.time_zone, DAYS)
    except (TooManyReports, ReportTookTooLong):
        return {}
    visits_by_link = {link.id: counts.get(key_in_visits(link.id), []) for link in links}
    return {id: Sparkline(sum(days), sparkline_path(days)) for id, days in visits_by_link.items() if any(days)}


async def total_figures(account: Account) -> dict[str, int]:
    """The account's number of links, and the sums of their clicks and scans."""
    sums = await load_visit_sums(account)
    return {"links": account.links_used, "clicks": sums.clicks, "scans": sums.scans}


async def updated_figures(account: Account) -> dict[str, Any]:
    """The account's figures after a write, reloaded because the database computes the counts."""
    await account.refresh_from_db()
    return {
        "summary": await total_figures(account),
        "share": quota.links_usage(account),
        "usage": await summarize_plan(account),
    }


async def get_owned_link(account: Account, id: UUID) -> Link:
    """The account's link with its tags and names. Raises: NotFound, also for a link of another account."""
    link = await get_or_refuse(Link.owned_by(account).prefetch_related("tags", "names"), id)
    set_audit_target(link.display_url)
    return link


def search_from_current_url(values: Mapping[str, str]) -> Search:
    """The search of the page that a form was sent from.

    htmx sends that page's URL in a header; other forms send it in the field `back`.
    """
    return search_from_url(request.headers.get("HX-Current-URL") or values.get("back", ""))


def search_from_url(address: str) -> Search:
    """The search in a URL of the links page."""
    return Search.of(dict(parse_qsl(address.partition("#")[0].partition("?")[2])))
