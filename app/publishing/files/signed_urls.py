"""Public addresses at which networks fetch the files of posts: `/media/posts/<token>/<name>`, valid for some hours.

The token is the time at which the address ends and a signature of it and of the name, made with the secret of the
installation. Nobody can compute an address of another file, and nothing lists them.
"""

from __future__ import annotations

import hmac
from datetime import timedelta

from app.kernel import clock, site
from app.kernel.secrets import hmac_digests

PATH, VALID_FOR = "/media/posts/", timedelta(hours=6)
PURPOSE, DIGITS = "post file", 40  # hex digits of the signature: 160 bits


def signed_url(name: str) -> str:
    """Returns the absolute address of a file on the public surface, valid for VALID_FOR."""
    return site.url("public", signed_path(name))


def signed_path(name: str) -> str:
    """Returns the path of a file on the public surface, valid for VALID_FOR."""
    return f"{PATH}{signed_token(name)}/{name}"


def signed_token(name: str) -> str:
    """Returns the token of a file's address, valid for VALID_FOR."""
    ends = int((clock.now() + VALID_FOR).timestamp())
    return f"{ends}-{_signatures(name, ends)[0]}"


def is_valid_token(token: str, name: str) -> bool:
    """Whether a token was made for this name, with any of the installation's secrets, and has not ended."""
    ends, _, signature = token.partition("-")
    if not (ends.isascii() and ends.isdecimal() and len(ends) <= 12) or clock.now().timestamp() >= int(ends):
        return False
    return any(hmac.compare_digest(valid, signature) for valid in _signatures(name, int(ends)) if signature.isascii())


def probe_response(token: str) -> str:
    """A text that only this installation can compute from a token; see reachability.py."""
    return hmac_digests(f"{PURPOSE} probe", token)[0][:DIGITS]


def _signatures(name: str, ends: int) -> list[str]:
    """The signatures of a name and an end, with each of the secrets, newest first."""
    return [digest[:DIGITS] for digest in hmac_digests(PURPOSE, f"{name} {ends}")]
