"""State and rules for following a link or showing a bio page; shared by the protocol lane, the ASGI lane and the Quart
routes.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from app.front.page_response import PageResponse, build_page_response
from app.front.request_headers import (
    DESTINATION_HEADER,
    HEADERS_READ,
    PREFETCH_HEADERS,
    UNCOUNTED_COOKIE,
    RequestHeaders,
)
from app.kernel import installation, site
from app.kernel.config import Config
from app.kernel.installation import Installation
from app.links.lifecycle import RedirectRules
from app.links.name_lookup import Lookup, open_lookup
from app.links.redirect_decision import Decision, decide
from app.links.resolution import Resolution, ResolvedPage, Target
from app.links.rules.choice import depends_on_visitor, needs_agent
from app.links.rules.facts import RequestFacts
from app.names import slug
from app.names.name_on_domain import NameKey
from app.pages.public.page_cache import PageCache
from app.pages.public.rendering import RenderedPage
from app.pages.view_counters import PageVisitCounter
from app.visits.recording import capture, geo_lookup, user_agent
from app.visits.recording.bot_detection import NAVIGATION, is_preview_fetcher, request_purpose
from app.visits.recording.capture import PlainLink, Visitor
from app.visits.recording.lifespan import Recording, recording_running
from app.visits.recording.request_key import RequestKeys
from app.visits.recording.salt import Salts
from app.web.client_info import client_address

MAX_NAME_PATH = 66  # bytes of a path that is nothing but a name; longer ones are not worth remembering
NAME_PATH = re.compile(rb"/([A-Za-z0-9][A-Za-z0-9_-]{2,63})/?")
LONGER_PATH = re.compile(rb"(/[A-Za-z0-9][A-Za-z0-9_-]{2,63})(/.+)", re.DOTALL)
MAX_PATHS = 16_384  # raw paths of which the name is remembered
MAX_BACKLOG_BYTES = 64 * 1024 * 1024


@dataclass(slots=True)
class RedirectService:
    """State and rules of redirects. `lookup` and `recording` are set while the app is served; without them no lane
    answers.

    `hops` is the number of trusted proxies, `country_header` the name of their country header, `request_header` that of
    their header with the id of a request, from which `request_keys` makes keys. `answered` counts the redirects that
    the ASGI lane and Quart answered; the protocol lane counts its own. `installation` and `databases` are those of the
    app that is served; `key_in_path` remembers the paths that were requested last.
    """

    hops: int = 0
    country_header: bytes = b""
    request_header: bytes = b""
    lookup: Lookup | None = None
    recording: Recording | None = None
    salts: Salts = field(default_factory=Salts)
    request_keys: RequestKeys = field(default_factory=RequestKeys)
    page_cache: PageCache = field(default_factory=PageCache)
    kept_names: frozenset[bytes] = HEADERS_READ
    answered: dict[str, int] = field(default_factory=lambda: {"asgi": 0, "quart": 0})
    installation: Installation | None = None
    databases: geo_lookup.GeoDatabases = field(default_factory=geo_lookup.GeoDatabases)
    key_in_path: Callable[[int, bytes], NameKey | None] = field(
        default_factory=lambda: lru_cache(MAX_PATHS)(key_in_path)
    )

    def __post_init__(self) -> None:
        if not self.hops:  # who sends them is not known to be a proxy
            self.country_header = self.request_header = b""
        self.kept_names = HEADERS_READ | ({self.country_header, self.request_header} - {b""})

    def visitor(self, method: str, peer: str, query: str, headers: RequestHeaders) -> Visitor:
        """Describes who sends a request; `peer` is the IP address of the other end of the connection."""
        header_text = headers.text
        hops = self.hops
        return Visitor(
            client_address(peer, header_text(b"x-forwarded-for"), hops) if hops else peer,
            header_text(b"user-agent"),
            header_text(b"referer"),
            header_text(b"accept-language"),
            query,
            header_text(self.country_header) if self.country_header else "",
            request_purpose(
                method,
                [headers[name] for name in PREFETCH_HEADERS & headers.keys()],
                headers.get(DESTINATION_HEADER, b""),
            ),
            UNCOUNTED_COOKIE in headers[b"cookie"] if b"cookie" in headers else False,
            self.request_key(headers),
        )

    def request_key(self, headers: RequestHeaders) -> str:
        """Returns the key of a request by the id that a trusted proxy gave it, "" without one."""
        return self.request_keys.key(headers[self.request_header]) if self.request_header in headers else ""

    def plain_line(self, plain: PlainLink, peer: str, headers: RequestHeaders, now: datetime) -> bytes | None:
        """Returns the journal line of a GET without a query that follows a link of which all details are recorded, as
        `line` would; None where a header says that it is more than such a plain visit.
        """
        if not self.is_plain(headers):
            return None
        if UNCOUNTED_COOKIE in headers.get(b"cookie", b""):
            return b""
        address, country = self._address_and_country(peer, headers)
        country = geo_lookup.parse_country_header(country) if country else ""
        place = (country, "") if country else self.databases.find(address, now)
        request = self.request_keys.key(headers[self.request_header]) if self.request_header in headers else ""
        return capture.plain_line(plain, address, place, headers.texts(), self.salts, now, request)

    def plain_facts(self, peer: str, headers: RequestHeaders, now: datetime) -> RequestFacts:
        """Returns what rules can know of a GET without a query whose headers are plain (`is_plain`)."""
        return RequestFacts.of_get_without_query(*self._address_and_country(peer, headers), headers.texts(), now, self)

    def is_plain(self, headers: RequestHeaders) -> bool:
        """Whether the headers of a GET say that it follows a link, as a person does who chose it."""
        return (headers.get(DESTINATION_HEADER) or NAVIGATION) == NAVIGATION and PREFETCH_HEADERS.isdisjoint(headers)

    def _address_and_country(self, peer: str, headers: RequestHeaders) -> tuple[str, str]:
        """The client's address, and the country header of a trusted proxy."""
        if not self.hops:
            return peer, ""
        country = headers.text(self.country_header) if self.country_header else ""
        return client_address(peer, headers.text(b"x-forwarded-for"), self.hops), country

    def redirect_for(self, link: Target, visitor: Visitor, path: str, now: datetime) -> Decision | None:
        """Returns the redirect of a link without a click limit; None for every link that needs the database or a page,
        and while the patterns of user agents that a rule needs are not built. `path` is the raw path behind the name.
        """
        if link.click_limit is not None or (path and not link.append_path):
            return None
        if link.has_own_preview and fetches_previews(visitor.agent):
            return None
        facts = None
        if depends_on_visitor(link):
            if needs_agent(link) and not user_agent.patterns_built():
                return None
            facts = RequestFacts(visitor, now, self.salts, self.databases)
        decision = decide(link, True, visitor.query, now, facts, path=path)
        return decision if decision.location else None

    async def facts_for(self, link: RedirectRules, visitor: Visitor, now: datetime) -> RequestFacts | None:
        """Returns what rules can know of a visit, after building the patterns that they need; None where nothing
        depends on the visitor.
        """
        if not depends_on_visitor(link):
            return None
        if needs_agent(link):
            await user_agents_ready()
        return RequestFacts(visitor, now, self.salts, self.databases)

    def cached_page(self, resolved: Resolution, headers: RequestHeaders, now: datetime) -> PageResponse | None:
        """Returns the response for a live page whose rendering is cached; None for everything that the Quart route has
        to answer.
        """
        record = resolved.page
        rendered = self.page_cache.get_nowait(record, now) if record is not None and record.live else None
        return self.page_response(rendered, headers) if rendered is not None else None

    def page_response(self, rendered: RenderedPage, headers: RequestHeaders) -> PageResponse:
        """Returns the response of a rendered page for a visitor with these request headers."""
        accept_encoding, if_none_match = headers.text(b"accept-encoding"), headers.text(b"if-none-match")
        return build_page_response(rendered, accept_encoding, if_none_match, secure=site.current().secure)

    def journal_state(self) -> dict[str, object]:
        """Returns the state of the recording of visits for /readyz: sizes in bytes, and the number of lost visits."""
        if self.recording is None:
            return {}
        journal, ingester, shipping = self.recording.journal, self.recording.ingester, self.recording.shipping
        return {
            "behind": bool(ingester.failing) or journal.waiting > MAX_BACKLOG_BYTES,
            "waiting_bytes": journal.waiting,
            "unwritten_bytes": journal.unwritten_size,
            **({"unshipped_bytes": shipping.unshipped} if shipping else {}),
            "lost": journal.lost,
        }

    def visit_line(self, target: Target, visitor: Visitor, now: datetime, decision: Decision) -> bytes:
        """Returns the journal line of a visit to a link; b"" when it is not to be counted."""
        if not target.tracked or visitor.uncounted or decision.ended:
            return b""
        return capture.journal_line(
            target.id,
            target.account_id,
            visitor,
            self.salts,
            now,
            keeps=target.keeps,
            destination_url=decision.destination,
            rule=decision.rule,
            variant=decision.variant,
        )

    def view_line(self, record: ResolvedPage, visitor: Visitor, now: datetime) -> bytes:
        """Returns the journal line of a view of a bio page; b"" when it is not to be counted."""
        if visitor.uncounted:
            return b""
        return capture.journal_line(
            record.id, record.account_id, visitor, self.salts, now, view=True, keeps=record.keeps
        )


