"""While PostgreSQL does not answer, what was known goes on: links and pages alike, and nobody gets a 500."""

from collections.abc import AsyncGenerator, Callable
from typing import Any

import asyncpg
import pytest
from quart import Quart

from app.accounts.models import Account
from app.links import name_cache
from app.links.name_cache import PostgresLookup
from app.links.resolution import UNKNOWN_NAME
from app.pages.block import Block
from app.pages.content import Content
from app.pages.models import Page
from tests import world
from tests.client import Browser
from tests.world import name_key

Cut = Callable[[], None]


@pytest.fixture
async def lookup(app: Quart, dialect: str) -> PostgresLookup:
    if dialect != "postgres":
        pytest.skip("SQLite is a file of our own")
    redirect_lookup = app.extensions["redirects"].lookup
    assert isinstance(redirect_lookup, PostgresLookup)
    return redirect_lookup


@pytest.fixture
async def town(sari: Account, app: Quart) -> AsyncGenerator[Page]:
    """A link `promo` and a page `warung`, both live."""
    await world.shorten(sari, "promo")
    page = await Page.make(sari, "warung", Content(name="Warung", blocks=(Block.new("heading", {"title": "Hai"}),)))
    await page.publish(sari)
    app.extensions["redirects"].page_cache.entries.clear()
    yield page
    app.extensions["redirects"].page_cache.entries.clear()


@pytest.fixture
def cut(lookup: PostgresLookup, monkeypatch: pytest.MonkeyPatch) -> Cut:
    """Cuts the way to the database: no connection is had any more, and the one that listens is gone."""

    def away(*_: Any, **__: Any) -> Any:
        raise ConnectionRefusedError("the database is away")

    def cutting() -> None:
        monkeypatch.setattr(asyncpg.pool.Pool, "acquire", away)
        monkeypatch.setattr(name_cache, "connect", away)
        assert lookup._listener
        lookup._listener.terminate()
        lookup._listener = None

    return cutting


async def test_wrong_names_push_out_no_right_one(lookup: PostgresLookup, town: Page) -> None:
    for name in ("promo", "warung"):
        await lookup.find(name_key(name))
    for number in range(name_cache.MAX_UNKNOWN + 10):
        lookup._store(name_key(f"wrong-{number}"), UNKNOWN_NAME)
    assert len(lookup.unknown) == name_cache.MAX_UNKNOWN
    assert {name_key("promo"), name_key("warung")} <= {*lookup.known}


@pytest.mark.parametrize("path", ["/warung", "/WARUNG/", "/%77arung", "/promo"])
async def test_a_page_that_was_seen_is_served_without_the_database(
    lookup: PostgresLookup, visitor: Browser, town: Page, cut: Cut, path: str
) -> None:
    before = await visitor.get(path)
    for number in range(name_cache.MAX_UNKNOWN + 10):
        lookup._store(name_key(f"wrong-{number}"), UNKNOWN_NAME)
    cut()
    after = await visitor.get(path)
    assert after.status_code == before.status_code
    assert await after.get_data() == await before.get_data()


@pytest.mark.parametrize(
    "path",
    [
        "/warung",
        "/%77arung",
        "/warung+",
        "/@warung",
        "/warung/card-0.png",
        "/warung/event-x.ics",
        "/warung/contact-x.vcf",
        "/warung/tip-x/1000",
        "/unknown-name",
        "/promo+",
        "/%70romo",
        "/promo).",
        "/paused",
    ],
)
async def test_what_cannot_be_had_without_it_is_a_503(
    lookup: PostgresLookup, visitor: Browser, sari: Account, town: Page, cut: Cut, path: str
) -> None:
    await (await world.shorten(sari, "paused")).pause()
    for name in ("promo", "warung", "paused"):
        await lookup.find(name_key(name))
    cut()
    response = await visitor.get(path)
    assert response.status_code in {302, 503}, path
    if response.status_code == 503:
        assert int(response.headers["Retry-After"]) > 0
