"""Signing in and up with a provider: the button, the answer that comes back, and the question that may follow it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from uuid import UUID

import structlog
from quart import Blueprint, Response, flash, g, request

from app.accounts import authentication, claim_cookie, sign_in_flow
from app.accounts.registration import new_accounts
from app.accounts.user import User
from app.kernel import i18n, site
from app.kernel.i18n import gettext as _
from app.kernel.oauth_settings import OauthProvider
from app.kernel.refusal import Refusal
from app.kernel.throttle import Throttle
from app.sign_in.first_session import begin_first_session
from app.sign_in.oauth import account_linking, flow
from app.sign_in.oauth.errors import ProviderFailed, StaleSignIn
from app.sign_in.oauth.flow import CONFIRM, CONNECT, SIGN_IN, AuthorizationResponse, FlowStart
from app.sign_in.oauth.models import OauthFlow
from app.sign_in.oauth.profile import Profile
from app.sign_in.oauth.providers import provider_named
from app.web import client_info, envelope, htmx, oauth_cookie
from app.web.forms import Form
from app.web.referrer_policy import hide_urls, works_once

log = structlog.get_logger()
blueprint = Blueprint("oauth", __name__, url_prefix="/login/oauth")
hide_urls(blueprint)
starts = Throttle("sign-ins with providers by address", 100, 15)
HOMES = {SIGN_IN: "/login", CONNECT: "/dashboard/settings/security", CONFIRM: "/dashboard/confirm/"}


@blueprint.post("/<name>")
async def start(name: str) -> Response:
    """Begins a sign-in with a provider. Raises: NotFound."""
    form = await Form.submitted()
    return await go_to_provider(provider_named(name), SIGN_IN, authentication.local_path(form["next"]))


async def go_to_provider(provider: OauthProvider, purpose: str, next_path: str = "", typed: str = "") -> Response:
    """A page that sends the browser on to a provider.

    A redirect would not do: our policy lets no form be sent to other sites, not even by a redirect.
    """
    secret = oauth_cookie.received_or_new_secret()
    session = None if purpose == SIGN_IN else authentication.current_session()
    begun = FlowStart(purpose, secret, _redirect_uri(provider), next_path, typed, session)
    try:
        await starts.attempt(client_info.rate_limit_address())
        url = await flow.begin(provider, begun)
    except Refusal as refusal:
        return await redirect_refused(purpose, refusal)
    page = await htmx.render_response("oauth/leaving.html", url=url, provider=provider)
    return oauth_cookie.COOKIE.set(page, secret)


async def redirect_refused(purpose: str, refusal: Refusal) -> Response:
    """Redirects to the page where a flow began, with the reason why it does not go on."""
    if isinstance(refusal, ProviderFailed):
        log.warning("sign-in with a provider failed", provider=refusal.facts.get("provider"), reason=refusal.reason)
    await envelope.flash_refusal(refusal)
    return htmx.redirect_to(HOMES[purpose])


@blueprint.get("/<name>/callback")
@works_once(HOMES[SIGN_IN])
async def callback(name: str) -> Response:
    """Takes the answer of a provider. Its code leaves the address bar at once. Raises: NotFound."""
    provider, query, secret = provider_named(name), request.args, oauth_cookie.received_secret()
    state, code, error = (query.get(name, "") for name in ("state", "code", "error"))
    answer = AuthorizationResponse(state, code, error, query.get("iss"))
    session = g.get("session")
    purpose = CONNECT if session else SIGN_IN  # until the flow is known
    try:
        begun = await flow.redeem_state(provider, answer.state, secret, session)
        purpose = begun.purpose
        uri = _redirect_uri(provider)
        profile = await flow.fetch_profile(provider, begun, answer, browser_secret=secret, redirect_uri=uri)
        return await OUTCOMES[purpose](begun, profile, provider)
    except Refusal as refusal:
        return await redirect_refused(purpose, refusal)


async def _sign_in(begun: OauthFlow, profile: Profile, provider: OauthProvider) -> Response:
    """Signs in the user of a known identity; asks an unknown one what to do."""
    if user := await account_linking.user_of_identity(profile):
        return await sign_in_flow.finish_sign_in(user, begun.next_path)
    await flow.store_profile(begun, profile)
    return htmx.redirect_to(f"/login/oauth/continue/{begun.id}")


async def _connect(begun: OauthFlow, profile: Profile, provider: OauthProvider) -> Response:
    user = authentication.current_user()
    await account_linking.connect(user, begun, profile, provider, client_info.device_name())
    await flash(_("%(provider)s is connected. You can sign in with it from now on.") % {"provider": provider.label})
    return htmx.redirect_to(HOMES[CONNECT])


async def _confirm(begun: OauthFlow, profile: Profile, provider: OauthProvider) -> Response:
    await account_linking.check_same_identity(begun.user_id, profile, provider)
    await authentication.confirm_session()
    if begun.typed:
        await flow.store_profile(begun, profile)
        return htmx.redirect_to(f"/dashboard/confirm/provider/{begun.id}")
    return htmx.redirect_to(authentication.local_path(begun.next_path))


OUTCOMES: dict[str, Callable[[OauthFlow, Profile, OauthProvider], Awaitable[Response]]] = {
    SIGN_IN: _sign_in,
    CONNECT: _connect,
    CONFIRM: _confirm,
}


@blueprint.get("/continue/<uuid:id>")
async def question(id: UUID) -> Response:
    """Asks somebody whose identity is unknown to join their account, to sign up, or to sign in first."""
    try:
        begun = await flow.find_identified(id, oauth_cookie.received_secret())
        return await _question(begun, Form({"name": begun.name, "take_along": "on"}))
    except StaleSignIn as refusal:
        return await redirect_refused(SIGN_IN, refusal)


async def _question(begun: OauthFlow, form: Form, status: int = 200) -> Response:
    step = await account_linking.next_step(begun)
    guest = await claim_cookie.guest_of_browser() if step is account_linking.NextStep.SIGN_UP else None
    return await htmx.render_response(
        f"oauth/{step.value}.html",
        status=status,
        form=form,
        flow=begun,
        provider=provider_named(begun.provider),
        guest=guest,
        next=authentication.local_path(begun.next_path),
    )


@blueprint.post("/continue/<uuid:id>/join")
async def join(id: UUID) -> Response:
    """Connects the identity to the user with the same verified email, and signs them in."""
    try:
        begun = await flow.find_identified(id, oauth_cookie.received_secret())
        user = await account_linking.link_by_email(begun, provider_named(begun.provider), client_info.device_name())
    except Refusal as refusal:
        return await redirect_refused(SIGN_IN, refusal)
    return await sign_in_flow.finish_sign_in(user, begun.next_path)


@blueprint.post("/continue/<uuid:id>/sign-up")
async def sign_up(id: UUID) -> Response:
    """Opens an account without a password; a refused form is shown again."""
    form = await Form.submitted()
    try:
        begun = await flow.find_identified(id, oauth_cookie.received_secret())
    except StaleSignIn as refusal:
        return await redirect_refused(SIGN_IN, refusal)
    guest = await claim_cookie.guest_of_browser() if form.has("take_along") else None
    language = form["language"] if form["language"] in i18n.LANGUAGES else i18n.current_language()
    try:
        user = await _register(begun, form, language, with_guest=guest is not None)
    except StaleSignIn as refusal:
        return await redirect_refused(SIGN_IN, refusal)
    except Refusal as refusal:
        return await _question(begun, form.blame(refusal), envelope.page_status(refusal))
    return await begin_first_session(user, begun.next_path, language, claimed=guest is not None)


async def _register(begun: OauthFlow, form: Form, language: str, *, with_guest: bool) -> User:
    """Signs up the person of a flow; invalid forms are not counted. Raises: TooManyAttempts, those of sign_up."""
    if await account_linking.next_step(begun) is not account_linking.NextStep.SIGN_UP:
        raise StaleSignIn
    account_linking.new_columns(begun, form["name"], of_age=form.has("of_age"))
    await new_accounts.attempt(client_info.rate_limit_address())
    token = claim_cookie.COOKIE.read() if with_guest else ""
    provider = provider_named(begun.provider)
    return await account_linking.sign_up(
        begun, provider, form["name"], of_age=form.has("of_age"), language=language, claim_token=token
    )


def _redirect_uri(provider: OauthProvider) -> str:
    """The address that a provider sends the browser back to, on the host that the browser is on."""
    origin = site.current().origin_of(request.host.lower())
    return f"{origin}/login/oauth/{provider.name}/callback"
