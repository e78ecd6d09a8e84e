"""Taking visits in: every value as it was, whatever it holds."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.kernel import db
from app.visits import localtime
from app.visits.recording import insert_visits
from app.visits.reports.query import Filter, Interval, Period, Question, Scope
from app.visits.reports.visit_list import export, latest, visits
from app.visits.visit import DIMENSIONS, Visit, Who
from tests.counting import queries
from tests.visits import truth
from tests.visits.truth import BUDI, KOLKATA, LINKS, NEW_YORK, SARI

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
DAY = Period(NOON - timedelta(hours=12), NOON + timedelta(hours=12), "UTC", Interval.HOUR)


async def kept() -> list[Visit]:
    return [
        Visit(**row) for row in await db.query_rows("SELECT * FROM visits ORDER BY id", [], on=db.visits_connection())
    ]


@pytest.mark.parametrize("size", [1, 249, 250, 251, 700])
async def test_what_goes_in_is_there(database: str, size: int) -> None:
    some = truth.crowd(size, NOON, 1)

    await truth.take_in(some)

    assert await kept() == sorted(some)


async def test_values_may_hold_anything(database: str) -> None:
    texts: list[str] = []

    @settings(max_examples=60, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=60))
    def make(text: str) -> None:
        texts.append(text)

    make()
    odd = ["$1 ?1 %s", "'; DROP TABLE visits; --", '{"a": [1]}', "\\u0000", "‮\u2028", "🧵", "null", "1e5", *texts]
    some = [truth.at(NOON, utm_term=text, referrer=text, visitor=(1 << 63) - 1) for text in odd]

    await truth.take_in(some)

    assert await kept() == some


async def test_a_batch_undone_leaves_nothing(database: str) -> None:
    async def fail() -> None:
        async with db.transaction(db.visits_connection()):
            await insert_visits.insert_visit_rows(truth.crowd(300, NOON, 1))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail()
    assert not await kept()


async def test_a_batch_costs_few_statements(database: str) -> None:
    await truth.take_in(truth.crowd(10, NOON, 1))
    with queries() as sent:
        await truth.take_in(truth.crowd(250, NOON, 1))
    assert len(sent) <= 3


async def test_rows_are_read_newest_first_from_where_one_stopped(database: str) -> None:
    some = truth.crowd(300, NOON - timedelta(days=1), 2) + truth.crowd(20, NOON, 0.1, account=BUDI)
    await truth.take_in(some)
    for scope in (Scope(SARI), Scope(SARI, LINKS[:1]), Scope(SARI, LINKS[1:])):
        for filters in ((), (Filter("country", ("ID", "")), Filter("device", ("phone",), exclude=True))):
            question = Question(scope, DAY, filters)
            wanted = sorted((v for v in truth.asked_for(some, question) if v.who == Who.HUMAN), reverse=True)
            assert [visit async for chunk in export(question, 7) for visit in chunk] == wanted
            assert await visits(question, wanted[2].id, 3) == wanted[3:6]
            bots = replace(question, who=Who.BOT)
            assert {visit.who for visit in await visits(bots)} == {Who.BOT}


async def test_the_latest_are_of_everybody_and_newer(database: str) -> None:
    some = truth.crowd(50, NOON, 1)
    await truth.take_in(some)
    newest = sorted((visit for visit in some if visit.link == LINKS[0]), reverse=True)

    assert await latest(Scope(SARI, LINKS[:1]), limit=4) == newest[:4]
    assert await latest(Scope(SARI, LINKS[:1]), newest[2].id) == newest[:2]


def test_days_begin_where_clocks_say() -> None:
    for zone in (NEW_YORK, KOLKATA, truth.SANTIAGO, truth.LORD_HOWE, "Africa/Cairo", "Asia/Kathmandu"):
        for day in range(datetime(2026, 1, 1, tzinfo=UTC).toordinal(), datetime(2027, 1, 1, tzinfo=UTC).toordinal()):
            start = localtime.start_of_day_ms(day, zone)
            assert localtime.day_of(start, zone) == day == localtime.day_of(start - 1, zone) + 1, (zone, day)
            cuts = localtime.spans_of_equal_offset(start, localtime.start_of_day_ms(day + 1, zone), zone)
            assert [(span.end, localtime.utc_offset(span.start, zone)) for span in cuts[:-1]] == [
                (after.start, before.offset) for before, after in pairwise(cuts)
            ]
            assert all(localtime.utc_offset(span.end - 1, zone) == span.offset for span in cuts)


def test_every_dimension_is_a_column() -> None:
    assert set(DIMENSIONS) <= set(Visit._fields)
