"""The page of models, with search, kinds and order."""

from __future__ import annotations

from quart import Blueprint, Response, request

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.gateway.catalogue.offered import usable_rate
from app.gateway.navigation import HOME, hide_until_set_up
from app.gateway.screens.model_list import ORDERS, ModelSearch, list_models
from app.gateway.screens.names import KINDS
from app.web import htmx

blueprint = Blueprint("ai_catalogue", __name__, url_prefix=f"{HOME}/models")
authentication.require_sign_in(blueprint, BlueprintActs())
hide_until_set_up(blueprint)


@blueprint.get("")
async def show_models() -> Response:
    """The models that match the search."""
    search = ModelSearch.of(request.args)
    return await htmx.render_page_or_fragment(
        "gateway/models.html",
        "gateway/_models.html",
        active="ai",
        search=search,
        listed=await list_models(search),
        kinds=KINDS,
        orders=ORDERS,
        rate=usable_rate(),
    )
