"""Every visit of a journal gets into the database once, wherever it is cut off in between."""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import orjson
import pytest
from tortoise.exceptions import OperationalError

from app.accounts.models import Account
from app.kernel import clock, db
from app.links.click_counters import LinkVisitCounter
from app.links.models import Link
from app.pages.content import Content
from app.pages.models import Page
from app.pages.view_counters import PageVisitCounter
from app.visits.recording import ingest, insert_visits, intake, journal_folders, journal_position
from app.visits.recording import journal as journals
from app.visits.recording.journal import Journal
from app.visits.visit import JournalEntry, Kind, milliseconds
from tests import counting, world
from tests.client import FIREFOX
from tests.databases import ON_POSTGRES
from tests.lock_waits import OutsideTransaction
from tests.tasks import background_task


def seen(link: Link, n: int = 0, **changes: Any) -> JournalEntry:
    """The n-th visit to a link: all at different milliseconds."""
    at = int(clock.now().timestamp() * 1000) + n
    visit = JournalEntry(at, str(link.id), str(link.account_id), Kind.CLICK, False, n, "ID", "", FIREFOX, "", "id", [])
    return visit._replace(**changes)


def line(visit: JournalEntry) -> bytes:
    return orjson.dumps(tuple(visit), option=orjson.OPT_APPEND_NEWLINE)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "journal"


@pytest.fixture
def journal(root: Path) -> Iterator[Journal]:
    folder, held = journal_folders.claim_folder(root)
    journal = Journal(folder)
    journal.open(0)
    yield journal
    journal.close()
    os.close(held)


def ingester(root: Path, journal: Journal) -> ingest.Ingester:
    return ingest.Ingester(root, journal, LinkVisitCounter)


async def rows() -> list[int]:
    """Which visits are in the database, by the number that is their visitor."""
    return [
        row["visitor"]
        for row in await db.query_rows("SELECT visitor FROM visits ORDER BY id", [], on=db.visits_connection())
    ]


async def test_visits_get_into_the_database_and_out_of_the_journal(
    database: str, root: Path, journal: Journal, sari: Account
) -> None:
    link = await world.shorten(sari, "promo")
    for n in range(7):
        await journal.record(line(seen(link, n, kind=Kind.SCAN if n % 3 == 0 else Kind.CLICK)))
    await ingester(root, journal).cycle()
    assert await rows() == list(range(7))
    await link.refresh_from_db()
    assert (link.clicks, link.scans) == (4, 3)
    assert link.last_followed_at == (await Link.get(id=link.id)).last_followed_at is not None
    assert journal.waiting == 0
    assert all(not segment.read_bytes() for segment in journals.list_segments(journal.folder))


async def test_ids_tell_the_time_and_grow_even_when_the_clock_is_set_back(
    database: str, root: Path, journal: Journal, sari: Account
) -> None:
    link = await world.shorten(sari, "promo")
    for at in (5_000, 5_000, 4_000, 6_000):
        await journal.record(line(seen(link, at=1_790_000_000_000 + at)))
    await ingester(root, journal).cycle()
    ids = [
        row["id"]
        for row in await db.query_rows("SELECT id FROM visits ORDER BY visitor, id", [], on=db.visits_connection())
    ]
    assert [milliseconds(id) - 1_790_000_000_000 for id in ids] == [5_000, 5_000, 5_000, 6_000]
    assert len(set(ids)) == 4


async def test_a_clock_that_was_far_ahead_for_a_moment_is_not_believed_for_ever(
    database: str, root: Path, journal: Journal, sari: Account
) -> None:
    link = await world.shorten(sari, "promo")
    now = int(clock.now().timestamp() * 1000)
    for n, at in enumerate((now + 10 * 365 * 86_400_000, now, now, now - 1)):
        await journal.record(line(seen(link, n, at=at)))
    await ingester(root, journal).cycle()
    found = await db.query_rows("SELECT id, visitor FROM visits ORDER BY visitor", [], on=db.visits_connection())
    assert [milliseconds(row["id"]) - now for row in found] == [10 * 365 * 86_400_000, 0, 0, 0]


