"""Dashboard routes for the statistics of a bio page: the page and its CSV export."""

from __future__ import annotations

from uuid import UUID

from quart import Blueprint, Response, request

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.analytics.bio_presenter import BioStatistics, statistics_csv
from app.pages.listing import get_owned_page
from app.pages.statistics import DAYS, last_days, load_statistics
from app.web import htmx

blueprint = Blueprint("page_statistics", __name__, url_prefix="/dashboard/pages")
authentication.require_sign_in(blueprint, BlueprintActs())
DEFAULT_DAYS = 30


@blueprint.get("/<uuid:id>/statistics")
async def show_statistics(id: UUID) -> Response:
    """Shows views, clicks by block, referrers and countries of the last days.

    Raises: NotFound.
    """
    account, page = authentication.current_account(), await get_owned_page(authentication.current_account(), id)
    days = _selected_days()
    statistics = BioStatistics(page, await load_statistics(account, page, last_days(days, account.time_zone)), days)
    template = "pages/_statistics.html" if htmx.wants_fragment() else "pages/statistics.html"
    return await htmx.render_response(template, page=page, statistics=statistics, active="pages")


@blueprint.get("/<uuid:id>/statistics.csv")
async def download_csv(id: UUID) -> Response:
    """Returns the figures of the last days as a CSV file.

    Raises: NotFound.
    """
    page, days = await get_owned_page(authentication.current_account(), id), _selected_days()
    figures = await load_statistics(
        authentication.current_account(), page, last_days(days, authentication.current_account().time_zone)
    )
    headers = {
        "Content-Disposition": f'attachment; filename="kliqs-{page.slug}-{days}.csv"',
        "Cache-Control": "private, no-store",
    }
    return Response(statistics_csv(figures), 200, headers, content_type="text/csv; charset=utf-8")


def _selected_days() -> int:
    text = request.args.get("days", "")
    return int(text) if text in map(str, DAYS) else DEFAULT_DAYS
