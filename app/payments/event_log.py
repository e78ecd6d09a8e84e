"""Stores what is heard about payments, each thing once."""

from __future__ import annotations

import json
from hashlib import sha256

from app.kernel import clock
from app.kernel.db import query_rows
from app.payments.order import Order
from app.payments.payment_event import Origin, Outcome, PaymentEvent
from app.payments.providers.provider import Snapshot

MOST_FACTS, MOST_FACT = 30, 500  # entries, characters
MAX_KEY, MAX_REF = 120, 120
INSERT = """INSERT INTO payment_events (provider, event_key, order_id, origin, trusted, state, provider_ref,
    paid_amount, currency, facts, body_sha256, body, outcome, happened_at, received_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) ON CONFLICT DO NOTHING RETURNING id"""


def key_of(order: Order, snapshot: Snapshot, origin: Origin) -> str:
    """Returns a key for what has no number of its own: the same state and amount of an order are the same event."""
    parts = [order.reference, snapshot.state.value, snapshot.provider_ref, snapshot.paid_amount, snapshot.currency]
    if snapshot.refunded is not None:
        parts.append(snapshot.refunded)
    return f"{origin} {sha256(json.dumps(parts).encode()).hexdigest()}"


async def insert_event(
    order: Order, snapshot: Snapshot, origin: Origin, key: str, body_sha256: str = "", body: str = "", *, trusted: bool
) -> int | None:
    """Stores an event in the caller's transaction and returns its id; None when it is stored already.

    `body` is the redacted body of a notification.
    """
    values = [
        order.provider, _stored_key(key), str(order.id), origin.value,
        trusted, snapshot.state.value, snapshot.provider_ref[:MAX_REF], snapshot.paid_amount, snapshot.currency[:4],
        json.dumps(_bounded(snapshot)), body_sha256, body, Outcome.NOTED.value, snapshot.paid_at, clock.now(),
    ]  # fmt: skip
    rows = await query_rows(INSERT, values)
    return int(rows[0]["id"]) if rows else None


async def outcome_of(order: Order, key: str) -> Outcome | None:
    """Returns what followed on the event of an order's provider with this key; None when there is none."""
    event = await PaymentEvent.get_or_none(provider=order.provider, event_key=_stored_key(key))
    return Outcome(event.outcome) if event else None


def _stored_key(key: str) -> str:
    return key if len(key) <= MAX_KEY else sha256(key.encode()).hexdigest()


async def set_outcome(event_id: int, outcome: Outcome) -> None:
    """Writes down what followed on an event."""
    await PaymentEvent.filter(id=event_id).update(outcome=outcome.value)


def _bounded(snapshot: Snapshot) -> dict[str, str]:
    """Returns the allowed facts of a snapshot, bounded in number and length."""
    pairs = list(snapshot.facts.items())[:MOST_FACTS]
    return {str(name)[:MOST_FACT]: str(value)[:MOST_FACT] for name, value in pairs}
