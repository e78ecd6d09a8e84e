"""No page gets slower as an account grows: what each page and list asks is explained over filled tables.

A statement may read, sort and count few rows, however many there are. What it does is measured, not guessed from its
text (statement_plans.py). Counts and sums of an account may read an index, but not the rows. `ALLOWED` lists what else
may grow, and up to where.

An account has 50 pages at most. Visits are not among these tables: test_visit_plans.py explains their statements.
"""

import asyncio
import re
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from itertools import product
from typing import NamedTuple

import pytest
from quart import Quart
from tortoise.backends.base.executor import EXECUTOR_CACHE
from tortoise.functions import Count

from app.accounts.models import Account
from app.kernel import db, installation, postgres_url
from app.kernel.config import Config
from app.kernel.installation import Installation
from app.links.link_search import FILTERS, SORT_COLUMNS, Search
from app.links.models import Link
from app.pages.models import Page
from app.qr.models import QrCode
from app.web import event_stream
from app.web.pagination import fetch_page
from tests import world
from tests.client import Browser
from tests.conftest import ORIGIN
from tests.counting import Statement, statements
from tests.databases import Template
from tests.filled import Sizes, analyze, fill_account
from tests.odd_values import Addresses, furnished
from tests.statement_plans import Plan, explaining

pytestmark = pytest.mark.heavy

SIZES, OTHERS = Sizes(links=6_000, others=3_000), Sizes(links=30_000, others=15_000, pages=3_000)
MOST_ROWS = 600  # that a statement may read or sort
MOST_STEPS = 25_000  # of SQLite's machine: about 40 for each of so many rows
TABLES = re.compile(
    r"\b(links|names|tags|link_tags|qr_codes|pages|subscribers|api_keys|api_requests|letters|media|accounts"
    r"|ai_requests|ai_usage|ai_ledger|ai_videos|ai_contents|ai_key_terms|ai_budgets)\b"
)
TIME_OF_DAY = re.compile(r"(datetime\(\d+, \d+, \d+)[\d, ]+|(\d{4}-\d\d-\d\d)[ T][\d:.]+")  # behind a day
SEARCHES = (
    "/dashboard/links/?q=sepatu+77",
    "/dashboard/links/?q=nothing-is-called-so",
    "/dashboard/links/?tag=promo",
    "/dashboard/links/?show=expired",
)
LISTS = (
    *(f"/dashboard/links/?show={show}&sort={sort}" for show in FILTERS for sort in SORT_COLUMNS if show != "expired"),
    "/dashboard/qr/",
    "/dashboard/pages/",
    "/dashboard/audience/",
    "/dashboard/outbox/",
    "/dashboard/settings/api-keys/",
    "/dashboard/settings/api-keys/requests/",
    "/dashboard/settings/api-keys/requests/?days=all",
    "/dashboard/settings/api-keys/requests/?q=0123456789abcdefghij",
    "/dashboard/links/tags/",
    "/dashboard/qr/new",
    "/api/v1/links?limit=100",
    "/api/v1/pages?limit=100",
    "/dashboard/ai",
    "/dashboard/ai/requests",
    "/dashboard/ai/requests?days=all",
    "/dashboard/ai/requests?q=air_0123456789abcdefghij",
    "/dashboard/ai/end-users",
    "/dashboard/ai/credits",
    "/dashboard/ai/playground/videos",
    "/v1/videos?limit=100",
    "/v1/kliqs/keys",
    "/v1/kliqs/end-users",
)
API_LISTS = (
    *(f"sort={sort}&state={state}" for sort in ("newest", "oldest", "clicks", "recent") for state in ("any", "active")),
    *(f"state={state}" for state in ("paused", "archived", "deleted")),
    "short_code=go-0-77",
    "url=https://example.com/77",
    "external_id=article-77",
    "from=2020-01-01&to=2030-01-01",
    "from=2020-01-01&sort=oldest",
)
BAD = [
    "SELECT * FROM links WHERE account_id = $1 ORDER BY title LIMIT 20",
    "SELECT * FROM links WHERE account_id = $1 ORDER BY created_at IS NULL, created_at DESC, id DESC LIMIT 20",
    "SELECT * FROM links WHERE account_id = $1 ORDER BY created_at DESC, id DESC LIMIT 20 OFFSET 5000",
    "SELECT COUNT(*) FROM links WHERE account_id = $1 AND notes = ''",
    "SELECT short_code FROM links WHERE CAST(account_id AS TEXT) = $1",
]
# What may cost more, by a part of the statement: how often as much, and why.
ALLOWED = {
    'SELECT COUNT(*) FROM "qr_codes" LEFT OUTER JOIN "pages"': (10, "a plan has at most 5,000 codes, and as many ends"),
    "CROSS JOIN link_tags": (
        100,
        "PostgreSQL reads all, while that is cheaper than to look up what was deleted lately",
    ),
    '"qr_codes"."link_id"=$2 ORDER BY': (
        10,
        "PostgreSQL may read all of a few thousand pages and all codes of one link, by what it sampled of them",
    ),
    "FROM pages JOIN accounts ON accounts.id = pages.account_id": (10, "the sitemap names every page"),
    'FROM "api_requests" WHERE "account_id"': (10, "the figures of the log count its index in the period, and no row"),
    "SELECT end_user, COUNT(*) AS requests": (10, "end users are summed from an index of requests, kept for some days"),
    "SELECT (SELECT COALESCE(SUM(amount), 0) FROM ai_ledger": (
        40,
        "a statement opens with the sums of all days before; PostgreSQL may read all of a small table for them",
    ),
    'DISTINCT "model" "0" FROM "ai_usage"': (10, "the models of the days whose requests are kept, from an index"),
    'IN (SELECT "link_id" FROM "link_tags" WHERE "tag_id" IN': (20, "the report of a tag needs the ids of its links"),
}


