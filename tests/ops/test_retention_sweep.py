"""Whatever fails in a sweep, everything else is deleted, and the job says all that failed."""

import re
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app import jobs
from app.accounts.guest import ABANDONED_AFTER, open_guest
from app.accounts.models import Account
from app.guests import expiry
from app.jobs import Job
from app.jobs.independent_steps import StepsFailed
from app.jobs.worker import Worker
from app.kernel import clock
from app.links.lifecycle import RESTORABLE_FOR
from app.links.models import Link
from app.media import file_store, orphans
from app.ops import retention_sweep, search_backfill
from app.visits.sealed import edits
from tests import world
from tests.conftest import Clock
from tests.subtests import as_subtests

STEPS = [*retention_sweep.hourly_steps(clock.now())]


@pytest.mark.usefixtures("database")
@as_subtests("failing", STEPS)
async def test_a_step_of_the_hourly_sweep_that_fails_keeps_no_other_back(
    failing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def watched(name: str, step: Callable[[], Awaitable[object]]) -> Callable[[], Awaitable[object]]:
        async def run() -> None:
            if name == failing:
                raise LookupError
            await step()
            done.append(name)

        return run

    steps = retention_sweep.hourly_steps
    monkeypatch.setattr(
        retention_sweep, "hourly_steps", lambda now: {name: watched(name, step) for name, step in steps(now).items()}
    )
    await Job.all().delete()  # that of the step before, which is to be tried again
    await Worker().run_due("sweep.hourly")
    assert await Job.all().count() == 0, "it is enqueued by its schedule only"
    await jobs.enqueue("sweep.hourly")
    await Worker().run_due("sweep.hourly")

    assert done == [name for name in STEPS if name != failing]
    job = await Job.get(kind="sweep.hourly")
    assert job.state == "waiting" and re.fullmatch(rf"{failing}: LookupError in run \(\S+\)", job.reason)


async def deleted_links(moved: Clock, *accounts: Account) -> None:
    """One link of each account, which was deleted long ago."""
    for account in accounts:
        link = await world.shorten(account, f"gone-{account.name.lower()}")
        await Link.filter(id=link.id).update(deleted_at=moved.now - RESTORABLE_FOR - timedelta(days=1))


async def test_an_account_whose_links_cannot_be_deleted_keeps_no_other_back(
    sari: Account, budi: Account, dewi: Account, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await deleted_links(moved, sari, budi, dewi)
    detach, calls = edits.detach_links, []

    async def fail_first(*arguments: Any) -> None:
        calls.append(arguments)
        if len(calls) == 1:
            raise LookupError
        await detach(*arguments)

    monkeypatch.setattr(edits, "detach_links", fail_first)
    with pytest.raises(StepsFailed, match=r"^links: LookupError in fail_first"):
        await retention_sweep.delete_expired()
    assert await Link.all().count() == 1
    await retention_sweep.delete_expired()
    assert await Link.all().count() == 0


@pytest.mark.usefixtures("database")
async def test_a_guest_that_cannot_be_erased_keeps_no_other_back(moved: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    guests = [(await open_guest("id", "203.0.113.8"))[0] for _ in range(3)]
    moved.on(ABANDONED_AFTER + timedelta(days=1))
    erase = expiry.erase_guest

    async def fail_one(account: Account) -> bool:
        if account.id == guests[1].id:
            raise LookupError
        return await erase(account)

    monkeypatch.setattr(expiry, "erase_guest", fail_one)
    with pytest.raises(StepsFailed, match=r"^guests: LookupError"):
        await expiry.erase_abandoned_guests()
    assert [account.id for account in await Account.all()] == [guests[1].id]


@pytest.mark.usefixtures("database")
async def test_a_file_that_cannot_be_deleted_keeps_no_other_back(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    deleted = []

    async def files(before: datetime) -> list[str]:
        return ["a", "b", "c"]

    async def fail_one(name: str) -> None:
        if name == "b":
            raise PermissionError(13, "Permission denied", name)
        deleted.append(name)

    monkeypatch.setattr(file_store, "find_old_files", files)
    monkeypatch.setattr(file_store, "delete_file", fail_one)
    with pytest.raises(StepsFailed, match=r"^files: PermissionError in fail_one"):
        await orphans.delete_orphans()
    assert sorted(deleted) == ["a", "c"]


async def test_a_table_whose_search_texts_cannot_be_written_keeps_no_other_back(
    sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = await world.shorten(sari, "promo")
    await Link.filter(id=link.id).update(search=None)

    def broken() -> Any:
        raise LookupError

    monkeypatch.setattr(search_backfill, "_STEPS", ((broken, search_backfill._links), *search_backfill._STEPS))
    with pytest.raises(StepsFailed, match=r"^LookupError in broken"):
        await search_backfill.fill_search_columns()
    assert (await Link.get(id=link.id)).search
