"""Where a visit came from and in which language: the headers Referer and Accept-Language, and the UTM parameters."""

import ipaddress
import re
from contextlib import suppress
from functools import lru_cache
from urllib.parse import unquote, unquote_to_bytes

from app.kernel import site
from app.kernel.destination import ascii_host
from app.kernel.text import SHRINKS, normalized
from app.visits.visit import UTM

LONGEST, LONGEST_CAMPAIGN, LONGEST_LANGUAGES, LONGEST_QUERY = 300, 100, 200, 8192
LONGEST_NAME = 3 * max(map(len, UTM))  # each letter percent-encoded
CACHED = 10_000
UTM_NAME = re.compile("utm_", re.IGNORECASE)
ORIGIN = re.compile(r"(https?|android-app)://([^/?#@\\\x00-\x20\x7f\ud800-\udfff]+)(?=[/?#]|\Z)", re.I)
PACKAGE = re.compile(r"[a-z]\w*(?:\.[a-z]\w*)+", re.ASCII | re.IGNORECASE)
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")  # the last: no UTF-8
RANGE = re.compile(r"\s*([a-z]{2,3})(?:-[a-z0-9-]*)?\s*(?:;\s*q=(0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)\s*)?", re.I)
RENAMED = {"in": "id", "iw": "he", "ji": "yi"}  # ISO 639 of 1989; Java went on sending the old ones


def origin(header: str) -> str:
    """Scheme and authority of a Referer, at most 300 characters: nobody's private path is kept.

    Cheap, for the time before the answer. "" when there is none or when it holds user information.
    """
    found = ORIGIN.match(header[:LONGEST + 1])
    return found[0] if found and found.end() <= LONGEST else ""


def referrer(header: str) -> str:
    """The host of a Referer in lower-case ASCII without www. and port, or the name of an Android app.

    "" for our own hosts and for what is none (userinfo too). IPv4 and IPv6 addresses stand as they are, the latter
    without brackets.
    """
    return _referrer(header[:LONGEST + 1], site.current().hosts)


@lru_cache(CACHED)
def _referrer(header: str, _ours: frozenset[str]) -> str:
    """`_ours` is for the cache: another site owns other hosts."""
    found = ORIGIN.match(header)
    if not found or found.end() > LONGEST:
        return ""
    scheme, authority = found[1].lower(), found[2]
    if scheme == "android-app":
        return authority.lower() if PACKAGE.fullmatch(authority) and len(authority) <= 253 else ""
    try:
        host = _host(authority)
    except ValueError:
        return ""
    if site.current().owns(host) or site.current().owns(f"[{host}]"):
        return ""
    bare = host.removeprefix("www.")
    return bare if "." in bare else host


def _host(authority: str) -> str:
    """The host of `host:port` or `[address]:port`; raises ValueError when it is none."""
    bracketed = authority.startswith("[")
    host, end, rest = authority.removeprefix("[").partition("]" if bracketed else ":")
    if not re.fullmatch(":?[0-9]{0,5}" if bracketed else "[0-9]{0,5}", rest) or "%" in host:
        raise ValueError
    if bracketed:
        return str(ipaddress.IPv6Address(host if end else ""))
    with suppress(ValueError):
        return str(ipaddress.IPv4Address(host))
    with suppress(UnicodeError):
        host = host.encode("latin-1").decode()  # a server hands on a header's bytes as Latin-1
    return ascii_host(host).lower().removesuffix(".")


def campaign(query: str) -> list[str]:
    """The UTM parameters of a raw query string (its bytes read as Latin-1) in the order of UTM; [] without any.

    Each has at most 100 characters, in NFC. Their names count in any case, percent-encoded or not; of one that is given
    twice the first counts.
    """
    if not (UTM_NAME.search(query) or "%" in query):
        return []
    given: dict[str, str] = {}
    for pair in query[:LONGEST_QUERY].split("&"):
        name, _, value = pair.partition("=")
        if len(name) <= LONGEST_NAME and (name := unquote(name).lower()) in UTM:
            given.setdefault(name, _said(value))
    return [given.get(name, "") for name in UTM] if any(given.values()) else []


@lru_cache(CACHED)
def campaign_of(destination_url: str) -> list[str]:
    """The UTM parameters that a destination carries itself; as `campaign`. Not to be changed: it is kept."""
    return campaign(destination_url.partition("#")[0].partition("?")[2])


def _said(value: str) -> str:
    raw = value[:LONGEST_CAMPAIGN * 12].replace("+", " ")  # a character is at most four bytes, %XX each
    text = unquote_to_bytes(raw.encode("latin-1", "ignore")).decode("utf-8", "replace")
    text = UNSEEN.sub("", text)
    return normalized(text.strip(), LONGEST_CAMPAIGN * SHRINKS)[:LONGEST_CAMPAIGN].rstrip()


def language(header: str) -> str:
    """The language (its primary subtag, such as id) an Accept-Language header wants most; "" when it names none."""
    return _language(header[:LONGEST_LANGUAGES])


@lru_cache(CACHED)
def _language(header: str) -> str:
    best, weight = "", 0.0
    for part in header.split(","):
        if (found := RANGE.fullmatch(part)) and float(found[2] or 1) > weight:
            best, weight = found[1].lower(), float(found[2] or 1)
    return RENAMED.get(best, best)
