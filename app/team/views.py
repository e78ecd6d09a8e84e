"""The page Settings → Team: members with their roles, invitations, and the workspace's name, language and time zone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from quart import Blueprint, Response, flash, request

from app.accounts import authentication
from app.accounts.confirmation import ask_for_proof, needs_confirmation
from app.accounts.request_account import BlueprintActs, may_do
from app.accounts.roles import MANAGE_ACCOUNT, OWNER, READ
from app.accounts.time_zones import ZONES
from app.kernel import i18n
from app.kernel.bidi import isolate
from app.kernel.i18n import gettext as _
from app.kernel.i18n import ngettext
from app.kernel.refusal import Faults, NotFound, Refusal
from app.sign_in.verified_email_guard import needs_verified_email
from app.team import invitations, members
from app.team.audit_log import record_act
from app.team.listing import team_context
from app.team.role_labels import ROLE_CHOICES, ROLE_LABELS
from app.team.workspaces import update_workspace
from app.web import envelope, htmx
from app.web.audit_target import refusal_toast, set_audit_target
from app.web.forms import Form

blueprint = Blueprint("team", __name__, url_prefix="/dashboard/settings/team")
authentication.require_sign_in(blueprint, BlueprintActs(READ, MANAGE_ACCOUNT, acts={"leave": READ}))
HOME = "/dashboard/settings/team"


@blueprint.get("")
async def team_page() -> Response:
    """The team page, or its lists for htmx; `?q=` searches."""
    if htmx.wants_fragment():
        return await htmx.render_response("team/_region.html", **await _lists())
    return await _page()


@blueprint.post("/invite")
@needs_verified_email
async def invite() -> Response:
    """Invites the addresses in the form; a refused form is shown again with all that is wrong."""
    account, form = authentication.current_account(), await Form.submitted()
    if page := await _ask_for_proof_of_owner(form["role"]):
        return page
    try:
        invited = await invitations.invite(account, authentication.current_user(), form["emails"], form["role"])
    except Refusal as refusal:
        return await _page(_blame_all(form, refusal), status=envelope.page_status(refusal))
    for invitation in invited:
        await record_act(account.id, authentication.current_user(), "team.invite", invitation.email)
    sentence = ngettext("%(num)s invitation is on its way.", "%(num)s invitations are on their way.", len(invited))
    await flash(sentence % {"num": len(invited)})
    return htmx.redirect_to(HOME)


@blueprint.post("/invitations/<uuid:id>/again")
@needs_verified_email
async def send_again(id: UUID) -> Response:
    """Sends an invitation again. Raises: NotFound."""
    try:
        invitation = await invitations.send_again(authentication.current_account(), authentication.current_user(), id)
    except NotFound:
        raise
    except Refusal as refusal:
        return await _refuse(refusal)
    set_audit_target(invitation.email)
    return await _answer(_("The invitation is sent to %(email)s again.") % {"email": isolate(invitation.email)})


@blueprint.post("/invitations/<uuid:id>/take-back")
async def take_back(id: UUID) -> Response:
    """Takes an invitation back. Raises: NotFound."""
    invitation = await invitations.take_back(authentication.current_account(), id)
    set_audit_target(invitation.email)
    return await _answer(_("The invitation of %(email)s is taken back.") % {"email": isolate(invitation.email)})


@blueprint.post("/members/<int:id>/role")
async def change_role(id: int) -> Response:
    """Gives a member another role. Raises: NotFound."""
    account, form = authentication.current_account(), await Form.submitted()
    if page := await _ask_for_proof_of_owner(form["role"], await members.role_of(account, id)):
        return page
    try:
        member = await members.change_role(account, id, form["role"])
    except NotFound:
        raise
    except Refusal as refusal:
        return await _refuse(refusal)
    set_audit_target(member.user.name)
    facts = {"name": isolate(member.user.name), "role": _(ROLE_LABELS[member.role])}
    return await _answer(_("The role of %(name)s: %(role)s.") % facts, member=member.user_id)


@blueprint.post("/members/<int:id>/remove")
async def remove(id: int) -> Response:
    """Removes a member. Raises: NotFound."""
    account = authentication.current_account()
    if page := await _ask_for_proof_of_owner(await members.role_of(account, id)):
        return page
    try:
        member = await members.remove(account, id)
    except NotFound:
        raise
    except Refusal as refusal:
        return await _refuse(refusal)
    set_audit_target(member.user.name)
    return await _answer(
        _("%(name)s is no longer in the team.") % {"name": isolate(member.user.name)}, member=member.user_id
    )


@blueprint.post("/leave")
async def leave() -> Response:
    """Ends the user's own membership."""
    account = authentication.current_account()
    try:
        await members.leave(account, authentication.current_user())
    except members.LastOwner as refusal:
        return await _refuse(refusal)
    await flash(_("You are no longer in %(workspace)s.") % {"workspace": isolate(account.name)})
    return htmx.redirect_to(authentication.WORKSPACES)


