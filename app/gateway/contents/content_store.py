"""Keeps the content of requests for keys that say so: encrypted, for the owners, and only for as many days.

What the key says at the end of the request counts, and nothing is kept of a workspace whose processing is frozen. The
days of a key may be made fewer later: then what is older is deleted at once.
"""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any, cast
from uuid import UUID

from app.accounts.models import Account
from app.gateway.contents.kept_content import KeptContent
from app.gateway.contents.transcript import Transcript
from app.gateway.metering.ai_request import AiRequest
from app.gateway.metering.call import Reservation
from app.jobs import HOURLY, Job, handler
from app.kernel import clock, encryption, installation
from app.kernel.db import query_rows, transaction

RULE = """SELECT t.content_days FROM ai_key_terms t JOIN accounts a ON a.id = t.account_id
    WHERE t.key_id = $1 AND a.frozen_at IS NULL AND a.delete_at IS NULL"""
LOCK_KEY = "UPDATE ai_key_terms SET content_days = content_days WHERE key_id = $1 RETURNING key_id"
RULES_OF_KEPT = """SELECT DISTINCT t.key_id, t.content_days FROM ai_contents c
    JOIN ai_requests r ON r.id = c.request_id JOIN ai_key_terms t ON t.key_id = r.key_id"""
OLDER = """DELETE FROM ai_contents WHERE created_at < $2
    AND request_id IN (SELECT id FROM ai_requests WHERE key_id = $1) RETURNING request_id"""


def content_purpose(request_id: UUID) -> str:
    """Returns the purpose for which the content of a request is encrypted (kernel/encryption.py)."""
    return f"content of request {request_id}"


async def keep_content(reservation: Reservation, transcript: Transcript) -> None:
    """Keeps the content of a request that has ended, if its key still says so.

    Nothing is kept where the account was frozen or erased meanwhile, the end user was erased, or the key was told to
    keep nothing. Whoever does one of these writes the same row first as this does, the account's, the key's or the
    request's: so either waits for the other.
    """
    if not await _days_of(reservation):
        return
    sealed, now = encryption.encrypt(transcript.as_json(), content_purpose(reservation.id)), clock.now()
    async with transaction():
        if not (days := await _lock_days_of(reservation)):
            return
        same = AiRequest.filter(id=reservation.id, end_user=transcript.end_user)
        if await same.update(end_user=transcript.end_user):
            await KeptContent.create(
                request_id=reservation.id,
                account_id=reservation.account_id,
                sealed=sealed,
                created_at=now,
                ends_at=now + timedelta(days=days),
            )


async def _days_of(reservation: Reservation) -> int:
    """Returns for how many days the key of a request keeps content now; 0 for not at all."""
    rows = await query_rows(RULE, [reservation.key_ids[0]]) if reservation.key_ids else []
    return min(rows[0]["content_days"], installation.current().config.gateway_content_days) if rows else 0


async def _lock_days_of(reservation: Reservation) -> int:
    """Returns what `_days_of` does, and lets neither the account nor the key change until the transaction ends."""
    account = Account.filter(id=reservation.account_id, frozen_at=None, delete_at=None)
    if not await account.update(frozen_at=None):
        return 0
    await query_rows(LOCK_KEY, [reservation.key_ids[0]])
    return await _days_of(reservation)


async def read_content(account: Account, request_id: UUID) -> dict[str, Any] | None:
    """Returns what a request of the account sent and got, as `request` and `answer`; None where nothing is kept.

    It is for the owners of the account. Raises: encryption.Undecipherable.
    """
    kept = await KeptContent.get_or_none(request_id=request_id, account_id=account.id, ends_at__gt=clock.now())
    return open_content(kept) if kept else None


def open_content(kept: KeptContent) -> dict[str, Any]:
    """Returns what is in a kept content. Raises: encryption.Undecipherable."""
    return cast(dict[str, Any], json.loads(encryption.decrypt(kept.sealed, content_purpose(kept.request_id))))


async def delete_older(key_id: UUID, days: int) -> None:
    """Deletes what is kept of a key for longer than so many days; everything for 0."""
    since = clock.now() - timedelta(days=days) if days else clock.now() + timedelta(days=1)
    await query_rows(OLDER, [str(key_id), since])


@handler("gateway.contents", schedule=HOURLY)
async def purge(_job: Job) -> None:
    """Deletes the content whose days are over, by its own end and by what its key says now."""
    await KeptContent.filter(ends_at__lte=clock.now()).delete()
    for row in await query_rows(RULES_OF_KEPT, []):
        await delete_older(UUID(str(row["key_id"])), row["content_days"])
