"""A transaction that gives way to others is done once, after them, and never keeps a lock while it waits."""

import asyncpg
import pytest

from app.accounts.models import Account
from app.kernel import yielding_transaction
from app.kernel.db import transaction
from app.kernel.yielding_transaction import run_yielding_transaction
from tests.databases import ON_POSTGRES
from tests.lock_waits import Outside
from tests.waiting import eventually


class Renaming:
    """Names two accounts, one after the other, and counts how often that was begun and ended."""

    def __init__(self, *accounts: Account) -> None:
        self.accounts, self.begun, self.ended = accounts, 0, 0

    async def __call__(self) -> int:
        self.begun += 1
        for account in self.accounts:
            await Account.filter(id=account.id).update(name="Toko")
        self.ended += 1
        return self.ended


async def names() -> set[str]:
    return set(await Account.all().values_list("name", flat=True))  # type: ignore[arg-type]


async def test_it_is_done_once_and_answers_what_its_work_does(sari: Account, budi: Account) -> None:
    assert await run_yielding_transaction(renaming := Renaming(sari, budi)) == 1
    assert (renaming.begun, await names()) == (1, {"Toko"})


async def test_what_its_work_raises_undoes_it(sari: Account) -> None:
    async def work() -> None:
        await Renaming(sari)()
        raise KeyError

    with pytest.raises(KeyError):
        await run_yielding_transaction(work)
    assert "Toko" not in await names()


@ON_POSTGRES
async def test_whoever_has_one_row_gets_the_other_and_is_waited_for(sari: Account, budi: Account) -> None:
    renaming, outside = Renaming(sari, budi), Outside()
    async with transaction():
        await Account.filter(id=budi.id).update(name="Budi")
        task = outside.start(run_yielding_transaction(renaming))
        await eventually(lambda: renaming.begun > 1)
        await Account.filter(id=sari.id).update(name="Sari")
        assert not renaming.ended
    assert await task == 1
    assert await names() == {"Toko"}


@ON_POSTGRES
async def test_it_does_not_wait_for_ever(sari: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yielding_transaction, "LOCK_TIMEOUT", 1)
    outside = Outside()
    async with transaction():
        await Account.filter(id=sari.id).update(name="Sari")
        with pytest.raises(asyncpg.LockNotAvailableError):
            await outside.start(run_yielding_transaction(Renaming(sari)))


async def test_it_is_no_part_of_another_transaction(sari: Account) -> None:
    async with transaction():
        with pytest.raises(RuntimeError):
            await run_yielding_transaction(Renaming(sari))
