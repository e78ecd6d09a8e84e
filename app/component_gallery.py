"""`/dashboard/patterns`: every component in every state, in both themes. Development only."""

from quart import Blueprint, Response

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import EDIT
from app.web import htmx

blueprint = Blueprint("patterns", __name__, url_prefix="/dashboard/patterns")
authentication.require_sign_in(blueprint, BlueprintActs(EDIT))


@blueprint.get("/")
async def index() -> Response:
    """The page of components."""
    return await htmx.render_response("patterns/index.html", active="patterns")
