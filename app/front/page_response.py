"""Builds the HTTP response of a rendered bio page. The lanes and the Quart route send the same bytes."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from app.front.decision import SECURE
from app.pages.public.rendering import Rendered

MAX_ACCEPT_ENCODING = 400  # characters of an Accept-Encoding header that are read
SECURITY_HEADERS = [
    ("x-content-type-options", "nosniff"), ("referrer-policy", "strict-origin-when-cross-origin"),
    ("cross-origin-opener-policy", "same-origin"), ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"),
]


class Sheet(NamedTuple):
    """Status, headers and body of a response. `body` is empty for 304. For HEAD it is complete, because content-length
    counts it: whoever sends the response leaves it out.
    """

    status: int
    headers: list[tuple[str, str]]
    body: bytes


def sheet(rendered: Rendered, accept_encoding: str, if_none_match: str, *, secure: bool) -> Sheet:
    """Returns the response for a request with these Accept-Encoding and If-None-Match headers (RFC 9110 §§12.5.3,
    13.1.2).

    With `secure` it carries HSTS.
    """
    encoding = encoding_of(accept_encoding)
    headers = [("cache-control", "no-cache"), ("vary", "accept-encoding"), ("etag", f"W/{rendered.etag}")]
    headers += [SECURE] if secure else []
    if if_none_match and (if_none_match.strip() == "*" or rendered.etag in if_none_match):
        return Sheet(304, headers, b"")
    body = {"br": rendered.brotli, "gzip": rendered.gzip}.get(encoding, rendered.html)
    headers += [("content-type", "text/html; charset=utf-8"), ("content-language", rendered.language),
             ("content-security-policy", rendered.csp), *SECURITY_HEADERS, ("content-length", str(len(body)))]
    return Sheet(200, headers + ([("content-encoding", encoding)] if encoding else []), body)


@lru_cache(512)
def encoding_of(accept_encoding: str) -> str:
    """Returns the best content encoding that the Accept-Encoding header allows: br, gzip, or "" for none."""
    acceptable: dict[str, bool] = {}
    for part in accept_encoding[:MAX_ACCEPT_ENCODING].lower().split(","):
        name, _, weight = part.partition(";")
        acceptable[name.strip()] = weight.replace(" ", "").rstrip("0") not in {"q=", "q=0."}
    return next((name for name in ("br", "gzip") if acceptable.get(name, acceptable.get("*", False))), "")
