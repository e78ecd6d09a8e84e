"""The endpoints to sign in with a password and to sign out."""

from quart import Blueprint, Response, request

from app.accounts import authentication, device_cookie, sign_in_flow
from app.accounts.sign_in_page import refused_form, sign_in_page
from app.accounts.user import User
from app.kernel.refusal import Refusal
from app.web import client_info, hosts, htmx
from app.web.forms import Form
from app.web.resubmit import SubmittedForm

blueprint = Blueprint("sign_in", __name__)
hosts.serve_on("dashboard", "login", "signup", "logout")


@blueprint.get("/login")
async def sign_in_form() -> Response:
    """The sign-in form."""
    if authentication.signed_in_user():
        return htmx.redirect_to(_next_path())
    return await sign_in_page(Form({"next": _next_path()}))


@blueprint.post("/login")
async def sign_in() -> Response:
    """Signs in and redirects to the page that was requested; a refused form is shown again."""
    form = await Form.submitted()
    try:
        user = await _authenticate(form)
    except Refusal as refusal:
        return await sign_in_page(form, refusal)
    return await sign_in_flow.finish_sign_in(user, form["next"])


@blueprint.get("/login/again")
async def sign_in_after_expiry_form() -> Response:
    """Redirects to the sign-in form: a GET request does not carry the fields of an earlier form."""
    return htmx.redirect_to("/login")


@blueprint.post("/login/again")
async def sign_in_after_expiry() -> Response:
    """Signs in after a session ended while a form was open, and shows that form to be sent again."""
    form = await Form.submitted()
    pending_form = SubmittedForm.read(form["typed"], below="/dashboard/")
    if pending_form is None:
        return htmx.redirect_to("/login")
    try:
        user = await _authenticate(form)
    except Refusal as refusal:
        return await refused_form("accounts/expired.html", form, refusal, pending_form=pending_form)
    return await sign_in_flow.finish_sign_in(user, "", pending_form=pending_form)


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
        form["email"], form["password"], client_info.rate_limit_address(), device_cookie.COOKIE.read()
    )
