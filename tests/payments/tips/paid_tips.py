"""Tips that arrived, without a payment service."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from app.accounts.models import Account
from app.kernel import clock
from app.payments.order import new_reference
from app.payments.tips.tip import Tip


async def arrived(account: Account, amount: int = 25_000, **values: object) -> Tip:
    """A tip that arrived."""
    now = clock.now()
    known: dict[str, Any] = {
        "id": uuid4(), "account_id": account.id, "page_name": "toko", "reference": new_reference(),
        "provider": "klikqris", "state": "paid", "amount": amount, "pay_amount": amount, "paid_amount": amount,
        "expires_at": now, "paid_at": now, "created_at": now,
    }  # fmt: skip
    return await Tip.create(**(known | values))
