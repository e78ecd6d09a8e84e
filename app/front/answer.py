"""What a visit to a link is answered with: one pure function, shared by every way in."""

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from app.links.lifecycle import State
from app.links.models import Link

MARKS = {"qr"}  # ours, taken out of what is forwarded


@dataclass(frozen=True, slots=True)
class Answer:
    """`location` is set for a redirect; otherwise `page` names what the visitor is shown."""

    status: int
    page: str = ""
    location: str = ""


CLOSED = {
    State.DELETED: Answer(410, "gone"),
    State.BLOCKED: Answer(451, "blocked"),
    State.PAUSED: Answer(410, "paused"),
    State.EXPIRED: Answer(410, "expired"),
    State.USED_UP: Answer(410, "used_up"),
    State.LOCKED: Answer(200, "locked"),
}
UNKNOWN, HELD = Answer(404, "unknown"), Answer(410, "gone")


def answer(link: Link | None, known: bool, query: str) -> Answer:
    """The answer for what stands at a name; `query` is the visitor's raw query string."""
    if link is None:
        return HELD if known else UNKNOWN
    state = link.state
    if state is not State.LIVE:
        return CLOSED[state]
    return Answer(link.redirect_status, location=destination(link, query))


def destination(link: Link, query: str) -> str:
    """Where a link leads a visitor with this query string, in ASCII."""
    if not link.forward_query:
        return link.destination_url
    theirs = [(name, value) for name, value in parse_qsl(query, keep_blank_values=True) if name not in MARKS]
    if not theirs:
        return link.destination_url
    parts = urlsplit(link.destination_url)
    names = {name for name, _ in theirs}
    kept = [pair for pair in parts.query.split("&") if pair and _name(pair) not in names]
    return urlunsplit(parts._replace(query="&".join([*kept, urlencode(theirs)])))


def _name(pair: str) -> str:
    return parse_qsl(pair, keep_blank_values=True)[0][0] if parse_qsl(pair, keep_blank_values=True) else pair
