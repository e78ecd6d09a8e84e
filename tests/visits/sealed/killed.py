"""Kills work on sealed visits at every step: `python -m tests.visits.sealed.killed URL DATA_DIR`.

For each piece of work and each of its steps one process begins the work and kills itself with SIGKILL after that step,
and another one looks at what is left, does the work as a server does after its restart, and looks again. They are forks
of this process, which has imported everything and has nothing open. Prints the number of kills of each piece of work.
"""

import asyncio
import functools
import inspect
import os
import shutil
import signal
import sys
import traceback
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import duckdb  # noqa: F401 - once, before the forks

from app.accounts.models import Account
from app.kernel import clock, db, installation
from app.kernel.config import Config
from app.visits import account_jobs
from app.visits.reports.query import Interval, Period, Question, Scope
from app.visits.reports.report import build_report
from app.visits.sealed import edits, engine, manifest, rewrite, seal
from app.visits.sealed.file_store import FileStore
from app.visits.visit import Visit
from tests.model_descriptions import describe_models_once
from tests.visits import truth
from tests.visits.truth import BUDI, JAKARTA, SARI
from tests.world import SECRET

BEGUN, NOW = datetime(2026, 10, 27, tzinfo=UTC), datetime(2026, 11, 30, 15, tzinfo=UTC)
ALL = Period(BEGUN - timedelta(days=2), datetime(2026, 12, 2, tzinfo=UTC), "UTC", Interval.DAY)  # whole days
GUEST, GONE = 3_000_000_019, 4_000_000_007
VISITS = sorted(visit for n, key in enumerate((SARI, GUEST, GONE)) for visit in truth.crowd(40, BEGUN, 4.9, n, key))
LATE = [truth.at(BEGUN + timedelta(hours=n), visitor=50 + n) for n in (1, 30)]
MOST_STEPS = 60


class Killer:
    """Kills this process after a step; the first one is 1."""

    def __init__(self, at: int) -> None:
        self.at, self.steps = at, 0

    def step(self) -> None:
        self.steps += 1
        if self.steps == self.at:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(self, owner: Any, name: str, matters: Callable[..., bool] = lambda *_: True) -> None:
        """The end of every call of a function is a step."""
        function = getattr(owner, name)
        if inspect.iscoroutinefunction(function):

            @functools.wraps(function)
            async def then(*args: Any, **more: Any) -> Any:
                result = await function(*args, **more)
                if matters(*args):
                    self.step()
                return result

        else:

            @functools.wraps(function)
            def then(*args: Any, **more: Any) -> Any:
                result = function(*args, **more)
                self.step()
                return result

        setattr(owner, name, then)

    def watch_everything(self) -> None:
        """Statements that change something, inside their transactions, and everything that concerns files."""
        for module in (seal, rewrite):
            self.watch(module, "write_csv")
        for name in ("_query", "_run"):
            module = manifest if name == "_query" else edits
            self.watch(module, name, lambda sql, *_: not sql.lstrip().startswith("SELECT"))
        self.watch(engine.Engine, "run_job")
        self.watch(manifest, "commit")
        for name in ("publish", "retire", "sweep"):
            self.watch(FileStore, name)


async def sweep() -> None:
    listed = {file.name for file in (await manifest.load_manifest()).files}
    engine.current().store.sweep(listed, grace=0, work_grace=0)


async def do_seal() -> None:
    await seal.seal_days()
    await sweep()


async def do_rewrite() -> None:
    await rewrite.rewrite_months(timedelta())
    await sweep()


async def do_claim() -> None:
    await Account.filter(id=UUID(int=GUEST)).delete()
    await edits.move_visits(GUEST, SARI)
    await edits.detach_links(SARI, [truth.LINKS[0]])


async def do_delete() -> None:
    await Account.filter(id=UUID(int=BUDI)).delete()
    await edits.delete_visits(BUDI)
    await account_jobs.settle_visits_of_deleted_accounts()


async def figures() -> list[Any]:
    """The sums of the accounts that stay, without what depends on whose the guest's visits are."""
    counts = [await build_report(Question(Scope(key), ALL)) for key in (SARI, GUEST)]
    return [[count.totals.clicks, count.totals.scans, count.totals.views] for count in counts]


async def everywhere() -> list[Visit]:
    return sorted([*await truth.open_visits(), *await truth.sealed_visits()])


async def open_only() -> None:
    await truth.take_in(VISITS)


async def days_in_files() -> None:
    """A file of each day, visits that came late, an account that is gone, and one whose plan keeps nothing of it."""
    await truth.take_in(VISITS)
    seal.MOST_ROWS = 20
    await seal.seal_days()
    await truth.take_in(LATE)
    assert len((await manifest.load_manifest()).files) > 3


async def half_open() -> None:
    await truth.take_in(VISITS)
    await seal.seal_days()
    await truth.take_in([*LATE, *truth.crowd(20, BEGUN, 4, seed=9, account=BUDI)])


