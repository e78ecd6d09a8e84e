"""The security settings: the password, the email address, and the devices that are signed in.

A change of password or email ends all other sessions and begins a new one on this device.
"""

from __future__ import annotations

from quart import Blueprint, Response, flash

from app.accounts import authentication
from app.accounts.email_change import move
from app.accounts.models import Session
from app.kernel.bidi import isolated
from app.kernel.i18n import gettext as _
from app.kernel.i18n import ngettext
from app.kernel.refusal import NotFound, Refusal
from app.keys.models import ApiKey
from app.web import client_info, envelope, htmx
from app.web.forms import Form

blueprint = Blueprint("security", __name__, url_prefix="/dashboard/settings/security")
authentication.protect(blueprint)
HOME = "/dashboard/settings/security"


@blueprint.get("")
async def index() -> Response:
    """The page of the security settings."""
    return await _security_page(Form())


@blueprint.post("/password")
async def change_password() -> Response:
    """Changes the password, and revokes the API keys if the form says so; a refused form is shown again."""
    account, form, revoked = authentication.account(), await Form.submitted(), 0

    async def revoke() -> None:
        """Revokes the API keys in the transaction of the password change."""
        nonlocal revoked
        revoked = await ApiKey.revoke_all(account)

    try:
        await account.change_password(
            form["current"], form["password"], client_info.device(), session=authentication.session(),
            also=revoke if form.given("revoke_keys") else None)
    except Refusal as refusal:
        return await _refused_password(form.blame(refusal), envelope.status_of(refusal))
    await authentication.sign_in(account, first=True)
    messages = [_("Your password is changed. Every other device is signed out.")]
    if revoked:
        template = ngettext("%(num)s API key is revoked.", "%(num)s API keys are revoked.", revoked)
        messages.append(template % {"num": revoked})
    await flash(" ".join(messages))
    return htmx.go(HOME)


@blueprint.post("/email")
async def change_email() -> Response:
    """Changes the email address to sign in with; a refused form is shown again."""
    account, form = authentication.account(), await Form.submitted()
    previous_email = account.email
    try:
        await move(account, form["email"], form["password_now"], client_info.device(), authentication.session())
    except Refusal as refusal:
        form.blame(refusal)
        if password_error := form.errors.pop("current", ""):
            form.errors["password_now"] = password_error
        return await _security_page(form, envelope.status_of(refusal))
    if account.email == previous_email:
        await flash(_("You sign in with that address already."))
        return htmx.go(HOME)
    await authentication.sign_in(account, first=True)
    await flash(_("You sign in with %(email)s from now on. Every other device is signed out.") % {
        "email": isolated(account.email)})
    return htmx.go(HOME)


@blueprint.post("/sessions/<uuid:id>/end")
async def end_session(id: object) -> Response:
    """Signs out one device. Raises: NotFound."""
    if not await Session.filter(account=authentication.account(), id=id).delete():
        raise NotFound
    await flash(_("That device is signed out."))
    return htmx.go(HOME)


@blueprint.post("/sessions/end")
async def end_sessions() -> Response:
    """Signs out every device, this one included."""
    await authentication.account().sign_out_everywhere()
    await authentication.sign_out()
    await flash(_("You are signed out on every device."))
    return htmx.go("/login")


async def _refused_password(form: Form, status: int) -> Response:
    if htmx.asks_for_fragment():
        return await htmx.answer("settings/_password.html", status=status, form=form, keys=await _count_keys())
    return await _security_page(form, status)


async def _security_page(form: Form, status: int = 200) -> Response:
    sessions = await Session.live().filter(account=authentication.account()).order_by("-last_seen_at").limit(100)
    return await htmx.answer(
        "settings/security.html", status=status, form=form, sessions=sessions, here=authentication.session(),
        active="settings", device=client_info.device(), keys=await _count_keys(),
    )


async def _count_keys() -> int:
    """How many active API keys the account has."""
    return await ApiKey.owned_by(authentication.account()).filter(revoked_at=None).count()
