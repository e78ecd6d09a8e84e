"""The page of an invitation, for people who are signed in and for those who are not yet."""

from __future__ import annotations

from quart import Blueprint, Response, flash

from app.accounts import authentication
from app.accounts.user import User
from app.kernel.bidi import isolate
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Refusal
from app.team import invitation_cookie, invitations
from app.team.audit_log import record_act
from app.team.invitation_refusals import InvitationGone, OtherAddress
from app.team.models import Invitation
from app.web import envelope, hosts, htmx
from app.web.referrer_policy import hide_urls

blueprint = Blueprint("invitation", __name__, url_prefix="/invitation")
hosts.serve_on("dashboard", "invitation")
hide_urls(blueprint)
PAGE = "/invitation/"


@blueprint.get("/<token>")
async def open_link(token: str) -> Response:
    """Opens the link of an email: the token goes into a cookie, and the page has an address without it."""
    return invitation_cookie.set_cookie(htmx.redirect_to(PAGE), token)


@blueprint.get("/")
async def invitation_page() -> Response:
    """Shows who invites, where, and as what. Nothing else happens."""
    return await _page()


@blueprint.post("/")
async def accept() -> Response:
    """Makes the signed-in user a member and switches to the workspace; asks others to sign in first."""
    user = authentication.signed_in_user()
    if user is None:
        return htmx.redirect_to(f"/login?next={PAGE}")
    try:
        membership = await invitations.accept(invitation_cookie.COOKIE.read(), user)
    except Refusal as refusal:
        return await _page(envelope.page_status(refusal))
    await authentication.current_session().choose_account(membership.account_id)
    account = await membership.account
    await record_act(account.id, user, "member_joined")
    await flash(_("You are in %(workspace)s now.") % {"workspace": isolate(account.name)})
    return invitation_cookie.COOKIE.delete(htmx.redirect_to(authentication.local_path("")))


@blueprint.post("/decline")
async def decline() -> Response:
    """Ends the invitation."""
    try:
        invitation = await invitations.decline(invitation_cookie.COOKIE.read())
    except InvitationGone as refusal:
        return await _page(envelope.page_status(refusal))
    page = await htmx.render_response("team/declined.html", workspace=invitation.account.name)
    return invitation_cookie.COOKIE.delete(page)


@blueprint.post("/other")
async def sign_in_as_another() -> Response:
    """Signs out, so that the invited person can sign in with the other address, and come back here."""
    await authentication.sign_out()
    return htmx.redirect_to(f"/login?next={PAGE}")


async def _page(status: int = 200) -> Response:
    user = authentication.signed_in_user()
    try:
        invitation = await invitations.find_open(invitation_cookie.COOKIE.read())
    except InvitationGone as refusal:
        page = await htmx.render_response(
            "team/invitation_gone.html",
            status=envelope.page_status(refusal),
            sentence=envelope.refusal_message(refusal),
        )
        return invitation_cookie.COOKIE.delete(page)
    obstacle = _find_obstacle(invitation, user)
    return await htmx.render_response(
        "team/invitation.html",
        status=status,
        invitation=invitation,
        obstacle=envelope.refusal_message(obstacle) if obstacle else "",
        other_address=isinstance(obstacle, OtherAddress),
        here=PAGE,
    )


def _find_obstacle(invitation: Invitation, user: User | None) -> Refusal | None:
    """Why the signed-in user cannot accept the invitation, or None."""
    try:
        if user:
            invitations.check_invited(invitation, user)
    except Refusal as refusal:
        return refusal
    return None
