"""Examples of webhooks: of their API operations, and the body of each type of events.

The data of events are those of the examples of the API, and tests compare both with what the code writes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import NamedTuple

from pydantic import BaseModel

from app.audience.schema import SubscriberData
from app.docs.api_example import ID, Example, Json
from app.docs.post_examples import event_variant
from app.kernel import site
from app.links.schema import LinkData
from app.links.timed_webhook_events import VisitBatchData
from app.pages.json.page_responses import PageRow
from app.payments.webhook_data import OrderData
from app.publishing.api.post_responses import VariantData
from app.qr.responses import CodeRow
from app.webhooks.event_types import LIMIT_REACHED, EventType, offered_types
from app.webhooks.limit_events import LimitData

EVENT_ID, ENDPOINT_ID = "evt_0f7c2a4e9a514c8eb1d62f4f3c1f0a77", "c4e1f0a7-2a4e-4c8e-9a51-7f0cb1d62f4f"
HAPPENED, HOOK = "2026-12-02T08:30:00Z", "https://toko.example/hooks/kliqs"
SECRET = "whsec_c2VjcmV0LW9mLWEtZGVtby1lbmRwb2ludC1vbmx5IQ=="  # noqa: S105 - an example, which opens nothing
DATA_MODELS: Mapping[str, type[BaseModel]] = {  # what the data of an event is, by its noun
    "link": LinkData,
    "page": PageRow,
    "subscriber": SubscriberData,
    "qr": CodeRow,
    "limit": LimitData,
    "order": OrderData,
    "post": VariantData,
    "visit": VisitBatchData,
}
ORDER: Json = {
    "reference": "KLQ-01JDR9K2XP7TT6QC5ABM3N8W4E",
    "plan": "pro",
    "months": 12,
    "credits": 0,
    "state": "paid",
    "currency": "IDR",
    "total": 948000,
    "created_at": "2026-12-02T08:21:40Z",
    "paid_at": HAPPENED,
}


class EventExample(NamedTuple):
    """A type of events with an example of its body as it is sent, but indented."""

    name: str
    type: EventType
    body: str


def webhook_examples() -> dict[str, Example]:
    """Returns the examples of the operations on webhooks, by operation id."""
    endpoint = _endpoint()
    created = endpoint | {"secret": SECRET}
    request = {"url": HOOK, "events": ["link.created", "subscriber.confirmed"], "description": "Toko"}
    delivery = _delivery()
    row = {name: value for name, value in delivery.items() if name not in ("body", "attempts")}
    test = delivery | {"type": "test", "body": json.dumps({"type": "test", "timestamp": HAPPENED, "data": {}})}
    return {
        "createWebhook": Example(created, request),
        "listWebhooks": Example({"webhooks": [endpoint]}),
        "readWebhook": Example(endpoint),
        "changeWebhook": Example(endpoint | {"enabled": False, "disabled_reason": "member"}, {"enabled": False}),
        "deleteWebhook": Example({"id": ENDPOINT_ID, "deleted": True}),
        "rotateWebhookSecret": Example(created),
        "testWebhook": Example(test),
        "listDeliveries": Example({"deliveries": [row], "next_cursor": None}, query="state=delivered&limit=20"),
        "readDelivery": Example(delivery),
        "replayDeliveries": Example({"events": 412}, {"since": HAPPENED, "only_failed": True}),
    }


def event_examples(api: Mapping[str, Example]) -> list[EventExample]:
    """Returns an example of each type of events that is offered; `api` are the examples of the API's operations."""
    return [EventExample(name, type, _body(name, _data(name, type, api))) for name, type in offered_types().items()]


def _data(name: str, type: EventType, api: Mapping[str, Example]) -> Json:
    """The data of an example event."""
    by_noun: dict[str, Json] = {
        "link": api["readLink"].data,
        "page": api["listPages"].data["pages"][0],
        "subscriber": api["listSubscribers"].data["subscribers"][0],
        "qr": api["listQrCodes"].data["qr_codes"][0],
        "limit": {"limit": "links", "used": 200 if name == LIMIT_REACHED else 160, "most": 200,
                  "percent": 100 if name == LIMIT_REACHED else 80},
        "order": ORDER if name == "order.paid" else ORDER | {"state": "expired", "paid_at": None},
        "post": event_variant(name),
        "visit": {"since": "2026-12-02T08:29:04Z", "until": HAPPENED,
                  "links": [{"id": ID, "short_code": "produk-8f3f", "clicks": 41, "scans": 7}]},
    }  # fmt: skip
    return by_noun[type.noun]


def _body(name: str, data: Json) -> str:
    return json.dumps({"type": name, "timestamp": HAPPENED, "data": data}, indent=2)


def _endpoint() -> Json:
    """An endpoint as the API answers it."""
    return {
        "id": ENDPOINT_ID,
        "url": HOOK,
        "events": ["link.created", "subscriber.confirmed"],
        "description": "Toko",
        "enabled": True,
        "disabled_reason": "",
        "failing_since": None,
        "created_at": "2026-11-20T12:00:00Z",
        "updated_at": "2026-11-20T12:00:00Z",
    }


def _delivery() -> Json:
    """A delivery as the API answers it."""
    short_url = site.url("public", "/produk-8f3f")
    body = {"type": "link.created", "timestamp": HAPPENED, "data": {"id": ID, "short_url": short_url}}
    return {
        "id": EVENT_ID,
        "type": "link.created",
        "state": "delivered",
        "tries": 1,
        "last_status": 204,
        "next_attempt_at": None,
        "created_at": HAPPENED,
        "body": json.dumps(body),
        "attempts": [
            {"status": 204, "problem": "", "milliseconds": 118, "answer": "", "made_at": HAPPENED}
        ],
    }  # fmt: skip
