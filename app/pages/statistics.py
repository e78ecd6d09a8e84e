"""What is known of the visits to a page: its views over time, the clicks of each block, sources and countries.

Views are visits of the kind VIEW under the page's own key, clicks are visits to the links underneath. A block that the
page no longer has keeps its clicks: they are what is left of the total.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.accounts.models import Account
from app.kernel import clock
from app.links.models import Link
from app.links.resolution import keeps
from app.pages.content import SOCIALS
from app.pages.models import Page
from app.visits import localtime
from app.visits.report import report
from app.visits.report_query import Interval, Period, Question, Scope
from app.visits.report_result import Report, Row
from app.visits.sql import LINK
from app.visits.visit import Keeps, key

DAYS = (7, 30, 90)
ORIGINS = ("referrer", "country")


@dataclass(frozen=True, slots=True)
class BlockCount:
    """`id` is that of a block, SOCIALS for the icons, "" for all that is no longer on the page; `rate` is to views."""

    id: str
    kind: str
    named: str
    clicks: int
    rate: float


@dataclass(frozen=True, slots=True)
class PageStatistics:
    """People only. `origins` is empty where the plan keeps none; `since`: see visits.answer.Report."""

    period: Period
    views: Report
    clicks: Report
    blocks: list[BlockCount]
    origins: dict[str, list[Row]]

    @property
    def rate(self) -> float:
        """Clicks for each view; more than 1 where people follow several."""
        return share(self.clicks.totals.all, self.views.totals.views)

    @property
    def since(self) -> datetime | None:
        return max(filter(None, (self.views.since, self.clicks.since)), default=None)


def share(clicks: int, views: int) -> float:
    """Clicks for each view, to four places; 0 without views."""
    return round(clicks / views, 4) if views else 0.0


def period(days: int, zone: str) -> Period:
    """The last so many days of a zone, today among them."""
    today = localtime.day_of(localtime.instant(clock.now()), zone)
    start, end = (localtime.moment(localtime.start_of(day, zone), zone) for day in (today - days + 1, today + 1))
    return Period(start, end, zone, Interval.DAY)


async def clicks(page: Page) -> dict[str, int]:
    """How often people followed each block, of all time; the icons' under SOCIALS. One read."""
    counted: dict[str, int] = {}
    for link in await Link.filter(page_id=page.id).only("page_block", "followed", "id"):
        block = link.page_block.partition(".")[0]
        counted[block] = counted.get(block, 0) + link.followed
    return counted


async def statistics(account: Account, page: Page, asked: Period) -> PageStatistics:
    """The statistics of a page of this account."""
    mine, known = key(account.id), keeps(account.plan_name) == Keeps.ORIGIN
    links = {key(link.id): link.page_block.partition(".")[0]
             for link in await Link.filter(page_id=page.id).only("id", "page_block")}
    views = await report(Question(Scope(mine, (key(page.id),)), asked), ORIGINS if known else ())
    followed = await report(Question(Scope(mine, tuple(links) or (-1,)), asked), (LINK,))
    counted: dict[str, int] = {}
    for row in followed.tables[LINK]:
        block = links.get(int(row.value), "") if row.value.isdigit() else ""
        counted[block] = counted.get(block, 0) + row.all
    return PageStatistics(asked, views, followed, _blocks(page, counted, views.totals.views),
                          {name: views.tables[name] for name in ORIGINS if known})


def _blocks(page: Page, counted: dict[str, int], views: int) -> list[BlockCount]:
    """The blocks that lead somewhere or were followed, most clicks first."""
    content, rows = page.content, []
    for block in content.blocks:
        if block.ways or counted.get(block.id):
            found = counted.pop(block.id, 0)
            rows.append(BlockCount(block.id, block.kind, block.named, found, share(found, views)))
    if content.socials or counted.get(SOCIALS):
        found = counted.pop(SOCIALS, 0)
        rows.append(BlockCount(SOCIALS, "social", "", found, share(found, views)))
    if gone := sum(counted.values()):
        rows.append(BlockCount("", "", "", gone, share(gone, views)))
    return sorted(rows, key=lambda row: (not row.id, -row.clicks))
