"""Pages behind the links to choose a new password and to put an old email address back."""

from __future__ import annotations

from typing import Any

from quart import Blueprint, Response, flash

from app.accounts.sign_in_page import refused_form
from app.accounts.user import EmailTaken, User
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Refusal
from app.sign_in import inbox_cookie
from app.sign_in.email_change import restore_email
from app.sign_in.mailed_link import RESET, RESTORE, LinkUsedUp, MailedLink
from app.sign_in.password_reset import choose_password, needed_proofs, use_reset_link, user_choosing
from app.web import client_info, htmx
from app.web.forms import Form
from app.web.referrer_policy import hide_urls

blueprint = Blueprint("password_reset", __name__, url_prefix="/login")
hide_urls(blueprint)
NEW_PASSWORD = "/login/new-password"  # noqa: S105 - a path


@blueprint.get("/reset/<token>")
async def reset_page(token: str) -> Response:
    """Shows the button behind which a password is chosen. It changes nothing."""
    link = await MailedLink.by_token(RESET, token)
    return await (htmx.render_response("sign_in/use_reset.html", link=link, token=token) if link else _used_up())


@blueprint.post("/reset/<token>")
async def use_reset(token: str) -> Response:
    """Uses a link, and redirects this browser to the form for a new password."""
    try:
        browser = await use_reset_link(token)
    except LinkUsedUp:
        return await _used_up()
    return inbox_cookie.COOKIE.set(htmx.redirect_to(NEW_PASSWORD), browser)


@blueprint.get("/restore/<token>")
async def restore_page(token: str) -> Response:
    """The page with the button that puts an old address back. It changes nothing."""
    link = await MailedLink.by_token(RESTORE, token)
    return await (htmx.render_response("sign_in/use_restore.html", link=link, token=token) if link else _used_up())


@blueprint.post("/restore/<token>")
async def use_restore(token: str) -> Response:
    """Puts an old address back, ends every session, and redirects this browser to the form for a new password."""
    try:
        _user, browser = await restore_email(token, client_info.device_name())
    except (LinkUsedUp, EmailTaken):
        return await _used_up()
    await flash(_("Your old address is back, and every device is signed out. Choose a new password now."))
    return inbox_cookie.COOKIE.set(htmx.redirect_to(NEW_PASSWORD), browser)


@blueprint.get("/new-password")
async def new_password_form() -> Response:
    """The form for a new password; it asks for a second factor, too, where there is one."""
    user = await user_choosing(inbox_cookie.COOKIE.read())
    return await (_form_page(user, Form()) if user else _used_up())


@blueprint.post("/new-password")
async def set_new_password() -> Response:
    """Sets the password and redirects to the sign-in form; a refused form is shown again.

    The password is checked first, so that no code of a second factor is used up by one that is refused.
    """
    form, browser = await Form.submitted(), inbox_cookie.COOKIE.read()
    user = await user_choosing(browser)
    if user is None:
        return await _used_up()
    try:
        await user.check_new_password(form["password"])
        for proof in await needed_proofs(user):
            await proof.prove(user, form[proof.field])
        await choose_password(browser, form["password"], client_info.device_name())
    except LinkUsedUp:
        return await _used_up()
    except Refusal as refusal:
        return await _form_page(user, form, refusal)
    await flash(_("Your new password is set, and every device is signed out. Sign in with it."))
    return inbox_cookie.COOKIE.delete(htmx.redirect_to("/login"))


async def _form_page(user: User, form: Form, refusal: Refusal | None = None) -> Response:
    context: dict[str, Any] = {"email": user.email, "proofs": await needed_proofs(user)}
    if refusal:
        return await refused_form("sign_in/new_password.html", form, refusal, **context)
    return await htmx.render_response("sign_in/new_password.html", form=form, **context)


async def _used_up() -> Response:
    return await htmx.render_response("sign_in/used_up.html", status=410, reset=True)
