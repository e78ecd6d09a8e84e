"""Pauses a key for AI models, and lets it go on; its other uses are not touched."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from app.accounts.models import Account
from app.gateway.metering.limits_of_keys import AiKeyTerms
from app.kernel import clock
from app.kernel.db import query_rows

ANOMALY, BY_OWNER = "anomaly", "owner"  # why a key is paused
CALM = timedelta(days=1)  # after an owner resumed a key, in which no anomaly pauses it
PAUSE = """INSERT INTO ai_key_terms
        (key_id, account_id, customer, of_models, models, content_days, paused_at, paused_why)
    VALUES ($1, $2, '', '{}', '[]', 0, $3, $4)
    ON CONFLICT (key_id) DO UPDATE SET paused_at = excluded.paused_at, paused_why = excluded.paused_why
        WHERE ai_key_terms.paused_at IS NULL
    RETURNING key_id"""


async def pause_key(account_id: UUID, key_id: UUID, why: str) -> bool:
    """Pauses a key at once, in all processes; False if it was paused already. `why` is ANOMALY or BY_OWNER."""
    return bool(await query_rows(PAUSE, [str(key_id), str(account_id), clock.now(), why]))


async def resume_key(account: Account, key_id: UUID) -> bool:
    """Lets a key of an account go on; for a day, no anomaly pauses it again. False if it was not paused."""
    paused = AiKeyTerms.filter(account_id=account.id, key_id=key_id, paused_at__isnull=False)
    return bool(await paused.update(paused_at=None, paused_why="", calm_until=clock.now() + CALM))
