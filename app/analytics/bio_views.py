"""The statistics of a bio page in the dashboard, and as a file."""

from __future__ import annotations

from uuid import UUID

from quart import Blueprint, Response, request

from app.accounts import authentication
from app.analytics.bio_presenter import Board, figures_csv
from app.pages.listing import own
from app.pages.statistics import DAYS, period, statistics
from app.web import htmx

blueprint = Blueprint("page_statistics", __name__, url_prefix="/dashboard/pages")
authentication.protect(blueprint)
USUAL = 30


@blueprint.get("/<uuid:id>/statistics")
async def show(id: UUID) -> Response:
    """Views, clicks of each block, sources and countries of the last days."""
    account, page = authentication.account(), await own(authentication.account(), id)
    days = _days()
    board = Board(page, await statistics(account, page, period(days, account.time_zone)), days)
    template = "pages/_statistics.html" if htmx.asks_for_fragment() else "pages/statistics.html"
    return await htmx.answer(template, page=page, board=board, active="pages")


@blueprint.get("/<uuid:id>/statistics.csv")
async def download(id: UUID) -> Response:
    """The figures of the last days as a file."""
    page, days = await own(authentication.account(), id), _days()
    found = await statistics(authentication.account(), page, period(days, authentication.account().time_zone))
    headers = {"Content-Disposition": f'attachment; filename="kliqs-{page.slug}-{days}.csv"',
               "Cache-Control": "private, no-store"}
    return Response(figures_csv(found), 200, headers, content_type="text/csv; charset=utf-8")


def _days() -> int:
    typed = request.args.get("days", "")
    return int(typed) if typed in map(str, DAYS) else USUAL
