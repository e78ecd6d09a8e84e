"""Reports: equal to what is counted one by one, of open visits, of sealed ones, and of both."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.kernel import db
from app.visits.reports import report, sealed_query, sealed_statements
from app.visits.reports.query import Filter, Interval, Period, Question, Scope
from app.visits.reports.report import Report, build_report, daily_visits_by_link, referrers_to_compare
from app.visits.sealed import manifest, seal
from app.visits.sealed.engine import ReportTookTooLong
from app.visits.sealed.manifest import first_id_of
from app.visits.visit import DIMENSIONS, Who
from tests.conftest import Clock
from tests.counting import queries
from tests.visits import truth
from tests.visits.truth import BUDI, JAKARTA, JAYAPURA, KOLKATA, LINKS, LORD_HOWE, NEW_YORK, SANTIAGO, SARI

NOW = datetime(2026, 11, 10, 15, tzinfo=UTC)
BEGUN = datetime(2026, 10, 1, tzinfo=UTC)
VISITS = truth.crowd(1500, BEGUN, 40.6)
OPEN_FROM = first_id_of(date(2026, 11, 9).toordinal())
ZONES = [JAKARTA, NEW_YORK, KOLKATA, JAYAPURA, LORD_HOWE, SANTIAGO]


def days(first: int, last: int, zone: str, interval: Interval = Interval.DAY, month: int = 10) -> Period:
    """From a day of October on, up to a day (32 is 1 November) and not including it."""
    start = datetime(2026, month, 1, tzinfo=ZoneInfo(zone))
    return Period(start + timedelta(days=first - 1), start + timedelta(days=last - 1), zone, interval)


def hours(start: datetime, end: datetime, zone: str) -> Period:
    return Period(start, end, zone, Interval.HOUR)


async def fill(moved: Clock) -> None:
    """Everything until now: most days are sealed, the last two are open, and some visits came late for sealed days.

    The file of October is one without combined columns, which an older version wrote.
    """
    moved.to(NOW)
    early = [visit for visit in VISITS[:-20] if visit.id < OPEN_FROM]
    await truth.take_in([*early, *truth.crowd(100, BEGUN, 30, seed=7, account=BUDI)])
    assert await seal.seal_days() > 1
    october, *_ = (await manifest.load_manifest()).files
    await truth.write_without_combined_columns(october)
    await truth.take_in([visit for visit in VISITS if visit not in early])


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Different visitors are counted from files in pieces of a few visits, as those of a million are."""
    monkeypatch.setattr(sealed_query, "MOST_VISITS", 40)


def agrees(answer: Report, question: Question) -> None:
    """Everything in an answer is true of VISITS."""
    truth.agrees(answer, question, VISITS)


FILTERS = st.lists(
    st.one_of(
        st.sampled_from(DIMENSIONS).flatmap(
            lambda name: st.builds(
                Filter,
                st.just(name),
                st.lists(st.sampled_from((truth.FEW | truth.FEW_OF_OURS)[name]), max_size=2).map(tuple),
                st.booleans(),
            )
        ),
        st.builds(
            Filter, st.just("kind"), st.lists(st.sampled_from(["click", "scan", "view", "?"])).map(tuple), st.booleans()
        ),
    ),
    max_size=2,
).map(tuple)
MANY = (*LINKS[1:], *range(1_000, 1_060))  # so many links that DuckDB looks them up
SCOPES = st.builds(Scope, st.just(SARI), st.sampled_from([None, LINKS, LINKS[:1], LINKS[1:], MANY, (99,), ()]))


@st.composite
def questions(draw: st.DrawFn, zone: str) -> Question:
    first, length = draw(st.integers(1, 41)), draw(st.integers(1, 45))
    period = days(first, first + length, draw(st.sampled_from([zone, zone, JAKARTA])), draw(st.sampled_from(Interval)))
    filters = draw(st.one_of(st.just(()), FILTERS))
    return Question(draw(SCOPES), period, filters, draw(st.sampled_from([Who.HUMAN, Who.HUMAN, Who.BOT])))


