"""An installation of before: the totals of days whose visits were purged say the same after the upgrade."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from contextvars import Context
from datetime import UTC, date, datetime, timedelta
from itertools import cycle
from pathlib import Path
from pkgutil import ModuleInfo
from typing import Any
from uuid import UUID

import pytest
from aerich.migrate import Migrate
from tortoise.models import Model

from app.kernel import db, installation
from app.kernel.database_upgrade import upgrade_database
from app.kernel.migration_files import LOCATION
from app.visits import models as visit_models
from app.visits.reports.query import Question, Scope
from app.visits.reports.report import build_report
from app.visits.sealed import convert_old_totals, engine, manifest, rewrite, schema, seal
from app.visits.sealed.manifest import SUMMARY
from tests import old_rows
from tests.conftest import Clock
from tests.databases import TEMPLATES, Template
from tests.visits import truth
from tests.visits.old_totals import NOW, VISITS, ZONES, fill, purged, questions, shows_the_same, visits_of, whole_days
from tests.visits.truth import BUDI, JAKARTA, LINKS, SARI

pytestmark = pytest.mark.heavy


def version_of(file: Path) -> int:
    """The number of a migration."""
    return int(file.stem.partition("_")[0])


VERSIONS = sorted(version_of(file) for file in (LOCATION / "models").glob("[0-9]*_*.py"))
OF_VISITS = tuple(
    model._meta.db_table
    for model in vars(visit_models).values()
    if isinstance(model, type) and issubclass(model, Model) and model.__module__ == visit_models.__name__
)
OWNERS: dict[str, list[old_rows.Row]] = {
    "accounts": [{"id": str(UUID(int=key)), "time_zone": ZONES[key], "plan_name": "pro"} for key in ZONES],
    "links": [{"id": str(UUID(int=key)), "account_id": str(UUID(int=SARI))} for key in LINKS[:2]],
}  # those whose visits there are
Numbers = dict[str, list[dict[str, int]]]
EARLIER = [version for version in VERSIONS if 2 <= version < 16]  # 2 made the tables of visits, 16 the sealed ones


@asynccontextmanager
async def upgraded(url: str, version: int, monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[None]:
    """The database is open in this version within the block, and in the newest one after it."""
    modules = Migrate.get_all_version_modules

    def earlier_modules() -> list[ModuleInfo]:
        return [module for module in modules() if version_of(Path(module.name)) <= version]

    with monkeypatch.context() as patch:
        patch.setattr(Migrate, "get_all_version_modules", earlier_modules)
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


async def left() -> list[int]:
    """How many rows the old tables have."""
    counts = []
    for table in ("day_totals", "day_values", "calendars"):
        [row] = await db.query_rows(f"SELECT count(*) AS n FROM {table}", [], on=db.visits_connection())  # noqa: S608
        counts.append(row["n"])
    return counts


async def test_everything_that_was_shown_is_shown_after_the_upgrade(
    empty: str, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also after the days that were kept are sealed, and after months are rewritten."""
    moved.to(NOW)
    monkeypatch.setattr(convert_old_totals, "PAGE", 150)
    async with upgraded(empty, 12, monkeypatch):
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


@pytest.mark.slow
@pytest.mark.parametrize(("dialect", "version"), [*zip(cycle(TEMPLATES), EARLIER, strict=False)], indirect=["dialect"])
async def test_every_number_of_a_database_of_an_earlier_migration_is_shown_after_the_upgrade(
    empty: str, version: int, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its visits and totals, and every number in its other tables that they still have, such as the clicks of links.

    One version asks every third question, and three versions ask all of them.
    """
    moved.to(NOW)
    async with upgraded(empty, version, monkeypatch):
        await fill(visits := await visits_of(version))
        await old_rows.fill_tables(OWNERS, OF_VISITS)
        before = await old_rows.numbers()
    async with db.database_open(empty):
        assert await convert_old_totals.convert_old_totals() == 2
        assert await left() == [0, 0, 0]
        for question in questions()[version % 3 :: 3]:
            shows_the_same(await build_report(question), question, visits)
        keeps_numbers(before, await old_rows.numbers())


def keeps_numbers(before: Numbers, after: Numbers) -> None:
    """The rows of each table have the numbers that they had, in the columns that are still there."""
    assert sum(len(rows) > 0 for rows in before.values()) > 10
    for table in before.keys() & after.keys() - {*OF_VISITS, "aerich"}:
        columns = [{name for row in some[table] for name in row} for some in (before, after)]
        names = sorted(columns[0] & columns[1]) if after[table] else sorted(columns[0])
        kept = [sorted([row[name] for name in names] for row in some[table]) for some in (before, after)]
        assert kept[0] == kept[1], (table, names)


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


async def test_processes_that_start_at_the_same_time_convert_each_month_once(
    database: str, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also one that is overtaken more often than a job would try again, and one that comes when a month is done."""
    moved.to(NOW)
    await fill()
    replace, left_over = seal.replace_files, [*range(seal.TRIES + 1)]

    async def overtaken(*args: Any, **more: Any) -> None:
        if left_over:
            left_over.pop()
            raise manifest.Overtaken
        await replace(*args, **more)

    monkeypatch.setattr(convert_old_totals, "replace_files", overtaken)
    starts = [convert_old_totals.convert_old_totals() for _ in range(3)]
    assert sum(await asyncio.gather(*starts)) == 2
    for question in questions()[::4]:
        shows_the_same(await build_report(question), question)


async def test_a_process_that_finds_a_month_done_does_not_count_it_again(
    database: str, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The values of the month are still there until the end of all months."""
    moved.to(NOW)
    await fill()
    convert = convert_old_totals._convert_month
    done = list[bool]()

    async def twice(day: int) -> bool:
        done.extend([await convert(day), await convert(day)])
        return True

    monkeypatch.setattr(convert_old_totals, "_convert_month", twice)
    await convert_old_totals.convert_old_totals()
    assert done == [True, False, True, False]
    for question in questions()[::4]:
        shows_the_same(await build_report(question), question)


async def test_the_operator_sees_which_month_is_converted_and_how_many_there_are(database: str, moved: Clock) -> None:
    moved.to(NOW)
    await fill()
    seen = list[tuple[str, int, int]]()
    await convert_old_totals.convert_old_totals(lambda *progress: seen.append(progress))
    assert seen == [("2026-09", 1, 2), ("2026-10", 2, 2)]


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
    assert await convert_old_totals.convert_old_totals(lambda *_: pytest.fail("a month")) == 0
    assert not (await manifest.load_manifest()).files
