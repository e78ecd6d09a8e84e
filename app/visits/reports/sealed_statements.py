"""The statements of a report about sealed visits and summaries, put together from the selects of its parts."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Sequence
from contextlib import ExitStack
from dataclasses import replace

from app.visits import localtime
from app.visits.localtime import DAY
from app.visits.reports import part_statements, sealed_parts, sealed_query
from app.visits.reports.part_statements import BEFORE, DAYS, HOURS, LINK, Selection, Span
from app.visits.reports.query import Period, Question
from app.visits.sealed import schema
from app.visits.sealed.engine import ReportTookTooLong, Rows
from app.visits.sealed.manifest import Manifest
from app.visits.sql import DuckValues, Values
from app.visits.visit import DIMENSIONS

MOST_SECONDS = 45.0  # of a report, however many statements it has
Select = tuple[str, DuckValues]
QUICK = 250_000  # visits among which different visitors are counted in some 25 ms


class SealedStatements:
    """The statements about sealed visits and summaries.

    One counts the hours, the dimensions and the summaries, another one ranks links if `most_links` are wanted. Further
    ones count different visitors where the marks of the files cannot be added up.
    """

    def __init__(
        self, question: Question, tables: Collection[str], manifest: Manifest, late: int, *, most_links: int
    ) -> None:
        self.question, self.tables, self.manifest, self.late = question, tables, manifest, late
        self.most_links, self.ranked = most_links, list[tuple[Selection, str]]()
        self.accounts = manifest.accounts_of(question.scope.account)
        self.values, self.selects = DuckValues(), list[str]()
        self.visitors, self.has_summaries = list[Select](), False

    async def add_visits(self, span: Span, stack: ExitStack) -> None:
        """Adds the parts of the sealed visits of a period."""
        end = min(span.end, self.manifest.first_open_id)
        if span.first >= end or self.question.scope.links == ():
            return
        selection = Selection(self.question, self.accounts, replace(span, end=end))
        since = selection.day_began
        visits = await sealed_query.visit_source(self.manifest, self.accounts, since, end, self.late, stack)
        if visits:
            source = visits.since(span.first)
            names, mark = self._dimensions(span), self._mark()
            self.selects += sealed_parts.of_files(selection, names, source, mark, self.values)
            if not mark:
                for piece in visits.pieces(since):
                    values = DuckValues()
                    select = selection.visitors_select(piece, selection.condition_without_ids(values), values)
                    self.visitors.append((select, values))
            if self.most_links and not span.suffix:
                self.ranked.append((selection, source))

    def _dimensions(self, span: Span) -> list[str]:
        """The columns that the visits of a span are grouped by."""
        wanted = {*DIMENSIONS, *[LINK] * (not self.most_links)}
        return [name for name in self.tables if name in wanted and not span.suffix]

    def _mark(self) -> str:
        """The column that marks unique visitors; "" where they have to be counted."""
        if self.late or self.question.filters or len(self.accounts) > 1:
            return ""
        if self.question.scope.links is None:
            return "first_of_account"
        return "first_of_link" if len(self.question.scope.links) == 1 else ""

    def add_summaries(self, span: Span) -> None:
        """Adds the parts of the summaries of a period."""
        files = sealed_query.summary_locations(self.manifest, *local_days(span.period))
        if files and self.question.scope.links != ():
            self.has_summaries = True
            self.selects += part_statements.of_summaries(
                self.question, span, self.tables, schema.read_files(files), self.accounts, self.values
            )

    async def read(self, *, every_link: bool, wait_for_visitors: bool) -> tuple[Rows, Rows, bool]:
        """Returns the rows of all parts, the links with their counts (most visits first, if they are ranked), and
        whether unique visitors are among the rows.

        Without `every_link` only the wanted links are ranked, unless more visits of links are to be added to them.
        They are ranked at the same time, in the other thread of DuckDB. Raises: TooManyReports, ReportTookTooLong.
        """
        try:
            async with asyncio.timeout(MOST_SECONDS):
                return await self._read(every_link=every_link, wait_for_visitors=wait_for_visitors)
        except TimeoutError as error:
            raise ReportTookTooLong from error

    async def _read(self, *, every_link: bool, wait_for_visitors: bool) -> tuple[Rows, Rows, bool]:
        every_link = every_link or self.has_summaries or bool(self.manifest.removed_links)
        ranking = asyncio.create_task(self._rank_links(0 if every_link else self.most_links))
        try:
            rows = await self._read_parts()
            visitors = await self._read_visitors(rows, wait=wait_for_visitors)
            return rows + (visitors or []), await ranking, visitors is not None
        finally:
            ranking.cancel()
            await asyncio.gather(ranking, return_exceptions=True)

    async def _rank_links(self, most: int) -> Rows:
        """Returns the rows of `sealed_parts.ranked_links`; none if they are not to be ranked."""
        values = DuckValues()
        selects = [sealed_parts.ranked_links(selection, source, values, most) for selection, source in self.ranked]
        return await self._query(selects, values)

    async def _read_parts(self) -> Rows:
        """Returns the rows of all parts, with the unique visitors that are a sum of marks."""
        rows = await self._query(self.selects, self.values)
        return sealed_query.fold_links(rows, self.manifest)

    async def _read_visitors(self, counted: Rows, *, wait: bool) -> Rows | None:
        """Returns the rows of unique visitors that are no sum of marks; without `wait`, None if that takes long.

        `counted` are the rows of the other parts, which say how many visits there are.
        """
        visits = sum(
            clicks + scans for part, _, _, clicks, scans, *_ in counted if part.removesuffix(BEFORE) in {HOURS, DAYS}
        )
        if self.visitors and visits > QUICK and not wait:
            return None
        return await self._query_all(self.visitors)

    async def _query_all(self, statements: Sequence[Select]) -> Rows:
        """Returns the rows of statements, one after the other: at once they would need too much memory."""
        return [row for select, values in statements for row in await self._query([select], values)]

    async def _query(self, selects: Sequence[str], values: Values) -> Rows:
        if not selects:
            return []
        return await sealed_query.query(self.manifest, " UNION ALL ".join(selects), values, cached=not self.late)


def local_days(period: Period) -> tuple[int, int]:
    """Returns the first day of a period and the one after its last, in its zone."""
    return tuple(  # type: ignore[return-value]
        localtime.from_milliseconds(localtime.to_milliseconds(at) + more, period.zone).toordinal()
        for at, more in ((period.start, 0), (period.end, DAY - 1))
    )
