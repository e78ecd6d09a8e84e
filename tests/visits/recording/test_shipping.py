"""What a journal grows by is in the storage a moment later, and nothing waits for a storage that is away."""

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from app.accounts.models import Account
from app.kernel import installation, object_storage
from app.kernel.directory_storage import DirectoryStorage
from app.kernel.file_storage import FileStorage, StorageUnavailable
from app.links.click_counters import LinkVisitCounter
from app.visits.recording import journal as journals
from app.visits.recording import journal_heartbeat, shipping
from app.visits.recording.lifespan import recording_running
from app.visits.recording.shipped_piece import FOLDER, is_piece, list_pieces
from tests import world
from tests.object_server import ObjectServer
from tests.stored import folder
from tests.visits.recording.machines import FailingCounter, Machine, visitors
from tests.visits.recording.test_ingest import line, seen
from tests.waiting import eventually


@pytest.fixture(params=["directory", "bucket"])
def outage(
    request: pytest.FixtureRequest, database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> FileStorage:
    """Makes a storage that works the current one, and returns the same when it is away."""
    if request.param == "directory":
        (tmp_path / "gone").touch()  # as where a mounted folder is missing
        return DirectoryStorage(tmp_path / "gone")
    monkeypatch.setattr(object_storage, "RETRIES", 0)
    server: ObjectServer = request.getfixturevalue("object_server")
    installation.current().storage = server.storage(tmp_path / "work")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    return server.storage(tmp_path / "work", f"s3://bucket/kliqs?endpoint=http://127.0.0.1:{port}")


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    machine = Machine(tmp_path / "disk")
    yield machine
    machine.die()


def shipped_bytes() -> bytes:
    storage = installation.current().storage
    return b"".join(storage.read(key) for key in sorted(file.key for file in storage.list(FOLDER + "/")))


def journal_bytes(machine: Machine) -> bytes:
    return b"".join(segment.read_bytes() for segment in journals.list_segments(machine.journal.folder))


async def test_the_pieces_are_the_bytes_of_the_journal_in_whole_lines_and_of_bounded_size(
    database: str, machine: Machine, sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shipping, "PIECE", 600)
    link = await world.shorten(sari, "promo")
    for turn in range(3):
        await machine.record(link, *range(turn * 5, turn * 5 + 5))
        await machine.shipping.ship()
        machine.journal.rotate()
    assert shipped_bytes() == journal_bytes(machine)
    storage = installation.current().storage
    for file in [*storage.list("")]:
        assert is_piece(file.key) and file.size <= 600 and storage.read(file.key).endswith(b"\n")
    assert machine.shipping.unshipped == 0
    assert folder(FOLDER).stat().st_mode & 0o777 == 0o700


async def test_half_a_line_is_shipped_with_its_other_half(database: str, machine: Machine, sari: Account) -> None:
    whole = line(seen(await world.shorten(sari, "promo")))
    await machine.journal.record(whole + whole[:40])
    await machine.shipping.ship()
    assert shipped_bytes() == whole
    await machine.journal.record(whole[40:])
    await machine.shipping.ship()
    assert shipped_bytes() == whole + whole


async def test_what_is_in_the_database_is_deleted_from_the_storage(
    database: str, machine: Machine, sari: Account
) -> None:
    link = await world.shorten(sari, "promo")
    await machine.record(link, 0, 1)
    await machine.shipping.ship()
    await machine.record(link, 2)
    assert len(await list_pieces()) == 1
    await machine.ingester.cycle()
    await machine.shipping.ship()
    assert await list_pieces() == [] and await visitors() == [0, 1, 2]


async def test_what_a_deletion_that_is_cut_off_leaves_begins_with_the_first_visit(
    database: str, machine: Machine, sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    link, delete, deleted = await world.shorten(sari, "promo"), DirectoryStorage.delete, list[str]()
    for number in range(3):
        await machine.record(link, number)
        await machine.shipping.ship()
    pieces = await list_pieces()
    await machine.ingester.cycle()

    def delete_one(self: DirectoryStorage, key: str) -> None:
        if deleted:
            raise StorageUnavailable("The storage of files does not answer.")
        deleted.append(key)
        delete(self, key)

    with monkeypatch.context() as outage:
        outage.setattr(DirectoryStorage, "delete", delete_one)
        await machine.shipping.try_to_ship()
    assert await list_pieces() == pieces[:2], "so that a database that was set back finds no gap"
    await machine.shipping.try_to_ship()
    assert await list_pieces() == []


async def test_a_journal_that_has_not_grown_asks_nothing_of_the_storage(
    database: str, machine: Machine, sari: Account, outage: FileStorage
) -> None:
    await machine.record(await world.shorten(sari, "promo"), 0)
    await machine.shipping.ship()
    machine.journal.rotate()
    await machine.shipping.ship()
    installation.current().storage = outage
    await machine.shipping.ship()


async def test_while_the_storage_is_away_visits_get_into_the_database_and_are_shipped_when_it_is_back(
    database: str, machine: Machine, sari: Account, outage: FileStorage
) -> None:
    link, back = await world.shorten(sari, "promo"), installation.current().storage
    await machine.record(link, 0)
    await machine.shipping.ship()
    installation.current().storage = outage
    await machine.record(link, 1)
    with capture_logs() as lines:
        for _ in range(3):
            await machine.shipping.try_to_ship()
    assert [line["event"] for line in lines].count("journal_not_shipped") == 1, "one line a minute"
    assert machine.shipping.failing and machine.shipping.unshipped == len(line(seen(link, 1)))
    await machine.ingester.cycle()
    await machine.record(link, 2)
    await machine.shipping.try_to_ship()
    assert await visitors() == [0, 1]

    installation.current().storage = back
    await machine.shipping.try_to_ship()
    assert (machine.shipping.failing, machine.shipping.unshipped) == ("", 0)
    assert shipped_bytes() == journal_bytes(machine)


async def test_a_server_ships_and_beats_while_its_visits_cannot_get_into_the_database(
    database: str, sari: Account, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shipping, "SHIP_EVERY", 0.01)
    link, root = await world.shorten(sari, "promo"), tmp_path / "disk"
    away = FailingCounter(ConnectionError("The database is away."))
    options: dict[str, Any] = {"sync": "ship", "most": 1 << 30}
    async with recording_running(root, lambda: away, **options) as recording:
        await recording.journal.record(line(seen(link, 0)))
        await eventually(list_pieces)
        assert recording.shipping is not None
        name = recording.shipping.name
        await eventually(lambda: _beats(name))
        await recording.journal.record(line(seen(link, 1)))
    pieces = await list_pieces()
    assert sum(piece.size for piece in pieces) == 2 * len(line(seen(link, 0))), "the end ships what is left"
    async with recording_running(root, LinkVisitCounter, **options):
        await eventually(_nothing_waits)
    assert await visitors() == [0, 1]


async def _beats(name: str) -> int:
    return (await journal_heartbeat.load_beats([name]))[name]


async def _nothing_waits() -> bool:
    return await list_pieces() == []
