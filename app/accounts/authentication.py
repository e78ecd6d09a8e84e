"""Who is asking. A protected blueprint answers nobody it does not know. Only this module touches quart-auth.

The cookie holds a random secret, not an account: the `sessions` row behind it can be ended from anywhere.
"""

from typing import cast
from urllib.parse import urlencode

from quart import Blueprint, Quart, Response, g, request
from quart_auth import AuthUser, QuartAuth, current_user, login_user, logout_user

from app.accounts import device_cookie, emails
from app.accounts.known_device import KnownBrowser
from app.accounts.models import STAYS, Account, Session
from app.kernel.db import transaction
from app.web import client_info, hosts, htmx, language, resubmit
from app.web.forms import Form


def install(app: Quart, *, secure: bool) -> None:
    prefix = "__Host-" if secure else ""
    app.config.update(
        QUART_AUTH_COOKIE_SECURE=secure, QUART_AUTH_COOKIE_NAME=f"{prefix}kliqs_session",
        QUART_AUTH_DURATION=int(STAYS.total_seconds()), SESSION_COOKIE_NAME=f"{prefix}kliqs_notice",
        SESSION_COOKIE_SECURE=secure, SESSION_COOKIE_SAMESITE="Lax",
    )
    QuartAuth(app)

    @app.before_request
    async def recognise() -> None:
        """Whoever is signed in is spoken to in their language; the API and the public surface have no cookies."""
        if hosts.surface() not in {"api", "public"} and request.endpoint != "static":
            g.session = await _session()
            if account := visitor():
                language.follow(account.language, account.time_zone)

    @app.context_processor
    def known() -> dict[str, object]:
        return {"account": visitor()}


def protect(blueprint: Blueprint) -> None:
    """Sends strangers to the sign-in page, and back again afterwards.

    A form that htmx sends after its session ended stays as it was typed: a toast leads to the sign-in in a new tab.
    Any other is kept on the page where its owner signs in again.
    """

    @blueprint.before_request
    async def admit() -> Response | None:
        if visitor() is not None:
            return None
        wanted = request.full_path.rstrip("?") if request.method == "GET" else request.headers.get("Referer", "")
        address = "/login?" + urlencode({"next": local(wanted)})
        if htmx.asks_for_fragment() and request.method == "POST":
            return await htmx.answer("accounts/_signed_out.html", status=401, address=address)
        if not htmx.asks_for_fragment() and (form := await resubmit.typed()):
            return await htmx.answer("accounts/expired.html", status=419, again=form, form=Form())
        if request.headers.get("HX-Request") == "true":
            return Response("", 401, {"HX-Redirect": address})
        return htmx.go(address)


def visitor() -> Account | None:
    """The account that is signed in, if any."""
    session = g.get("session")
    return session.account if session else None


def account() -> Account:
    """The account that is signed in, behind a protected door."""
    return cast(Account, visitor())


def session() -> Session:
    return cast(Session, g.session)


async def sign_in(account: Account, *, first: bool = False) -> None:
    """Begins a session on this device, with a new secret each time, and ends the one it replaces.

    A browser that never signed in to this account before is told by mail, unless it is the `first`.
    """
    device = client_info.device()
    async with transaction():
        if g.get("session"):
            await g.session.delete()
        secret = await Session.begin(account, device)
        if await KnownBrowser.meet(account, device_cookie.token()) and not first:
            await emails.new_sign_in(account, device)
    login_user(AuthUser(secret), remember=True)
    device_cookie.remember()


async def sign_out() -> None:
    """Ends the session of this browser."""
    if g.get("session"):
        await g.session.delete()
    logout_user()


def local(path: str, otherwise: str = "/dashboard/links/") -> str:
    """`path` when it is one of our own (`/` and not `//`, no backslash, no control characters), else `otherwise`."""
    if path.startswith(("http://", "https://")) and path.split("/", 3)[2:3] == [request.host]:
        path = "/" + path.split("/", 3)[3] if path.count("/") > 2 else "/"
    if not path.startswith("/") or path.startswith("//") or "\\" in path or not path.isprintable():
        return otherwise
    return path


async def _session() -> Session | None:
    secret = current_user.auth_id
    return await Session.of(secret) if secret else None
