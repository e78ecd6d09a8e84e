"""Visits go after the days of the plan; totals stay, and stay true."""

import asyncio
from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.kernel import db
from app.visits import localtime, recount, retention, totals
from app.visits.reports.query import Filter, Interval, Period, Question, Scope
from app.visits.reports.report import build_report
from app.visits.visit import visit_key
from tests.conftest import Clock
from tests.visits import truth
from tests.visits.test_totals import BEGUN, NOW, VISITS, counted, open_days, written
from tests.visits.truth import JAKARTA, KOLKATA, LINKS, NEW_YORK, SARI


async def rows_left() -> int:
    return int((await db.query_rows("SELECT count(*) AS n FROM visits", [], on=db.visits_connection()))[0]["n"])


async def purged(moved: Clock, zone: str = JAKARTA) -> int:
    """Everything taken in, the older half gone; returns how many are left."""
    moved.to(NOW)
    await truth.take_in(VISITS, zone)
    await retention.purge_account(SARI, 10)
    return await rows_left()


async def test_what_is_purged_is_whole_days_and_still_in_totals(database: str, moved: Clock) -> None:
    left = await purged(moved)
    first = localtime.day_of(localtime.to_milliseconds(NOW), JAKARTA) - 10

    assert 0 < left < 600
    assert left == sum(truth.when(visit, JAKARTA).toordinal() >= first for visit in VISITS)
    assert await counted() == 600
    assert await retention.purge_account(SARI, 10) == 0
    before = await written()
    await totals.close_days()
    await recount.recount()
    assert [row for row in (await written())["day_totals"] if row[3] < first] == [
        row for row in before["day_totals"] if row[3] < first
    ]
    assert await counted() == 600


async def test_reports_that_need_visits_say_since_when_there_are_some(database: str, moved: Clock) -> None:
    left = await purged(moved)
    start = localtime.from_milliseconds(
        localtime.start_of_day(localtime.day_of(localtime.to_milliseconds(BEGUN), JAKARTA), JAKARTA), JAKARTA
    )
    period = Period(start, start + timedelta(days=25), JAKARTA, Interval.DAY)
    everybody = (Filter("country", ("XX",), exclude=True),)

    answer = await build_report(Question(Scope(SARI), period, everybody))

    assert answer.since == localtime.from_milliseconds(
        localtime.start_of_day(localtime.day_of(localtime.to_milliseconds(NOW), JAKARTA) - 10, JAKARTA), JAKARTA
    )
    assert sum(count.all for count in answer.by_who.values()) == left
    assert (await build_report(Question(Scope(SARI), period))).since is None
    later = Period(answer.since, period.end, JAKARTA, Interval.DAY)
    assert (await build_report(Question(Scope(SARI), later, everybody))).since is None


async def test_a_visit_too_late_for_its_row_is_still_counted(database: str, moved: Clock) -> None:
    left = await purged(moved)
    late = [truth.at(BEGUN + timedelta(days=n % 3), country="NZ", link=LINKS[n % 3]) for n in range(7)]

    await asyncio.gather(*(truth.take_in([one, truth.at(NOW, visitor=n)], JAKARTA) for n, one in enumerate(late)))

    assert await rows_left() == left + 7
    assert await counted() == 614
    await totals.close_days()
    await retention.purge_account(SARI, 10)
    assert await counted() == 614


@pytest.mark.parametrize("zones", [(JAKARTA, NEW_YORK), (NEW_YORK, JAKARTA), (KOLKATA, JAKARTA), (JAKARTA, KOLKATA)])
async def test_another_time_zone_loses_nothing_that_is_purged(
    database: str, moved: Clock, zones: tuple[str, str]
) -> None:
    await purged(moved, zones[0])

    await recount.rezone(SARI, zones[1])
    assert await counted(zones[1]) == 600
    await totals.close_days()
    assert await counted(zones[1]) == 600
    await retention.purge_account(SARI, 10)
    await recount.recount()
    assert await counted(zones[1]) == 600


async def test_where_nothing_was_purged_nothing_is_missing(database: str, moved: Clock) -> None:
    moved.to(NOW)
    await truth.take_in(VISITS, JAKARTA)
    assert await retention.purge_account(SARI, 30) == 0
    year = Period(BEGUN - timedelta(days=365), NOW, JAKARTA, Interval.DAY)

    assert (await build_report(Question(Scope(SARI), year, (Filter("country", ("ID",)),)))).since is None


async def test_days_that_are_open_are_closed_before_they_go(database: str, moved: Clock) -> None:
    await purged(moved)
    first = localtime.day_of(localtime.to_milliseconds(NOW), JAKARTA) - 10

    assert await open_days() == [day for day in await open_days() if day >= first]


async def test_purging_on_several_machines_while_visits_come_in(database: str, moved: Clock) -> None:
    moved.to(NOW)
    await truth.take_in(VISITS[:300], JAKARTA)

    async def bring() -> None:
        for place in range(300, 600, 10):
            await truth.take_in(VISITS[place : place + 10], JAKARTA)

    await asyncio.gather(
        bring(), retention.purge_account(SARI, 10), retention.purge_account(SARI, 10), totals.close_days()
    )
    await totals.close_days()

    assert await counted() == 600


async def test_every_account_keeps_what_its_plan_says(sari: Account, budi: Account, moved: Clock) -> None:
    for account, days in ((sari, 30), (budi, 90)):
        visits = [
            truth.at(moved.now - timedelta(days=n), account=visit_key(account.id)) for n in (0, days - 1, days + 2)
        ]
        await truth.take_in(visits, account.time_zone)

    assert await retention.purge_all() == 2
    assert await rows_left() == 4


async def test_a_link_that_is_forgotten_is_counted_in_its_account_only(database: str, moved: Clock) -> None:
    moved.to(NOW)
    await truth.take_in(VISITS, JAKARTA)
    await totals.close_days()

    await retention.detach_links(SARI, LINKS[:2])

    assert await counted() == 600
    assert {row[1] for row in (await written())["day_values"]} == {0, LINKS[2]}
    await recount.recount()
    assert await counted() == 600
    links = [
        row["link"] for row in await db.query_rows("SELECT DISTINCT link FROM visits", [], on=db.visits_connection())
    ]
    assert sorted(links) == [retention.DELETED_LINK, LINKS[2]]
