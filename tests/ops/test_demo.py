"""The demo world is made once for all who only look at it."""

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from tortoise.backends.base.executor import EXECUTOR_CACHE

from app.accounts.models import Account
from app.accounts.user import User
from app.analytics.period import build_period
from app.gateway.catalogue.ai_model import AiModel
from app.gateway.catalogue.offered import offered_models
from app.gateway.catalogue.upstream import Upstream
from app.gateway.metering.ai_request import AiRequest, AiUsage
from app.gateway.metering.limits_of_keys import AiBudget
from app.gateway.metering.reconciliation import read_books
from app.kernel import clock, db, installation, passwords
from app.keys.models import ApiKey, MonthlyUsage
from app.links.lifecycle import State
from app.links.models import STANDALONE, Link
from app.names.models import Name
from app.ops import demo, demo_gateway
from app.pages.models import Page
from app.payments.exchange_rate import read_rates
from app.plans import quota
from app.publishing.connections.connection import Connection
from app.publishing.planning.weekly_slots import slots_of
from app.publishing.posts.post import Post
from app.publishing.posts.post_variant import PostVariant
from app.publishing.statistics.figures import figures_of
from app.publishing.statistics.published_posts import period_of, published_in
from app.visits import localtime
from app.visits.reports.query import Filter, Question, Scope
from app.visits.reports.report import Report, build_report, daily_visits_by_link
from app.visits.sealed import engine, manifest
from app.visits.sealed.engine import Engine
from app.visits.visit import Kind, Visit, Who, first_id, key_in_visits, milliseconds
from tests import world
from tests.conftest import CHEAP, SECRET, Clock
from tests.databases import Template
from tests.gateway.offering import offer_upstream
from tests.visits import kept

pytestmark = pytest.mark.heavy

PASSWORD = "batik and coffee"
JAKARTA = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 11, 21, 21, 30, tzinfo=JAKARTA).astimezone(UTC)


@pytest.fixture(scope="module")
def built(template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, demo.DemoWorld, Engine]]:
    """A database with the demo world as it is made at NOW."""
    EXECUTOR_CACHE.clear()
    installation.current().secret_keys = [SECRET]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: NOW)
        patch.setattr(passwords, "_hasher", CHEAP)
        url, made = asyncio.run(_build(template, tmp_path_factory.mktemp("demo")))
    yield url, made, engine.current()
    asyncio.run(template.drop(url))


async def _build(template: Template, directory: Path) -> tuple[str, demo.DemoWorld]:
    url = await template.fresh(directory)
    async with db.database_open(url):
        return url, await demo.build_demo(PASSWORD)


@pytest.fixture
async def demo_world(built: tuple[str, demo.DemoWorld, Engine], moved: Clock) -> AsyncGenerator[demo.DemoWorld]:
    url, result, visits = built
    moved.to(NOW)
    installation.current().set_resource(visits)
    async with db.database_open(url):
        yield result


async def cast() -> list[Account]:
    """Sari, Budi and Dewi."""
    return [await world.account_of(person.email) for person in demo.CAST]


async def shown(
    account: Account,
    over: str = "12mo",
    *,
    link: Link | None = None,
    who: Who = Who.HUMAN,
    filters: Sequence[Filter] = (),
) -> Report:
    """What the statistics page of an account, or of its link, shows."""
    scope = Scope(key_in_visits(account.id), (key_in_visits(link.id),) if link else None)
    period = build_period(over, None, None, account.time_zone, clock.now())
    return await build_report(Question(scope, period, tuple(filters), who))


async def rows(account: Account) -> list[Visit]:
    """The visits of an account that are kept."""
    return [visit for visit in await kept.everything() if visit.account == key_in_visits(account.id)]


def by_hour(answer: Report) -> list[int]:
    return [sum(column) for column in zip(*([hour.all for hour in day] for day in answer.hours), strict=True)]


async def test_the_demo_world_is_believable(demo_world: demo.DemoWorld) -> None:
    links, accounts = await Link.filter(**STANDALONE), await cast()

    assert demo_world.created
    assert len(links) == 41
    assert {link.state for link in links} == set(State) - {State.DELETED, State.BLOCKED}
    assert [link.short_code for link in links if link.used_up] == ["first100"]
    assert [link.short_code for link in links if link.archived_at] == ["gayo-1111"]
    assert any(link.via_api for link in links)
    assert all(0 <= link.scans <= link.followed <= (link.click_limit or link.followed) for link in links)
    assert all(link.admitted == (link.followed if link.click_limit else 0) for link in links)
    assert all(link.last_followed_at is None or link.created_at < link.last_followed_at for link in links)
    assert [await world.links_used(account) for account in accounts] == [4, 23, 14]
    assert [account.plan_name for account in accounts] == ["free", "pro", "business"]


