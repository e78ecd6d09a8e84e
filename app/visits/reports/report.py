"""Builds reports about visits.

A report has two sides with the same parts: one SQL statement about the open visits in the database, and one or more of
DuckDB about the sealed visits and the summaries of visits that are no longer kept. The results are added up. The first
statement returns the version of the manifest too: if a day was sealed meanwhile, the report is built again, so
that it never counts a visit twice or not at all.
"""

import asyncio
from collections.abc import Collection, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime

from app.kernel import clock, db
from app.visits import localtime
from app.visits.localtime import DAY, EPOCH
from app.visits.reports import part_statements, sealed_query
from app.visits.reports.assemble import ReportParts
from app.visits.reports.part_statements import BEFORE, LINK, Selection, Span
from app.visits.reports.query import Interval, Period, Question, Scope
from app.visits.reports.result import Count, Point, Report, Row
from app.visits.reports.sealed_statements import SealedStatements, local_days
from app.visits.reports.top_links import keep_top_links
from app.visits.sealed import schema
from app.visits.sealed.engine import Rows
from app.visits.sealed.manifest import VERSION, Manifest, load_manifest
from app.visits.sql import DAY_IDS, DuckValues, Values
from app.visits.visit import DIMENSIONS, Who, first_id

__all__ = ["Count", "Point", "Report", "Row", "build_report", "daily_visits_by_link", "referrers_to_compare"]
TRIES = 5


class ManifestChanged(Exception):
    """A day was sealed or a file rewritten while a report was read."""


