"""Visits by rule and by variant: recorded by every way, exact in rows and files, and what chance makes of a split."""

import asyncio
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest
from quart import Quart

from app.accounts.models import Account
from app.links.models import Link
from app.links.rule_report import chi_squared_tail, p_value, rule_report, split_report
from app.visits.recording import user_agent
from app.visits.recording.capture import Visitor, journal_line
from app.visits.recording.salt import Salts
from app.visits.reports import visit_list
from app.visits.reports.query import Filter, Interval, Period, Question
from app.visits.reports.report import build_report
from app.visits.retention import scope_of
from app.visits.sealed import engine, manifest, seal
from app.visits.sealed.rewrite import rewrite_months
from app.visits.visit import Visit, key_in_visits
from tests import world
from tests.client import FIREFOX, Browser, taken_in
from tests.conftest import Clock
from tests.links.rules.test_choice import IPHONE
from tests.visits import truth
from tests.ways import ways

RULES = [
    {"id": "phones", "when": [{"kind": "device", "values": ["phone"]}], "to": [{"url": "https://phone.example/"}]},
    {
        "id": "split",
        "when": [{"kind": "query", "name": "ab", "test": "present"}],
        "to": [{"url": "https://a.example/?utm_source=a", "weight": 50}, {"url": "https://b.example/", "weight": 50}],
    },
]
WEEK = Period(datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 11, 29, tzinfo=UTC), "UTC", Interval.DAY)


async def test_every_way_records_the_rule_and_the_variant_that_it_led_to(
    app: Quart, sari: Account, moved: Clock
) -> None:
    moved.to(datetime(2026, 11, 20, 12, tzinfo=UTC))
    link = await Link.shorten(sari, url="https://own.example/?utm_source=own", slug="kopi", rules=RULES)
    user_agent.build_patterns()
    sent = Counter[str]()
    async with ways(app) as town:
        for way in town.ports:
            for query, agent in (("", IPHONE), ("", FIREFOX), ("?ab=1", FIREFOX), ("?ab=2", FIREFOX)):
                head = (
                    f"GET /kopi{query} HTTP/1.1\r\nHost: kliqs.test\r\nUser-Agent: {agent}\r\nConnection: close\r\n\r\n"
                )
                answer = await town.answer(way, head.encode())
                sent[answer.split(b"location: https://")[1].split(b".")[0].decode()] += 1
            reader, writer = await asyncio.open_connection("127.0.0.1", town.ports[way])
            writer.write(f"GET /kopi HTTP/1.1\r\nHost: kliqs.test\r\nUser-Agent: {IPHONE}\r\n\r\n".encode())
            await reader.readuntil(b"\r\n\r\n")  # on a connection that stays: prepared by the protocol lane
            writer.close()
    assert await taken_in(app) == 15
    report = await rule_report(sari, link, WEEK)
    assert report.visits == 15
    assert report.by_rule == {"phones": 6, "split": 6, "": 3}
    [variant] = sent.keys() & {"a", "b"}  # one visitor stays with one
    assert report.by_variant == {f"split:{'ab'.index(variant)}": 6, "": 9}
    question = Question(scope_of(sari, link.id), WEEK)
    sources = {row.value: row.clicks for row in (await build_report(question, ("utm_source",))).tables["utm_source"]}
    own_source = {"a": 6} if variant == "a" else {}
    assert sources == {"own": 3, "": 15 - 3 - sum(own_source.values())} | own_source


async def test_visits_of_a_link_of_which_only_times_are_kept_have_no_rule(app: Quart, sari: Account) -> None:
    line = await _recorded(app, sari, keeps=2)
    assert (line.rule, line.variant) == ("", "")


async def _recorded(app: Quart, sari: Account, keeps: int) -> Visit:
    """A visit by a rule, recorded with less detail."""
    now = datetime(2026, 11, 20, 12, tzinfo=UTC)
    journal = app.extensions["redirects"].recording.journal
    link = await Link.shorten(sari, url="https://own.example/")
    line = journal_line(
        str(link.id), str(sari.id), Visitor("", FIREFOX), Salts(), now, keeps=keeps, rule="phones", variant=1
    )
    await journal.record(line)
    await taken_in(app)
    [visit] = await truth.open_visits()
    return visit


@pytest.mark.parametrize("sealed", [False, True])
async def test_tables_of_rules_and_variants_add_up_to_the_total(
    database: str, sari: Account, moved: Clock, sealed: bool
) -> None:
    moved.to(datetime(2026, 11, 10, 15, tzinfo=UTC))
    account = key_in_visits(sari.id)
    link = await Link.shorten(sari, url="https://own.example/", rules=RULES)
    visits = [
        truth.at(
            datetime(2026, 11, 3, 8, tzinfo=UTC) + timedelta(minutes=number),
            key_in_visits(link.id),
            account,
            visitor=number // 2 + 1,
            rule=("", "phones", "split")[number % 3],
            variant=f"split:{number % 2}" if number % 3 == 2 else "",
        )
        for number in range(600)
    ]
    await truth.take_in(visits)
    if sealed:
        assert await seal.seal_days() == 1
    report = await rule_report(sari, link, WEEK)
    assert (report.visits, report.by_rule) == (600, {"": 200, "phones": 200, "split": 200})
    assert report.by_variant == {"": 400, "split:0": 100, "split:1": 100}
    split = await split_report(sari, link, "split", WEEK)
    assert split
    assert [(each.visits, each.visitors, each.share) for each in split.variants] == [(100, 100, 0.5), (100, 100, 0.5)]
    assert split.variants[0].low < 0.5 < split.variants[0].high
    assert not split.is_unusual
    assert await split_report(sari, link, "phones", WEEK) is None
    listed = await visit_list.visits(Question(scope_of(sari, link.id), WEEK, (Filter("rule", ("split",)),)), limit=1000)
    assert Counter(visit.variant for visit in listed) == {"split:0": 100, "split:1": 100}