async def test_everybody_in_it_can_sign_in_and_the_key_works(demo_world: demo.DemoWorld) -> None:
    for person in demo.CAST:
        assert (await User.authenticate(person.email, PASSWORD, "192.0.2.1")).name == person.name
    used_key = await ApiKey.authenticate(demo_world.key)
    assert (await MonthlyUsage.usage_of(used_key.account)).used == demo.REQUESTS


async def test_the_gateway_of_the_demo_world_shows_its_models_and_keeps_its_books(demo_world: demo.DemoWorld) -> None:
    *_others, account = await cast()
    await read_rates()
    requests, usage = await AiRequest.owned_by(account), await AiUsage.filter(account_id=account.id)
    assert [*await offered_models()] == ["claude-haiku-4.5", "gemini-2.5-flash", "gpt-5-mini"]
    assert len(requests) == sum(row.requests for row in usage) > 250
    assert {request.status for request in requests} == {200, 499, 502}
    assert all(NOW - timedelta(days=58) < request.created_at < NOW for request in requests)
    [books] = await read_books(account)
    assert books.agree
    assert books.remaining > 0
    assert (await AiBudget.get(account_id=account.id)).used > 0


async def test_an_installation_that_has_upstreams_keeps_them(sari: Account) -> None:
    upstream = await offer_upstream("mine")
    await demo_gateway.create_demo_gateway(sari)
    assert await Upstream.all() == [upstream]
    assert await AiModel.all().count() == await ApiKey.owned_by(sari).count() == 0


async def test_what_the_statistics_count_is_what_the_links_say(demo_world: demo.DemoWorld) -> None:
    for account in await cast():
        answer, links = await shown(account), await Link.filter(account_id=account.id).exclude(followed=0)
        pages = await Page.owned_by(account)

        assert {int(row.value): (row.clicks, row.scans, row.views) for row in answer.tables["link"]} == {
            key_in_visits(link.id): (link.clicks, link.scans, 0) for link in links
        } | {key_in_visits(page.id): (0, 0, page.views) for page in pages}
        followed = sum(link.followed for link in links) + sum(page.views for page in pages)
        assert (answer.totals.all, answer.since) == (followed, None)


async def test_young_links_have_a_row_for_every_person(demo_world: demo.DemoWorld) -> None:
    young = 0
    for account in await cast():
        since, visits = clock.now() - timedelta(days=quota.plan_of(account).visits_kept), await rows(account)
        for link in await Link.owned_by(account).filter(created_at__gt=since).exclude(followed=0):
            people = [visit for visit in visits if visit.link == key_in_visits(link.id) and visit.who == Who.HUMAN]
            assert len(people) == link.followed
            assert sum(visit.kind == Kind.SCAN for visit in people) == link.scans
            assert link.last_followed_at is not None
            assert milliseconds(people[-1].id) == localtime.to_milliseconds(link.last_followed_at)
            assert milliseconds(people[0].id) >= localtime.to_milliseconds(link.created_at)
            young += 1
    assert young == 34


async def test_rows_are_kept_as_long_as_the_plan_says(demo_world: demo.DemoWorld) -> None:
    sari, _, _ = await cast()
    first = (NOW.astimezone(JAKARTA) - timedelta(days=30)).replace(hour=0, minute=0)
    visits = await rows(sari)

    assert abs(milliseconds(visits[0].id) - localtime.to_milliseconds(first)) < localtime.DAY, (
        "files lose whole UTC days"
    )
    assert (await shown(sari, filters=[Filter("country", ("ID",))])).since == first
    boundary = (await manifest.load_manifest()).first_open_id
    assert any(visit.id < boundary for visit in visits) and any(visit.id >= boundary for visit in visits)


async def test_people_come_in_the_evening_most_on_the_day_of_the_campaign(demo_world: demo.DemoWorld) -> None:
    sari, budi, _ = await cast()
    hours, month = by_hour(await shown(sari, "30d")), await shown(budi, "30d")

    assert hours.index(max(hours)) in (19, 20, 21)
    assert sum(hours[19:22]) > 4 * sum(hours[2:5])
    best = max(month.points, key=lambda point: point.count.followed)
    assert best.start == datetime(2026, 11, 11, tzinfo=JAKARTA)
    assert best.count.all > 3 * sorted(point.count.all for point in month.points)[15]
    assert month.totals.all > month.before.all > 0
    assert month.totals.all > month.totals.visitors > month.totals.all / 2


async def test_they_come_from_where_one_would_think(demo_world: demo.DemoWorld) -> None:
    _, budi, _ = await cast()
    tables = (await shown(budi, "30d")).tables

    assert {name for name, rows in tables.items() if len(rows) < 2} == {"utm_term", "utm_content", "city"}
    assert (tables["country"][0].value, tables["device"][0].value) == ("ID", "mobile")
    assert {"instagram.com", "tiktok.com", "google.com", "youtube.com"} < {row.value for row in tables["referrer"]}
    assert {row.value for row in tables["utm_campaign"]} == {"11-11", "12-12", "promo", ""}
    assert {"Chrome", "Safari", "Instagram", "TikTok"} < {row.value for row in tables["browser"]}
    assert {row.value for row in tables["language"]} == {"id", "en"}


