"""Each visit is written exactly once, before it is answered; a slow or failing database delays no redirect."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from uuid import uuid4

import pytest

from app.accounts.models import Account
from app.kernel import clock
from app.links.models import Link, count
from app.visits import recorder as module
from app.visits.recorder import Recorder
from app.visits.visit import Kind, Visit
from tests import world


def visits(number: int) -> list[Visit]:
    return [Visit(uuid4(), Kind.CLICK, clock.now()) for _ in range(number)]


class Book:
    """Something that visits are written in: slowly, or failing so many times, before or after it wrote."""

    def __init__(self, *, fails: int = 0, takes: float = 0) -> None:
        self.batches: list[list[Visit]] = []
        self.fails, self.takes = fails, takes
        self.begun = asyncio.Event()

    async def write(self, batch: list[Visit]) -> None:
        self.begun.set()
        await asyncio.sleep(self.takes)
        if self.fails:
            self.fails -= 1
            raise OSError("the database is away")
        self.batches.append(batch)

    @property
    def written(self) -> list[Visit]:
        return [visit for batch in self.batches for visit in batch]


@asynccontextmanager
async def recording(book: Book) -> AsyncGenerator[Recorder]:
    recorder = Recorder(book.write)
    async with recorder.running():
        yield recorder


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "RETRY_AFTER", 0.01)


async def test_a_visit_is_written_before_it_is_answered() -> None:
    [visit], book = visits(1), Book()
    async with recording(book) as recorder:
        await recorder.record(visit)
        assert book.written == [visit]


async def test_what_arrives_during_a_write_makes_one_batch() -> None:
    many, book = visits(100), Book(takes=0.02)
    async with recording(book) as recorder:
        await asyncio.gather(*(recorder.record(visit) for visit in many))
        assert len(book.batches) <= 2
    assert sorted(book.written, key=lambda visit: visit.link_id) == sorted(many, key=lambda visit: visit.link_id)


@pytest.mark.usefixtures("hasty")
async def test_failing_writes_lose_nothing_and_count_nothing_twice() -> None:
    many, book = visits(60), Book(fails=4, takes=0.005)
    async with recording(book) as recorder:
        for start in range(0, 60, 10):
            await asyncio.gather(*(recorder.record(visit) for visit in many[start:start + 10]))
    assert len(book.written) == 60 and set(book.written) == set(many)


@pytest.mark.usefixtures("hasty")
async def test_who_waits_for_a_failed_write_is_answered_when_it_succeeds() -> None:
    first, second = visits(2)
    book = Book(fails=2, takes=0.01)
    async with recording(book) as recorder:
        early = asyncio.create_task(recorder.record(first))
        await book.begun.wait()
        await recorder.record(second)
        await early
        assert set(book.written) == {first, second}


async def test_a_slow_database_holds_nobody_longer_than_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.02)
    [visit], book = visits(1), Book(takes=0.3)
    async with recording(book) as recorder:
        async with asyncio.timeout(0.2):
            await recorder.record(visit)
        assert book.written == []
    assert book.written == [visit]


async def test_a_database_that_is_away_holds_nobody_and_raises_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.02)
    many, book = visits(20), Book(fails=10**6)
    async with recording(book) as recorder:
        async with asyncio.timeout(1):
            await asyncio.gather(*(recorder.record(visit) for visit in many))
        assert len(recorder.waiting) == 20
        book.fails = 0
    assert set(book.written) == set(many)


async def test_the_end_does_not_cut_a_write_that_has_begun() -> None:
    [visit], book = visits(1), Book(takes=0.1)
    async with recording(book) as recorder:
        asking = asyncio.create_task(recorder.record(visit))
        await book.begun.wait()
    await asking
    assert book.batches == [[visit]]


async def test_a_visitor_who_hangs_up_is_still_written_once() -> None:
    many, book = visits(20), Book(takes=0.02)
    async with recording(book) as recorder:
        asking = [asyncio.create_task(recorder.record(visit)) for visit in many]
        await book.begun.wait()
        for task in asking[::2]:
            task.cancel()
        await asyncio.gather(*asking, return_exceptions=True)
    assert len(book.written) == 20 and set(book.written) == set(many)


async def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_WAITING", 5)
    monkeypatch.setattr(module, "PATIENCE", 0.01)
    book = Book()
    recorder = Recorder(book.write)
    await asyncio.gather(*(recorder.record(visit) for visit in visits(8)))
    assert (len(recorder.waiting), recorder.dropped) == (5, 3)
    assert (await recorder.flush(), await recorder.flush()) == (5, 0)


async def test_visits_reach_the_counters_of_their_links(sari: Account) -> None:
    link = await world.shorten(sari)
    recorder = Recorder(count)
    async with recorder.running():
        await asyncio.gather(*(recorder.record(world.visit(link)) for _ in range(300)))
        assert (await Link.get(id=link.id)).followed == 300


@pytest.mark.usefixtures("hasty")
async def test_ends_and_beginnings_of_the_recorder_keep_count(sari: Account) -> None:
    link, tasks = await world.shorten(sari), []
    recorder = Recorder(count)
    for round_ in range(20):
        async with recorder.running():
            tasks += [asyncio.create_task(recorder.record(world.visit(link))) for _ in range(10)]
            await asyncio.sleep(round_ / 4000)
    await asyncio.gather(*tasks)
    await recorder.flush()
    assert (await Link.get(id=link.id)).followed == 200
