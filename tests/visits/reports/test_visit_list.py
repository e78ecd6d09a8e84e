"""Lists and exports of single visits: in the order of ids, complete, without doubles, wherever the rows are."""

from datetime import UTC, datetime, timedelta

import pytest

from app.visits.reports import visit_list
from app.visits.reports.query import Filter, Interval, Period, Question, Scope
from app.visits.sealed import edits, schema, seal
from app.visits.sealed.rewrite import rewrite_months
from app.visits.visit import Visit, Who
from tests.conftest import Clock
from tests.visits import truth
from tests.visits.truth import BUDI, JAKARTA, LINKS, SARI

BEGUN, NOW = datetime(2026, 10, 1, tzinfo=UTC), datetime(2026, 11, 10, 15, tzinfo=UTC)
ALL = Period(BEGUN, NOW + timedelta(days=3), JAKARTA, Interval.DAY)
VISITS = [*truth.crowd(200, BEGUN, 40, seed=31), *truth.crowd(20, NOW - timedelta(hours=14), 0.5, seed=33)]
LATE = [visit for visit in VISITS[::9] if truth.when(visit, "UTC").day < 9]
QUESTIONS = [
    Question(Scope(SARI), ALL),
    Question(Scope(SARI, LINKS[:1]), ALL, (Filter("country", ("ID", "US")),)),
    Question(Scope(SARI), Period(BEGUN + timedelta(days=8, hours=5), NOW - timedelta(days=3), JAKARTA, Interval.DAY)),
    Question(Scope(SARI), ALL, (Filter("kind", ("scan",), exclude=True),), Who.BOT),
]


def expected(question: Question, visits: list[Visit] = VISITS) -> list[Visit]:
    return sorted((each for each in truth.asked_for(visits, question) if each.who == question.who), reverse=True)


async def pages(question: Question, size: int) -> list[list[Visit]]:
    """All pages of a list, each asked for by the last id of the one before."""
    found = [await visit_list.visits(question, limit=size)]
    while found[-1]:
        found.append(await visit_list.visits(question, found[-1][-1].id, size))
    return found[:-1]


@pytest.fixture
async def mixed(database: str, moved: Clock) -> None:
    """Visits in files, visits of today, late ones for days that are sealed, and those of another account."""
    moved.to(NOW)
    await truth.take_in([visit for visit in VISITS if visit not in LATE])
    await truth.take_in(truth.crowd(40, BEGUN, 40, seed=32, account=BUDI))
    await seal.seal_days()
    await truth.take_in(LATE)
    assert len(await truth.open_visits()) > len(LATE) > 3


@pytest.mark.parametrize("size", [3, 7, 1_000])
async def test_pages_have_every_visit_once_newest_first(mixed: None, size: int) -> None:
    for question in QUESTIONS[:1] if size == 3 else QUESTIONS:
        found = await pages(question, size)
        assert [visit for page in found for visit in page] == expected(question)
        assert {len(page) for page in found[:-1]} <= {size}


async def test_an_export_is_the_same_as_the_list(mixed: None) -> None:
    for question in QUESTIONS:
        chunks = [chunk async for chunk in visit_list.export(question, 13)]
        assert [visit for chunk in chunks for visit in chunk] == expected(question)


async def test_a_day_that_is_sealed_between_two_pages_leaves_no_gap_and_no_double(mixed: None, moved: Clock) -> None:
    """And a month that is rewritten, and visits that come meanwhile but are older than the page."""
    await truth.account_of(SARI, "pro")
    await truth.account_of(BUDI, "pro")
    question, found = QUESTIONS[0], list[Visit]()
    visits = list(VISITS)
    async for chunk in visit_list.export(question, 11):
        found += chunk
        if len(found) == 11:
            moved.to(NOW + timedelta(days=1))
            await seal.seal_days()
        if len(found) == 33:
            await rewrite_months()
            assert not await truth.open_visits()
        if len(found) == 55:
            visits.append(truth.at(BEGUN + timedelta(days=1)))
            await truth.take_in(visits[-1:])
    assert found == expected(question, visits)


async def test_a_day_that_is_sealed_while_a_page_is_read_is_not_missed(
    mixed: None, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved.to(NOW + timedelta(days=1))
    read, calls = visit_list._read_open, list[int]()

    async def read_while_sealed(*args: object) -> list[Visit]:
        if not calls:
            calls.append(1)
            await seal.seal_days()
        return await read(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(visit_list, "_read_open", read_while_sealed)
    assert await visit_list.visits(QUESTIONS[0], limit=1_000) == expected(QUESTIONS[0])
    assert calls


async def test_a_claim_and_a_deleted_link_are_seen_in_the_list_at_once(mixed: None) -> None:
    await edits.move_visits(BUDI, SARI)
    await edits.detach_links(SARI, LINKS[:1])
    listed = await visit_list.visits(QUESTIONS[0], limit=1_000)
    assert {visit.account for visit in listed} == {SARI}
    assert {visit.link for visit in listed} == {schema.DELETED_LINK, *LINKS[1:]}
    assert [visit.id for visit in listed] == sorted({visit.id for visit in listed}, reverse=True)
    assert len(listed) > len(expected(QUESTIONS[0]))


async def test_the_newest_are_those_of_an_account_after_an_id(mixed: None) -> None:
    newest = sorted((visit for visit in await truth.open_visits() if visit.account == SARI), reverse=True)
    assert await visit_list.latest(Scope(SARI), limit=5) == newest[:5]
    assert await visit_list.latest(Scope(SARI), after=newest[2].id) == newest[:2]
