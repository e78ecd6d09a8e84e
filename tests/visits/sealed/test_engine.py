"""DuckDB: few statements at once, bounded in time, within its own folder, without a network, and only when needed."""

import asyncio
import os
import subprocess
import sys
import threading
from collections.abc import AsyncGenerator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from quart import Quart

from app.accounts.models import Account
from app.kernel.directory_storage import DirectoryStorage
from app.kernel.error_codes import API_CODES
from app.kernel.package_files import ROOT
from app.links.models import Link
from app.visits.sealed import engine, seal
from app.visits.sealed.engine import MOST_WAITING, Engine, ReportTookTooLong, TooManyReports
from app.visits.sealed.file_store import FileStore
from app.visits.visit import key_in_visits
from tests import world
from tests.client import Browser
from tests.conftest import NICENESS, Clock
from tests.visits import truth
from tests.waiting import DEADLINE

FOR_EVER = "SELECT count(*) FROM range(1000000000) a, range(1000000000) b WHERE a.range * b.range % 7 = 3"
QUICK = "SELECT 42"
GREEDY = "SELECT len(list(range)) FROM range(100000000)"  # a list cannot be moved to the temporary folder


@pytest.fixture
async def duck(tmp_path: Path) -> AsyncGenerator[Engine]:
    one = Engine()
    one.store = FileStore(DirectoryStorage(tmp_path))
    yield one
    one.close()


class Runs:
    """Counts the statements that run, and holds them until they are let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = self.most = 0
        self.free, self.lock = threading.Event(), threading.Lock()
        run = engine._Call.run

        def hold(call: engine._Call) -> engine.Rows:
            with self.lock:
                self.now += 1
                self.most = max(self.most, self.now)
            try:
                assert self.free.wait(DEADLINE)
                return run(call)
            finally:
                with self.lock:
                    self.now -= 1

        monkeypatch.setattr(engine._Call, "run", hold)


async def test_two_reports_are_computed_at_once_and_the_25th_that_waits_is_refused(
    duck: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = Runs(monkeypatch)
    waiting = [asyncio.create_task(duck.report(QUICK, ())) for _ in range(MOST_WAITING)]
    await asyncio.sleep(0)

    with pytest.raises(TooManyReports) as refused:
        await duck.report(QUICK, ())

    assert (refused.value.code, refused.value.retry_after) == ("BUSY", 5)
    runs.free.set()
    assert await asyncio.gather(*waiting) == [[(42,)]] * MOST_WAITING
    assert runs.most == engine.AT_ONCE == 2
    assert await duck.report(QUICK, ()) == [(42,)]


async def test_work_on_files_waits_for_no_report(duck: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    running = [asyncio.create_task(duck.report(FOR_EVER, ())) for _ in range(engine.AT_ONCE)]
    assert await duck.run_job("SELECT 1", "SELECT 2") == [(2,)]
    for task in running:
        task.cancel()
    await asyncio.gather(*running, return_exceptions=True)


async def test_a_report_that_takes_too_long_is_interrupted_and_refused(
    duck: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "REPORT_SECONDS", 0.05)
    with pytest.raises(ReportTookTooLong) as refused:
        await duck.report(FOR_EVER, ())
    assert refused.value.retry_after
    monkeypatch.undo()
    assert await duck.report(QUICK, ()) == [(42,)]


async def test_a_report_nobody_waits_for_any_more_frees_its_thread(duck: Engine) -> None:
    running = [asyncio.create_task(duck.report(FOR_EVER, ())) for _ in range(6)]
    await asyncio.sleep(0.05)
    for task in running:
        task.cancel()
    ended = await asyncio.gather(*running, return_exceptions=True)
    assert all(isinstance(each, asyncio.CancelledError) for each in ended)
    assert await asyncio.gather(*[duck.report(QUICK, ()) for _ in range(3)]) == [[(42,)]] * 3


async def test_an_interrupt_that_comes_before_the_statement_begins_is_not_lost(
    duck: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DuckDB forgets it: the statement would run to its end, and whoever cancelled it wait so long."""
    call = engine._Call(duck, [(FOR_EVER, ())])
    interrupt, first = engine._Call.interrupt, list[int]()

    def lose_the_first(self: engine._Call) -> None:
        if first:
            interrupt(self)
        first.append(1)

    monkeypatch.setattr(engine._Call, "interrupt", lose_the_first)
    task = asyncio.create_task(duck.report(FOR_EVER, ()))
    await asyncio.sleep(0.05)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asyncio.wait_for(asyncio.gather(task), DEADLINE)
    assert len(first) > 1 and not call._interrupted


