"""Takes in what providers report by themselves (webhooks).

A trusted notification is applied. After a hint, whose signature does not cover its body, the provider is asked before
anything is credited. Either is stored once, and can be replayed by the operator.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

import structlog

from app.kernel import encryption
from app.kernel.db import transaction
from app.kernel.refusal import NotFound
from app.payments import emails, event_log, order_checks
from app.payments.charges import webhook_url
from app.payments.currencies import FractionalAmount
from app.payments.order import REFERENCE, Order
from app.payments.payment_event import Origin, Outcome, PaymentEvent
from app.payments.providers import registry
from app.payments.providers.message_fields import UnreadableField
from app.payments.providers.provider import Notification, PaymentState, Provider, Snapshot
from app.payments.transitions import apply_snapshot

OF_MONEY = {PaymentState.PAID, PaymentState.COMPLETED, PaymentState.UNDERPAID}
log = structlog.get_logger()


async def receive_notification(provider: Provider, headers: Mapping[str, str], body: bytes) -> Outcome:
    """Verifies the request of a provider and takes in what it says; returns what followed.

    Raises: ForgedNotification, which the caller answers with 401 or 403.
    """
    secret = ""
    if reference := provider.reference_of(headers, body):
        order = await Order.named(reference, provider.code)
        try:
            secret = order.read_secret() if order else ""
        except encryption.Undecipherable:
            log.warning("payment_secret_lost", order=reference)
    notification = provider.read_notification(headers, body, webhook_url(provider.code), secret)
    return await record_notification(provider.code, notification, body)


async def record_notification(provider_code: str, notification: Notification, body: bytes = b"") -> Outcome:
    """Takes in a verified notification; the same one only once. `body` is stored as a SHA-256, and redacted."""
    order = await Order.named(notification.reference, provider_code)
    if order is None:
        log.warning("payment_of_unknown_order", provider=provider_code, reference=notification.reference[:40])
        if notification.snapshot.state in OF_MONEY and REFERENCE.fullmatch(notification.reference):
            await emails.alert_of_unknown_order(provider_code, notification.reference)
        return Outcome.UNKNOWN_ORDER
    digest = sha256(body).hexdigest()
    key = notification.event_id or digest
    if notification.trusted:
        return await apply_snapshot(
            order, notification.snapshot, Origin.NOTIFICATION, key=key, body_sha256=digest, body=notification.body
        )
    async with transaction():
        event = await event_log.insert_event(
            order, notification.snapshot, Origin.NOTIFICATION, key, digest, notification.body, trusted=False
        )
        if event is None:
            return Outcome.DUPLICATE
        await event_log.set_outcome(event, Outcome.HINT)
        await order_checks.check_soon(order)
    return Outcome.HINT


async def replay_event(event: PaymentEvent) -> Outcome:
    """Does once more what followed on a stored event, for the operator: applies it, or has the provider asked.

    A refund that the operator noted is none that was heard of, and would be noted again.
    """
    order = await Order.get(id=event.order_id)
    if event.origin == Origin.OPERATOR and event.state == PaymentState.REFUNDED:
        return Outcome.NOTED
    if not event.trusted:
        await order_checks.check_soon(order)
        return Outcome.HINT
    return await apply_snapshot(order, _read_stored(event), Origin.OPERATOR)


def _read_stored(event: PaymentEvent) -> Snapshot:
    """Returns what a stored event said: read from its body again, or from its columns where that cannot be read or
    says less, because a value is hidden in it.
    """
    if event.body:
        try:
            read = registry.provider(event.provider).read_stored(event.body)
            if read.paid_amount is not None or event.paid_amount is None:
                return read
        except (NotFound, UnreadableField, FractionalAmount) as error:
            log.warning("payment_event_not_read", number=event.id, problem=type(error).__name__)
    return Snapshot(PaymentState(event.state), event.provider_ref, event.paid_amount, event.currency, event.happened_at)
