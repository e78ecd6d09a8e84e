"""Rows of what was used, as settlements leave them, for the screens that show them."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

from app.accounts.models import Account
from app.gateway.contents.content_store import content_purpose
from app.gateway.contents.kept_content import KeptContent
from app.gateway.metering.ai_request import API, SETTLED, AiRequest, AiUsage
from app.gateway.metering.balance import MICRO
from app.kernel import clock
from app.kernel.encryption import encrypt
from app.keys.models import ApiKey


async def used_on(account: Account, day: date, rupiah: int, **columns: Any) -> AiUsage:
    """What an account used on a day, for as many rupiah."""
    usual: dict[str, Any] = {"source": API, "model": "small-1", "requests": 1, "input_tokens": 100, "output_tokens": 20}
    return await AiUsage.create(account=account, day=day, cost=rupiah * MICRO, **(usual | columns))


async def request_of(
    account: Account, key: ApiKey | None = None, at: datetime | None = None, **columns: Any
) -> AiRequest:
    """A request that was settled at a moment, for seven rupiah."""
    at, id = at or clock.now(), uuid4()
    usual: dict[str, Any] = {
        "request_id": f"air_{id.hex[:20]}",
        "model": "small-1",
        "endpoint": "chat/completions",
        "state": SETTLED,
        "reserved": 41 * MICRO,
        "cost": 7 * MICRO,
        "usage": {"input": 448, "cached": 512, "output": 88},
        "status": 200,
        "tries": [{"upstream": "stand-in", "status": 200, "ms": 340}],
        "first_ms": 340,
        "whole_ms": 1_900,
        "settled_at": at,
    }
    return await AiRequest.create(id=id, account=account, key=key, created_at=at, alive_at=at, **(usual | columns))


async def kept_request(account: Account, key: ApiKey, sent: str) -> AiRequest:
    """A request whose content is kept for a week: what was sent, and an answer."""
    row, now = await request_of(account, key), clock.now()
    sealed = encrypt(json.dumps({"request": {"sent": sent}, "answer": "cut"}), content_purpose(row.id))
    ends_at = now + timedelta(days=7)
    await KeptContent.create(request=row, account=account, sealed=sealed, created_at=now, ends_at=ends_at)
    return row
