"""One sign-in with a provider, from the button to the answer that comes back (models.py, OauthFlow)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from app.accounts.models import Session
from app.kernel import clock, secrets
from app.kernel.oauth_settings import OauthProvider
from app.kernel.pkce import code_verifier
from app.sign_in.oauth import discovery, github, openid
from app.sign_in.oauth.errors import SignInDeclined, StaleSignIn
from app.sign_in.oauth.models import OauthFlow
from app.sign_in.oauth.openid import CodeExchange, is_token
from app.sign_in.oauth.profile import Profile

LIFETIME = timedelta(minutes=10)
SIGN_IN, CONNECT, CONFIRM = "sign_in", "connect", "confirm"  # what a flow is for
LONGEST_NEXT, LONGEST_CODE = 1024, 2048


@dataclass(frozen=True, slots=True)
class FlowStart:
    """How a flow begins: its purpose, the secret of the browser's cookie, and where the provider sends it back to.

    `session` is that of the signed-in user who connects or confirms; `typed` is a form to be sent again afterwards.
    """

    purpose: str
    browser_secret: str
    redirect_uri: str
    next_path: str = ""
    typed: str = ""
    session: Session | None = None


@dataclass(frozen=True, slots=True)
class AuthorizationResponse:
    """The parameters with which a provider sends the browser back (RFC 6749, 4.1.2; RFC 9207)."""

    state: str
    code: str = ""
    error: str = ""
    issuer: str | None = None


async def begin(provider: OauthProvider, start: FlowStart) -> str:
    """Stores a new flow and returns the URL at the provider. Raises: ProviderUnavailable, ProviderUntrusted."""
    state, nonce, now = secrets.new_token(), secrets.new_token(), clock.now()
    verifier = code_verifier(start.browser_secret, state)
    url = await _authorization_url(provider, start, state, nonce, verifier)
    await OauthFlow.create(
        purpose=start.purpose,
        provider=provider.name,
        user_id=start.session.user_id if start.session else None,
        session_id=start.session.id if start.session else None,
        state_digest=secrets.sha256_hex(state),
        nonce_digest=secrets.sha256_hex(nonce),
        browser_digest=secrets.sha256_hex(start.browser_secret),
        next_path=start.next_path if len(start.next_path) <= LONGEST_NEXT else "",
        typed=start.typed,
        created_at=now,
        expires_at=now + LIFETIME,
    )
    return url


async def _authorization_url(provider: OauthProvider, start: FlowStart, state: str, nonce: str, verifier: str) -> str:
    if not provider.openid:
        return github.authorization_url(provider, redirect_uri=start.redirect_uri, state=state, verifier=verifier)
    return await openid.authorization_url(
        provider,
        redirect_uri=start.redirect_uri,
        state=state,
        nonce=nonce,
        verifier=verifier,
        sign_in_again=start.purpose == CONFIRM,
    )


async def redeem_state(provider: OauthProvider, state: str, browser_secret: str, session: Session | None) -> OauthFlow:
    """Returns the flow that an answer belongs to, once; an answer in another browser does not use it up.

    `session` is the session of the request; a flow that began in one is only continued in it. Raises: StaleSignIn.
    """
    now, digest = clock.now(), secrets.sha256_hex(state)
    unused = OauthFlow.filter(
        state_digest=digest,
        browser_digest=secrets.sha256_hex(browser_secret),
        provider=provider.name,
        used_at=None,
        expires_at__gt=now,
    )
    if not browser_secret or not await unused.update(used_at=now):
        raise StaleSignIn
    flow = await OauthFlow.get(state_digest=digest)
    if flow.session_id is not None and (session is None or session.id != flow.session_id):
        raise StaleSignIn
    return flow


async def fetch_profile(
    provider: OauthProvider, flow: OauthFlow, answer: AuthorizationResponse, *, browser_secret: str, redirect_uri: str
) -> Profile:
    """Returns who signed in at the provider, from its answer to a flow.

    Raises: SignInDeclined, StaleSignIn, ProviderUnavailable, ProviderUntrusted, NotSignedInAgain.
    """
    await _check_issuer(provider, answer)
    if answer.error:
        raise SignInDeclined(provider=provider.label)
    if not is_token(answer.code) or len(answer.code) > LONGEST_CODE:
        raise StaleSignIn
    exchange = CodeExchange(
        answer.code,
        redirect_uri,
        code_verifier(browser_secret, answer.state),
        flow.nonce_digest,
        since=flow.created_at if flow.purpose == CONFIRM else None,
    )
    if provider.openid:
        return await openid.fetch_profile(provider, exchange)
    return await github.fetch_profile(provider, exchange)


async def _check_issuer(provider: OauthProvider, answer: AuthorizationResponse) -> None:
    """Refuses the answer of another provider (RFC 9207, 2.4). Raises: SignInDeclined, ProviderUnavailable."""
    if not provider.openid:
        return
    promised = (await discovery.provider_metadata(provider)).promises_issuer
    if answer.issuer != provider.issuer and (promised or answer.issuer is not None):
        raise SignInDeclined(provider=provider.label)


async def store_profile(flow: OauthFlow, profile: Profile) -> None:
    """Stores what the provider said until the person has answered our question, for ten minutes."""
    flow.issuer, flow.subject, flow.name = profile.issuer, profile.subject, profile.name
    flow.email, flow.email_verified = profile.email, profile.email_verified
    flow.expires_at = clock.now() + LIFETIME
    await flow.save(update_fields=["issuer", "subject", "name", "email", "email_verified", "expires_at"])


async def find_identified(id: UUID, browser_secret: str) -> OauthFlow:
    """Returns a flow whose provider has said who somebody is, in the browser where it began. Raises: StaleSignIn."""
    flow = await OauthFlow.filter(expires_at__gt=clock.now(), finished_at=None).exclude(subject="").get_or_none(id=id)
    if flow is None or not browser_secret or flow.browser_digest != secrets.sha256_hex(browser_secret):
        raise StaleSignIn
    return flow


async def finish(flow: OauthFlow) -> None:
    """Ends a flow, once; call it first in the transaction of what the person agreed to. Raises: StaleSignIn."""
    if not await OauthFlow.filter(id=flow.id, finished_at=None, expires_at__gt=clock.now()).update(
        finished_at=clock.now()
    ):
        raise StaleSignIn
