"""Parses where a visit came from and in which language: Referer, Accept-Language and the UTM parameters."""

import ipaddress
import re
from contextlib import suppress
from functools import lru_cache
from urllib.parse import unquote, unquote_to_bytes

from app.kernel import site
from app.kernel.destination import ascii_host
from app.kernel.text import SHRINK_FACTOR, normalize
from app.visits.visit import UTM

MAX_ORIGIN, MAX_CAMPAIGN, MAX_LANGUAGES, MAX_QUERY = 300, 100, 200, 8192
MAX_NAME = 3 * max(map(len, UTM))  # every letter percent-encoded
CACHE_SIZE = 10_000
UTM_NAME = re.compile("utm_", re.IGNORECASE)
ORIGIN = re.compile(r"(https?|android-app)://([^/?#@\\\x00-\x20\x7f\ud800-\udfff]+)(?=[/?#]|\Z)", re.I)
PACKAGE = re.compile(r"[a-z]\w*(?:\.[a-z]\w*)+", re.ASCII | re.IGNORECASE)
INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")  # last: no UTF-8
RANGE = re.compile(r"\s*([a-z]{2,3})(?:-[a-z0-9-]*)?\s*(?:;\s*q=(0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)\s*)?", re.I)
OLD_CODES = {"in": "id", "iw": "he", "ji": "yi"}  # replaced in ISO 639 in 1989; older Java versions still send them


def parse_origin(header: str) -> str:
    """Returns scheme and authority of a Referer header, at most 300 characters; the path, which may be private, is not
    kept.

    It is fast enough to run before the response. Returns "" when there is no valid origin.
    """
    match = ORIGIN.match(header[: MAX_ORIGIN + 1])
    return match[0] if match and match.end() <= MAX_ORIGIN else ""


def referrer_host(header: str) -> str:
    """Returns the host of a Referer header in lower-case ASCII without `www.` and port, or the package name of an
    Android app.

    Returns "" for our own hosts and for an invalid header, such as one with user information. IPv6 addresses have no
    brackets.
    """
    return _referrer(header[: MAX_ORIGIN + 1], site.current().hosts)


@lru_cache(CACHE_SIZE)
def _referrer(header: str, _ours: frozenset[str]) -> str:
    """`_ours` is part of the cache key, because the result depends on the site's hosts."""
    match = ORIGIN.match(header)
    if not match or match.end() > MAX_ORIGIN:
        return ""
    scheme, authority = match[1].lower(), match[2]
    if scheme == "android-app":
        return authority.lower() if PACKAGE.fullmatch(authority) and len(authority) <= 253 else ""
    try:
        host = _host(authority)
    except ValueError:
        return ""
    if site.current().owns(host) or site.current().owns(f"[{host}]"):
        return ""
    without_www = host.removeprefix("www.")
    return without_www if "." in without_www else host


def _host(authority: str) -> str:
    """Returns the host of `host:port` or `[address]:port`.

    Raises: ValueError when there is no valid host.
    """
    bracketed = authority.startswith("[")
    host, end, port = authority.removeprefix("[").partition("]" if bracketed else ":")
    if not re.fullmatch(":?[0-9]{0,5}" if bracketed else "[0-9]{0,5}", port) or "%" in host:
        raise ValueError
    if bracketed:
        return str(ipaddress.IPv6Address(host if end else ""))
    with suppress(ValueError):
        return str(ipaddress.IPv4Address(host))
    with suppress(UnicodeError):
        host = host.encode("latin-1").decode()  # servers decode header bytes as Latin-1
    return ascii_host(host).lower().removesuffix(".")


def utm_values(query: str) -> list[str]:
    """Returns the UTM parameters of a raw query string (its bytes read as Latin-1) in the order of UTM; [] when there
    are none.

    Each value has at most 100 characters in NFC. Names match in any case, percent-encoded or not; the first of repeated
    ones is used.
    """
    if not (UTM_NAME.search(query) or "%" in query):
        return []
    values: dict[str, str] = {}
    for pair in query[:MAX_QUERY].split("&"):
        name, _, value = pair.partition("=")
        if len(name) <= MAX_NAME and (name := unquote(name).lower()) in UTM:
            values.setdefault(name, _decode_value(value))
    return [values.get(name, "") for name in UTM] if any(values.values()) else []


@lru_cache(CACHE_SIZE)
def utm_values_of_url(destination_url: str) -> list[str]:
    """Returns the UTM parameters of a destination URL as `utm_values` does. The result is cached: callers must not
    change
    it.
    """
    return utm_values(destination_url.partition("#")[0].partition("?")[2])


def _decode_value(value: str) -> str:
    encoded = value[: MAX_CAMPAIGN * 12].replace("+", " ")  # a character has at most four bytes, each as %XX
    text = unquote_to_bytes(encoded.encode("latin-1", "ignore")).decode("utf-8", "replace")
    text = INVISIBLE.sub("", text)
    return normalize(text.strip(), MAX_CAMPAIGN * SHRINK_FACTOR)[:MAX_CAMPAIGN].rstrip()


def preferred_language(header: str) -> str:
    """Returns the primary subtag, such as id, of the language that an Accept-Language header prefers; "" when it names
    none.
    """
    return _language(header[:MAX_LANGUAGES])


@lru_cache(CACHE_SIZE)
def _language(header: str) -> str:
    best, weight = "", 0.0
    for part in header.split(","):
        if (match := RANGE.fullmatch(part)) and float(match[2] or 1) > weight:
            best, weight = match[1].lower(), float(match[2] or 1)
    return OLD_CODES.get(best, best)
