"""An account that is deleted while something in it is added or changed: neither waits for the other in a circle."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any
from uuid import UUID, uuid4

import pytest
from tortoise import Tortoise

from app.accounts.models import Account
from app.accounts.user import User
from app.kernel import clock
from app.kernel.db import query_rows, transaction
from app.payments.tips.tip_connection import TipConnection
from app.plans import quota
from app.privacy import erasure
from app.visits.sql import on_postgres
from tests import world
from tests.databases import ON_POSTGRES
from tests.lock_waits import OutsideTransaction
from tests.privacy.test_erasure import IDS, OF_VISITS, fill


async def erase_account(account: Account) -> None:
    await erasure.erase_account(account.id, at_once=True)


@pytest.mark.parametrize("erase", [erase_account, world.erase])
async def test_whoever_adds_to_an_account_and_then_counts_it_does_not_stop_its_deletion(
    sari: Account, monkeypatch: pytest.MonkeyPatch, erase: Callable[[Account], Coroutine[Any, Any, None]]
) -> None:
    deletes, outside, delete = asyncio.Event(), OutsideTransaction(), erasure._delete_account

    async def begin(id: object) -> None:
        deletes.set()
        await delete(id)  # type: ignore[arg-type]

    monkeypatch.setattr(erasure, "_delete_account", begin)
    async with transaction():
        await TipConnection.create(
            id=uuid4(), account_id=sari.id, provider="midtrans", credentials="", created_at=clock.now()
        )
        erasing = outside.start(erase(sari))
        if on_postgres():  # SQLite lets nobody else begin to write
            await outside.until_somebody_waits(or_until=deletes.is_set)
        await quota.lock_account(sari)
    await erasing
    assert not await Account.filter(id=sari.id).exists()


class Undone(Exception):
    """Raised at the end of a deletion, so that the same rows can be deleted again."""


@ON_POSTGRES
async def test_whoever_has_changed_any_row_and_wants_the_account_next_is_not_stopped_by_its_deletion(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fill()
    account, outside, delete = Account(id=IDS["accounts"]), OutsideTransaction(), erasure._delete_user
    reached_end = asyncio.Event()

    async def delete_and_undo(user: User, with_accounts: set[UUID]) -> None:
        await delete(user, with_accounts)
        reached_end.set()
        raise Undone

    monkeypatch.setattr(erasure, "_delete_user", delete_and_undo)
    for table in sorted({model._meta.db_table for model in Tortoise.apps["models"].values()} - set(OF_VISITS)):
        reached_end.clear()
        async with transaction():
            await query_rows(f'SELECT 1 FROM "{table}" FOR UPDATE', [])  # noqa: S608 - names of our own tables
            erasing = outside.start(erasure.erase_user(IDS["users"], at_once=True))
            await outside.until_somebody_waits(or_until=reached_end.is_set)
            await quota.lock_account(account)
        with pytest.raises(Undone):
            await erasing
