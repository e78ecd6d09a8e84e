"""Answers a live link or a page that is rendered already, for the protocol lane."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from app.front.lanes.lane_answer import LaneRequest, lane_answer, name_and_path, prepared_answer
from app.front.lanes.prepared_redirects import PreparedRedirect, PreparedRedirects, RuledRedirect
from app.front.lanes.request_head import HeadParser
from app.front.lanes.response_bytes import end_of_head, response_bytes
from app.front.redirect_service import RedirectService, fetches_previews
from app.front.request_headers import RequestHeaders
from app.kernel import clock
from app.kernel.installation import Installation
from app.links.resolution import Resolution
from app.visits.recording.journal import Journal

KEEP_ALIVE, METHODS = b"keep-alive", (b"GET", b"HEAD")
Write = Callable[[bytes], object]


class Links(Protocol):
    """What is needed here of Connections."""

    service: RedirectService
    prepared: PreparedRedirects
    draining: bool
    answered: int
    announced: bytes


def answer_link(links: Links, head: HeadParser, peer: str, write: Write) -> bool:
    """Answers the request whose head was read; returns False for what hypercorn has to answer.

    The visit is recorded before the answer is written. `peer` is the address of who sent the request.
    """
    service = links.service
    raw_path, _, query = head.target.partition(b"?")
    method = head.method
    key, path = name_and_path(service, raw_path) if method in METHODS else (None, "")
    lookup, recording, here = service.lookup, service.recording, service.installation
    if key is None or lookup is None or recording is None or here is None:
        return False
    if links.draining or not _is_plain_public(head.headers, here):
        return False
    resolved = lookup.get_nowait(key)
    if resolved is None:
        return False
    prepared = None if query or path else links.prepared.get_or_prepare(key, resolved, here.site)
    if prepared is None or not _answer_prepared(links, recording.journal, prepared, head, peer, write):
        request = LaneRequest(method.decode(), peer, query.decode("latin1"), path, head.headers)
        return _answer_unprepared(links, recording.journal, resolved, request, write)
    return True


def _answer_prepared(
    links: Links,
    journal: Journal,
    prepared: PreparedRedirect | RuledRedirect,
    head: HeadParser,
    peer: str,
    write: Write,
) -> bool:
    """Answers with what was prepared for the link; returns False where that depends on the request."""
    if prepared.target.has_own_preview and fetches_previews(head.headers.text(b"user-agent")):
        return False
    answer = prepared_answer(links.service, prepared, peer, head, clock.now())
    if answer is None:
        return False
    journal.add(answer[1], write, answer[0] + end_of_head(links.announced))
    links.answered += 1
    return True


def _answer_unprepared(
    links: Links, journal: Journal, resolved: Resolution, request: LaneRequest, write: Write
) -> bool:
    """Answers what depends on the time or the request; returns False as `answer_link` does."""
    answer = lane_answer(links.service, resolved, request, clock.now())
    if answer is None:
        return False
    response, line = answer
    journal.add(line, write, response_bytes(response, links.announced, bare=request.method == "HEAD"))
    links.answered += 1
    return True


def _is_plain_public(headers: RequestHeaders, here: Installation) -> bool:
    """Whether a request is for our public host and its Connection header, if it has one, asks for keep-alive."""
    connection = headers.get(b"connection")
    keeps_alive = connection is None or connection.lower() == KEEP_ALIVE
    return keeps_alive and headers.get(b"host", b"").lower() in here.public_hosts
