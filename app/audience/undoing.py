"""Bringing a deleted address back: deleted is deleted at once, and only the button to undo it still knows the address.

What it knows is signed by us, of one account, and good for an hour.
"""

from __future__ import annotations

import base64
import hmac
import json
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from tortoise.exceptions import IntegrityError

from app.accounts.models import Account
from app.audience.models import Subscriber
from app.kernel import clock, secrets
from app.kernel.db import transaction
from app.kernel.refusal import NotFound
from app.pages.models import Page

PURPOSE, GOOD_FOR = "undo-subscriber", timedelta(hours=1)
WORDS, TIMES = ("email", "consent", "language", "token_digest"), ("created_at", "confirmed_at", "unsubscribed_at")


def sealed(subscriber: Subscriber) -> str:
    """Everything there is of a subscriber, signed."""
    told = {name: str(getattr(subscriber, name)) for name in ("id", "account_id", "page_id", *WORDS)}
    told |= {name: when.isoformat() for name in TIMES if (when := getattr(subscriber, name))}
    told["until"] = (clock.now() + GOOD_FOR).isoformat()
    body = base64.urlsafe_b64encode(json.dumps(told).encode()).decode()
    return f"{body}.{secrets.peppered(PURPOSE, body)[0]}"


async def restore(account: Account, seal: str) -> None:
    """Puts a deleted subscriber back; one who subscribed again meanwhile stays. Refusals: NotFound."""
    told = _opened(seal)
    if told.get("account_id") != str(account.id) or datetime.fromisoformat(told["until"]) < clock.now():
        raise NotFound
    if not await Page.owned_by(account).filter(id=told["page_id"]).exists():
        raise NotFound
    values: dict[str, Any] = {name: told[name] for name in WORDS}
    values |= {name: datetime.fromisoformat(told[name]) for name in TIMES if name in told}
    try:
        async with transaction():
            await Subscriber.create(id=UUID(told["id"]), account_id=account.id, page_id=UUID(told["page_id"]), **values)
    except IntegrityError:
        return


def _opened(seal: str) -> dict[str, str]:
    body, _, given = seal.partition(".")
    if not given.isascii() or not any(hmac.compare_digest(given, one) for one in secrets.peppered(PURPOSE, body)):
        raise NotFound
    told: dict[str, str] = json.loads(base64.urlsafe_b64decode(body))
    return told
