"""Random tokens, their digests, and the server's own secret from which the peppers are derived."""

import binascii
import hashlib
import hmac
import secrets
import string

from app.kernel import installation

BASE62 = string.digits + string.ascii_uppercase + string.ascii_lowercase


def token() -> str:
    """256 bits, safe in a cookie or an address."""
    return secrets.token_urlsafe(32)


def digest(text: str) -> str:
    """SHA-256 in hex: for tokens that are themselves random enough."""
    return hashlib.sha256(text.encode()).hexdigest()


def peppered(purpose: str, text: str) -> list[str]:
    """HMAC-SHA256 of `text` under each server secret, newest first, apart for each purpose."""
    return [hmac.new(f"{purpose}:{key}".encode(), text.encode(), hashlib.sha256).hexdigest()
            for key in installation.current().secret_keys]


def base62(length: int) -> str:
    """`length` uniform characters of 0-9A-Za-z."""
    return "".join(secrets.choice(BASE62) for _ in range(length))


def checksum(text: str) -> str:
    """CRC-32 of `text` as six base62 characters, most significant first."""
    number, out = binascii.crc32(text.encode()), ""
    for _ in range(6):
        number, rest = divmod(number, 62)
        out = BASE62[rest] + out
    return out
