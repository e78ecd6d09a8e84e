"""What a server does in the background goes on through outages and faults, and ends with its block."""

import asyncio

import pytest
import structlog

from app.kernel.background import background_tasks, kept_current, repeat
from app.kernel.file_storage import StorageUnavailable
from tests.waiting import eventually


class Reader:
    """Something that is read again and again; the first calls raise `faults`."""

    def __init__(self, *faults: Exception) -> None:
        self.faults, self.calls = list(faults), 0

    async def read(self) -> None:
        self.calls += 1
        if self.faults:
            raise self.faults.pop(0)


async def test_an_outage_or_a_fault_ends_no_work_that_is_repeated_and_each_is_logged() -> None:
    reader = Reader(StorageUnavailable("away"), StorageUnavailable("away"), ValueError("wrong"))
    with structlog.testing.capture_logs() as lines:
        async with background_tasks(repeat(reader.read, 0, "not_read", at_once=True), name="reader"):
            await eventually(lambda: reader.calls > 4)
    assert [(line["event"], line["log_level"]) for line in lines] == [("not_read", "warning"), ("not_read", "error")]


async def test_news_are_not_waited_for_and_none_that_come_while_it_reads_are_missed() -> None:
    news, reading, go_on, calls = asyncio.Event(), asyncio.Event(), asyncio.Event(), list[int]()

    async def read() -> None:
        calls.append(len(calls))
        if len(calls) == 2:
            reading.set()
            await go_on.wait()

    async with kept_current(read, 3_600, "not_read", sooner=news):
        assert calls == [0], "the block begins with what was read once"
        news.set()
        await reading.wait()
        news.set()
        go_on.set()
        await eventually(lambda: len(calls) == 3)


async def test_the_block_does_not_begin_without_a_first_reading_and_nothing_of_it_goes_on_behind_it() -> None:
    reader = Reader(ValueError("wrong"))
    with pytest.raises(ValueError, match="wrong"):
        async with kept_current(reader.read, 0, "not_read"):
            pass
    async with kept_current(reader.read, 0, "not_read"):
        await eventually(lambda: reader.calls > 2)
    calls = reader.calls
    await asyncio.sleep(0)
    assert reader.calls == calls


async def test_cancelling_it_is_never_lost_though_news_come_at_the_same_moment() -> None:
    for turns in range(5):
        news = asyncio.Event()
        task = asyncio.create_task(repeat(Reader().read, 3_600, "not_read", sooner=news))
        await asyncio.sleep(0.001)
        news.set()
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task], timeout=30)
        assert task.cancelled()
