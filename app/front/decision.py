"""Decides what a request for a short link is answered with. The protocol lane, the ASGI lane and the Quart route all
use it.
"""

from datetime import datetime
from typing import NamedTuple

from app.front.query_forwarding import forwarded
from app.links.lifecycle import Followed, State, state_of

MAX_CACHED_LOCATION = 512
SECURE = ("strict-transport-security", "max-age=31536000")


class Answer(NamedTuple):
    """The decision for one request: for a redirect `location` is its target URL, otherwise `page` is the name of the
    page to show.
    """

    status: int
    page: str = ""
    location: str = ""

    @property
    def memorable(self) -> bool:
        """Whether the encoded response may be kept in a cache. Long locations contain a visitor's own query and would
        hardly ever be requested again.
        """
        return len(self.location) <= MAX_CACHED_LOCATION

    def headers(self, *, secure: bool) -> list[tuple[str, str]]:
        """Returns the headers of a redirect in the order in which they are sent. With `secure` they include HSTS.

        Raises: UnicodeEncodeError when the location is not ASCII.
        """
        self.location.encode("ascii")
        headers = [("location", self.location), ("cache-control", "private, no-store"), ("content-length", "0")]
        return [*headers, SECURE] if secure else headers


CLOSED = {
    State.DELETED: Answer(410, "gone"),
    State.BLOCKED: Answer(451, "blocked"),
    State.PAUSED: Answer(410, "paused"),
    State.EXPIRED: Answer(410, "expired"),
    State.USED_UP: Answer(410, "used_up"),
    State.LOCKED: Answer(200, "locked"),
}
UNKNOWN_NAME, RESERVED_NAME = Answer(404, "unknown"), Answer(410, "gone")


def answer(link: Followed | None, known: bool, query: str, now: datetime) -> Answer:
    """Returns the decision for `link`. `link` is None where no link has the name; `known` is then True for a name that
    a deleted link still reserves.

    `query` is the visitor's raw query string, `now` an aware time.
    """
    if link is None:
        return RESERVED_NAME if known else UNKNOWN_NAME
    state = state_of(link, now)
    if state is not State.LIVE:
        return CLOSED[state]
    return Answer(link.redirect_status, location=destination(link, query))


def destination(link: Followed, query: str) -> str:
    """Returns the redirect's target URL in ASCII: the link's destination, with the visitor's raw query (its bytes read
    as Latin-1) appended where the link forwards queries.
    """
    return forwarded(link.destination_url, query) if query and link.forward_query else link.destination_url
