"""No statement about visits gets slower by the visits of other accounts, days or links: each is explained.

One account has thousands of open visits, of today and of a day that is sealed already; the others have few. What
concerns one of these, or one of the days with few visits, may read few rows (statement_plans.py measures them). Sealed
visits are in files, which no index finds; their statements have benches of their own.
"""

import asyncio
import re
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest
from tortoise.backends.base.executor import EXECUTOR_CACHE

from app.kernel import clock, db, installation
from app.kernel.config import Config
from app.kernel.installation import Installation
from app.kernel.open_storage import storage_of
from app.visits.reports import report, visit_list
from app.visits.reports.query import Filter, Interval, Period, Question, Scope
from app.visits.sealed import edits, manifest, rewrite, seal
from app.visits.visit import Visit
from tests import world
from tests.counting import Statement, statements
from tests.databases import Template
from tests.filled import analyze
from tests.statement_plans import explaining
from tests.visits import truth

NOW = datetime(2026, 11, 20, 15, tzinfo=UTC)
BUSY, QUIET, CLAIMED, GONE, CLEARED = (9_000_000_000 + number for number in range(5))  # keys of accounts
MANY, FEW = 10_000, 20  # visits of an account, of today and as many late ones
LINKS = tuple(range(1, 501))
MOST_ROWS = 200  # that a statement may read or sort
MOST_STEPS = 25_000  # of SQLite's machine
VISITS = re.compile(r"\b(FROM|UPDATE) visits\b")
PERIODS = (
    Period(NOW - timedelta(days=30), NOW, "Asia/Jakarta", Interval.DAY),
    Period(NOW - timedelta(hours=5), NOW, "Asia/Jakarta", Interval.HOUR),
)
# What reads more, by a part of the statement, and why.
ALLOWED = {"LIMIT 1 OFFSET": "a day is sealed by itself from a million visits on, so up to so many entries are counted"}
BAD = (
    ("SELECT count(*) FROM visits WHERE account + 0 = $1", CLEARED),
    ("SELECT id FROM visits WHERE link = 7 AND account <> $1", CLEARED),
    ("SELECT id FROM visits WHERE account = $1 ORDER BY visitor LIMIT 20", BUSY),
    ("UPDATE visits SET link = -2 WHERE link = $1", 7),
    ("DELETE FROM visits WHERE account + 0 = $1", CLEARED),
)
Work = Callable[[], Awaitable[object]]


def visits_of(account: int, number: int, begin: datetime) -> list[Visit]:
    """Visits of an account to all of its links, one in two seconds."""
    return [
        truth.at(begin + timedelta(seconds=2 * at), LINKS[at % len(LINKS)], account, visitor=at % 97, country="ID")
        for at in range(number)
    ]


async def fill(url: str) -> None:
    """Seals two days with a visit, and then fills them, today, and the day before, which can be sealed."""
    EXECUTOR_CACHE.clear()
    sealed, today = datetime(2026, 11, 10, 2, tzinfo=UTC), NOW - timedelta(hours=4)
    other_month, yesterday = datetime(2026, 9, 30, 2, tzinfo=UTC), NOW - timedelta(days=1)
    async with db.database_open(url):
        await world.sari()
        await truth.take_in([truth.at(day, account=QUIET) for day in (sealed, other_month)])
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(clock, "now", lambda: sealed + timedelta(days=1, hours=4))
            assert await seal.seal_days() == 2
        for begin in (sealed, today):
            crowd = [visit for account in (QUIET, CLAIMED, GONE, CLEARED) for visit in visits_of(account, FEW, begin)]
            await truth.take_in(sorted([*crowd, *visits_of(BUSY, MANY, begin)]))
        await truth.take_in(visits_of(QUIET, FEW, yesterday) + visits_of(QUIET, FEW, other_month))
        await analyze()


@pytest.fixture(scope="module")
def filled(template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Config]]:
    """The URL of a database full of visits, and the settings with the directory of its files."""
    place = tmp_path_factory.mktemp("visits")
    config = Config(data_dir=place, secret_key=world.SECRET)
    config.prepare()
    installation.use(Installation(config))
    url = asyncio.run(template.fresh(place))
    asyncio.run(fill(url))
    yield url, config
    asyncio.run(template.drop(url))


