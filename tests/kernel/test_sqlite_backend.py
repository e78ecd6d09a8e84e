"""SQLite's connections: nobody who reads waits for somebody else, and what a cancelled task began is over."""

import asyncio
import sqlite3
import subprocess
import sys
import threading
from collections.abc import AsyncGenerator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, suppress
from typing import Any

import pytest
from tortoise import Tortoise
from tortoise.exceptions import OperationalError

from app.accounts.models import LAST_SEEN_INTERVAL, Account, Session
from app.kernel import clock, db, sqlite_connections
from app.kernel.sqlite_connections import READERS
from app.kernel.transient_errors import is_unavailable
from tests import world
from tests.client import Browser
from tests.databases import ON_ONE
from tests.waiting import DEADLINE, eventually

pytestmark = ON_ONE
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
LOCK = """
import sqlite3, sys
files = [sqlite3.connect(file, isolation_level=None) for file in sys.argv[2:]]
for file in files: file.execute(sys.argv[1])
print("locked", flush=True)
sys.stdin.read()
"""


def client(on: str = db.MAIN) -> Any:
    return Tortoise.get_connection(on)


def files(url: str) -> list[str]:
    main = url.removeprefix("sqlite://")
    return [main, str(db.visits_file(main))]


async def count_rows() -> None:
    """Reads of both files, through the ORM and without it."""
    async with asyncio.timeout(DEADLINE):
        assert await Account.all().count() == 1
        assert await db.query_rows("WITH a AS (SELECT name FROM accounts) SELECT * FROM a", []) == [{"name": "Sari"}]
        assert await db.query_rows("SELECT id FROM visits", [], on=db.VISITS) == []


async def rename(account: Account, name: str) -> None:
    await Account.filter(id=account.id).update(name=name)


async def name_of(account: Account) -> str:
    return (await Account.get(id=account.id)).name


