"""A transaction that gives way to others is done once, after them, and never keeps a lock while it waits."""

import ast

import asyncpg
import pytest

from app.accounts.models import Account
from app.kernel import yielding_transaction
from app.kernel.db import transaction
from app.kernel.yielding_transaction import run_yielding_transaction
from tests.databases import ON_POSTGRES
from tests.lock_waits import OutsideTransaction
from tests.source_files import MODULES, syntax
from tests.waiting import eventually

PARENTS = {"Account", "User", "Page", "Link"}  # models on whose rows those of many tables depend
PARTS_OF_OTHER_TRANSACTIONS = {  # delete rows of which nobody else knows yet
    "app/publishing/posts/short_links.py": "links of a post that was never published"
}


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
    renaming, outside = Renaming(sari, budi), OutsideTransaction()
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
    outside = OutsideTransaction()
    async with transaction():
        await Account.filter(id=sari.id).update(name="Sari")
        with pytest.raises(asyncpg.LockNotAvailableError):
            await outside.start(run_yielding_transaction(Renaming(sari)))


async def test_it_is_no_part_of_another_transaction(sari: Account) -> None:
    async with transaction():
        with pytest.raises(RuntimeError):
            await run_yielding_transaction(Renaming(sari))


def test_whoever_deletes_rows_on_which_many_depend_gives_way() -> None:
    """A new module that deletes accounts, users, pages or links for good uses the transaction, or is listed above."""
    deleting, giving_way = set[str](), set[str]()
    for path in MODULES:
        name, tree = path.as_posix(), syntax(path)
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr == "delete":
                if ast.unparse(node).split(".")[0] in PARENTS | {parent.lower() for parent in PARENTS}:
                    deleting.add(name[name.index("app/") :])
            elif isinstance(node, ast.Name) and node.id == "run_yielding_transaction":
                giving_way.add(name[name.index("app/") :])
    assert deleting - giving_way == set(PARTS_OF_OTHER_TRANSACTIONS)
