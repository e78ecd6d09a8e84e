"""What a visit to a link is answered with: one pure function, shared by every way in."""

from datetime import datetime
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from app.links.lifecycle import Followed, State, state_of

MARKS = {"qr"}  # ours, in any case, taken out of what is forwarded
MOST_FORWARDED = 100  # parameters: 8,000 in one head cost 40 ms
LONGEST_REMEMBERED = 512
SECURE = ("strict-transport-security", "max-age=31536000")


class Answer(NamedTuple):
    """`location` is set for a redirect; otherwise `page` names what the visitor is shown."""

    status: int
    page: str = ""
    location: str = ""

    @property
    def memorable(self) -> bool:
        """Whether the bytes of it may be kept: long ones are made of a visitor's query, each another one."""
        return len(self.location) <= LONGEST_REMEMBERED

    def headers(self, *, secure: bool) -> list[tuple[str, str]]:
        """Everything a redirect says, in the order it is sent; nothing that a browser does not need for it."""
        self.location.encode("ascii")
        said = [("location", self.location), ("cache-control", "private, no-store"), ("content-length", "0")]
        return [*said, SECURE] if secure else said


CLOSED = {
    State.DELETED: Answer(410, "gone"),
    State.BLOCKED: Answer(451, "blocked"),
    State.PAUSED: Answer(410, "paused"),
    State.EXPIRED: Answer(410, "expired"),
    State.USED_UP: Answer(410, "used_up"),
    State.LOCKED: Answer(200, "locked"),
}
UNKNOWN, HELD = Answer(404, "unknown"), Answer(410, "gone")


def answer(link: Followed | None, known: bool, query: str, now: datetime) -> Answer:
    """The answer for what stands at a name; `query` is the visitor's raw query string."""
    if link is None:
        return HELD if known else UNKNOWN
    state = state_of(link, now)
    if state is not State.LIVE:
        return CLOSED[state]
    return Answer(link.redirect_status, location=destination(link, query))


def destination(link: Followed, query: str) -> str:
    """Where a link leads a visitor with this query string, in ASCII."""
    if not query or not link.forward_query:
        return link.destination_url
    first = "&".join(query.split("&", MOST_FORWARDED)[:MOST_FORWARDED])
    theirs = [(name, value) for name, value in parse_qsl(first, keep_blank_values=True) if name.lower() not in MARKS]
    if not theirs:
        return link.destination_url
    parts = urlsplit(link.destination_url)
    names = {name for name, _ in theirs}
    kept = [pair for pair in parts.query.split("&") if pair and _name(pair) not in names]
    return urlunsplit(parts._replace(query="&".join([*kept, urlencode(theirs)])))


def _name(pair: str) -> str:
    return parse_qsl(pair, keep_blank_values=True)[0][0] if parse_qsl(pair, keep_blank_values=True) else pair
