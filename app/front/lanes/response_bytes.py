"""Redirects and pages as bytes, the very ones that hypercorn would send for them."""

from __future__ import annotations

import time
from datetime import datetime
from email.utils import formatdate
from functools import lru_cache
from typing import TYPE_CHECKING

from app.front.decision import Answer
from app.front.page_response import Sheet
from app.kernel import site

if TYPE_CHECKING:
    from app.front.lanes.request_head import Head
    from app.front.redirect_service import Following
    from app.links.resolution import Found

_date = (0, b"")


def reply(given: Answer, announced: bytes = b"") -> bytes:
    """Status line and headers of a redirect, HTTP/1.1, the connection kept (RFC 9112 §4, h11's spelling).

    `announced` is the header line that says for how long.
    """
    said = _said if given.memorable else _said.__wrapped__
    return said(given, site.current().secure) + _today() + announced + b"\r\n"


@lru_cache(maxsize=4096)
def _said(given: Answer, secure: bool) -> bytes:
    said = "".join(f"{name}: {value}\r\n" for name, value in given.headers(secure=secure))
    return f"HTTP/1.1 {given.status} \r\n{said}".encode("ascii")


def told(following: Following, found: Found, head: Head, query: str, now: datetime, announced: bytes) -> bytes:
    """The bytes for what stands at a name; none for what takes the way through the app. `announced` as in `reply`."""
    if found.page is not None:
        shown = following.shown(found, head.headers, now)
        return page(shown, announced, bare=head.method == b"HEAD") if shown else b""
    given = following.passed(found, query, now)
    return reply(given, announced) if given else b""


def page(given: Sheet, announced: bytes, *, bare: bool) -> bytes:
    """A page with its head; `bare` without its body, for HEAD."""
    said = "".join(f"{name}: {value}\r\n" for name, value in given.headers)
    head = f"HTTP/1.1 {given.status} \r\n{said}".encode("ascii")
    return head + _today() + announced + b"\r\n" + (b"" if bare else given.body)


def _today() -> bytes:
    global _date
    now = int(time.time())
    if now != _date[0]:
        _date = (now, f"date: {formatdate(now, usegmt=True)}\r\n".encode())
    return _date[1]
