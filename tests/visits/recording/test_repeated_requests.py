"""A request that a proxy repeats on another machine is one visit, whoever takes it in, when, and from wherever."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from datetime import timedelta
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.accounts.models import Account
from app.kernel import db
from app.links.models import Link
from app.visits.recording import intake
from app.visits.recording.ingest import Ingester
from app.visits.recording.repeated_requests import KEPT, WINDOW, forget_requests, remember_admission
from app.visits.recording.request_key import MAX_ID, MIN_ID, RequestKeys
from app.visits.visit import JournalEntry
from tests import world
from tests.conftest import Clock
from tests.visits.recording.machines import FailingCounter, Machine, disk_comes_back, followed, visitors
from tests.visits.recording.test_ingest import line, seen

KEYS = RequestKeys(b"the secret of both machines")


def request(number: int) -> str:
    """The key of a request."""
    return KEYS.key(f"{number:032x}".encode())


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Machine, Machine]]:
    """Two machines that run."""
    machines = Machine(tmp_path / "here"), Machine(tmp_path / "there")
    yield machines
    for machine in machines:
        if machine.journal._file >= 0:
            machine.die()


async def write_down(machine: Machine, *visits: JournalEntry) -> None:
    for visit in visits:
        await machine.journal.record(line(visit))


async def one_after_the_other(here: Machine, there: Machine) -> None:
    """Both take in what they wrote down."""
    await there.ingester.cycle()
    await here.ingester.cycle()


async def at_once(here: Machine, there: Machine) -> None:
    """Both take in what they wrote down, in two batches at the same time."""
    await asyncio.gather(here.ingester.cycle(), there.ingester.cycle())


async def by_the_other_one(here: Machine, there: Machine) -> None:
    """One dies, and the other takes in what both of them shipped, and later the disk of the dead one."""
    await here.shipping.ship()
    await there.shipping.ship()
    here.die()
    await there.intake.take_in_all()
    await there.ingester.cycle()
    await disk_comes_back(here.disk)


@pytest.mark.parametrize("take_in", [one_after_the_other, at_once, by_the_other_one])
async def test_a_request_that_two_machines_wrote_down_is_one_visit(
    database: str,
    two: tuple[Machine, Machine],
    sari: Account,
    take_in: Callable[[Machine, Machine], Awaitable[None]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(intake, "BATCH_BYTES", 600)  # a few lines a batch
    (here, there), link = two, await world.shorten(sari, "promo")
    for number in range(20):
        visit = seen(link, number, request=request(number))
        await write_down(here, *[visit] * (number % 4 != 1))
        await write_down(there, *[visit._replace(at=visit.at + 40)] * (number % 4 != 2))
    await write_down(there, seen(link, 20, request=request(19)))  # of somebody else
    await take_in(here, there)
    assert await visitors() == list(range(21)) and await followed(link) == 21


async def test_one_machine_that_gets_a_request_again_counts_it_once(
    database: str, two: tuple[Machine, Machine], sari: Account
) -> None:
    (here, _), link = two, await world.shorten(sari, "promo")
    await write_down(here, *[seen(link, 1, request=request(1))] * 2, seen(link, 1))
    await here.ingester.cycle()
    await write_down(here, seen(link, 1, request=request(1)))
    await here.ingester.cycle()
    assert await visitors() == [1, 1] and await followed(link) == 2


async def test_counters_leave_out_what_the_rows_left_out_though_there_was_an_interruption_in_between(
    database: str, two: tuple[Machine, Machine], sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here, there), link = two, await world.shorten(sari, "promo")
    await write_down(there, *(seen(link, number, request=request(number)) for number in (1, 3, 4)))
    await there.ingester.cycle()
    await write_down(here, *(seen(link, number, request=request(number)) for number in range(6)), seen(link, 6))

    with pytest.raises(OSError, match="gone"):
        await Ingester(here.disk, here.journal, lambda: FailingCounter(OSError("the machine is gone"))).cycle()
    assert await visitors() == list(range(7)) and await followed(link) == 3
    monkeypatch.setattr(intake, "BATCH_BYTES", 300)  # the batches are others than before
    await here.ingester.cycle()
    assert await visitors() == list(range(7)) and await followed(link) == 7


async def test_distinct_ids_are_distinct_visits_and_equal_ones_are_one(
    database: str, two: tuple[Machine, Machine], sari: Account
) -> None:
    link, examples = await world.shorten(sari, "promo"), []
    ids = st.binary(min_size=MIN_ID, max_size=MAX_ID)

    @settings(max_examples=25, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.dictionaries(ids, st.lists(st.integers(0, 1), min_size=1, max_size=3)))
    def make(requests: dict[bytes, list[int]]) -> None:
        examples.append(requests)

    make()
    distinct = set[bytes]()
    for number, example in enumerate(examples, 1):
        for request_id, places in example.items():
            distinct.add(request_id)
            for place in places:
                await write_down(two[place], seen(link, 1, at=1_790_000_000_000, request=KEYS.key(request_id)))
        if number % 8 == 0 or number == len(examples):
            await at_once(*two)
    assert await visitors() == [1] * len(distinct) and await followed(link) == len(distinct) > 100


Change = Callable[[JournalEntry, Link], JournalEntry]
OTHERS: dict[str, Change] = {
    "visitor": lambda visit, _: visit._replace(visitor=2),
    "link": lambda visit, other: visit._replace(link=str(other.id)),
    "later": lambda visit, _: visit._replace(at=visit.at + WINDOW + 1),
}


async def test_an_id_that_is_not_unique_swallows_no_visit_of_others_and_none_for_long(
    database: str, two: tuple[Machine, Machine], sari: Account
) -> None:
    (here, there), link, other = two, await world.shorten(sari, "promo"), await world.shorten(sari, "other")
    first = seen(link, 1, at=1_790_000_000_000, request=request(1))
    await write_down(here, first)
    await here.ingester.cycle()
    for change, machine in product(OTHERS.values(), two):
        await write_down(machine, *[change(first, other)] * 2)
    await at_once(here, there)
    assert await visitors() == [1] * 9 + [2] * 4


async def test_a_request_that_is_repeated_at_midnight_is_one_visit_though_the_number_of_its_visitor_changes(
    database: str, two: tuple[Machine, Machine], sari: Account
) -> None:
    (here, there), link, midnight = two, await world.shorten(sari, "promo"), 20_700 * 86_400_000
    await write_down(here, seen(link, 1, at=midnight - 1, request=request(1)))
    await write_down(there, seen(link, 2, at=midnight + 1, request=request(1)))
    await one_after_the_other(here, there)
    assert await visitors() == [2] and await followed(link) == 1


async def test_requests_are_forgotten_after_a_day(
    database: str, two: tuple[Machine, Machine], sari: Account, moved: Clock
) -> None:
    (here, there), link = two, await world.shorten(sari, "promo")
    visit = partial(seen, link, request=request(1))
    await write_down(here, visit(1))
    await here.ingester.cycle()
    await remember_admission(7)
    moved.on(KEPT - timedelta(hours=1))
    await forget_requests()
    await write_down(there, visit(1, at=visit(1).at - int(timedelta(hours=23).total_seconds() * 1000)))
    await there.ingester.cycle()
    assert await visitors() == [1]
    moved.on(timedelta(hours=2))
    await forget_requests()
    for file in (db.MAIN, db.visits_connection()):
        assert await db.query_rows("SELECT * FROM visit_requests", [], on=file) == []


async def test_a_line_with_a_key_that_is_none_keeps_nothing_up(
    database: str, two: tuple[Machine, Machine], sari: Account
) -> None:
    (here, _), link = two, await world.shorten(sari, "promo")
    damaged: list[Any] = ["0" * 15, "0" * 17, "x" * 16, "ff" * 100, 7, [1]]
    await write_down(here, *(seen(link, 0, request=key) for key in damaged), seen(link, 1, request=request(1)))
    await here.ingester.cycle()
    assert await visitors() == [1]


def test_a_key_says_nothing_of_the_id_without_the_secret() -> None:
    request_id = b"0123456789abcdef0123456789abcdef"
    key = KEYS.key(request_id)
    assert key == RequestKeys(b"the secret of both machines").key(request_id) and len(key) == 16
    assert key not in request_id.decode() and key != RequestKeys(b"another").key(request_id)
    assert RequestKeys.of_installation().key(request_id) == RequestKeys.of_installation().key(request_id)
    assert "" not in {KEYS.key(b"x" * MIN_ID), KEYS.key(b"x" * MAX_ID)}
    refused = b"", b"-", b"x" * (MIN_ID - 1), b"x" * (MAX_ID + 1)
    assert {KEYS.key(value) for value in refused} == {""}
