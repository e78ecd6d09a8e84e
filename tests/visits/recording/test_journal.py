"""The journal: in it before the answer leaves, whole lines only, bounded, and patient with a disk that is not."""

import asyncio
import os
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from app.visits.recording import journal as journals
from app.visits.recording import journal_folders
from app.visits.recording.journal import Journal


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    journal = Journal(tmp_path)
    journal.open(0)
    return journal


def content(journal: Journal) -> bytes:
    return b"".join(segment.read_bytes() for segment in journals.list_segments(journal.folder))


async def test_all_lines_of_a_turn_are_written_at_once_before_their_answers(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[bytes] = []
    write = os.write

    def noted(file: int, data: bytes) -> int:
        written.append(bytes(data))
        return write(file, data)

    monkeypatch.setattr(os, "write", noted)
    answered: list[bytes] = []
    for n in range(5):
        journal.add(b"%d\n" % n, lambda _: answered.append(content(journal)), None)
    assert not answered
    await asyncio.sleep(0)
    assert written == [b"0\n1\n2\n3\n4\n"]
    assert answered == [b"0\n1\n2\n3\n4\n"] * 5


async def test_what_is_not_to_be_written_is_answered_in_its_turn(journal: Journal) -> None:
    order: list[int] = []
    for n in range(4):
        journal.add(b"x\n" if n % 2 else b"", order.append, n)
    await asyncio.sleep(0)
    assert order == [0, 1, 2, 3]


async def test_an_answer_that_reaches_nobody_holds_up_no_other(journal: Journal) -> None:
    answered: list[int] = []

    def closed(_: int) -> None:
        raise RuntimeError("unable to perform operation on <TCPTransport closed=True>; the handler is closed")

    for n, answer in enumerate((answered.append, closed, answered.append)):
        journal.add(b"x\n", answer, n)
    await asyncio.sleep(0)
    assert answered == [0, 2]


@pytest.mark.parametrize("written", [0, 1, 3, 4])
async def test_a_full_disk_delays_nobody_and_loses_and_doubles_nothing(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, written: int
) -> None:
    await journal.record(b"first\n")
    write = os.write
    pieces = iter([written])

    def full(file: int, data: bytes) -> int:
        piece = next(pieces, None)
        if piece:
            return write(file, bytes(data)[:piece])
        raise OSError("No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(os, "write", full)
        await journal.record(b"second\n")
        await journal.record(b"third\n")
        assert journal.waiting >= len(b"first\nsecond\nthird\n")
    await journal.record(b"fourth\n")
    assert content(journal) == b"first\nsecond\nthird\nfourth\n"


async def test_what_waits_is_not_copied_again_with_each_visit_nor_told_each_time(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[int] = []

    def full(_: int, data: bytes) -> int:
        offered.append(len(data))
        raise OSError("No space left on device")

    with monkeypatch.context() as disk, capture_logs() as told:
        disk.setattr(os, "write", full)
        for _ in range(300):
            await journal.record(b"x" * 1023 + b"\n")
        disk.setattr(journals, "MAX_UNWRITTEN", 300 * 1024)
        await journal.record(b"one too many\n")
    assert max(offered) <= journals.CHUNK + 1024
    assert len(told) == 1
    await journal.sync()
    assert (len(content(journal)), journal.unwritten_size, journal.lost) == (300 * 1024, 0, 1)


async def test_what_could_not_be_written_is_tried_again_without_another_visit(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError("No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(os, "write", full)
        await journal.record(b"a\n")
        await journal.sync()
    await journal.sync()
    assert (content(journal), journal.unwritten) == (b"a\n", [])
    assert journal.written.is_set()


async def test_where_nothing_can_be_taken_back_a_line_goes_on_where_it_broke_off(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, pieces = os.write, iter([3])

    def broken(*_: object) -> int:
        raise OSError("Input/output error")

    def full(file: int, data: bytes) -> int:
        piece = next(pieces, None)
        return write(file, bytes(data)[:piece]) if piece else broken()

    with monkeypatch.context() as disk:
        disk.setattr(os, "write", full)
        disk.setattr(os, "ftruncate", broken)
        await journal.record(b"second\n")
        journal.rotate()
    await journal.record(b"third\n")
    assert content(journal) == b"second\nthird\n"
    assert len(journals.list_segments(journal.folder)) == 1


async def test_a_journal_has_an_end_and_says_so(tmp_path: Path) -> None:
    journal = Journal(tmp_path, most=100)
    journal.open(0)
    for _ in range(30):
        await journal.record(b"123456789\n")
    assert journal.lost == 19
    assert len(content(journal)) == 110


async def test_segments_follow_each_other_over_restarts(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.open(0)
    await journal.record(b"a\n")
    journal.rotate()
    journal.rotate()
    await journal.record(b"b\n")
    journal.close()
    again = Journal(tmp_path)
    again.open(7)
    (tmp_path / "000000000002 (copy).jsonl").write_bytes(b"b\n")
    assert [journals.segment_number(segment) for segment in journals.list_segments(tmp_path)] == [1, 2, 8]
    assert again.waiting == 4
    again.close()


async def test_always_means_on_the_disk_before_the_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    monkeypatch.setattr(os, "fdatasync", lambda _: order.append("disk"))
    journal = Journal(tmp_path, always=True)
    journal.open(0)
    for _ in range(2):
        journal.add(b"a\n", order.append, "answer")
    await asyncio.sleep(0)
    assert order == ["disk", "answer", "answer"]


def test_each_process_has_a_journal_of_its_own(tmp_path: Path) -> None:
    one, held = journal_folders.claim_folder(tmp_path)
    two, also = journal_folders.claim_folder(tmp_path)
    assert one != two
    assert journal_folders.journal_name(one) != journal_folders.journal_name(two)
    assert journal_folders.lock_folder(one) is None
    os.close(held)
    again, held = journal_folders.claim_folder(tmp_path)
    assert (again, journal_folders.journal_name(again)) == (one, journal_folders.journal_name(one))
    os.close(held)
    os.close(also)


@pytest.mark.parametrize("truncates", [True, False])
@pytest.mark.parametrize("written", [0, 1, 3, 7])
async def test_the_size_of_a_segment_is_that_of_its_file_whatever_failed(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, written: int, truncates: bool
) -> None:
    await journal.record(b"first\n")
    write, pieces = os.write, iter([written])

    def full(file: int, data: bytes) -> int:
        if piece := next(pieces, 0):
            return write(file, bytes(data)[:piece])
        raise OSError("No space left on device")

    def stuck(*_: object) -> None:
        raise OSError("Input/output error")

    with monkeypatch.context() as disk:
        disk.setattr(os, "write", full)
        if not truncates:
            disk.setattr(os, "ftruncate", stuck)
        await journal.record(b"second\n")
    [segment] = journals.list_segments(journal.folder)
    assert journal.size == segment.stat().st_size
    await journal.record(b"third\n")
    assert journal.size == segment.stat().st_size
    assert content(journal) == b"first\nsecond\nthird\n"
