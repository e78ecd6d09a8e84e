"""The endpoints to sign up, sign in and sign out."""

from typing import Any

from quart import Blueprint, Response, request

from app.accounts import authentication, claim_cookie, device_cookie, guest, sign_in_flow
from app.accounts.registration import new_accounts, register
from app.accounts.sign_up_checks import check_sign_up
from app.accounts.user import User
from app.kernel import i18n
from app.kernel.refusal import Refusal
from app.web import client_info, envelope, hosts, htmx, language
from app.web.forms import Form
from app.web.resubmit import SubmittedForm

blueprint = Blueprint("sign_in", __name__)
hosts.serve_on("dashboard", "login", "signup", "logout")
FIRST_VISIT = "/dashboard/first-steps/"  # the page where new accounts choose what to create


@blueprint.get("/dashboard")
async def dashboard() -> Response:
    """Redirects to the first page of the dashboard."""
    return htmx.redirect_to(authentication.local_path(""))


@blueprint.get("/login")
async def sign_in_form() -> Response:
    """The sign-in form."""
    if authentication.signed_in_user():
        return htmx.redirect_to(_next_path())
    return await htmx.render_response("accounts/sign_in.html", form=Form(), next=_next_path())


@blueprint.post("/login")
async def sign_in() -> Response:
    """Signs in and redirects to the page that was requested; a refused form is shown again."""
    form = await Form.submitted()
    try:
        user = await _authenticate(form)
    except Refusal as refusal:
        return await _refused_form("accounts/sign_in.html", form, refusal)
    return await sign_in_flow.finish_sign_in(user, form["next"])


@blueprint.get("/login/again")
async def sign_in_again_form() -> Response:
    """Redirects to the sign-in form: a GET request does not carry the fields of an earlier form."""
    return htmx.redirect_to("/login")


@blueprint.post("/login/again")
async def sign_in_again() -> Response:
    """Signs in after a session ended while a form was open, and shows that form to be sent again."""
    form = await Form.submitted()
    pending_form = SubmittedForm.read(form["typed"], below="/dashboard/")
    if pending_form is None:
        return htmx.redirect_to("/login")
    try:
        user = await _authenticate(form)
    except Refusal as refusal:
        return await _refused_form("accounts/expired.html", form, refusal, pending_form=pending_form)
    await authentication.sign_in(user)
    return await htmx.render_response("accounts/resubmit.html", pending_form=pending_form)


@blueprint.get("/signup")
async def sign_up_form() -> Response:
    """The sign-up form; it offers to take along what was created on this device without an account."""
    if authentication.signed_in_user():
        return htmx.redirect_to(_next_path())
    form = Form({"language": i18n.current_language(), "take_along": "on"})
    return await htmx.render_response(
        "accounts/sign_up.html", form=form, next=_next_path(), guest=await claim_cookie.guest_of_browser()
    )


@blueprint.post("/signup")
async def sign_up() -> Response:
    """Opens an account; it gets what was created on this device without one, unless the form declines that.

    Invalid forms are not counted by the rate limit.
    """
    form, guest_account = await Form.submitted(), await claim_cookie.guest_of_browser()
    claims_guest = guest_account is not None and form.has("take_along")
    language_code = form["language"] if form["language"] in i18n.LANGUAGES else i18n.current_language()
    try:
        await check_sign_up(form["email"], form["name"], form["password"], of_age=form.has("of_age"))
        await new_accounts.attempt(client_info.rate_limit_address())
        user = await _register(form, language_code, with_guest=claims_guest)
    except Refusal as refusal:
        return await _refused_form("accounts/sign_up.html", form, refusal, guest=guest_account)
    await authentication.sign_in(user, first=True)
    next_path = authentication.local_path(form["next"])
    response = htmx.redirect_to(
        FIRST_VISIT if next_path == authentication.local_path("") and not claims_guest else next_path
    )
    language.set_language_cookie(response, language_code)
    return claim_cookie.delete_cookie(response) if claims_guest else response


async def _register(form: Form, language_code: str, *, with_guest: bool) -> User:
    """Signs up the user of the form; with `with_guest`, as the owner of the guest account of this browser."""
    credentials = (form["email"], form["name"], form["password"])
    of_age = form.has("of_age")
    if with_guest:
        token = claim_cookie.claim_token()
        return (await guest.sign_up_guest(token, *credentials, language=language_code, of_age=of_age)).user
    return (await register(*credentials, language=language_code, of_age=of_age, greeted=True)).user


@blueprint.post("/logout")
async def sign_out() -> Response:
    """Signs out."""
    await authentication.sign_out()
    return htmx.redirect_to("/login")


def _next_path() -> str:
    """The path in the query parameter `next`, if it is one of this site."""
    return authentication.local_path(request.args.get("next", ""))


async def _authenticate(form: Form) -> User:
    """The user with the form's email and password. Raises: those of User.authenticate."""
    return await User.authenticate(
        form["email"], form["password"], client_info.rate_limit_address(), device_cookie.received_token()
    )


async def _refused_form(template: str, form: Form, refusal: Refusal, **context: Any) -> Response:
    """The form with the refusal's message, and with `Retry-After` where a rate limit refused."""
    status = envelope.page_status(refusal)
    page = await htmx.render_response(
        template,
        status=status,
        form=form.blame(refusal),
        next=authentication.local_path(form["next"]),
        tries_left=refusal.facts.get("left"),
        **context,
    )
    if refusal.retry_after is not None:
        page.headers["Retry-After"] = str(refusal.retry_after)
    return page
