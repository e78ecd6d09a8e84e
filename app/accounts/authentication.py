"""Sessions of signed-in people: recognises them and the account they work in, protects blueprints, signs in and out.

Only this module uses quart-auth. The cookie holds a random secret, not an id; the `sessions` row behind it can be
deleted from any device.

Which of their accounts a request is for, and what their role in it allows, is decided in request_account.py.
"""

from typing import cast
from urllib.parse import urlencode

from quart import Blueprint, Quart, Response, g, request
from quart_auth import AuthUser, QuartAuth, login_user, logout_user
from quart_auth import current_user as cookie

from app.accounts import device_cookie, emails
from app.accounts.known_device import KnownBrowser
from app.accounts.models import SESSION_LIFETIME, Account, Membership, Session
from app.accounts.request_account import (
    BlueprintActs,
    NoWorkspace,
    acts_of_blueprints,
    choose_account,
    signed_in_account,
)
from app.accounts.security_log import record_event
from app.accounts.user import User
from app.kernel.db import transaction
from app.web import client_info, hosts, htmx, language, resubmit
from app.web.forms import Form

COOKIELESS = {"api", "public"}  # surfaces without sessions


class _SessionCookie(QuartAuth):
    """The cookie of the session, on the surfaces that have sessions."""

    async def after_request(self, response: Response) -> Response:
        """Writes the cookie if somebody signed in or out."""
        return response if hosts.surface_of_path() in COOKIELESS else await super().after_request(response)


def install(app: Quart, *, secure: bool) -> None:
    """Sets up the session cookie and loads the session before each request.

    `secure` is true where the site is served over HTTPS; the cookies then have the prefix `__Host-`.
    """
    app.config.update(_cookie_settings(secure=secure))
    _SessionCookie(app)

    @app.before_request
    async def recognise() -> None:
        """Loads the session and applies its user's language; the API and public hosts use no cookies."""
        if hosts.surface_of_path() not in COOKIELESS and request.endpoint != "static":
            g.session = await _session()
            if user := signed_in_user():
                g.memberships = await Membership.of_user(user.id)
                language.apply_user_language(user.language, user.time_zone)

    @app.context_processor
    def known() -> dict[str, object]:
        """Makes the signed-in user and the account they work in available to templates."""
        return {"user": signed_in_user(), "account": signed_in_account()}


def _cookie_settings(*, secure: bool) -> dict[str, object]:
    """The settings of quart-auth's cookie and of Quart's own, which holds messages for the next page."""
    prefix = "__Host-" if secure else ""
    return {
        "QUART_AUTH_COOKIE_SECURE": secure,
        "QUART_AUTH_COOKIE_NAME": f"{prefix}kliqs_session",
        "QUART_AUTH_DURATION": int(SESSION_LIFETIME.total_seconds()),
        "SESSION_COOKIE_NAME": f"{prefix}kliqs_notice",
        "SESSION_COOKIE_SECURE": secure,
        "SESSION_COOKIE_SAMESITE": "Lax",
    }


WORKSPACES = "/dashboard/workspaces/"  # the page of somebody's workspaces, and of those who have none (app/team)


def require_sign_in(blueprint: Blueprint, acts: BlueprintActs) -> None:
    """Restricts a blueprint to signed-in users, each as far as their role allows.

    `acts` are what the routes do. Requests without a session are answered by `_ask_to_sign_in`.
    """
    acts_of_blueprints[blueprint.name] = acts

    @blueprint.before_request
    async def admit() -> Response | None:
        """Lets requests of users pass whose role is high enough. Raises: WrongWorkspace, RoleTooLow, BeingDeleted."""
        if signed_in_user() is None:
            return await _ask_to_sign_in()
        try:
            await choose_account(acts)
        except NoWorkspace:
            return htmx.redirect_to(WORKSPACES)
        return None


async def _ask_to_sign_in() -> Response:
    """Redirects to the sign-in page, which leads back afterwards.

    A form that htmx sends after its session ended stays on the page; a toast links to the sign-in in a new tab. The
    fields of any other form are kept on the page where its owner signs in again.
    """
    return_path = request.full_path.rstrip("?") if request.method == "GET" else request.headers.get("Referer", "")
    sign_in_url = "/login?" + urlencode({"next": local_path(return_path)})
    if htmx.wants_fragment() and request.method == "POST":
        return await htmx.render_response("accounts/_signed_out.html", status=401, address=sign_in_url)
    if not htmx.wants_fragment() and (form := await resubmit.resubmittable_form()):
        return await htmx.render_response("accounts/expired.html", status=419, pending_form=form, form=Form())
    if request.headers.get("HX-Request") == "true":
        return Response("", 401, {"HX-Redirect": sign_in_url})
    return htmx.redirect_to(sign_in_url)


def signed_in_user() -> User | None:
    """The signed-in user, or None."""
    session = g.get("session")
    return session.user if session else None


def current_user() -> User:
    """The signed-in user; call it only behind a protected blueprint."""
    return cast(User, signed_in_user())


def current_account() -> Account:
    """The account that the signed-in user works in; call it only behind a protected blueprint."""
    return cast(Account, signed_in_account())


def current_session() -> Session:
    """The current session; call it only behind a protected blueprint."""
    return cast(Session, g.session)


async def sign_in(user: User, *, first: bool = False, event: str = "signed_in", second_factor: bool = False) -> None:
    """Begins a session on this device with a new secret, and ends the session that it replaces.

    The user gets an email if the browser never signed in as them before, unless `first` is true. `event` is the kind
    that the security log records; `second_factor` is as in `Session.begin`.
    """
    device = client_info.device_name()
    async with transaction():
        if g.get("session"):
            await g.session.delete()
        secret = await Session.begin(user, device, country=client_info.country(), second_factor=second_factor)
        if await KnownBrowser.record_sign_in(user.id, device_cookie.received_or_new_token()) and not first:
            await emails.send_new_sign_in(user, device)
        await record_event(user.id, event)
    login_user(AuthUser(secret), remember=True)
    device_cookie.renew()


async def confirm_session(*, second_factor: bool = False) -> None:
    """Records that the signed-in user proved again who they are; the session gets a new secret, as at a sign-in."""
    login_user(AuthUser(await current_session().confirm(second_factor=second_factor)), remember=True)


async def sign_out() -> None:
    """Ends the session of this browser."""
    if g.get("session"):
        await g.session.delete()
    logout_user()


def local_path(path: str, otherwise: str = "/dashboard/") -> str:
    """`path` if it is a path of this site, else `otherwise`; prevents open redirects.

    A path begins with a single `/` and has no backslash and no control characters. An absolute URL of this host is
    shortened to its path.
    """
    if path.startswith(("http://", "https://")) and path.split("/", 3)[2:3] == [request.host]:
        path = "/" + path.split("/", 3)[3] if path.count("/") > 2 else "/"
    if not path.startswith("/") or path.startswith("//") or "\\" in path or not path.isprintable():
        return otherwise
    return path


async def _session() -> Session | None:
    """The session of the request's cookie, or None."""
    secret = cookie.auth_id
    return await Session.by_token(secret) if secret else None
