"""Exports statistics as files: the figures of the screen as CSV or JSON, and the single visits as CSV."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Iterable
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from app.analytics import referrer_networks, subject
from app.analytics.report_presenter import StatisticsScreen
from app.visits.reports import visit_list
from app.visits.reports.result import Count, Row
from app.visits.visit import DIMENSIONS, Kind, Visit, Who, milliseconds
from app.web import csv_writer

FIGURE_COLUMNS = ("table", "value", "clicks", "scans", "views", "unique_visitors")
VISIT_COLUMNS = ("time", "link", "kind", "who", *DIMENSIONS)


def figures_csv(screen: StatisticsScreen) -> str:
    """Returns CSV with one figure on each line: the totals, the series, and every row of every table."""
    report, by = screen.report, screen.period.interval.value
    totals = [("total", "", *_counts(report.totals)), ("before", "", *_counts(report.before))]
    lines: list[Iterable[object]] = [FIGURE_COLUMNS, *totals]
    lines += [(by, point.start.isoformat(), *_counts(point.count)) for point in report.points]
    lines += [
        (table, _exported_value(screen, table, row), row.clicks, row.scans, row.views, "")
        for table, rows in _tables(screen).items()
        for row in rows
    ]
    return csv_writer.BOM + "".join(map(csv_writer.format_csv_line, lines))


def figures_json(screen: StatisticsScreen) -> str:
    """Returns the same figures as JSON, with their period and filters."""
    report, period = screen.report, screen.period
    document: dict[str, Any] = {
        "from": period.start.isoformat(),
        "to": period.end.isoformat(),
        "zone": period.zone,
        "interval": period.interval.value,
        "who": screen.question.who.name.lower(),
        "filters": [
            {"dimension": rule.dimension, "values": rule.values, "exclude": rule.exclude}
            for rule in screen.choice.filters
        ],
        "complete_since": report.since and report.since.isoformat(),
        "totals": _counts_by_name(report.totals),
        "before": _counts_by_name(report.before),
        "series": [{"start": point.start.isoformat()} | _counts_by_name(point.count) for point in report.points],
        "tables": {
            table: [_table_row(screen, table, row) for row in table_rows]
            for table, table_rows in _tables(screen).items()
        },
        "week": screen.hours,
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


async def visits_csv(screen: StatisticsScreen) -> AsyncGenerator[str]:
    """Yields CSV of every stored visit that matches, newest first, in chunks. It contains nothing that tells visitors
    apart.
    """
    zone, names_by_key = ZoneInfo(screen.period.zone), dict[int, str]()
    yield csv_writer.BOM + csv_writer.format_csv_line(VISIT_COLUMNS)
    async for visits in visit_list.export(screen.question):
        unnamed_keys = {visit.link for visit in visits} - names_by_key.keys()
        targets = await subject.load_links_and_pages(screen.subject.account, unnamed_keys)
        names_by_key |= {key: targets[key].name if key in targets else "" for key in unnamed_keys}
        yield "".join(
            csv_writer.format_csv_line(_visit_cells(visit, names_by_key[visit.link], zone)) for visit in visits
        )


def _visit_cells(visit: Visit, link: str, zone: ZoneInfo) -> list[str]:
    at = datetime.fromtimestamp(milliseconds(visit.id) / 1000, UTC).astimezone(zone)
    kinds = [Kind(visit.kind).name.lower(), Who(visit.who).name.lower()]
    return [at.isoformat(timespec="milliseconds"), link, *kinds, *(getattr(visit, name) for name in DIMENSIONS)]


def _tables(screen: StatisticsScreen) -> dict[str, list[Row]]:
    """Returns all tables, with an additional one of referrers by network."""
    return referrer_networks.add_network_table(screen.report.tables)


def _table_row(screen: StatisticsScreen, table: str, row: Row) -> dict[str, Any]:
    """Returns a row of a table as JSON."""
    value = _exported_value(screen, table, row)
    return {"value": value, "clicks": row.clicks, "scans": row.scans, "views": row.views}


def _exported_value(screen: StatisticsScreen, table: str, row: Row) -> str:
    """Returns the stored value, "" for unknown; for a link its name."""
    if table != "link" or not row.value.isdigit():
        return row.value
    target = screen.links.get(int(row.value))
    return target.name if target else ""


def _counts(count: Count) -> tuple[int, int, int, int]:
    return count.clicks, count.scans, count.views, count.visitors


def _counts_by_name(count: Count) -> dict[str, int]:
    return dict(zip(FIGURE_COLUMNS[2:], _counts(count), strict=True))