class Filled(NamedTuple):
    """A filled database, and where something of every kind is found in it."""

    url: str
    addresses: Addresses


Work = Callable[[Statement], Awaitable[Plan]]
Explain = Callable[[Statement], Awaitable[str]]


@pytest.fixture
def work_of(database: str) -> Iterator[Work]:
    """Returns what a statement did, run once more.

    Every page asks who is signed in and what the sidebar shows, with the same values but for the time: once is enough.
    """
    plans: dict[tuple[str, str], Plan] = {}

    async def work(statement: Statement) -> Plan:
        key = statement.sql, TIME_OF_DAY.sub(r"\1\2", repr(statement.values))
        if key not in plans:
            plans[key] = await explain(statement)
        return plans[key]

    with explaining(database) as explain:
        yield work


@pytest.fixture
def fault_of(work_of: Work, dialect: str) -> Explain:
    """Returns what a statement does wrong, with its plan; "" for one that costs the same however much there is."""

    async def fault(statement: Statement) -> str:
        if not TABLES.search(statement.sql) or statement.sql.lstrip().upper().startswith("INSERT"):
            return ""
        sqlite, plan = dialect == "sqlite", await work_of(statement)
        times = next((times for part, (times, _) in ALLOWED.items() if part in statement.sql), 1)
        if plan.work <= (MOST_STEPS if sqlite else MOST_ROWS) * times:
            return ""
        if plan.only_indexes and re.match(r"\s*SELECT (COUNT|SUM)\(", statement.sql):
            return ""
        return f"{plan.work} {'steps' if sqlite else 'rows'}: {statement.sql}\n    {plan.text}"

    return fault


