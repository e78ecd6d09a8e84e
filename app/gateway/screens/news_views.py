"""The news of the gateway: changes of the service and of the API, new models, and models that end."""

from __future__ import annotations

from quart import Blueprint, Response, request

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.gateway.navigation import HOME, hide_until_set_up
from app.gateway.notices.feed import notices_page
from app.web import htmx
from app.web.list_search import ListSearch

PAGE_SIZE = 30
blueprint = Blueprint("ai_news", __name__, url_prefix=f"{HOME}/news")
authentication.require_sign_in(blueprint, BlueprintActs())
hide_until_set_up(blueprint)


@blueprint.get("")
async def list_news() -> Response:
    """All news, the newest first, or the next rows that htmx requests."""
    search = ListSearch.of(f"{HOME}/news", request.args)
    rows, following = await notices_page(search.after, PAGE_SIZE)
    templates = "gateway/news.html", "gateway/_news_rows.html"
    return await htmx.render_page_or_fragment(*templates, active="ai", rows=rows, next=following, search=search)
