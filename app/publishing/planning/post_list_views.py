"""The list of posts with search, filters and pages."""

from __future__ import annotations

from typing import Any

from quart import Blueprint, Response, request

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.publishing.networks.publishing_switch import hide_when_off
from app.publishing.planning.post_rows import post_row
from app.publishing.planning.post_search import PostSearch, counts
from app.web import htmx

blueprint = Blueprint("post_list", __name__, url_prefix="/dashboard/publishing")
hide_when_off(blueprint)
authentication.require_sign_in(blueprint, BlueprintActs())


@blueprint.get("/posts")
async def list_posts() -> Response:
    """The posts that match the search. Raises: InvalidCursor."""
    account, search = authentication.current_account(), PostSearch.of(request.args)
    page = await search.page(account)
    context: dict[str, Any] = {
        "search": search,
        "posts": [post_row(post) for post in page.rows],
        "next": page.next,
        "paused": account.posts_paused_at is not None,
    }
    if htmx.wants_fragment() and search.cursor:
        return await htmx.render_response("publishing/_post_rows.html", **context)
    context |= {"counts": await counts(account), "active": "publishing"}
    return await htmx.render_page_or_fragment("publishing/posts.html", "publishing/_posts.html", **context)