@pytest.fixture
async def database(filled: tuple[str, Config], monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[str]:
    """The URL of the filled database, open."""
    url, config = filled
    here = installation.current()
    here.config, here.storage = config, storage_of(config)
    monkeypatch.setattr(clock, "now", lambda: NOW)
    async with db.database_open(url):
        yield url


async def faults_of(database: str, dialect: str, sent: list[Statement]) -> list[str]:
    """The statements about visits that read more than they should, with what they did when they were run once more."""
    faults, most, url = list[str](), MOST_ROWS, database
    if dialect == "sqlite":
        most, url = MOST_STEPS, f"sqlite://{db.visits_file(database.removeprefix('sqlite://'))}"
    with explaining(url) as explain:
        for statement in sent:
            if VISITS.search(statement.sql) and not any(part in statement.sql for part in ALLOWED):
                plan = await explain(statement)
                faults += [f"{plan.work}: {statement.sql}\n    {plan.text}"] * (plan.work > most)
    return faults


async def test_what_is_told_of_an_account_reads_few_visits_of_others(database: str, dialect: str) -> None:
    country = (Filter("country", ("ID",)), Filter("referrer", ("",), exclude=True))
    scopes = ((Scope(QUIET), ()), (Scope(QUIET), country), (Scope(QUIET, LINKS[:1]), ()), (Scope(QUIET, LINKS), ()))
    questions = [Question(scope, period, filters) for period in PERIODS for scope, filters in scopes]
    works: list[Work] = [
        *(partial(report.build_report, question) for question in questions),
        *(partial(visit_list.visits, question) for question in questions),
        *(partial(report.referrers_to_compare, question.scope, question.period) for question in questions),
        partial(report.daily_visits_by_link, QUIET, LINKS[:20], "Asia/Jakarta"),
        partial(visit_list.latest, Scope(QUIET)),
        partial(visit_list.latest, Scope(BUSY), limit=50),
        *(partial(visit_list.visits, Question(Scope(BUSY), period), limit=50) for period in PERIODS),
    ]
    for work in works:
        with statements() as sent:
            await work()
        assert any(VISITS.search(statement.sql) for statement in sent)
        assert await faults_of(database, dialect, sent) == [], work


async def test_what_changes_for_an_account_reads_few_visits_of_others(database: str, dialect: str) -> None:
    with statements() as sent:
        await edits.move_visits(CLAIMED, CLAIMED + 100)
        await edits.delete_visits(GONE)
        await edits.detach_links(CLEARED, LINKS)
    assert sum("UPDATE visits" in statement.sql for statement in sent) == 2
    assert await faults_of(database, dialect, sent) == []


async def test_sealing_a_day_reads_few_visits_of_other_days(database: str, dialect: str) -> None:
    with statements() as sent:
        assert await seal.seal_days() == 1
    assert sum("DELETE FROM visits" in statement.sql for statement in sent) == 1
    assert await faults_of(database, dialect, sent) == []


async def test_rewriting_a_month_reads_few_visits_of_other_months(database: str, dialect: str) -> None:
    with statements() as sent:
        assert await rewrite.rewrite_months() == 2
    november = manifest.first_id_of(date(2026, 11, 1).toordinal())
    about_visits = [statement for statement in sent if VISITS.search(statement.sql)]
    of_september = [statement for statement in about_visits if statement.values[0] < november]
    assert sum("DELETE FROM visits" in statement.sql for statement in of_september) == 1
    assert await faults_of(database, dialect, of_september) == []


async def test_a_statement_about_visits_without_an_index_is_refused(database: str, dialect: str) -> None:
    for sql, value in BAD:
        assert len(await faults_of(database, dialect, [Statement(sql, [value])])) == 1, sql
    own = "DELETE FROM visits WHERE account = $1"
    assert await faults_of(database, dialect, [Statement(own, [CLEARED])]) == []
    assert await faults_of(database, dialect, [Statement(own, [BUSY])]) != []