async def test_files_from_before_rules_are_read_and_rewritten(database: str, sari: Account, moved: Clock) -> None:
    await Account.filter(id=sari.id).update(plan_name="pro")
    await sari.refresh_from_db()
    moved.to(datetime(2026, 11, 10, 15, tzinfo=UTC))
    account, link = key_in_visits(sari.id), await Link.shorten(sari, url="https://own.example/", rules=RULES)
    when = datetime(2026, 11, 3, 8, tzinfo=UTC)
    await truth.take_in([truth.at(when + timedelta(minutes=n), key_in_visits(link.id), account) for n in range(10)])
    assert await seal.seal_days() == 1
    [file] = (await manifest.load_manifest()).files
    _without_new_columns(Path(engine.current().store.location(file.name)))
    assert (await rule_report(sari, link, WEEK)).by_rule == {"": 10}

    late = when + timedelta(minutes=30)
    await truth.take_in(
        [truth.at(late + timedelta(minutes=n), key_in_visits(link.id), account, rule="phones") for n in range(5)]
    )
    for _ in range(2):
        report = await rule_report(sari, link, WEEK)
        assert (report.visits, report.by_rule) == (15, {"": 10, "phones": 5})
        moved.to(datetime(2026, 12, 5, 15, tzinfo=UTC))
        await rewrite_months()
    assert not await truth.open_visits()
    question = Question(scope_of(sari, link.id), WEEK, (Filter("rule", ("",)),))
    assert (await build_report(question, ("rule",))).totals.clicks == 10
    assert {visit.rule for visit in await visit_list.visits(question)} == {""}
    assert len(await truth.sealed_visits()) == 15


def _without_new_columns(path: Path) -> None:
    """Writes a file of visits as versions before rules wrote it."""
    old = path.with_suffix(".old")
    with duckdb.connect() as raw:
        raw.execute(f"COPY (SELECT * EXCLUDE (rule, variant) FROM '{path}') TO '{old}' (FORMAT parquet)")  # noqa: S608
    path.write_bytes(old.read_bytes())


@pytest.mark.parametrize(
    "freedom, statistic, tail",
    [
        (1, 3.84146, 0.05),
        (1, 6.63490, 0.01),
        (2, 5.99146, 0.05),
        (3, 7.81473, 0.05),
        (4, 13.2767, 0.01),
        (9, 16.9190, 0.05),
    ],
)
def test_chance_is_that_of_the_published_table(freedom: int, statistic: float, tail: float) -> None:
    """Abramowitz and Stegun, table 26.8."""
    assert chi_squared_tail(statistic, freedom) == pytest.approx(tail, rel=1e-4)


@pytest.mark.parametrize(
    "observed, weights, expected",
    [
        ([50, 50], [50, 50], 1.0),
        ([70, 30], [70, 30], 1.0),
        ([60, 40], [50, 50], chi_squared_tail(4, 1)),
        ([15, 5, 30], [30, 10, 60], 1.0),
        ([5, 0], [100, 0], 1.0),
        ([0, 0], [50, 50], 1.0),
    ],
)
def test_shares_are_compared_with_their_weights(observed: list[int], weights: list[int], expected: float) -> None:
    assert p_value(observed, weights) == pytest.approx(expected)


async def test_the_api_and_the_export_name_rule_and_variant(app: Quart, as_sari: Browser, sari: Account) -> None:
    await Link.shorten(sari, url="https://own.example/", slug="kopi", rules=RULES)
    assert (await as_sari.get("/kopi?ab=1", headers={"User-Agent": FIREFOX})).status_code == 302
    assert await taken_in(app) == 1
    [visit] = await truth.open_visits()
    key = {"Authorization": f"Bearer {await world.key_of(sari)}"}
    page = await (await as_sari.get("/api/v1/statistics?by=rule&by=variant", headers=key)).get_json()
    tables = page["data"]["tables"]
    assert tables["rule"] == [{"value": "split", "clicks": 1, "scans": 0, "views": 0}]
    assert tables["variant"] == [{"value": visit.variant, "clicks": 1, "scans": 0, "views": 0}]
    [listed] = (await (await as_sari.get("/api/v1/visits", headers=key)).get_json())["data"]["visits"]
    assert (listed["rule"], listed["variant"]) == ("split", visit.variant)
