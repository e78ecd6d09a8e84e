"""The settings that concern more than the account's own row: emails and avatar."""

from __future__ import annotations

from typing import Any

from quart import Blueprint, Response, flash

from app.accounts import authentication
from app.accounts.request_account import PERSONAL, BlueprintActs
from app.accounts.roles import MANAGE_ACCOUNT
from app.gateway.catalogue.offered import offered_models
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Refusal
from app.media.upload_form import store_upload
from app.settings import avatar
from app.web import envelope, htmx
from app.web.forms import Form

HOME = "/dashboard/settings"
blueprint = Blueprint("account", __name__, url_prefix="/dashboard")
authentication.require_sign_in(
    blueprint,
    BlueprintActs(
        MANAGE_ACCOUNT,
        MANAGE_ACCOUNT,
        acts={
            "notifications_page": PERSONAL,
            "save_notifications": PERSONAL,
            "change_avatar": PERSONAL,
            "upload_avatar": PERSONAL,
        },
    ),
)


@blueprint.get("/settings/notifications")
async def notifications_page() -> Response:
    """The page where a user chooses which emails they get."""
    offers_ai = bool(await offered_models()) or authentication.current_user().ai_news_agreed_at is not None
    return await htmx.render_response("settings/notifications.html", active="settings", offers_ai=offers_ai)


@blueprint.post("/settings/notifications")
async def save_notifications() -> Response:
    """Saves which emails the user gets; the time when they agreed to news is kept."""
    user, form = authentication.current_user(), await Form.submitted()
    await user.choose_limit_emails(wanted=form.has("limits"))
    await user.choose_broken_link_emails(wanted=form.has("broken_links"))
    await user.choose_post_emails(wanted=form.has("posts"))
    await user.choose_news(agreed=form.has("news"))
    await user.choose_ai_news(agreed=form.has("ai_news"))
    await flash(_("Your settings are saved."))
    return htmx.redirect_to(f"{HOME}/notifications")


@blueprint.post("/settings/avatar")
async def change_avatar() -> Response:
    """Sets the picture in the form's hidden field as the avatar, or removes the avatar."""
    form = await Form.submitted()
    chosen = "" if form.has("without") else form["avatar"]
    await avatar.set_avatar(authentication.current_user(), chosen)
    return htmx.redirect_to(f"{HOME}/")


@blueprint.post("/media/avatar")
async def upload_avatar() -> Response:
    """Stores an uploaded picture and sets it as the avatar."""
    form: Form = await Form.submitted()
    context: dict[str, Any] = {"name": "avatar", "purpose": "avatar"}
    try:
        context["media"] = await store_upload(avatar.account_for_avatar(), form.values | {"name": "avatar"}, "avatar")
    except Refusal as refusal:
        return await _refused_upload(form.blame(refusal), envelope.page_status(refusal), context)
    await avatar.set_avatar(authentication.current_user(), str(context["media"].id))
    return (
        await htmx.render_response("media/_picture.html", **context)
        if htmx.wants_fragment()
        else htmx.redirect_to(f"{HOME}/")
    )


async def _refused_upload(form: Form, status: int, context: dict[str, Any]) -> Response:
    """The message of a refused picture."""
    message = next(iter(form.errors.values()))
    if htmx.wants_fragment():
        return await htmx.render_response("media/_refused.html", status=status, error=message)
    return await htmx.render_response(
        "media/kept_picture.html", status=status, media=None, error=message, back=f"{HOME}/", **context
    )
