"""A visit: one person, bot or preview fetcher following one link, as far as we keep it (product.md §4).

`Seen` is what the request path notes, a line of the journal: no address in it, and nothing parsed yet. `Visit` is
what the database keeps: the user agent and the language header are gone from it. A `placement` is the mark in the
content of a QR code, which tells the codes of a link apart.
"""

from enum import IntEnum
from typing import NamedTuple
from uuid import UUID

UTM = ("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content")
DIMENSIONS = ("referrer", *UTM, "country", "city", "device", "browser", "system", "language",
              "placement")


class Kind(IntEnum):
    """How somebody came: by the short link, by its QR code, or to a bio page."""

    CLICK = 0
    SCAN = 1
    VIEW = 2


class Purpose(IntEnum):
    """What a request was for, as far as it says so itself; FOLLOW where its user agent tells who made it.

    CHECK: a HEAD request. PREFETCH, PREVIEW: a browser or an app fetched ahead, or for a preview or a
    part of a page (an image, a frame). PRESS: the form of a
    link with a click limit was sent. SPAM: the referrer is a known spammer's, where the referrer itself is not kept.
    """

    FOLLOW = 0
    CHECK = 1  # `true` in journals of before: a HEAD request, or a prefetch
    PREFETCH = 2
    PREVIEW = 3
    PRESS = 4
    SPAM = 5


class Who(IntEnum):
    """Who came. A CHECK is a HEAD request or a prefetch: the link was looked at, and nobody followed it.

    Whose referrer is a known spammer's is a BOT.
    """

    HUMAN = 0
    BOT = 1
    PREVIEW = 2
    CHECK = 3


class Keeps(IntEnum):
    """How much is kept of a visit: of a bio page and its links less than of a short link, by the plan (product.md §4).

    ORIGIN: id, time, country and the host it came from. TIME: id and time. Kind and who are kept of every visit.
    """

    ALL = 0
    ORIGIN = 1
    TIME = 2


class Seen(NamedTuple):
    """One answered visit. `at` in milliseconds since 1970, UTC; `visitor` a daily salted hash, 63 bits.

    What `keeps` (Keeps) leaves out is not in it, except the agent, which tells people from robots.
    """

    at: int
    link: str
    account: str
    kind: int
    purpose: int
    visitor: int
    country: str
    city: str
    agent: str
    referrer: str
    languages: str
    campaign: list[str]
    placement: str = ""
    keeps: int = 0


class Visit(NamedTuple):
    """A row of `visits`, in the order of its columns. An empty text means unknown. `id` holds the time: see `at`."""

    id: int
    link: int
    account: int
    kind: int
    who: int
    visitor: int
    referrer: str
    utm_source: str
    utm_medium: str
    utm_campaign: str
    utm_term: str
    utm_content: str
    country: str
    city: str
    device: str
    browser: str
    system: str
    language: str
    placement: str


SEQUENCE_BITS = 21


def key(id: UUID) -> int:
    """A link's or an account's number among the visits: 62 of the random bits of its UUID, half the size of it.

    Rows of a link are always asked for with its account's key too.
    """
    return id.int & ((1 << 62) - 1)


def first_id(milliseconds: int) -> int:
    """The smallest id a visit at this time can have: ids grow with time, so a period is a range of ids."""
    return milliseconds << SEQUENCE_BITS


def milliseconds(id: int) -> int:
    """When a visit was, in milliseconds since 1970, UTC."""
    return id >> SEQUENCE_BITS
