"""The workspaces of a user: the page that lists them, switching between them, and a first one for who has none."""

from __future__ import annotations

from quart import Blueprint, Response, flash

from app.accounts import authentication
from app.accounts.models import Account
from app.accounts.request_account import PERSONAL, BlueprintActs, signed_in_memberships
from app.kernel.bidi import isolate
from app.kernel.i18n import gettext as _
from app.kernel.refusal import NotFound, Refusal
from app.kernel.uuid_parser import parse_uuid
from app.team.role_labels import ROLE_LABELS
from app.team.workspaces import create_workspace, owns_free_workspace
from app.web import envelope, htmx
from app.web.forms import Form

blueprint = Blueprint("workspaces", __name__, url_prefix="/dashboard/workspaces")
authentication.require_sign_in(blueprint, BlueprintActs(PERSONAL, PERSONAL))


@blueprint.get("/")
async def list_workspaces() -> Response:
    """The workspaces of the user; who is in none can make one here."""
    return await _page(Form())


@blueprint.post("/")
async def create() -> Response:
    """Creates a workspace for somebody who owns none without a paid plan, and switches to it."""
    form = await Form.submitted()
    try:
        membership = await create_workspace(authentication.current_user(), form["name"])
    except Refusal as refusal:
        return await _page(form.blame(refusal), envelope.page_status(refusal))
    return await _switch_to(membership.account)


@blueprint.post("/switch")
async def switch() -> Response:
    """Chooses the workspace in the form for this session. Raises: NotFound if the user is no member of it."""
    id = parse_uuid((await Form.submitted())["account"])
    chosen = next((each.account for each in signed_in_memberships() if each.account_id == id), None)
    if chosen is None:
        raise NotFound
    return await _switch_to(chosen)


async def _switch_to(account: Account) -> Response:
    await authentication.current_session().choose_account(account.id)
    await flash(_("You are working in %(workspace)s now.") % {"workspace": isolate(account.name)})
    return htmx.redirect_to(authentication.local_path(""))


async def _page(form: Form, status: int = 200) -> Response:
    return await htmx.render_response(
        "team/workspaces.html",
        status=status,
        form=form,
        may_create=not await owns_free_workspace(authentication.current_user()),
        roles=ROLE_LABELS,
        active="",
    )
