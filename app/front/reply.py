"""A redirect as bytes, the very ones that hypercorn would send for it."""

import time
from email.utils import formatdate
from functools import lru_cache

from app.front.answer import Answer
from app.kernel import site

_date = (0, b"")


def reply(given: Answer) -> bytes:
    """Status line and headers of a redirect, HTTP/1.1, the connection kept (RFC 9112 §4, h11's spelling)."""
    said = _said if given.memorable else _said.__wrapped__
    return said(given, site.current().secure) + _today()


@lru_cache(maxsize=4096)
def _said(given: Answer, secure: bool) -> bytes:
    said = "".join(f"{name}: {value}\r\n" for name, value in given.headers(secure=secure))
    return f"HTTP/1.1 {given.status} \r\n{said}".encode("ascii")


def _today() -> bytes:
    global _date
    now = int(time.time())
    if now != _date[0]:
        _date = (now, f"date: {formatdate(now, usegmt=True)}\r\n\r\n".encode())
    return _date[1]
