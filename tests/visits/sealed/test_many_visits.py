"""Jobs and reports with more visits than fit into DuckDB's memory at once: here it may have less, so that few do."""

from datetime import UTC, date, datetime, timedelta

import pytest

from app.visits.reports.query import Filter, Interval, Period, Question, Scope
from app.visits.reports.report import build_report
from app.visits.sealed import engine, manifest, schema, seal
from app.visits.sealed.file_store import new_name
from app.visits.sealed.manifest import SUMMARY, VISITS, SealedFile
from app.visits.sealed.rewrite import rewrite_months
from app.visits.visit import DIMENSIONS, Visit, first_id
from tests.conftest import Clock
from tests.databases import ON_ONE
from tests.visits import truth
from tests.visits.truth import JAKARTA, SARI

pytestmark = ON_ONE

OCTOBER = date(2026, 10, 1)
VALUES = dict.fromkeys(DIMENSIONS, 8) | {"referrer": 400, "country": 30, "city": 150, "browser": 40}


def made(visits: int) -> str:
    """A SELECT of visits of SARI's people in a month, of 2,000 links; a third each are clicks, scans and views."""
    start = int(datetime(2026, 10, 1, tzinfo=UTC).timestamp()) * 1_000
    columns = {
        "id": f"{first_id(1)} * ({start} + i * {31 * 86_400_000} // {visits})",
        "link": "hash(i, 1) % 2000 + 1",
        "account": str(SARI),
        "kind": "i % 3",
        "who": "0",
        "visitor": f"CASE WHEN i % 3 = 2 THEN 0 ELSE hash(i, 2) % {visits // 3} + 1 END",
    } | {name: f"'{name}' || hash(i, {place}) % {VALUES[name]}" for place, name in enumerate(DIMENSIONS, 3)}
    listed = ", ".join(f"CAST({columns[name]} AS {schema.TYPES[name]}) AS {name}" for name in Visit._fields)
    return f"SELECT {listed} FROM range({visits}) AS numbers(i)"  # noqa: S608 - numbers and names


async def sealed_in_days(visits: int) -> None:
    """Puts the month into two files, as if it had been sealed in two pieces."""
    middle = OCTOBER.toordinal() + 15
    for first, end, half in ((OCTOBER.toordinal(), middle, "<"), (middle, OCTOBER.toordinal() + 31, ">=")):
        with seal.workspace() as (_, part):
            state = await manifest.load_manifest()
            rows = f"SELECT * FROM ({made(visits)}) WHERE id {half} {manifest.first_id_of(middle)}"  # noqa: S608
            write = schema.write_visits(f"SELECT * FROM {schema.MARKED}", str(part))  # noqa: S608
            [(written,)] = await engine.current().run_job(schema.mark_visits(rows), write)
            name = new_name("visits", date.fromordinal(first).isoformat())
            await seal.replace_files(state, {part: SealedFile(name, VISITS, first, end, written, 0)}, (), None)
    engine.current().close()


async def test_a_month_of_expired_visits_becomes_a_summary_within_the_memory_of_a_job(
    database: str, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved.to(datetime(2027, 3, 1, tzinfo=UTC))
    await truth.account_of(SARI)
    await sealed_in_days(60_000)
    monkeypatch.setitem(engine.SETTINGS, "memory_limit", "64MB")

    assert await rewrite_months(timedelta()) == 1
    [summary] = (await manifest.load_manifest()).files
    assert summary.content == SUMMARY
    source = schema.read_files([engine.current().store.location(summary.name)])
    sums = await engine.current().run_job(
        f"SELECT dimension, sum(clicks), sum(scans), sum(views) FROM {source} WHERE link = 0 GROUP BY dimension"  # noqa: S608
    )
    assert sorted(sums) == [(name, 20_000, 20_000, 20_000) for name in sorted(["", "hour", "link", *DIMENSIONS])]


@pytest.mark.slow
async def test_a_month_is_joined_and_reported_within_the_memory_of_duckdb(
    database: str, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With all tables, and with different visitors of a filter, which no mark tells."""
    moved.to(datetime(2026, 12, 1, tzinfo=UTC))
    await truth.account_of(SARI, "business")
    visits = 390_000
    await sealed_in_days(visits)
    monkeypatch.setitem(engine.SETTINGS, "memory_limit", "80MB")

    assert await rewrite_months() == 1
    [month] = (await manifest.load_manifest()).files
    assert (month.content, month.rows) == (VISITS, visits)
    start = datetime(2026, 9, 30, 17, tzinfo=UTC)
    period = Period(start, start + timedelta(days=32), JAKARTA, Interval.DAY)
    filters = (Filter("kind", ("click", "scan")),)
    report = await build_report(Question(Scope(SARI), period, filters))
    people = f"SELECT DISTINCT visitor, id // {first_id(86_400_000)} FROM ({made(visits)}) WHERE visitor > 0"  # noqa: S608
    [(visitors,)] = await engine.current().run_job(f"SELECT count(*) FROM ({people})")  # noqa: S608
    assert report.totals.visitors == visitors and report.totals.followed == visits * 2 // 3
    assert len(report.tables["link"]) == 2_000
