"""The JSON API of the statistics of a bio page."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field
from quart import Blueprint, Response

from app.kernel import clock
from app.kernel.refusal import N_, InvalidRequest
from app.keys import api_authentication
from app.keys.api_authentication import account
from app.pages.api.writes import own
from app.pages.models import Page
from app.pages.statistics import DAYS, PageStatistics, period, statistics
from app.visits.report_result import Row
from app.web import envelope
from app.web.openapi import Operation
from app.web.requests import query

blueprint = Blueprint("page_statistics_api", __name__, url_prefix="/api/v1/pages")
api_authentication.protect(blueprint)


class InvalidDays(InvalidRequest):
    field, says = "days", N_("days must be 7, 30 or 90.")


class StatsQuery(BaseModel):
    days: int = Field(30, json_schema_extra={"enum": list(DAYS)}, description=N_(
        "How many days of your time zone, today among them: 7, 30 or 90."))


class StatsPoint(BaseModel):
    start: datetime = Field(description=N_("When the day begins."))
    views: int = Field(description=N_("How often people saw the page."))
    clicks: int = Field(description=N_("How often people followed its blocks."))


class BlockStats(BaseModel):
    id: str = Field(description=N_("The id of the block; “socials” for the icons; empty for what is gone."))
    kind: str = Field(description=N_("The kind of block; empty for what is gone."))
    title: str = Field(description=N_("What the block is called."))
    clicks: int = Field(description=N_("How often people followed it."))
    rate: float = Field(description=N_("Clicks for each view."))


class OriginRow(BaseModel):
    value: str = Field(description=N_("The host, or the ISO 3166-1 code; empty where unknown."))
    views: int = Field(description=N_("How often people saw the page."))

    @classmethod
    def of(cls, row: Row) -> dict[str, Any]:
        return {"value": row.value, "views": row.views}


class PageStats(BaseModel):
    start: datetime = Field(alias="from", description=N_("Where the period begins."))
    end: datetime = Field(alias="to", description=N_("Where it ends; not included."))
    tz: str = Field(description=N_("The time zone of its days and hours."))
    views: int = Field(description=N_("How often people saw the page."))
    clicks: int = Field(description=N_("How often people followed its blocks."))
    rate: float = Field(description=N_("Clicks for each view."))
    series: list[StatsPoint] = Field(description=N_("One point for each day, also where nothing was."))
    blocks: list[BlockStats] = Field(description=N_(
        "Each block that leads somewhere, most clicks first; together they are all clicks."))
    sources: list[OriginRow] | None = Field(description=N_(
        "Where views came from, most first; null where your plan keeps only the time of a visit."))
    countries: list[OriginRow] | None = Field(description=N_("The same by country."))
    version: int = Field(description=N_(
        "Goes up with every change; send it with the next one, so that nobody's work is lost."))

    @classmethod
    def of(cls, page: Page, found: PageStatistics) -> dict[str, Any]:
        """The statistics as JSON; times are UTC with Z."""
        points = zip(found.views.points, found.clicks.points, strict=True)
        origins = {name: [OriginRow.of(row) for row in rows] for name, rows in found.origins.items()}
        return {
            "from": clock.stamp(found.period.start), "to": clock.stamp(found.period.end), "tz": found.period.zone,
            "views": found.views.totals.views, "clicks": found.clicks.totals.all, "rate": found.rate,
            "series": [{"start": clock.stamp(view.start), "views": view.count.views, "clicks": click.count.all}
                       for view, click in points],
            "blocks": [{"id": block.id, "kind": block.kind, "title": block.named, "clicks": block.clicks,
                        "rate": block.rate} for block in found.blocks],
            "sources": origins.get("referrer"), "countries": origins.get("country"), "version": page.version,
        }


OPERATIONS = [
    Operation("pageStatistics", "GET", "/pages/{id}/stats", N_("Statistics of a bio page"),
              N_("Views over time, the clicks of each block, and where people came from as far as your plan keeps it. "
                 "People only."),
              PageStats, 200, None, StatsQuery, ("INVALID_REQUEST",)),
]


@blueprint.get("/<uuid:id>/stats")
async def stats(id: UUID) -> Response:
    """Counted when it is made: counting holds a transaction, in which nothing takes long."""
    asked = query(StatsQuery)
    if asked.days not in DAYS:
        raise InvalidDays
    await api_authentication.expect_room()
    page = await own(id)
    found = await statistics(account(), page, period(asked.days, account().time_zone))
    async with api_authentication.counted():
        return envelope.ok(PageStats.of(page, found))
