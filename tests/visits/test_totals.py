"""Closing days: exact while visits come in, the same when done again, and bounded."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from app.kernel import db
from app.visits import localtime, recount, totals
from app.visits.recording import insert_visits
from app.visits.reports.query import Filter, Interval, Period, Question, Scope
from app.visits.reports.report import build_report
from app.visits.visit import Visit
from tests.conftest import Clock
from tests.visits import truth
from tests.visits.truth import JAKARTA, KOLKATA, LINKS, NEW_YORK, SARI

BEGUN = datetime(2026, 10, 20, tzinfo=UTC)
NOW = BEGUN + timedelta(days=20)
TABLES = ("day_totals", "day_values", "month_values")
VISITS = truth.crowd(600, BEGUN, 18)


async def written(*tables: str) -> dict[str, list[list[Any]]]:
    """What stands in the tables of totals."""
    return {
        table: sorted(
            list(row.values())
            for row in await db.query_rows(f"SELECT * FROM {table}", [], on=db.visits_connection())  # noqa: S608
        )
        for table in tables or TABLES
    }


async def open_days() -> list[int]:
    return [
        row["day"]
        for row in await db.query_rows("SELECT day FROM open_days ORDER BY day", [], on=db.visits_connection())
    ]


async def counted(zone: str = JAKARTA, first: datetime = BEGUN - timedelta(days=40)) -> int:
    """All visits a report by whole days finds."""
    start, end = (
        localtime.from_milliseconds(
            localtime.start_of_day(localtime.day_of(localtime.to_milliseconds(at), zone), zone), zone
        )
        for at in (first, NOW + timedelta(days=2))
    )
    answer = await build_report(Question(Scope(SARI), Period(start, end, zone, Interval.DAY)))
    for rows in answer.tables.values():
        assert sum(row.all for row in rows) == answer.totals.all
    assert sum(hour.all for day in answer.hours for hour in day) == answer.totals.all
    return sum(count.all for count in answer.by_who.values())


@pytest.mark.parametrize("zone", [JAKARTA, NEW_YORK, KOLKATA])
async def test_recounting_changes_nothing(database: str, moved: Clock, zone: str) -> None:
    moved.to(NOW)
    await truth.take_in(VISITS, zone)
    await totals.close_days()
    before = await written()

    assert await recount.recount() == await recount.recount(SARI) > 17
    assert await written() == before
    assert await open_days() == []
    assert len(before["day_totals"]) > 200


async def test_months_are_the_sum_of_their_days(database: str, moved: Clock) -> None:
    moved.to(NOW)
    await truth.take_in(VISITS[:400], JAKARTA)
    await totals.close_days()
    await truth.take_in(VISITS[400:], JAKARTA)
    await totals.close_days()

    days: dict[tuple[Any, ...], list[int]] = {}
    for account, link, who, dimension, day, value, *counts in (await written("day_values"))["day_values"]:
        place = account, link, who, dimension, localtime.first_of_month(day), value
        days[place] = [a + b for a, b in zip(days.get(place, [0, 0, 0]), counts, strict=True)]
    assert sorted([*place, *counts] for place, counts in days.items()) == (await written())["month_values"]


async def test_a_day_is_closed_when_it_is_over_in_its_zone(database: str, moved: Clock) -> None:
    await truth.take_in([truth.at(datetime(2026, 11, 1, 3, 50, tzinfo=UTC))], NEW_YORK)  # 23:50 the day before
    moved.to(datetime(2026, 11, 1, 3, 59, 59, tzinfo=UTC))
    assert await totals.close_days() == 0
    moved.on(timedelta(seconds=1))
    assert await totals.close_days() == 1


async def test_a_late_visit_opens_its_day_again(database: str, moved: Clock) -> None:
    moved.to(NOW)
    await truth.take_in(VISITS, JAKARTA)
    await totals.close_days()

    await truth.take_in([truth.at(BEGUN + timedelta(days=3), country="NZ")], JAKARTA)

    assert len(await open_days()) == 1
    assert await counted() == 601
    assert await totals.close_days() == 1
    assert await counted() == 601


async def test_closing_a_day_twice_at_once_counts_it_once(database: str, moved: Clock) -> None:
    moved.to(NOW)
    await truth.take_in(VISITS, JAKARTA)

    closed = await asyncio.gather(*(totals.close_days() for _ in range(3)))

    assert sum(closed) > 17
    assert await counted() == 600


async def test_what_comes_in_while_days_are_closed_is_counted_once(database: str, moved: Clock) -> None:
    moved.to(NOW)
    done = asyncio.Event()

    async def bring(visits: list[Visit]) -> None:
        for place in range(0, len(visits), 10):
            await truth.take_in(visits[place : place + 10], JAKARTA)

    async def close() -> None:
        while not done.is_set():
            await totals.close_days()
            assert await counted() <= 600

    closing = asyncio.create_task(close())
    await asyncio.gather(*(bring(VISITS[n::3]) for n in range(3)))
    done.set()
    await closing
    await totals.close_days()

    assert await open_days() == []
    assert await counted() == 600
    before = await written()
    await recount.recount()
    assert await written() == before


async def test_a_closer_waits_for_a_batch_that_is_coming_in(database: str, dialect: str, moved: Clock) -> None:
    """The order that loses visits when nobody waits: the batch is older than the closing, and ends after it."""
    moved.to(NOW)
    await truth.take_in(VISITS[:1], JAKARTA)
    late, inside = truth.at(truth.when(VISITS[0], "UTC")), asyncio.Event()

    async def bring() -> None:
        async with db.transaction(db.visits_connection()):
            await insert_visits.insert_visit_rows([late], {SARI: JAKARTA})
            inside.set()
            await asyncio.sleep(0.2)

    bringing = asyncio.create_task(bring())
    await inside.wait()
    await totals.close_days()
    await bringing
    await totals.close_days()

    assert await counted() == 2


async def test_rare_values_are_summed(database: str, moved: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    moved.to(NOW)
    names = [f"campaign-{n:04}" for n in range(totals.MOST + 5)]
    many = [truth.at(BEGUN, utm_campaign=name) for name in [*names, *names[: totals.MOST - 1]]]
    await truth.take_in(many, JAKARTA)
    await totals.close_days()

    day = Period(BEGUN - timedelta(hours=7), BEGUN + timedelta(hours=17), JAKARTA, Interval.DAY)
    for scope in (Scope(SARI), Scope(SARI, LINKS[:1])):
        rows = (await build_report(Question(scope, day), ["utm_campaign"])).tables["utm_campaign"]
        assert len(rows) == totals.MOST + 1
        assert [(row.value, row.all) for row in rows if row.value == totals.REST] == [(totals.REST, 5)]
        assert sum(row.all for row in rows) == len(many)


@pytest.mark.parametrize("zones", [(JAKARTA, NEW_YORK), (KOLKATA, JAKARTA), (NEW_YORK, KOLKATA)])
async def test_another_time_zone_counts_nothing_twice(database: str, moved: Clock, zones: tuple[str, str]) -> None:
    moved.to(NOW)
    before, after = zones
    await truth.take_in(VISITS, before)
    await totals.close_days()

    await recount.rezone(SARI, after)
    assert await counted(after) == 600
    while await totals.close_days():
        assert await counted(after) == 600
    whole = Period(BEGUN.replace(day=15), NOW, after, Interval.DAY)
    again = await build_report(Question(Scope(SARI), whole, (Filter("country", ("XX",), exclude=True),)))

    assert sum(count.all for count in again.by_who.values()) == 600
    assert (await written())["day_totals"] == (await _afresh(after))["day_totals"]


async def _afresh(zone: str) -> dict[str, list[list[Any]]]:
    """The totals as if there had never been another zone."""
    for table in (*TABLES, "calendars", "open_days", "visits"):
        await db.query_rows(f"DELETE FROM {table}", [], on=db.visits_connection())  # noqa: S608
    await truth.take_in(VISITS, zone)
    await totals.close_days()
    return await written()
