"""Request and response models of the statistics API. Their descriptions are shown in the API reference."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Literal

from pydantic import ConfigDict, Field

from app.kernel import clock
from app.kernel.api_model import ApiModel
from app.kernel.refusal import N_
from app.visits.reports.query import Question
from app.visits.reports.result import Count, Report, Row
from app.visits.visit import DIMENSIONS, Kind, Visit, Who, milliseconds
from app.web.openapi import without_defaults

WHO_BY_NAME = {"people": Who.HUMAN, "bots": Who.BOT, "previews": Who.PREVIEW, "checks": Who.CHECK}
WHO_NAMES = {who: name for name, who in WHO_BY_NAME.items()}


class PeriodQuery(ApiModel):
    """The query parameters that statistics and visits have in common."""

    model_config = ConfigDict(populate_by_name=True, json_schema_extra=without_defaults)

    start: str = Field(
        "",
        alias="from",
        max_length=40,
        description=N_(
            "The first day, such as 2026-11-01, or a time with an offset. 29 days before “to” when left out."
        ),
    )
    end: str = Field(
        "",
        alias="to",
        max_length=40,
        description=N_(
            "The last day, or a time that is not included. Today when left out. At most three years after “from”."
        ),
    )
    tz: str = Field(
        "",
        max_length=64,
        description=N_("The time zone of days and hours, such as Asia/Jakarta. The account's when left out."),
    )
    who: Literal["people", "bots", "previews", "checks"] = Field(
        "people",
        description=N_(
            "Whose visits: those of people, bots, fetchers of link previews, or HEAD requests. They are never mixed."
        ),
    )
    filter: list[str] = Field(
        [],
        max_length=50,
        description=N_(
            "country:ID keeps visits with this value, !country:ID leaves them out, country: means unknown. Give "
            "it several "
            "times for more. Fields: kind (click, scan) and those of “by”."
        ),
    )


class StatisticsQuery(PeriodQuery):
    """The query parameters of statistics."""

    by: list[
        Literal[
            "link",
            "referrer",
            "utm_source",
            "utm_medium",
            "utm_campaign",
            "utm_term",
            "utm_content",
            "country",
            "city",
            "device",
            "browser",
            "system",
            "language",
            "placement",
            "rule",
            "variant",
            "network",
        ]
    ] = Field(
        [],
        description=N_(
            "What to break the visits down by; give it several times for more than one table. “network” "
            "is the referrer with all hosts of one network as one, such as facebook."
        ),
    )
    interval: Literal["hour", "day", "week", "month", ""] = Field(
        "",
        description=N_(
            "What one point of the series covers; fitting to the period when left out. At most 1,000 points."
        ),
    )


class VisitQuery(PeriodQuery):
    """The query parameters of lists of visits."""

    cursor: str = Field("", max_length=40, description=N_("“next_cursor” of the page before."))
    limit: int = Field(100, ge=1, le=1000, description=N_("How many visits a page has."))


class Counts(ApiModel):
    """Visits by kind, and visitors."""

    clicks: int = Field(description=N_("Visits by the short link."))
    scans: int = Field(description=N_("Visits by its QR code."))
    views: int = Field(description=N_("Views of a bio page."))
    visitors: int = Field(description=N_("Different visitors a day, added up over the days."))

    @classmethod
    def of(cls, count: Count) -> dict[str, int]:
        """Returns a count as JSON."""
        return {"clicks": count.clicks, "scans": count.scans, "views": count.views, "visitors": count.visitors}


class SeriesPoint(Counts):
    """One point of the series."""

    start: datetime = Field(description=N_("When the interval begins."))


class TableRow(ApiModel):
    """One row of a table."""

    value: str = Field(description=N_("The value; empty where unknown; of “link” the id."))
    clicks: int = Field(description=N_("Visits by the short link."))
    scans: int = Field(description=N_("Visits by its QR code."))
    views: int = Field(description=N_("Views of a bio page."))

    @classmethod
    def of(cls, table: str, row: Row, ids: dict[int, str]) -> dict[str, Any]:
        """Returns a row of a table as JSON; `ids` maps visit keys to link ids."""
        value = ids.get(int(row.value), "") if table == "link" and row.value.isdigit() else row.value
        return {"value": value, "clicks": row.clicks, "scans": row.scans, "views": row.views}


class Statistics(ApiModel):
    """The response with statistics."""

    start: datetime = Field(alias="from", description=N_("Where the period begins."))
    end: datetime = Field(alias="to", description=N_("Where it ends; not included."))
    tz: str = Field(description=N_("The time zone of its days and hours."))
    interval: str = Field(description=N_("What one point of the series covers."))
    who: str = Field(description=N_("Whose visits these are."))
    totals: Counts = Field(description=N_("All visits of the period."))
    before: Counts = Field(description=N_("Those of the period of the same length before it."))
    series: list[SeriesPoint] = Field(description=N_("One point for each interval, also where nothing was."))
    tables: dict[str, list[TableRow]] = Field(
        description=N_("For each “by” its values, most visits first; each adds up to the totals.")
    )
    complete_since: datetime | None = Field(
        description=N_(
            "With filters or another time zone, visits before this moment are no longer known; null: all are there."
        )
    )

    @classmethod
    def of(cls, question: Question, report: Report, ids: dict[int, str]) -> dict[str, Any]:
        """Returns a report as JSON; `ids` maps visit keys to link ids."""
        period = question.period
        return {
            "from": clock.format_rfc3339(period.start),
            "to": clock.format_rfc3339(period.end),
            "tz": period.zone,
            "interval": period.interval.value,
            "who": WHO_NAMES[question.who],
            "totals": Counts.of(report.totals),
            "before": Counts.of(report.before),
            "series": [
                {"start": clock.format_rfc3339(point.start)} | Counts.of(point.count) for point in report.points
            ],
            "tables": {table: [TableRow.of(table, row, ids) for row in rows] for table, rows in report.tables.items()},
            "complete_since": clock.format_rfc3339(report.since) if report.since else None,
        }


class VisitData(ApiModel):
    """One visit."""

    time: datetime = Field(description=N_("When it was, to the millisecond."))
    link: str = Field(description=N_("The id of the link; empty when it was deleted for good."))
    kind: str = Field(description=N_("click, scan or view."))
    who: str = Field(description=N_("Whose visit it was, as in “who”."))
    referrer: str = Field(description=N_("The host it came from; empty where unknown."))
    utm_source: str = Field(description=N_("The URL parameter of this name."))
    utm_medium: str = Field(description=N_("The URL parameter of this name."))
    utm_campaign: str = Field(description=N_("The URL parameter of this name."))
    utm_term: str = Field(description=N_("The URL parameter of this name."))
    utm_content: str = Field(description=N_("The URL parameter of this name."))
    country: str = Field(description=N_("ISO 3166-1 code; empty where unknown."))
    city: str = Field(description=N_("Where the operator's database has it."))
    device: str = Field(description=N_("mobile, tablet, desktop, tv, console or wearable."))
    browser: str = Field(description=N_("The browser, or the app whose own it is."))
    system: str = Field(description=N_("The operating system."))
    language: str = Field(description=N_("The language the browser asks for first."))
    placement: str = Field(description=N_("The mark of the QR code that was scanned; empty where none was."))
    rule: str = Field(description=N_("The id of the link's rule that chose the destination; empty where none did."))
    variant: str = Field(
        description=N_("That id, a colon and the number of the place in the rule's split, from 0; empty without one.")
    )

    @classmethod
    def of(cls, visit: Visit, ids: dict[int, str]) -> dict[str, str]:
        """Returns a visit as JSON, without the hash that tells visitors apart; `ids` maps visit keys to link ids."""
        at = datetime.fromtimestamp(milliseconds(visit.id) / 1000, UTC).isoformat(timespec="milliseconds")
        return {
            "time": at.replace("+00:00", "Z"),
            "link": ids.get(visit.link, ""),
            "kind": Kind(visit.kind).name.lower(),
            "who": WHO_NAMES[Who(visit.who)],
            **{name: getattr(visit, name) for name in DIMENSIONS},
        }


class VisitList(ApiModel):
    """A page of visits."""

    visits: list[VisitData] = Field(description=N_("Newest first."))
    next_cursor: str | None = Field(description=N_("Send it as “cursor” for the next page; null on the last."))
