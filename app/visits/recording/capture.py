"""Turns a request into a line of the visit journal, before the response is sent: unparsed, and never with the IP
address.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import NamedTuple

import orjson

from app.names.slug import ALPHABET
from app.visits.recording import geo_lookup, origin
from app.visits.recording.referrer_spam import is_spam
from app.visits.recording.salt import Salts
from app.visits.visit import DetailLevel, Kind, Purpose

MAX_AGENT, MAX_LANGUAGES = 400, 200
PLACEMENT_LENGTH = 5
# The parameter `qr`, percent-encoded or not
QR_PARAMETER = re.compile(r"(?:\A|(?<=&))(?:q|%[57]1)(?:r|%[57]2)(?:=([^&]*))?(?=&|\Z)", re.IGNORECASE)
PLACEMENT = re.compile(f"[{ALPHABET}]{{{PLACEMENT_LENGTH}}}")  # visitors may send anything else


class Visitor(NamedTuple):
    """Who sends a request. It lives only as long as the request; texts are the headers as received, "" when missing.

    `purpose` is what the request is for. `uncounted` is True for a browser with the opt-out cookie. `country` is the
    country code that a trusted proxy sent, `request` the key of the request, "" without one (request_key.py).
    """

    address: str
    agent: str = ""
    referrer: str = ""
    languages: str = ""
    query: str = ""
    country: str = ""
    purpose: Purpose = Purpose.FOLLOW
    uncounted: bool = False
    request: str = ""


def journal_line(
    link: str,
    account: str,
    visitor: Visitor,
    salts: Salts,
    now: datetime,
    *,
    view: bool = False,
    keeps: int = DetailLevel.ALL,
    destination_url: str = "",
    rule: str = "",
    variant: int = -1,
) -> bytes:
    """Returns the visit as a journal line, which parse.py reads. With `view` it is a view of the bio page `link`.

    UTM parameters that the visitor's query lacks are the destination's. `keeps` (DetailLevel) is how much detail is
    kept; with NOTHING the line is empty. `rule` and `variant` are details, too: they can tell what conditions saw.
    """
    if keeps == DetailLevel.NOTHING:
        return b""
    if view or keeps:
        fields, rule, variant = _reduced_fields(link, account, visitor, now, view=view, keeps=keeps), "", -1
    else:
        fields = _full_fields(link, account, visitor, salts, now, destination_url)
    return _encode(fields, rule, variant, visitor.request)


class PlainLink(NamedTuple):
    """A link of which all details are recorded, as its journal lines name it. `campaign` are the UTM parameters of its
    destination (origin.utm_values_of_url). `rule` and `variant` are those of the destination (JournalEntry).
    """

    id: str
    account: str
    campaign: list[str]
    rule: str = ""
    variant: int = -1


def plain_line(
    plain: PlainLink,
    address: str,
    place: tuple[str, str],
    texts: tuple[str, str, str],
    salts: Salts,
    now: datetime,
    request: str = "",
) -> bytes:
    """Returns the line that `journal_line` returns for someone who follows a link without a query. Most visits are
    such, and this takes half the time.

    `place` are country and city, `texts` the headers User-Agent, Referer and Accept-Language, `request` is as in
    Visitor.
    """
    at = int(now.timestamp() * 1000)
    visitor = salts.visitor(at, address, texts[0][:MAX_AGENT], texts[2][:MAX_LANGUAGES])
    return plain_line_of_visitor(plain, at, visitor, place, texts, request)


def plain_line_of_visitor(
    plain: PlainLink, at: int, visitor: int, place: tuple[str, str], texts: tuple[str, str, str], request: str = ""
) -> bytes:
    """Returns the line of `plain_line` for a visitor whose number is known; `at` is in milliseconds since 1970."""
    link, account, campaign, rule, variant = plain
    agent, referrer, languages = texts
    source = origin.parse_origin(referrer) if referrer else ""
    fields: tuple[object, ...] = (
        at,
        link,
        account,
        0,
        0,
        visitor,
        *place,
        agent[:MAX_AGENT],
        source,
        languages[:MAX_LANGUAGES],
        campaign,
        "",
        0,
    )
    if request or rule:
        return _encode(fields, rule, variant, request)
    return orjson.dumps(fields, option=orjson.OPT_APPEND_NEWLINE)


def _encode(fields: tuple[object, ...], rule: str, variant: int, request: str) -> bytes:
    """Returns the fields as a line, with the last ones only where they are needed: an older version that takes the line
    in does not know `request`.
    """
    if request:
        fields = (*fields, rule, variant, request)
    elif rule:
        fields = (*fields, rule, variant)
    return orjson.dumps(fields, option=orjson.OPT_APPEND_NEWLINE)


def _full_fields(
    link: str, account: str, visitor: Visitor, salts: Salts, now: datetime, destination_url: str
) -> tuple[object, ...]:
    """Returns the fields of the line of a visit of which all details are kept."""
    at = int(now.timestamp() * 1000)
    country = geo_lookup.parse_country_header(visitor.country) if visitor.country else ""
    place = (country, "") if country else geo_lookup.current_databases().find(visitor.address)
    placement = scanned_placement(query) if (query := visitor.query) else None
    agent, languages = visitor.agent[:MAX_AGENT], visitor.languages[:MAX_LANGUAGES]
    return (
        at,
        link,
        account,
        int(placement is not None),
        int(visitor.purpose),
        salts.visitor(at, visitor.address, agent, languages),
        *place,
        agent,
        origin.parse_origin(visitor.referrer) if visitor.referrer else "",
        languages,
        _campaign(query, destination_url),
        placement or "",
        0,
    )


def _reduced_fields(
    link: str, account: str, visitor: Visitor, now: datetime, *, view: bool, keeps: int
) -> tuple[object, ...]:
    """Returns the fields of the line of a visit to a bio page or to a link of one, without what is not kept."""
    placement = scanned_placement(visitor.query) if visitor.query else None
    country, source = _country_and_source(visitor) if keeps <= DetailLevel.ORIGIN else ("", "")
    may_be_spam = not source and visitor.referrer and visitor.purpose == Purpose.FOLLOW
    purpose = Purpose.SPAM if may_be_spam and is_spam(origin.referrer_host(visitor.referrer)) else visitor.purpose
    kind = Kind.VIEW if view else Kind.CLICK if placement is None else Kind.SCAN
    return (
        int(now.timestamp() * 1000),
        link,
        account,
        kind,
        int(purpose),
        0,
        country,
        "",
        visitor.agent[:MAX_AGENT],
        source,
        "",
        [],
        placement or "",
        max(keeps, DetailLevel.ORIGIN),
    )


def _country_and_source(visitor: Visitor) -> tuple[str, str]:
    """Returns the visitor's country and where the visitor comes from, "" where unknown."""
    country = (
        geo_lookup.parse_country_header(visitor.country) or geo_lookup.current_databases().find(visitor.address)[0]
    )
    return country, origin.parse_origin(visitor.referrer) if visitor.referrer else ""


def _campaign(query: str, destination_url: str) -> list[str]:
    """Returns the query's UTM parameters, with the destination's where the query has none."""
    own, fallback = origin.utm_values(query) if query else [], origin.utm_values_of_url(destination_url)
    if not (own and fallback):
        return own or fallback
    return [value or default for value, default in zip(own, fallback, strict=True)]


def scanned_placement(query: str) -> str | None:
    """Returns the placement in the `qr` parameter that our QR codes add, in any case; None when the query has none, so
    that it is no scan.

    Returns "" for a scan without a valid placement.
    """
    match = QR_PARAMETER.search(query)
    if match is None:
        return None
    value = (match[1] or "").lower()
    return value if PLACEMENT.fullmatch(value) else ""


def without_qr_parameters(query: str) -> str:
    """Returns a raw query string without the `qr` parameters; all others stay as they are."""
    if not QR_PARAMETER.search(query):
        return query
    return "&".join(pair for pair in query.split("&") if not QR_PARAMETER.fullmatch(pair))