@pytest.fixture(scope="module")
def filled(template: Template, dialect: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    """Sari has something of every kind and thousands of links; Budi stands for all other accounts."""
    place = tmp_path_factory.mktemp("filled")
    config = Config(data_dir=place, hosts=ORIGIN, secret_key=world.SECRET)
    config.prepare()
    installation.use(Installation(config))
    url = asyncio.run(template.fresh(place))
    with pytest.MonkeyPatch.context() as patch:  # thousands of rows at once, beside other tests
        patch.setitem(postgres_url.LIMITS, "statement_timeout", "600000")
        content = asyncio.run(fill(url, dialect))
    yield content
    asyncio.run(template.drop(url))


async def fill(url: str, dialect: str) -> Filled:
    EXECUTOR_CACHE.clear()
    async with db.database_open(url):
        sari, budi = await world.sari(), await world.budi()
        addresses = await furnished(sari)
        await sari.refresh_from_db()
        await fill_account(sari, dialect, SIZES, 0)
        await fill_account(budi, dialect, OTHERS, 1)
        if dialect == "postgres":  # which counts its rows by itself; nothing of ours lets SQLite do so
            await analyze()
    return Filled(url, addresses)


@pytest.fixture
async def database(filled: Filled) -> AsyncGenerator[str]:
    """The URL of the filled database, open; the tests of this module only read it."""
    async with db.database_open(filled.url):
        yield filled.url


@pytest.fixture
async def sari(database: str) -> Account:
    return await world.account_of("sari@example.com")


@pytest.fixture
def addresses(filled: Filled, monkeypatch: pytest.MonkeyPatch) -> Addresses:
    monkeypatch.setattr(event_stream, "MAX_STREAM_SECONDS", 0.01)
    return filled.addresses


async def lists_of_one(account: Account) -> list[str]:
    """The lists of the codes of a link and of the subscribers of a page, each with more than a thousand."""
    page = await Page.get(account_id=account.id, slug="rak-0")
    codes = QrCode.filter(account_id=account.id).annotate(codes=Count("id")).group_by("link_id").order_by("-codes")
    [link_id] = await codes.limit(1).values_list("link_id", flat=True)
    return [f"/api/v1/pages/{page.id}/subscribers?limit=100", f"/api/v1/links/{link_id}/qr-codes?limit=100"]


def pages_of(app: Quart, addresses: Addresses) -> Iterator[str]:
    for rule in app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and not rule.rule.startswith("/static"):
            yield addresses.of(rule)


@pytest.mark.timeout(300)  # every page, with each statement explained
async def test_what_a_page_asks_costs_the_same_however_many_links_there_are(
    app: Quart, as_sari: Browser, sari: Account, addresses: Addresses, fault_of: Explain
) -> None:
    faults, lists = dict[str, str](), [*LISTS, *await lists_of_one(sari)]
    for path in [*lists, *(path for path in pages_of(app, addresses) if "/export." not in path)]:
        of_api = path.startswith(("/api/", "/v1/"))
        headers = {"Authorization": f"Bearer {addresses.key}"} if of_api else {}
        with statements() as sent:
            response = await as_sari.open(path, headers=headers)
        assert response.status_code == 200 or path not in lists, path
        for statement in [*sent]:
            fault = await fault_of(statement)
            if fault and statement.sql not in faults:
                faults[statement.sql] = f"{path} ({response.status_code}) {fault}"
    assert not faults, "\n\n".join(faults.values())


async def test_a_page_in_the_middle_of_a_list_costs_no_more_than_the_first(sari: Account, fault_of: Explain) -> None:
    for show, (sort, by) in product(FILTERS, SORT_COLUMNS.items()):
        if show not in ("expired", "broken"):
            links = Search(show=show, sort=sort).matches(sari)
            cursor = (await fetch_page(links, by=by, cursor=None, size=300)).next
            with statements() as sent:
                page = await fetch_page(links, by=by, cursor=cursor, size=20)
            assert len(page.rows) == 20
            assert [fault for statement in sent if (fault := await fault_of(statement))] == []


async def test_every_list_of_the_api_is_read_from_an_index(
    app: Quart, as_sari: Browser, addresses: Addresses, fault_of: Explain
) -> None:
    faults, headers = list[str](), {"Authorization": f"Bearer {addresses.key}"}
    for query in API_LISTS:
        cursor = ""
        for _ in range(2):  # the first page, and the next one
            with statements() as sent:
                response = await as_sari.get(f"/api/v1/links?limit=100&{query}&cursor={cursor}", headers=headers)
            assert response.status_code == 200, query
            faults += [f"{query}: {fault}" for statement in [*sent] if (fault := await fault_of(statement))]
            cursor = (await response.get_json())["data"]["next_cursor"] or ""
    assert not faults, "\n\n".join(faults)


async def test_an_operator_who_lets_the_database_count_its_rows_makes_no_list_slower(
    sari: Account, fault_of: Explain
) -> None:
    await analyze()
    for show, sort in product(FILTERS, SORT_COLUMNS):
        links = Search(show=show, sort=sort).matches(sari)
        with statements() as sent:
            await fetch_page(links, by=SORT_COLUMNS[sort], cursor=None, size=20)
            await Search(show=show).count(sari)
        assert [
            fault for statement in sent if show not in ("expired", "broken") and (fault := await fault_of(statement))
        ] == []


async def test_words_and_tags_look_at_each_link_of_the_account_once_at_most(
    as_sari: Browser, sari: Account, work_of: Work, dialect: str
) -> None:
    most = 2 * await Link.filter(account_id=sari.id).count() * (100 if dialect == "sqlite" else 1)
    for path in SEARCHES:
        with statements() as sent:
            await as_sari.get(path)
        plans = {statement.sql: await work_of(statement) for statement in sent if TABLES.search(statement.sql)}
        assert 0 < max(plan.work for plan in plans.values()) < most, path
        # SQLite keeps the texts in an index; one of PostgreSQL would be too long for them.
        assert all(plan.only_indexes for sql, plan in plans.items() if dialect == "sqlite" and "LIKE" in sql), path


async def test_a_statement_that_sorts_or_reads_all_links_is_refused(sari: Account, fault_of: Explain) -> None:
    refused = [sql for sql in BAD if await fault_of(Statement(sql, [str(sari.id)]))]
    assert refused == BAD
    assert await fault_of(Statement("SELECT * FROM links WHERE account_id = $1 LIMIT 20", [str(sari.id)])) == ""
