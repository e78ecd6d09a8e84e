"""The signatures of Standard Webhooks 1.0: HMAC-SHA256 of `id.timestamp.body`, in base64 with the version before it.

A secret is `whsec_` and 32 random bytes in base64; the bytes are the key of the HMAC.
Source: github.com/standard-webhooks/standard-webhooks, spec/standard-webhooks.md, "Signature scheme".
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets as random
from collections.abc import Iterable

SECRET_PREFIX, SECRET_BYTES = "whsec_", 32
ID_HEADER, TIMESTAMP_HEADER, SIGNATURE_HEADER = "webhook-id", "webhook-timestamp", "webhook-signature"


def new_secret() -> str:
    """Returns a new secret."""
    return SECRET_PREFIX + base64.b64encode(random.token_bytes(SECRET_BYTES)).decode()


def sign(secret: str, event_id: str, timestamp: int, body: str) -> str:
    """Returns the signature of a message under one secret: `v1,` and base64."""
    key = base64.b64decode(secret.removeprefix(SECRET_PREFIX))
    digest = hmac.new(key, f"{event_id}.{timestamp}.{body}".encode(), hashlib.sha256).digest()
    return f"v1,{base64.b64encode(digest).decode()}"


def signed_headers(secrets: Iterable[str], event_id: str, timestamp: int, body: str) -> dict[str, str]:
    """Returns the headers of a message; the signatures under all secrets are separated by spaces."""
    return {
        ID_HEADER: event_id,
        TIMESTAMP_HEADER: str(timestamp),
        SIGNATURE_HEADER: " ".join(sign(secret, event_id, timestamp, body) for secret in secrets),
    }
