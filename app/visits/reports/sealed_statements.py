"""The statements of a report about sealed visits and summaries, put together from the selects of its parts."""

from __future__ import annotations

import asyncio
from bisect import bisect_left
from collections.abc import Collection, Sequence
from contextlib import ExitStack
from dataclasses import replace

from app.visits import localtime
from app.visits.localtime import DAY
from app.visits.reports import part_statements, sealed_parts, sealed_query
from app.visits.reports.part_statements import BEFORE, DAYS, HOURS, LINK, Selection, Span
from app.visits.reports.query import Period, Question
from app.visits.reports.sealed_parts import ORDER_OF_LINKS, RANKED
from app.visits.sealed import schema
from app.visits.sealed.engine import ReportTookTooLong, Rows
from app.visits.sealed.manifest import Manifest
from app.visits.sql import DuckValues, Values

MOST_SECONDS = 45.0  # of a report, however many statements it has
Select = tuple[str, DuckValues]
QUICK = 250_000  # visits among which different visitors are counted in some 25 ms


class SealedStatements:
    """The statements about sealed visits and summaries.

    One counts the hours, the dimensions, the links and the summaries. Another one ranks the links where all are wanted:
    its rows may be 10⁵, which are not cached for as long as the others. Further ones count different visitors where the
    marks of the files cannot be added up.
    """

    def __init__(
        self, question: Question, tables: Collection[str], manifest: Manifest, late: int, *, most_links: int | None
    ) -> None:
        """With `most_links` only so many links are ranked, if it is 0 all of them; without it none is."""
        self.question, self.tables, self.manifest, self.late = question, tables, manifest, late
        self.accounts, self.most_links = manifest.accounts_of(question.scope.account), most_links
        self.values, self.selects = DuckValues(), list[str]()
        self.visitors, self.every_link = list[Select](), list[Select]()

    async def add_visits(self, span: Span, stack: ExitStack) -> None:
        """Adds the parts of the sealed visits of a period."""
        end = min(span.end, self.manifest.first_open_id)
        if span.first >= end or self.question.scope.links == ():
            return
        selection = Selection(self.question, self.accounts, replace(span, end=end))
        since = selection.day_began
        visits = await sealed_query.visit_source(self.manifest, self.accounts, since, end, self.late, stack)
        if visits:
            source, mark = visits.since(span.first), self._mark()
            names = [name for name in self.tables if name != LINK or self.most_links != 0]
            most = self.most_links or 0
            self.selects += sealed_parts.of_files(selection, names, source, mark, self.values, most)
            if self.most_links == 0 and not span.suffix:
                values = DuckValues()
                self.every_link.append((sealed_parts.every_link(selection, source, values), values))
            if not mark:
                for piece in visits.pieces(since):
                    values = DuckValues()
                    select = selection.visitors_select(piece, selection.condition_without_ids(values), values)
                    self.visitors.append((select, values))

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
            self.selects += part_statements.of_summaries(
                self.question, span, self.tables, schema.read_files(files), self.accounts, self.values
            )

    async def read(self, *, wait_for_visitors: bool) -> tuple[Rows, Rows, bool]:
        """Returns the rows of all parts but RANKED, those of RANKED in order, and whether unique visitors are among the
        rows.

        Raises: TooManyReports, ReportTookTooLong.
        """
        try:
            async with asyncio.timeout(MOST_SECONDS):
                rows, ranked = await self._read_parts()
                visitors = await self._read_visitors(rows, wait=wait_for_visitors)
                return rows + (visitors or []), ranked, visitors is not None
        except TimeoutError as error:
            raise ReportTookTooLong from error

    async def _read_parts(self) -> tuple[Rows, Rows]:
        """Returns the rows of all parts, with the unique visitors that are a sum of marks, and those of RANKED."""
        if not self.most_links:
            rows = await self._query(self.selects, self.values)
            ranked = await self._query_all(self.every_link)
        else:
            order = f" ORDER BY part = '{RANKED}', {ORDER_OF_LINKS}"
            both = await self._query(self.selects, self.values, order)
            start = bisect_left(both, True, key=lambda row: row[0] == RANKED)
            rows, ranked = both[:start], both[start:]
        return sealed_query.fold_links(rows, self.manifest), ranked

    async def _read_visitors(self, counted: Rows, *, wait: bool) -> Rows | None:
        """Returns the rows of unique visitors that are no sum of marks; without `wait`, None if that takes long.

        `counted` are the rows of the other parts, which say how many visits there are.
        """
        if self.visitors and not wait and _count_visits(counted) > QUICK:
            return None
        return await self._query_all(self.visitors)

    async def _query_all(self, statements: Sequence[Select]) -> Rows:
        """Returns the rows of statements, one after the other: at once they would need too much memory."""
        return [row for select, values in statements for row in await self._query([select], values)]

    async def _query(self, selects: Sequence[str], values: Values, order: str = "") -> Rows:
        if not selects:
            return []
        sql = " UNION ALL ".join(selects) + order
        return await sealed_query.query(self.manifest, sql, values, cached=not self.late)


def _count_visits(rows: Rows) -> int:
    """Returns the sum of clicks and scans in both periods of a report."""
    parts = {part + suffix for part in (HOURS, DAYS) for suffix in ("", BEFORE)}
    return sum(clicks + scans for part, _, _, clicks, scans, *_ in rows if part in parts)


def local_days(period: Period) -> tuple[int, int]:
    """Returns the first day of a period and the one after its last, in its zone."""
    return tuple(  # type: ignore[return-value]
        localtime.from_milliseconds(localtime.to_milliseconds(at) + more, period.zone).toordinal()
        for at, more in ((period.start, 0), (period.end, DAY - 1))
    )
