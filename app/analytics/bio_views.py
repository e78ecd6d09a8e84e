"""Dashboard routes for the statistics of a bio page: the page and its CSV export."""

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
DEFAULT_DAYS = 30


@blueprint.get("/<uuid:id>/statistics")
async def show(id: UUID) -> Response:
    """Shows views, clicks by block, referrers and countries of the last days.

    Raises: NotFound.
    """
    account, page = authentication.account(), await own(authentication.account(), id)
    days = _selected_days()
    board = Board(page, await statistics(account, page, period(days, account.time_zone)), days)
    template = "pages/_statistics.html" if htmx.asks_for_fragment() else "pages/statistics.html"
    return await htmx.answer(template, page=page, board=board, active="pages")


@blueprint.get("/<uuid:id>/statistics.csv")
async def download(id: UUID) -> Response:
    """Returns the figures of the last days as a CSV file.

    Raises: NotFound.
    """
    page, days = await own(authentication.account(), id), _selected_days()
    figures = await statistics(authentication.account(), page, period(days, authentication.account().time_zone))
    headers = {"Content-Disposition": f'attachment; filename="kliqs-{page.slug}-{days}.csv"',
               "Cache-Control": "private, no-store"}
    return Response(figures_csv(figures), 200, headers, content_type="text/csv; charset=utf-8")


def _selected_days() -> int:
    text = request.args.get("days", "")
    return int(text) if text in map(str, DAYS) else DEFAULT_DAYS
