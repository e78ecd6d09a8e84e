"""While the database takes everything and answers nothing, known links lead on and everybody else hears it soon."""

import asyncio
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import pytest
from quart import Quart

from app.accounts.models import Account
from app.kernel import db, installation
from app.links.name_cache import PostgresLookup
from tests import world
from tests.client import Browser
from tests.databases import Template
from tests.tcp_proxy import Proxy, proxied
from tests.waiting import eventually

pytestmark = [pytest.mark.slow, pytest.mark.parametrize("dialect", ["postgres"], indirect=True)]
SOON = 5  # seconds, which the product promises
SENTENCES = {"en": "We are busy at the moment", "id": "Sedang ramai"}


@pytest.fixture
def way() -> list[Proxy]:
    """Where the proxy of the test is found."""
    return []


@pytest.fixture
async def database(template: Template, tmp_path: Path, way: list[Proxy]) -> AsyncGenerator[str]:
    """The URL, through a proxy, of an open, migrated database of the test's own."""
    direct = await template.fresh(tmp_path)
    here = installation.current()
    here.config = here.config.model_copy(update={"data_dir": tmp_path / "data"})
    with proxied(direct) as (proxy, url):
        way.append(proxy)
        async with db.database_open(url):
            yield url
            proxy.pass_on()
    await template.drop(direct)


async def within_the_promise(browser: Browser, path: str, **options: Any) -> Any:
    async with asyncio.timeout(SOON):
        return await browser.get(path, **options)


async def test_everybody_hears_soon_that_the_database_is_silent_and_links_lead_on(
    app: Quart, as_sari: Browser, visitor: Browser, sari: Account, way: list[Proxy]
) -> None:
    lookup = app.extensions["redirects"].lookup
    assert isinstance(lookup, PostgresLookup)
    await world.shorten(sari, "promo")
    bearer = {"Authorization": f"Bearer {await world.key_of(sari)}"}
    for browser, path in ((visitor, "/promo"), (visitor, "/nobodys"), (as_sari, "/dashboard/nothing")):
        await browser.get(path)  # what only the first page waits for, such as templates, is no part of the promise
    way[0].be_silent()
    first = await asyncio.gather(
        within_the_promise(as_sari, "/dashboard/links/"),
        within_the_promise(visitor, "/api/v1/links", headers=bearer),
        within_the_promise(visitor, "/readyz"),
        within_the_promise(visitor, "/never-seen"),
        within_the_promise(visitor, "/promo"),
    )
    assert [answer.status_code for answer in first] == [503, 503, 503, 503, 302]
    for language, words in SENTENCES.items():
        page = await within_the_promise(as_sari, "/dashboard/links/", headers={"Accept-Language": language})
        assert page.status_code == 503 and int(page.headers["Retry-After"]) > 0
        assert words in await page.get_data(as_text=True)
    for _ in range(20):
        assert (await within_the_promise(visitor, "/promo")).status_code == 302
    way[0].pass_on()
    await eventually(lambda: is_ready(visitor))
    assert (await as_sari.get("/dashboard/links/")).status_code == 200
    assert (await visitor.get("/never-seen")).status_code == 404
    await eventually(lambda: not lookup.down and lookup._listener is not None)


async def is_ready(browser: Browser) -> bool:
    return (await browser.get("/readyz")).status_code == 200


async def test_a_change_that_was_told_503_is_made_once_or_not_at_all(
    app: Quart, visitor: Browser, sari: Account, way: list[Proxy]
) -> None:
    bearer = {"Authorization": f"Bearer {await world.key_of(sari)}", "Idempotency-Key": "one-link"}
    link = {"url": world.DESTINATION, "slug": "once"}
    assert (await visitor.get("/api/v1/me", headers=bearer)).status_code == 200
    way[0].be_silent()
    assert (await visitor.post("/api/v1/links", headers=bearer, json=link)).status_code == 503
    way[0].pass_on()
    await eventually(lambda: is_ready(visitor))
    assert (await visitor.post("/api/v1/links", headers=bearer, json=link)).status_code == 201
    assert await world.links_used(sari) == 1
