"""The security settings: the password, the email address, and the devices that are signed in.

A change of password or email ends all other sessions and begins a new one on this device.
"""

from __future__ import annotations

from typing import Any

from quart import Blueprint, Response, flash, request
from tortoise.queryset import QuerySet

from app.accounts import authentication
from app.accounts.confirmation import needs_confirmation
from app.accounts.models import Session
from app.accounts.request_account import PERSONAL, BlueprintActs, owned_accounts
from app.accounts.security_log import record_event
from app.accounts.sign_up_checks import normalize_email
from app.accounts.user import User
from app.kernel import i18n, installation
from app.kernel.bidi import isolate
from app.kernel.db import transaction
from app.kernel.i18n import gettext as _
from app.kernel.i18n import ngettext
from app.kernel.refusal import NotFound, Refusal
from app.keys.models import ApiKey
from app.sign_in import email_change, email_verification
from app.sign_in.second_factor.authenticator import Authenticator
from app.team.audit_log import record_act
from app.web import client_info, envelope, htmx, page_sections
from app.web.first_rows import first_rows
from app.web.forms import Form
from app.web.list_search import ListSearch, has_words, url_after_act
from app.web.pagination import page_or_first

blueprint = Blueprint("security", __name__, url_prefix="/dashboard/settings/security")
authentication.require_sign_in(blueprint, BlueprintActs(PERSONAL, PERSONAL))
EMAIL_CODE = "/dashboard/settings/security/email/code"
HOME, PAGE = "/dashboard/settings/security", "security"  # the page's sections: app/web/page_sections.py
SESSIONS, PAGE_SIZE = f"{HOME}/sessions", 30


@blueprint.get("")
async def security_page() -> Response:
    """The page of the security settings."""
    return await _security_page(Form())


@blueprint.post("/password")
@needs_confirmation
async def change_password() -> Response:
    """Changes the password, and revokes the API keys if the form says so; a refused form is shown again."""
    user, form, revoked = authentication.current_user(), await Form.submitted(), 0

    async def revoke() -> None:
        """Revokes the API keys in the transaction of the password change."""
        nonlocal revoked
        for account in owned_accounts():
            if count := await ApiKey.revoke_all(account):
                await record_act(account.id, user, "keys_revoked", str(count))
                revoked += count

    try:
        await user.change_password(
            form["current"],
            form["password"],
            client_info.device_name(),
            session=authentication.current_session(),
            also=revoke if form.has("revoke_keys") else None,
        )
    except Refusal as refusal:
        return await _refused_password(form.blame(refusal), envelope.page_status(refusal))
    await authentication.sign_in(user, first=True)
    await flash(_password_changed_message(revoked))
    return htmx.redirect_to(HOME)


def _password_changed_message(revoked: int) -> str:
    """The message after a change of password, with the number of API keys that it revoked, if any."""
    messages = [_("Your password is changed. Every other device is signed out.")]
    if revoked:
        template = ngettext("%(num)s API key is revoked.", "%(num)s API keys are revoked.", revoked)
        messages.append(template % {"num": revoked})
    return " ".join(messages)


@blueprint.post("/password/set")
@needs_confirmation
async def set_first_password() -> Response:
    """Sets the password of a user who has none; a refused form is shown again. Raises: NotFound for others."""
    user, form = authentication.current_user(), await Form.submitted()
    if user.password_hash:
        raise NotFound
    try:
        await user.set_password(form["password"], client_info.device_name())
    except Refusal as refusal:
        return await _security_page(form.blame(refusal), envelope.page_status(refusal))
    await authentication.sign_in(user, first=True)
    await flash(_("Your password is set. Every other device is signed out."))
    return htmx.redirect_to(HOME)


