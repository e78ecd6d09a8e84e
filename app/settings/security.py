"""Settings: security. The password, the email, and where one is signed in.

Whoever changes the password or the email is signed out everywhere else, and goes on in a new session here.
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
    return await _page(Form())


@blueprint.post("/password")
async def change_password() -> Response:
    """Changes the password, and revokes the API keys too where the form says so."""
    account, form, revoked = authentication.account(), await Form.submitted(), 0

    async def revoke() -> None:
        nonlocal revoked
        revoked = await ApiKey.revoke_all(account)

    try:
        await account.change_password(form["current"], form["password"], client_info.device(), session=authentication.session(),
                                      also=revoke if form.given("revoke_keys") else None)
    except Refusal as refusal:
        return await _password_refused(form.blame(refusal), envelope.status_of(refusal))
    await authentication.sign_in(account, first=True)
    said = [_("Your password is changed. Every other device is signed out.")]
    if revoked:
        words = ngettext("%(num)s API key is revoked.", "%(num)s API keys are revoked.", revoked)
        said.append(words % {"num": revoked})
    await flash(" ".join(said))
    return htmx.go(HOME)


@blueprint.post("/email")
async def change_email() -> Response:
    """Another address to sign in with."""
    account, form = authentication.account(), await Form.submitted()
    before = account.email
    try:
        await move(account, form["email"], form["password_now"], client_info.device(), authentication.session())
    except Refusal as refusal:
        form.blame(refusal)
        if wrong := form.errors.pop("current", ""):
            form.errors["password_now"] = wrong
        return await _page(form, envelope.status_of(refusal))
    if account.email == before:
        await flash(_("You sign in with that address already."))
        return htmx.go(HOME)
    await authentication.sign_in(account, first=True)
    await flash(_("You sign in with %(email)s from now on. Every other device is signed out.") % {
        "email": isolated(account.email)})
    return htmx.go(HOME)


@blueprint.post("/sessions/<uuid:id>/end")
async def end_session(id: object) -> Response:
    if not await Session.filter(account=authentication.account(), id=id).delete():
        raise NotFound
    await flash(_("That device is signed out."))
    return htmx.go(HOME)


@blueprint.post("/sessions/end")
async def end_sessions() -> Response:
    await authentication.account().sign_out_everywhere()
    await authentication.sign_out()
    await flash(_("You are signed out on every device."))
    return htmx.go("/login")


async def _password_refused(form: Form, status: int) -> Response:
    if htmx.asks_for_fragment():
        return await htmx.answer("settings/_password.html", status=status, form=form, keys=await _keys())
    return await _page(form, status)


async def _page(form: Form, status: int = 200) -> Response:
    sessions = await Session.live().filter(account=authentication.account()).order_by("-last_seen_at").limit(100)
    return await htmx.answer(
        "settings/security.html", status=status, form=form, sessions=sessions, here=authentication.session(), active="settings",
        device=client_info.device(), keys=await _keys(),
    )


async def _keys() -> int:
    """How many active API keys the account has."""
    return await ApiKey.owned_by(authentication.account()).filter(revoked_at=None).count()
