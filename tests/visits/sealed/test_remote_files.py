"""Sealed visits in a bucket: counted as those in a directory, read by ranges, and replaced without a gap."""

import os
import signal
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.kernel import installation, object_storage
from app.kernel.object_storage import ObjectStorage
from app.visits.reports.query import Interval, Period, Question, Scope
from app.visits.reports.report import build_report
from app.visits.sealed import engine, manifest, seal
from app.visits.sealed.check import damaged_files
from app.visits.sealed.engine import VisitFilesUnavailable
from app.visits.sealed.rewrite import rewrite_months
from tests.conftest import Clock
from tests.object_server import ObjectServer
from tests.visits import truth
from tests.visits.truth import SARI

BEGUN, NOW = datetime(2026, 9, 28, tzinfo=UTC), datetime(2026, 11, 2, 15, tzinfo=UTC)
ALL = Period(BEGUN - timedelta(days=2), NOW + timedelta(days=2), "UTC", Interval.DAY)


@pytest.fixture(autouse=True)
def bucket(database: str, object_server: ObjectServer, tmp_path: Path, moved: Clock) -> Iterator[ObjectStorage]:
    moved.to(NOW)
    installation.current().storage = storage = object_server.storage(tmp_path / "data")
    yield storage
    engine.current().close()


def names(bucket: ObjectStorage) -> set[str]:
    return {file.name for file in bucket.list("visits/")}


async def listed() -> set[str]:
    return {file.name for file in (await manifest.load_manifest()).files}


async def test_a_report_over_a_bucket_says_the_truth_before_and_after_a_rewrite(bucket: ObjectStorage) -> None:
    visits = truth.crowd(400, BEGUN, 34)
    question = Question(Scope(SARI), ALL)
    await truth.account_of(SARI, "business")
    await truth.take_in(visits[:300])
    await seal.seal_days()
    truth.agrees(await build_report(question), question, visits[:300])

    await truth.take_in(visits[300:])
    await rewrite_months(timedelta())
    truth.agrees(await build_report(question), question, visits)
    assert names(bucket) >= await listed() and not await damaged_files()
    assert not [path for path in engine.current().store.directory.rglob("*") if path.is_file()], "nothing stays here"

    engine.current().store.sweep(await listed(), grace=-60, work_grace=-60)
    assert names(bucket) == await listed()
    truth.agrees(await build_report(question), question, visits)


async def test_a_replaced_file_stays_for_its_grace_period(bucket: ObjectStorage) -> None:
    await truth.account_of(SARI, "business")
    await truth.take_in(truth.crowd(60, BEGUN, 20))
    await seal.seal_days()
    before = names(bucket)
    await truth.take_in(truth.crowd(60, BEGUN, 20, seed=5))
    await rewrite_months(timedelta())
    engine.current().store.sweep(await listed())
    assert names(bucket) == before | await listed() and not before & await listed()


async def test_of_a_large_file_only_the_ranges_that_a_report_needs_are_read(
    bucket: ObjectStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "visits-2026-10.0123456789abcdef.parquet"
    store, duck = engine.current().store, engine.current()
    store.prepare()
    with store.unfinished(".parquet") as part:
        rows = "SELECT range AS id, md5(range::VARCHAR) AS a, md5((range + 1)::VARCHAR) AS b FROM range(300000)"
        await duck.run_job(f"COPY ({rows}) TO '{part}' (FORMAT parquet, ROW_GROUP_SIZE 20000)")
        size = store.publish(part, name)
    read, whole = list[int](), bucket.read_range

    def counted(key: str, first: int, length: int) -> bytes:
        read.append(length)
        return whole(key, first, length)

    monkeypatch.setattr(bucket, "read_range", counted)
    sql = f"SELECT count(DISTINCT a) FROM read_parquet(['{store.location(name)}']) WHERE id BETWEEN 150000 AND 150999"  # noqa: S608
    assert await duck.report(sql, ()) == [(1000,)]
    assert size > 15 * 2**20 and sum(read) < size / 10 and len(read) < 12


async def test_while_the_bucket_is_away_a_report_says_so_and_counts_again_afterwards(
    bucket: ObjectStorage, object_server: ObjectServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for limit in ("REQUEST", "ALL_TRIES"):
        monkeypatch.setattr(object_storage, limit, timedelta(milliseconds=300))
    visits = truth.crowd(60, BEGUN, 20)
    question = Question(Scope(SARI), ALL)
    await truth.take_in(visits)
    await seal.seal_days()
    os.kill(object_server.process.pid, signal.SIGSTOP)
    try:
        with pytest.raises(VisitFilesUnavailable):
            await build_report(question)
    finally:
        os.kill(object_server.process.pid, signal.SIGCONT)
    truth.agrees(await build_report(question), question, visits)


async def test_no_other_file_is_read_through_the_process(bucket: ObjectStorage) -> None:
    bucket.write("exports/secret.parquet", b"PAR1")
    for path in ("kliqs://exports/secret.parquet", "kliqs://visits/../exports/secret.parquet", "/etc/passwd"):
        with pytest.raises(Exception, match=r"[Pp]ermission|not the key|disabled|available|[Nn]ot"):
            await engine.current().report(f"SELECT * FROM read_parquet(['{path}'])", ())  # noqa: S608