async def test_programs_are_told_from_people(demo_world: demo.DemoWorld) -> None:
    _, budi, _ = await cast()
    answer = await shown(budi, "30d", who=Who.PREVIEW)

    counted = {who: count.all for who, count in answer.by_who.items()}
    assert all(counted.values())
    assert counted[Who.HUMAN] > 5 * sum(counted[who] for who in (Who.BOT, Who.PREVIEW, Who.CHECK))
    assert [row.value for row in answer.tables["browser"]] == [""]


async def test_somebody_came_just_now(demo_world: demo.DemoWorld) -> None:
    for account in await cast():
        assert (await shown(account, "24h")).totals.all > 0
        hour, now = (first_id(localtime.to_milliseconds(at)) for at in (NOW - timedelta(hours=1), NOW))
        visits = await rows(account)
        assert any(visit.who == Who.HUMAN and visit.id >= hour for visit in visits)
        assert all(visit.id < now for visit in visits)


async def test_a_menu_is_scanned_at_meal_times(demo_world: demo.DemoWorld) -> None:
    _, budi, _ = await cast()
    link, _ = await Link.by_name("menu-jkt")
    answer = await shown(budi, link=link)
    hours = by_hour(answer)

    assert answer.totals.scans > 10 * answer.totals.clicks
    assert {*sorted(range(24), key=hours.__getitem__)[-2:]} == {12, 19}
    assert hours[12] > 2 * hours[15] > 10 * hours[4]


async def test_every_link_followed_lately_has_a_curve(demo_world: demo.DemoWorld) -> None:
    _, budi, _ = await cast()
    links = await Link.owned_by(budi).filter(last_followed_at__gt=clock.now() - timedelta(days=13))
    curves = await daily_visits_by_link(
        key_in_visits(budi.id), [key_in_visits(link.id) for link in links], budi.time_zone
    )

    assert len(links) == 19
    assert all(map(any, curves.values()))


@pytest.fixture
def smaller(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Budi, who has most of the visits."""
    monkeypatch.setattr(demo, "CAST", demo.CAST[::2])


async def test_a_second_time_only_changes_the_passwords(database: str, smaller: None) -> None:
    await demo.build_demo(PASSWORD)
    before = [await model.all().count() for model in (Account, Link, Name, ApiKey, MonthlyUsage)]
    visits = [await rows(account) for account in await cast()]

    again = await demo.build_demo("another password")

    assert not again.created
    assert [await model.all().count() for model in (Account, Link, Name, ApiKey, MonthlyUsage)] == before
    assert [await rows(account) for account in await cast()] == visits
    await User.authenticate("sari@example.com", "another password", "192.0.2.1")


async def test_it_takes_no_name_from_somebody_real(database: str, smaller: None) -> None:
    (somebody,) = await world.crowd(1)
    theirs = await world.shorten(somebody, "ig-sari")

    await demo.build_demo(PASSWORD)

    link, _ = await Link.by_name("ig-sari")
    assert link is not None
    assert link.id == theirs.id
    assert await Link.filter(title="Instagram studio").count() == 1


async def test_rules_led_visitors_where_they_lead_them(demo_world: demo.DemoWorld) -> None:
    budi = await world.account_of("budi@example.com")
    link = await Link.owned_by(budi).get(rules__not_isnull=True)
    visits = [visit for visit in await rows(budi) if visit.link == key_in_visits(link.id) and visit.who == Who.HUMAN]
    by_rule = Counter(visit.rule for visit in visits)
    assert set(by_rule) == {"", "export", "evening"} or set(by_rule) == {"", "evening"}
    assert {visit.variant for visit in visits if visit.rule == "evening"} == {"evening:0", "evening:1"}
    assert all(visit.device == "mobile" for visit in visits if visit.rule == "evening")


async def test_saris_studio_has_posts_in_every_state_of_posting_by_hand(demo_world: demo.DemoWorld) -> None:
    sari, _, _ = await cast()
    posts, variants = await Post.owned_by(sari), await PostVariant.owned_by(sari)
    connections = await Connection.owned_by(sari)

    assert [connection.manual for connection in connections] == [True, True]
    assert all([await slots_of(connection.id) for connection in connections])
    assert len(posts) == 8 and Counter(variant.phase for variant in variants) == {
        "published": 6, "planned": 6, "reminder": 2, "draft": 2,
    }  # fmt: skip
    assert sum(variant.queued for variant in variants) == 2
    assert all(variant.permalink for variant in variants if variant.published_at)
    counted = figures_of(await published_in(sari, period_of("30d", sari.time_zone)))
    assert (counted.total.posts, counted.total.clicks) == (3, 343)
    assert [(row.label, row.clicks) for row in counted.by_network] == [("facebook", 291), ("x", 52)]
    assert [row.label for row in counted.by_campaign] == ["sekar-jagad", "kelas"]
