"""Verifies ID tokens (OpenID Connect Core 1.0, 3.1.3.7) with joserfc.

Import this module only where a token is verified: joserfc and what it imports take long to load.
"""

from __future__ import annotations

import hashlib
import hmac
import warnings
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from joserfc import jwk, jws, jwt
from joserfc.errors import JoseError

from app.kernel import clock, secrets
from app.kernel.oauth_settings import OauthProvider
from app.kernel.pkce import base64url

# asymmetric algorithms only: with HS256 a public key, or nothing, would be the secret
ALGORITHMS = ("RS256", "PS256", "ES256", "EdDSA", "Ed25519")
KEY_TYPES = {"RS256": "RSA", "PS256": "RSA", "ES256": "EC", "EdDSA": "OKP", "Ed25519": "OKP"}
LEEWAY, MIN_RSA_BITS, LONGEST_TOKEN, LONGEST_SUBJECT = 60, 2048, 32 * 1024, 255  # LEEWAY is in seconds
FindKeys = Callable[[str | None], Awaitable[list[dict[str, Any]]]]


class InvalidIdToken(Exception):
    """The token is not one that we may trust. The message says why, and holds nothing of the token."""


async def verify_id_token(
    token: str, provider: OauthProvider, find_keys: FindKeys, *, nonce_digest: str, access_token: str
) -> dict[str, Any]:
    """Returns the claims of a token after all checks; `find_keys` returns the provider's keys with an id.

    Raises: InvalidIdToken, and what `find_keys` raises.
    """
    algorithm, key_id = _read_header(token)
    keys = [key for key in await find_keys(key_id) if _fits(key, algorithm)]
    if len(keys) != 1:
        raise InvalidIdToken(f"{len(keys)} keys fit the header")
    claims = _verify_signature(token, keys[0], algorithm)
    _check_claims(claims, provider)
    if not hmac.compare_digest(secrets.sha256_hex(_text(claims, "nonce")), nonce_digest):
        raise InvalidIdToken("nonce")
    if "at_hash" in claims and claims["at_hash"] != access_token_hash(access_token, algorithm):
        raise InvalidIdToken("at_hash")
    return claims


def _read_header(token: str) -> tuple[str, str | None]:
    """Returns the algorithm and the key id of a token that is not verified yet. Raises: InvalidIdToken."""
    if len(token) > LONGEST_TOKEN:
        raise InvalidIdToken("too long")
    try:
        header = jws.extract_compact(token.encode()).headers()
    except (JoseError, ValueError, RecursionError) as error:
        raise InvalidIdToken(f"no signed token: {type(error).__name__}") from None
    algorithm, key_id = header.get("alg"), header.get("kid")
    if algorithm not in ALGORITHMS:
        raise InvalidIdToken("algorithm")
    return algorithm, key_id if isinstance(key_id, str) else None


def _fits(key: dict[str, Any], algorithm: str) -> bool:
    """Whether a key may have signed with an algorithm."""
    return key.get("kty") == KEY_TYPES[algorithm] and key.get("alg", algorithm) == algorithm


def _verify_signature(token: str, key: dict[str, Any], algorithm: str) -> dict[str, Any]:
    """Returns the claims of a token that this key signed. Raises: InvalidIdToken."""
    registry = jws.JWSRegistry(algorithms=[algorithm], strict_check_header=False)
    try:
        with warnings.catch_warnings():  # short keys are refused below; EdDSA has a new name, but is as safe as before
            warnings.simplefilter("ignore")
            imported = jwk.import_key({name: key[name] for name in key if name not in {"key_ops", "use"}})
            if isinstance(imported, jwk.RSAKey) and imported.raw_value.key_size < MIN_RSA_BITS:
                raise InvalidIdToken("the key is too short")
            return jwt.decode(token, imported, registry=registry).claims
    except (JoseError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise InvalidIdToken(f"signature: {type(error).__name__}") from None


def _check_claims(claims: dict[str, Any], provider: OauthProvider) -> None:
    """Checks issuer, audience, authorized party, times and subject. Raises: InvalidIdToken."""
    registry = jwt.JWTClaimsRegistry(
        now=int(clock.now().timestamp()),
        leeway=LEEWAY,
        iss={"essential": True, "value": provider.issuer},
        aud={"essential": True, "value": provider.client_id},
        sub={"essential": True},
        exp={"essential": True},
        iat={"essential": True},
    )
    try:
        registry.validate(claims)
    except JoseError as error:
        raise InvalidIdToken(f"claims: {error}"[:200]) from None
    audiences = claims["aud"] if isinstance(claims["aud"], list) else [claims["aud"]]
    if (len(audiences) > 1 or "azp" in claims) and claims.get("azp") != provider.client_id:
        raise InvalidIdToken("azp")
    subject = claims["sub"]
    if len(subject) > LONGEST_SUBJECT or not subject.isascii() or not subject.isprintable():
        raise InvalidIdToken("sub")


def _text(claims: dict[str, Any], name: str) -> str:
    """Returns a claim that must be a text. Raises: InvalidIdToken."""
    value = claims.get(name)
    if not isinstance(value, str) or not value.isascii():
        raise InvalidIdToken(name)
    return value


def access_token_hash(access_token: str, algorithm: str) -> str:
    """Returns the value of `at_hash`: the left half of the hash that belongs to the algorithm (3.1.3.6)."""
    digest = (hashlib.sha512 if KEY_TYPES[algorithm] == "OKP" else hashlib.sha256)(access_token.encode()).digest()
    return base64url(digest[: len(digest) // 2])


def signed_in_since(claims: dict[str, Any], since: datetime) -> bool:
    """Whether the person signed in at the provider after a time, by the claim `auth_time`, within the leeway."""
    moment = claims.get("auth_time")
    return isinstance(moment, int) and not isinstance(moment, bool) and moment >= since.timestamp() - LEEWAY
