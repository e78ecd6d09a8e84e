"""The pages on which a user or an account is deleted, and on which that is undone."""

from __future__ import annotations

from collections.abc import Awaitable

from quart import Blueprint, Response, flash

from app.accounts import authentication
from app.accounts.confirmation import needs_confirmation
from app.accounts.deletion_grace import GRACE
from app.accounts.models import Membership
from app.accounts.request_account import PERSONAL, BlueprintActs, signed_in_account
from app.accounts.roles import MANAGE_ACCOUNT
from app.kernel import clock, i18n
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Refusal
from app.kernel.throttle import Throttle
from app.privacy import deletion_planning, erasure
from app.web import client_info, envelope, hosts, htmx
from app.web.audit_target import refusal_toast
from app.web.forms import Form

LEAVE, PRIVACY = "/dashboard/settings/leave", "/dashboard/settings/privacy"
by_address = Throttle("tokens of deletions by address", 60, 15)
hosts.serve_on("dashboard", "undo-deletion")
undo_blueprint = Blueprint("undo_deletion", __name__)
blueprint = Blueprint("leaving", __name__, url_prefix="/dashboard")
authentication.require_sign_in(
    blueprint,
    BlueprintActs(
        read=PERSONAL,
        write=PERSONAL,
        acts={"delete_workspace": MANAGE_ACCOUNT, "undo_workspace": MANAGE_ACCOUNT},
        in_grace=frozenset({"undo_all", "undo_workspace"}),
        in_suspension=frozenset({"delete_workspace"}),
    ),
)


@blueprint.get("/settings/leave")
@needs_confirmation
async def leave_page() -> Response:
    """The page that says what goes, who else is affected and what stays, before anything is deleted."""
    return await _leave_page(Form())


@blueprint.post("/settings/leave/actions/delete-workspace")
@needs_confirmation
async def delete_workspace() -> Response:
    """Plans the deletion of the account that the form is for; the user stays."""
    account, user = authentication.current_account(), authentication.current_user()
    try:
        when = await deletion_planning.plan_account_deletion(account, user)
    except Refusal as refusal:
        return await _leave_page(Form().blame(refusal), envelope.page_status(refusal))
    await flash(_("The workspace will be deleted on %(day)s.") % {"day": i18n.format_date(when)})
    return htmx.redirect_to(PRIVACY)


@blueprint.post("/settings/leave/actions/delete-me")
@needs_confirmation
async def delete_me() -> Response:
    """Plans the deletion of the user with what is theirs alone, and signs out everywhere."""
    try:
        when = await deletion_planning.plan_user_deletion(authentication.current_user())
    except Refusal as refusal:
        return await _leave_page(Form().blame(refusal), envelope.page_status(refusal))
    await authentication.sign_out()
    await flash(_("You will be deleted on %(day)s. Sign in before then to undo it.") % {"day": i18n.format_date(when)})
    return htmx.redirect_to("/login")


@blueprint.get("/leaving/")
async def grace_page() -> Response:
    """The page that says when the user will be deleted."""
    if authentication.current_user().delete_at is None:
        return htmx.redirect_to(PRIVACY)
    return await htmx.render_response("privacy/grace.html", form=Form())


@blueprint.post("/leaving/actions/undo")
async def undo_all() -> Response:
    """Undoes the deletion of the user and of the accounts that would go with them."""
    return await _undone(deletion_planning.undo_user_deletion(authentication.current_user()))


@blueprint.post("/leaving/actions/undo-workspace")
async def undo_workspace() -> Response:
    """Undoes the deletion of the account that the form is for."""
    return await _undone(deletion_planning.undo_account_deletion(authentication.current_account()))


async def _undone(undoing: Awaitable[object]) -> Response:
    try:
        await undoing
    except deletion_planning.NothingToUndo as refusal:
        await flash(refusal_toast(refusal, "warm"))  # type: ignore[arg-type]
    else:
        await flash(_("The deletion is undone. Everything is as it was."))
    return htmx.redirect_to(PRIVACY)


@undo_blueprint.get("/undo-deletion/<token>")
async def undo_form(token: str) -> Response:
    """The page with the button that undoes a deletion; opening it changes nothing, because mail programs do that."""
    await by_address.attempt(client_info.rate_limit_address())
    planned = await deletion_planning.find_planned(token)
    return await _token_page("open" if planned else "unknown", token)


@undo_blueprint.post("/undo-deletion/<token>")
async def undo_by_token(token: str) -> Response:
    """Undoes the deletion of a token, for whoever has it; the token is then used up."""
    await by_address.attempt(client_info.rate_limit_address())
    try:
        await deletion_planning.undo(await deletion_planning.find_planned(token))
    except deletion_planning.NothingToUndo:
        return await _token_page("unknown", token, 410)
    return await _token_page("undone", token)


async def _token_page(state: str, token: str, status: int = 200) -> Response:
    page = await htmx.render_response("privacy/undo.html", status=status, state=state, token=token)
    page.headers["Referrer-Policy"] = "no-referrer"
    return page


async def _leave_page(form: Form, status: int = 200) -> Response:
    user, account = authentication.current_user(), signed_in_account()  # who is in none can be deleted, too
    others = Membership.filter(account_id=account.id if account else None).exclude(user_id=user.id).order_by("id")
    return await htmx.render_response(
        "privacy/leave.html",
        status=status,
        form=form,
        active="settings",
        possessions=await erasure.count_owned_rows(account) if account else [],
        others=await others.select_related("user"),
        accounts=await deletion_planning.sort_accounts(user),
        when=clock.now() + GRACE,
        days=GRACE.days,
    )
