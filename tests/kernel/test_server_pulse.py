"""A server that is slow is waited for; for one that is silent nobody waits, and nothing is left behind."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack

import pytest
from tortoise import Tortoise
from tortoise.exceptions import DBConnectionError, TransactionManagementError

from app.accounts.models import Account
from app.kernel import db, postgres_limits, server_pulse
from app.kernel.server_pulse import ServerPulse
from app.kernel.transient_errors import is_unavailable
from tests.databases import ON_POSTGRES, PostgresTemplate, Template
from tests.tcp_proxy import Proxy, proxied
from tests.waiting import DEADLINE, eventually

OTHERS = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What waits for a fifth of a second is suspicious."""
    monkeypatch.setattr(server_pulse, "SUSPICIOUS", 0.2)
    monkeypatch.setattr(server_pulse, "TICK", 0.02)
    monkeypatch.setattr(server_pulse, "RETRY_INTERVAL", 0.02)


@pytest.fixture
async def proxy(template: Template, database: str, impatient: None) -> AsyncGenerator[Proxy]:
    """The way to the open database."""
    assert isinstance(template, PostgresTemplate)
    await Tortoise.close_connections()
    with proxied(database) as (way, url):
        async with db.database_open(url):
            yield way
        way.pass_on()


async def test_what_waits_ends_when_the_server_is_silent_and_only_then(impatient: None) -> None:
    asked, alive = 0, True

    async def answers() -> bool:
        nonlocal asked
        asked += 1
        return alive

    pulse = ServerPulse(answers)
    ended = asyncio.Event()
    with pulse.watch(ended.set):
        await eventually(lambda: asked >= 2)
        assert not ended.is_set() and not pulse.silent
        alive = False
        await eventually(ended.is_set)
    with pytest.raises(DBConnectionError):
        pulse.check()
    alive = True
    await eventually(lambda: not pulse.silent)
    pulse.check()
    await pulse.close()


async def test_what_does_not_wait_asks_nothing(impatient: None) -> None:
    pulse = ServerPulse(None)  # type: ignore[arg-type]
    for _ in range(20):
        with pulse.watch(asyncio.Event().set):
            await asyncio.sleep(0.02)
    assert not pulse.silent
    await pulse.close()


@ON_POSTGRES
async def test_a_slow_statement_has_its_time(proxy: Proxy) -> None:
    assert await db.query_rows("SELECT 1 AS one FROM pg_sleep(1)", []) == [{"one": 1}]


async def write(account: Account, number: int) -> None:
    async with db.transaction():
        await Account.filter(id=account.id).update(name=f"Sari {number}")


@ON_POSTGRES
async def test_a_silent_server_lets_everybody_go_and_keeps_no_connection(proxy: Proxy, sari: Account) -> None:
    await asyncio.gather(*(write(sari, number) for number in range(5)))
    proxy.be_silent()
    async with asyncio.timeout(DEADLINE):
        crowd = [write(sari, number) for number in range(20)], [db.ping() for _ in range(20)]
        ends = await asyncio.gather(*crowd[0], *crowd[1], return_exceptions=True)
    assert all(isinstance(end, Exception) and is_unavailable(end) for end in ends), ends
    proxy.pass_on()
    await eventually(answers)
    async with AsyncExitStack() as stack, asyncio.timeout(DEADLINE):
        for _ in range(postgres_limits.POOL):
            await stack.enter_async_context(Tortoise.get_connection(db.MAIN).acquire_connection())
    await eventually(lambda: has_at_most(postgres_limits.POOL))


async def answers() -> bool:
    try:
        await db.ping()
    except DBConnectionError:
        return False
    return True


async def has_at_most(most: int) -> bool:
    return len(await db.query_rows(OTHERS, [])) <= most  # one of them empties the database after the test


@ON_POSTGRES
async def test_who_leaves_while_the_server_is_silent_keeps_no_connection(proxy: Proxy, sari: Account) -> None:
    await db.ping()
    proxy.be_silent()
    tasks = [asyncio.create_task(write(sari, number)) for number in range(30)]
    await asyncio.sleep(0.05)
    for task in tasks:
        task.cancel()
    async with asyncio.timeout(DEADLINE):
        await asyncio.gather(*tasks, return_exceptions=True)
    proxy.pass_on()
    await eventually(answers)
    async with AsyncExitStack() as stack, asyncio.timeout(DEADLINE):
        for _ in range(postgres_limits.POOL):
            await stack.enter_async_context(Tortoise.get_connection(db.MAIN).acquire_connection())


@ON_POSTGRES
async def test_a_pool_is_closed_while_the_server_is_silent(proxy: Proxy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres_limits, "CLOSING", 0.2)
    await db.ping()
    proxy.be_silent()
    asleep = asyncio.create_task(db.ping())
    await asyncio.sleep(0.05)
    async with asyncio.timeout(DEADLINE):
        await Tortoise.close_connections()
        await asyncio.gather(asleep, return_exceptions=True)


@ON_POSTGRES
async def test_connections_to_a_server_that_became_read_only_are_replaced(
    sari: Account, caplog: pytest.LogCaptureFixture
) -> None:
    """A primary that became a standby: whoever connects anew finds the new primary."""
    [row] = await db.query_rows("SELECT current_database() AS name", [])
    await db.query_rows(f'ALTER DATABASE "{row["name"]}" SET default_transaction_read_only = on', [])
    Tortoise.get_connection(db.MAIN).replace_connections()  # type: ignore[attr-defined]
    async with db.transaction():  # what connects from now on is of the new primary
        await db.query_rows("SET TRANSACTION READ WRITE", [])
        await db.query_rows(f'ALTER DATABASE "{row["name"]}" RESET default_transaction_read_only', [])
    with caplog.at_level("ERROR"), pytest.raises(TransactionManagementError) as refused:
        await write(sari, 1)
    assert is_unavailable(refused.value)
    await write(sari, 2)
    assert not caplog.records, "the transaction was ended as one that failed"
    assert (await Account.get(id=sari.id)).name == "Sari 2"
