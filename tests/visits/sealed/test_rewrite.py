"""Rewriting: one file a month, nothing longer than the plan says, and every report says the same as before."""

import os
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import duckdb
import pytest

from app.accounts.models import Account
from app.kernel import db
from app.visits import account_jobs, localtime, retention
from app.visits.reports import visit_list
from app.visits.reports.query import Filter, Interval, Period, Question, Scope
from app.visits.reports.report import build_report, referrers_to_compare
from app.visits.retention import kept_from
from app.visits.sealed import edits, engine, manifest, open_visits_csv, rewrite, schema, seal
from app.visits.sealed.manifest import SUMMARY, VISITS, SealedFile
from app.visits.sealed.rewrite import rewrite_months
from app.visits.visit import Visit, Who, first_id
from tests.conftest import Clock
from tests.visits import truth
from tests.visits.truth import BUDI, JAKARTA, JAYAPURA, KOLKATA, LINKS, LORD_HOWE, NEW_YORK, SANTIAGO, SARI

BEGUN = datetime(2026, 10, 20, tzinfo=UTC)
NOW = datetime(2026, 12, 12, 15, tzinfo=UTC)
AT_ONCE = timedelta()
ZONES = [JAKARTA, NEW_YORK, KOLKATA, JAYAPURA, LORD_HOWE, SANTIAGO]
DEWI = 3_000_000_019


async def sealed(moved: Clock, visits: Sequence[Visit], now: datetime = NOW) -> None:
    """Visits of the past, in files."""
    moved.to(now)
    await truth.take_in(visits)
    await seal.seal_days()
    assert not await truth.open_visits()


async def files(content: int = VISITS) -> list[SealedFile]:
    return [file for file in (await manifest.load_manifest()).files if file.content == content]


async def everywhere() -> list[Visit]:
    return sorted([*await truth.open_visits(), *await truth.sealed_visits()])


def period(zone: str, interval: Interval, first: datetime = BEGUN, days: int = 45) -> Period:
    start = datetime.combine(first.date(), datetime.min.time(), ZoneInfo(zone))
    return Period(start, start + timedelta(days=days), zone, interval)


def unfiltered(zone: str, account: int = SARI, *, several: bool = False) -> list[Question]:
    """Questions that summaries answer too. Of several links they cannot tell who is the same visitor."""
    scopes = [Scope(account, links) for links in (None, LINKS[:1], *[LINKS] * several)]
    days = period(zone, Interval.DAY)
    others = [period(zone, interval) for interval in (Interval.WEEK, Interval.MONTH)]
    others += [period(zone, Interval.DAY, BEGUN + timedelta(days=4), 9)]
    questions = [Question(scope, days) for scope in scopes] + [Question(scopes[0], each) for each in others]
    return [*questions, Question(scopes[0], days, who=Who.BOT)]


async def figures(question: Question) -> dict[str, Any]:
    """What a report shows. The hours of the week and the kinds of visitors have no unique visitors."""
    report = await build_report(question)
    hours = [[(count.clicks, count.scans, count.views) for count in day] for day in report.hours]
    by_who = {who: (count.clicks, count.scans, count.views) for who, count in report.by_who.items()}
    names = ("totals", "before", "points", "points_before", "tables", "since")
    return {name: getattr(report, name) for name in names} | {"hours": hours, "by_who": by_who}


async def reports(questions: Sequence[Question]) -> list[dict[str, Any]]:
    return [await figures(question) for question in questions]


async def test_a_month_that_is_over_becomes_one_file(database: str, moved: Clock) -> None:
    await truth.account_of(SARI, "pro")
    visits = sorted(truth.crowd(200, datetime(2026, 10, 29, 23, tzinfo=UTC), 4))
    await truth.take_in(visits)
    for day in (30, 31, 32, 33):
        moved.to(datetime(2026, 10, 1, 4, tzinfo=UTC) + timedelta(days=day - 1))
        await seal.seal_days()
    assert [file.month for file in await files()] == ["2026-10"] * 3 + ["2026-11"]

    assert await rewrite_months() == 1
    [october, november] = await files()
    assert (october.month, november.month) == ("2026-10", "2026-11")
    assert october.name.startswith("visits-2026-10.") and october.end_day == november.first_day
    assert await everywhere() == visits and await truth.marks() == truth.firsts(await truth.sealed_visits())

    moved.to(datetime(2026, 11, 4, 4, tzinfo=UTC))
    await seal.seal_days()
    assert await rewrite_months() == 0, "November is not over"