async def test_an_interrupt_that_comes_after_the_end_does_nothing(duck: Engine) -> None:
    call = engine._Call(duck, [(QUICK, ())])
    assert call.run() == [(42,)]
    call.interrupt()


async def test_a_closed_engine_opens_again(duck: Engine) -> None:
    assert await duck.report(QUICK, ()) == [(42,)]
    duck.close()
    assert await duck.report(QUICK, ()) == [(42,)]


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM read_text('{outside}')",
        "SELECT * FROM read_csv('{outside}')",
        "SELECT * FROM read_parquet('{folder}/visits/../outside.txt')",
        "COPY (SELECT 1) TO '{folder}/elsewhere.parquet' (FORMAT parquet)",
        "ATTACH '{folder}/other.duckdb'",
        "SELECT * FROM 'https://example.com/a.parquet'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "SET allowed_directories = ['/']",
        "SELECT * FROM glob('/etc/*')",
    ],
)
async def test_nothing_outside_its_folder_is_read_written_or_loaded(
    duck: Engine, tmp_path: Path, statement: str
) -> None:
    import duckdb

    outside = tmp_path / "outside.txt"
    outside.write_text("secret")
    with pytest.raises(duckdb.Error):
        await duck.run_job(statement.format(outside=outside, folder=tmp_path))
    assert not (tmp_path / "elsewhere.parquet").exists() and not (tmp_path / "other.duckdb").exists()


@pytest.mark.parametrize("name", ["plain", "with space's", "a=b", "[x]*"])
async def test_it_reads_what_it_wrote_whatever_the_folder_is_called(duck: Engine, tmp_path: Path, name: str) -> None:
    real = tmp_path / name
    real.mkdir()
    (tmp_path / "link").symlink_to(real)
    for folder in (real, tmp_path / "link"):
        one = Engine()
        one.store = FileStore(DirectoryStorage(folder))
        one.store.prepare()
        file = "visits-2026-10.0123456789abcdef.parquet"
        with one.store.unfinished(".parquet") as part:
            await one.run_job(f"COPY (SELECT 7 AS n) TO {engine.text_literal(str(part))} (FORMAT parquet)")
            one.store.publish(part, file)
        source = engine.text_literal(one.store.location(file))
        assert await one.report(f"SELECT * FROM read_parquet([{source}], hive_partitioning = false)", ()) == [(7,)]  # noqa: S608
        one.close()


def python(program: str, *before: str, **env: str) -> str:
    command = [*before, sys.executable, "-c", program]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=env)
    assert result.returncode == 0, result.stderr
    return result.stdout.strip().splitlines()[-1]


def test_an_app_that_was_created_has_imported_neither_duckdb_nor_what_reads_s3(tmp_path: Path) -> None:
    program = """
import sys
from app import create_app
from app.kernel.config import Config
import app.cli
create_app(Config(data_dir=sys.argv[1] if len(sys.argv) > 1 else ".", hosts="https://kliqs.test", secret_key="x" * 40))
print({"duckdb", "obstore", "fsspec"} & sys.modules.keys())
"""
    assert python(program.replace('sys.argv[1] if len(sys.argv) > 1 else "."', repr(str(tmp_path)))) == "set()"


OFFLINE = """
import asyncio, socket, sys
from pathlib import Path

def refuse(*_, **__):
    raise AssertionError("a connection to the network")

socket.socket.connect = socket.getaddrinfo = socket.create_connection = refuse
from app.kernel import installation
from app.kernel.config import Config
from app.visits.sealed import engine, schema
from app.visits.visit import DIMENSIONS

async def main():
    config = Config(data_dir=Path(sys.argv[1]), hosts="https://k.test", secret_key="x" * 40)
    installation.use(installation.Installation(config))
    one = engine.current()
    one.store.prepare()
    csv, part = one.store.work / "a.csv", one.store.work / "a.parquet"
    csv.write_text('1,2,3,0,0,5' + ',"x"' * len(DIMENSIONS) + chr(10))
    rows = schema.with_first_visit_marks(schema.rows_of([], str(csv.resolve())))
    await one.run_job(schema.write_visits(rows, str(part.resolve())))
    rows = await one.report("SELECT id, first_of_link FROM " + schema.read_files([str(part)]), ())
    print(rows)

asyncio.run(main())
"""