async def test_two_journals_with_one_number_get_in_one_another_s_way_no_longer_than_once(
    database: str, root: Path, journal: Journal, sari: Account
) -> None:
    link = await world.shorten(sari, "promo")
    one = await journal_position.load_position(
        journal_folders.journal_name(journal.folder), db.visits_connection(), "visits"
    )
    folder, held = journal_folders.claim_folder(root)
    await db.query_rows(
        "INSERT INTO journals (id, journal, segment, bytes, last_id) VALUES ($1, $2, 0, 0, 0)",
        [one.node + 1024, f"{journal_folders.journal_name(folder)}:visits"],
        on=db.visits_connection(),
    )
    (folder / "000000000001.jsonl").write_bytes(line(seen(link, 1, at=1_790_000_000_000)))
    os.close(held)
    await journal.record(line(seen(link, 0, at=1_790_000_000_000)))
    await ingester(root, journal).cycle()
    assert await ingester(root, journal).adopt() == 1
    assert sorted(await rows()) == [0, 1]


async def test_a_database_that_is_slow_is_said_to_be_and_asked_again_later(
    database: str, root: Path, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = 0

    async def slow(_: object) -> None:
        nonlocal tries
        tries += 1
        raise TimeoutError("no connection in time")

    monkeypatch.setattr(ingest.Ingester, "cycle", slow)
    taking = ingester(root, journal)
    async with background_task(taking._run()):
        for _ in range(50):
            await asyncio.sleep(0)
    assert (tries, taking.failing) == (1, "no connection in time")


async def test_no_room_for_another_segment_keeps_nothing_from_being_taken_in(
    database: str, root: Path, journal: Journal, sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = await world.shorten(sari, "promo")
    await journal.record(line(seen(link, 0)))
    journal.rotate()
    await journal.record(line(seen(link, 1)))

    def full(_: object) -> None:
        raise OSError("No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(Journal, "rotate", full)
        await ingester(root, journal).cycle()
    assert await rows() == [0]


@pytest.mark.parametrize("cut", range(9))
async def test_wherever_it_is_cut_off_every_visit_is_counted_once(
    database: str, root: Path, journal: Journal, sari: Account, monkeypatch: pytest.MonkeyPatch, cut: int
) -> None:
    link = await world.shorten(sari, "promo")
    for n in range(12):
        await journal.record(line(seen(link, n)))
    monkeypatch.setattr(intake, "BATCH_BYTES", journal.size // 2)  # two batches: nine steps
    steps = iter(range(100))
    save, insert, unlink = journal_position.Position.save, insert_visits.insert_visit_rows, Path.unlink

    def step() -> None:
        if next(steps) == cut:
            raise OperationalError("database is locked")

    async def saved(self: journal_position.Position, on: str) -> None:
        step()
        await save(self, on)
        step()

    async def inserted(*given: Any) -> None:
        step()
        await insert(*given)

    def removed(self: Path, missing_ok: bool = False) -> None:
        step()
        unlink(self, missing_ok)

    with monkeypatch.context() as cutting:
        cutting.setattr(journal_position.Position, "save", saved)
        cutting.setattr(insert_visits, "insert_visit_rows", inserted)
        cutting.setattr(Path, "unlink", removed)
        with pytest.raises(OperationalError):
            await ingester(root, journal).cycle()
    for n in range(12, 15):
        await journal.record(line(seen(link, n)))
    await ingester(root, journal).cycle()
    assert await rows() == list(range(15))
    await link.refresh_from_db()
    assert link.followed == 15


async def test_a_line_cut_short_by_a_crash_is_passed_over(
    database: str, root: Path, journal: Journal, sari: Account
) -> None:
    link = await world.shorten(sari, "promo")
    await journal.record(line(seen(link, 0)) + b"\x00\xff garbage\n" + line(seen(link, 1)) + line(seen(link, 2))[:40])
    await ingester(root, journal).cycle()
    assert await rows() == [0, 1]


async def test_what_a_dead_process_left_is_taken_in_and_what_a_living_one_has_is_not(
    database: str, root: Path, journal: Journal, sari: Account
) -> None:
    link = await world.shorten(sari, "promo")
    for n in range(2):
        folder, held = journal_folders.claim_folder(root)
        (folder / "000000000001.jsonl").write_bytes(line(seen(link, n)))
        if n == 0:
            alive = held
        else:
            os.close(held)
    assert await ingester(root, journal).adopt() == 1
    assert await rows() == [1]
    os.close(alive)
    assert await ingester(root, journal).adopt() == 1
    assert await rows() == [0, 1]


async def test_what_two_processes_find_at_once_is_taken_in_once(
    database: str, root: Path, journal: Journal, sari: Account
) -> None:
    link = await world.shorten(sari, "promo")
    folder, held = journal_folders.claim_folder(root)
    (folder / "000000000001.jsonl").write_bytes(b"".join(line(seen(link, n)) for n in range(5)))
    os.close(held)
    assert sum(await asyncio.gather(*(ingester(root, journal).adopt() for _ in range(3)))) == 5
    assert await rows() == list(range(5))


async def test_a_counter_is_changed_once_for_all_batches_of_a_segment(
    database: str, root: Path, journal: Journal, sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = await world.shorten(sari, "promo")
    for n in range(12):
        await journal.record(line(seen(link, n)))
    monkeypatch.setattr(intake, "BATCH_BYTES", journal.size // 6)
    with counting.queries() as statements:
        await ingester(root, journal).cycle()
    assert len([sql for sql in statements if sql.startswith("INSERT INTO visits ")]) > 2
    assert len([sql for sql in statements if "UPDATE links" in sql]) == 1
    await link.refresh_from_db()
    assert link.followed == 12


async def test_of_many_links_a_limited_number_of_counters_is_changed_at_once(
    database: str, root: Path, journal: Journal, sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    links = [await world.shorten(sari, f"promo-{n}") for n in range(5)]
    for n, link in enumerate(links):
        await journal.record(line(seen(link, n)))
    monkeypatch.setattr(intake, "BATCH_BYTES", journal.size // 5)
    monkeypatch.setattr(intake, "MAX_COUNTED", 2)
    with counting.queries() as statements:
        await ingester(root, journal).cycle()
    assert len([sql for sql in statements if "UPDATE links" in sql]) == 3
    assert [(await Link.get(id=link.id)).followed for link in links] == [1] * 5


async def test_while_many_visits_come_the_next_cycle_waits_for_more_of_them(
    database: str, root: Path, journal: Journal, sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []

    async def wait(seconds: float) -> None:
        waited.append(seconds)

    link, taking = await world.shorten(sari, "promo"), ingester(root, journal)
    monkeypatch.setattr(ingest, "MANY_VISITS", 3)
    for visits in (2, 3, 1):
        for n in range(visits):
            await journal.record(line(seen(link, n)))
        await taking.cycle()
        with monkeypatch.context() as asleep:
            asleep.setattr(asyncio, "sleep", wait)
            journal.written.set()
            await taking._wait_for_visits()
    assert waited == [ingest.PAUSE, ingest.BUSY_PAUSE, ingest.PAUSE]


async def test_visits_to_what_is_gone_are_no_obstacle(
    database: str, root: Path, journal: Journal, sari: Account
) -> None:
    link = await world.shorten(sari, "promo")
    await Link.filter(id=link.id).delete()
    await journal.record(line(seen(link, 0)) + line(seen(link, 1, account=str(uuid4()))))
    await ingester(root, journal).cycle()
    assert await rows() == [0, 1]


async def test_a_journal_begun_anew_behind_its_position_is_not_passed_over(
    database: str, root: Path, journal: Journal, sari: Account
) -> None:
    link = await world.shorten(sari, "promo")
    await journal.record(line(seen(link, 0)))
    await ingester(root, journal).cycle()
    journal.close()
    for segment in journals.list_segments(journal.folder):
        segment.unlink()
    mark = await journal_position.load_position(
        journal_folders.journal_name(journal.folder), db.visits_connection(), "visits"
    )
    again = Journal(journal.folder)
    again.open(mark.segment)
    await again.record(line(seen(link, 1)))
    await ingester(root, again).cycle()
    assert await rows() == [0, 1]
    again.close()


@ON_POSTGRES
async def test_whoever_changes_a_page_and_then_its_link_is_not_stopped_by_counting_their_visits(
    root: Path, journal: Journal, sari: Account
) -> None:
    link, page, outside = (
        await world.shorten(sari, "promo"),
        await Page.make(sari, "sari", Content("Sari")),
        OutsideTransaction(),
    )
    await journal.record(line(seen(link)))
    await journal.record(line(seen(link, 1, kind=Kind.VIEW)._replace(link=str(page.id))))

    async with db.transaction():
        await Page.filter(id=page.id).update(number=2)
        counting = outside.start(ingest.Ingester(root, journal, PageVisitCounter).cycle())
        await outside.until_somebody_waits(or_until=counting.done)
        await Link.filter(id=link.id).update(title="Kopi")
    await counting

    await link.refresh_from_db()
    await page.refresh_from_db()
    assert (link.title, link.clicks, page.number, page.views) == ("Kopi", 1, 2, 1)