async def test_a_month_that_is_not_over_has_few_files(database: str, moved: Clock) -> None:
    await truth.account_of(SARI, "pro")
    visits = sorted(truth.crowd(200, datetime(2026, 11, 1, tzinfo=UTC), 10))
    await truth.take_in(visits)
    counts = list[int]()
    for day in range(2, 12):
        moved.to(datetime(2026, 11, day, 4, tzinfo=UTC))
        await seal.seal_days()
        await rewrite_months()
        counts.append(len(await files()))

    assert counts == [1, 2, 3, 4, 5, 6, 7, 8, 1, 2], "the ninth is joined with the others"
    assert await everywhere() == visits and await truth.marks() == truth.firsts(await truth.sealed_visits())


async def test_a_file_of_an_older_version_gets_the_columns_of_today(database: str, moved: Clock) -> None:
    await truth.account_of(SARI, "pro")
    await sealed(moved, truth.crowd(200, BEGUN, 43))
    before, questions = await everywhere(), unfiltered(JAKARTA)
    shown = await reports(questions)
    for file in await files():
        await truth.write_without_combined_columns(file)
    assert {file.layout for file in await files()} == {1}

    assert await rewrite_months() == 3 and await rewrite_months() == 0

    assert {file.layout for file in await files()} == {schema.LAYOUT}
    assert await everywhere() == before and await reports(questions) == shown
    source = schema.read_files([engine.current().store.location(file.name) for file in await files()])
    separator = f"'{schema.SEPARATOR}'"
    expected = {column: ", ".join(("kind", *names)) for column, names in schema.COMBINED.items()}
    expected[schema.MOMENT] = (
        "kind, CASE WHEN first_of_account THEN 2 WHEN first_of_link THEN 1 ELSE 0 END, (id >> 21) / 3600000"
    )
    for column, parts in expected.items():
        wrong = f"SELECT count(*) FROM {source} WHERE {column} <> concat_ws({separator}, {parts})"  # noqa: S608
        assert await engine.current().run_job(wrong) == [(0,)], column


@pytest.mark.parametrize("zone", ZONES)
async def test_what_is_past_retention_becomes_a_summary_that_says_the_same(
    database: str, moved: Clock, zone: str
) -> None:
    """Twice: the second rewrite finds a month whose beginning is a summary already."""
    await truth.account_of(SARI, zone=zone)
    visits = truth.crowd(350, BEGUN, 43)
    await sealed(moved, visits)
    questions = unfiltered(zone)
    before = await reports(questions)
    truth.agrees(await build_report(questions[0]), questions[0], visits)

    for later in (timedelta(), timedelta(days=3)):
        moved.to(NOW + later)
        assert await rewrite_months(AT_ONCE)
        after = await reports(questions)
        for question, now, then in zip(questions, after, before, strict=True):
            assert now == then, (later, question)
        truth.agrees(await build_report(questions[0]), questions[0], visits)
    assert await files(SUMMARY)
    assert 0 < len(await truth.sealed_visits()) < len(visits)


async def test_a_visitor_of_both_sides_of_the_cut_is_one(database: str, moved: Clock) -> None:
    """Midnight in Jakarta is five in the afternoon of UTC, whose day a unique visitor is one of."""
    account = await truth.account_of(SARI)
    moved.to(NOW)
    cut = localtime.from_milliseconds(kept_from(account), "UTC")
    visits = [truth.at(cut + timedelta(hours=hours), visitor=7) for hours in (-1, 1, 2)]
    await sealed(moved, visits)
    question = Question(Scope(SARI), period(JAKARTA, Interval.DAY))

    for days in range(3):
        moved.to(NOW + timedelta(days=days))
        await rewrite_months(AT_ONCE)
        await truth.take_in([truth.at(cut + timedelta(days=20), visitor=0)])  # so that it is rewritten again
        assert (await build_report(question)).totals.visitors == 1, days
        await rewrite_months(AT_ONCE)
        assert (await build_report(question)).totals.visitors == 1, days


async def test_late_visits_of_summarized_days_are_added_to_them(database: str, moved: Clock) -> None:
    await truth.account_of(SARI)
    visits = truth.crowd(150, BEGUN, 43)
    await sealed(moved, visits)
    await rewrite_months(AT_ONCE)
    late = [truth.at(BEGUN + timedelta(days=2, minutes=n), visitor=1_000 + n, country="ID") for n in range(3)]
    await truth.take_in(late)
    question = Question(Scope(SARI), period(JAKARTA, Interval.DAY))
    truth.agrees(await build_report(question), question, [*visits, *late])

    await rewrite_months(AT_ONCE)
    assert not await truth.open_visits()
    truth.agrees(await build_report(question), question, [*visits, *late])


