"""What is recorded survives: kill -9 and SIGTERM under load, several processes, a database that is locked or gone."""

import asyncio
import itertools
import os
import resource
import signal
import sqlite3
import tempfile
import time
from collections import Counter
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from app.kernel import db, sqlite_connections
from app.kernel.db import visits_file
from tests import world
from tests.databases import ON_BOTH, ON_ONE, ON_POSTGRES, Template
from tests.serving import Server, environment, free_port, serving, start
from tests.tasks import background_task
from tests.waiting import eventually, wait_until

CONNECTIONS, SOCKET = 16, ".s.PGSQL.5432"
LIVES = (0.2, 0.4, 0.6)  # seconds of load until each kill: within the pause before the intake, in it, and after it
PAUSE = 0.02  # seconds between two requests of a connection where it does not matter how many there are
INTAKE_FAILS = "visits_not_taken_in"  # what a server logs while the database does not take its visits
ENOUGH = 100  # requests that are answered under load, however slow the machine is
ONE_PROCESS_OR_TWO = pytest.mark.parametrize(
    ("dialect", "processes"), [("sqlite", "1"), ("postgres", "2")], indirect=["dialect"]
)  # SQLite is served by one process


@pytest.fixture
async def env(template: Template, tmp_path: Path) -> dict[str, str]:
    """The settings of a server on whose database there is a link `promo`."""
    url = await template.fresh(tmp_path)
    async with db.database_open(url):
        await world.shorten(await world.dewi(), "promo")
    return environment(tmp_path / "data", url)


class Load:
    """Follows a link over and over; each request has its own mark, and `answered` are those that were answered.

    A connection waits for `pause` seconds between two requests.
    """

    def __init__(self, port: int, marks: "itertools.count[int]", pause: float = 0) -> None:
        self.port, self.marks, self.pause, self.answered = port, marks, pause, set[int]()
        self.cut = 0

    async def run(self, until: asyncio.Event) -> None:
        await asyncio.gather(*(self._one(until) for _ in range(CONNECTIONS)))

    async def _one(self, until: asyncio.Event) -> None:
        while not until.is_set():
            try:
                reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
            except OSError:
                await asyncio.sleep(0.01)
                continue
            try:
                while not until.is_set():
                    await self._ask(reader, writer)
                    await asyncio.sleep(self.pause)
            except (OSError, asyncio.IncompleteReadError):
                pass
            finally:
                writer.close()

    async def _ask(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        mark = next(self.marks)
        writer.write(
            f"GET /promo?utm_content={mark} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n"
            f"User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0\r\n\r\n".encode()
        )
        try:
            head = await reader.readuntil(b"\r\n\r\n")
        except asyncio.IncompleteReadError as gone:
            self.cut += bool(gone.partial)
            raise
        if head.startswith(b"HTTP/1.1 503 "):  # on its way out it refuses rather than forgets
            raise ConnectionRefusedError
        assert head.startswith(b"HTTP/1.1 302 "), head
        self.answered.add(mark)


async def marks(env: dict[str, str]) -> "Counter[str]":
    """How often each mark is in the database."""
    async with db.database_open(env["KLIQS_DATABASE_URL"]):
        rows = await db.query_rows("SELECT utm_content FROM visits", [], on=db.visits_connection())
    return Counter(row["utm_content"] for row in rows)


async def settled(env: dict[str, str], expected: set[int]) -> "Counter[str]":
    """What is in the database once all that is expected is."""
    async with db.database_open(env["KLIQS_DATABASE_URL"]):

        async def are_as_many() -> bool:
            [row] = await db.query_rows("SELECT count(*) AS number FROM visits", [], on=db.visits_connection())
            return bool(row["number"] >= len(expected))

        await eventually(are_as_many, interval=0.1)
    wanted = {str(mark) for mark in expected}

    async def complete() -> "Counter[str] | None":
        recorded = await marks(env)
        return recorded if wanted <= recorded.keys() else None

    recorded: Counter[str] = await eventually(complete, interval=0.1)
    return recorded


async def counted(env: dict[str, str]) -> int:
    async with db.database_open(env["KLIQS_DATABASE_URL"]):
        return int((await db.query_rows("SELECT followed FROM links", []))[0]["followed"])


async def load_for(
    server: Server, numbers: "itertools.count[int]", seconds: float, then: Any = lambda: None, pause: float = PAUSE
) -> Load:
    """Load for a while and until enough was answered, with `then` in the middle of it."""
    load, stop = Load(server.port, numbers, pause), asyncio.Event()
    async with background_task(load.run(stop)) as running:
        await asyncio.sleep(seconds)
        await eventually(lambda: len(load.answered) > ENOUGH)
        await asyncio.to_thread(then)
        stop.set()
        await running
    return load


@ONE_PROCESS_OR_TWO
async def test_every_answered_visit_survives_kill_9_and_none_is_there_twice(
    env: dict[str, str], processes: str
) -> None:
    options = ("--processes", processes)
    numbers, answered, port = itertools.count(1), set[int](), free_port()
    for life in LIVES:
        with serving(env, *options, port=port) as server:
            answered |= (await load_for(server, numbers, life, server.kill, pause=0)).answered
    with serving(env, *options, port=port) as server:
        recorded = await settled(env, answered)
        assert server.stop() == 0
    assert {str(mark) for mark in answered} <= recorded.keys()
    assert set(recorded.values()) == {1}
    assert await counted(env) == recorded.total()


@ONE_PROCESS_OR_TWO
async def test_sigterm_under_load_cuts_no_answer_and_loses_nothing(env: dict[str, str], processes: str) -> None:
    with serving(env, "--processes", processes) as server:
        load = await load_for(server, itertools.count(1), 0.5, server.stop, pause=0)
        server.command("visits", "ingest")  # what one of them could not get in before its end
    recorded = await marks(env)
    assert load.cut == 0
    assert {str(mark) for mark in load.answered} <= recorded.keys()
    assert set(recorded.values()) == {1}


@ON_POSTGRES  # SQLite is served by one process
async def test_a_process_that_dies_is_started_again_and_what_it_left_is_taken_in(env: dict[str, str]) -> None:
    with serving(env, "--processes", "2") as server:
        parent = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children")
        first = set(parent.read_text().split())

        def kill_one() -> None:
            os.kill(int(min(first)), signal.SIGKILL)
            wait_until(lambda: len(now := set(parent.read_text().split())) == 2 and now != first)

        load = await load_for(server, itertools.count(1), 0.5, kill_one)
        assert len(set(parent.read_text().split())) == 2
        answered = {str(mark) for mark in load.answered}
        await settled(env, load.answered)  # the process that took the dead one's place starts slowly
        assert server.stop() == 0
    recorded = await marks(env)
    assert answered <= recorded.keys()
    assert set(recorded.values()) == {1}


@ON_ONE  # PostgreSQL locks rows, not databases
async def test_a_locked_database_delays_the_numbers_and_nothing_else(env: dict[str, str]) -> None:
    main = env["KLIQS_DATABASE_URL"].removeprefix("sqlite://")
    with serving(env) as server:
        locks = [sqlite3.connect(file, isolation_level=None) for file in (main, str(visits_file(main)))]
        for lock in locks:
            lock.execute("BEGIN IMMEDIATE")
        load = await load_for(server, itertools.count(1), sqlite_connections.PATIENCE + 0.5)
        for lock in locks:
            lock.execute("ROLLBACK")
            lock.close()
        assert await settled(env, load.answered) == Counter(str(mark) for mark in load.answered)


@ON_BOTH
async def test_a_full_disk_keeps_nobody_waiting_and_the_numbers_are_whole_afterwards(env: dict[str, str]) -> None:
    with serving(env) as server:
        limits = resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE)

        def fill() -> None:
            resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (0, limits[1]))
            time.sleep(1.2)  # longer than the journal is left unsynced, and than the intake waits after an error
            resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, limits)

        load = await load_for(server, itertools.count(1), 0.3, fill)
        assert await settled(env, load.answered) == Counter(str(mark) for mark in load.answered)


