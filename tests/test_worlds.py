"""The worlds of the benches are valid installations, and what is known of them is true."""

from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from quart import Quart

from app.accounts.models import Account
from app.kernel import db, installation
from app.kernel.config import Config
from app.kernel.installation import Installation
from app.links.models import Link
from app.links.search_column import link_search_text
from app.pages.models import Page
from app.qr.models import QrCode
from app.visits import localtime
from app.visits.localtime import DAY
from app.visits.reports.query import Interval, Period, Question, Scope
from app.visits.reports.report import build_report
from app.visits.sealed import engine, manifest, schema, seal
from app.visits.visit import Kind, Visit, Who, key_in_visits
from tests import world
from tests.bench import growth, world_rows, world_visits, worlds
from tests.bench.worlds import World
from tests.client import FIREFOX, Browser
from tests.conftest import ORIGIN, SECRET
from tests.visits import truth

VISITS, LINKS, OTHERS = 1_000, 50, 60


@pytest.fixture
async def filled(database: str, tmp_path: Path) -> World:
    """A small world in the test's own database and data directory."""
    installation.use(Installation(Config(hosts=ORIGIN, secret_key=SECRET, data_dir=tmp_path)))
    return await worlds.fill_world(visits=VISITS, links=LINKS, others=OTHERS)


class Recorder:
    """In place of a bench's client: keeps what would be asked for."""

    def __init__(self) -> None:
        self.paths = list[str]()

    def get(self, path: str) -> None:
        """Keeps a path."""
        self.paths.append(path)

    def post_json(self, path: str, value: object, status: int) -> None:
        """Keeps nothing: the API has tests of its own."""


async def test_people_of_a_world_sign_in_see_what_the_bench_measures_and_are_followed(
    filled: World, app: Quart, visitor: Browser
) -> None:
    for person in ("budi", "sari"):
        response = await visitor.post("/login", form={"email": f"{person}@example.com", "password": world.PASSWORD})
        assert response.status_code == 303
    sari, api = Recorder(), Recorder()
    measured = SimpleNamespace(world=filled, sari=sari, api=api, period=lambda days: f"period=custom&days={days}")
    for _, work in growth.questions(cast(growth.Column, measured)):
        work()
    for path in {*sari.paths, "/dashboard/pages/", *(f"/{slug}" for slug in world_rows.PAGE_SLUGS)}:
        assert (await visitor.get(path)).status_code == 200, path
    key = await world.key_of(await Account.get(id=filled.account_id(1)))
    for path in api.paths:
        assert (await visitor.get(path, headers={"Authorization": f"Bearer {key}"})).status_code == 200, path
    for number in range(1, LINKS + OTHERS + 1):
        response = await visitor.get(f"/{filled.name(number)}", headers={"User-Agent": FIREFOX})
        assert response.status_code == 302, number
        assert response.headers["Location"].endswith(f"/p/{number}")


async def test_statistics_counters_and_rows_of_a_world_are_what_the_product_would_make_of_its_visits(
    filled: World,
) -> None:
    visits = filled.visits()
    await check_statistics(filled, visits)
    await check_counters([visit for visit in visits if visit.who == Who.HUMAN])
    await check_rows()


async def check_statistics(filled: World, visits: list[Visit]) -> None:
    """Compares reports with the visits, counted one by one."""
    assert len({visit.id for visit in visits}) == VISITS
    first, last = (localtime.from_milliseconds(at // DAY * DAY, "UTC") for at in (filled.plan.start, filled.plan.until))
    period = Period(first, last, "UTC", Interval.MONTH)
    sari = key_in_visits(filled.account_id(1))
    for scope in (
        Scope(sari),
        Scope(sari, (key_in_visits(filled.link_id(1)),)),
        Scope(key_in_visits(filled.account_id(2))),
    ):
        question = Question(scope, period)
        report = await build_report(question)
        asked_for = [visit for visit in truth.asked_for(visits, question) if visit.who == Who.HUMAN]
        counts, firsts = report.totals, truth.first_visits(visits, question)
        assert (counts.clicks, counts.scans, counts.views, counts.visitors) == truth.totals(asked_for, firsts)
        for name, rows in report.tables.items():
            assert [(row.value, row.clicks, row.scans, row.views) for row in rows] == truth.table(asked_for, name), name


async def check_counters(people: list[Visit]) -> None:
    """Compares the counters of links, codes and pages with the visits of people."""
    for link in await Link.filter(page_id=None):
        followed = [visit.kind for visit in people if visit.link == key_in_visits(link.id)]
        assert (link.followed, link.scans) == (len(followed), followed.count(Kind.SCAN))
    assert sum([code.scans for code in await QrCode.all()]) == sum(visit.kind == Kind.SCAN for visit in people)
    assert sum([page.views for page in await Page.all()]) == sum(visit.kind == Kind.VIEW for visit in people)


async def check_rows() -> None:
    """Compares columns that SQL wrote with what the product writes into them."""
    for account in await Account.all():
        assert account.links_used == await Link.owned_by(account).count()
    for link in await Link.filter(page_id=None).prefetch_related("tags", "names"):
        columns = {name: getattr(link, name) for name in ("title", "description", "notes", "destination_url")}
        names, tags = ([str(name.shown) for name in link.names], [tag.name for tag in link.tag_list])
        assert names == [link.short_code]
        assert sorted(str(link.search).split("\n")) == sorted(link_search_text(columns, names, tags).split("\n"))
    codes = await QrCode.all().prefetch_related("name")
    assert len(codes) == (LINKS + OTHERS) // world_visits.LINKS_PER_CODE
    assert all(code.name and code.name.link_id == code.link_id and code.name.printed == 1 for code in codes)


async def sealed_rows() -> dict[int, tuple[object, ...]]:
    """Returns the rows of all sealed files, by their ids."""
    store = engine.current().store
    locations = [store.location(file.name) for file in (await manifest.load_manifest()).files]
    return {row[0]: row for row in await engine.current().report(f"SELECT * FROM {schema.read_files(locations)}", ())}  # noqa: S608


async def test_sealed_files_of_a_world_hold_what_the_product_would_write(filled: World) -> None:
    sealed = await sealed_rows()
    visits = [visit for visit in filled.visits() if visit.id in sealed]
    assert len(visits) == len(sealed) == sum(file.rows for file in (await manifest.load_manifest()).files)

    for statement in (
        "DELETE FROM visit_files",
        "UPDATE visit_file_versions SET version = version + 1",
        "DELETE FROM visits",
    ):
        await db.query_rows(statement, [], on=db.visits_connection())
    await truth.take_in(visits)
    await seal.seal_days()

    sealed_by_product = await sealed_rows()
    assert sealed_by_product.items() <= sealed.items()
    assert len(sealed_by_product) > VISITS * 0.9  # it waits some hours with the last day


@pytest.mark.parametrize("bench", ["batch", "growth", "redirect", "reports", "timings"])
def test_a_bench_finds_what_it_uses_of_the_product(bench: str) -> None:
    assert callable(import_module(f"tests.bench.{bench}").main)
