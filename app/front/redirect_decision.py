"""Decides the response to a request for a short link; used by the protocol lane, the ASGI lane and the Quart route."""

from datetime import datetime
from typing import NamedTuple

from app.front.query_forwarding import append_query
from app.links.lifecycle import RedirectRules, State, link_state

MAX_CACHED_LOCATION = 512
HSTS_HEADER = ("strict-transport-security", "max-age=31536000")


class Decision(NamedTuple):
    """The decision for one request: for a redirect `location` is its target URL, otherwise `page` is the name of the
    page to show.
    """

    status: int
    page: str = ""
    location: str = ""

    @property
    def is_cacheable(self) -> bool:
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
        return [*headers, HSTS_HEADER] if secure else headers


CLOSED_DECISIONS = {
    State.DELETED: Decision(410, "gone"),
    State.BLOCKED: Decision(451, "blocked"),
    State.PAUSED: Decision(410, "paused"),
    State.EXPIRED: Decision(410, "expired"),
    State.USED_UP: Decision(410, "used_up"),
    State.LOCKED: Decision(200, "locked"),
}
UNKNOWN_NAME, RESERVED_NAME = Decision(404, "unknown"), Decision(410, "gone")


def decide(link: RedirectRules | None, known: bool, query: str, now: datetime) -> Decision:
    """Returns the decision for `link`. `link` is None where no link has the name; `known` is then True for a name that
    a deleted link still reserves.

    `query` is the visitor's raw query string, `now` an aware time.
    """
    if link is None:
        return RESERVED_NAME if known else UNKNOWN_NAME
    state = link_state(link, now)
    if state is not State.LIVE:
        return CLOSED_DECISIONS[state]
    return Decision(link.redirect_status, location=redirect_url(link, query))


def redirect_url(link: RedirectRules, query: str) -> str:
    """Returns the redirect's target URL in ASCII: the link's destination, with the visitor's raw query (its bytes read
    as Latin-1) appended where the link forwards queries.
    """
    return append_query(link.destination_url, query) if query and link.forward_query else link.destination_url