@dataclass(frozen=True)
class Work:
    """A piece of work, what there is before, and whether it counts the same visits before and after."""

    prepare: Callable[[], Awaitable[None]]
    do: Callable[[], Awaitable[None]]
    same_sums: bool = True


WORKS = {
    "seal": Work(open_only, do_seal),
    "rewrite": Work(days_in_files, do_rewrite),
    "claim": Work(half_open, do_claim, same_sums=False),
    "delete": Work(half_open, do_delete),
}


async def prepare(work: Work) -> None:
    """Everything as it is before the work."""
    for table in ("visits", "visit_files", "visit_file_edits"):
        await db.query_rows(f"DELETE FROM {table}", [], on=db.visits_connection())  # noqa: S608
    await db.query_rows("UPDATE visit_file_versions SET version = version + 1", [], on=db.visits_connection())
    shutil.rmtree(engine.current().store.directory, ignore_errors=True)
    await Account.all().delete()
    for key, plan in ((SARI, "free"), (GUEST, "starter"), (BUDI, "starter")):
        await truth.account_of(key, plan, JAKARTA)
    await work.prepare()


async def begin(work: Work, at: int) -> None:
    killer = Killer(at)
    killer.watch_everything()
    await work.do()
    assert killer.steps < MOST_STEPS


async def look(work: Work, expected: tuple[list[Any], list[Any], list[Visit]]) -> None:
    """After a kill: nothing is lost or twice; and after the work, done again, everything is as without the kill."""
    before, after, kept = expected
    ids = [visit.id for visit in await everywhere()]
    assert len(ids) == len(set(ids)), "a visit is in two places"
    shown = await figures()
    assert shown in ([before] if work.same_sums else [before, after]) or sums(shown) == sums(before), (before, shown)
    await work.do()
    await sweep()
    assert await everywhere() == kept, "the work, done again, ends otherwise"
    assert await figures() == after
    listed = {file.name for file in (await manifest.load_manifest()).files}
    there = {path.name for path in engine.current().store.directory.rglob("*") if path.is_file()}
    assert there == listed, "an orphan was not swept"


class Copies:
    """The files of an installation, with its SQLite databases, as they were once: to begin from there again."""

    def __init__(self, url: str, data_dir: Path, place: Path) -> None:
        main = Path(url.removeprefix("sqlite://"))
        self.databases, self.data_dir, self.place = (main, Path(db.visits_file(str(main)))), data_dir, place
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(data_dir, place / "data")
        for file in self.databases:
            shutil.copy(file, place / file.name)

    def restore(self) -> None:
        """Puts everything back; a log that a killed process left beside a database belongs to what is replaced."""
        shutil.rmtree(self.data_dir)
        shutil.copytree(self.place / "data", self.data_dir)
        for file in self.databases:
            for log in ("-wal", "-shm"):
                Path(f"{file}{log}").unlink(missing_ok=True)
            shutil.copy(self.place / file.name, file)


def sums(shown: list[Any]) -> list[int]:
    """Of both accounts: a claim moves visits from one to the other, and detaching links moves none."""
    return [sum(counts) for counts in zip(*shown, strict=True)]


async def measure(work: Work, file: Path) -> None:
    """Writes what the work leads to when nobody kills it."""
    before = await figures()
    await work.do()
    file.write_text(repr((before, await figures(), [tuple(visit) for visit in await everywhere()])))


async def open_once(url: str) -> None:
    """Opens and closes the database, so that the models are described before the forks and not in each of them."""
    async with db.database_open(url):
        pass


def fork(url: str, main: Callable[[], Coroutine[Any, Any, None]]) -> int:
    """Runs a coroutine on the open database in a process of its own; returns how it ended, negative for a signal."""

    async def opened() -> None:
        async with db.database_open(url):
            await main()

    child = os.fork()
    if child == 0:
        try:
            asyncio.run(opened())
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def main(url: str, data_dir: Path) -> None:
    installation.use(
        installation.Installation(Config(data_dir=data_dir, hosts="https://kliqs.test", secret_key=SECRET))
    )
    clock.now = lambda: NOW
    engine.NICENESS = 0  # nobody else waits
    describe_models_once()
    asyncio.run(open_once(url))
    elsewhere = data_dir.with_name("copies")
    for name, work in WORKS.items():
        noted = data_dir.with_name(f"{name}.txt")
        assert fork(url, functools.partial(prepare, work)) == 0
        copies = Copies(url, data_dir, elsewhere)
        assert fork(url, functools.partial(measure, work, noted)) == 0
        before, after, rows = eval(noted.read_text())  # noqa: S307 - what this process wrote
        look_again = functools.partial(look, work, (before, after, [Visit(*row) for row in rows]))
        kills = 0
        copies.restore()
        while (ended := fork(url, functools.partial(begin, work, kills + 1))) == -signal.SIGKILL:
            kills += 1
            assert fork(url, look_again) == 0, f"{name}, killed after step {kills}"
            copies.restore()
        assert ended == 0, f"{name} failed"
        print(name, kills, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
