"""The time zones of accounts by visit key; an account's days are those of its zone."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from app.accounts.models import Account
from app.visits.visit import visit_key

ELSEWHERE = "UTC"


async def zones_of(accounts: Collection[str]) -> dict[int, str]:
    """Returns the time zone of each account by its key; `accounts` are ids as text. A deleted account has UTC."""
    ids = {UUID(account): account for account in accounts}
    found = dict(await Account.filter(id__in=list(ids)).values_list("id", "time_zone"))
    return {visit_key(id): str(found.get(id, ELSEWHERE)) for id in ids}
