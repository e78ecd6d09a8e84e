"""Appends the further path of a visitor's request, `/slug/more`, to the destination of a link that wants it."""

from __future__ import annotations

import re
from urllib.parse import unquote_to_bytes

from app.links.query_forwarding import ESCAPES

MAX_PATH = 2048  # characters
MAX_DECODINGS = 5  # a path that is encoded more often than that is not taken
PATH_ESCAPES = ESCAPES | {ord(character): f"%{ord(character):02X}" for character in "#?<>\\^`{|}"}
CONTROL = re.compile(rb"[\x00-\x1f\x7f]")


def clean_path(raw: str) -> str | None:
    """Returns the further path of a request as it is appended, "" for none; None if it is not safe to append.

    `raw` is the raw path behind the name (its bytes read as Latin-1), which begins with a slash. Empty segments are
    removed. A segment that means "here" or "one up" to a browser or to any server behind the destination, however
    often it is encoded, makes the path unsafe, as control characters and more than MAX_PATH characters do.
    """
    if len(raw) > MAX_PATH:
        return None
    segments = [segment for segment in raw.split("/") if segment]
    if not all(map(_is_safe, segments)):
        return None
    path = "/".join(segments).translate(PATH_ESCAPES)
    return f"/{path}{'/' if raw.endswith('/') else ''}" if path else ""


def append_path(destination_url: str, path: str) -> str:
    """Returns the destination with a path of `clean_path` behind its own, before its query and its fragment."""
    if not path:
        return destination_url
    page, hash_mark, fragment = destination_url.partition("#")
    page, question_mark, query = page.partition("?")
    scheme, slashes, rest = page.partition("://")
    return f"{scheme}{slashes}{rest.rstrip('/')}{path}{question_mark}{query}{hash_mark}{fragment}"


def _is_safe(segment: str) -> bool:
    decoded = segment.encode("latin-1")
    for _ in range(MAX_DECODINGS):
        before, decoded = decoded, unquote_to_bytes(decoded)
        if CONTROL.search(decoded) or any(_goes_up(part) for part in re.split(rb"[/\\]", decoded)):
            return False
        if decoded == before:
            return True
    return False


def _goes_up(part: bytes) -> bool:
    """Whether a part is `.` or `..`; some servers cut off a parameter behind a semicolon first."""
    return part.partition(b";")[0].strip() in {b".", b".."}
