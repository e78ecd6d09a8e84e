"""Encrypts texts that the server has to read again, under keys derived from KLIQS_SECRET_KEY.

What only has to be recognised is hashed instead (secrets.py). The cipher is Fernet (AES-128-CBC and HMAC-SHA256, by the
library `cryptography`), its keys come from HKDF-SHA256 (RFC 5869). A purpose is part of the key: a text that was
encrypted for one purpose, such as the authenticator app of one user, cannot be read for another one.

When a new secret is put before the old one in KLIQS_SECRET_KEY, everything can still be read. `is_outdated` says which
texts should be encrypted again before the old secret is removed.
"""

from __future__ import annotations

import base64
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from app.kernel import clock, installation

if TYPE_CHECKING:
    from cryptography.fernet import Fernet

KEY_BYTES = 32


class Undecipherable(Exception):
    """A text is no ciphertext of this purpose, is too old, or its secret is not in KLIQS_SECRET_KEY any more."""


def encrypt(text: str, purpose: str) -> str:
    """Encrypts a text under the newest secret; the result is ASCII, safe in URLs, about 1.4 times as long plus 100."""
    now = int(clock.now().timestamp())
    return _ciphers(purpose)[0].encrypt_at_time(text.encode(), now).decode()


def decrypt(ciphertext: str, purpose: str, max_age: timedelta | None = None) -> str:
    """Returns the text. Raises: Undecipherable, also for what was encrypted longer than `max_age` ago."""
    from cryptography.fernet import InvalidToken, MultiFernet

    ciphers = MultiFernet(_ciphers(purpose))
    try:
        if max_age is None:
            return ciphers.decrypt(ciphertext.encode()).decode()
        now = int(clock.now().timestamp())
        return ciphers.decrypt_at_time(ciphertext.encode(), int(max_age.total_seconds()), now).decode()
    except (InvalidToken, ValueError):
        raise Undecipherable from None


def is_outdated(ciphertext: str, purpose: str) -> bool:
    """Whether a text was encrypted under another secret than the newest."""
    from cryptography.fernet import InvalidToken

    try:
        _ciphers(purpose)[0].decrypt(ciphertext.encode())
    except InvalidToken:
        return True
    return False


def _ciphers(purpose: str) -> list[Fernet]:
    """The ciphers of a purpose, one for each secret, newest first."""
    return [_cipher(secret, purpose) for secret in installation.current().secret_keys]


@lru_cache(64)
def _cipher(secret: str, purpose: str) -> Fernet:
    """Derives the key of a purpose; those of upstreams are needed for each request. The library is imported here."""
    from cryptography.fernet import Fernet
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    info = f"kliqs encryption: {purpose}".encode()
    key = HKDF(SHA256(), length=KEY_BYTES, salt=None, info=info).derive(secret.encode())
    return Fernet(base64.urlsafe_b64encode(key))
