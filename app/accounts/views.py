"""Signing up, in and out."""

from typing import Any

from quart import Blueprint, Response, request

from app.accounts import authentication, claim_cookie, device_cookie, guest
from app.accounts.models import Account, new_accounts
from app.accounts.sign_up import check_sign_up
from app.kernel import i18n
from app.kernel.refusal import Refusal
from app.web import client_info, envelope, hosts, htmx, language
from app.web.forms import Form
from app.web.resubmit import Again

blueprint = Blueprint("sign_in", __name__)
hosts.serve_on("dashboard", "login", "signup", "logout")
FIRST_VISIT = "/dashboard/first-steps/"  # asks somebody new what to make first


@blueprint.get("/dashboard")
async def dashboard() -> Response:
    return htmx.go(authentication.local(""))


@blueprint.get("/login")
async def enter() -> Response:
    if authentication.visitor():
        return htmx.go(_next())
    return await htmx.answer("accounts/sign_in.html", form=Form(), next=_next())


@blueprint.post("/login")
async def sign_in() -> Response:
    form = await Form.submitted()
    try:
        account = await _authenticated(form)
    except Refusal as refusal:
        return await _refused("accounts/sign_in.html", form, refusal)
    await authentication.sign_in(account)
    return htmx.go(authentication.local(form["next"]))


@blueprint.get("/login/again")
async def enter_again() -> Response:
    """What was typed does not come along with a GET: signing in is all that is left to do here."""
    return htmx.go("/login")


@blueprint.post("/login/again")
async def sign_in_again() -> Response:
    """After a session ended while a form was open: signs in, and shows the form to be sent again."""
    form = await Form.submitted()
    typed = Again.read(form["typed"], below="/dashboard/")
    if typed is None:
        return htmx.go("/login")
    try:
        account = await _authenticated(form)
    except Refusal as refusal:
        return await _refused("accounts/expired.html", form, refusal, again=typed)
    await authentication.sign_in(account)
    return await htmx.answer("accounts/again.html", again=typed)


@blueprint.get("/signup")
async def join() -> Response:
    if authentication.visitor():
        return htmx.go(_next())
    form = Form({"language": i18n.language(), "take_along": "on"})
    return await htmx.answer("accounts/sign_up.html", form=form, next=_next(), guest=await claim_cookie.guest())


@blueprint.post("/signup")
async def sign_up() -> Response:
    """Who made something on this device without an account takes it along, unless they say otherwise.

    A form that is not filled in well counts as no attempt.
    """
    form, before = await Form.submitted(), await claim_cookie.guest()
    chosen = form["language"] if form["language"] in i18n.LANGUAGES else i18n.language()
    try:
        check_sign_up(form["email"], form["name"], form["password"], of_age=form.given("of_age"))
        await new_accounts.attempt(client_info.address())
        account = await _opened(form, chosen, with_guest=before is not None and form.given("take_along"))
    except Refusal as refusal:
        return await _refused("accounts/sign_up.html", form, refusal, guest=before)
    await authentication.sign_in(account, first=True)
    taken = before is not None and form.given("take_along")
    asked = authentication.local(form["next"])
    response = htmx.go(FIRST_VISIT if asked == authentication.local("") and not taken else asked)
    language.remember(response, chosen)
    return claim_cookie.take_away(response) if taken else response


async def _opened(form: Form, chosen: str, *, with_guest: bool) -> Account:
    said = (form["email"], form["name"], form["password"])
    of_age = form.given("of_age")
    if with_guest:
        return await guest.sign_up(claim_cookie.token(), *said, language=chosen, of_age=of_age)
    return await Account.open(*said, language=chosen, of_age=of_age, greeted=True)


@blueprint.post("/logout")
async def leave() -> Response:
    await authentication.sign_out()
    return htmx.go("/login")


def _next() -> str:
    return authentication.local(request.args.get("next", ""))


async def _authenticated(form: Form) -> Account:
    """The account that an email and a password open. Refusals: those of Account.authenticate."""
    return await Account.authenticate(form["email"], form["password"], client_info.address(), device_cookie.carried())


async def _refused(template: str, form: Form, refusal: Refusal, **context: Any) -> Response:
    status = envelope.status_of(refusal)
    page = await htmx.answer(template, status=status, form=form.blame(refusal), next=authentication.local(form["next"]),
                           tries_left=refusal.facts.get("left"), **context)
    if refusal.retry_after is not None:
        page.headers["Retry-After"] = str(refusal.retry_after)
    return page
