"""The settings that concern more than the account's own row: plan and usage, emails, avatar, and deletion."""

from __future__ import annotations

from typing import Any

from quart import Blueprint, Response, flash

from app.accounts import authentication
from app.kernel import clock
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Refusal
from app.media.upload_form import uploaded
from app.plans import prices, quota
from app.plans.table import MB, MOST_KEYS, PLANS
from app.settings import avatar, delete_account
from app.settings.usage_summary import usage
from app.web import envelope, htmx
from app.web.forms import Form

HOME = "/dashboard/settings"
blueprint = Blueprint("membership", __name__, url_prefix="/dashboard")
authentication.protect(blueprint)


@blueprint.get("/settings/plan")
async def plan() -> Response:
    """The page with the plan, its limits and their usage."""
    account = authentication.account()
    return await htmx.answer(
        "settings/plan.html", active="settings", plan=quota.plan_of(account), plans=PLANS.values(), prices=prices,
        lines=await usage(account), resets_at=clock.next_month(), most_keys=MOST_KEYS, MB=MB,
    )


@blueprint.get("/settings/notifications")
async def notifications() -> Response:
    """The page where an account chooses which emails it gets."""
    return await htmx.answer("settings/notifications.html", active="settings")


@blueprint.post("/settings/notifications")
async def choose() -> Response:
    """Saves which emails the account gets; the time when it agreed to news is kept."""
    account, form = authentication.account(), await Form.submitted()
    now = clock.now()
    account.limits_muted_at = None if form.given("limits") else account.limits_muted_at or now
    account.news_agreed_at = (account.news_agreed_at or now) if form.given("news") else None
    await account.save(update_fields=["limits_muted_at", "news_agreed_at"])
    await flash(_("Your settings are saved."))
    return htmx.go(f"{HOME}/notifications")


@blueprint.post("/settings/avatar")
async def wear() -> Response:
    """Sets the picture in the form's hidden field as the avatar, or removes the avatar."""
    form = await Form.submitted()
    await avatar.wear(authentication.account(), "" if form.given("without") else form["avatar"])
    return htmx.go(f"{HOME}/")


@blueprint.post("/media/avatar")
async def upload() -> Response:
    """Stores an uploaded picture and sets it as the avatar."""
    form: Form = await Form.submitted()
    context: dict[str, Any] = {"name": "avatar", "purpose": "avatar"}
    try:
        context["media"] = await uploaded(authentication.account(), form.values | {"name": "avatar"}, "avatar")
    except Refusal as refusal:
        return await _refused_upload(form.blame(refusal), envelope.status_of(refusal), context)
    await avatar.wear(authentication.account(), str(context["media"].id))
    return await htmx.answer("media/_picture.html", **context) if htmx.asks_for_fragment() else htmx.go(f"{HOME}/")


@blueprint.get("/settings/leave")
async def ask() -> Response:
    """The page that asks for the password before the account is deleted."""
    return await _leave_page(Form())


@blueprint.post("/settings/leave")
async def leave() -> Response:
    """Deletes the account and signs out; a refused form is shown again."""
    form = await Form.submitted()
    try:
        await delete_account.leave(authentication.account(), form["current"], authentication.session())
    except Refusal as refusal:
        return await _leave_page(form.blame(refusal), envelope.status_of(refusal))
    await authentication.sign_out()
    await flash(_("Your account and everything in it are deleted."))
    return htmx.go("/login")


async def _leave_page(form: Form, status: int = 200) -> Response:
    return await htmx.answer("settings/leave.html", status=status, form=form, active="settings",
                           possessions=await delete_account.possessions(authentication.account()))


async def _refused_upload(form: Form, status: int, context: dict[str, Any]) -> Response:
    """The message of a refused picture."""
    message = next(iter(form.errors.values()))
    if htmx.asks_for_fragment():
        return await htmx.answer("media/_refused.html", status=status, error=message)
    return await htmx.answer("media/kept.html", status=status, media=None, error=message, back=f"{HOME}/", **context)
