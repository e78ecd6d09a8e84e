"""Attempts at guessing are counted once for all processes, and nothing of who tried is written down."""

import asyncio
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tortoise import Tortoise

from app.kernel import attempt_store, db, installation
from app.kernel.attempt_store import AttemptStore, attempts_file
from app.kernel.refusal import TooManyAttempts
from app.kernel.throttle import Throttle
from tests.conftest import Clock
from tests.databases import ON_ONE
from tests.forked_code import begin_code
from tests.processes import killed_at_the_end
from tests.waiting import DEADLINE

ADDRESS = "203.0.113.77"


def file_of(database: str) -> Path:
    return attempts_file(database.removeprefix("sqlite://"))


async def everything_stored(database: str, dialect: str) -> str:
    if dialect == "sqlite":
        return "".join(path.read_bytes().hex() for path in file_of(database).parent.glob("*attempts*"))
    return str(await db.query_rows("SELECT * FROM attempts", [])).encode().hex()


async def test_of_fifty_at_once_as_many_pass_as_the_limit_allows(database: str) -> None:
    throttle = Throttle("race", 10, 15)
    answers = await asyncio.gather(*(throttle.attempt("sari") for _ in range(50)), return_exceptions=True)
    assert answers.count(None) == 10
    assert sum(isinstance(answer, TooManyAttempts) for answer in answers) == 40


async def test_a_second_process_goes_on_counting(database: str) -> None:
    throttle = Throttle("shared", 2, 15)
    await throttle.attempt("sari")
    installation.current().set_resource(AttemptStore())  # what another process has
    await throttle.attempt("sari")
    with pytest.raises(TooManyAttempts):
        await throttle.attempt("sari")


async def test_of_several_that_open_a_new_file_at_the_same_moment_none_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attempt_store, "PATIENCE", DEADLINE)  # a busy machine takes longer
    files = [tmp_path / f"{number}.sqlite3" for number in range(60)]
    opened = await asyncio.gather(*(asyncio.to_thread(attempt_store._open, file) for file in files for _ in range(4)))
    assert {connection.execute("PRAGMA journal_mode").fetchone() for connection in opened} == {("wal",)}
    for connection in opened:
        connection.close()


async def test_a_window_ends_on_time_and_counts_are_swept(database: str, moved: Clock) -> None:
    throttle, store = Throttle("window", 1, 15), installation.current().resource(AttemptStore)
    await throttle.attempt("sari")
    moved.on(timedelta(minutes=15) - timedelta(seconds=1))
    with pytest.raises(TooManyAttempts) as refused:
        await throttle.attempt("sari")
    assert refused.value.retry_after == 1
    moved.on(timedelta(seconds=1))
    await throttle.attempt("sari")
    moved.on(timedelta(days=3))
    await store.count("another", 60)
    rows = await store._run("SELECT key FROM attempts", [])
    assert len(rows) == 3, "the count of now, and the salts of today and yesterday"


async def test_a_window_goes_on_over_midnight(database: str, moved: Clock) -> None:
    moved.to(datetime(2026, 11, 28, 23, 55, tzinfo=UTC))
    throttle = Throttle("midnight", 1, 15)
    await throttle.attempt("sari")
    moved.on(timedelta(minutes=10))
    with pytest.raises(TooManyAttempts):
        await throttle.attempt("sari")
    moved.on(timedelta(minutes=6))
    await throttle.attempt("sari")


async def test_no_address_is_written_down_and_none_can_be_found_by_trying(
    database: str, dialect: str, moved: Clock
) -> None:
    store = installation.current().resource(AttemptStore)
    await store.count(ADDRESS, 24 * 3600)
    stored = await everything_stored(database, dialect)
    assert stored and ADDRESS.encode().hex() not in stored
    before = await store._hashed(ADDRESS)
    moved.on(timedelta(days=1, minutes=1))
    assert await store._hashed(ADDRESS) != before
    moved.on(timedelta(days=2))
    await store.count("another", 60)
    assert before.encode().hex() not in await everything_stored(database, dialect) or dialect == "sqlite"


async def test_a_store_that_does_not_answer_keeps_nobody_out_and_each_process_counts(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(AttemptStore, "_run", fail)
    throttle = Throttle("broken", 2, 15)
    await throttle.attempt("sari")
    await throttle.attempt("sari")
    with pytest.raises(TooManyAttempts):
        await throttle.attempt("sari")
    for _ in range(2):
        await throttle.take_back("sari")
    await throttle.attempt("sari")
    await throttle.reset("sari")
    assert await throttle.attempts_left("sari") == 2


async def test_a_transaction_that_fails_does_not_undo_a_count(database: str) -> None:
    throttle = Throttle("inside", 1, 15)
    with suppress(ZeroDivisionError):
        async with db.transaction():
            await throttle.attempt("sari")
            raise ZeroDivisionError
    assert await throttle.attempts_left("sari") == 0


@ON_ONE
async def test_a_count_leaves_the_main_file_alone(database: str) -> None:
    """Each commit to it empties the look-up of names that redirects use."""
    version = "PRAGMA data_version"
    before = await Tortoise.get_connection(db.MAIN).execute_query_dict(version)
    await Throttle("apart", 1, 15).attempt("sari")
    assert await Tortoise.get_connection(db.MAIN).execute_query_dict(version) == before
    assert file_of(database).stat().st_mode & 0o77 == 0


GUESS = """
import asyncio, sys
from pathlib import Path
from app.kernel import db, installation
from app.kernel.config import Config
from app.kernel.installation import Installation
from app.kernel.refusal import TooManyAttempts
from app.kernel.throttle import Throttle
async def main(url, folder):
    installation.use(Installation(Config(data_dir=Path(folder), database_url=url)))
    passed = 0
    async with db.database_open(url):
        for _ in range(20):
            try:
                await Throttle("processes", 10, 15).attempt("sari")
                passed += 1
            except TooManyAttempts:
                pass
    print(passed)
asyncio.run(main(*sys.argv[1:]))
"""


@pytest.mark.slow
async def test_four_processes_together_allow_as_many_as_one(database: str, tmp_path: Path) -> None:
    outputs = [tmp_path / f"{number}.out" for number in range(4)]
    processes = [begin_code(GUESS, database, str(tmp_path), output=output) for output in outputs]
    with killed_at_the_end(*processes):
        for process in processes:
            await asyncio.to_thread(process.wait, DEADLINE)
    assert sum(int(output.read_text().splitlines()[-1]) for output in outputs) == 10
