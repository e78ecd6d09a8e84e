"""The rows of a dry run as pages of a list, filtered by their verdict, and as CSV."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Self

from app.kernel import site
from app.kernel.i18n import gettext as _
from app.privacy.bring_in.import_row import CANNOT, FULL, HERE, MAKE, NOUNS, RENAME, VERDICTS, ImportRow
from app.privacy.bring_in.import_run import ImportRun
from app.web import csv_writer

PAGE_SIZE, BATCH_SIZE = 30, 500
COLUMNS = ("row", "kind", "name", "new_name", "destination", "verdict", "reason")
BADGES = {MAKE: ("good", "check"), RENAME: ("warm", "pencil"), HERE: ("", "minus"), FULL: ("warm", "alert-triangle")}
UNMADE = ("bad", "x")


@dataclass(frozen=True, slots=True)
class RowList:
    """A page of rows. `show` is the verdict that is shown, empty for all; `number` the page, from 1."""

    run: ImportRun
    show: str
    number: int
    rows: list[ImportRow]
    is_last: bool

    @classmethod
    async def load(cls, run: ImportRun, show: str, page: str) -> Self:
        """The page that query parameters name; invalid ones give the first page of all rows."""
        shown = show if show in VERDICTS else ""
        number = min(int(page), 10_000) if page.isascii() and page.isdigit() and 0 < len(page) < 6 else 1
        number = max(number, 1)
        matches = ImportRow.filter(run_id=run.id, **({"verdict": shown} if shown else {})).order_by("id")
        rows = await matches.offset((number - 1) * PAGE_SIZE).limit(PAGE_SIZE + 1)
        return cls(run, shown, number, rows[:PAGE_SIZE], len(rows) <= PAGE_SIZE)

    @property
    def total(self) -> int:
        """How many rows the file has."""
        return sum(self.run.counts.values())

    @property
    def to_make(self) -> int:
        """How many rows will be made, those with another name included."""
        return self.run.counts.get(MAKE, 0) + self.run.counts.get(RENAME, 0)

    @property
    def can_change(self) -> bool:
        """Whether a row of this page can be left out or renamed."""
        return any(row.verdict in {MAKE, RENAME} for row in self.rows)

    @staticmethod
    def badge(verdict: str) -> tuple[str, str]:
        """The kind and the icon of the badge of a verdict."""
        return BADGES.get(verdict, UNMADE)

    @staticmethod
    def noun(row: ImportRow) -> str:
        """The kind of a row, in the current language."""
        return _(NOUNS[row.noun])


async def verdict_lines(run: ImportRun) -> AsyncGenerator[str]:
    """Yields the CSV file in pieces: a header line, then the rows in the order of the file."""
    yield csv_writer.BOM + csv_writer.format_csv_line(COLUMNS)
    after, host = 0, site.url("public", "/")
    while rows := await ImportRow.filter(run_id=run.id, id__gt=after).order_by("id").limit(BATCH_SIZE):
        after = rows[-1].id
        yield "".join(csv_writer.format_csv_line(_cells(row, host)) for row in rows)


def _cells(row: ImportRow, host: str) -> list[object]:
    new_name = f"{host}{row.name}" if row.name and (row.made_id or row.verdict in {MAKE, RENAME}) else ""
    verdict = CANNOT if row.verdict not in VERDICTS else row.verdict
    state = "made" if row.made_id else "left_out" if row.left_out else verdict
    return [row.number, row.noun, row.wanted, new_name, row.about, state, row.reason]