async def end(*tasks: asyncio.Task[Any]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


@asynccontextmanager
async def endless_reads(count: int) -> AsyncGenerator[list[asyncio.Task[Any]]]:
    """Reads of the main file that end only when they are cancelled."""
    tasks = [asyncio.create_task(db.query_rows(ENDLESS, [])) for _ in range(count)]
    await asyncio.sleep(0.05)
    try:
        yield tasks
    finally:
        await end(*tasks)


@contextmanager
def locked(statement: str, *names: str) -> Iterator[None]:
    """Another process holds these files."""
    with subprocess.Popen(
        [sys.executable, "-c", LOCK, statement, *names], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin and process.stdout and process.stdout.readline() == b"locked\n"
        try:
            yield
        finally:
            process.stdin.close()


async def everybody_reads(sari: Account) -> None:
    """As many reads as there are readers are under way at the same time."""
    async with asyncio.timeout(DEADLINE), AsyncExitStack() as stack:
        for _ in range(READERS):
            connection = await stack.enter_async_context(client().acquire_reader())
            assert len(await connection.execute_fetchall("SELECT id FROM accounts")) == 1
    assert await name_of(sari) == "Sari"


async def test_slow_reads_on_all_readers_but_one_delay_no_other_read(sari: Account) -> None:
    async with endless_reads(READERS - 1) as slow:
        for _ in range(20):
            await count_rows()
        assert not any(task.done() for task in slow)


@pytest.mark.parametrize("statement", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
async def test_files_that_another_process_locked_delay_no_read(database: str, sari: Account, statement: str) -> None:
    with locked(statement, *files(database)):
        writing = [asyncio.create_task(rename(sari, f"Sari {n}")) for n in range(5)]
        for _ in range(20):
            await count_rows()
        assert not any(task.done() for task in writing)
        await end(*writing)


async def test_locked_files_delay_no_read_on_new_connections(database: str, sari: Account) -> None:
    await Tortoise.close_connections()
    await db.open_database(database)
    with locked("BEGIN IMMEDIATE", *files(database)):
        await count_rows()


async def test_a_transaction_delays_no_read_and_shows_what_it_wrote_only_when_it_is_over(sari: Account) -> None:
    written = asyncio.Event()

    async def name_when_written() -> str:
        await written.wait()
        return await name_of(sari)

    other = asyncio.create_task(name_when_written())  # a task that began in the transaction would be part of it
    async with db.transaction():
        await rename(sari, "Sari II")
        written.set()
        async with asyncio.timeout(DEADLINE):
            assert await other == "Sari"
        assert await name_of(sari) == "Sari II"
    assert await name_of(sari) == "Sari II"


async def test_whoever_wrote_reads_it_on_any_connection(sari: Account) -> None:
    for number in range(30):
        await rename(sari, f"Sari {number}")
        assert {*await asyncio.gather(*(name_of(sari) for _ in range(9)))} == {f"Sari {number}"}


async def test_no_reader_keeps_an_old_state_open(database: str, sari: Account) -> None:
    await asyncio.gather(*(Account.all().first() for _ in range(9)))
    async with endless_reads(1):
        pass
    with pytest.raises(OperationalError, match="no such table"):
        await db.query_rows("SELECT * FROM missing", [])
    await everybody_reads(sari)
    await rename(sari, "Sari II")
    with sqlite3.connect(files(database)[0]) as outside:
        assert outside.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
    outside.close()


@pytest.mark.parametrize("turns", [*range(25), 1000])
async def test_a_read_that_is_cancelled_at_any_point_gives_its_connection_back(sari: Account, turns: int) -> None:
    tasks = [asyncio.create_task(db.query_rows(ENDLESS, [])) for _ in range(READERS + 2)]
    for _ in range(turns):
        await asyncio.sleep(0)
    await end(*tasks)
    await everybody_reads(sari)


async def test_a_heavy_read_in_a_cancelled_transaction_frees_the_writer(sari: Account) -> None:
    async def work() -> None:
        async with db.transaction():
            await rename(sari, "half")
            await db.query_rows(ENDLESS, [])

    task = asyncio.create_task(work())
    await asyncio.sleep(0.05)
    await end(task)
    async with asyncio.timeout(DEADLINE):
        await Account.filter(id=sari.id).update(language="en")
    assert await Account.all().values_list("name", "language") == [("Sari", "en")]


async def test_readers_are_lent_in_the_order_of_arrival_and_not_waited_for_for_ever(
    sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[int] = []

    async def read(number: int) -> None:
        async with client().acquire_reader():
            order.append(number)

    async with AsyncExitStack() as stack:
        for _ in range(READERS):
            await stack.enter_async_context(client().acquire_reader())
        tasks = [asyncio.create_task(read(number)) for number in range(6)]
        await asyncio.sleep(0)
        await end(tasks.pop(2))
        monkeypatch.setattr(sqlite_connections, "PATIENCE", 0.05)
        with pytest.raises(OperationalError) as refused:
            await Account.all().count()
        assert is_unavailable(refused.value)
    await asyncio.gather(*tasks)
    assert order == [0, 1, 3, 4, 5]


async def test_a_reader_cannot_write(sari: Account) -> None:
    async with client().acquire_reader() as connection:
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            await connection.execute("DELETE FROM accounts")


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT name FROM accounts",
        "\n  select 1",
        "EXPLAIN QUERY PLAN DELETE FROM accounts",
        "PRAGMA integrity_check",
        "PRAGMA foreign_key_check",
        "PRAGMA table_info(accounts)",
        "WITH a AS (SELECT updated_at FROM links) SELECT * FROM a",
    ],
)
async def test_every_kind_of_read_runs_while_another_transaction_writes(sari: Account, statement: str) -> None:
    async with asyncio.timeout(DEADLINE), client().acquire_connection():
        await db.query_rows(statement, [])


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE accounts SET name = 'Dewi' RETURNING name",
        "WITH new AS (SELECT 'Dewi' AS name) UPDATE accounts SET name = new.name FROM new",
        "with new(name) as (values ('Dewi'))\nupdate accounts set name = (select name from new) returning name",
        "REPLACE INTO known_browsers SELECT * FROM known_browsers",
        "PRAGMA wal_checkpoint(PASSIVE)",
    ],
)
async def test_every_kind_of_write_is_written(sari: Account, statement: str) -> None:
    await db.query_rows(statement, [])
    assert "Dewi" not in statement or (await Account.get()).name == "Dewi"


