"""An installation of before: the totals of days whose visits were purged say the same after the upgrade."""

import asyncio
import shutil
from collections import Counter, defaultdict
from collections.abc import AsyncGenerator, Iterable, Sequence
from contextlib import asynccontextmanager
from contextvars import Context
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from tortoise import Tortoise

from app.kernel import db, installation, migration_runner
from app.kernel.migration_files import LOCATION
from app.kernel.migrations import upgrade_database
from app.visits import localtime
from app.visits.reports.query import Interval, Period, Question, Scope
from app.visits.reports.report import Report, build_report
from app.visits.sealed import convert_old_totals, engine, manifest, rewrite, schema, seal
from app.visits.sealed.manifest import SUMMARY
from app.visits.visit import DIMENSIONS, Visit, Who
from tests.conftest import Clock
from tests.databases import ON_BOTH, Template
from tests.visits import truth
from tests.visits.truth import BUDI, JAKARTA, LINKS, NEW_YORK, SARI

BEGUN = datetime(2026, 9, 20, tzinfo=UTC)
NOW = datetime(2026, 11, 10, 15, tzinfo=UTC)
ZONES = {SARI: JAKARTA, BUDI: NEW_YORK}
KEPT_FROM = {SARI: date(2026, 10, 11).toordinal(), BUDI: date(2026, 11, 1).toordinal()}
GONE = LINKS[2]  # a link that was deleted for good: its totals are gone, those of its account are not
MOST, REST = 3, "…"  # older versions counted 1,000 values of a day, and the rest as one
OLD_COLUMNS = [name for name in Visit._fields if name != "placement"]
VISITS = [*truth.crowd(120, BEGUN, 51, seed=8), *truth.crowd(120, BEGUN, 51, seed=9, account=BUDI)]


def day(visit: Visit) -> int:
    return truth.when(visit, ZONES[visit.account]).toordinal()


def purged(visit: Visit) -> bool:
    return day(visit) < KEPT_FROM[visit.account]


def totals_of(visits: Iterable[Visit]) -> list[tuple[Any, ...]]:
    """The rows of `day_totals` as older versions counted them: unique visitors are those of a local day."""
    kinds: dict[tuple[int, ...], Counter[int]] = defaultdict(Counter)
    visitors: dict[tuple[int, ...], set[int]] = defaultdict(set)
    for visit in visits:
        for link in {0, visit.link} - {GONE}:
            place = visit.account, link, visit.who, day(visit)
            kinds[place][visit.kind] += 1
            visitors[place] |= {visit.visitor} if visit.visitor and visit.kind != 2 else set()
    return [(*place, some[0], some[1], some[2], len(visitors[place])) for place, some in kinds.items()]


def values_of(visits: Iterable[Visit]) -> list[tuple[Any, ...]]:
    """The rows of `day_values`."""
    kinds: dict[tuple[Any, ...], Counter[str]] = defaultdict(Counter)
    for visit in visits:
        moment = truth.when(visit, ZONES[visit.account])
        named = {name: getattr(visit, name) for name in DIMENSIONS if name != "placement"}
        named["hour"] = str(moment.weekday() * 24 + moment.hour)
        for link in {0, visit.link} - {GONE}:
            for name, value in (named | ({} if link else {"link": str(visit.link)})).items():
                if value:
                    kinds[visit.account, link, visit.who, name, day(visit)][f"{visit.kind}{value}"] += 1
    rows = []
    for place, counts in kinds.items():
        sums: Counter[str] = Counter()
        for value, count in counts.items():
            sums[value[1:]] += count
        shown = sorted(sums, key=lambda value: (-sums[value], value))[: 24 if place[3] == "hour" else MOST]
        merged: dict[str, Counter[str]] = defaultdict(Counter)
        for value, count in counts.items():
            merged[value[1:] if value[1:] in shown else REST][value[0]] += count
        rows += [(*place, value, some["0"], some["1"], some["2"]) for value, some in merged.items()]
    return rows


