"""The news of the gateway: changes of the service and of the API, new models, and models that end."""

from __future__ import annotations

from quart import Blueprint, Response

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.gateway.navigation import HOME, hide_until_set_up
from app.gateway.notices.feed import recent_notices
from app.web import htmx

blueprint = Blueprint("ai_news", __name__, url_prefix=f"{HOME}/news")
authentication.require_sign_in(blueprint, BlueprintActs())
hide_until_set_up(blueprint)


@blueprint.get("")
async def list_news() -> Response:
    """All news, the newest first."""
    return await htmx.render_response("gateway/news.html", active="ai", news=await recent_notices())
