"""What an OpenID provider publishes about itself: its endpoints and its keys, kept in the memory of each process.

Sources: OpenID Connect Discovery 1.0, RFC 8414, RFC 9207. A provider signs with new keys from time to time. So an
unknown key id makes its keys be fetched again, but at most once a minute: anybody can send tokens with unknown ids.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from app.kernel import clock, installation
from app.kernel.oauth_settings import OauthProvider
from app.sign_in.oauth.errors import ProviderUnavailable
from app.sign_in.oauth.provider_client import request_json, untrusted

FRESH_FOR, USABLE_FOR = timedelta(hours=1), timedelta(hours=24)
KEYS_INTERVAL, RETRY_AFTER = timedelta(minutes=1), timedelta(seconds=10)
LONGEST_ENDPOINT = 1024
PATH = "/.well-known/openid-configuration"


@dataclass(frozen=True, slots=True)
class Metadata:
    """The part of a provider's discovery document that is used here.

    `promises_issuer` is whether each authorization response has a parameter `iss` (RFC 9207); `posts_secret` is whether
    the token endpoint takes the client secret only in the body.
    """

    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    userinfo_endpoint: str
    promises_issuer: bool
    posts_secret: bool


@dataclass
class _Published:
    """What one provider publishes, as far as it was fetched. One request at a time does so; the others wait for it."""

    metadata: Metadata | None = None
    metadata_at: datetime = clock.EARLIEST
    keys: list[dict[str, Any]] = field(default_factory=list)
    keys_at: datetime = clock.EARLIEST
    failed_at: datetime = clock.EARLIEST
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class PublishedByIssuer(dict[str, _Published]):
    """What the providers of an installation publish, by issuer."""

    def __missing__(self, issuer: str) -> _Published:
        return self.setdefault(issuer, _Published())


async def provider_metadata(provider: OauthProvider) -> Metadata:
    """Returns a provider's metadata, at most an hour old, or a day while it cannot be fetched.

    Raises: ProviderUnavailable, ProviderUntrusted.
    """
    published = installation.current().resource(PublishedByIssuer)[provider.issuer]
    async with published.lock:
        age = clock.now() - published.metadata_at
        if published.metadata is None or age >= FRESH_FOR:
            try:
                await _fetch_metadata(provider, published)
            except ProviderUnavailable:
                if published.metadata is None or age >= USABLE_FOR:
                    raise
        assert published.metadata is not None  # noqa: S101 - fetched above
        return published.metadata


async def _fetch_metadata(provider: OauthProvider, published: _Published) -> None:
    """Fetches the metadata. Raises: ProviderUnavailable, ProviderUntrusted."""
    document = await _fetch(provider, published, provider.issuer.rstrip("/") + PATH)
    published.metadata, published.metadata_at = read_metadata(provider, document), clock.now()


async def _fetch(provider: OauthProvider, published: _Published, url: str) -> Any:
    """Returns the JSON at a URL; a provider that did not answer is not asked again for ten seconds.

    Raises: ProviderUnavailable, ProviderUntrusted.
    """
    if clock.now() - published.failed_at < RETRY_AFTER:
        raise ProviderUnavailable(provider=provider.label, reason="it did not answer a moment ago")
    try:
        return await request_json(provider, "GET", url)
    except ProviderUnavailable:
        published.failed_at = clock.now()
        raise


def read_metadata(provider: OauthProvider, document: Any) -> Metadata:
    """Returns the metadata of a discovery document. Raises: ProviderUntrusted."""
    if not isinstance(document, dict) or document.get("issuer") != provider.issuer:
        raise untrusted(provider, "the discovery document is of another issuer")
    methods = document.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
    return Metadata(
        authorization_endpoint=_endpoint(provider, document, "authorization_endpoint"),
        token_endpoint=_endpoint(provider, document, "token_endpoint"),
        jwks_uri=_endpoint(provider, document, "jwks_uri"),
        userinfo_endpoint=_endpoint(provider, document, "userinfo_endpoint", needed=False),
        promises_issuer=document.get("authorization_response_iss_parameter_supported") is True,
        posts_secret="client_secret_basic" not in methods and "client_secret_post" in methods,
    )


def _endpoint(provider: OauthProvider, document: dict[str, Any], name: str, *, needed: bool = True) -> str:
    """Returns the URL of an endpoint, which must be https where the issuer is. Raises: ProviderUntrusted."""
    url = document.get(name)
    if url is None and not needed:
        return ""
    secure = urlsplit(provider.issuer).scheme == "https"
    allowed = ("https://",) if secure else ("https://", "http://")
    if not isinstance(url, str) or not url.startswith(allowed) or not url.isprintable() or len(url) > LONGEST_ENDPOINT:
        raise untrusted(provider, f"no usable {name}")
    return url


async def find_keys(provider: OauthProvider, key_id: str | None) -> list[dict[str, Any]]:
    """Returns the provider's keys (JSON Web Keys) with this id, or all without an id; empty if there is none.

    Raises: ProviderUnavailable, ProviderUntrusted.
    """
    metadata = await provider_metadata(provider)
    published = installation.current().resource(PublishedByIssuer)[provider.issuer]
    async with published.lock:
        age = clock.now() - published.keys_at
        matching = _matching(published.keys, key_id)
        if age >= FRESH_FOR or (not matching and age >= KEYS_INTERVAL):
            published.keys = _read_keys(provider, await _fetch(provider, published, metadata.jwks_uri))
            published.keys_at = clock.now()
        return _matching(published.keys, key_id)


def _matching(keys: list[dict[str, Any]], key_id: str | None) -> list[dict[str, Any]]:
    return [key for key in keys if key_id is None or key.get("kid") == key_id]


def _read_keys(provider: OauthProvider, document: Any) -> list[dict[str, Any]]:
    """Returns the keys of a JWK set that are not for encryption. Raises: ProviderUntrusted."""
    keys = document.get("keys") if isinstance(document, dict) else None
    if not isinstance(keys, list):
        raise untrusted(provider, "no JWK set")
    return [key for key in keys[:50] if isinstance(key, dict) and key.get("use", "sig") == "sig"]
