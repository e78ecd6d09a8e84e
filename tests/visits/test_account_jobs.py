"""Visits of an account that is claimed or deleted: each is in exactly one place, wherever the process ends."""

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from tortoise import transactions

from app.accounts.guest import ABANDONED_AFTER, open_guest
from app.accounts.models import Account, User
from app.guests import expiry
from app.guests.claim import claim_into_account
from app.jobs.models import Job
from app.jobs.worker import Worker
from app.kernel import db
from app.links.lifecycle import RESTORABLE_FOR
from app.links.models import Link
from app.media import file_store, orphans
from app.media.models import Media
from app.media.reencode import EncodedPicture
from app.ops import retention_sweep
from app.pages.content import Content
from app.pages.models import Page
from app.visits import account_jobs
from app.visits.sealed import manifest, rewrite, schema, seal
from app.visits.visit import Visit, key_in_visits
from tests import world
from tests.conftest import Clock
from tests.visits import truth

NOW = datetime(2026, 11, 20, 15, tzinfo=UTC)
LOGO = EncodedPicture(b"\x89PNG the logo", "image/png", 512, 256)


class Killed(BaseException):
    """The process ends here: what is not committed is rolled back, and nothing after it happens."""


async def killed_at(step: int, work: Callable[[], Awaitable[object]]) -> bool:
    """Does a piece of work up to a step; returns whether it was killed there. Steps are the end of each transaction
    before and after its commit, each file that was deleted, and what a worker writes of a job.
    """
    steps = 0

    def passed() -> None:
        nonlocal steps
        steps += 1
        if steps == step:
            raise Killed

    @asynccontextmanager
    async def in_transaction(on: str) -> AsyncGenerator[Any]:
        async with begin(on) as connection:
            yield connection
            passed()
        passed()

    def watched(function: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        async def then(*args: Any, **more: Any) -> Any:
            result = await function(*args, **more)
            passed()
            return result

        return then

    begin = transactions.in_transaction
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(db, "in_transaction", in_transaction)
        for owner, name in ((file_store, "delete_file"), (Job, "begin"), (Job, "finish")):
            patch.setattr(owner, name, watched(getattr(owner, name)))
        try:
            await work()
        except Killed:
            return True
    return False


async def run_jobs() -> None:
    for kind in (account_jobs.MOVE, account_jobs.DELETE):
        await Worker().run_due(kind)


async def restart(moved: Clock) -> None:
    """The next process: the night comes before the jobs that wait, which is the worst that can happen."""
    moved.on(timedelta(minutes=5))
    for _ in range(2):
        await account_jobs.settle_visits_of_deleted_accounts()
        await rewrite.rewrite_months(timedelta())
        await run_jobs()
    assert not await Job.not_ended().exists()


async def everywhere() -> list[Visit]:
    """All visits, those in rows and those in files."""
    return sorted([*await truth.open_visits(), *await truth.sealed_visits()])


async def nothing(moved: Clock) -> None:
    """An installation without accounts and visits."""
    moved.to(NOW)
    for table in ("visits", "visit_files", "visit_file_edits"):
        await db.query_rows(f"DELETE FROM {table}", [], on=db.visits_connection())  # noqa: S608 - constant names
    await db.query_rows("UPDATE visit_file_versions SET version = version + 1", [], on=db.visits_connection())
    await Account.all().delete()
    await User.all().delete()
    await Job.all().delete()


async def visited(account: UUID, link: UUID) -> list[Visit]:
    """Visits of an account, some of them in a file and some still in rows."""
    keys = {"link": key_in_visits(link), "account": key_in_visits(account)}
    early = [truth.at(NOW - timedelta(days=days), visitor=days, **keys) for days in (3, 4)]
    await truth.take_in(early)
    await seal.seal_days()
    await truth.take_in(late := [truth.at(NOW - timedelta(minutes=minute), visitor=9, **keys) for minute in (1, 2)])
    assert len(await truth.sealed_visits()) == 2
    return sorted([*early, *late])


async def guest_with_visits() -> tuple[Account, str, list[Visit]]:
    guest, token = await open_guest("id", "203.0.113.7")
    link = await Link.shorten(guest, url=world.DESTINATION, slug="promo")
    return guest, token, await visited(guest.id, link.id)


@pytest.fixture(autouse=True)
def media(tmp_path: Path) -> Path:
    directory = tmp_path / "data" / "media"
    directory.mkdir(parents=True, exist_ok=True)
    return directory


async def test_a_claimed_visit_has_exactly_one_owner_after_a_kill_at_any_step(database: str, moved: Clock) -> None:
    outcomes = []
    for step in count(1):
        await nothing(moved)
        budi = await world.budi()
        guest, token, visits = await guest_with_visits()

        async def claim(token: str = token, budi: Account = budi) -> None:
            await claim_into_account(token, budi)
            await run_jobs()

        killed = await killed_at(step, claim)
        await restart(moved)
        if waits := await Account.filter(id=guest.id).exists():
            assert await everywhere() == visits, step
            await claim()
            await restart(moved)
        assert await everywhere() == [visit._replace(account=key_in_visits(budi.id)) for visit in visits], step
        outcomes.append(waits)
        if not killed:
            break
    assert True in outcomes and outcomes.count(False) >= 5


async def test_a_deleted_account_leaves_no_visit_and_no_file_after_a_kill_at_any_step(
    database: str, moved: Clock, media: Path
) -> None:
    outcomes = []
    for step in count(1):
        await nothing(moved)
        sari, budi = await world.sari(), await world.budi()
        visits = await visited(sari.id, (await world.shorten(sari)).id)
        await truth.take_in([other := truth.at(NOW, account=key_in_visits(budi.id))])
        await Media.store(sari, LOGO)

        async def delete(sari: Account = sari) -> None:
            await world.erase(sari)
            await run_jobs()

        killed = await killed_at(step, delete)
        await restart(moved)
        if waits := await Account.filter(id=sari.id).exists():
            assert await everywhere() == sorted([*visits, other]), step
            await delete()
            await restart(moved)
        assert await everywhere() == [other], step
        moved.to(datetime.now(UTC) + timedelta(days=2))  # files have the time of the machine
        await orphans.delete_orphans()
        assert not [path for path in media.rglob("*") if path.is_file()], step
        outcomes.append(waits)
        if not killed:
            break
    assert True in outcomes and outcomes.count(False) >= 5


async def test_an_abandoned_guest_is_gone_with_its_visits_after_a_kill_at_any_step(database: str, moved: Clock) -> None:
    for step in count(1):
        await nothing(moved)
        guest, _token, _visits = await guest_with_visits()
        await Account.filter(id=guest.id).update(created_at=NOW - ABANDONED_AFTER - timedelta(days=1))
        long_ago = NOW - ABANDONED_AFTER - timedelta(hours=1)
        await Link.all().update(updated_at=long_ago, last_followed_at=long_ago)
        killed = await killed_at(step, expiry.erase_abandoned_guests)
        await restart(moved)
        await expiry.erase_abandoned_guests()
        await restart(moved)
        assert not await Account.filter(id=guest.id).exists() and not await everywhere(), step
        if not killed:
            break
    assert step > 4


async def test_a_link_and_a_page_deleted_for_good_leave_their_visits_to_the_account_after_a_kill_at_any_step(
    database: str, moved: Clock
) -> None:
    """Their visits are detached first, so that the next run finds what is left by the rows that are still there."""
    for step in count(1):
        await nothing(moved)
        sari = await world.sari()
        link, page = await world.shorten(sari), await Page.make(sari, "kawung", Content(name="Rumah Kawung"))
        visits = await visited(sari.id, link.id)
        await truth.take_in([view := truth.at(NOW, key_in_visits(page.id), key_in_visits(sari.id), kind=2)])
        for model in (Link, Page):
            await model.all().update(deleted_at=NOW - RESTORABLE_FOR - timedelta(days=1))
        killed = await killed_at(step, retention_sweep.delete_expired)
        await restart(moved)
        assert [visit.id for visit in await everywhere()] == [visit.id for visit in sorted([*visits, view])], step
        await retention_sweep.delete_expired()
        await restart(moved)
        assert not await Link.all().exists() and not await Page.all().exists()
        assert [visit._replace(link=0) for visit in await everywhere()] == [
            visit._replace(link=0) for visit in sorted([*visits, view])
        ]
        assert {visit.link for visit in await everywhere()} == {schema.DELETED_LINK}, step
        if not killed:
            break
    assert step > 4


async def test_visits_that_a_journal_still_held_when_a_guest_was_claimed_go_to_the_account(
    database: str, moved: Clock
) -> None:
    await nothing(moved)
    budi = await world.budi()
    guest, token, visits = await guest_with_visits()
    await claim_into_account(token, budi)
    await run_jobs()
    await truth.take_in([late := truth.at(NOW, account=key_in_visits(guest.id))])

    await restart(moved)

    assert await everywhere() == [visit._replace(account=key_in_visits(budi.id)) for visit in sorted([*visits, late])]


async def test_a_move_whose_job_has_failed_for_good_is_done_at_night(database: str, moved: Clock) -> None:
    await nothing(moved)
    budi = await world.budi()
    _guest, token, visits = await guest_with_visits()
    await claim_into_account(token, budi)
    await Job.filter(kind=account_jobs.MOVE).update(outcome="failed", ended_at=NOW)

    await restart(moved)

    assert await everywhere() == [visit._replace(account=key_in_visits(budi.id)) for visit in visits]


async def test_what_deletes_visits_of_deleted_accounts_keeps_those_of_a_guest_claimed_a_moment_ago(
    database: str, moved: Clock
) -> None:
    """The rewrite of files, whose job may come between the claim and the job of the claim, and the nightly deletion."""
    await nothing(moved)
    budi = await world.budi()
    _guest, token, visits = await guest_with_visits()
    await claim_into_account(token, budi)

    await rewrite.rewrite_months(timedelta())
    assert await everywhere() == visits
    await account_jobs.settle_visits_of_deleted_accounts()
    assert {edit.new_account for edit in (await manifest.load_manifest()).edits} == {key_in_visits(budi.id)}

    await restart(moved)
    assert await everywhere() == [visit._replace(account=key_in_visits(budi.id)) for visit in visits]
