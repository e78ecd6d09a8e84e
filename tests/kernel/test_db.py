"""The database: its address, its promises of durability, and transactions that a cancelled task cannot leak."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from tortoise import Tortoise
from tortoise.exceptions import DBConnectionError, OperationalError

from app.accounts.models import Account, Session
from app.kernel import db, postgres_limits, sqlite_connections
from app.kernel.database_upgrade import upgrade_database
from app.kernel.postgres_backend import connect
from app.kernel.transient_errors import is_unavailable
from app.links.models import Link
from app.plans import quota
from tests import world
from tests.databases import ON_ONE, ON_POSTGRES, Template
from tests.tasks import background_task
from tests.waiting import DEADLINE, eventually

pytestmark = pytest.mark.heavy

ENDLESS = {
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
    "postgres": "SELECT pg_sleep(3600)",
}
ODD_NAMES = ["plain", "with blanks", "100% #1", "what?", "a&b=c", "ünï", "%41"]


async def answers_soon() -> None:
    async with asyncio.timeout(DEADLINE):
        await Account.all().count()


def test_without_a_url_it_is_a_file_in_the_data_directory() -> None:
    assert db.resolve_database_url("", Path("var")) == "sqlite://var/kliqs.sqlite3"
    assert db.resolve_database_url("postgres://x/y", Path("var")) == "postgres://x/y"


@pytest.mark.parametrize("name", ODD_NAMES)
async def test_a_data_directory_may_have_any_name(tmp_path: Path, name: str) -> None:
    directory = tmp_path / name
    directory.mkdir()
    url = db.resolve_database_url("", directory)
    await upgrade_database(url)
    async with db.database_open(url):
        assert await Account.all().count() == 0
    assert (directory / "kliqs.sqlite3").stat().st_size > 4096


def test_libpqs_sslmode_is_understood() -> None:
    connection = db.tortoise_config("postgres://kliqs:p%40ss@db.example:5433/kliqs?sslmode=require")["connections"][
        "default"
    ]
    answers = {
        name: connection["credentials"][name] for name in ("host", "port", "user", "password", "database", "ssl")
    }
    assert answers == {
        "host": "db.example",
        "port": 5433,
        "user": "kliqs",
        "password": "p@ss",
        "database": "kliqs",
        "ssl": "require",
    }


async def test_what_is_written_survives_a_crash(database: str, dialect: str) -> None:
    if dialect == "postgres":
        [row] = await db.query_rows("SELECT current_setting('synchronous_commit') AS said", [])
        assert row["said"] == "on"
        return
    answers = [
        next(iter((await db.query_rows(f"PRAGMA {name}", []))[0].values()))
        for name in ("journal_mode", "synchronous", "foreign_keys")
    ]
    assert answers == ["wal", 2, 1]


@ON_POSTGRES
async def test_waiting_for_a_lock_has_an_end(database: str) -> None:
    [row] = await db.query_rows("SELECT setting FROM pg_settings WHERE name = 'lock_timeout'", [])
    assert int(row["setting"]) == 5000


@contextmanager
def held(url: str) -> Iterator[sqlite3.Connection]:
    """Another process writes to the file, and does not end."""
    outside = sqlite3.connect(url.removeprefix("sqlite://"), isolation_level=None)
    outside.execute("BEGIN IMMEDIATE")
    try:
        yield outside
    finally:
        outside.close()


async def rename_in_a_transaction(account: Account) -> None:
    async with db.transaction():
        await Account.filter(id=account.id).update(name="Sari II")


async def rename(account: Account) -> None:
    await Account.filter(id=account.id).update(name="Sari II")


async def begin_a_session(account: Account) -> None:
    await world.begin_session(account, "")


@ON_ONE
@pytest.mark.parametrize("write", [rename, rename_in_a_transaction, begin_a_session])
async def test_writers_that_meet_a_locked_file_wait_together(
    database: str, sari: Account, monkeypatch: pytest.MonkeyPatch, write: Callable[[Account], Awaitable[None]]
) -> None:
    monkeypatch.setattr(sqlite_connections, "PATIENCE", 0.4)
    with held(database):
        async with asyncio.timeout(7):  # in a row they would need eight
            ends = await asyncio.gather(*(write(sari) for _ in range(20)), return_exceptions=True)
    assert all(isinstance(end, OperationalError) and is_unavailable(end) for end in ends)
    await write(sari)


@ON_ONE
async def test_who_reads_does_not_wait_behind_who_waits_to_write(database: str, sari: Account) -> None:
    with held(database):
        writing = [asyncio.create_task(write(sari)) for write in (rename, rename_in_a_transaction) * 5]
        async with asyncio.timeout(3):
            for _ in range(10):
                assert await Account.all().count() == 1
        assert not any(task.done() for task in writing)
        for task in writing:
            task.cancel()
        await asyncio.gather(*writing, return_exceptions=True)
    await rename(sari)


@ON_ONE
async def test_writers_go_on_when_the_file_is_free_again(database: str, sari: Account) -> None:
    with held(database) as outside:
        writing = [asyncio.create_task(write(sari)) for write in (rename, rename_in_a_transaction, begin_a_session)]
        await asyncio.sleep(0.1)
        outside.execute("ROLLBACK")
        await asyncio.gather(*writing)
    assert await Session.all().count() == 1


@ON_POSTGRES
async def test_a_pool_that_is_used_up_is_not_waited_for_for_ever(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres_limits, "PATIENCE", 0.2)
    async with AsyncExitStack() as stack:
        for _ in range(postgres_limits.POOL):
            await stack.enter_async_context(Tortoise.get_connection(db.MAIN).acquire_connection())
        for ask in (db.ping(), rename_in_a_transaction(Account())):
            with pytest.raises(DBConnectionError) as refused:
                await ask
            assert is_unavailable(refused.value)
    await answers_soon()


async def test_a_database_that_starts_late_is_waited_for(
    monkeypatch: pytest.MonkeyPatch, template: Template, database: str
) -> None:
    answers: list[str] = []
    monkeypatch.setattr(db, "RETRY_INTERVAL", 0.01)
    away = database.replace("host=", "host=/nowhere") if "host=" in database else database
    if away == database:  # SQLite is always there
        await db.wait_for_postgres(database, answers.append)
        return
    with pytest.raises(db.DatabaseUnreachable, match="did not answer within 0 seconds"):
        await db.wait_for_postgres(away, answers.append, 0.1)
    assert len(answers) == 1 and answers[0].startswith("Waiting for the database at /nowhere")

    def comes(credentials: dict[str, Any], settings: dict[str, str] | None = None) -> Any:
        there = {"host": db.connection_parameters(database)["host"]} if answers[1:] else {}
        return connect(credentials | there, settings=settings)

    monkeypatch.setattr(db, "connect", comes)
    await db.wait_for_postgres(away, answers.append)
    assert len(answers) == 2
    with pytest.raises(db.DatabaseUnreachable, match="does not let Kliqs in"):
        await db.wait_for_postgres(database.replace("/t_", "/no_"), answers.append)


async def test_rows_of_a_transaction_are_undone_with_it(sari: Account) -> None:
    renaming = "UPDATE accounts SET name = $1 WHERE id = $2 RETURNING name"

    async def rename_and_fail() -> None:
        async with db.transaction():
            assert await db.query_rows(renaming, ["X", str(sari.id)]) == [{"name": "X"}]
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await rename_and_fail()
    assert await db.query_rows("SELECT name FROM accounts WHERE id = $1", [str(sari.id)]) == [{"name": "Sari"}]


async def test_foreign_keys_are_kept(sari: Account) -> None:
    link = await world.shorten(sari)
    await world.begin_session(sari, "")
    user = await world.owner(sari)
    await Account.filter(id=sari.id).delete()
    assert await Link.filter(id=link.id).count() == 0 and await Session.all().count() == 1
    await user.delete()
    assert await Session.all().count() == 0


async def test_it_answers(database: str) -> None:
    await db.ping()


async def work(account: Account, number: int) -> None:
    """Transactions of each kind, one inside the other too."""
    async with db.transaction():
        await quota.count_new_key(account)
        async with db.transaction():
            await world.begin_session(account, f"{number}")
        await quota.uncount_keys(account)
    link = await Link.shorten(account, url=world.DESTINATION, slug=f"work-{number}", tags=["a", "b"])
    await link.soft_delete(account)


async def hold(account: Account) -> None:
    """Keeps what every transaction of the account waits for."""
    async with db.transaction():
        await Account.filter(id=account.id).update(name="held")
        await asyncio.sleep(0.05)


async def steps_of(account: Account) -> int:
    """How many times the loop turns while the work is done: each is a point where a task can be cancelled."""
    account.links_limit = 10**6
    turns = 0
    async with background_task(work(account, -1)) as task:
        while not task.done():
            await asyncio.sleep(0)
            turns += 1
    assert turns > 20
    return turns


@pytest.mark.parametrize("strikes", [1, 3])
async def test_a_task_cancelled_at_any_point_leaves_no_lock_and_no_half(sari: Account, strikes: int) -> None:
    turns = min(await steps_of(sari), 400)
    for number in range(turns):
        task = asyncio.create_task(work(sari, number))
        for _ in range(number):
            await asyncio.sleep(0)
        for _ in range(strikes):  # a second and third strike hit it while it cleans up
            task.cancel()
            await asyncio.sleep(0)
        await asyncio.gather(task, return_exceptions=True)
        await answers_soon()
    assert (await Account.get(id=sari.id)).keys_used == 0
    await world.links_used(sari)
    async with asyncio.timeout(DEADLINE):
        await work(sari, turns + 1)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
async def test_a_crowd_cancelled_half_way_leaves_no_lock(budi: Account, share: float) -> None:
    budi.links_limit = 10**6
    for round_ in range(5):
        tasks = [asyncio.create_task(work(budi, 100 * round_ + n)) for n in range(20)]
        await asyncio.sleep(share / 20)
        for task in tasks[::2]:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await answers_soon()
    assert (await Account.get(id=budi.id)).keys_used == 0
    await world.links_used(budi)


async def test_a_task_cancelled_while_it_waits_for_a_connection_leaves_nothing(sari: Account) -> None:
    sari.links_limit = 10**6
    for strikes in (1, 2):
        holder = asyncio.create_task(hold(sari))
        waiting = [asyncio.create_task(work(sari, n)) for n in range(30)]
        await asyncio.sleep(0.02)
        for _ in range(strikes):
            for task in waiting:
                task.cancel()
            await asyncio.sleep(0)
        await holder
        await asyncio.gather(*waiting, return_exceptions=True)
        await answers_soon()
    await world.links_used(sari)


async def test_a_database_is_closed_with_its_block(database: str) -> None:
    await Tortoise.close_connections()
    async with db.database_open(database):
        await answers_soon()


async def test_what_was_closed_is_not_opened_again_by_a_task_that_is_late(database: str) -> None:
    """Nobody would close such a connection; the task gets the error of a database that is away."""
    late: Any = Tortoise.get_connection(db.MAIN)
    await Tortoise.close_connections()
    with pytest.raises((OperationalError, DBConnectionError)) as closed:
        await late.execute_query("SELECT 1")
    assert is_unavailable(closed.value)
    async with db.database_open(database):
        await answers_soon()


async def test_slow_reads_leave_connections_to_the_others_and_end_with_their_tasks(sari: Account, dialect: str) -> None:
    reads = [asyncio.create_task(db.query_slow_rows(ENDLESS[dialect], [])) for _ in range(postgres_limits.POOL + 4)]
    await asyncio.sleep(0.05)
    for _ in range(20):
        await answers_soon()
    for read in reads:
        read.cancel()
    await asyncio.gather(*reads, return_exceptions=True)
    async with asyncio.timeout(DEADLINE):
        names = await asyncio.gather(*(db.query_slow_rows("SELECT name FROM accounts", []) for _ in range(9)))
    assert names == [[{"name": "Sari"}]] * 9
    if dialect == "postgres":
        asleep = "SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'SELECT pg_sleep%'"
        await eventually(lambda: has_no_rows(asleep))


async def has_no_rows(sql: str) -> bool:
    return not await db.query_rows(sql, [])


async def test_a_slow_read_has_an_end_and_so_has_waiting_for_one(sari: Account, dialect: str) -> None:
    async with asyncio.timeout(DEADLINE):
        ends = await asyncio.gather(
            *(db.query_slow_rows(ENDLESS[dialect], [], seconds=0.1) for _ in range(9)), return_exceptions=True
        )
    assert all(isinstance(end, TimeoutError) and is_unavailable(end) for end in ends)
    assert await db.query_slow_rows("SELECT name FROM accounts WHERE name = $1", ["Sari"]) == [{"name": "Sari"}]


async def test_a_slow_read_in_a_transaction_sees_what_it_wrote(sari: Account) -> None:
    async with db.transaction():
        await rename(sari)
        assert await db.query_slow_rows("SELECT name FROM accounts", []) == [{"name": "Sari II"}]


WAITS = {"sqlite": ("PRAGMA synchronous", 2), "postgres": ("SHOW synchronous_commit", "on")}
HURRIES = {"sqlite": 1, "postgres": "off"}


async def test_a_transaction_may_do_without_the_disk_and_leaves_that_to_no_other(database: str, dialect: str) -> None:
    async def level() -> Any:
        [row] = await db.query_rows(WAITS[dialect][0], [])
        return next(iter(row.values()))

    async with db.transaction(durable=False):
        assert await level() == HURRIES[dialect]
        async with db.transaction():  # a savepoint
            await world.crowd(1)
    assert await Account.all().count() == 1
    async with db.transaction():
        assert await level() == WAITS[dialect][1]
    with suppress(RuntimeError):
        async with db.transaction(durable=False):
            await world.crowd(1)
            raise RuntimeError
    await world.crowd(1)  # a statement of its own
    assert await level() == WAITS[dialect][1]
    assert await Account.all().count() == 2


async def test_a_task_that_is_cancelled_in_a_hurry_leaves_the_next_transaction_durable(
    database: str, dialect: str
) -> None:
    begun = asyncio.Event()

    async def hurry() -> None:
        async with db.transaction(durable=False):
            begun.set()
            await asyncio.sleep(DEADLINE)

    task = asyncio.create_task(hurry())
    await begun.wait()
    task.cancel()
    await asyncio.wait([task])
    async with db.transaction():
        [row] = await db.query_rows(WAITS[dialect][0], [])
        assert next(iter(row.values())) == WAITS[dialect][1]


async def test_statements_run_in_turn_and_end_where_one_that_is_required_has_no_rows(database: str) -> None:
    some, none = ("SELECT CAST($1 AS INTEGER) AS number", [7]), ("SELECT 1 AS number WHERE $1 = 2", [1])
    async with db.transaction():
        assert await db.query_in_turn(some, none, some) == [[{"number": 7}], [], [{"number": 7}]]
        assert await db.query_in_turn(some, none, some, required=2) == [[{"number": 7}], []]
        async with db.transaction():
            assert await db.query_in_turn(none, some, required=1) == [[]]
    assert await db.query_in_turn(none, some) == [[], [{"number": 7}]], "outside of a transaction, too"


async def test_what_fails_among_statements_in_turn_is_undone_with_their_transaction(database: str) -> None:
    dewi = await world.dewi()
    rename = ("UPDATE accounts SET name = $2 WHERE id = $1 RETURNING id", [str(dewi.id), "New"])
    with pytest.raises(OperationalError):
        async with db.transaction():
            await db.query_in_turn(rename, ("SELECT * FROM nowhere", []))
    assert (await Account.get(id=dewi.id)).name == dewi.name


async def test_steps_are_a_transaction_that_sees_its_rows_and_that_an_exception_undoes(database: str) -> None:
    dewi = await world.dewi()

    def rename(name: str, fails: bool) -> db.Steps[str]:
        [row] = yield "UPDATE accounts SET name = $2 WHERE id = $1 RETURNING name", [str(dewi.id), name]
        [again] = yield "SELECT name FROM accounts WHERE id = $1", [str(dewi.id)]
        if fails:
            raise ValueError(name)
        assert row == again
        return str(row["name"])

    assert await db.run_steps(lambda: rename("First", False), durable=False) == "First"
    with pytest.raises(ValueError, match="Second"):
        await db.run_steps(lambda: rename("Second", True))
    assert (await Account.get(id=dewi.id)).name == "First"
    async with db.transaction():
        assert await db.run_steps(lambda: rename("Third", False)) == "Third", "inside of another one, too"
    assert (await Account.get(id=dewi.id)).name == "Third"


@ON_POSTGRES
async def test_a_statement_gives_its_connection_back_without_a_task(database: str) -> None:
    await db.query_rows("SELECT 1 AS one", [])  # a connection is open
    begun, loop = list[str](), asyncio.get_running_loop()

    def noting(loop: asyncio.AbstractEventLoop, work: Any, **options: Any) -> asyncio.Task[Any]:
        begun.append(work.__qualname__)
        return asyncio.Task(work, loop=loop, **options)

    loop.set_task_factory(noting)
    try:
        for _ in range(3):
            await db.query_rows("SELECT 1 AS one", [])
    finally:
        loop.set_task_factory(None)
    assert not [name for name in begun if "release" in name]
