"""The live feed: the latest visits, and a stream of server-sent events with those that follow."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from app.accounts import stream_seats
from app.accounts.stream_seats import StreamSeat
from app.analytics import labels, live_poller, referrer_networks, subject
from app.analytics.report_presenter import StatisticsScreen
from app.analytics.report_selection import ReportSelection
from app.analytics.subject import Subject, VisitedTarget
from app.kernel import clock
from app.kernel.bidi import isolate
from app.kernel.i18n import gettext
from app.kernel.refusal import N_
from app.visits.reports import visit_list
from app.visits.reports.query import Filter
from app.visits.visit import Kind, Visit, milliseconds
from app.web.event_stream import PING, StreamClock, format_event
from app.web.templates import render_template

LENGTH = 8
KIND_LABELS = {"click": N_("Click"), "scan": N_("QR scan"), "view": N_("View")}


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One visit for the template; `at` is in the account's time zone."""

    id: int
    kind: str
    what: str
    how: str
    at: datetime
    when: str


@dataclass(frozen=True, slots=True)
class LiveFeed:
    """The latest visits, newest first. `last` is the id after which the stream continues."""

    items: list[FeedItem]
    last: int


async def load_feed(screen: StatisticsScreen) -> LiveFeed:
    """Returns the latest of the visits that the screen counts."""
    newest = await visit_list.latest(screen.question.scope, limit=1)
    views = Filter("kind", ("view",), exclude=not screen.choice.shows_only_views)
    question = replace(screen.question, filters=(*screen.question.filters, views))
    visits, report_subject = await visit_list.visits(question, limit=LENGTH), screen.subject
    keys = [] if report_subject.link else [visit.link for visit in visits]
    links = await subject.load_links_and_pages(report_subject.account, keys)
    items = [_item(visit, links.get(visit.link), report_subject) for visit in visits]
    return LiveFeed(items, max((visit.id for visit in (*newest, *visits)), default=0))


async def stream_events(
    report_subject: Subject, choice: ReportSelection, after: int, seat: StreamSeat
) -> AsyncGenerator[str]:
    """Yields a server-sent event for each new visit that the selection counts, with ids above `after`, and for those
    that another machine takes in later than younger ones.

    The stream ends with the session, when the server stops, and after LASTS seconds; browsers reconnect by themselves.
    """
    life = StreamClock()
    async with live_poller.shared_poller(seat, report_subject, after) as poller:
        yield "retry: 2000\n\n"
        news, last = live_poller.NewsOfStream(poller, after), min(after, poller.last)
        while seat.open and not life.is_over:
            arrived = poller.arrived
            for visit, link in await news.take():
                last = max(last, visit.id)
                if is_counted(choice, visit):
                    yield await _event(_item(visit, link, report_subject), last)
                    life.sent()
            if life.needs_ping():
                yield PING
            if poller.task is None or poller.task.done():
                return
            await _wait_for_visits(arrived)


async def _wait_for_visits(arrived: asyncio.Event) -> None:
    """Waits until visits have arrived, but no longer than the poller's interval."""
    with suppress(TimeoutError):
        async with asyncio.timeout(stream_seats.POLL_INTERVAL):
            await arrived.wait()


def is_counted(choice: ReportSelection, visit: Visit) -> bool:
    """Whether a screen with this selection counts a visit."""
    return (
        visit.who == choice.who
        and (visit.kind == Kind.VIEW) == choice.shows_only_views
        and all(referrer_networks.matches_filter(rule, visit) for rule in choice.filters)
    )


async def _event(item: FeedItem, last: int) -> str:
    """Returns the event of a visit; a stream that is opened again goes on after `last`, the highest id so far."""
    return format_event(await render_template("analytics/_visit.html", item=item), id=last)


def _item(visit: Visit, link: VisitedTarget | None, report_subject: Subject) -> FeedItem:
    kind = Kind(visit.kind).name.lower()
    zone = ZoneInfo(report_subject.account.time_zone)
    at = datetime.fromtimestamp(milliseconds(visit.id) / 1000, UTC).astimezone(zone)
    return FeedItem(
        visit.id,
        kind,
        _visit_title(visit, kind, link),
        _visitor_details(visit),
        at,
        labels.visit_time(at, clock.now().astimezone(at.tzinfo)),
    )


def _visit_title(visit: Visit, kind: str, link: VisitedTarget | None) -> str:
    """`/promo from instagram.com`, or the kind of visit where it is clear which link it was."""
    name = f"/{link.name}" if link else gettext(KIND_LABELS[kind])
    if not visit.referrer:
        return name
    return gettext("%(what)s from %(place)s") % {"what": name, "place": isolate(visit.referrer)}


def _visitor_details(visit: Visit) -> str:
    place = visit.city or (visit.country and labels.value_label("country", visit.country))
    parts = (visit.browser, visit.system, isolate(place or ""))
    return " · ".join(part for part in parts if part) or gettext("Unknown")
