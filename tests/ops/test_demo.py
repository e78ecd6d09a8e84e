"""The demo world is made once for all who only look at it."""

import asyncio
from collections.abc import AsyncGenerator, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from tortoise.backends.base.executor import EXECUTOR_CACHE

from app.accounts.models import Account
from app.analytics.period import build_period
from app.kernel import clock, db, installation, passwords
from app.keys.models import ApiKey, Usage
from app.links.lifecycle import State
from app.links.models import Link
from app.names.models import Name
from app.ops import demo
from app.pages.models import Page
from app.plans import quota
from app.visits import localtime
from app.visits.reports.query import Filter, Question, Scope
from app.visits.reports.report import Report, build_report, daily_visits_by_link
from app.visits.visit import Who, first_id, milliseconds, visit_key
from tests import world
from tests.conftest import CHEAP, SECRET, Clock
from tests.databases import Template

PASSWORD = "batik and coffee"
JAKARTA = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 11, 21, 21, 30, tzinfo=JAKARTA).astimezone(UTC)


@pytest.fixture(scope="module")
def built(template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, demo.DemoWorld]]:
    """A database with the demo world as it is made at NOW."""
    EXECUTOR_CACHE.clear()
    installation.current().secret_keys = [SECRET]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: NOW)
        patch.setattr(passwords, "_hasher", CHEAP)
        url, made = asyncio.run(_build(template, tmp_path_factory.mktemp("demo")))
    yield url, made
    asyncio.run(template.drop(url))


async def _build(template: Template, directory: Path) -> tuple[str, demo.DemoWorld]:
    url = await template.fresh(directory)
    async with db.database_open(url):
        return url, await demo.build_demo(PASSWORD)


@pytest.fixture
async def made(built: tuple[str, demo.DemoWorld], moved: Clock) -> AsyncGenerator[demo.DemoWorld]:
    url, result = built
    moved.to(NOW)
    async with db.database_open(url):
        yield result


async def cast() -> list[Account]:
    """Sari, Budi and Dewi."""
    return [await Account.get(email=person.email) for person in demo.CAST]


async def shown(
    account: Account,
    over: str = "12mo",
    *,
    link: Link | None = None,
    who: Who = Who.HUMAN,
    filters: Sequence[Filter] = (),
) -> Report:
    """What the statistics page of an account, or of its link, shows."""
    scope = Scope(visit_key(account.id), (visit_key(link.id),) if link else None)
    asked = build_period(over, None, None, account.time_zone, clock.now())
    return await build_report(Question(scope, asked, tuple(filters), who))


async def rows(account: Account, what: str = "count(*)", where: str = "1 = 1") -> int:
    """Something about the visits of an account that are kept."""
    sql = f"SELECT {what} AS n FROM visits WHERE account = $1 AND {where}"  # noqa: S608
    return int((await db.query_rows(sql, [visit_key(account.id)], on=db.visits_connection()))[0]["n"])


def by_hour(answer: Report) -> list[int]:
    return [sum(column) for column in zip(*([hour.all for hour in day] for day in answer.hours), strict=True)]


async def test_the_demo_world_is_believable(made: demo.DemoWorld) -> None:
    links, accounts = await Link.filter(page_id=None), await cast()

    assert made.created
    assert len(links) == 40
    assert {link.state for link in links} == set(State) - {State.DELETED, State.BLOCKED}
    assert [link.short_code for link in links if link.used_up] == ["first100"]
    assert [link.short_code for link in links if link.archived_at] == ["gayo-1111"]
    assert any(link.via_api for link in links)
    assert all(0 <= link.scans <= link.followed <= (link.click_limit or link.followed) for link in links)
    assert all(link.admitted == (link.followed if link.click_limit else 0) for link in links)
    assert all(link.last_followed_at is None or link.created_at < link.last_followed_at for link in links)
    assert [await world.links_used(account) for account in accounts] == [4, 22, 14]
    assert [account.plan_name for account in accounts] == ["free", "pro", "business"]


async def test_everybody_in_it_can_sign_in_and_the_key_works(made: demo.DemoWorld) -> None:
    for person in demo.CAST:
        assert (await Account.authenticate(person.email, PASSWORD, "192.0.2.1")).name == person.name
    used_key = await ApiKey.authenticate(made.key)
    assert (await Usage.share(used_key.account)).used == demo.REQUESTS


async def test_what_the_statistics_count_is_what_the_links_say(made: demo.DemoWorld) -> None:
    for account in await cast():
        answer, links = await shown(account), await Link.filter(account_id=account.id).exclude(followed=0)
        pages = await Page.owned_by(account)

        assert {int(row.value): (row.clicks, row.scans, row.views) for row in answer.tables["link"]} == {
            visit_key(link.id): (link.clicks, link.scans, 0) for link in links
        } | {visit_key(page.id): (0, 0, page.views) for page in pages}
        followed = sum(link.followed for link in links) + sum(page.views for page in pages)
        assert (answer.totals.all, answer.since) == (followed, None)


async def test_young_links_have_a_row_for_every_person(made: demo.DemoWorld) -> None:
    young = 0
    for account in await cast():
        kept = clock.now() - timedelta(days=quota.plan_of(account).visits_kept)
        for link in await Link.owned_by(account).filter(created_at__gt=kept).exclude(followed=0):
            people = f"link = {visit_key(link.id)} AND who = 0"
            assert await rows(account, where=people) == link.followed
            assert await rows(account, where=f"{people} AND kind = 1") == link.scans
            assert link.last_followed_at is not None
            assert milliseconds(await rows(account, "max(id)", people)) == localtime.to_milliseconds(
                link.last_followed_at
            )
            assert milliseconds(await rows(account, "min(id)", people)) >= localtime.to_milliseconds(link.created_at)
            young += 1
    assert young == 34


