"""Pages behind the links to choose a new password and to put an old email address back."""

from __future__ import annotations

from quart import Blueprint, Response, flash

from app.accounts import sign_in_flow
from app.accounts.user import EmailTaken
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Refusal
from app.sign_in import inbox_cookie
from app.sign_in.email_change import restore_email
from app.sign_in.mailed_link import RESET, RESTORE, LinkUsedUp, MailedLink
from app.sign_in.password_reset import choose_password, use_reset_link, user_choosing
from app.sign_in.private_pages import keep_addresses_private
from app.web import client_info, htmx
from app.web.forms import Form

blueprint = Blueprint("password_reset", __name__, url_prefix="/login")
keep_addresses_private(blueprint)
NEW_PASSWORD = "/login/new-password"  # noqa: S105 - a path


@blueprint.get("/reset/<token>")
async def reset_page(token: str) -> Response:
    """The page with the button that leads to the choice of a password. It changes nothing."""
    link = await MailedLink.by_token(RESET, token)
    return await (htmx.render_response("sign_in/use_reset.html", link=link, token=token) if link else _used_up())


@blueprint.post("/reset/<token>")
async def use_reset(token: str) -> Response:
    """Uses a link, and leads this browser to the choice of a password."""
    try:
        browser = await use_reset_link(token)
    except LinkUsedUp:
        return await _used_up()
    return inbox_cookie.set_cookie(htmx.redirect_to(NEW_PASSWORD), browser)


@blueprint.get("/restore/<token>")
async def restore_page(token: str) -> Response:
    """The page with the button that puts an old address back. It changes nothing."""
    link = await MailedLink.by_token(RESTORE, token)
    return await (htmx.render_response("sign_in/use_restore.html", link=link, token=token) if link else _used_up())


@blueprint.post("/restore/<token>")
async def use_restore(token: str) -> Response:
    """Puts an old address back, ends every session, and leads this browser to the choice of a password."""
    try:
        _user, browser = await restore_email(token)
    except (LinkUsedUp, EmailTaken):
        return await _used_up()
    await flash(_("Your old address is back, and every device is signed out. Choose a new password now."))
    return inbox_cookie.set_cookie(htmx.redirect_to(NEW_PASSWORD), browser)


@blueprint.get("/new-password")
async def new_password_form() -> Response:
    """The form for a new password; a second factor is asked for before it."""
    user = await user_choosing(inbox_cookie.received_token())
    if user is None:
        return await _used_up()
    if step := await sign_in_flow.further_step(user, NEW_PASSWORD):
        return step
    return await htmx.render_response("sign_in/new_password.html", form=Form(), email=user.email)


@blueprint.post("/new-password")
async def set_new_password() -> Response:
    """Sets the password and leads to the sign-in form; a refused form is shown again."""
    form, browser = await Form.submitted(), inbox_cookie.received_token()
    user = await user_choosing(browser)
    if user is None:
        return await _used_up()
    if step := await sign_in_flow.further_step(user, NEW_PASSWORD):
        return step
    try:
        await choose_password(browser, form["password"], client_info.device_name())
    except LinkUsedUp:
        return await _used_up()
    except Refusal as refusal:
        return await sign_in_flow.refused_form("sign_in/new_password.html", form, refusal, email=user.email)
    await flash(_("Your new password is set, and every device is signed out. Sign in with it."))
    return inbox_cookie.delete_cookie(htmx.redirect_to("/login"))


async def _used_up() -> Response:
    return await htmx.render_response("sign_in/used_up.html", status=410, reset=True)
