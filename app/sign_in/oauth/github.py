"""Signing in with GitHub, which has OAuth 2 but no OpenID Connect: the identity is the number of the user.

Sources: docs.github.com, "Authorizing OAuth apps", "Get the authenticated user", "List email addresses for the
authenticated user".
"""

from __future__ import annotations

from typing import Any

from app.kernel.oauth_settings import OauthProvider
from app.kernel.pkce import code_challenge
from app.sign_in.oauth.openid import CodeExchange, is_token, with_query
from app.sign_in.oauth.profile import Profile, clean_email, clean_name
from app.sign_in.oauth.provider_client import request_json, untrusted

AUTHORIZATION_ENDPOINT = "https://github.com/login/oauth/authorize"
TOKEN_ENDPOINT = "https://github.com/login/oauth/access_token"  # noqa: S105 - an address
API, API_VERSION = "https://api.github.com", "2022-11-28"


def authorization_url(provider: OauthProvider, *, redirect_uri: str, state: str, verifier: str) -> str:
    """Returns the URL at GitHub where the person lets us read their addresses."""
    parameters = {
        "client_id": provider.client_id,
        "redirect_uri": redirect_uri,
        "scope": "user:email",
        "state": state,
        "code_challenge": code_challenge(verifier),
        "code_challenge_method": "S256",
    }
    return with_query(AUTHORIZATION_ENDPOINT, parameters)


async def fetch_profile(provider: OauthProvider, exchange: CodeExchange) -> Profile:
    """Redeems a code and returns who signed in, with their primary address.

    Raises: ProviderUnavailable, ProviderUntrusted.
    """
    token = await _redeem_code(provider, exchange)
    user = await _read(provider, token, "/user")
    number = user.get("id") if isinstance(user, dict) else None
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise untrusted(provider, "a user without an id")
    addresses = await _read(provider, token, "/user/emails")
    entries = [entry for entry in addresses if isinstance(entry, dict)] if isinstance(addresses, list) else []
    primary: dict[str, Any] = next((entry for entry in entries if entry.get("primary") is True), {})
    return Profile(
        provider.issuer,
        str(number),
        clean_email(primary.get("email")),
        primary.get("verified") is True,
        clean_name(user.get("name") or user.get("login")),
    )


async def _redeem_code(provider: OauthProvider, exchange: CodeExchange) -> str:
    """Returns the access token for a code; GitHub reports errors with the status 200.

    Raises: ProviderUnavailable, ProviderUntrusted.
    """
    form = {
        "client_id": provider.client_id,
        "client_secret": provider.client_secret,
        "code": exchange.code,
        "redirect_uri": exchange.redirect_uri,
        "code_verifier": exchange.verifier,
    }
    tokens = await request_json(provider, "POST", TOKEN_ENDPOINT, form=form)
    token = tokens.get("access_token") if isinstance(tokens, dict) else None
    if not is_token(token) or str(tokens.get("token_type")).lower() != "bearer":
        raise untrusted(provider, "no access token")
    return str(token)


async def _read(provider: OauthProvider, token: str, path: str) -> Any:
    """Returns what GitHub's API says at a path. Raises: ProviderUnavailable, ProviderUntrusted."""
    headers = {
        "Accept": "application/vnd.github+json",
        "Authorization": f"Bearer {token}",
        "X-GitHub-Api-Version": API_VERSION,
    }
    return await request_json(provider, "GET", API + path, headers=headers)