@pytest.mark.parametrize("zone", ZONES)
async def test_whatever_is_asked_is_answered_as_counted_one_by_one(database: str, zone: str, moved: Clock) -> None:
    await fill(moved)
    asked: list[Question] = []

    @settings(max_examples=12, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(questions(zone))
    def ask(question: Question) -> None:
        asked.append(question)

    ask()
    for number, question in enumerate(asked):
        whole = await build_report(question)
        agrees(whole, question)
        most = number % len(LINKS) + 1
        tables = ("link", *(("device", "country", "rule") if number % 2 else ()))
        shown = await build_report(question, tables, most_links=most)
        ranked = sorted(whole.tables["link"], key=lambda row: (-row.followed, -row.views, int(row.value)))
        assert {*map(repr, shown.tables.pop("link"))} == {*map(repr, ranked[:most])}, question
        assert shown.links == (sum(bool(row.followed) for row in ranked) or len(ranked)), question
        assert shown.tables == {name: whole.tables[name] for name in shown.tables}
        assert replace(shown, tables=whole.tables, links=whole.links) == whole, question


async def test_a_report_of_many_statements_that_takes_too_long_altogether_is_refused(
    database: str, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fill(moved)
    monkeypatch.setattr(sealed_statements, "MOST_SECONDS", 0)
    with pytest.raises(ReportTookTooLong):
        await build_report(Question(Scope(SARI), days(1, 30, JAKARTA)))


@pytest.mark.parametrize("zone", ZONES)
async def test_marks_and_counting_say_the_same(database: str, zone: str, moved: Clock) -> None:
    await fill(moved)
    everything = Filter("country", ("nowhere",), exclude=True)

    for scope in (Scope(SARI), Scope(SARI, LINKS[:1]), Scope(SARI, LINKS[1:]), Scope(SARI, MANY)):
        question = Question(scope, days(1, 42, zone))
        quick = await build_report(question)
        agrees(quick, question)
        assert await build_report(Question(scope, question.period, (everything,))) == quick


async def test_a_day_is_as_long_as_its_zone_says(database: str) -> None:
    for zone, day, length in ((NEW_YORK, 32, 25), (JAYAPURA, 32, 24), (LORD_HOWE, 4, 24), (NEW_YORK, -206, 23)):
        period = days(day, day + 1, zone, Interval.HOUR)
        assert len((await build_report(Question(Scope(SARI), period))).points) == length, (zone, day)


async def test_weeks_begin_on_mondays_and_months_on_their_first(database: str) -> None:
    weeks = (await build_report(Question(Scope(SARI), days(1, 32, JAKARTA, Interval.WEEK)))).points
    months = (await build_report(Question(Scope(SARI), days(20, 65, JAKARTA, Interval.MONTH)))).points

    assert [point.start.day for point in weeks] == [1, 5, 12, 19, 26]
    assert [(point.start.month, point.start.day) for point in months] == [(10, 20), (11, 1), (12, 1)]


async def test_hours_agree_when_clocks_change(database: str, moved: Clock) -> None:
    await fill(moved)
    zone = ZoneInfo(NEW_YORK)

    for start, end in (
        (datetime(2026, 10, 31, 13, 20, tzinfo=zone), datetime(2026, 11, 2, 13, 20, tzinfo=zone)),
        (datetime(2026, 11, 1, tzinfo=zone), datetime(2026, 11, 2, tzinfo=zone)),
    ):
        question = Question(Scope(SARI), hours(start, end, NEW_YORK))
        agrees(await build_report(question), question)
        assert question.period.before.end == start


async def test_a_period_without_visits_has_all_its_points(database: str) -> None:
    nothing = await build_report(Question(Scope(BUDI + 1), days(1, 32, JAKARTA)))

    assert len(nothing.points) == 31 and not nothing.totals.all


async def test_filters_by_what_is_no_dimension_are_refused(database: str) -> None:
    with pytest.raises(ValueError, match="no dimension"):
        await build_report(Question(Scope(SARI), days(1, 2, JAKARTA), (Filter("visitor", ("1",)),)))


async def test_a_report_costs_two_statements_and_sparks_too(database: str, moved: Clock) -> None:
    moved.to(NOW)
    await truth.take_in(VISITS)
    await seal.seal_days()
    for question in (
        Question(Scope(SARI), days(1, 42, JAKARTA)),
        Question(Scope(SARI, LINKS), days(30, 42, JAKARTA)),
        Question(Scope(SARI), days(1, 42, JAKARTA), (Filter("country", ("ID",)),)),
    ):
        await build_report(question)
        with queries() as sent:
            await build_report(question)
        assert len(sent) == 2, "the version of the manifest, and the open visits"
    with queries() as sent:
        await daily_visits_by_link(SARI, range(1, 200), JAKARTA)
    assert len(sent) == 2


async def test_sparks_are_the_last_days_of_each_link(database: str, moved: Clock) -> None:
    await fill(moved)
    today = NOW.astimezone(ZoneInfo(NEW_YORK)).date()

    for zone in (NEW_YORK, KOLKATA):
        assert await daily_visits_by_link(SARI, [*LINKS, 99], zone) == {
            link: [
                sum(
                    truth.when(visit, zone).date() == today - timedelta(days=13 - n)
                    and not visit.who
                    and visit.link == link
                    for visit in VISITS
                )
                for n in range(14)
            ]
            for link in (*LINKS, 99)
        }
    assert await daily_visits_by_link(SARI, [], NEW_YORK) == {}


async def test_sparks_stand_when_a_new_day_has_no_visit_yet(database: str, moved: Clock) -> None:
    """Soon after midnight there are days that are over, and nothing else."""
    await fill(moved)
    moved.to(moved.now + timedelta(days=2))
    await seal.seal_days()

    today = moved.now.astimezone(ZoneInfo(JAKARTA)).date()
    assert await daily_visits_by_link(SARI, LINKS, JAKARTA) == {
        link: [
            sum(
                truth.when(visit, JAKARTA).date() == today - timedelta(days=13 - n)
                and not visit.who
                and visit.link == link
                for visit in VISITS
            )
            for n in range(14)
        ]
        for link in LINKS
    }


async def test_a_report_stands_when_a_new_day_has_no_visit_yet(database: str, moved: Clock) -> None:
    await fill(moved)
    moved.to(moved.now + timedelta(days=2))
    await seal.seal_days()

    for scope in (Scope(SARI), Scope(SARI, LINKS)):
        question = Question(scope, days(30, 44, JAKARTA))
        agrees(await build_report(question), question)


async def test_what_is_sealed_while_it_is_asked_for_is_counted_once(
    database: str, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the manifest was read and before the open visits are: then nothing is open, and the file is not known."""
    moved.to(NOW)
    yesterday = [truth.at(NOW - timedelta(days=1, minutes=n), visitor=n, referrer=f"{n}.example") for n in range(3)]
    period = days(30, 42, JAKARTA)
    load = manifest.load_manifest
    for ask, answer in (
        (lambda: daily_visits_by_link(SARI, LINKS[:1], JAKARTA), {LINKS[0]: [*[0] * 12, 3, 0]}),
        (lambda: referrers_to_compare(Scope(SARI), period), ["0.example", "1.example", "2.example"]),
        (lambda: build_report(Question(Scope(SARI), period)), 3),
    ):
        sealed = list[int]()

        async def load_then_seal(sealed: list[int] = sealed) -> manifest.Manifest:
            state = await load()
            if not sealed:
                sealed.append(await seal.seal_days())
            return state

        await db.query_rows("DELETE FROM visits", [], on=db.visits_connection())
        await db.query_rows("DELETE FROM visit_files", [], on=db.visits_connection())
        await truth.take_in(yesterday)
        await db.query_rows("UPDATE visit_file_versions SET version = version + 1", [], on=db.visits_connection())
        monkeypatch.setattr(report, "load_manifest", load_then_seal)
        result = await ask()
        assert sealed == [1] and (result.totals.all if isinstance(result, Report) else result) == answer
