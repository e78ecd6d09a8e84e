"""The statistics of a page: its views over time, the clicks of each block, and the sources and countries of its views.

Views are visits of the kind VIEW with the page's own key; clicks are visits to the page's tracked links. The clicks of
blocks that the page no longer has are summed up in one row, so that the rows add up to the total.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from app.accounts.models import Account
from app.kernel import clock
from app.links.models import Link
from app.links.resolution import bio_page_detail
from app.pages.content import SOCIALS
from app.pages.models import Page
from app.visits import localtime
from app.visits.reports.part_statements import LINK
from app.visits.reports.query import Interval, Period, Question
from app.visits.reports.report import build_report
from app.visits.reports.result import Report, Row
from app.visits.retention import scope_of
from app.visits.visit import DetailLevel, key_in_visits

DAYS = (7, 30, 90)
ORIGINS = ("referrer", "country")


@dataclass(frozen=True, slots=True)
class BlockCount:
    """The clicks of a block in a period, and clicks per view as `rate`.

    `id` is SOCIALS for the social icons, and empty for all blocks that are no longer on the page.
    """

    id: str
    kind: str
    named: str
    clicks: int
    rate: float


@dataclass(frozen=True, slots=True)
class PageStatistics:
    """Statistics of a page in a period, without bots.

    `origins` has the rows of views by "referrer" and "country"; it is empty for a plan that does not keep them.
    """

    period: Period
    views: Report
    clicks: Report
    blocks: list[BlockCount]
    origins: dict[str, list[Row]]

    @property
    def rate(self) -> float:
        """Clicks per view; more than 1 when visitors click several blocks."""
        return clicks_per_view(self.clicks.totals.all, self.views.totals.views)

    @property
    def since(self) -> datetime | None:
        """The later one of the two reports' `since`, which Report describes; None when neither has one."""
        return max(filter(None, (self.views.since, self.clicks.since)), default=None)


def clicks_per_view(clicks: int, views: int) -> float:
    """Clicks per view, rounded to four decimal places; 0 without views."""
    return round(clicks / views, 4) if views else 0.0


def last_days(days: int, zone: str) -> Period:
    """The period of the last `days` days of a time zone, including today."""
    today = localtime.day_of(localtime.to_milliseconds(clock.now()), zone)
    start, end = (
        localtime.from_milliseconds(localtime.start_of_day_ms(day, zone), zone) for day in (today - days + 1, today + 1)
    )
    return Period(start, end, zone, Interval.DAY)


async def clicks_by_block(page: Page) -> dict[str, int]:
    """The number of clicks of each block since it was made, by block id; that of the social icons by SOCIALS."""
    clicks_by_block: dict[str, int] = {}
    for link in await Link.filter(page_id=page.id).only("page_block", "followed", "id"):
        block = link.page_block.partition(".")[0]
        clicks_by_block[block] = clicks_by_block.get(block, 0) + link.followed
    return clicks_by_block


async def load_statistics(account: Account, page: Page, in_period: Period) -> PageStatistics:
    """The statistics of a page of this account in a period."""
    keeps_origins = bio_page_detail(account.plan_name) == DetailLevel.ORIGIN
    block_by_link = {
        key_in_visits(link.id): link.page_block.partition(".")[0]
        for link in await Link.filter(page_id=page.id).only("id", "page_block")
    }
    views = await build_report(Question(scope_of(account, page.id), in_period), ORIGINS if keeps_origins else ())
    of_blocks = replace(scope_of(account), links=tuple(block_by_link) or (-1,))
    clicked = await build_report(Question(of_blocks, in_period), (LINK,))
    clicks_by_block: dict[str, int] = {}
    for row in clicked.tables[LINK]:
        block = block_by_link.get(int(row.value), "") if row.value.isdigit() else ""
        clicks_by_block[block] = clicks_by_block.get(block, 0) + row.all
    return PageStatistics(
        in_period,
        views,
        clicked,
        _block_counts(page, clicks_by_block, views.totals.views),
        {name: views.tables[name] for name in ORIGINS if keeps_origins},
    )


def _block_counts(page: Page, clicks_by_block: dict[str, int], views: int) -> list[BlockCount]:
    """A row for each block that has destinations or clicks, most clicks first; the removed blocks come last."""
    content, rows = page.content, []
    for block in content.blocks:
        if block.destinations or clicks_by_block.get(block.id):
            count = clicks_by_block.pop(block.id, 0)
            rows.append(BlockCount(block.id, block.kind, block.display_name, count, clicks_per_view(count, views)))
    if content.socials or clicks_by_block.get(SOCIALS):
        count = clicks_by_block.pop(SOCIALS, 0)
        rows.append(BlockCount(SOCIALS, "social", "", count, clicks_per_view(count, views)))
    if removed := sum(clicks_by_block.values()):
        rows.append(BlockCount("", "", "", removed, clicks_per_view(removed, views)))
    return sorted(rows, key=lambda row: (not row.id, -row.clicks))
