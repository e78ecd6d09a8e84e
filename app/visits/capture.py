"""Notes a visit on the way of its answer: what must be known now, unparsed, and never the address."""

from __future__ import annotations

import re
from datetime import datetime
from typing import NamedTuple

import orjson

from app.names.slug import ALPHABET
from app.visits import geo_lookup, origin
from app.visits.referrer_spam import is_spam
from app.visits.salt import Salts
from app.visits.visit import Keeps, Kind, Purpose

LONGEST_AGENT, LONGEST_LANGUAGES = 400, 200
MARK_LENGTH = 5
MARK = re.compile(r"(?:\A|(?<=&))(?:q|%[57]1)(?:r|%[57]2)(?:=([^&]*))?(?=&|\Z)", re.IGNORECASE)  # `qr`, encoded or not
PLACEMENT = re.compile(f"[{ALPHABET}]{{{MARK_LENGTH}}}")  # nothing else: a visitor may send anything


class Visitor(NamedTuple):
    """Whoever asks, for as long as the request lasts. Texts are headers as they came, "" where there was none.

    `purpose` is what the request is for. `uncounted`: somebody who asked not to be counted. `country` is what a trusted
    proxy says of the address.
    """

    address: str
    agent: str = ""
    referrer: str = ""
    languages: str = ""
    query: str = ""
    country: str = ""
    purpose: Purpose = Purpose.FOLLOW
    uncounted: bool = False


def line(link: str, account: str, visitor: Visitor, salts: Salts, now: datetime, *, view: bool = False,
         keeps: int = Keeps.ALL, destination_url: str = "") -> bytes:
    """The visit as a line of the journal, which facts.py reads. `view`: of the bio page whose id `link` is.

    UTM parameters are the visit's own, and those of the destination it is led to where it has none.
    """
    if view or keeps:
        return _less(link, account, visitor, now, view=view, keeps=keeps)
    at = int(now.timestamp() * 1000)
    country, city = (geo_lookup.country_of(visitor.country), "") if visitor.country else ("", "")
    if not country:
        country, city = geo_lookup.current().find(visitor.address)
    query = visitor.query
    scanned = mark(query) if query else None
    agent, languages = visitor.agent[:LONGEST_AGENT], visitor.languages[:LONGEST_LANGUAGES]
    return orjson.dumps((
        at, link, account, int(scanned is not None), int(visitor.purpose),
        salts.visitor(at, visitor.address, agent, languages), country, city, agent,
        origin.origin(visitor.referrer) if visitor.referrer else "", languages,
        _campaign(query, destination_url), scanned or "", 0,
    ), option=orjson.OPT_APPEND_NEWLINE)


def _less(link: str, account: str, visitor: Visitor, now: datetime, *, view: bool, keeps: int) -> bytes:
    """A visit to a bio page, or to a link of one: what is not kept is not even noted."""
    country, source, placement = "", "", mark(visitor.query) if visitor.query else None
    if keeps <= Keeps.ORIGIN:
        country = geo_lookup.country_of(visitor.country) or geo_lookup.current().find(visitor.address)[0]
        source = origin.origin(visitor.referrer) if visitor.referrer else ""
    purpose = visitor.purpose
    if purpose == Purpose.FOLLOW and not source and visitor.referrer and is_spam(origin.referrer(visitor.referrer)):
        purpose = Purpose.SPAM
    kind = Kind.VIEW if view else Kind.CLICK if placement is None else Kind.SCAN
    return orjson.dumps((
        int(now.timestamp() * 1000), link, account, kind, int(purpose), 0, country, "", visitor.agent[:LONGEST_AGENT],
        source, "", [], placement or "", max(keeps, Keeps.ORIGIN),
    ), option=orjson.OPT_APPEND_NEWLINE)


def _campaign(query: str, destination_url: str) -> list[str]:
    own, more = origin.campaign(query) if query else [], origin.campaign_of(destination_url)
    return [mine or theirs for mine, theirs in zip(own, more, strict=True)] if own and more else own or more


def mark(query: str) -> str | None:
    """What our QR codes put into a query string as `qr`, in any case: their placement; None where it is no scan.

    "" for a scan that names no placement, or what cannot be one of ours.
    """
    found = MARK.search(query)
    if found is None:
        return None
    value = (found[1] or "").lower()
    return value if PLACEMENT.fullmatch(value) else ""


def without_marks(query: str) -> str:
    """A raw query string without the pairs that our QR codes put into it; all others as they are."""
    if not MARK.search(query):
        return query
    return "&".join(pair for pair in query.split("&") if not MARK.fullmatch(pair))
