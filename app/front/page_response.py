"""Builds the HTTP response of a rendered bio page. The lanes and the Quart route send the same bytes."""

from __future__ import annotations

from typing import NamedTuple

from app.front.decision import SECURE
from app.pages.public.rendering import Rendered
from app.web.encodings import best_encoding

CODINGS = ("br", "gzip")
SECURITY_HEADERS = [
    ("x-content-type-options", "nosniff"), ("referrer-policy", "strict-origin-when-cross-origin"),
    ("cross-origin-opener-policy", "same-origin"), ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"),
]


class Sheet(NamedTuple):
    """Status, headers and body of a response. `body` is empty for 304. For HEAD it is complete, because content-length
    counts it: the sender leaves it out.
    """

    status: int
    headers: list[tuple[str, str]]
    body: bytes


def sheet(rendered: Rendered, accept_encoding: str, if_none_match: str, *, secure: bool) -> Sheet:
    """Returns the response for a request with these Accept-Encoding and If-None-Match headers (RFC 9110 §§12.5.3,
    13.1.2).

    With `secure` it carries HSTS.
    """
    encoding = best_encoding(accept_encoding, CODINGS)
    headers = [("cache-control", "no-cache"), ("vary", "accept-encoding"), ("etag", f"W/{rendered.etag}")]
    headers += [SECURE] if secure else []
    if if_none_match and (if_none_match.strip() == "*" or rendered.etag in if_none_match):
        return Sheet(304, headers, b"")
    body = {"br": rendered.brotli, "gzip": rendered.gzip}.get(encoding, rendered.html)
    headers += [("content-type", "text/html; charset=utf-8"), ("content-language", rendered.language),
             ("content-security-policy", rendered.csp), *SECURITY_HEADERS, ("content-length", str(len(body)))]
    return Sheet(200, headers + ([("content-encoding", encoding)] if encoding else []), body)
