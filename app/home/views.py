"""The first page of the dashboard, and the lists of what there is to make and to see, for phones without popovers."""

from quart import Blueprint, Response

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import EDIT
from app.home.overview import load_home
from app.web import htmx

blueprint = Blueprint("home", __name__, url_prefix="/dashboard")
authentication.require_sign_in(blueprint, BlueprintActs(acts={"new_page": EDIT}))


@blueprint.get("/")
async def home_page() -> Response:
    """The first page."""
    screen = await load_home(authentication.current_user(), authentication.current_account())
    return await htmx.render_response("home/index.html", active="home", screen=screen)


@blueprint.get("/new")
async def new_page() -> Response:
    """The list of what can be made, which the sheet of the tab bar shows too."""
    return await htmx.render_response("home/new.html", active="")


@blueprint.get("/more")
async def more_page() -> Response:
    """The list of the areas that the tab bar has no room for, which its other sheet shows too."""
    return await htmx.render_response("home/more.html", active="more")
