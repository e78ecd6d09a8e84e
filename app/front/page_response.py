"""Builds the HTTP response of a rendered bio page. The lanes and the Quart route send the same bytes."""

from __future__ import annotations

from typing import NamedTuple

from app.links.redirect_decision import HSTS_HEADER
from app.pages.public.rendering import RenderedPage
from app.web.accept_encoding import first_accepted_encoding

CODINGS = ("br", "gzip")
SECURITY_HEADERS = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "strict-origin-when-cross-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"),
]


class PageResponse(NamedTuple):
    """Status, headers and body of a response. `body` is empty for 304. For HEAD it is complete, because content-length
    counts it: the sender leaves it out.
    """

    status: int
    headers: list[tuple[str, str]]
    body: bytes


def build_page_response(
    rendered: RenderedPage, accept_encoding: str, if_none_match: str, *, secure: bool
) -> PageResponse:
    """Returns the response for a request with these Accept-Encoding and If-None-Match headers (RFC 9110 §§12.5.3,
    13.1.2).

    With `secure` it carries HSTS.
    """
    encoding = first_accepted_encoding(accept_encoding, CODINGS)
    headers = [("cache-control", "no-cache"), ("vary", "accept-encoding"), ("etag", f"W/{rendered.etag}")]
    headers += [HSTS_HEADER] if secure else []
    if if_none_match and (if_none_match.strip() == "*" or rendered.etag in if_none_match):
        return PageResponse(304, headers, b"")
    body = {"br": rendered.brotli, "gzip": rendered.gzip}.get(encoding, rendered.html)
    headers += [
        ("content-type", "text/html; charset=utf-8"),
        ("content-language", rendered.language),
        ("content-security-policy", rendered.csp),
        *SECURITY_HEADERS,
        ("content-length", str(len(body))),
    ]
    return PageResponse(200, headers + ([("content-encoding", encoding)] if encoding else []), body)