@blueprint.post("/email")
@needs_confirmation
async def change_email() -> Response:
    """Changes the email address to sign in with, or sends a code to it first; a refused form is shown again."""
    user, form = authentication.current_user(), await Form.submitted()
    try:
        new_email = normalize_email(form["email"])
        if new_email == user.email:
            await flash(_("You sign in with that address already."))
            return htmx.redirect_to(HOME)
        if installation.current().sends_email:
            await email_verification.begin_verification(user, new_email, client_info.device_name())
            return htmx.redirect_to(EMAIL_CODE)
        await email_change.change_sign_in_email(user, new_email, client_info.device_name())
    except Refusal as refusal:
        return await _security_page(form.blame(refusal), envelope.page_status(refusal))
    await authentication.sign_in(user, first=True)
    await flash(
        _("You sign in with %(email)s from now on. Every other device is signed out.") % {"email": isolate(user.email)}
    )
    return htmx.redirect_to(HOME)


@blueprint.get("/sessions")
async def list_sessions() -> Response:
    """The devices that are signed in, the one that was used last first, or the part of the list that htmx requests."""
    user, search = authentication.current_user(), ListSearch.of(SESSIONS, request.args)
    sessions = _sessions_of(user)
    matches = sessions.filter(has_words(search.q, ["device"])) if search.q else sessions
    page = await page_or_first(matches, by="last_seen_at", cursor=search.after, size=PAGE_SIZE)
    region: dict[str, Any] = {"rows": page.rows, "next": page.next, "search": search, **_session_words()}
    templates = "settings/_session_rows.html", "settings/_session_list.html"
    if (part := await htmx.render_part_of_list(search.after, *templates, **region)) is not None:
        return part
    several = await sessions.count() > 1
    return await htmx.render_response("settings/sessions.html", active="settings", several=several, **region)


@blueprint.post("/sessions/<uuid:id>/end")
@needs_confirmation
async def end_session(id: object) -> Response:
    """Signs out one device, and goes back to the list that the form is in. Raises: NotFound."""
    user, form = authentication.current_user(), await Form.submitted()
    if not await Session.filter(user=user, id=id).delete():
        raise NotFound
    await flash(_("That device is signed out."))
    return htmx.redirect_to(url_after_act(form.values, SESSIONS, HOME))


@blueprint.post("/sessions/end")
@needs_confirmation
async def sign_out_everywhere() -> Response:
    """Signs out every device, this one included."""
    await authentication.current_user().sign_out_everywhere()
    await authentication.sign_out()
    await flash(_("You are signed out on every device."))
    return htmx.redirect_to("/login")


async def _refused_password(form: Form, status: int) -> Response:
    if htmx.wants_fragment():
        return await htmx.render_response("settings/_password.html", status=status, form=form, keys=await _count_keys())
    return await _security_page(form, status)


async def _security_page(form: Form, status: int = 200) -> Response:
    return await htmx.render_response(
        "settings/security.html",
        status=status,
        form=form,
        sections=await page_sections.load_sections(PAGE, authentication.current_user()),
        active="settings",
        well_protected=await Authenticator.of(authentication.current_user().id) is not None,
        device=client_info.device_name(),
        by_email=installation.current().sends_email,
        keys=await _count_keys(),
    )


@blueprint.post("/sessions/end-others")
@needs_confirmation
async def sign_out_elsewhere() -> Response:
    """Signs out every device but this one."""
    user = authentication.current_user()
    async with transaction():
        if await user.sign_out_everywhere(authentication.current_session()):
            await record_event(user.id, "signed_out_elsewhere")
    await flash(_("Every other device is signed out."))
    return htmx.redirect_to(HOME)


async def _load_sessions(user: User) -> dict[str, Any]:
    """The values of the section with the devices that are signed in."""
    return {"sessions": await first_rows(_sessions_of(user).order_by("-last_seen_at", "-id")), **_session_words()}


def _sessions_of(user: User) -> QuerySet[Session]:
    return Session.live().filter(user=user)


def _session_words() -> dict[str, Any]:
    return {"current_session": authentication.current_session(), "country_name": i18n.country_name}


page_sections.add_section(PAGE, 80, "settings/_sessions.html", _load_sessions)


async def _count_keys() -> int:
    """How many active API keys the accounts have that the user owns; nobody else may revoke them."""
    return await ApiKey.filter(account_id__in=[account.id for account in owned_accounts()], revoked_at=None).count()