async def test_each_account_keeps_as_many_days_as_its_plan_says(database: str, moved: Clock) -> None:
    """Free 30, starter 90: in days of its own zone; and a rewrite waits until six days are over."""
    sari, budi = await truth.account_of(SARI), await truth.account_of(BUDI, "starter", NEW_YORK)
    visits = [*truth.crowd(150, BEGUN, 43), *truth.crowd(150, BEGUN, 43, account=BUDI)]
    await sealed(moved, visits)

    moved.to(datetime(2026, 11, 24, tzinfo=UTC))
    assert await rewrite_months() == 0 and await everywhere() == sorted(visits)
    moved.to(NOW)
    await rewrite_months()
    kept = {
        one: first_id(kept_from(account)) // first_id(localtime.DAY) for one, account in ((SARI, sari), (BUDI, budi))
    }
    assert await everywhere() == sorted(
        visit for visit in visits if visit.id // first_id(localtime.DAY) >= kept[visit.account]
    )
    assert {visit for visit in visits if visit.account == BUDI} <= set(await everywhere())


async def test_nothing_is_read_past_retention_though_a_file_has_it(database: str, moved: Clock) -> None:
    account = await truth.account_of(SARI)
    visits = [visit._replace(referrer=f"r{n}.example") for n, visit in enumerate(truth.crowd(80, BEGUN, 43))]
    await sealed(moved, visits)
    kept = localtime.from_milliseconds(kept_from(account), JAKARTA)
    recent = [visit for visit in visits if truth.when(visit, JAKARTA) >= kept]
    scope = Scope(SARI, None, kept_from(account))
    all_time = period(JAKARTA, Interval.DAY)
    everything = Filter("country", ("nowhere",), exclude=True)
    assert 0 < len(recent) < len(visits)

    for _ in range(2):
        for question in (
            Question(scope, all_time, (everything,)),
            Question(scope, period(JAKARTA, Interval.HOUR)),
            Question(scope, Period(BEGUN + timedelta(hours=3), NOW, JAKARTA, Interval.DAY)),
        ):
            report = await build_report(question)
            people = [visit for visit in recent if not visit.who]
            assert report.totals.all == len(people) and report.since == kept
            listed = await visit_list.visits(question, limit=1_000)
            assert listed == sorted(people, reverse=True)
            assert [visit async for some in visit_list.export(question, 7) for visit in some] == listed
        referrers = await referrers_to_compare(scope, all_time)
        assert referrers == sorted(visit.referrer for visit in recent)
        assert (await build_report(Question(scope, all_time))).totals.all == sum(not visit.who for visit in visits)
        await rewrite_months(AT_ONCE)
    assert await files(SUMMARY)


async def test_a_filter_says_nothing_is_missing_where_nothing_is(database: str, moved: Clock) -> None:
    account = await truth.account_of(SARI)
    await sealed(moved, truth.crowd(20, NOW - timedelta(days=9), 5))
    question = Question(
        Scope(SARI, None, kept_from(account)), period(JAKARTA, Interval.DAY), (Filter("country", ("ID",)),)
    )
    assert (await build_report(question)).since is None


async def test_claimed_visits_count_for_who_claimed_them_at_once_and_after_the_rewrite(
    database: str, moved: Clock
) -> None:
    """A guest's become another guest's, and then an account's: one visitor of both is one."""
    for key in (BUDI, DEWI):
        await truth.account_of(key, "pro")
    visits = [*truth.crowd(60, BEGUN, 43, seed=3), *truth.crowd(60, BEGUN, 43, seed=4, account=BUDI)]
    visits += truth.crowd(60, BEGUN, 43, seed=5, account=DEWI)
    visits += [truth.at(BEGUN, account=key, visitor=77) for key in (SARI, BUDI, DEWI)]
    await sealed(moved, visits)
    await edits.move_visits(SARI, BUDI)
    claimed = [visit._replace(account=BUDI) if visit.account == SARI else visit for visit in visits]
    questions = [question for key in (BUDI, DEWI) for question in unfiltered(JAKARTA, key, several=True)]
    for question in questions[:5]:
        truth.agrees(await build_report(question), question, claimed)

    await edits.move_visits(BUDI, DEWI)
    await Account.filter(id__not=UUID(int=DEWI)).delete()
    claimed = [visit._replace(account=DEWI) for visit in visits]
    before = await reports(questions)
    for question in questions:
        truth.agrees(await build_report(question), question, claimed)
    listed = await visit_list.visits(Question(Scope(DEWI), period(JAKARTA, Interval.DAY)), limit=1_000)
    assert listed == sorted((visit for visit in claimed if not visit.who), reverse=True)

    assert await rewrite_months(AT_ONCE) == 2
    assert await everywhere() == sorted(claimed) and not (await manifest.load_manifest()).edits
    assert await reports(questions) == before
    assert await truth.marks() == truth.firsts(claimed)


