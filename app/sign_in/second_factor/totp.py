"""Six-digit codes that change every 30 seconds (TOTP, RFC 6238, with HMAC-SHA-1 as all authenticator apps have it)."""

from __future__ import annotations

import base64
import hmac
import secrets
import struct
from datetime import datetime
from urllib.parse import quote, urlencode

STEP_SECONDS, DIGITS, SECRET_BYTES = 30, 6, 20  # RFC 4226 §4 recommends 160 bits
DRIFT = 1  # steps that the clock of a phone may be behind or ahead (RFC 6238 §5.2)
RECENT = 20  # steps, 10 minutes: a code as old as that tells that the clock of the phone is wrong


def new_secret() -> str:
    """Returns a random secret in base32, as apps take it."""
    return base64.b32encode(secrets.token_bytes(SECRET_BYTES)).decode()


def step_at(moment: datetime) -> int:
    """Returns the number of the 30 seconds that a moment is in, counted from 1970."""
    return int(moment.timestamp()) // STEP_SECONDS


def code_at(secret: str, step: int, digits: int = DIGITS) -> str:
    """Returns the code of a step (RFC 4226 §5.3). `secret` is in base32."""
    digest = hmac.digest(base64.b32decode(secret), struct.pack(">Q", step), "sha1")
    start = digest[-1] & 0x0F
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFF_FFFF
    return f"{number % 10**digits:0{digits}d}"


def matching_step(secret: str, code: str, now: datetime) -> int | None:
    """Returns the step that a code belongs to, one of the present and its neighbours; None if it belongs to none."""
    present = step_at(now)
    steps = range(present - DRIFT, present + DRIFT + 1)
    matching = [step for step in steps if hmac.compare_digest(code_at(secret, step), code)]
    return matching[-1] if matching else None


def minutes_late(secret: str, code: str, now: datetime) -> int | None:
    """Returns how many minutes ago a code was shown that is too old by less than 10 minutes; None for any other.

    Codes of the future are not looked at: whoever guesses would learn which code will be right in a while.
    """
    newest = step_at(now) - DRIFT - 1
    for step in range(newest, newest - RECENT, -1):
        if hmac.compare_digest(code_at(secret, step), code):
            return max(1, round((step_at(now) - step) * STEP_SECONDS / 60))
    return None


def setup_url(secret: str, email: str, issuer: str) -> str:
    """Returns the URL that an app reads from the QR code (the Key URI Format of Google Authenticator)."""
    label = quote(f"{issuer}:{email}", safe="@")
    return f"otpauth://totp/{label}?" + urlencode({"secret": secret, "issuer": issuer})
