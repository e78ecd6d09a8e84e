"""Notes a visit on the way of its answer: what must be known now, unparsed, and never the address."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

import orjson

from app.visits import origin, place
from app.visits.salt import Salts

LONGEST_AGENT, LONGEST_LANGUAGES = 400, 200


class Visitor(NamedTuple):
    """Whoever asks, for as long as the request lasts. Texts are headers as they came, "" where there was none.

    `nobody`: a HEAD request, or a browser that fetches ahead. `uncounted`: somebody who asked not to be counted.
    `country` is what a trusted proxy says of the address.
    """

    address: str
    agent: str = ""
    referrer: str = ""
    languages: str = ""
    query: str = ""
    country: str = ""
    nobody: bool = False
    uncounted: bool = False


def line(link: str, account: str, visitor: Visitor, salts: Salts, now: datetime) -> bytes:
    """The visit as a line of the journal, which facts.py reads."""
    at = int(now.timestamp() * 1000)
    country, city = (place.country_of(visitor.country), "") if visitor.country else ("", "")
    if not country:
        country, city = place.current().find(visitor.address)
    query = visitor.query
    agent, languages = visitor.agent[:LONGEST_AGENT], visitor.languages[:LONGEST_LANGUAGES]
    return orjson.dumps((
        at, link, account, int(bool(query) and scanned(query)), visitor.nobody,
        salts.visitor(at, visitor.address, agent, languages), country, city, agent,
        origin.origin(visitor.referrer) if visitor.referrer else "", languages,
        origin.campaign(query) if query else [],
    ), option=orjson.OPT_APPEND_NEWLINE)


def scanned(query: str) -> bool:
    """Whether a query string has the mark our QR codes carry, `qr`."""
    return "qr" in query and any(pair.partition("=")[0] == "qr" for pair in query.split("&"))