async def build_report(
    question: Question,
    tables: Collection[str] = (*DIMENSIONS, LINK),
    *,
    most_links: int = 0,
    wait_for_visitors: bool = True,
) -> Report:
    """Builds the report with the tables in `tables`. With `most_links` the table of links has the first rows only.
    Without `wait_for_visitors` unique visitors are left out (`Report.has_visitors`) where counting them takes long:
    where many visits match, and no mark in the files tells them. Raises: ValueError for a filter by an unknown
    dimension; TooManyReports, ReportTookTooLong.
    """
    wanted = _Wanted(tables, most_links, wait_for_visitors)
    for _ in range(TRIES):
        try:
            return await _build(question, wanted, await load_manifest())
        except ManifestChanged:
            continue
    raise ManifestChanged


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a report shall contain."""

    tables: Collection[str]
    most_links: int
    wait_for_visitors: bool

    @property
    def ranks_links(self) -> bool:
        """Whether only the links with the most visits are wanted."""
        return bool(self.most_links) and LINK in self.tables


async def _build(question: Question, wanted: _Wanted, manifest: Manifest) -> Report:
    parts = await _read_parts(question, wanted, manifest)
    since = None if part_statements.can_use_summaries(question) else await _since(question, manifest)
    return await asyncio.to_thread(_assemble, question, wanted, manifest, parts, since)


def _assemble(
    question: Question, wanted: _Wanted, manifest: Manifest, parts: tuple[Rows, Rows, bool], since: datetime | None
) -> Report:
    """Puts a report together from what was read of both sides: milliseconds of Python, so in a thread."""
    period, before, (rows, ranked, has_visitors) = question.period, question.period.before, parts
    rows, links = _limit_links(rows, ranked, wanted, manifest)
    counted = ReportParts(rows)
    totals = counted.total()
    return Report(
        totals=totals,
        before=counted.total(BEFORE),
        points=counted.points(period),
        points_before=counted.points(before, BEFORE),
        tables={name: counted.table(name, totals) for name in wanted.tables},
        hours=counted.heat(),
        by_who=counted.by_who(list(Who)),
        since=since,
        links=links,
        has_visitors=has_visitors,
    )


async def _read_parts(question: Question, wanted: _Wanted, manifest: Manifest) -> tuple[Rows, Rows, bool]:
    """Returns the rows of all parts of both sides, of the period and of the one before, the ranked links, and whether
    the rows have the unique visitors.

    Raises: ManifestChanged.
    """
    with_summaries = part_statements.can_use_summaries(question)
    spans = [
        Span(period, *part_statements.ids_of(period, question.scope, single=not with_summaries), suffix)
        for period, suffix in ((question.period, ""), (question.period.before, BEFORE))
    ]
    rows, late = await _read_open(question, spans, wanted.tables, manifest)
    most_links = _links_to_rank(question, wanted, rows, manifest) if wanted.ranks_links else None
    with ExitStack() as stack:
        sealed = SealedStatements(question, wanted.tables, manifest, late, most_links=most_links)
        for span in spans:
            await sealed.add_visits(span, stack)
            if with_summaries:
                sealed.add_summaries(span)
        if late and (await load_manifest()).version != manifest.version:
            raise ManifestChanged
        of_files, ranked, has_visitors = await sealed.read(wait_for_visitors=wanted.wait_for_visitors)
    return rows + of_files, ranked, has_visitors


def _links_to_rank(question: Question, wanted: _Wanted, open_rows: Rows, manifest: Manifest) -> int:
    """Returns how many links are wanted of sealed visits; 0 for all, where other visits of links are to be added."""
    others = sealed_query.summary_locations(manifest, *local_days(question.period)) or manifest.removed_links
    return 0 if others or any(part == LINK for part, *_ in open_rows) else wanted.most_links


def _limit_links(rows: Rows, ranked: Rows, wanted: _Wanted, manifest: Manifest) -> tuple[Rows, int]:
    """Returns the rows with no more links than wanted, and the number of links."""
    if wanted.ranks_links:
        return keep_top_links(rows, ranked, manifest.removed_links, wanted.most_links)
    return rows, len({value for part, _, value, *_ in rows if part == LINK})


async def _read_open(
    question: Question, spans: Sequence[Span], tables: Collection[str], manifest: Manifest
) -> tuple[Rows, int]:
    """Returns the rows of all parts of open visits, and how many visits in the periods arrived late for a sealed day.

    Raises: ManifestChanged.
    """
    values, common = Values(), list[str]()
    selects = [f"SELECT 'version' AS part, {VERSION} AS place, '' AS value, 0 AS c, 0 AS s, 0 AS v, 0 AS n"]
    accounts = manifest.accounts_of(question.scope.account)
    for span in spans:
        first = max(span.first, manifest.first_open_id)
        if first < span.end:
            selection = Selection(question, accounts, replace(span, first=first))
            picked, picked_parts = part_statements.of_rows(selection, tables, values)
            common.append(picked)
            selects += picked_parts
        if span.first < manifest.first_open_id:
            selects.append(_count_late(question.scope, accounts, span, manifest, values))
    sql = f"WITH {', '.join(common)} " * bool(common) + " UNION ALL ".join(selects)
    rows = [tuple(row.values()) for row in await db.query_slow_rows(sql, values, on=db.visits_connection())]
    _expect_version(rows[0][1], manifest)
    return [row for row in rows[1:] if row[0] != "late"], sum(row[1] for row in rows if row[0] == "late")


def _count_late(scope: Scope, accounts: Sequence[int], span: Span, manifest: Manifest, values: Values) -> str:
    """Returns the SELECT of the number of late visits, from the beginning of the UTC day on: who came before the period
    on that day is no visitor of it.
    """
    first, end = span.first // DAY_IDS * DAY_IDS, min(span.end, manifest.first_open_id)
    condition = part_statements.visits_condition(scope, accounts, first, end, (), values)
    return f"SELECT 'late', count(*), '', 0, 0, 0, 0 FROM visits WHERE {condition}"  # noqa: S608 - placeholders


def _expect_version(version: int, manifest: Manifest) -> None:
    if version != manifest.version:
        raise ManifestChanged


async def _since(question: Question, manifest: Manifest) -> datetime | None:
    """Returns since when single visits of the scope are kept, if some of the period are missing; otherwise None."""
    scope, period = question.scope, question.period
    accounts, start = manifest.accounts_of(scope.account), localtime.to_milliseconds(period.start)
    missing_until = 0
    if files := sealed_query.summary_locations(manifest, *local_days(period)):
        values = DuckValues()
        sql = part_statements.last_summary_day(scope, period, schema.read_files(files), accounts, values)
        [(day,)] = await sealed_query.query(manifest, sql, values)
        missing_until = 0 if day is None else localtime.start_of_day_ms(day + 1, period.zone)
    first, kept = first_id(start), first_id(scope.kept_from)
    if files := sealed_query.visit_locations(manifest, first, kept):
        values = DuckValues()
        condition = part_statements.visits_condition(scope, accounts, first, kept, (), values)
        sql = f"SELECT 1 FROM {schema.read_files(files)} WHERE {condition} LIMIT 1"  # noqa: S608 - placeholders
        missing_until = max(missing_until, scope.kept_from * bool(await sealed_query.query(manifest, sql, values)))
    return localtime.from_milliseconds(missing_until, period.zone) if missing_until > start else None


async def referrers_to_compare(scope: Scope, period: Period) -> list[str]:
    """Returns the different referrers of the kept visits in a period and in the one before it."""
    whole = Period(period.before.start, period.end, period.zone, period.interval)
    for _ in range(TRIES):
        try:
            return await _referrers(scope, *part_statements.ids_of(whole, scope, single=True), await load_manifest())
        except ManifestChanged:
            continue
    raise ManifestChanged


async def _referrers(scope: Scope, first: int, end: int, manifest: Manifest) -> list[str]:
    """Returns the different referrers of visits with ids in a range. Raises: ManifestChanged."""
    values = Values()
    condition = part_statements.visits_condition(scope, manifest.accounts_of(scope.account), first, end, (), values)
    sql = f"SELECT CAST({VERSION} AS TEXT) AS referrer UNION ALL SELECT DISTINCT referrer FROM visits WHERE {condition}"  # noqa: S608 - placeholders
    version, *rows = await db.query_rows(sql, values, on=db.visits_connection())
    _expect_version(int(version["referrer"]), manifest)
    sealed: Rows = []
    if files := sealed_query.visit_locations(manifest, first, min(end, manifest.first_open_id)):
        sql = f"SELECT DISTINCT referrer FROM {schema.read_files(files)} WHERE {condition}"  # noqa: S608 - the same
        sealed = await sealed_query.query(manifest, sql, values)
    return sorted({row["referrer"] for row in rows} | {referrer for (referrer,) in sealed})


async def daily_visits_by_link(account: int, links: Sequence[int], zone: str, days: int = 14) -> dict[int, list[int]]:
    """Returns people's visits of each link on each of the last `days` days, today last. It needs two statements about
    open visits and one about sealed ones, however many links.
    """
    today = localtime.day_of(localtime.to_milliseconds(clock.now()), zone)
    first_day = today - days + 1
    start, end = (localtime.start_of_day_ms(day, zone) for day in (first_day, today + 1))
    period = Period(
        localtime.from_milliseconds(start, zone), localtime.from_milliseconds(end, zone), zone, Interval.DAY
    )
    counts: dict[int, list[int]] = {link: [0] * days for link in links}
    span = Span(period, first_id(start), first_id(end))
    for _ in range(TRIES if links else 0):
        try:
            for link, day, visits in await _by_link_and_day(Scope(account, tuple(links)), span, await load_manifest()):
                counts[link][day - first_day] += visits
            break
        except ManifestChanged:
            continue
    return counts


async def _by_link_and_day(scope: Scope, span: Span, manifest: Manifest) -> Rows:
    """Returns people's visits by link and day. Raises: ManifestChanged before it returns anything."""
    accounts, values, results = manifest.accounts_of(scope.account), Values(), Rows()
    day = f"((id >> 21) + {span.shift(values)}) / {DAY} + {EPOCH}"
    counted = f"""SELECT link, {day} AS day, count(*) AS visits FROM {{source}}
        WHERE {{condition}} AND who = 0 GROUP BY link, {day}"""  # noqa: S608 - names and placeholders
    condition = part_statements.visits_condition(scope, accounts, span.first, span.end, (), values)
    sql = f"SELECT 0 AS link, 0 AS day, {VERSION} AS visits UNION ALL "
    sql += counted.format(source="visits", condition=condition)
    version, *rows = await db.query_rows(sql, values, on=db.visits_connection())
    _expect_version(version["visits"], manifest)
    if files := sealed_query.visit_locations(manifest, span.first, min(span.end, manifest.first_open_id)):
        sql = counted.format(source=schema.read_files(files), condition=condition)
        results = await sealed_query.query(manifest, sql, values)
    return [*results, *((row["link"], row["day"], row["visits"]) for row in rows)]
