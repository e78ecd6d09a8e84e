"""The statistics of an export: figures by year as CSV and JSON, and the single visits that are still kept as CSV."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from datetime import date

from app.accounts.models import Account
from app.analytics import export, report_presenter
from app.analytics.report_selection import TABLE_DIMENSIONS, ReportSelection
from app.analytics.subject import Subject
from app.kernel import clock
from app.privacy.export.archive import ExportArchive

FOLDER, YEARS_OF_VISITS = "statistics", 3  # longer than any plan keeps single visits


async def add_statistics(archive: ExportArchive, account: Account) -> None:
    """Adds the statistics of an account to an archive. Raises: TooManyReports, ReportTookTooLong."""
    subject, year = Subject(account), clock.now().year
    for each in range(account.created_at.year, year + 1):
        chosen = ReportSelection("custom", date(each, 1, 1), date(each, 12, 31))
        screen = await report_presenter.load_screen(subject, chosen, tables=TABLE_DIMENSIONS)
        await archive.add_text(f"{FOLDER}/figures-{each}.csv", _once(export.figures_csv(screen)))
        await archive.add_text(f"{FOLDER}/figures-{each}.json", _once(export.figures_json(screen)))
    chosen = ReportSelection("custom", date(year - YEARS_OF_VISITS + 1, 1, 1), clock.now().date())
    screen = await report_presenter.load_screen(subject, chosen, tables=("device",))
    await archive.add_text(f"{FOLDER}/visits.csv", export.visits_csv(screen))


async def _once(text: str) -> AsyncGenerator[str]:
    """Yields a text as its only piece."""
    yield text
