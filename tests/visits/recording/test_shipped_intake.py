"""What a machine shipped before it was gone is taken in by another one, and no visit is counted twice or not at all."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs
from tortoise.exceptions import OperationalError

from app.accounts.models import Account
from app.kernel import installation
from app.kernel.directory_storage import DirectoryStorage
from app.kernel.file_storage import StorageUnavailable, StoredFile
from app.visits.recording import insert_visits, intake, journal_heartbeat, journal_position, shipped_intake
from app.visits.recording import journal as journals
from app.visits.recording.shipped_piece import delete_pieces, list_pieces
from tests import world
from tests.object_server import ObjectServer
from tests.visits.recording.machines import Machine, disk_comes_back, followed, visitors

Start = Callable[[str], Machine]


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Starts a machine with an empty disk of a name."""
    return lambda name: Machine(tmp_path / name)


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """A heartbeat has stopped when a second look finds it unchanged."""
    monkeypatch.setattr(shipped_intake, "GONE_AFTER", 0.0)
    monkeypatch.setattr(intake, "BATCH_BYTES", 600)  # a few lines a batch


@pytest.mark.parametrize("kind", ["directory", "bucket"])
async def test_another_machine_takes_in_what_was_shipped_once_and_deletes_it(
    database: str, start: Start, sari: Account, kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    if kind == "bucket":
        server: ObjectServer = request.getfixturevalue("object_server")
        installation.current().storage = server.storage(tmp_path / "workspace")
    link, dead, other = await world.shorten(sari, "promo"), start("dead"), start("other")
    for turn in range(3):
        await dead.record(link, *range(turn * 4, turn * 4 + 4))
        await dead.shipping.ship()
    dead.journal.rotate()
    await dead.record(link, 12)
    await dead.shipping.ship()
    dead.die()

    assert [await other.intake.look() for _ in range(3)] == [0, 13, 0]
    assert await visitors() == list(range(13)) and await followed(link) == 13
    assert await list_pieces() == []
    other.die()


async def test_a_disk_that_comes_back_adds_what_was_not_shipped_and_nothing_else(
    database: str, start: Start, sari: Account
) -> None:
    link, dead, other = await world.shorten(sari, "promo"), start("dead"), start("other")
    await dead.record(link, 0, 1)
    await dead.shipping.ship()
    dead.journal.rotate()
    await dead.record(link, 2, 3)
    await dead.shipping.ship()
    await dead.record(link, 4, 5)
    dead.die()

    assert await other.intake.take_in_all() == 4
    assert await disk_comes_back(dead.disk) == 2
    assert await visitors() == list(range(6)) and await followed(link) == 6
    other.die()


async def test_after_the_disk_was_taken_in_what_was_shipped_is_only_deleted(
    database: str, start: Start, sari: Account
) -> None:
    link, dead, other = await world.shorten(sari, "promo"), start("dead"), start("other")
    await dead.record(link, 0, 1, 2)
    await dead.shipping.ship()
    dead.die()

    assert await disk_comes_back(dead.disk) == 3
    assert await other.intake.take_in_all() == 0
    assert await list_pieces() == [] and await visitors() == [0, 1, 2] and await followed(link) == 3
    other.die()


async def test_a_machine_that_lives_ships_for_itself_and_counts_once_when_another_thought_it_gone(
    database: str, start: Start, sari: Account
) -> None:
    link, slow, other = await world.shorten(sari, "promo"), start("slow"), start("other")
    await slow.record(link, 0, 1)
    await slow.shipping.ship()
    for _ in range(3):
        await journal_heartbeat.beat(slow.name)
        assert await other.intake.look() == 0, "its heart beats"
    assert await other.intake.look() == 2
    await slow.record(link, 2, 3)
    await slow.shipping.ship()
    await slow.ingester.cycle()
    await slow.shipping.ship()
    assert await visitors() == [0, 1, 2, 3] and await followed(link) == 4 and await list_pieces() == []
    slow.die()
    other.die()


async def test_machines_that_look_at_once_take_in_a_journal_once_and_one_of_them_alone(
    database: str, start: Start, sari: Account
) -> None:
    link, dead, others = await world.shorten(sari, "promo"), start("dead"), [start(f"other-{n}") for n in range(3)]
    await dead.record(link, *range(20))
    await dead.shipping.ship()
    dead.die()
    for other in others:
        await other.intake.look()
    assert sorted(await asyncio.gather(*(other.intake.look() for other in others))) == [0, 0, 20]
    assert await visitors() == list(range(20)) and await followed(link) == 20
    for other in others:
        other.die()


async def test_two_machines_and_the_disk_that_take_in_the_same_at_once_count_it_once(
    database: str, start: Start, sari: Account
) -> None:
    link, dead, one, two = await world.shorten(sari, "promo"), start("dead"), start("one"), start("two")
    for turn in range(4):
        await dead.record(link, *range(turn * 10, turn * 10 + 10))
        await dead.shipping.ship()
        if turn % 2:
            dead.journal.rotate()
    dead.die()
    new = await asyncio.gather(one.intake.take_in_all(), two.intake.take_in_all(), disk_comes_back(dead.disk))
    assert sum(new) == 40
    assert await visitors() == list(range(40)) and await followed(link) == 40
    assert await list_pieces() == []
    one.die()
    two.die()


async def test_wherever_taking_in_is_cut_off_every_visit_is_counted_once(
    database: str, start: Start, sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    link, other, cuts = await world.shorten(sari, "promo"), start("other"), 10
    save, insert, delete = journal_position.Position.save, insert_visits.insert_visit_rows, DirectoryStorage.delete
    left = 0

    def step() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise OperationalError("database is locked")

    async def saved(self: journal_position.Position, on: str) -> None:
        step()
        await save(self, on)
        step()

    async def inserted(*visits: Any) -> None:
        await insert(*visits)
        step()

    def deleted(self: DirectoryStorage, key: str) -> None:
        step()
        delete(self, key)

    monkeypatch.setattr(journal_position.Position, "save", saved)
    monkeypatch.setattr(insert_visits, "insert_visit_rows", inserted)
    monkeypatch.setattr(DirectoryStorage, "delete", deleted)
    for cut in range(cuts):
        dead = start(f"dead-{cut}")
        for n in (0, 2):
            await dead.record(link, cut * 4 + n, cut * 4 + n + 1)
            await dead.shipping.ship()
        dead.die()
        left = cut + 1
        with pytest.raises(OperationalError):
            await other.intake.take_in_all()
        left = 0
        await other.intake.take_in_all()
    assert await visitors() == list(range(cuts * 4)) and await followed(link) == cuts * 4
    assert await list_pieces() == []
    other.die()


async def test_what_a_killed_process_did_not_delete_is_deleted_at_its_next_start_and_counted_no_second_time(
    database: str, start: Start, sari: Account
) -> None:
    link, killed = await world.shorten(sari, "promo"), start("disk")
    await killed.record(link, 0, 1)
    await killed.shipping.ship()
    await killed.ingester.cycle()
    killed.die()
    assert len(await list_pieces()) == 1
    again = await Machine.started(killed.disk)
    assert again.name == killed.name
    await again.intake.take_in_own()
    assert await list_pieces() == [] and await visitors() == [0, 1]
    again.die()


async def test_a_machine_whose_disk_was_set_back_loses_neither_what_was_shipped_nor_what_comes(
    database: str, start: Start, sari: Account
) -> None:
    link, killed = await world.shorten(sari, "promo"), start("disk")
    await killed.record(link, 0, 1)
    await killed.shipping.ship()
    killed.die()
    for segment in journals.list_segments(killed.journal.folder):
        segment.unlink()
    again = await Machine.started(killed.disk)
    await again.record(link, 2, 3)
    await again.shipping.ship()
    await again.intake.take_in_own()
    await again.ingester.cycle()
    await again.shipping.ship()
    assert await visitors() == [0, 1, 2, 3] and await followed(link) == 4 and await list_pieces() == []
    again.die()


async def test_a_list_that_lacks_what_was_shipped_while_it_was_made_passes_over_no_visit(
    database: str, start: Start, sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    link, busy, other = await world.shorten(sari, "promo"), start("busy"), start("other")
    await busy.record(link, 0)
    await busy.shipping.ship()
    await busy.record(link, 1)
    await busy.shipping.ship()
    busy.journal.rotate()
    await busy.record(link, 2)
    await busy.shipping.ship()
    first, _late, last = await list_pieces()
    list_files, lists = DirectoryStorage.list, iter(([first.key, last.key],))

    def list_some(self: DirectoryStorage, prefix: str) -> Iterator[StoredFile]:
        keys = next(lists, None)
        return (file for file in list_files(self, prefix) if keys is None or file.key in keys)

    with monkeypatch.context() as racing:
        racing.setattr(DirectoryStorage, "list", list_some)
        await other.intake.take_in_all()
    await busy.ingester.cycle()
    assert await visitors() == [0, 1, 2] and await followed(link) == 3
    busy.die()
    other.die()


async def test_a_piece_that_is_missing_is_told_and_what_comes_behind_it_is_kept(
    database: str, start: Start, sari: Account
) -> None:
    link, dead, other = await world.shorten(sari, "promo"), start("dead"), start("other")
    for n in range(3):
        await dead.record(link, n)
        await dead.shipping.ship()
    dead.die()
    pieces = await list_pieces()
    await delete_pieces(pieces[1:2])
    with capture_logs() as lines:
        assert await other.intake.take_in_all() == 1
        assert await other.intake.take_in_all() == 0
    assert [line["event"] for line in lines].count("shipped_journal_incomplete") == 1
    assert await list_pieces() == [pieces[0], pieces[2]]
    assert await disk_comes_back(dead.disk) == 2
    assert await other.intake.take_in_all() == 0 and await list_pieces() == [] and await visitors() == [0, 1, 2]
    other.die()


async def test_while_the_storage_is_away_a_look_fails_and_the_next_one_takes_the_visits_in(
    database: str, start: Start, sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    link, dead, other = await world.shorten(sari, "promo"), start("dead"), start("other")
    await dead.record(link, 0)
    await dead.shipping.ship()
    dead.die()
    await other.intake.look()

    def away(*_: object) -> bytes:
        raise StorageUnavailable("The storage of files does not answer.")

    with monkeypatch.context() as outage:
        outage.setattr(DirectoryStorage, "read", away)
        outage.setattr(DirectoryStorage, "list", away)
        with pytest.raises(StorageUnavailable):
            await other.intake.look()
    await other.intake.look()
    assert await visitors() == [0] and other.intake.waiting > 0, "that is what the last look found"
    await other.intake.look()
    assert other.intake.waiting == 0
    other.die()
