"""The keys of requests, by which a request that a proxy sent to two machines counts as one visit.

A proxy that gets no answer from a machine asks another one, and both may write the visit down. The proxy gives each
request an id, which stays the same when it repeats the request. Journals and the database hold a keyed hash of it, so
that nobody can look the id up in the log of the proxy, where it may stand beside an address.
"""

from __future__ import annotations

from hashlib import blake2b

from app.kernel.secrets import hmac_digests
from app.visits.recording.capture import Visitor

MIN_ID, MAX_ID = 16, 128  # bytes; shorter ones may be counters, which start again
KEY_DIGITS = 16


class RequestKeys:
    """Makes keys with a secret that all machines share.

    The secret is hashed before each id, which is as good as a keyed hash: BLAKE2 cannot be continued behind its end
    (RFC 7693 §1). Its own key would take a block more, and so half as much time again.
    """

    def __init__(self, secret: bytes = b"") -> None:
        self._copy = blake2b(secret, digest_size=KEY_DIGITS // 2).copy

    @classmethod
    def of_installation(cls) -> RequestKeys:
        """Returns those of the current installation; they change with its newest secret."""
        return cls(bytes.fromhex(hmac_digests("request", "key")[0]))

    def key(self, request_id: bytes) -> str:
        """Returns the key of a request with an id, in 16 hex digits; "" for what cannot be an id."""
        if not MIN_ID <= len(request_id) <= MAX_ID:
            return ""
        keyed_hash = self._copy()  # takes a tenth of the time of a new one
        keyed_hash.update(request_id)
        return keyed_hash.hexdigest()  # an integer takes twice as long

    def admission(self, visitor: Visitor, link: str) -> int:
        """Returns the number of a visitor's request for a link with a click limit: 63 bits; 0 without a key.

        The visitor is part of it, so that an id that is not unique lets nobody else through.
        """
        if not visitor.request:
            return 0
        keyed_hash = self._copy()
        words = visitor.request, link, visitor.address, visitor.agent, visitor.languages
        keyed_hash.update("\0".join(words).encode("utf-8", "replace"))
        return number_of_key(keyed_hash.hexdigest())


def number_of_key(key: str) -> int:
    """Returns a key as it is in the database: 63 bits. Raises: ValueError for what is no key."""
    if len(key) != KEY_DIGITS:
        raise ValueError("This is no key of a request.")
    return int(key, 16) >> 1