async def test_a_claim_while_a_month_is_rewritten_loses_nothing(
    database: str, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The guest is gone when the accounts are read, and nobody knows yet whose its visits are."""
    guest, _ = await truth.account_of(SARI), await truth.account_of(BUDI, "pro")
    visits = truth.crowd(60, BEGUN, 10)
    await sealed(moved, visits)
    await truth.take_in([late := truth.at(BEGUN)])
    load, claims = retention.load_retentions, [1]

    async def load_while_claimed() -> Any:
        if claims:
            claims.clear()
            await guest.delete()
            retentions = await load()
            await edits.move_visits(SARI, BUDI)
            return retentions
        return await load()

    monkeypatch.setattr(rewrite, "load_retentions", load_while_claimed)
    await rewrite_months(AT_ONCE)
    await rewrite_months(AT_ONCE)

    assert await everywhere() == sorted(visit._replace(account=BUDI) for visit in [*visits, late])


async def test_a_link_deleted_for_good_stays_in_the_sums_of_its_account(database: str, moved: Clock) -> None:
    await truth.account_of(SARI)
    visits = truth.crowd(150, BEGUN, 43)
    await sealed(moved, visits)
    opened = [truth.at(NOW, link) for link in LINKS]
    await truth.take_in(opened)
    await edits.detach_links(SARI, LINKS[:2])
    detached = [
        visit._replace(link=schema.DELETED_LINK) if visit.link in LINKS[:2] else visit for visit in [*visits, *opened]
    ]
    question = Question(Scope(SARI), period(JAKARTA, Interval.DAY))
    truth.agrees(await build_report(question), question, detached)
    before = await figures(question)
    for _ in range(2):
        await rewrite_months(AT_ONCE)
        assert await figures(question) == before
    assert await files(SUMMARY) and not (await manifest.load_manifest()).edits
    assert not {visit.link for visit in await everywhere()} & {*LINKS[:2]}
    await sweep()
    assert await contains(LINKS[0]) == [] and await contains(LINKS[2]) != []


async def test_a_link_that_is_deleted_after_it_was_summarized_leaves_no_row_of_its_own(
    database: str, moved: Clock
) -> None:
    await truth.account_of(SARI)
    await sealed(moved, truth.crowd(80, BEGUN, 9))
    await rewrite_months(AT_ONCE)
    assert not await files()  # all of them are past retention
    question = Question(Scope(SARI), period(JAKARTA, Interval.DAY))
    before = await build_report(question)

    await edits.detach_links(SARI, LINKS[:1])
    for _ in range(2):
        await rewrite_months(AT_ONCE)
        after = await build_report(question)
        assert (after.totals, after.points, after.hours) == (before.totals, before.points, before.hours)
        assert {row.value for row in after.tables["link"]} == {"-1", "12", "13"}
    await sweep()
    assert not (await manifest.load_manifest()).edits and await contains(LINKS[0]) == []


async def sweep() -> int:
    return engine.current().store.sweep(
        {file.name for file in (await manifest.load_manifest()).files}, grace=0, work_grace=0
    )


async def contains(key: int) -> list[str]:
    """The names of all files in the store, listed or not, with a row that has this key as account or link."""
    store, names = engine.current().store, []
    for path in sorted(store.directory.glob("*.parquet")):
        source = schema.read_files([store.location(path.name)])
        as_text = f"OR dimension = 'link' AND value = '{key}'" * path.name.startswith("summary")
        sql = f"SELECT count(*) FROM {source} WHERE account = {key} OR link = {key} {as_text}"  # noqa: S608
        [(rows,)] = await engine.current().run_job(sql)
        raw = key.to_bytes(8, "little") if key > 1 << 31 else b"\0" * 99
        names += [path.name] * bool(rows or raw in path.read_bytes())
    return names


async def test_of_a_deleted_account_no_file_has_a_byte(database: str, moved: Clock) -> None:
    """Its visits were sealed, and some of them summarized; the statistics of the file know it too."""
    key = 0x1BADCAFE5EED0042
    await truth.account_of(SARI)
    gone = await truth.account_of(key)
    visits = truth.crowd(100, BEGUN, 43)
    await sealed(moved, [*visits, *truth.crowd(100, BEGUN, 43, seed=2, account=key)])
    await rewrite_months(AT_ONCE)
    assert len(await files()) == len(await files(SUMMARY)) == 2 and len(await contains(key)) >= 3
    questions = unfiltered(JAKARTA)
    before = await reports(questions)

    await gone.delete()
    await edits.delete_visits(key)
    assert (await build_report(Question(Scope(key), period(JAKARTA, Interval.DAY)))).totals.all == 0
    assert await rewrite_months() == 2, "a deletion is due at once"
    await sweep()

    assert await contains(key) == [] and await contains(SARI)
    assert await reports(questions) == before
    moved.on(timedelta(days=7))
    await rewrite_months()
    assert not (await manifest.load_manifest()).edits
    assert not [path for path in engine.current().store.work.rglob("*") if path.is_file()]


async def test_an_account_that_is_gone_without_a_word_goes_from_the_files_too(database: str, moved: Clock) -> None:
    await truth.account_of(SARI)
    visits = truth.crowd(50, BEGUN + timedelta(days=30), 9)
    await sealed(moved, [*visits, *truth.crowd(50, BEGUN + timedelta(days=30), 9, account=BUDI)])
    await truth.take_in([truth.at(NOW, account=BUDI)])

    assert await account_jobs.settle_visits_of_deleted_accounts() == 1
    await rewrite_months()

    assert await everywhere() == sorted(visits)


async def test_edits_are_forgotten_when_every_file_has_them_and_not_before(database: str, moved: Clock) -> None:
    """A file without a row of theirs is not rewritten: it is enough that it was looked at."""
    for key in (SARI, BUDI):
        await truth.account_of(key, "pro")
    november = BEGUN + timedelta(days=15)
    visits = [*truth.crowd(40, BEGUN, 9), *truth.crowd(40, november, 9, account=BUDI)]
    await sealed(moved, visits)
    [october, untouched] = await files()
    await edits.detach_links(SARI, [99])
    await edits.move_visits(SARI, BUDI)

    assert await rewrite_months() == 0, "six days are not over"
    assert len((await manifest.load_manifest()).edits) == 2
    moved.on(timedelta(days=7))
    assert await rewrite_months() == 1
    assert october not in await files() and untouched.name in {file.name for file in await files()}
    assert not (await manifest.load_manifest()).edits
    assert {visit.account for visit in await everywhere()} == {BUDI}


@pytest.mark.parametrize("moment", ["loaded", "looked at"])
async def test_an_edit_made_while_a_month_is_looked_at_is_not_taken_for_done(
    database: str, moved: Clock, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    for key in (SARI, BUDI):
        await truth.account_of(key, "pro")
    visits = truth.crowd(40, BEGUN, 9)
    await sealed(moved, visits)
    await edits.detach_links(SARI, [99])
    work, made = engine.Engine.run_job, list[int]()

    async def work_while_edited(self: engine.Engine, *statements: str) -> engine.Rows:
        rows = await work(self, *statements)
        if statements[0].startswith("SELECT 1 ") and not made:
            made.append(1)
            await edits.move_visits(SARI, BUDI)
        return rows

    async def load_while_edited() -> Any:
        if not made:
            made.append(1)
            await edits.move_visits(SARI, BUDI)
        return await retention.load_retentions()

    if moment == "loaded":
        monkeypatch.setattr(rewrite, "load_retentions", load_while_edited)
    else:
        monkeypatch.setattr(engine.Engine, "run_job", work_while_edited)
    await rewrite_months(AT_ONCE)
    assert made
    question = Question(Scope(BUDI), period(JAKARTA, Interval.DAY))
    mine = [visit._replace(account=BUDI) for visit in visits]
    truth.agrees(await build_report(question), question, mine)
    await rewrite_months(AT_ONCE)
    truth.agrees(await build_report(question), question, mine)
    assert await everywhere() == sorted(mine)


async def test_a_late_visit_that_comes_during_the_rewrite_stays_open(
    database: str, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await truth.account_of(SARI, "pro")
    visits = truth.crowd(40, BEGUN, 9)
    await sealed(moved, visits)
    late = [truth.at(BEGUN + timedelta(hours=n), visitor=n) for n in range(3)]
    await truth.take_in(late[:1])
    write, wrote = open_visits_csv.write_csv, list[int]()

    async def write_and_more(*args: Any) -> manifest.OpenRows:
        rows = await write(*args)
        wrote.append(1)
        if len(wrote) < 3:
            await truth.take_in([late[len(wrote)]])
        return rows

    monkeypatch.setattr(rewrite, "write_csv", write_and_more)
    await rewrite_months(AT_ONCE)
    assert len(wrote) >= 3 and await everywhere() == sorted([*visits, *late])
    assert not await truth.open_visits()


async def test_a_replaced_file_stays_for_its_grace_and_others_are_not_ours(database: str, moved: Clock) -> None:
    await truth.account_of(SARI, "pro")
    await sealed(moved, truth.crowd(20, BEGUN, 9))
    store = engine.current().store
    [old] = await files()
    foreign = store.directory / "mine.parquet"
    foreign.write_bytes(b"PAR1")
    await truth.take_in([truth.at(BEGUN)])
    await rewrite_months()
    listed = [file.name for file in await files()]

    assert old.name not in listed
    assert store.sweep(listed) == 0 and (store.directory / old.name).exists()
    assert store.sweep(listed, grace=0) == 1
    assert sorted(path.name for path in store.directory.glob("*.parquet")) == sorted([*listed, foreign.name])


async def test_what_a_job_has_staged_stays_for_as_long_as_it_may_take(database: str) -> None:
    """Also what DuckDB moved out of memory: a job of a very large month may read it an hour later."""
    store = engine.current().store
    store.prepare()
    staged = [store.work / name for name in ("0123456789abcdef.csv", "duckdb_temp_block-7.block")]
    for age, stays in ((engine.WORK_SECONDS, True), (3 * engine.WORK_SECONDS, False)):
        for path in staged:
            path.write_bytes(b"1")
            os.utime(path, (time.time() - age,) * 2)
        store.sweep([])
        assert [path.exists() for path in staged] == [stays, stays]


async def test_a_file_that_took_long_to_write_is_young_when_it_gets_its_name(database: str) -> None:
    """A sweep that read the manifest just before sees a file that is not listed."""
    store = engine.current().store
    store.prepare()
    name = "visits-2026-10.0123456789abcdef.parquet"
    with store.unfinished(".parquet") as part:
        part.write_bytes(b"PAR1")
        os.utime(part, (1, 1))
        store.publish(part, name)
    assert store.sweep([]) == 0 and (store.directory / name).exists()


async def test_a_rewrite_that_fails_leaves_everything_as_it_was(
    database: str, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await truth.account_of(SARI)
    visits = truth.crowd(80, BEGUN, 43)
    await sealed(moved, visits)
    before, state = await reports(unfiltered(JAKARTA)), await manifest.load_manifest()

    async def fail(*_: Any, **__: Any) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(manifest, "_insert_file", fail)
    with pytest.raises(OSError, match="no space"):
        await rewrite_months(AT_ONCE)

    assert await manifest.load_manifest() == state and await everywhere() == sorted(visits)
    assert await reports(unfiltered(JAKARTA)) == before
    rows = await db.query_rows("SELECT count(*) AS n FROM visit_files", [], on=db.visits_connection())
    assert rows[0]["n"] == len(state.files)


async def test_a_damaged_file_keeps_no_other_month_from_losing_what_has_to_go(database: str, moved: Clock) -> None:
    await truth.account_of(SARI, "pro")
    visits = truth.crowd(60, BEGUN, 43)
    await sealed(moved, [*visits, *truth.crowd(60, BEGUN, 43, seed=2, account=BUDI)])
    store, [october, *_] = engine.current().store, await files()
    whole = (store.directory / october.name).read_bytes()
    (store.directory / october.name).write_bytes(whole[:100])

    with pytest.raises(duckdb.Error):
        await rewrite_months()

    (store.directory / october.name).write_bytes(whole)
    left = [visit for visit in await everywhere() if visit.account == BUDI]
    assert left and {truth.when(visit, "UTC").month for visit in left} == {10}
