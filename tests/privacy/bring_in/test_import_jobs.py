"""Imports begin after their dry run only, go on where they stopped, and are undone as a whole."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from app.accounts.models import Account
from app.jobs.models import Job
from app.kernel import clock
from app.links.models import Link
from app.names.models import Name
from app.ops import retention_sweep
from app.pages.models import Page
from app.privacy.bring_in import import_jobs, making
from app.privacy.bring_in.file_store import FILES, ZIP
from app.privacy.bring_in.import_row import ImportRow
from app.privacy.bring_in.import_run import KEPT_FOR, CannotUndo, ImportRun, NotCheckedYet
from app.privacy.bring_in.link_rows import make_link
from app.privacy.bring_in.undoing import used_rows
from app.qr.design import Design
from app.qr.look import Look
from app.qr.models import QrCode
from tests import world
from tests.conftest import Clock
from tests.privacy.bring_in import archives
from tests.privacy.bring_in.archives import forged, link_row
from tests.stored import stored

THREE = forged({"links": [link_row(name) for name in ("one", "two", "three")]})


async def test_nothing_is_made_before_it_was_checked(sari: Account) -> None:
    run = await ImportRun.begin(sari, await world.owner(sari), "export.zip", 1)
    with pytest.raises(NotCheckedYet):
        await import_jobs.start_import(run)
    run = await archives.uploaded(sari, THREE)
    assert run.counts == {"make": 3} and not await Link.all().exists()


async def test_of_many_starts_one_begins(sari: Account) -> None:
    run = await archives.uploaded(sari, THREE)
    results = await asyncio.gather(
        *(import_jobs.start_import(each) for each in [await ImportRun.get(id=run.id) for _ in range(50)]),
        return_exceptions=True,
    )
    assert sum(result is None for result in results) == 1
    assert {type(result) for result in results if result} == {NotCheckedYet}
    assert (await archives.worked_on(run)).counts == {"made": 3}


async def test_a_killed_import_goes_on_and_makes_nothing_twice(sari: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = 0

    async def dies(*arguments: Any) -> None:
        nonlocal calls
        calls += 1
        if calls == 3:
            raise LookupError
        await make_link(*arguments)

    monkeypatch.setattr(making, "make_link", dies)
    run = await archives.uploaded(sari, THREE)
    await import_jobs.start_import(run)
    assert (await archives.worked_on(run)).stage == "making" and await Link.all().count() == 2
    await Job.filter(kind=import_jobs.MAKE).update(due_at=clock.now())
    run = await archives.worked_on(run)
    assert run.counts == {"made": 3} and await world.links_used(sari) == 3


async def test_what_was_left_out_or_renamed_is_as_it_was_chosen(sari: Account) -> None:
    run = await archives.uploaded(sari, THREE)
    await ImportRow.filter(run_id=run.id, wanted="one").update(left_out=True)
    await ImportRow.filter(run_id=run.id, wanted="two").update(name="zwei")
    await import_jobs.start_import(run)
    run = await archives.worked_on(run)
    assert run.counts == {"left_out": 1, "made": 2}
    assert {link.short_code for link in await Link.owned_by(sari)} == {"zwei", "three"}


async def test_a_name_that_was_taken_after_the_check_is_not_made(sari: Account, budi: Account) -> None:
    run = await archives.uploaded(sari, THREE)
    await world.shorten(budi, "two")
    await import_jobs.start_import(run)
    run = await archives.worked_on(run)
    assert run.counts == {"made": 2, "cannot": 1}


async def test_undo_keeps_what_was_used_unless_it_is_ticked(sari: Account) -> None:
    run = await archives.brought_in(sari, forged({"links": [link_row(f"l{at}-x") for at in range(5)]}))
    links = {link.short_code: link for link in await Link.owned_by(sari)}
    await Link.filter(id=links["l0-x"].id).update(followed=1)
    await links["l1-x"].edit(sari, title="Mine now")
    await QrCode.create_for_link(sari, links["l2-x"], "Poster", Look(Design()))
    await Link.filter(id=links["l3-x"].id).update(followed=1)
    used = await used_rows(run)
    assert {row.wanted for row in used} == {"l0-x", "l1-x", "l2-x", "l3-x"}
    await ImportRow.filter(id__in=[row.id for row in used if row.wanted == "l3-x"]).update(drop_used=True)
    run = await archives.undone(run)
    assert run.stage == "undone"
    assert {link.short_code for link in await Link.owned_by(sari)} == {"l0-x", "l1-x", "l2-x"}
    assert [link.short_code for link in await Link.deleted_by(sari)] == ["l3-x"]
    assert not await Name.filter(folded="l4-x").exists() and await world.links_used(sari) == 3


async def test_undo_holds_the_names_that_were_held(sari: Account) -> None:
    gone = await world.shorten(sari, "promo", "https://example.com/before")
    await gone.soft_delete(sari)
    before = await Name.get(folded="promo")
    run = await archives.brought_in(sari, forged({"links": [link_row("promo")]}))
    assert (await Name.get(folded="promo")).held_at is None
    await archives.undone(run)
    after = await Name.get(folded="promo")
    assert (after.held_at, after.link_id, after.shown) == (before.held_at, gone.id, "promo")


async def test_undo_ends_after_a_week_and_happens_once(sari: Account, moved: Clock) -> None:
    run = await archives.brought_in(sari, THREE)
    results = await asyncio.gather(
        *(import_jobs.start_undo(each) for each in [await ImportRun.get(id=run.id) for _ in range(20)]),
        return_exceptions=True,
    )
    assert sum(result is None for result in results) == 1
    late = await archives.brought_in(sari, forged({"links": [link_row("late")]}))
    moved.on(KEPT_FOR)
    with pytest.raises(CannotUndo):
        await import_jobs.start_undo(late)


async def test_imports_are_deleted_after_a_week_with_their_files(sari: Account, moved: Clock) -> None:
    run = await archives.brought_in(sari, THREE)
    assert stored(FILES.key(run.id, ZIP)).stat().st_mode & 0o777 == 0o600
    moved.on(KEPT_FOR)
    await retention_sweep.delete_expired()
    assert not await ImportRun.all().exists() and not stored(FILES.key(run.id, ZIP)).exists()
    assert await Link.owned_by(sari).count() == 3


async def test_the_file_of_a_deleted_account_goes_with_the_next_sweep(
    sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = await archives.uploaded(sari, THREE)
    path = stored(FILES.key(run.id, ZIP))
    await Account.filter(id=sari.id).delete()
    await import_jobs.tidy_imports()
    assert path.exists(), "it may be of an upload that is not committed yet"
    monkeypatch.setattr(import_jobs, "NEW", 0)
    await import_jobs.tidy_imports()
    assert not path.exists()


async def test_a_restored_import_without_a_job_goes_on(sari: Account) -> None:
    run = await archives.uploaded(sari, THREE)
    await import_jobs.start_import(run)
    await Job.all().delete()
    await import_jobs.tidy_imports()
    assert (await archives.worked_on(run)).counts == {"made": 3}


async def test_a_page_that_was_published_since_stays(sari: Account) -> None:
    draft = {"name": "Toko", "language": "id"}
    run = await archives.brought_in(sari, forged({"pages": [{"id": "p", "slug": "toko", "title": "", "draft": draft}]}))
    await (await Page.get(slug="toko")).publish(sari)
    await archives.undone(run)
    assert await Page.owned_by(sari).count() == 1
