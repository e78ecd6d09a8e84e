"""What a visit to a link is answered with: one pure function, shared by every way in."""

from datetime import datetime
from typing import NamedTuple

from app.front.query_forwarding import forwarded
from app.links.lifecycle import Followed, State, state_of

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
    """Where a link leads a visitor with this raw query string (its bytes read as Latin-1), in ASCII."""
    return forwarded(link.destination_url, query) if query and link.forward_query else link.destination_url
