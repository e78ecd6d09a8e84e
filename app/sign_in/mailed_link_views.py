"""Pages of links by email: the sign-in link, the request for a new password, and what to do until the email comes.

They exist only where mail is configured. Opening a link shows a button, because mail programs open links too; only
pressing the button uses it.
"""

from __future__ import annotations

from quart import Blueprint, Response, abort, flash

from app.accounts import authentication, device_cookie, sign_in_flow
from app.accounts.sign_in_page import refused_form, sign_in_page
from app.kernel import installation
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Refusal
from app.sign_in import inbox_cookie, link_requests
from app.sign_in.mailed_link import RESET, SIGN_IN, LinkUsedUp, MailedLink
from app.sign_in.sign_in_link import use_link
from app.web import client_info, htmx
from app.web.forms import Form
from app.web.referrer_policy import hide_urls

blueprint = Blueprint("mail_links", __name__, url_prefix="/login")
hide_urls(blueprint)
INBOX = "/login/inbox"


@blueprint.before_request
async def require_mail() -> None:
    """Answers 404 where no email leaves this installation."""
    if not installation.current().sends_email:
        abort(404)


@blueprint.post("/link")
async def request_link() -> Response:
    """Sends a sign-in link to the address of the sign-in form, if it is somebody's."""
    form = await Form.submitted()
    try:
        return await _request(SIGN_IN, form)
    except Refusal as refusal:
        return await sign_in_page(form, refusal)


@blueprint.get("/link")
async def link_form() -> Response:
    """Redirects to the sign-in form, which has the button for a link."""
    return htmx.redirect_to("/login")


@blueprint.get("/forgotten")
async def forgotten_form() -> Response:
    """The form of somebody who forgot their password."""
    return await htmx.render_response("sign_in/forgotten.html", form=Form(), next="")


@blueprint.post("/forgotten")
async def request_reset() -> Response:
    """Sends a link to choose a new password to the address of the form, if it is somebody's."""
    form = await Form.submitted()
    try:
        return await _request(RESET, form)
    except Refusal as refusal:
        return await refused_form("sign_in/forgotten.html", form, refusal)


@blueprint.get("/inbox")
async def inbox() -> Response:
    """Shows what to do until the email comes that this browser requested."""
    link_request = await _current_request()
    return await _inbox_page(link_request) if link_request else htmx.redirect_to("/login")


@blueprint.post("/inbox")
async def send_again() -> Response:
    """Sends the email again."""
    link_request = await _current_request()
    if link_request is None:
        return htmx.redirect_to("/login")
    known = device_cookie.COOKIE.read()
    try:
        await link_requests.request_link_again(
            link_request, address=client_info.rate_limit_address(), known_browser=known
        )
    except Refusal as refusal:
        return await _inbox_page(link_request, refusal)
    await flash(_("The email is sent again."))
    return htmx.redirect_to(INBOX)


@blueprint.get("/link/<token>")
async def link_page(token: str) -> Response:
    """The page with the button that signs in. It changes nothing."""
    link = await MailedLink.by_token(SIGN_IN, token)
    return await (_link_page(link, token) if link else _used_up())


@blueprint.post("/link/<token>")
async def use_sign_in_link(token: str) -> Response:
    """Signs in by a link, and asks for a second factor where there is one."""
    try:
        user, next_path = await use_link(token, device_cookie.COOKIE.read())
    except LinkUsedUp:
        return await _used_up()
    if not user.password_hash:
        await flash(_("You have no password. You can choose one in your security settings, or sign in by email again."))
    return inbox_cookie.COOKIE.delete(await sign_in_flow.finish_sign_in(user, next_path))


async def _request(purpose: str, form: Form) -> Response:
    """Requests a link and redirects to the page about it. Raises: those of `link_requests.request_link`."""
    browser = await link_requests.request_link(
        purpose,
        form["email"],
        address=client_info.rate_limit_address(),
        device=client_info.device_name(),
        known_browser=device_cookie.COOKIE.read(),
        next_path=authentication.local_path(form["next"], otherwise=""),
    )
    return inbox_cookie.COOKIE.set(htmx.redirect_to(INBOX), browser)


async def _current_request() -> MailedLink | None:
    return await MailedLink.of_browser(inbox_cookie.COOKIE.read(), SIGN_IN, RESET)


async def _inbox_page(link_request: MailedLink, refusal: Refusal | None = None) -> Response:
    form = Form({"next": link_request.next_path})
    if refusal:
        return await refused_form("sign_in/inbox.html", form, refusal, link=link_request)
    return await htmx.render_response("sign_in/inbox.html", form=form, link=link_request)


async def _link_page(link: MailedLink, token: str) -> Response:
    return await htmx.render_response("sign_in/use_link.html", link=link, token=token)


async def _used_up() -> Response:
    return await htmx.render_response("sign_in/used_up.html", status=410, reset=False)