async def test_rows_are_kept_as_long_as_the_plan_says(made: demo.DemoWorld) -> None:
    sari, _, _ = await cast()
    first = (NOW.astimezone(JAKARTA) - timedelta(days=30)).replace(hour=0, minute=0)

    assert 0 <= milliseconds(await rows(sari, "min(id)")) - localtime.to_milliseconds(first) < localtime.DAY
    assert (await shown(sari, filters=[Filter("country", ("ID",))])).since == first
    assert await db.query_rows(
        "SELECT day FROM open_days WHERE account = $1", [visit_key(sari.id)], on=db.visits_connection()
    ) == [{"day": NOW.astimezone(JAKARTA).toordinal()}]


async def test_people_come_in_the_evening_most_on_the_day_of_the_campaign(made: demo.DemoWorld) -> None:
    sari, budi, _ = await cast()
    hours, month = by_hour(await shown(sari, "30d")), await shown(budi, "30d")

    assert hours.index(max(hours)) in (19, 20, 21)
    assert sum(hours[19:22]) > 4 * sum(hours[2:5])
    best = max(month.points, key=lambda point: point.count.followed)
    assert best.start == datetime(2026, 11, 11, tzinfo=JAKARTA)
    assert best.count.all > 3 * sorted(point.count.all for point in month.points)[15]
    assert month.totals.all > month.before.all > 0
    assert month.totals.all > month.totals.visitors > month.totals.all / 2


async def test_they_come_from_where_one_would_think(made: demo.DemoWorld) -> None:
    _, budi, _ = await cast()
    tables = (await shown(budi, "30d")).tables

    assert {name for name, rows in tables.items() if len(rows) < 2} == {"utm_term", "utm_content", "city"}
    assert (tables["country"][0].value, tables["device"][0].value) == ("ID", "mobile")
    assert {"instagram.com", "tiktok.com", "google.com", "youtube.com"} < {row.value for row in tables["referrer"]}
    assert {row.value for row in tables["utm_campaign"]} == {"11-11", "12-12", "promo", ""}
    assert {"Chrome", "Safari", "Instagram", "TikTok"} < {row.value for row in tables["browser"]}
    assert {row.value for row in tables["language"]} == {"id", "en"}


async def test_programs_are_told_from_people(made: demo.DemoWorld) -> None:
    _, budi, _ = await cast()
    answer = await shown(budi, "30d", who=Who.PREVIEW)

    counted = {who: count.all for who, count in answer.by_who.items()}
    assert all(counted.values())
    assert counted[Who.HUMAN] > 5 * sum(counted[who] for who in (Who.BOT, Who.PREVIEW, Who.CHECK))
    assert [row.value for row in answer.tables["browser"]] == [""]


async def test_somebody_came_just_now(made: demo.DemoWorld) -> None:
    for account in await cast():
        assert (await shown(account, "24h")).totals.all > 0
        hour = first_id(localtime.to_milliseconds(NOW - timedelta(hours=1)))
        assert await rows(account, where=f"who = 0 AND id >= {hour}") > 0
        assert await rows(account, where=f"id >= {first_id(localtime.to_milliseconds(NOW))}") == 0


async def test_a_menu_is_scanned_at_meal_times(made: demo.DemoWorld) -> None:
    _, budi, _ = await cast()
    link, _ = await Link.by_name("menu-jkt")
    answer = await shown(budi, link=link)
    hours = by_hour(answer)

    assert answer.totals.scans > 10 * answer.totals.clicks
    assert {*sorted(range(24), key=hours.__getitem__)[-2:]} == {12, 19}
    assert hours[12] > 2 * hours[15] > 10 * hours[4]


async def test_every_link_followed_lately_has_a_curve(made: demo.DemoWorld) -> None:
    _, budi, _ = await cast()
    links = await Link.owned_by(budi).filter(last_followed_at__gt=clock.now() - timedelta(days=13))
    curves = await daily_visits_by_link(visit_key(budi.id), [visit_key(link.id) for link in links], budi.time_zone)

    assert len(links) == 19
    assert all(map(any, curves.values()))


@pytest.fixture
def smaller(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Budi, who has most of the visits."""
    monkeypatch.setattr(demo, "CAST", demo.CAST[::2])


async def test_a_second_time_only_changes_the_passwords(database: str, smaller: None) -> None:
    await demo.build_demo(PASSWORD)
    before = [await model.all().count() for model in (Account, Link, Name, ApiKey, Usage)]
    visits = [await rows(account) for account in await cast()]

    again = await demo.build_demo("another password")

    assert not again.created
    assert [await model.all().count() for model in (Account, Link, Name, ApiKey, Usage)] == before
    assert [await rows(account) for account in await cast()] == visits
    await Account.authenticate("sari@example.com", "another password", "192.0.2.1")


async def test_it_takes_no_name_from_somebody_real(database: str, smaller: None) -> None:
    (somebody,) = await world.crowd(1)
    theirs = await world.shorten(somebody, "ig-sari")

    await demo.build_demo(PASSWORD)

    link, _ = await Link.by_name("ig-sari")
    assert link is not None
    assert link.id == theirs.id
    assert await Link.filter(title="Instagram studio").count() == 1
