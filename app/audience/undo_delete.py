"""Bringing a deleted address back: deleted is deleted at once, and only the button to undo it still knows the address.

What it knows is signed by us, of one account, and good for an hour. Whoever unsubscribed in the meantime comes back as
unsubscribed, and an address that its subscriber had deleted comes back by nobody else.
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
from app.audience.suppression import UNDONE_WITHIN, Suppression
from app.kernel import clock, secrets
from app.kernel.db import transaction
from app.kernel.refusal import NotFound
from app.pages.models import Page

PURPOSE = "undo-subscriber"
LONG_AGO = "2000-01-01T00:00:00+00:00"
WORDS, TIMES = ("email", "consent", "language", "token_digest"), ("created_at", "confirmed_at", "unsubscribed_at")


def sealed(subscriber: Subscriber) -> str:
    """Everything there is of a subscriber, signed."""
    told = {name: str(getattr(subscriber, name)) for name in ("id", "account_id", "page_id", *WORDS)}
    told |= {name: when.isoformat() for name in TIMES if (when := getattr(subscriber, name))}
    told["deleted_at"] = clock.now().isoformat()
    body = base64.urlsafe_b64encode(json.dumps(told).encode()).decode()
    return f"{body}.{secrets.peppered(PURPOSE, body)[0]}"


async def restore(account: Account, seal: str) -> None:
    """Puts a deleted subscriber back; one who subscribed again meanwhile stays. Refusals: NotFound."""
    told = _opened(seal)
    deleted_at = datetime.fromisoformat(told.get("deleted_at", LONG_AGO))
    if told.get("account_id") != str(account.id) or deleted_at < clock.now() - UNDONE_WITHIN:
        raise NotFound
    if not await Page.owned_by(account).filter(id=told["page_id"]).exists():
        raise NotFound
    values: dict[str, Any] = {name: told[name] for name in WORDS}
    values |= {name: datetime.fromisoformat(told[name]) for name in TIMES if name in told}
    try:
        async with transaction():
            one = await Subscriber.create(id=UUID(told["id"]), account_id=account.id, page_id=UUID(told["page_id"]),
                                          **values)
            if left := await _left_since(one, deleted_at):
                await Subscriber.filter(id=one.id).update(unsubscribed_at=left)
    except IntegrityError:
        return


async def _left_since(one: Subscriber, deleted_at: datetime) -> datetime | None:
    """When the subscriber left after the deletion. Refusals: NotFound, when they had the address deleted."""
    found = await Suppression.of(one.page_id, one.email)
    if found and found.erased_at and found.erased_at >= deleted_at:
        raise NotFound
    return found.unsubscribed_at if found and found.unsubscribed_at and found.unsubscribed_at >= deleted_at else None


def _opened(seal: str) -> dict[str, str]:
    body, _, given = seal.partition(".")
    if not given.isascii() or not any(hmac.compare_digest(given, one) for one in secrets.peppered(PURPOSE, body)):
        raise NotFound
    told: dict[str, str] = json.loads(base64.urlsafe_b64decode(body))
    return told
