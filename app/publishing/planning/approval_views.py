"""Approval: an owner turns it on for the account, and approves the posts that editors hand in."""

from __future__ import annotations

from uuid import UUID

from quart import Blueprint, Response, flash

from app.accounts import authentication
from app.accounts.models import Account
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import MANAGE_ACCOUNT
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Refusal
from app.kernel.versioned_rows import get_or_refuse
from app.publishing.networks.publishing_switch import hide_when_off
from app.publishing.posts import planning_actions
from app.publishing.posts.post import Post
from app.publishing.posts.post_title import title_of
from app.web import envelope, htmx
from app.web.audit_target import set_audit_target
from app.web.forms import Form

blueprint = Blueprint("post_approval", __name__, url_prefix="/dashboard/publishing")
hide_when_off(blueprint)
authentication.require_sign_in(blueprint, BlueprintActs(MANAGE_ACCOUNT, MANAGE_ACCOUNT))


@blueprint.post("/approval")
async def set_approval() -> Response:
    """Turns approval on or off. What waits already goes on waiting for an owner."""
    account, form = authentication.current_account(), await Form.submitted()
    needed = form["on"] == "1"
    await Account.filter(id=account.id).update(posts_need_approval=needed)
    await flash(
        _("From now on an owner approves each post of others.") if needed else _("Posts need no approval any more.")
    )
    return htmx.redirect_to("/dashboard/publishing/calendar")


@blueprint.post("/posts/<uuid:id>/approve")
async def approve_post(id: UUID) -> Response:
    """Approves a post that waits as the page showed it; what is due already is published now. Raises: NotFound."""
    form = await Form.submitted()
    post = await get_or_refuse(Post.owned_by(authentication.current_account()), id)
    set_audit_target(title_of(post.text))
    try:
        await planning_actions.approve(post, authentication.current_user().id, seen=form.version)
        await flash(_("The post is approved."))
    except Refusal as refusal:
        await envelope.flash_refusal(refusal)
    return htmx.redirect_to(f"/dashboard/publishing/posts/{id}")
