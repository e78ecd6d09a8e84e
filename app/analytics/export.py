"""The statistics as files: the figures of the screen, or the single visits behind them."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Iterable
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from app.analytics import referrer_networks, subject
from app.analytics.report_presenter import Screen
from app.visits import rows
from app.visits.report_result import Count, Row
from app.visits.visit import DIMENSIONS, Kind, Visit, Who, milliseconds
from app.web import csv_writer

HEAD = ("table", "value", "clicks", "scans", "views", "unique_visitors")
VISIT_HEAD = ("time", "link", "kind", "who", *DIMENSIONS)


def figures_csv(screen: Screen) -> str:
    """One line a figure: the totals, the series, and every row of every table."""
    report, by = screen.report, screen.period.interval.value
    sums = [("total", "", *_counts(report.totals)), ("before", "", *_counts(report.before))]
    lines: list[Iterable[object]] = [HEAD, *sums]
    lines += [(by, point.start.isoformat(), *_counts(point.count)) for point in report.points]
    lines += [(table, _value(screen, table, row), row.clicks, row.scans, row.views, "")
              for table, counted in _tables(screen).items() for row in counted]
    return csv_writer.BOM + "".join(map(csv_writer.line, lines))


def figures_json(screen: Screen) -> str:
    """The same, with the period and the filters they are of."""
    report, period = screen.report, screen.period
    said: dict[str, Any] = {
        "from": period.start.isoformat(), "to": period.end.isoformat(), "zone": period.zone,
        "interval": period.interval.value, "who": screen.question.who.name.lower(),
        "filters": [{"dimension": one.dimension, "values": one.values, "exclude": one.exclude}
                    for one in screen.choice.filters],
        "complete_since": report.since and report.since.isoformat(),
        "totals": _named(report.totals), "before": _named(report.before),
        "series": [{"start": point.start.isoformat()} | _named(point.count) for point in report.points],
        "tables": {table: [{"value": _value(screen, table, row), "clicks": row.clicks, "scans": row.scans,
                            "views": row.views} for row in counted] for table, counted in _tables(screen).items()},
        "week": screen.hours,
    }
    return json.dumps(said, ensure_ascii=False, indent=1)


async def visits_csv(screen: Screen) -> AsyncGenerator[str]:
    """Every single visit that is kept and fits, newest first, some at a time; nothing that tells visitors apart."""
    zone, names = ZoneInfo(screen.period.zone), dict[int, str]()
    yield csv_writer.BOM + csv_writer.line(VISIT_HEAD)
    async for visits in rows.export(screen.question):
        unnamed = {visit.link for visit in visits} - names.keys()
        found = await subject.followed(screen.subject.account, unnamed)
        names |= {one: found[one].name if one in found else "" for one in unnamed}
        yield "".join(csv_writer.line(_visit(visit, names[visit.link], zone)) for visit in visits)


def _visit(visit: Visit, link: str, zone: ZoneInfo) -> list[str]:
    at = datetime.fromtimestamp(milliseconds(visit.id) / 1000, UTC).astimezone(zone)
    kinds = [Kind(visit.kind).name.lower(), Who(visit.who).name.lower()]
    return [at.isoformat(timespec="milliseconds"), link, *kinds, *(getattr(visit, name) for name in DIMENSIONS)]


def _tables(screen: Screen) -> dict[str, list[Row]]:
    """All tables, and the referrers once more by their networks."""
    return referrer_networks.with_networks(screen.report.tables)


def _value(screen: Screen, table: str, row: Row) -> str:
    """As it is kept, "" where unknown; a link by its name."""
    if table != "link" or not row.value.isdigit():
        return row.value
    found = screen.links.get(int(row.value))
    return found.name if found else ""


def _counts(count: Count) -> tuple[int, int, int, int]:
    return count.clicks, count.scans, count.views, count.visitors


def _named(count: Count) -> dict[str, int]:
    return dict(zip(HEAD[2:], _counts(count), strict=True))
