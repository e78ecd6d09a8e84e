"""What the pages and the JSON API list: endpoints with their figures, and the deliveries of one, newest first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, NamedTuple, Self, cast
from urllib.parse import urlencode
from uuid import UUID

from tortoise.queryset import QuerySet

from app.kernel import clock, i18n
from app.web.pagination import LARGEST, InvalidCursor
from app.web.sparkline import sparkline_path
from app.webhooks.delivery import DELIVERED, FAILED, WAITING, WebhookAttempt, WebhookDelivery
from app.webhooks.endpoint import WebhookEndpoint
from app.webhooks.event_types import EVENT_TYPES, TEST

EVENT_ID = re.compile(r"evt_[0-9a-f]{32}", re.ASCII)
PAGE_SIZE, DAYS, MOST_COUNTED = 25, 14, 50_000
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


async def attempts_of(delivery: WebhookDelivery) -> list[WebhookAttempt]:
    """Returns the attempts of a delivery, newest first."""
    return await WebhookAttempt.filter(delivery_id=delivery.id).order_by("-id").limit(100)


async def figures_of(endpoints: Sequence[WebhookEndpoint]) -> dict[UUID, Figures]:
    """Returns the figures of endpoints, by their ids; of one with very many deliveries, of the newest of them."""
    return {endpoint.id: await _figures_of_one(endpoint.id) for endpoint in endpoints}


async def _figures_of_one(endpoint_id: UUID) -> Figures:
    today, since = i18n.local_day(clock.now()), clock.now() - timedelta(days=DAYS)
    recent = WebhookDelivery.filter(endpoint_id=endpoint_id, created_at__gte=since).order_by("-created_at", "-id")
    counts, taken = Counter[date](), 0
    for created_at, state in await recent.limit(MOST_COUNTED).values_list("created_at", "state"):
        counts[day := i18n.local_day(created_at)] += 1
        taken += day == today and state == DELIVERED
    values = [counts[today - timedelta(days=ago)] for ago in range(DAYS - 1, -1, -1)]
    return Figures(counts[today], taken, sparkline_path(values) if any(values) else "")


async def half_answered_within(endpoint_id: UUID) -> int | None:
    """Returns the median of the last hundred answered attempts in milliseconds; None without any."""
    answered = WebhookAttempt.filter(delivery__endpoint_id=endpoint_id, status__not_isnull=True)
    times = sorted(await answered.order_by("-id").limit(100).values_list("milliseconds", flat=True))
    return int(str(times[len(times) // 2])) if times else None
