"""Signing in with an OpenID provider: the authorization code flow with PKCE (OpenID Connect Core 1.0, 3.1)."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any
from urllib.parse import quote_plus, urlencode

from app.kernel.oauth_settings import OauthProvider
from app.kernel.pkce import code_challenge
from app.sign_in.oauth import discovery
from app.sign_in.oauth.errors import NotSignedInAgain
from app.sign_in.oauth.profile import Profile, clean_email, clean_name
from app.sign_in.oauth.provider_client import request_json, untrusted


@dataclass(frozen=True, slots=True)
class CodeExchange:
    """What is needed to redeem an authorization code. With `since`, the person must have signed in there after it."""

    code: str
    redirect_uri: str
    verifier: str
    nonce_digest: str
    since: datetime | None = None


async def authorization_url(
    provider: OauthProvider, *, redirect_uri: str, state: str, nonce: str, verifier: str, sign_in_again: bool
) -> str:
    """Returns the URL at the provider; with `sign_in_again` it must ask for a new sign-in.

    Raises: ProviderUnavailable, ProviderUntrusted.
    """
    metadata = await discovery.provider_metadata(provider)
    parameters = {
        "response_type": "code",
        "client_id": provider.client_id,
        "redirect_uri": redirect_uri,
        "scope": "openid email profile",
        "state": state,
        "nonce": nonce,
        "code_challenge": code_challenge(verifier),
        "code_challenge_method": "S256",
    } | ({"prompt": "login", "max_age": "0"} if sign_in_again else {})
    return with_query(metadata.authorization_endpoint, parameters)


def with_query(url: str, parameters: Mapping[str, str]) -> str:
    """Returns a URL with parameters added to its query."""
    return f"{url}{'&' if '?' in url else '?'}{urlencode(parameters)}"


async def fetch_profile(provider: OauthProvider, exchange: CodeExchange) -> Profile:
    """Redeems a code, verifies the ID token, and returns who signed in.

    Raises: ProviderUnavailable, ProviderUntrusted, NotSignedInAgain.
    """
    metadata = await discovery.provider_metadata(provider)
    tokens = await _redeem_code(provider, metadata, exchange)
    claims = await _verified_claims(provider, exchange, tokens)
    if "email" not in claims and metadata.userinfo_endpoint and not exchange.since:
        claims |= await _fetch_user_info(provider, metadata, tokens["access_token"], claims["sub"])
    return Profile(
        provider.issuer,
        claims["sub"],
        clean_email(claims.get("email")),
        claims.get("email_verified") in (True, "true"),  # some providers write it as a text
        clean_name(claims.get("name")),
    )


async def _verified_claims(provider: OauthProvider, exchange: CodeExchange, tokens: dict[str, str]) -> dict[str, Any]:
    """Returns the claims of the ID token. Raises: ProviderUnavailable, ProviderUntrusted, NotSignedInAgain."""
    from app.sign_in.oauth import id_token  # takes long to load

    try:
        claims = await id_token.verify_id_token(
            tokens["id_token"],
            provider,
            partial(discovery.find_keys, provider),
            nonce_digest=exchange.nonce_digest,
            access_token=tokens["access_token"],
        )
    except id_token.InvalidIdToken as error:
        raise untrusted(provider, f"ID token: {error}") from None
    if exchange.since and not id_token.signed_in_since(claims, exchange.since):
        raise NotSignedInAgain(provider=provider.label)
    return claims


async def _redeem_code(provider: OauthProvider, metadata: discovery.Metadata, exchange: CodeExchange) -> dict[str, str]:
    """Returns the tokens for a code (RFC 6749, 4.1.3). Raises: ProviderUnavailable, ProviderUntrusted."""
    form = {
        "grant_type": "authorization_code",
        "code": exchange.code,
        "redirect_uri": exchange.redirect_uri,
        "code_verifier": exchange.verifier,
    }
    headers = {}
    if metadata.posts_secret:
        form |= {"client_id": provider.client_id, "client_secret": provider.client_secret}
    else:
        pair = f"{quote_plus(provider.client_id)}:{quote_plus(provider.client_secret)}"  # RFC 6749, 2.3.1
        headers["Authorization"] = f"Basic {b64encode(pair.encode()).decode()}"
    tokens = await request_json(provider, "POST", metadata.token_endpoint, headers=headers, form=form)
    if not isinstance(tokens, dict) or str(tokens.get("token_type")).lower() != "bearer":
        raise untrusted(provider, "no bearer token")
    if not all(is_token(tokens.get(name)) for name in ("id_token", "access_token")):
        raise untrusted(provider, "no ID token or no access token")
    return tokens


def is_token(value: Any) -> bool:
    """Whether a value is a text that can stand in a header."""
    return isinstance(value, str) and value != "" and value.isascii() and value.isprintable()


async def _fetch_user_info(
    provider: OauthProvider, metadata: discovery.Metadata, access_token: str, subject: str
) -> dict[str, Any]:
    """Returns the claims of the userinfo endpoint (5.3), which must be about the same subject.

    Raises: ProviderUnavailable, ProviderUntrusted.
    """
    headers = {"Authorization": f"Bearer {access_token}"}
    answer = await request_json(provider, "GET", metadata.userinfo_endpoint, headers=headers)
    if not isinstance(answer, dict) or answer.get("sub") != subject:
        raise untrusted(provider, "the user information is about somebody else")
    return {name: answer[name] for name in ("email", "email_verified", "name") if name in answer}