async def test_what_is_written_after_a_failed_commit_is_kept(database: str, sari: Account) -> None:
    async def break_a_foreign_key() -> None:
        async with db.transaction():
            await db.query_rows("PRAGMA defer_foreign_keys = ON", [])
            await world.begin_session(sari, "")
            await db.query_rows("UPDATE sessions SET account_id = 'nobody'", [])

    with pytest.raises(sqlite3.IntegrityError):
        await break_a_foreign_key()
    await rename(sari, "Sari II")
    with sqlite3.connect(files(database)[0]) as outside:
        assert outside.execute("SELECT name FROM accounts").fetchall() == [("Sari II",)]
        assert outside.execute("SELECT count(*) FROM sessions").fetchone() == (0,)
    outside.close()


async def test_a_connection_whose_opening_was_cancelled_is_not_used_half_set_up(database: str) -> None:
    settings = ("foreign_keys", "synchronous", "busy_timeout")
    expected = [1, 2, 50]
    for turns in range(40):
        await Tortoise.close_connections()
        await db.open_database(database)
        task = asyncio.create_task(db.ping())
        for _ in range(turns):
            await asyncio.sleep(0)
        await end(task)
        rows = [(await db.query_rows(f"PRAGMA {name}", []))[0] for name in settings]
        assert [next(iter(row.values())) for row in rows] == expected


async def test_closing_ends_all_threads_and_what_still_runs(database: str, sari: Account) -> None:
    await Tortoise.close_connections()
    before = {*threading.enumerate()}
    await db.open_database(database)
    slow = [asyncio.create_task(db.query_rows(ENDLESS, [])) for _ in range(READERS)]
    await asyncio.sleep(0.05)
    slow[0].cancel()
    async with asyncio.timeout(DEADLINE):
        await Tortoise.close_connections()
        ends = await asyncio.gather(*slow, return_exceptions=True)
    assert all(isinstance(end, OperationalError | asyncio.CancelledError) for end in ends)
    await eventually(lambda: {*threading.enumerate()} <= before)


async def test_closing_closes_what_is_being_opened(database: str) -> None:
    await Tortoise.close_connections()
    before = {*threading.enumerate()}
    for turns in range(1, 25):
        await db.open_database(database)
        opening = [asyncio.create_task(client().acquire_reader().__aenter__()) for _ in range(2)]
        for _ in range(turns):
            await asyncio.sleep(0)
        await Tortoise.close_connections()
        await asyncio.gather(*opening, return_exceptions=True)
    await eventually(lambda: {*threading.enumerate()} <= before)


async def test_a_database_in_memory_has_one_connection(dialect: str) -> None:
    async with db.database_open("sqlite://:memory:"):
        await db.query_rows("CREATE TABLE things (name TEXT)", [])
        await db.query_rows("INSERT INTO things VALUES ($1)", ["lamp"])
        assert await db.query_rows("SELECT name FROM things", []) == [{"name": "lamp"}]
        with suppress(RuntimeError):
            async with db.transaction():
                await db.query_rows("DELETE FROM things", [])
                raise RuntimeError
        assert await db.query_slow_rows("SELECT name FROM things", []) == [{"name": "lamp"}]


async def test_pages_are_shown_while_others_read_much_and_another_process_locks_both_files(
    database: str, as_sari: Browser, visitor: Browser
) -> None:
    pages = ["/", "/docs/", "/dashboard/links/", "/dashboard/analytics/", "/dashboard/settings/"]
    long_ago = clock.now() - 2 * LAST_SEEN_INTERVAL
    await Session.all().update(last_seen_at=long_ago)
    async with AsyncExitStack() as stack, asyncio.timeout(DEADLINE):
        for on in (db.MAIN, db.VISITS) * (READERS - 1):
            await stack.enter_async_context(client(on).acquire_reader())
        with locked("BEGIN IMMEDIATE", *files(database)):
            assert [(await as_sari.get(page)).status_code for page in pages] == [200] * len(pages)
            assert (await visitor.get("/nothing-here")).status_code == 404
    assert (await Session.get()).last_seen_at == long_ago

    async def is_stored() -> bool:
        await as_sari.get("/dashboard/settings/")
        return (await Session.get()).last_seen_at > long_ago

    await eventually(is_stored)
