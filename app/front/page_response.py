"""A bio page as an answer: the same bytes whichever way in it was asked for."""

from __future__ import annotations

from typing import NamedTuple

from app.front.decision import SECURE
from app.pages.public.rendering import Rendered
from app.web.encodings import best_encoding

CODINGS = ("br", "gzip")
POLICY = [
    ("x-content-type-options", "nosniff"), ("referrer-policy", "strict-origin-when-cross-origin"),
    ("cross-origin-opener-policy", "same-origin"), ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"),
]


class Sheet(NamedTuple):
    """`body` is empty for 304; for HEAD it is told of, but not sent."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes


def sheet(rendered: Rendered, accepted: str, known: str, *, secure: bool) -> Sheet:
    """What a visitor gets who accepts these encodings and knows these entity tags (RFC 9110 §§12.5.3, 13.1.2)."""
    encoding = best_encoding(accepted, CODINGS)
    said = [("cache-control", "no-cache"), ("vary", "accept-encoding"), ("etag", f"W/{rendered.etag}")]
    said += [SECURE] if secure else []
    if known and (known.strip() == "*" or rendered.etag in known):
        return Sheet(304, said, b"")
    body = {"br": rendered.brotli, "gzip": rendered.gzip}.get(encoding, rendered.html)
    said += [("content-type", "text/html; charset=utf-8"), ("content-language", rendered.language),
             ("content-security-policy", rendered.csp), *POLICY, ("content-length", str(len(body)))]
    return Sheet(200, said + ([("content-encoding", encoding)] if encoding else []), body)
