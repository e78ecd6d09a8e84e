"""Search engines are told of our own pages, and of those bio pages whose owners let them be found."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from quart import Quart

from app.accounts.models import Account
from app.kernel import installation, site
from app.kernel.surfaces import Site
from app.pages.content import Content
from app.pages.models import Page
from tests.client import Browser

FIVE = "public=go.test dashboard=app.test api=api.test docs=docs.test marketing=www.test"
URLS = "{http://www.sitemaps.org/schemas/sitemap/0.9}url/{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


async def listed(app: Quart, visitor: Browser) -> set[str]:
    """The paths in the sitemap, made anew."""
    app.extensions.pop("sitemap", None)
    answer = await visitor.get("/sitemap.xml")
    assert (answer.status_code, answer.mimetype) == (200, "application/xml")
    urls = [element.text or "" for element in ElementTree.fromstring(await answer.get_data(as_text=True)).findall(URLS)]  # noqa: S314
    return {"/" + url.split("/", 3)[3] for url in urls}


async def test_a_page_is_listed_when_it_is_live_and_may_be_found(
    app: Quart, visitor: Browser, sari: Account, budi: Account
) -> None:
    content = Content(name="Page")
    for account, slug, indexed, live in (
        (sari, "found", True, True),
        (budi, "hidden", False, True),
        (budi, "draft-page", True, False),
    ):
        page = await Page.make(account, slug, replace(content, indexed=indexed))
        if live:
            await page.publish(account)

    listed_urls = await listed(app, visitor)
    assert listed_urls >= {"/", "/privacy", "/docs/", "/docs/quick-start", "/docs/api/links", "/found"}
    assert not {"/hidden", "/draft-page"} & listed_urls


async def test_a_page_taken_off_is_gone_from_the_list(app: Quart, visitor: Browser, sari: Account) -> None:
    page = await Page.make(sari, "found", Content(name="Page"))
    await page.publish(sari)
    await page.block("spam")

    assert "/found" not in await listed(app, visitor)


async def test_robots_are_let_in_where_people_look(visitor: Browser) -> None:
    text = await (await visitor.get("/robots.txt")).get_data(as_text=True)

    assert "Disallow: /dashboard/" in text and "Disallow: /\n" not in text
    assert f"Sitemap: {site.url('public', '/sitemap.xml')}" in text


@pytest.mark.parametrize(("host", "open"), [("go.test", True), ("app.test", False), ("api.test", False)])
async def test_hosts_where_nobody_looks_are_closed(visitor: Browser, host: str, open: bool) -> None:
    before = site.current()
    installation.current().site = Site.parse(FIVE, bind="127.0.0.1:8000", secure=True)
    try:
        text = await (await visitor.get("/robots.txt", headers={"Host": host})).get_data(as_text=True)
    finally:
        installation.current().site = before

    assert ("Disallow: /\n" not in text) == open