@blueprint.post("/hand-over")
@needs_confirmation
async def hand_over() -> Response:
    """Makes another member the owner and the user an editor. Raises: NotFound."""
    form, account = await Form.submitted(), authentication.current_account()
    number = form["member"]
    id = int(number) if number.isascii() and number.isdigit() and len(number) < 10 else 0
    member = await members.hand_over(account, authentication.current_user(), id)
    set_audit_target(member.user.name)
    facts = {"name": isolate(member.user.name), "workspace": isolate(account.name)}
    await flash(_("%(name)s owns %(workspace)s now, and you are an editor.") % facts)
    return htmx.redirect_to(HOME)


@blueprint.post("/workspace")
async def save_workspace() -> Response:
    """Saves the name, language and time zone of the workspace; a refused form is shown again."""
    account, form = authentication.current_account(), await Form.submitted()
    try:
        await update_workspace(
            account,
            name=form["name"],
            language=form["language"] if form["language"] in i18n.LANGUAGES else account.language,
            time_zone=form["time_zone"] if form["time_zone"] in ZONES else account.time_zone,
        )
    except Refusal as refusal:
        return await _page(workspace_form=form.blame(refusal), status=envelope.page_status(refusal))
    await flash(_("Your settings are saved."))
    return htmx.redirect_to(HOME)


async def _ask_for_proof_of_owner(*roles: str) -> Response | None:
    """The answer that asks for a proof before somebody becomes an owner or is one no longer; None without need.

    An open session alone must not be enough to take a workspace away from its owners.
    """
    return await ask_for_proof() if OWNER in roles else None


def _blame_all(form: Form, refusal: Refusal) -> Form:
    """The form with every sentence about a field, where `blame` alone keeps the first."""
    form.blame(refusal)
    sentences: dict[str, list[str]] = {}
    for fault in refusal.refusals if isinstance(refusal, Faults) else [refusal]:
        sentences.setdefault(fault.field, []).append(envelope.refusal_message(fault))
    form.errors |= {field: " ".join(each) for field, each in sentences.items()}
    return form


async def _refuse(refusal: Refusal) -> Response:
    """The answer to what is refused by a button of the lists."""
    return await _answer(refusal_toast(refusal), envelope.page_status(refusal))


async def _answer(message: str | dict[str, Any], status: int = 200, member: UUID | None = None) -> Response:
    """The lists with a message for htmx, otherwise a redirect.

    `member` is the id of the user who was changed. People who change themselves see other menus, so the page is loaded
    again.
    """
    if not htmx.wants_fragment() or member == authentication.current_user().id:
        await flash(message)  # type: ignore[arg-type]
        return htmx.redirect_to(HOME)
    toast = message if isinstance(message, dict) else {"text": message}
    return await htmx.render_response("team/_changed.html", status=status, toast=toast, **await _lists())


async def _lists() -> dict[str, Any]:
    """The values of the lists; seats of invitations that are over are freed first, where one can invite."""
    account, query = authentication.current_account(), request.args
    if may_do(MANAGE_ACCOUNT):
        await invitations.release_ended(account)
    listed = await team_context(account, query.get("q", ""), query.get("after", ""), query.get("cursor"))
    return listed | {"roles": ROLE_LABELS}


async def _page(form: Form | None = None, workspace_form: Form | None = None, status: int = 200) -> Response:
    account = authentication.current_account()
    columns = {"name": account.name, "language": account.language, "time_zone": account.time_zone}
    return await htmx.render_response(
        "team/index.html",
        status=status,
        form=form or Form(),
        workspace_form=workspace_form or Form(columns),
        cannot_invite=_inviter_refusal(),
        choices=ROLE_CHOICES,
        zones=ZONES.items(),
        active="settings",
        **await _lists(),
    )


def _inviter_refusal() -> Refusal | None:
    """Why the user cannot invite anybody now, or None."""
    try:
        invitations.check_inviter(authentication.current_user())
    except Refusal as refusal:
        return refusal
    return None
