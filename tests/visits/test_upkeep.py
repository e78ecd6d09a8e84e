"""The hourly and nightly jobs of visits."""

import os
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.jobs import Job
from app.kernel import directory_storage
from app.kernel.file_storage import StoredFile
from app.visits import upkeep
from app.visits.sealed import engine, manifest, seal
from app.visits.sealed.file_store import GRACE, WORK_GRACE
from tests.conftest import Clock
from tests.visits import truth
from tests.visits.truth import BUDI, SARI

BEGUN, NOW = datetime(2026, 10, 1, tzinfo=UTC), datetime(2026, 10, 20, 15, tzinfo=UTC)


@pytest.fixture
def left(database: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a crash left: files within their grace, which are returned, and old ones, published and unfinished."""
    store = engine.current().store
    store.prepare()
    young, old = "visits-2026-10-02.00000000000000aa.parquet", "visits-2026-10-02.00000000000000bb.parquet"
    for path in (store.directory / young, store.directory / old, store.work / "young.csv", store.work / "old.csv"):
        path.write_bytes(b"PAR1")
    for name, age in (("young.csv", GRACE + 60), ("old.csv", WORK_GRACE + 60)):
        os.utime(store.work / name, (time.time() - age,) * 2)
    stored_file = directory_storage._stored_file

    def aged(key: str, path: Path) -> StoredFile | None:
        file = stored_file(key, path)
        return replace(file, stored_at=file.stored_at - GRACE - 60) if file and file.name == old else file

    monkeypatch.setattr(directory_storage, "_stored_file", aged)
    return [young, "young.csv"]


def there() -> set[str]:
    return {path.name for path in engine.current().store.directory.rglob("*") if path.is_file()}


async def test_every_hour_days_are_sealed_and_orphans_swept_after_their_grace(left: list[str], moved: Clock) -> None:
    moved.to(NOW)
    await truth.take_in(truth.crowd(20, BEGUN, 9))

    await upkeep.seal_days(Job())

    assert not await truth.open_visits()
    assert there() == {*left, *(file.name for file in (await manifest.load_manifest()).files)}


async def test_orphans_are_swept_though_a_day_cannot_be_sealed(
    left: list[str], moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail() -> int:
        raise OSError("no space left on device")

    monkeypatch.setattr(seal, "seal_days", fail)
    with pytest.raises(OSError, match="no space"):
        await upkeep.seal_days(Job())
    assert there() == {*left}


async def test_every_night_visits_of_accounts_that_are_gone_are_deleted(database: str, moved: Clock) -> None:
    moved.to(NOW)
    await truth.account_of(SARI, "pro")
    visits = truth.crowd(20, BEGUN, 9)
    await truth.take_in([*visits, *truth.crowd(20, BEGUN, 9, seed=2, account=BUDI)])
    await upkeep.seal_days(Job())
    await truth.take_in([truth.at(NOW - timedelta(hours=1), account=BUDI)])

    await upkeep.rewrite_months(Job())

    assert [*await truth.open_visits(), *await truth.sealed_visits()] == sorted(visits)
