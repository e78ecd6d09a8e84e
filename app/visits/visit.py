"""A visit: a person, bot or preview fetcher follows a link or views a bio page.

`JournalEntry` is what is recorded before the response, a line of the journal: without the IP address, and not parsed
yet.
`Visit` is a row of the database: without the user agent and the language header. A `placement` is the marker in a QR
code's URL, which tells the codes of one link apart. `rule` is the id of the link's rule that chose the destination, and
`variant` that id, a colon and the number of the destination in the rule's split, from 0.
"""

from enum import IntEnum
from typing import NamedTuple
from uuid import UUID

UTM = ("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content")
DIMENSIONS = (
    *("referrer", *UTM, "country", "city", "device", "browser", "system", "language"),
    *("placement", "rule", "variant"),
)


class Kind(IntEnum):
    """How a visitor came: by the short link, by its QR code, or to a bio page."""

    CLICK = 0
    SCAN = 1
    VIEW = 2


class Purpose(IntEnum):
    """What a request was for, according to its method and headers. FOLLOW: only the user agent tells who sent it.

    CHECK: a HEAD request. PREFETCH, PREVIEW: a browser or an app fetched the link in advance, for a preview or as part
    of a page (an image, a frame). PRESS: the form of a click-limited link was submitted. SPAM: the referrer is a known
    spammer, where the referrer itself is not kept.
    """

    FOLLOW = 0
    CHECK = 1  # older journals have `true`: a HEAD request or a prefetch
    PREFETCH = 2
    PREVIEW = 3
    PRESS = 4
    SPAM = 5


class Who(IntEnum):
    """The kind of visitor. CHECK: a HEAD request or a prefetch, which looked at the link and did not follow it.

    A visitor whose referrer is a known spammer is a BOT.
    """

    HUMAN = 0
    BOT = 1
    PREVIEW = 2
    CHECK = 3


class DetailLevel(IntEnum):
    """How much detail of a visit is kept. For bio pages and their links it depends on the plan.

    ALL: everything. ORIGIN: id, time, country and referrer host. TIME: id and time. Kind and kind of visitor are always
    kept, but of a frozen account NOTHING is kept: its visits are not recorded.
    """

    ALL = 0
    ORIGIN = 1
    TIME = 2
    NOTHING = 3


class JournalEntry(NamedTuple):
    """One answered request. `at` is in milliseconds since 1970, UTC; `visitor` is a daily salted hash of 63 bits.

    Details that `keeps` (DetailLevel) excludes are empty, except the user agent, which tells people from bots. `rule`
    is the id of the link's rule that chose the destination and `variant` the index in its split, -1 without one.
    `request` is the key of the request (recording/request_key.py), "" where the proxy gave it no id.
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
    rule: str = ""
    variant: int = -1
    request: str = ""


class Visit(NamedTuple):
    """A row of `visits`, in the order of its columns. "" means unknown. `id` contains the time: see `milliseconds`."""

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
    rule: str = ""
    variant: str = ""


SEQUENCE_BITS = 21


def key_in_visits(id: UUID) -> int:
    """Returns the key of a link or an account among the visits: the last 62 bits of its UUID, half its size.

    Rows of a link are always selected by the account's key as well.
    """
    return id.int & ((1 << 62) - 1)


def first_id(milliseconds: int) -> int:
    """Returns the smallest id of a visit at this time. Ids grow with time, so a period is a range of ids."""
    return milliseconds << SEQUENCE_BITS


def milliseconds(id: int) -> int:
    """Returns the time of a visit in milliseconds since 1970, UTC."""
    return id >> SEQUENCE_BITS
