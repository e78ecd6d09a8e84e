"""The endpoints to sign up: at once, or with a code by email where mail is configured."""

from __future__ import annotations

from typing import Any

from quart import Blueprint, Response, flash, request

from app.accounts import authentication, claim_cookie, guest
from app.accounts.registration import new_accounts, register
from app.accounts.sign_in_page import refused_form
from app.accounts.sign_up_checks import check_sign_up, is_sign_up_open, require_open_sign_up
from app.accounts.user import User
from app.kernel import i18n, installation
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Refusal
from app.sign_in import inbox_cookie, sign_up
from app.sign_in.first_session import begin_first_session
from app.sign_in.models import PendingSignUp
from app.web import client_info, htmx, language, page_sections
from app.web.forms import Form

blueprint = Blueprint("sign_up", __name__, url_prefix="/signup")
CODE = "/signup/code"
PAGE = "sign_up"  # its sections (app/web/page_sections.py) are further ways to sign up


@blueprint.get("")
async def sign_up_form() -> Response:
    """The sign-up form; it offers to take along what was created on this device without an account.

    It has what was typed before if this browser waits for a code.
    """
    next_path = authentication.local_path(request.args.get("next", ""))
    if authentication.signed_in_user():
        return htmx.redirect_to(next_path)
    form = Form({"language": i18n.current_language(), "take_along": "on"})
    if pending := await _pending():
        form.values |= {"name": pending.name, "email": pending.email, "language": pending.language, "of_age": "on"}
        next_path = pending.next_path or next_path
    return await _form_page(form, next_path)


@blueprint.post("")
async def submit_sign_up() -> Response:
    """Opens an account, or sends a code first; a refused form is shown again. Invalid forms count for no limit."""
    form, guest_account = await Form.submitted(), await claim_cookie.guest_of_browser()
    claims_guest = guest_account is not None and form.has("take_along")
    code = form["language"] if form["language"] in i18n.LANGUAGES else i18n.current_language()
    try:
        require_open_sign_up()
        await check_sign_up(form["email"], form["name"], form["password"], of_age=form.has("of_age"))
        await new_accounts.attempt(client_info.rate_limit_address())
        if installation.current().sends_email:
            return await _send_code(form, code, claims_guest=claims_guest)
        user = await _register(form, code, with_guest=claims_guest)
    except Refusal as refusal:
        return await _form_page(form, form["next"], refusal)
    return await begin_first_session(user, form["next"], code, claimed=claims_guest)


@blueprint.get("/code")
async def code_form() -> Response:
    """The form for the code that was sent."""
    pending = await _pending()
    return await _code_page(pending) if pending else htmx.redirect_to("/signup")


@blueprint.post("/code")
async def submit_code() -> Response:
    """Opens the account of the code and signs in; a wrong code is shown again with the tries that are left."""
    form, pending = await Form.submitted(), await _pending()
    if pending is None:
        return htmx.redirect_to("/signup")
    claims_guest = pending.take_along and await claim_cookie.guest_of_browser() is not None
    try:
        membership = await sign_up.finish_sign_up(pending, form["code"], claim_cookie.COOKIE.read())
    except Refusal as refusal:
        return await _code_page(pending, refusal)
    response = await begin_first_session(membership.user, pending.next_path, pending.language, claimed=claims_guest)
    return inbox_cookie.COOKIE.delete(response)


@blueprint.post("/code/again")
async def send_code_again() -> Response:
    """Sends a new code."""
    pending = await _pending()
    if pending is None:
        return htmx.redirect_to("/signup")
    try:
        await sign_up.send_code_again(
            pending, device=client_info.device_name(), address=client_info.rate_limit_address()
        )
    except Refusal as refusal:
        return await _code_page(pending, refusal)
    await flash(_("A new code is sent. The old one ends."))
    return htmx.redirect_to(CODE)


async def _form_page(form: Form, next_path: str, refusal: Refusal | None = None) -> Response:
    if not is_sign_up_open():
        return await htmx.render_response("accounts/sign_up_closed.html", status=403, next=next_path)
    context: dict[str, Any] = {
        "guest": await claim_cookie.guest_of_browser(),
        "sections": await page_sections.load_sections(PAGE),
    }
    if refusal:
        return await refused_form("accounts/sign_up.html", form, refusal, **context)
    return await htmx.render_response("accounts/sign_up.html", form=form, next=next_path, **context)


async def _pending() -> PendingSignUp | None:
    return await sign_up.pending_of_browser(inbox_cookie.COOKIE.read())


async def _send_code(form: Form, language_code: str, *, claims_guest: bool) -> Response:
    context = sign_up.SignUpContext(
        language_code,
        claims_guest,
        authentication.local_path(form["next"], otherwise=""),
        client_info.device_name(),
        client_info.rate_limit_address(),
    )
    browser = await sign_up.begin_sign_up(
        form["email"], form["name"], form["password"], of_age=form.has("of_age"), context=context
    )
    response = inbox_cookie.COOKIE.set(htmx.redirect_to(CODE), browser)
    language.set_language_cookie(response, language_code)
    return response


async def _register(form: Form, language_code: str, *, with_guest: bool) -> User:
    """Signs up the user of the form; with `with_guest`, as the owner of the guest account of this browser."""
    credentials = (form["email"], form["name"], form["password"])
    of_age = form.has("of_age")
    if with_guest:
        token = claim_cookie.COOKIE.read()
        return (await guest.sign_up_guest(token, *credentials, language=language_code, of_age=of_age)).user
    return (await register(*credentials, language=language_code, of_age=of_age, greeted=True)).user


async def _code_page(pending: PendingSignUp, refusal: Refusal | None = None) -> Response:
    if refusal:
        return await refused_form("sign_in/sign_up_code.html", Form(), refusal, pending=pending)
    return await htmx.render_response("sign_in/sign_up_code.html", form=Form(), pending=pending)
