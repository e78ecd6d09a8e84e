"""Random tokens, digests, and the server's signing secrets, from which the peppers are derived."""

import binascii
import hashlib
import hmac
import secrets
import string

from app.kernel import installation

BASE62 = string.digits + string.ascii_uppercase + string.ascii_lowercase


def new_token() -> str:
    """Returns a random token of 256 bits, safe in cookies and URLs."""
    return secrets.token_urlsafe(32)


def sha256_hex(text: str) -> str:
    """Returns the SHA-256 of a text in hex. Only for tokens that are random enough by themselves."""
    return hashlib.sha256(text.encode()).hexdigest()


def hmac_digests(purpose: str, text: str) -> list[str]:
    """Returns the HMAC-SHA256 of `text`, in hex, under each of the server's secrets, newest first.

    The `purpose` is part of the key, so that digests of different purposes never match.
    """
    return [
        hmac.digest(f"{purpose}:{key}".encode(), text.encode(), "sha256").hex()  # in one call of OpenSSL
        for key in installation.current().secret_keys
    ]


def random_base62(length: int) -> str:
    """Returns `length` random characters of 0-9A-Za-z, uniformly distributed but for less than one in 2^64.

    They are the digits of one number that is at least 64 bits longer: each request gets such an id, and to ask the
    system for each character takes ten times as long.
    """
    number, characters = int.from_bytes(secrets.token_bytes(length + 8)), []
    for _ in range(length):
        number, digit = divmod(number, 62)
        characters.append(BASE62[digit])
    return "".join(characters)


def crc32_base62(text: str) -> str:
    """Returns the CRC-32 of `text` as six base62 characters, most significant first."""
    number, characters = binascii.crc32(text.encode()), ""
    for _ in range(6):
        number, rest = divmod(number, 62)
        characters = BASE62[rest] + characters
    return characters