class Cut:
    """The way to PostgreSQL's socket, which can be cut."""

    def __init__(self, url: str, directory: Path) -> None:
        self.target = Path(url.partition("host=")[2]) / SOCKET
        self.url = url.partition("host=")[0] + f"host={directory}"
        self.place = directory / SOCKET
        self.pipes: set[asyncio.Task[None]] = set()
        self.server: asyncio.Server | None = None

    async def mend(self) -> None:
        self.server = await asyncio.start_unix_server(self._connected, self.place)

    async def cut(self) -> None:
        assert self.server
        self.server.close()
        self.place.unlink(missing_ok=True)
        pipes = [*self.pipes]
        for pipe in pipes:
            pipe.cancel()
        await asyncio.gather(*pipes, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        theirs, ours = await asyncio.open_unix_connection(self.target)
        for source, sink in ((reader, ours), (theirs, writer)):
            pipe = asyncio.create_task(self._pipe(source, sink))
            self.pipes.add(pipe)
            pipe.add_done_callback(self.pipes.discard)

    async def _pipe(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        try:
            while data := await source.read(65536):
                sink.write(data)
                await sink.drain()
        except (OSError, asyncio.CancelledError):
            pass
        finally:
            sink.close()


@ON_POSTGRES  # SQLite's database is a file of this machine
async def test_a_database_that_is_gone_is_waited_for_while_links_lead_on(env: dict[str, str]) -> None:
    async with AsyncExitStack() as stack:
        directory = stack.enter_context(tempfile.TemporaryDirectory(prefix="kq"))
        way = Cut(env["KLIQS_DATABASE_URL"], Path(directory))
        await way.mend()
        stack.push_async_callback(way.cut)
        server = await asyncio.to_thread(start, env | {"KLIQS_DATABASE_URL": way.url})
        stack.callback(server.kill_if_it_runs)
        first = await load_for(server, itertools.count(1), 0.5)
        await way.cut()
        log = Path(env["KLIQS_DATA_DIR"]).with_name(f"server-{server.port}.log")
        second = await load_for(
            server, itertools.count(100_000), 2, partial(wait_until, lambda: INTAKE_FAILS in log.read_text())
        )
        await way.mend()
        answered = first.answered | second.answered
        assert await settled(env, answered) == Counter(str(mark) for mark in answered)
