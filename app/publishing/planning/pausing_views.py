"""Pauses publishing of the whole account, and goes on with it."""

from __future__ import annotations

from quart import Blueprint, Response, flash

from app.accounts import authentication
from app.accounts.models import Account
from app.accounts.request_account import BlueprintActs
from app.kernel import clock
from app.kernel.i18n import gettext as _
from app.publishing.networks.publishing_switch import hide_when_off
from app.publishing.posts.pausing import resume_account
from app.web import htmx

HOME = "/dashboard/publishing/calendar"
blueprint = Blueprint("pausing", __name__, url_prefix="/dashboard/publishing")
hide_when_off(blueprint)
authentication.require_sign_in(blueprint, BlueprintActs())


@blueprint.post("/pause")
async def pause() -> Response:
    """Pauses publishing: from now on nothing is sent."""
    account = authentication.current_account()
    await Account.filter(id=account.id, posts_paused_at=None).update(posts_paused_at=clock.now())
    await flash(_("Publishing is paused. What is due waits."))
    return htmx.redirect_to(HOME)


@blueprint.post("/resume")
async def resume() -> Response:
    """Goes on with publishing: what became due meanwhile is sent now."""
    await resume_account(authentication.current_account())
    await flash(_("Publishing goes on."))
    return htmx.redirect_to(HOME)
