"""What it takes to follow a link or show a page, shared by the three ways in: protocol lane, ASGI lane, Quart."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime

from app.front.decision import Answer, answer
from app.front.page_response import Sheet, sheet
from app.kernel import installation, site
from app.kernel.config import Config
from app.links.lookup import Lookup, looking
from app.links.resolution import Found, Leaf, Target
from app.names import slug
from app.pages.counters import count
from app.pages.public.page_cache import Shelf
from app.pages.public.rendering import Rendered
from app.visits import capture, geo_lookup, user_agent
from app.visits.bot_detection import purpose_of
from app.visits.capture import Visitor
from app.visits.recording import Recording, recording
from app.visits.salt import Salts
from app.web.client_info import address_of

NAME = re.compile(rb"/([A-Za-z0-9][A-Za-z0-9_-]{2,63})/?")
LAGGING = 64 * 1024 * 1024
UNCOUNTED = b"kliqs_uncounted=1"
BODIES = frozenset((b"content-length", b"transfer-encoding", b"upgrade", b"expect"))
AHEAD = frozenset((b"purpose", b"sec-purpose", b"x-purpose", b"x-moz"))
DESTINATION = b"sec-fetch-dest"
ONCE = frozenset((b"host", b"connection"))
READ = frozenset((b"user-agent", b"referer", b"accept-language", b"x-forwarded-for", b"cookie", b"accept-encoding",
                  b"if-none-match", DESTINATION, *ONCE, *AHEAD))


class Headers(dict[bytes, bytes]):
    """The headers that following a link has a use for. `plain` is False after any that only the server should see."""

    __slots__ = ("plain", "wanted")

    def __init__(self, wanted: frozenset[bytes] = READ, headers: Iterable[tuple[bytes, bytes]] = ()) -> None:
        super().__init__()
        self.plain, self.wanted = True, wanted
        for name, value in headers:
            self.note(name, value)

    def note(self, name: bytes, value: bytes) -> None:
        """Takes one in; `name` in lower case. What comes twice is joined, or not plain."""
        if name in self.wanted:
            if name in self:
                self.plain = self.plain and name not in ONCE
                value = self[name] + b", " + value
            self[name] = value
        elif name in BODIES:
            self.plain = False

    def text(self, name: bytes) -> str:
        value = self.get(name)
        return value.decode("latin1") if value else ""


@dataclass(slots=True)
class Following:
    """`lookup` and `recording` are there while the app is served; without them no lane answers.

    `answered` counts redirects that the protocol lane did not answer.
    """

    hops: int = 0
    country_header: bytes = b""
    lookup: Lookup | None = None
    recording: Recording | None = None
    salts: Salts = field(default_factory=Salts)
    shelf: Shelf = field(default_factory=Shelf)
    wanted: frozenset[bytes] = READ
    answered: dict[str, int] = field(default_factory=lambda: {"asgi": 0, "quart": 0})

    def __post_init__(self) -> None:
        if self.hops and self.country_header:
            self.wanted = READ | {self.country_header}

    def visitor(self, method: str, peer: str, query: str, headers: Headers) -> Visitor:
        """Who asks; `peer` is the other end's address."""
        text = headers.text
        hops = self.hops
        return Visitor(
            address_of(peer, text(b"x-forwarded-for"), hops) if hops else peer,
            text(b"user-agent"), text(b"referer"), text(b"accept-language"), query,
            text(self.country_header) if hops and self.country_header else "",
            purpose_of(method, [headers[name] for name in AHEAD & headers.keys()],
                       headers.get(DESTINATION, b"")),
            UNCOUNTED in headers[b"cookie"] if b"cookie" in headers else False,
        )

    def passed(self, found: Found, query: str, now: datetime) -> Answer | None:
        """The redirect for a plain live link; None for whatever takes the exact way through the database."""
        link = found.target
        if link is None or link.click_limit is not None:
            return None
        given = answer(link, True, query, now)
        return given if given.location else None

    def shown(self, found: Found, headers: Headers, now: datetime) -> Sheet | None:
        """The answer for a live page that is rendered already; None for whatever takes the way through the app."""
        leaf = found.page
        rendered = self.shelf.at_once(leaf, now) if leaf is not None and leaf.live else None
        return self.sheet(rendered, headers) if rendered is not None else None

    def sheet(self, rendered: Rendered, headers: Headers) -> Sheet:
        """A rendered page as this visitor gets it."""
        accepted, known = headers.text(b"accept-encoding"), headers.text(b"if-none-match")
        return sheet(rendered, accepted, known, secure=site.current().secure)

    def report(self) -> dict[str, object]:
        """How the recording of visits is doing, for /readyz."""
        if self.recording is None:
            return {}
        journal, ingester = self.recording.journal, self.recording.ingester
        behind = bool(ingester.failing) or journal.waiting > LAGGING
        return {"behind": behind, "waiting_bytes": journal.waiting, "unwritten_bytes": journal.unwritten_size,
                "lost": journal.lost}

    def line(self, found: Found, visitor: Visitor, now: datetime) -> bytes:
        """The visit's line for the journal, to whatever stands there; nothing where nobody wants it counted."""
        if found.target is not None:
            return self.noted(found.target, visitor, now)
        return self.viewed(found.page, visitor, now) if found.page is not None else b""

    def noted(self, target: Target, visitor: Visitor, now: datetime) -> bytes:
        """As `line`, of a visit to a link."""
        if not target.tracked or visitor.uncounted:
            return b""
        return capture.line(target.id, target.account_id, visitor, self.salts, now, keeps=target.keeps,
                            destination_url=target.destination_url)

    def viewed(self, leaf: Leaf, visitor: Visitor, now: datetime) -> bytes:
        """As `line`, of a view of a page."""
        if visitor.uncounted:
            return b""
        return capture.line(leaf.id, leaf.account_id, visitor, self.salts, now, view=True, keeps=leaf.keeps)


@asynccontextmanager
async def followed(config: Config, url: str, following: Following) -> AsyncGenerator[None]:
    """Links can be followed while a block lasts; the database is open."""
    installation.current().set_resource(geo_lookup.Places(config.data_dir))
    user_agent.prepare()
    most = config.journal_limit * 1024 * 1024
    always = config.journal_sync == "always"
    async with looking(url) as lookup, recording(config.journal_dir, count, always=always, most=most) as run:
        following.lookup, following.recording, following.salts = lookup, run, run.salts
        try:
            yield
        finally:
            following.lookup = following.recording = None


def simple_name(path: bytes) -> str | None:
    """The folded name in a raw path that holds nothing else: no percent sign, no `+`, no second segment."""
    match = NAME.fullmatch(path)
    name = match[1].decode().lower() if match else ""
    return name if name and name not in slug.RESERVED else None
