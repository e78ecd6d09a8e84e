"""What is happening now: the latest visits, and the stream that goes on from them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from quart import render_template

from app.analytics import labels, subject
from app.analytics.subject import Followed, Subject
from app.kernel import clock, closing
from app.kernel.bidi import isolated
from app.kernel.i18n import gettext
from app.kernel.refusal import N_
from app.visits import rows
from app.visits.visit import Kind, Visit, Who, milliseconds

SHOWN, LOOKED_AT = 8, 40
EVERY, PING, LASTS = 1.5, 15, 300  # seconds
KINDS = {"click": N_("Click"), "scan": N_("QR scan"), "view": N_("View")}


@dataclass(frozen=True, slots=True)
class Item:
    """One visit in words; `at` is in the zone it is shown in."""

    id: int
    kind: str
    what: str
    how: str
    at: datetime
    when: str


@dataclass(frozen=True, slots=True)
class Feed:
    """The latest visits, newest first, and the id after which new ones follow."""

    items: list[Item]
    last: int


async def latest(whose: Subject, who: Who, after: int = 0) -> Feed:
    """The latest visits of one kind of visitor; with `after`, those that came since."""
    visits = await rows.latest(await whose.scope(), after, LOOKED_AT)
    shown = [visit for visit in visits if visit.who == who][:SHOWN]
    links = {} if whose.link else await subject.followed(whose.account, [visit.link for visit in shown])
    items = [_item(visit, links.get(visit.link), whose) for visit in shown]
    return Feed(items, visits[0].id if visits else after)


async def stream(whose: Subject, who: Who, after: int) -> AsyncGenerator[str]:
    """Server-sent events, one a visit; ends after LASTS seconds (browsers come back) or when the server closes."""
    began = spoken = time.monotonic()
    yield "retry: 2000\n\n"
    while time.monotonic() - began < LASTS and not closing.begun():
        feed = await latest(whose, who, after)
        after = feed.last
        for item in reversed(feed.items):
            yield await _event(item)
            spoken = time.monotonic()
        if time.monotonic() - spoken > PING:
            yield ": ping\n\n"
            spoken = time.monotonic()
        await asyncio.sleep(EVERY)


async def _event(item: Item) -> str:
    html = await render_template("analytics/_visit.html", item=item)
    return f"id: {item.id}\n" + "".join(f"data: {line}\n" for line in html.splitlines()) + "\n"


def _item(visit: Visit, link: Followed | None, whose: Subject) -> Item:
    kind = Kind(visit.kind).name.lower()
    at = datetime.fromtimestamp(milliseconds(visit.id) / 1000, UTC).astimezone(ZoneInfo(whose.account.time_zone))
    return Item(visit.id, kind, _what(visit, kind, link), _how(visit), at,
                labels.moment(at, clock.now().astimezone(at.tzinfo)))


def _what(visit: Visit, kind: str, link: Followed | None) -> str:
    """`/promo from instagram.com`, or the kind of visit where it is clear which link it was."""
    name = f"/{link.name}" if link else gettext(KINDS[kind])
    if not visit.referrer:
        return name
    return gettext("%(what)s from %(place)s") % {"what": name, "place": isolated(visit.referrer)}


def _how(visit: Visit) -> str:
    place = visit.city or (visit.country and labels.value("country", visit.country))
    parts = (visit.browser, visit.system, isolated(place or ""))
    return " · ".join(part for part in parts if part) or gettext("Unknown")
