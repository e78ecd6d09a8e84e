"""Decides the response to a request for a short link; used by the protocol lane, the ASGI lane, the Quart route and the
simulator of rules.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from app.links.lifecycle import RedirectRules, State, link_state
from app.links.path_appending import append_path, clean_path
from app.links.phone_app_url import intent_url, needs_app
from app.links.query_forwarding import append_query
from app.links.rules.choice import Choice, RuleCheck, choose_destination, depends_on_visitor
from app.links.rules.facts import Facts

MAX_CACHED_LOCATION = 512
HSTS_HEADER = ("strict-transport-security", "max-age=31536000")
VARY_HEADER = ("vary", "*")  # also on what is in no header, such as the time and the network (RFC 9110 §12.5.5)
TEMPORARY = {301: 302, 308: 307}  # the status with which a redirect is not for everyone and for ever


class Decision(NamedTuple):
    """The decision for one request: for a redirect `location` is its target URL, otherwise `page` is the name of the
    page to show.

    `rule` is the id of the rule that chose the location, and `variant` the index in its split, -1 without one. `varies`
    is True where another visitor may get another location. `ended` is True for the way to the fallback of a link that
    has ended, which is not counted. `app_url` is the address of an app, on the page that offers it and `web_url`.
    `destination` is the URL that was chosen, without what the request adds to it.
    """

    status: int
    page: str = ""
    location: str = ""
    rule: str = ""
    variant: int = -1
    varies: bool = False
    ended: bool = False
    app_url: str = ""
    web_url: str = ""
    destination: str = ""

    @property
    def is_cacheable(self) -> bool:
        """Whether the encoded response may be kept in a cache. Long locations contain a visitor's own query and would
        hardly ever be requested again.
        """
        return len(self.location) <= MAX_CACHED_LOCATION

    @property
    def leads_on(self) -> bool:
        """Whether the visitor gets to know the destination: by a redirect, or by the page that offers the app."""
        return bool(self.location or self.app_url)

    def headers(self, *, secure: bool) -> list[tuple[str, str]]:
        """Returns the headers of a redirect in the order in which they are sent. With `secure` they include HSTS.

        Raises: UnicodeEncodeError when the location is not ASCII.
        """
        self.location.encode("ascii")
        headers = [("location", self.location), ("cache-control", "private, no-store"), ("content-length", "0")]
        return [*headers, *[VARY_HEADER] * self.varies, *[HSTS_HEADER] * secure]


CLOSED_DECISIONS = {
    State.DELETED: Decision(410, "gone"),
    State.BLOCKED: Decision(451, "blocked"),
    State.PAUSED: Decision(410, "paused"),
    State.EXPIRED: Decision(410, "expired"),
    State.USED_UP: Decision(410, "used_up"),
    State.NOT_OPEN: Decision(200, "not_open"),
    State.LOCKED: Decision(200, "locked"),
}
ENDED = {State.EXPIRED, State.USED_UP}
UNKNOWN_NAME, RESERVED_NAME = Decision(404, "unknown"), Decision(410, "gone")


def decide(
    link: RedirectRules | None,
    known: bool,
    query: str,
    now: datetime,
    facts: Facts | None = None,
    *,
    path: str = "",
    checks: list[RuleCheck] | None = None,
) -> Decision:
    """Returns the decision for `link`. `link` is None where no link has the name; `known` is then True for a name that
    a deleted link still reserves.

    `query` is the visitor's raw query string, `path` the raw path behind the name, `now` an aware time. `facts` are
    those of the visit; without them no rule applies. `checks` is that of `choose_destination`.
    """
    if link is None:
        return RESERVED_NAME if known else UNKNOWN_NAME
    further = clean_path(path) if path else ""
    if further is None or (further and not link.append_path):
        return UNKNOWN_NAME
    state = link_state(link, now)
    if state is State.LIVE:
        return follow(link, query, now, facts, path=further, checks=checks)
    return closed(link, state, query)


def closed(link: RedirectRules, state: State, query: str) -> Decision:
    """Returns the decision for a link that is not live: its page, or the way to its fallback after its end."""
    if state in ENDED and link.fallback_url:
        location = append_query(link.fallback_url, query) if query and link.forward_query else link.fallback_url
        return Decision(302, location=location, ended=True)
    return CLOSED_DECISIONS[state]


def follow(
    link: RedirectRules,
    query: str,
    now: datetime,
    facts: Facts | None = None,
    *,
    path: str = "",
    checks: list[RuleCheck] | None = None,
) -> Decision:
    """Returns where a link that is live, or was unlocked, leads; `path` is one of `clean_path`.

    The target URL is in ASCII: the chosen destination, with the visitor's path and raw query (its bytes read as
    Latin-1) where the link wants them. A place that is not everybody's is never told as permanent.
    """
    return lead_to(link, choose_destination(link, now, facts, checks), query, path)


def lead_to(link: RedirectRules, choice: Choice, query: str = "", path: str = "") -> Decision:
    """Returns the decision for a destination that was chosen; `query` and `path` are those of `follow`."""
    varies = depends_on_visitor(link)
    status, url = link.redirect_status, _with_request(link, choice.url, path, query)
    if varies or (link.next_url and choice.url == link.destination_url):
        status = TEMPORARY.get(status, status)
    if needs_app(choice.url):
        web_url = _with_request(link, choice.web_url, path, query)
        app_url = intent_url(url, web_url) if choice.url == link.android_url != link.ios_url else url
        return Decision(200, "app", varies=True, app_url=app_url, web_url=web_url, destination=choice.web_url)
    return Decision(status, "", url, choice.rule, choice.variant, varies, destination=choice.url)


def _with_request(link: RedirectRules, url: str, path: str, query: str) -> str:
    """Returns a destination with the visitor's path and query."""
    if path:
        url = append_path(url, path)
    return append_query(url, query) if query and link.forward_query else url