def test_files_are_written_and_read_without_a_network_or_an_extension(tmp_path: Path) -> None:
    """In a network of its own without any interface, where the machine allows that."""
    alone = ["unshare", "-n"]
    if subprocess.run([*alone, "true"], check=False, capture_output=True).returncode:
        alone = []
    program = OFFLINE.replace("sys.argv[1]", repr(str(tmp_path / "data")))
    assert python(program, *alone, HOME=str(tmp_path)) == "[(1, True)]"
    assert not (tmp_path / ".duckdb").exists()


BUSY = {"en": "Many reports are being counted at the moment.", "id": "Sedang banyak laporan yang dihitung."}
LONG = {"en": "Counting this takes too long.", "id": "Menghitung ini terlalu lama."}


async def sealed_links(moved: Clock, *accounts: Account) -> list[Link]:
    """A link of each account with visits in a file."""
    moved.to(moved.now.replace(hour=12))
    links = [await world.shorten(account) for account in accounts]
    for link in links:
        keys = key_in_visits(link.id), key_in_visits(link.account_id)
        await truth.take_in([truth.at(moved.now - timedelta(days=2), *keys, visitor=n) for n in range(3)])
    assert await seal.seal_days() == 1
    return links


def refuse(monkeypatch: pytest.MonkeyPatch, refusal: type[Exception]) -> None:
    async def full(*_: Any) -> engine.Rows:
        raise refusal

    monkeypatch.setattr(Engine, "report", full)


@pytest.mark.parametrize(("refusal", "words"), [(TooManyReports, BUSY), (ReportTookTooLong, LONG)])
async def test_a_page_says_in_its_language_that_it_is_busy_and_keeps_the_question(
    as_sari: Browser,
    as_budi: Browser,
    sari: Account,
    budi: Account,
    moved: Clock,
    monkeypatch: pytest.MonkeyPatch,
    refusal: type[Exception],
    words: dict[str, str],
) -> None:
    links = await sealed_links(moved, sari, budi)
    for link, browser, language in zip(links, (as_sari, as_budi), ("id", "en"), strict=True):
        path = f"/dashboard/analytics/links/{link.id}?country=ID&days=7"
        assert (await browser.get(path)).status_code == 200
        with monkeypatch.context() as patch:
            refuse(patch, refusal)
            path = path.replace("days=7", "days=30")
            response = await browser.get(path)
        page = await response.get_data(as_text=True)
        assert response.status_code in {422, 503} and int(response.headers["Retry-After"]) > 0
        assert words[language] in page
        if response.status_code == 503:
            assert f'href="{path.replace("&", "&amp;")}"' in page, "trying again asks the same"


async def test_the_api_answers_503_with_a_time_to_wait(
    visitor: Browser, sari: Account, app: Quart, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    [link], key = await sealed_links(moved, sari), await world.key_of(sari)
    refuse(monkeypatch, TooManyReports)
    for path in (f"/links/{link.id}/statistics", "/statistics", f"/links/{link.id}/visits"):
        response = await visitor.get(f"/api/v1{path}", headers={"Authorization": f"Bearer {key}"})
        body = await response.get_json()
        assert (response.status_code, body["error"], response.headers["Retry-After"]) == (503, "BUSY", "5"), path


async def test_a_question_that_takes_too_long_has_a_documented_code(
    visitor: Browser, sari: Account, app: Quart, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    [link], key = await sealed_links(moved, sari), await world.key_of(sari)
    refuse(monkeypatch, ReportTookTooLong)
    response = await visitor.get(f"/api/v1/links/{link.id}/statistics", headers={"Authorization": f"Bearer {key}"})
    body = await response.get_json()
    assert body["error"] == "REPORT_TOO_LARGE" and response.status_code == API_CODES["REPORT_TOO_LARGE"].status


async def test_the_list_of_links_is_there_while_no_report_can_be_computed(
    as_sari: Browser, sari: Account, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    [link] = await sealed_links(moved, sari)
    refuse(monkeypatch, TooManyReports)
    response = await as_sari.get("/dashboard/links/")
    assert response.status_code == 200 and link.short_code in await response.get_data(as_text=True)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a thread has no priority of its own")
async def test_requests_go_before_reports_and_sealing(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "NICENESS", NICENESS)

    def priority() -> int:
        return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())

    current, loop = engine.current(), asyncio.get_running_loop()
    of_requests = priority()
    for threads in (current._threads, current._worker):
        assert await loop.run_in_executor(threads, priority) == max(of_requests, NICENESS) > 0
    assert priority() == of_requests


async def test_a_report_that_needs_too_much_memory_is_refused_with_a_sentence(database: str) -> None:
    with pytest.raises(ReportTookTooLong):
        await engine.current().report(GREEDY, ())
    assert await engine.current().report(QUICK, ()) == [(42,)]
