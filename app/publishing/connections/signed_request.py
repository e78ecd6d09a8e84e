"""Reads a `signed_request` of Meta: a signature and a JSON object, both base64url, joined by a dot.

The signature is the HMAC-SHA256 of the second half under the secret of the app. Source: developers.facebook.com, "Data
deletion request callback".
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass

import orjson

from app.kernel import installation

LONGEST, LONGEST_ID = 4096, 64  # characters
ALGORITHM = "HMAC-SHA256"


class Forged(Exception):
    """The request is not signed by an app of this installation, or is no such request."""


@dataclass(frozen=True, slots=True)
class SignedRequest:
    """For whom Meta asks, as that person is known to the app, and at which of its networks."""

    user_id: str
    networks: tuple[str, ...]


def app_secrets() -> dict[str, str]:
    """Returns the secrets of the apps that are set up at Meta, by their networks."""
    config = installation.current().config
    secrets = {"facebook": config.facebook_app_secret, "instagram": config.instagram_app_secret}
    return {network: secret for network, secret in secrets.items() if secret}


def read_signed_request(text: str) -> SignedRequest:
    """Checks and reads a request. Raises: Forged, whatever is wrong with it."""
    signature, _, payload = text.partition(".")
    if len(text) > LONGEST or not text.isascii():
        raise Forged
    received = _decode(signature)
    networks = tuple(name for name, secret in app_secrets().items() if _is_signed(received, payload, secret))
    if not networks:
        raise Forged
    try:
        values = orjson.loads(_decode(payload))
    except orjson.JSONDecodeError:
        raise Forged from None
    user_id = values.get("user_id") if isinstance(values, dict) else None
    if not isinstance(user_id, str | int) or str(values.get("algorithm")).upper() != ALGORITHM:
        raise Forged
    if not 0 < len(str(user_id)) <= LONGEST_ID or not str(user_id).isalnum():
        raise Forged
    return SignedRequest(str(user_id), networks)


def _is_signed(received: bytes, payload: str, secret: str) -> bool:
    """Compares in constant time."""
    return hmac.compare_digest(received, hmac.new(secret.encode(), payload.encode(), hashlib.sha256).digest())


def _decode(text: str) -> bytes:
    """Decodes base64url with or without its padding. Raises: Forged."""
    try:
        return base64.b64decode(text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise Forged from None
