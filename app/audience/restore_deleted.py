"""Restores a deleted subscriber.

The row is deleted immediately; only the undo button still contains the address. Its data is signed, bound to one
account, and valid for an hour. A subscriber who unsubscribed in the meantime is restored as unsubscribed; an address
that its subscriber had deleted is not restored.
"""

from __future__ import annotations

import base64
import hmac
import json
from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise.exceptions import IntegrityError

from app.accounts.models import Account
from app.audience.models import Subscriber
from app.audience.suppression import UNDO_WINDOW, Suppression
from app.kernel import clock, secrets
from app.kernel.db import transaction
from app.kernel.refusal import NotFound
from app.pages.models import Page
from app.webhooks import outbox

PURPOSE = "undo-subscriber"
LONG_AGO = "2000-01-01T00:00:00+00:00"
TEXTS, TIMES = ("email", "consent", "language", "token_digest"), ("created_at", "confirmed_at", "unsubscribed_at")


def sign_subscriber(subscriber: Subscriber) -> str:
    """All values of a subscriber, serialized and signed."""
    values = {name: str(getattr(subscriber, name)) for name in ("id", "account_id", "page_id", *TEXTS)}
    values |= {name: when.isoformat() for name in TIMES if (when := getattr(subscriber, name))}
    values["deleted_at"] = clock.now().isoformat()
    body = base64.urlsafe_b64encode(json.dumps(values).encode()).decode()
    return f"{body}.{secrets.hmac_digests(PURPOSE, body)[0]}"


async def restore_subscriber(account: Account, seal: str) -> None:
    """Restores a deleted subscriber from its signed values; one who subscribed again meanwhile is left as is.

    Raises: NotFound for an invalid or expired seal, another account's page, or an erased address.
    """
    values = _verify(seal)
    deleted_at = datetime.fromisoformat(values.get("deleted_at", LONG_AGO))
    if values.get("account_id") != str(account.id) or deleted_at < clock.now() - UNDO_WINDOW:
        raise NotFound
    if not await Page.owned_by(account).filter(id=values["page_id"]).exists():
        raise NotFound
    columns: dict[str, Any] = {name: values[name] for name in TEXTS}
    columns |= {name: datetime.fromisoformat(values[name]) for name in TIMES if name in values}
    try:
        async with transaction():
            subscriber = await Subscriber.create(
                id=UUID(values["id"]), account_id=account.id, page_id=UUID(values["page_id"]), **columns
            )
            if unsubscribed_at := await _unsubscribed_since(subscriber, deleted_at):
                await Subscriber.filter(id=subscriber.id).update(unsubscribed_at=unsubscribed_at)
            await outbox.announce(account.id, "subscriber.created", [subscriber.id])
    except IntegrityError:
        return


async def _unsubscribed_since(subscriber: Subscriber, deleted_at: datetime) -> datetime | None:
    """When the subscriber unsubscribed after the deletion, or None. Raises: NotFound for an erased address."""
    suppression = await Suppression.of(subscriber.page_id, subscriber.email)
    if suppression and suppression.erased_at and suppression.erased_at >= deleted_at:
        raise NotFound
    unsubscribed_at = suppression.unsubscribed_at if suppression else None
    return unsubscribed_at if unsubscribed_at and unsubscribed_at >= deleted_at else None


def _verify(seal: str) -> dict[str, str]:
    """The values in a seal, after checking its signature. Raises: NotFound."""
    body, _, signature = seal.partition(".")
    expected = secrets.hmac_digests(PURPOSE, body)
    if not signature.isascii() or not any(hmac.compare_digest(signature, digest) for digest in expected):
        raise NotFound
    values: dict[str, str] = json.loads(base64.urlsafe_b64decode(body))
    return values
