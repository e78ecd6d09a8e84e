"""One address has one limit, however many processes and machines it asks."""

import asyncio
from collections.abc import AsyncGenerator, Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from types import SimpleNamespace

import pytest
from limits import parse
from quart import Quart

from app.application import create_app
from app.kernel import db, installation, redis_link
from app.kernel.attempt_store import AttemptStore
from app.kernel.config import Config
from app.kernel.installation import Installation
from app.web import burst_exchange, window_counts
from app.web.burst_limit import BurstLimit
from tests.client import browsers_of
from tests.conftest import ORIGIN, SECRET
from tests.databases import ON_ONE, ON_POSTGRES
from tests.redis_server import RedisServer, needed
from tests.serving import free_port
from tests.waiting import DEADLINE, eventually

ADDRESS, OTHER = "203.0.113.77", "203.0.113.78"


class Machine:
    """What one process of one machine has of the limit: an installation and its counts."""

    def __init__(self, burst: str, config: Config, processes: int = 1) -> None:
        self.installation, self.limit = Installation(config), BurstLimit(burst, processes)

    async def allowed(self, times: int, address: str = ADDRESS) -> int:
        """Returns how many of so many requests are allowed, one after the other."""
        with installation.activated(self.installation):
            return sum([await self.limit.allows(address) for _ in range(times)])

    async def left(self) -> int:
        with installation.activated(self.installation):
            return (await self.limit.state(ADDRESS)).remaining


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Redis may answer late: a call that a busy machine gives up would be counted by the process alone."""
    monkeypatch.setattr(redis_link, "TIMEOUT", DEADLINE)


@pytest.fixture
def fixed_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """One moment, early in its window, with none before: no window ends during a test."""
    moment = SimpleNamespace(time=lambda: 1_795_000_020.0)
    monkeypatch.setattr(burst_exchange, "time", moment)
    monkeypatch.setattr(window_counts, "time", moment)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    server = RedisServer(tmp_path_factory.mktemp("redis"))
    yield server
    server.thaw()
    server.kill()


@pytest.fixture
async def two(
    server: RedisServer, database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncGenerator[list[Machine]]:
    """Two machines with one database and one Redis."""
    monkeypatch.setattr(redis_link, "TIMEOUT", 5.0)
    monkeypatch.setattr(redis_link, "PAUSE", 0.01)
    server.client.flushall()
    configs = [Config(data_dir=tmp_path / name, redis_url=server.url) for name in ("a", "b")]
    machines = [Machine("10/hour", config, 2) for config in configs]
    yield machines
    for machine in machines:
        with installation.activated(machine.installation):
            link = redis_link.current()
            assert link
            await link.close()


@needed
@ON_ONE
async def test_redis_counts_every_request_once_for_all_machines(two: list[Machine]) -> None:
    counts = await asyncio.gather(*(machine.allowed(20) for machine in two * 2))
    assert sum(counts) == 10
    assert [await machine.left() for machine in two] == [0, 0]
    assert await two[0].allowed(1, OTHER) == 1


@needed
@ON_ONE
async def test_redis_gets_to_know_no_address(two: list[Machine], server: RedisServer) -> None:
    await two[0].allowed(1)
    keys = server.client.keys()
    assert keys
    assert ADDRESS not in str(keys)
    assert all(0 < int(str(server.client.ttl(key))) <= 2 * 3600 for key in keys)


@needed
@ON_ONE
@pytest.mark.slow
async def test_while_redis_is_away_each_process_allows_its_share(two: list[Machine], server: RedisServer) -> None:
    assert await two[0].allowed(3) == 3
    server.kill()
    assert [await machine.allowed(20) for machine in two] == [5, 5]
    server.start()
    await eventually(lambda: two[0].allowed(1))
    assert server.client.keys()


@needed
@ON_ONE
@pytest.mark.slow
async def test_a_process_whose_redis_hangs_answers_and_says_so_and_stays_ready(
    server: RedisServer, database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redis_link, "PAUSE", 3600.0)
    monkeypatch.setattr(redis_link, "TIMEOUT", 0.25)
    app = browsers_of(app_with(server.url, database, tmp_path))
    client = app.test_client()
    server.freeze()
    try:
        answers = [await client.get("/login") for _ in range(3)]
        ready = await client.get("/readyz")
    finally:
        server.thaw()
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert (ready.status_code, (await ready.get_json())["data"]["redis"]) == (200, False)


@ON_ONE
async def test_a_process_without_its_redis_is_ready_and_says_so(database: str, tmp_path: Path) -> None:
    app = browsers_of(app_with(f"redis://127.0.0.1:{free_port()}", database, tmp_path))
    ready = await app.test_client().get("/readyz")
    assert (ready.status_code, (await ready.get_json())["data"]["redis"]) == (200, False)


def app_with(redis_url: str, database: str, folder: Path) -> Quart:
    config = Config(data_dir=folder, database_url=database, hosts=ORIGIN, secret_key=SECRET)
    return create_app(config.model_copy(update={"burst_limit": "2/hour", "redis_url": redis_url}))


@ON_POSTGRES
async def test_processes_with_one_postgresql_tell_each_other(
    database: str, config: Config, fixed_time: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(burst_exchange, "INTERVAL", 0.01)
    machines = [Machine("100/hour", config, 4) for _ in range(3)]
    async with AsyncExitStack() as stack:
        for machine in machines:
            with installation.activated(machine.installation):
                await stack.enter_async_context(machine.limit.shared())
        for machine in machines:
            assert await machine.allowed(10) == 10

        async def all_know() -> bool:
            for machine in machines:
                await machine.allowed(1)
            return max([await machine.left() for machine in machines]) <= 64

        await eventually(all_know)
        assert await machines[0].allowed(200) <= 70

        async def used_up() -> bool:
            return not await machines[1].allowed(1) and not await machines[2].allowed(1)

        await eventually(used_up)
        assert await machines[1].allowed(4, OTHER) == 4
    rows = await db.query_rows("SELECT * FROM attempts", [])
    assert ADDRESS not in str(rows)
    assert len([row for row in rows if not row["salt"]]) == 1, "of an address that makes few requests nothing is stored"


@ON_POSTGRES
async def test_while_the_database_does_not_answer_each_process_allows_its_share(
    database: str, config: Config, fixed_time: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(burst_exchange, "RETRY_AFTER", 0.01)
    machine, add = Machine("100/hour", config, 4), AttemptStore.add

    async def fail(*_: object) -> None:
        raise OSError("connection refused")

    monkeypatch.setattr(AttemptStore, "add", fail)
    with installation.activated(machine.installation):
        async with machine.limit.shared():
            assert await machine.allowed(50) == 50
            exchange = machine.limit._exchange
            assert exchange
            await eventually(lambda: not exchange.works)
            assert await machine.allowed(50) == 25
            monkeypatch.setattr(AttemptStore, "add", add)
            await eventually(lambda: exchange.works)
            assert await machine.allowed(100) == 50


def test_the_limit_of_a_process_that_tells_nobody_is_its_share() -> None:
    assert BurstLimit("1200/minute", 4)._counts.item == parse("300/minute")
