"""An account that is deleted while something is added to it: neither waits for the other in a circle."""

import asyncio
import contextvars
from collections.abc import Awaitable, Callable
from uuid import uuid4

import pytest

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.db import query_rows, transaction
from app.payments.tips.tip_connection import TipConnection
from app.plans import quota
from app.privacy import erasure
from app.visits.sql import on_postgres
from tests import world
from tests.waiting import eventually

WAITING = """SELECT count(*) AS number FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'"""


async def erase_account(account: Account) -> None:
    await erasure.erase_account(account.id, at_once=True)


@pytest.mark.parametrize("erase", [erase_account, world.erase])
async def test_whoever_adds_to_an_account_and_then_counts_it_does_not_stop_its_deletion(
    sari: Account, monkeypatch: pytest.MonkeyPatch, erase: Callable[[Account], Awaitable[None]]
) -> None:
    deletes, outside, delete = asyncio.Event(), contextvars.copy_context(), erasure._delete_account

    async def begin(id: object) -> None:
        deletes.set()
        await delete(id)  # type: ignore[arg-type]

    async def run() -> None:
        await erase(sari)

    async def held_up() -> bool:
        [row] = await outside.run(asyncio.create_task, query_rows(WAITING, []))
        return deletes.is_set() or bool(row["number"])

    monkeypatch.setattr(erasure, "_delete_account", begin)
    async with transaction():
        await TipConnection.create(
            id=uuid4(), account_id=sari.id, provider="midtrans", credentials="", created_at=clock.now()
        )
        erasing = asyncio.get_running_loop().create_task(run(), context=outside.copy())
        if on_postgres():  # SQLite lets nobody else begin to write
            await eventually(held_up)
        await quota.lock_account(sari)
    await erasing
    assert not await Account.filter(id=sari.id).exists()
