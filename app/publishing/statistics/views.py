"""Publishing → Statistics: posts and clicks by post, network and campaign, and the same as CSV."""

from __future__ import annotations

from quart import Blueprint, Response, request

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.publishing.networks.publishing_switch import hide_when_off
from app.publishing.statistics.figures import figures_csv, figures_of
from app.publishing.statistics.published_posts import DEFAULT, MOST_VARIANTS, PERIODS, period_of, published_in
from app.web import htmx

MOST_POSTS = 50  # rows on the screen; the file has all
blueprint = Blueprint("post_statistics", __name__, url_prefix="/dashboard/publishing/statistics")
hide_when_off(blueprint)
authentication.require_sign_in(blueprint, BlueprintActs())


@blueprint.get("")
async def show_statistics() -> Response:
    """The statistics of a period of PERIODS."""
    account, name = authentication.current_account(), _period_name()
    variants = await published_in(account, period_of(name, account.time_zone))
    return await htmx.render_response(
        "publishing/statistics.html",
        active="publishing",
        tab="statistics",
        figures=figures_of(variants),
        periods=PERIODS,
        period=name,
        most=MOST_POSTS,
        newest=MOST_VARIANTS if len(variants) == MOST_VARIANTS else 0,
    )


@blueprint.get("/posts.csv")
async def download_figures() -> Response:
    """The same figures as CSV, with all posts."""
    account, name = authentication.current_account(), _period_name()
    body = figures_csv(figures_of(await published_in(account, period_of(name, account.time_zone))))
    response = Response(body, content_type="text/csv; charset=utf-8", headers={"Cache-Control": "no-store"})
    response.headers["Content-Disposition"] = f'attachment; filename="kliqs-posts-{name}.csv"'
    return response


def _period_name() -> str:
    """The chosen period; invalid names become the default."""
    name = request.args.get("period", "")
    return name if name in PERIODS else DEFAULT
