"""What the pages and the JSON API list: endpoints with their figures, and the deliveries of one, newest first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, NamedTuple, Self, cast
from urllib.parse import urlencode
from uuid import UUID

from tortoise.queryset import QuerySet

from app.kernel import clock, i18n
from app.kernel.db import query_rows
from app.web.first_rows import FirstRows, first_rows
from app.web.pagination import LARGEST, InvalidCursor
from app.web.sparkline import sparkline_path
from app.webhooks.delivery import DELIVERED, FAILED, WAITING, WebhookAttempt, WebhookDelivery
from app.webhooks.endpoint import WebhookEndpoint
from app.webhooks.event_types import EVENT_TYPES, TEST

EVENT_ID = re.compile(r"evt_[0-9a-f]{32}", re.ASCII)
PAGE_SIZE, DAYS, MOST_ATTEMPTS = 25, 14, 100
_AGO = " ".join(f"WHEN created_at >= ${ago + 1} THEN {ago}" for ago in range(DAYS))  # $1 is when today began, and so on
COUNT_BY_DAY = f"""SELECT endpoint_id, ago, state, count(*) AS number FROM (
        SELECT endpoint_id, state, CASE {_AGO} END AS ago FROM webhook_deliveries
        WHERE endpoint_id IN ({{ids}}) AND created_at >= ${DAYS}) AS recent
    GROUP BY endpoint_id, ago, state"""  # noqa: S608 - nothing in it but numbers
STATES = ("all", "failing", WAITING, DELIVERED)  # the filters of the page


class DeliveryPage(NamedTuple):
    """Some deliveries, and the cursor of the next ones or an empty text."""

    rows: list[WebhookDelivery]
    next: str


class Figures(NamedTuple):
    """How an endpoint does: deliveries today, those it took of them, and the path of the curve of 14 days."""

    today: int
    taken: int
    path: str


@dataclass(frozen=True, slots=True)
class Search:
    """A search in the deliveries of an endpoint; `open` is the id of the event that is shown beside the list."""

    endpoint: UUID
    show: str = "all"
    event: str = ""
    cursor: str = ""
    open: str = ""

    @classmethod
    def of(cls, endpoint: UUID, args: Mapping[str, str]) -> Self:
        """The search of these query parameters; invalid values become the defaults."""
        show, event = args.get("show", ""), args.get("event", "")
        return cls(
            endpoint,
            show if show in STATES else "all",
            event if event in (*EVENT_TYPES, TEST) else "",
            args.get("cursor", "")[:20],
            args.get("open", "")[:40],
        )

    @property
    def is_filtered(self) -> bool:
        """Whether the search hides any deliveries."""
        return self.show != "all" or bool(self.event)

    def url(self, **changes: str) -> str:
        """The address of this search with changes."""
        search = replace(self, **cast(Any, changes))
        values = {"show": search.show, "event": search.event, "cursor": search.cursor, "open": search.open}
        query = urlencode({name: value for name, value in values.items() if value and value != "all"})
        return f"/dashboard/webhooks/{self.endpoint}" + (f"?{query}" if query else "")

    def matches(self) -> QuerySet[WebhookDelivery]:
        """The deliveries that the search finds."""
        return filter_deliveries(self.endpoint, self.show, self.event)


def filter_deliveries(endpoint_id: UUID, show: str = "all", event: str = "") -> QuerySet[WebhookDelivery]:
    """Returns the deliveries of an endpoint in a state; "failing" are those that failed, and waiting ones that did."""
    deliveries = WebhookDelivery.filter(endpoint_id=endpoint_id)
    if show == "failing":
        deliveries = deliveries.exclude(state=DELIVERED).filter(tries__gt=0)
    elif show in (WAITING, DELIVERED, FAILED):
        deliveries = deliveries.filter(state=show)
    return deliveries.filter(event_type=event) if event else deliveries


async def deliveries_page(
    deliveries: QuerySet[WebhookDelivery], cursor: str, size: int = PAGE_SIZE, *, strict: bool = False
) -> DeliveryPage:
    """Returns the deliveries that follow a cursor, newest first; with `strict` an invalid one is refused.

    Raises: InvalidCursor.
    """
    before = int(cursor) if cursor.isascii() and cursor.isdecimal() and int(cursor) <= LARGEST else None
    if before is None and cursor and strict:
        raise InvalidCursor
    rows = await (deliveries.filter(id__lt=before) if before else deliveries).order_by("-id").limit(size + 1)
    return DeliveryPage(rows[:size], str(rows[size - 1].id) if len(rows) > size else "")


async def find_delivery(endpoint_id: UUID, event_id: str) -> WebhookDelivery | None:
    """Returns the delivery of an event to an endpoint; None without one, also for a text that is no id."""
    if not EVENT_ID.fullmatch(event_id):
        return None
    return await WebhookDelivery.get_or_none(endpoint_id=endpoint_id, event_id=event_id)


async def attempts_of(delivery: WebhookDelivery) -> FirstRows[WebhookAttempt]:
    """Returns the attempts of a delivery, newest first, and how many there are: each replay adds some."""
    return await first_rows(WebhookAttempt.filter(delivery_id=delivery.id).order_by("-id"), MOST_ATTEMPTS)


async def figures_of(endpoints: Sequence[WebhookEndpoint]) -> dict[UUID, Figures]:
    """Returns the figures of endpoints, by their ids; the database counts their deliveries in one statement."""
    counts, taken = Counter[tuple[UUID, int]](), Counter[UUID]()
    for endpoint_id, ago, state, number in await _counts([endpoint.id for endpoint in endpoints]):
        counts[endpoint_id, ago] += number
        taken[endpoint_id] += number if ago == 0 and state == DELIVERED else 0
    return {id: _figures([counts[id, ago] for ago in range(DAYS)], taken[id]) for id in (one.id for one in endpoints)}


def _figures(by_day: list[int], taken: int) -> Figures:
    """The figures of an endpoint from its deliveries of each day, today first, and those that it took today."""
    return Figures(by_day[0], taken, sparkline_path(by_day[::-1]) if any(by_day) else "")


async def _counts(endpoint_ids: Sequence[UUID]) -> list[tuple[UUID, int, str, int]]:
    """The number of deliveries by endpoint, day (how many days ago in the reader's time zone) and state."""
    today = i18n.local_day(clock.now())
    starts = [i18n.start_of_day(today - timedelta(days=ago)) for ago in range(DAYS)]
    ids = [str(id) for id in endpoint_ids]
    sql = COUNT_BY_DAY.format(ids=", ".join(f"${number}" for number in range(DAYS + 1, DAYS + 1 + len(ids))))
    rows = await query_rows(sql, [*starts, *ids]) if ids else []
    return [(UUID(str(row["endpoint_id"])), row["ago"], row["state"], row["number"]) for row in rows]


async def half_answered_within(endpoint_id: UUID) -> int | None:
    """Returns the median of the last hundred answered attempts in milliseconds; None without any."""
    answered = WebhookAttempt.filter(delivery__endpoint_id=endpoint_id, status__not_isnull=True)
    times = sorted(await answered.order_by("-id").limit(100).values_list("milliseconds", flat=True))
    return int(str(times[len(times) // 2])) if times else None