@asynccontextmanager
async def redirects_running(config: Config, url: str, service: RedirectService) -> AsyncGenerator[None]:
    """Context manager within which redirects work: it opens the lookup cache and the recording of visits. The database
    must be open; `url` is its URL.
    """
    service.installation, service.databases = installation.current(), geo_lookup.GeoDatabases(config.data_dir)
    service.installation.set_resource(service.databases)
    service.request_keys = RequestKeys.of_installation()
    most = config.journal_limit * 1024 * 1024
    journal = recording_running(config.journal_dir, PageVisitCounter, sync=config.journal_sync, most=most)
    async with open_lookup(url) as lookup, journal as running:
        service.lookup, service.recording, service.salts = lookup, running, running.salts
        try:
            yield
        finally:
            service.lookup = service.recording = None


def fetches_previews(agent: str) -> bool:
    """Returns whether a user agent is a fetcher of previews, judged by as much of it as a visit keeps."""
    return is_preview_fetcher(agent[: capture.MAX_AGENT])


async def user_agents_ready() -> None:
    """Returns when user agents can be parsed; the patterns are built in a thread, by the first who waits for them."""
    if not user_agent.patterns_built():
        await asyncio.to_thread(user_agent.build_patterns)


def key_in_path(domain: int, path: bytes) -> NameKey | None:
    """Returns the key of the name on a domain in a raw path that is nothing but a name: no percent sign, no `+`, no
    second segment. Returns None for any other path and for reserved names.
    """
    match = NAME_PATH.fullmatch(path)
    name = match[1].decode().lower() if match else ""
    return NameKey(domain, name) if name and name not in slug.RESERVED else None


def key_and_further_path(domain: int, path: bytes) -> tuple[NameKey | None, str]:
    """Returns the key of the name that a raw path begins with, and what comes behind it, with its slash, as Latin-1.

    Returns None as `key_in_path` does, and for a path that is nothing but a name.
    """
    match = LONGER_PATH.fullmatch(path)
    return (key_in_path(domain, match[1]), match[2].decode("latin1")) if match else (None, "")
