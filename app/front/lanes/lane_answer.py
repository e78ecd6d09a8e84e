"""What both lanes answer to a request for a name that was resolved, and the line of the journal for it."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from app.front.lanes.prepared_redirects import PreparedRedirect, RuledRedirect
from app.front.lanes.request_head import HeadParser
from app.front.page_response import PageResponse
from app.front.redirect_service import MAX_NAME_PATH, RedirectService, key_and_further_path
from app.front.request_headers import UNCOUNTED_COOKIE, RequestHeaders
from app.links.redirect_decision import Decision
from app.links.resolution import Resolution
from app.links.rules.choice import choose_destination
from app.names.name_on_domain import INSTALLATION, NameKey
from app.visits.recording import capture, user_agent

Answer = tuple[Decision | PageResponse, bytes]


class LaneRequest(NamedTuple):
    """A GET or HEAD. `peer` is the IP address of the other end, `query` the raw query and `path` the raw path behind
    the name, both as Latin-1.
    """

    method: str
    peer: str
    query: str
    path: str
    headers: RequestHeaders


def name_and_path(service: RedirectService, raw_path: bytes) -> tuple[NameKey | None, str]:
    """Returns the key of the name in a raw path and what comes behind it; None for what is no name's path."""
    key = service.key_in_path(INSTALLATION, raw_path) if len(raw_path) <= MAX_NAME_PATH else None
    return (key, "") if key is not None else key_and_further_path(INSTALLATION, raw_path)


def lane_answer(service: RedirectService, resolved: Resolution, request: LaneRequest, now: datetime) -> Answer | None:
    """Returns the redirect or the page and the journal line, which is b"" for a visit that is not counted; None for
    everything that the app has to answer.
    """
    link, record = resolved.target, resolved.page
    if record is not None:
        page = None if request.path else service.cached_page(resolved, request.headers, now)
        visitor = service.visitor(request.method, request.peer, request.query, request.headers)
        return (page, service.view_line(record, visitor, now)) if page is not None else None
    if link is None:
        return None
    visitor = service.visitor(request.method, request.peer, request.query, request.headers)
    decision = service.redirect_for(link, visitor, request.path, now)
    return (decision, service.visit_line(link, visitor, now, decision)) if decision is not None else None


def prepared_answer(
    service: RedirectService, prepared: PreparedRedirect | RuledRedirect, peer: str, head: HeadParser, now: datetime
) -> tuple[bytes, bytes] | None:
    """Returns the head of a prepared redirect and the journal line; None for what `lane_answer` has to answer."""
    is_get, headers = head.method == b"GET", head.headers
    if isinstance(prepared, RuledRedirect):
        return ruled_answer(service, prepared, peer, headers, now) if is_get else None
    line = service.plain_line(prepared.plain, peer, headers, now) if is_get and prepared.plain is not None else None
    if line is None:
        visitor = service.visitor(head.method.decode(), peer, "", headers)
        line = service.visit_line(prepared.target, visitor, now, prepared.decision)
    return prepared.head, line


def ruled_answer(
    service: RedirectService, ruled: RuledRedirect, peer: str, headers: RequestHeaders, now: datetime
) -> tuple[bytes, bytes] | None:
    """Returns the head of the redirect and the journal line of a GET without a query that follows a link with rules;
    None for what `lane_answer` has to answer.
    """
    uncounted = UNCOUNTED_COOKIE in headers.get(b"cookie", b"")
    if uncounted or not service.is_plain(headers) or (ruled.needs_agent and not user_agent.patterns_built()):
        return None
    facts = service.plain_facts(peer, headers, now)
    prepared = ruled.prepared(choose_destination(ruled.target, now, facts))
    if prepared is None:
        return None
    plain, head = prepared
    texts = facts.agent_text, facts.referrer_text, facts.language_text
    request = service.request_key(headers)
    return head, capture.plain_line_of_visitor(plain, facts.at, facts.visitor, facts.place, texts, request)
