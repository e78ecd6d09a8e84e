"""What stops requests to models now, so that nobody has to look for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.accounts.models import Account
from app.gateway.metering.balance import AiBalance
from app.gateway.metering.limits_of_keys import AiKeyTerms
from app.gateway.metering.pauses import ANOMALY


@dataclass(frozen=True, slots=True)
class PausedKey:
    """A key that was paused because it spent far more than usual."""

    id: UUID
    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Stoppages:
    """Since when the workspace is paused by the operator, or frozen by its owner; and the keys that are paused."""

    paused_at: datetime | None
    frozen_at: datetime | None
    keys: list[PausedKey]


async def load_stoppages(account: Account, balance: AiBalance) -> Stoppages:
    """Returns what stops requests of an account; a key that its owner paused, or that has ended, is left out."""
    terms = AiKeyTerms.filter(account_id=account.id, paused_at__isnull=False, paused_why=ANOMALY, key__revoked_at=None)
    rows = await terms.order_by("-paused_at").select_related("key")
    keys = [PausedKey(row.key_id, row.key.name, row.paused_at) for row in rows if row.paused_at]
    return Stoppages(balance.paused_at, account.frozen_at, keys)
