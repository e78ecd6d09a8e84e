"""Proof Key for Code Exchange with the method S256 (RFC 7636).

The code verifier is not stored. It is derived from the secret of the browser's cookie, which the provider does not
know, and from `state`, of which the database has only a hash.
"""

import hashlib
import hmac
from base64 import urlsafe_b64encode


def code_verifier(browser_secret: str, state: str) -> str:
    """Returns the code verifier of a flow: 43 characters with 256 bits (RFC 7636, 4.1)."""
    return base64url(hmac.digest(browser_secret.encode(), f"code_verifier:{state}".encode(), "sha256"))


def code_challenge(verifier: str) -> str:
    """Returns the code challenge of a verifier (RFC 7636, 4.2)."""
    return base64url(hashlib.sha256(verifier.encode("ascii")).digest())


def hex_challenge(verifier: str) -> str:
    """Returns the code challenge of a verifier in hexadecimal, which TikTok wants in the place of base64url."""
    return hashlib.sha256(verifier.encode("ascii")).hexdigest()


def base64url(data: bytes) -> str:
    """Returns bytes in base64url without padding (RFC 7515, appendix C)."""
    return urlsafe_b64encode(data).rstrip(b"=").decode("ascii")