async def insert(table: str, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    def literal(value: object) -> str:
        return str(value) if isinstance(value, int) else "'" + str(value).replace("'", "''") + "'"

    lines = [f"({', '.join(map(literal, row))})" for row in rows]
    for first in range(0, len(lines), 500):
        values = ", ".join(lines[first : first + 500])
        sql = f"INSERT INTO {table} ({', '.join(names)}) VALUES {values}"  # noqa: S608 - values of this test
        await Tortoise.get_connection(db.visits_connection()).execute_script(sql)


async def fill(visits: Sequence[Visit] = VISITS, *, in_rows: Sequence[Visit] | None = None) -> None:
    """What an older version had in its tables: the totals of all days that are over, and the visits that are kept."""
    over = [visit for visit in visits if truth.when(visit, "UTC").date() < NOW.date() - timedelta(days=1)]
    counts = ("clicks", "scans", "views")
    await insert("calendars", ("account", "zone", "kept_from"), [(key, ZONES[key], KEPT_FROM[key]) for key in ZONES])
    await insert("day_totals", ("account", "link", "who", "day", *counts, "visitors"), totals_of(over))
    values = ("account", "link", "who", "dimension", "day", "value", *counts)
    await insert("day_values", values, values_of(over))
    rows = [visit for visit in visits if not purged(visit)] if in_rows is None else in_rows
    detached = [visit._replace(link=-1) if visit.link == GONE else visit for visit in rows]
    await insert("visits", OLD_COLUMNS, [[getattr(visit, name) for name in OLD_COLUMNS] for visit in detached])


@asynccontextmanager
async def upgraded(url: str, version: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[None]:
    """The database is open in this version within the block, and in the newest one after it."""
    folder = tmp_path / f"migrations-{version}"
    shutil.copytree(LOCATION, folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in (folder / "models").glob("[0-9]*_*.py"):
        if int(file.stem.partition("_")[0]) > version:
            file.unlink()
    with monkeypatch.context() as patch:
        patch.setattr(migration_runner, "LOCATION", folder)
        await upgrade_database(url)
    async with db.database_open(url):
        yield
    await asyncio.create_task(upgrade_database(url), context=Context())  # which knows nothing of the closed database


@pytest.fixture
async def empty(template: Template, tmp_path: Path) -> AsyncGenerator[str]:
    url = await template.empty(tmp_path)
    current = installation.current()
    current.config = current.config.model_copy(update={"data_dir": tmp_path / "data"})
    yield url
    await template.drop(url)


def whole_days(zone: str, first: date, last: date) -> Period:
    start, end = (datetime(each.year, each.month, each.day, tzinfo=ZoneInfo(zone)) for each in (first, last))
    return Period(start, end, zone, Interval.DAY)


def questions() -> list[Question]:
    spans = [(date(2026, 9, 18), date(2026, 11, 11)), (date(2026, 10, 5), date(2026, 10, 20))]
    spans += [(date(2026, 10, 1), date(2026, 10, 11)), (date(2026, 10, 1), date(2026, 11, 1))]
    scopes = [Scope(key, links) for key in ZONES for links in (None, LINKS[:1], LINKS[:2])]
    return [
        Question(scope, whole_days(ZONES[scope.account], *span), (), who)
        for scope in scopes
        for span in spans
        for who in (Who.HUMAN, Who.BOT)
    ]


def shows_the_same(report: Report, question: Question) -> None:
    """What an older version showed: totals where visits are purged, and what is counted one by one elsewhere."""
    account, links = question.scope.account, question.scope.links or (0,)
    zone, period = question.period.zone, question.period
    first, last = (localtime.day_of(localtime.to_milliseconds(at), zone) for at in (period.start, period.end))
    old = [visit for visit in VISITS if purged(visit)]
    totals = [row for row in totals_of(old) if row[0] == account and row[1] in links and first <= row[3] < last]
    values = [row for row in values_of(old) if row[0] == account and row[1] in links and first <= row[4] < last]
    rows = [visit._replace(link=-1) if visit.link == GONE else visit for visit in VISITS if not purged(visit)]
    kept = truth.asked_for(rows, question)
    people = [visit for visit in kept if visit.who == question.who]
    sums = truth.totals(people, truth.first_visits(rows, question))
    mine = [row for row in totals if row[2] == question.who]

    shown = report.totals
    expected = tuple(sums[n] + sum(row[4 + n] for row in mine) for n in range(4))
    assert (shown.clicks, shown.scans, shown.views, shown.visitors) == expected
    by_day = Counter({at: sum(row[4] + row[5] + row[6] for row in mine if row[3] == at) for at in range(first, last)})
    by_day.update(truth.when(visit, zone).toordinal() for visit in people)
    assert [point.count.all for point in report.points] == [by_day[at] for at in range(first, last)]
    assert {who: count.all for who, count in report.by_who.items()} == {
        who: sum(row[4] + row[5] + row[6] for row in totals if row[2] == who) + sum(visit.who == who for visit in kept)
        for who in Who
    }
    hours: Counter[int] = Counter()
    for row in values:
        if row[3] == "hour" and row[2] == question.who:
            hours[int(row[5])] += row[6] + row[7] + row[8]
    hours.update(at.weekday() * 24 + at.hour for at in (truth.when(visit, zone) for visit in people))
    assert [count.all for some in report.hours for count in some] == [hours[n] for n in range(168)]
    for name, table in report.tables.items():
        agrees_with_values(name, table, [row for row in values if row[2] == question.who], people, mine)


def agrees_with_values(
    name: str, table: Sequence[Any], values: Sequence[Any], people: Sequence[Visit], totals: Sequence[Any]
) -> None:
    """A table has the old values, those of the kept visits, and what is unknown."""
    expected: Counter[str] = Counter(str(getattr(visit, name)) for visit in people)
    if name == "link" and totals and totals[0][1]:
        for row in totals:
            expected[str(row[1])] += row[4] + row[5] + row[6]
    else:
        known: Counter[str] = Counter()
        for row in values:
            if row[3] == name:
                known[row[5]] += row[6] + row[7] + row[8]
        rest = sum(row[4] + row[5] + row[6] for row in totals) - known.total()
        expected = expected + known + Counter({"": rest} if name != "link" else {})
    assert {row.value: row.all for row in table} == {value: count for value, count in expected.items() if count}, name


async def left() -> list[int]:
    """How many rows the old tables have."""
    counts = []
    for table in ("day_totals", "day_values", "calendars"):
        [row] = await db.query_rows(f"SELECT count(*) AS n FROM {table}", [], on=db.visits_connection())  # noqa: S608
        counts.append(row["n"])
    return counts


async def test_everything_that_was_shown_is_shown_after_the_upgrade(
    empty: str, moved: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also after the days that were kept are sealed, and after months are rewritten."""
    moved.to(NOW)
    monkeypatch.setattr(convert_old_totals, "PAGE", 150)
    async with upgraded(empty, 12, tmp_path, monkeypatch):
        await fill()
    async with db.database_open(empty):
        assert await convert_old_totals.convert_old_totals() == 2
        assert await left() == [0, 0, 0]
        assert [file.month for file in (await manifest.load_manifest()).files] == ["2026-09", "2026-10"]
        for question in questions():
            shows_the_same(await build_report(question), question)
        assert await convert_old_totals.convert_old_totals() == 0

        await seal.seal_days()
        for key, zone in ZONES.items():
            await truth.account_of(key, "pro", zone)
        await truth.take_in([late := truth.at(datetime(2026, 10, 30, 15, tzinfo=UTC), account=5)])
        assert late.account == 5 and await rewrite.rewrite_months()
        for question in questions()[::3]:
            shows_the_same(await build_report(question), question)


@pytest.mark.parametrize(
    "version", [2, pytest.param(7, marks=pytest.mark.slow), pytest.param(11, marks=pytest.mark.slow)]
)
@ON_BOTH
async def test_databases_of_earlier_migrations_show_the_same(
    empty: str, dialect: str, version: int, moved: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved.to(NOW)
    async with upgraded(empty, version, tmp_path, monkeypatch):
        await fill()
    async with db.database_open(empty):
        await convert_old_totals.convert_old_totals()
        for question in questions()[::4]:
            shows_the_same(await build_report(question), question)


@pytest.mark.parametrize("commits", [0, 1])
async def test_an_interrupted_conversion_is_continued(
    database: str, moved: Clock, monkeypatch: pytest.MonkeyPatch, commits: int
) -> None:
    """Before a month is committed, and after it."""
    moved.to(NOW)
    await fill()
    replace, done = seal.replace_files, list[int]()

    async def replace_or_stop(*args: Any, **more: Any) -> None:
        if len(done) < commits:
            await replace(*args, **more)
            done.append(1)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(convert_old_totals, "replace_files", replace_or_stop)
        with pytest.raises(KeyboardInterrupt):
            await convert_old_totals.convert_old_totals()
    assert all(await left())

    assert await convert_old_totals.convert_old_totals() == 2 - commits
    assert await left() == [0, 0, 0]
    for question in questions()[::4]:
        shows_the_same(await build_report(question), question)


async def test_visits_that_a_purge_had_counted_but_not_deleted_yet_count_once(database: str, moved: Clock) -> None:
    """A purge that was cut off, or a time zone that changed a moment before the upgrade."""
    moved.to(NOW)
    await fill(in_rows=VISITS[::2] + [visit for visit in VISITS[1::2] if not purged(visit)])
    await convert_old_totals.convert_old_totals()
    assert not [visit for visit in await truth.open_visits() if purged(visit)]
    for question in questions()[::4]:
        shows_the_same(await build_report(question), question)


async def test_a_claim_that_came_before_the_conversion_takes_the_summaries_along(database: str, moved: Clock) -> None:
    moved.to(NOW)
    await fill()
    async with db.transaction(db.visits_connection()):
        await manifest.record_edit(BUDI, new_account=SARI)
    await convert_old_totals.convert_old_totals()
    await truth.account_of(SARI, "pro", JAKARTA)
    question = Question(Scope(SARI), whole_days(JAKARTA, date(2026, 9, 18), date(2026, 11, 11)))
    clicks = sum(not visit.who and not visit.kind for visit in VISITS)

    for _ in range(2):
        assert (await build_report(question)).totals.clicks == clicks
        await seal.seal_days()
        await rewrite.rewrite_months(timedelta())
    state = await manifest.load_manifest()
    assert SUMMARY in {file.content for file in state.files} and not state.edits
    assert await engine.current().run_job(accounts_in(state)) == [(SARI,)]


def accounts_in(state: manifest.Manifest) -> str:
    files = [engine.current().store.location(file.name) for file in state.files if file.content == SUMMARY]
    return f"SELECT DISTINCT account FROM {schema.read_files(files)}"  # noqa: S608


async def test_without_old_totals_nothing_happens(database: str) -> None:
    assert await convert_old_totals.convert_old_totals() == 0
    assert not (await manifest.load_manifest()).files
