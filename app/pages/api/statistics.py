"""The JSON API operation for the statistics of a page."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import Field
from quart import Blueprint, Response

from app.kernel import clock
from app.kernel.api_model import ApiModel
from app.kernel.refusal import N_, InvalidRequest
from app.keys import api_authentication
from app.keys.api_authentication import key_owner
from app.pages.api.writes import get_owned_page
from app.pages.models import Page
from app.pages.statistics import DAYS, PageStatistics, last_days, load_statistics
from app.visits.reports.result import Row
from app.web import envelope
from app.web.openapi import Operation
from app.web.query_parsing import query

blueprint = Blueprint("page_statistics_api", __name__, url_prefix="/api/v1/pages")
api_authentication.require_api_key(blueprint)


class InvalidDays(InvalidRequest):
    """The number of days is not one of DAYS."""

    field, says = "days", N_("days must be 7, 30 or 90.")


class StatsQuery(ApiModel):
    """The query string of the statistics."""

    days: int = Field(
        30,
        json_schema_extra={"enum": list(DAYS)},
        description=N_("How many days of your time zone, today among them: 7, 30 or 90."),
    )


class StatsPoint(ApiModel):
    """The views and clicks of a day."""

    start: datetime = Field(description=N_("When the day begins."))
    views: int = Field(description=N_("How often people saw the page."))
    clicks: int = Field(description=N_("How often people clicked its blocks."))


class BlockStats(ApiModel):
    """The clicks of a block."""

    id: str = Field(description=N_("The id of the block; “socials” for the icons; empty for what is gone."))
    kind: str = Field(description=N_("The kind of block; empty for what is gone."))
    title: str = Field(description=N_("What the block is called."))
    clicks: int = Field(description=N_("How often people clicked it."))
    rate: float = Field(description=N_("Clicks for each view."))


class OriginRow(ApiModel):
    """The views from a referring host or a country."""

    value: str = Field(description=N_("The host, or the ISO 3166-1 code; empty where unknown."))
    views: int = Field(description=N_("How often people saw the page."))

    @classmethod
    def of(cls, row: Row) -> dict[str, Any]:
        """The row of a report as a dict for JSON."""
        return {"value": row.value, "views": row.views}


class PageStats(ApiModel):
    """The statistics of a page in a period."""

    start: datetime = Field(alias="from", description=N_("Where the period begins."))
    end: datetime = Field(alias="to", description=N_("Where it ends; not included."))
    tz: str = Field(description=N_("The time zone of its days and hours."))
    views: int = Field(description=N_("How often people saw the page."))
    clicks: int = Field(description=N_("How often people clicked its blocks."))
    rate: float = Field(description=N_("Clicks for each view."))
    series: list[StatsPoint] = Field(description=N_("One point for each day, also where nothing was."))
    blocks: list[BlockStats] = Field(
        description=N_("Each block with a destination, most clicks first; their clicks add up to the total.")
    )
    sources: list[OriginRow] | None = Field(
        description=N_("Where views came from, most first; null where your plan keeps only the time of a visit.")
    )
    countries: list[OriginRow] | None = Field(description=N_("The same by country."))
    version: int = Field(
        description=N_(
            "Increases with every change; send it with your next change, so that nobody's work is overwritten."
        )
    )

    @classmethod
    def of(cls, page: Page, stats: PageStatistics) -> dict[str, Any]:
        """The statistics as a dict for JSON; times are in UTC with a `Z`."""
        points = zip(stats.views.points, stats.clicks.points, strict=True)
        origins = {name: [OriginRow.of(row) for row in rows] for name, rows in stats.origins.items()}
        return {
            "from": clock.format_rfc3339(stats.period.start),
            "to": clock.format_rfc3339(stats.period.end),
            "tz": stats.period.zone,
            "views": stats.views.totals.views,
            "clicks": stats.clicks.totals.all,
            "rate": stats.rate,
            "series": [
                {"start": clock.format_rfc3339(view.start), "views": view.count.views, "clicks": click.count.all}
                for view, click in points
            ],
            "blocks": [
                {"id": block.id, "kind": block.kind, "title": block.named, "clicks": block.clicks, "rate": block.rate}
                for block in stats.blocks
            ],
            "sources": origins.get("referrer"),
            "countries": origins.get("country"),
            "version": page.version,
        }


OPERATIONS = [
    Operation(
        "pageStatistics",
        "GET",
        "/pages/{id}/stats",
        N_("Statistics of a bio page"),
        N_(
            "Views over time, the clicks of each block, and where people came from as far as your plan keeps it. "
            "People only."
        ),
        PageStats,
        200,
        None,
        StatsQuery,
        ("INVALID_REQUEST", "REPORT_TOO_LARGE"),
        scope="statistics:read",
    )
]


@blueprint.get("/<uuid:id>/stats")
async def page_statistics(id: UUID) -> Response:
    """pageStatistics: the statistics of the last days. Raises: InvalidDays.

    The request is counted after the report was made, because counting holds a transaction, which must be short.
    """
    params = query(StatsQuery)
    if params.days not in DAYS:
        raise InvalidDays
    await api_authentication.check_monthly_limit()
    page = await get_owned_page(id)
    result = await load_statistics(key_owner(), page, last_days(params.days, key_owner().time_zone))
    async with api_authentication.counted_request():
        return envelope.success_response(PageStats.of(page, result))
