import asyncio

from app.kernel import db
from tests.counting import queries, statements


async def ask(number: int, times: int = 1) -> None:
    for _ in range(times):
        await db.query_rows(f"SELECT {number}", [])


async def test_a_block_counts_its_own_statements_and_those_of_its_tasks_but_not_of_tasks_beside_it(
    database: str,
) -> None:
    ready, done = asyncio.Event(), asyncio.Event()

    async def beside() -> None:
        await ready.wait()
        await ask(3, times=5)
        done.set()

    task = asyncio.create_task(beside())
    with statements() as sent:
        await ask(1)
        await asyncio.create_task(ask(2))
        ready.set()
        await done.wait()
    await task
    assert [statement.sql for statement in sent] == ["SELECT 1", "SELECT 2"]


async def test_a_block_counts_the_statements_of_a_block_inside_it(database: str) -> None:
    with queries() as outer:
        await ask(1)
        with queries() as inner:
            await ask(2)
        await ask(3)
    assert (len(outer), len(inner)) == (3, 1)
