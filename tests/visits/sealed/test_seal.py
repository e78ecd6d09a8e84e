"""Sealing: days that are over leave the table for files; no visit is lost, and none is in two places."""

import asyncio
import stat
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest

from app.kernel import db
from app.visits.reports.query import Interval, Period, Question, Scope
from app.visits.reports.report import build_report
from app.visits.sealed import engine, manifest, open_visits_csv, seal
from app.visits.sealed.manifest import Overtaken
from app.visits.sealed.rewrite import rewrite_months
from app.visits.visit import Visit, milliseconds
from tests.conftest import Clock
from tests.visits import truth
from tests.visits.truth import BUDI, LINKS, SARI

BEGUN = datetime(2026, 10, 28, tzinfo=UTC)
NOW = datetime(2026, 11, 2, 15, tzinfo=UTC)
ALL = Period(BEGUN - timedelta(days=2), NOW + timedelta(days=2), "UTC", Interval.DAY)
TODAY = datetime(2026, 11, 2, tzinfo=UTC)


def some(size: int = 150) -> list[Visit]:
    """Visits of two accounts on the last days and today, in the order of ids."""
    return sorted([*truth.crowd(size, BEGUN, 5.6), *truth.crowd(size // 3, BEGUN, 5.6, seed=2, account=BUDI)])


def ended(visit: Visit) -> bool:
    return truth.when(visit, "UTC") < TODAY


async def everywhere() -> list[Visit]:
    """Every visit that is in an open row or in a file, as often as it is in one of them."""
    return sorted([*await truth.open_visits(), *await truth.sealed_visits()])


def hook(monkeypatch: pytest.MonkeyPatch, name: str, act: Callable[[], Awaitable[Any]], times: int = 1) -> list[int]:
    """Something happens each time after this step of sealing, a few times; returns the list that counts its calls."""
    step, calls = getattr(seal, name), list[int]()

    async def then(*args: Any, **more: Any) -> Any:
        result = await step(*args, **more)
        calls.append(len(calls) + 1)
        if calls[-1] <= times:
            await act()
        return result

    monkeypatch.setattr(seal, name, then)
    return calls


async def test_days_over_for_three_hours_leave_the_table_and_today_stays(database: str, moved: Clock) -> None:
    visits = some()
    await truth.take_in(visits)

    moved.to(datetime(2026, 11, 2, 2, 59, tzinfo=UTC))
    await seal.seal_days()
    yesterday = datetime(2026, 11, 1, tzinfo=UTC)
    assert await truth.open_visits() == [visit for visit in visits if truth.when(visit, "UTC") >= yesterday]

    moved.to(datetime(2026, 11, 2, 3, tzinfo=UTC))
    assert await seal.seal_days() == 1
    assert await truth.open_visits() == [visit for visit in visits if not ended(visit)]
    assert await truth.sealed_visits() == [visit for visit in visits if ended(visit)]
    assert await seal.seal_days() == 0


async def test_what_is_in_a_file_is_what_was_in_the_row(database: str, moved: Clock) -> None:
    moved.to(NOW)
    odd = [
        "",
        "a,b",
        'say "hi"',
        "two\nlines",
        "cr\r\nlf",
        "\\N",
        "NULL",
        "“promo” $1 ?",
        "мой.рф",
        "🙂",
        " ",
        "\t",
        "'",
    ]
    visits = [
        truth.at(BEGUN, utm_campaign=text, utm_term=text[::-1], city=text, visitor=n) for n, text in enumerate(odd)
    ]
    visits += [truth.at(BEGUN, kind=2, who=3, visitor=-(2**62), account=2**62 - 1, link=2**62 - 1)]
    await truth.take_in(visits)

    await seal.seal_days()

    assert await truth.sealed_visits() == visits and not await truth.open_visits()


async def test_a_day_of_several_pages_is_read_whole(
    database: str, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        open_visits_csv, "_SELECT", open_visits_csv._SELECT.replace(f"LIMIT {open_visits_csv.PAGE}", "LIMIT 7")
    )
    moved.to(NOW)
    visits = sorted(truth.crowd(50, BEGUN, 0.9))
    await truth.take_in(visits)
    await seal.seal_days()
    assert await truth.sealed_visits() == visits


async def test_the_sums_are_the_same_before_and_after(database: str, moved: Clock) -> None:
    visits = some()
    moved.to(NOW)
    await truth.take_in(visits)
    questions = [Question(Scope(account, links), ALL) for account in (SARI, BUDI) for links in (None, LINKS[:1], LINKS)]
    before = [await build_report(question) for question in questions]

    await seal.seal_days()

    assert [await build_report(question) for question in questions] == before
    truth.agrees(before[0], questions[0], visits)


async def test_the_visits_of_an_account_and_of_its_people_lie_together(database: str, moved: Clock) -> None:
    moved.to(NOW)
    await truth.take_in(some())
    await seal.seal_days()
    for file in (await manifest.load_manifest()).files:
        source = f"read_parquet(['{engine.current().store.location(file.name)}'], file_row_number = true)"
        rows = await engine.current().run_job(f"SELECT account, who, link, id FROM {source} ORDER BY file_row_number")  # noqa: S608
        assert rows == sorted(rows) and len({row[:2] for row in rows}) > 4


async def test_a_month_of_days_goes_into_one_file_that_ends_with_it(database: str, moved: Clock) -> None:
    moved.to(NOW)
    await truth.take_in(some())
    assert await seal.seal_days() == 2
    days = [(file.month, file.first_day, file.end_day) for file in (await manifest.load_manifest()).files]
    november = datetime(2026, 11, 1, tzinfo=UTC).toordinal()
    assert days == [("2026-10", november - 4, november), ("2026-11", november, november + 1)]


async def test_no_file_takes_much_more_than_the_most_rows(
    database: str, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seal, "MOST_ROWS", 30)
    moved.to(NOW)
    visits = some()
    await truth.take_in(visits)
    await seal.seal_days()
    files = (await manifest.load_manifest()).files
    assert len(files) == 5 and sum(file.rows for file in files) == sum(map(ended, visits))
    assert await everywhere() == visits


async def test_files_are_private_and_named_by_their_content_and_day(database: str, moved: Clock) -> None:
    moved.to(NOW)
    await truth.take_in(some())
    await seal.seal_days()
    folder = engine.current().store.directory

    files = sorted(path for path in folder.rglob("*") if path.is_file())

    assert [stat.S_IMODE(path.stat().st_mode) for path in files] == [0o600] * 2
    assert [stat.S_IMODE(path.stat().st_mode) for path in (folder, folder / "work")] == [0o700] * 2
    assert [path.name[:18] for path in files] == ["visits-2026-10-28.", "visits-2026-11-01."]
    assert {path.name for path in files} == {file.name for file in (await manifest.load_manifest()).files}
    with pytest.raises(ValueError, match="not a file"):
        engine.current().store.location("../../etc/passwd")


async def test_late_visits_are_counted_at_once_and_joined_by_the_rewrite(database: str, moved: Clock) -> None:
    moved.to(NOW)
    for account in (SARI, BUDI):
        await truth.account_of(account)
    visits = some()
    late = [*visits[3::40], *visits[4::40]]
    late = [visit for visit in late if ended(visit)]
    await truth.take_in([visit for visit in visits if visit not in late])
    await seal.seal_days()
    await truth.take_in(late)
    questions = [Question(Scope(SARI, links), ALL) for links in (None, LINKS[:1], LINKS)]

    for question in questions:
        truth.agrees(await build_report(question), question, visits)
    assert await seal.seal_days() == 0 and await everywhere() == visits

    assert await rewrite_months() == 2
    assert await truth.open_visits() == [visit for visit in visits if not ended(visit)]
    assert await everywhere() == visits
    for question in questions:
        truth.agrees(await build_report(question), question, visits)


async def test_marks_are_those_of_the_first_visit_also_when_it_came_late(database: str, moved: Clock) -> None:
    moved.to(NOW)
    await truth.account_of(SARI)
    visits = [visit for visit in sorted(truth.crowd(400, BEGUN, 4.9)) if ended(visit)]
    first = set(truth.firsts(visits))
    late = [visit for visit in visits if visit.id in first][::3]
    await truth.take_in([visit for visit in visits if visit not in late])
    await seal.seal_days()
    await truth.take_in(late)
    await rewrite_months()

    assert await truth.marks() == truth.firsts(visits)
    assert await truth.marks("first_of_link") == truth.firsts(visits, "link")


async def test_a_view_and_a_visitor_of_whom_nothing_is_kept_are_never_first(database: str, moved: Clock) -> None:
    moved.to(NOW)
    visits = [
        truth.at(BEGUN, kind=2),
        truth.at(BEGUN, visitor=0),
        truth.at(BEGUN),
        truth.at(BEGUN),
        truth.at(BEGUN, who=1),
    ]
    await truth.take_in(visits)
    await seal.seal_days()
    assert await truth.marks() == [visits[2].id, visits[4].id]


@pytest.mark.parametrize("step", ["write_csv", "load_manifest"])
async def test_a_visit_that_comes_while_its_day_is_sealed_is_not_deleted_unread(
    database: str, moved: Clock, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    moved.to(NOW)
    visits = some()
    [late] = [truth.at(BEGUN + timedelta(hours=5), visitor=99)]
    await truth.take_in(visits)
    if step == "write_csv":
        calls = hook(monkeypatch, "write_csv", partial(truth.take_in, [late]))
    else:
        load, calls = manifest.load_manifest, list[int]()

        async def load_then() -> manifest.Manifest:
            state = await load()
            calls.append(1)
            if len(calls) == 2:
                await truth.take_in([late])
            return state

        monkeypatch.setattr(manifest, "load_manifest", load_then)

    await seal.seal_days()

    assert len(calls) == 3 if step == "write_csv" else calls
    assert await everywhere() == sorted([*visits, late])
    assert await truth.sealed_visits() == [visit for visit in sorted([*visits, late]) if ended(visit)]


async def test_sealing_that_is_always_overtaken_gives_up_and_leaves_everything(
    database: str, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved.to(NOW)
    visits = some(60)
    await truth.take_in(visits)
    more = [truth.at(BEGUN + timedelta(hours=n)) for n in range(seal.TRIES)]
    arriving = iter(more)
    hook(monkeypatch, "write_csv", lambda: truth.take_in([next(arriving)]), times=seal.TRIES)

    with pytest.raises(Overtaken):
        await seal.seal_days()

    assert await truth.open_visits() == sorted([*visits, *more]) and not await truth.sealed_visits()
    assert [path for path in engine.current().store.directory.rglob("*") if path.is_file()] == []


async def test_a_row_that_is_deleted_while_its_day_is_sealed_is_in_no_file(
    database: str, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved.to(NOW)
    visits = some()
    await truth.take_in(visits)

    async def delete() -> None:
        await db.query_rows("DELETE FROM visits WHERE id = $1", [visits[0].id], on=db.visits_connection())

    hook(monkeypatch, "write_csv", delete)
    await seal.seal_days()
    assert await everywhere() == visits[1:]


async def test_two_sealers_at_once_seal_every_visit_once(database: str, moved: Clock) -> None:
    moved.to(NOW)
    visits = some()
    await truth.take_in(visits)

    await asyncio.gather(seal.seal_days(), seal.seal_days(), seal.seal_days())

    assert await everywhere() == visits
    assert await truth.sealed_visits() == [visit for visit in visits if ended(visit)]
    listed = {file.name for file in (await manifest.load_manifest()).files}
    assert {path.name for path in engine.current().store.directory.glob("*.parquet")} == listed


async def test_what_comes_late_is_not_sealed_by_one_who_chose_the_day_before_another_did(
    database: str, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its marks would not know who is in the other file of that day."""
    moved.to(NOW)
    visits = sorted(truth.crowd(50, BEGUN, 0.9))
    again = truth.at(BEGUN + timedelta(hours=23.9), visitor=next(visit.visitor for visit in visits if visit.visitor))
    await truth.take_in(visits)
    choose, chosen = seal._next_days, list[int]()

    async def choose_then() -> tuple[int, int] | None:
        days = await choose()
        chosen.append(1)
        if len(chosen) == 1:
            await seal.seal_days()
            await truth.take_in([again])
        return days

    monkeypatch.setattr(seal, "_next_days", choose_then)
    await seal.seal_days()

    assert len((await manifest.load_manifest()).files) == 1 and await truth.open_visits() == [again]
    question = Question(Scope(SARI), ALL)
    truth.agrees(await build_report(question), question, [*visits, again])


async def test_days_of_deleted_accounts_alone_leave_the_table_without_a_file(database: str, moved: Clock) -> None:
    moved.to(NOW)
    await truth.take_in(truth.crowd(30, BEGUN, 0.9))
    async with db.transaction(db.visits_connection()):
        await manifest.record_edit(SARI)
    await seal.seal_days()
    assert await everywhere() == [] and not (await manifest.load_manifest()).files


async def test_days_of_visits_are_found_by_their_ids(database: str, moved: Clock) -> None:
    moved.to(NOW)
    visit = truth.at(datetime(2026, 11, 1, 23, 59, 59, 999000, tzinfo=UTC))
    await truth.take_in([visit])
    await seal.seal_days()
    [file] = (await manifest.load_manifest()).files
    assert milliseconds(manifest.first_id_of(file.end_day)) == milliseconds(visit.id) + 1
