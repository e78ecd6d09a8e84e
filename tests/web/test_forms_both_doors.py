"""Every form of the product works with htmx and without scripts: each is found on its page and sent through both doors.

Without scripts the answer is a whole page, a file or the way to one; with htmx it is a piece of the page.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import cast
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

import pytest
from quart import Quart, Response
from werkzeug.datastructures import MultiDict
from werkzeug.test import encode_multipart

from app.accounts.models import Account, Session
from app.audience.models import Subscriber
from app.batch import making
from app.batch.models import Batch
from app.batch.options import Options
from app.kernel import clock
from app.kernel.db import visits_file
from app.keys.models import ApiKey
from app.links.models import Link
from app.pages.beginning import content
from app.pages.models import Page as BioPage
from app.qr.design import Design
from app.qr.look import Look
from app.qr.models import QrCode
from app.qr.style import QrStyle
from tests import world
from tests.client import Browser
from tests.forms import Form, HtmxRequest, Page
from tests.pages.gallery import rich

SQLITE = pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
HX = {"HX-Request": "true", "HX-Request-Type": "partial"}
NUMBER = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\b\d+\b")
EACH = 3  # pages of one kind to look at
LEFT_OUT = ("/docs", "/static", "/media", "/legal", "/dashboard/outbox", "/login/leave")
STARTS = ("/dashboard/links/", "/dashboard/qr/", "/dashboard/pages/", "/dashboard/audience/", "/dashboard/analytics/",
          "/dashboard/settings/", "/dashboard/settings/api-keys/", "/dashboard/batch/", "/start")
PUBLIC = ("/", "/login", "/signup", "/start", "/start/link", "/start/token", "/contact", "/locked", "/warung", "/report?page=warung",
          "/login/again", "/promo+")


async def _links(account: Account) -> Link:
    link = await Link.shorten(account, url=world.DESTINATION, slug="promo", title="Promo")
    await link.edit(account, description="Words", notes="Words", tags=["shop"])
    locked = await Link.shorten(account, url=world.DESTINATION, slug="locked", password="kopi pagi")
    paused = await Link.shorten(account, url=world.DESTINATION, slug="paused")
    await paused.pause()
    archived = await Link.shorten(account, url=world.DESTINATION, slug="archived")
    await archived.archive()
    for at in range(30):
        await Link.shorten(account, url=f"https://example.com/{at}", slug=f"many-{at}", expires_at=clock.now() + timedelta(days=at + 1))
    return link


async def _codes(account: Account, link: Link) -> None:
    await QrCode.of_link(account, link, "Table", Look(Design(), grade="good"))
    await QrCode.of_link(account, link, "Poster", Look(Design(gradient="linear"), grade="bad"))
    await QrCode.saying(account, "text", {"text": "Hi"}, "Hi", "Hi", Look(Design()))
    await QrStyle.keep(account, "Menu", Look(Design(pattern="dots")))
    await (await QrStyle.keep(account, "Parcel", Look(Design()))).choose()


async def _pages(account: Account) -> None:
    blocks = tuple(block for block in rich().blocks if not block.pictures - {block.thumbnail})
    page = await BioPage.open(account, "warung", replace(rich(), avatar="", blocks=tuple(replace(block, thumbnail="") for block in blocks)))
    await page.publish(account)
    await BioPage.open(account, "draft", content("Draft", "id"))
    await Subscriber.create(account=account, page=page, email="dewi@example.com", consent="Words", language="id",
                            token_digest="x", created_at=clock.now(), confirmed_at=clock.now())


async def _batches(account: Account) -> None:
    await Batch.draft(account, "link", "url,slug,title\nhttps://example.com/x,,One\nnot an address,,Two", Options())
    made = await Batch.draft(account, "text", "text\nOne", Options())
    await making.make(account, made, sure=True)


@dataclass
class World:
    """A copy of the database as it was made, to begin from again."""

    url: str
    kept: dict[Path, sqlite3.Connection] = field(default_factory=dict)

    def __post_init__(self) -> None:
        main = self.url.removeprefix("sqlite://")
        for file in (Path(main), visits_file(main)):
            self.kept[file] = sqlite3.connect(":memory:")
            with sqlite3.connect(file) as there:
                there.backup(self.kept[file])

    def restore(self) -> None:
        for file, copy in self.kept.items():
            there = sqlite3.connect(file)
            copy.backup(there)
            there.close()


@pytest.fixture
async def rich_world(app: Quart, sari: Account, database: str) -> World:
    """Sari on a paid plan with some of everything."""
    await Account.filter(id=sari.id).update(plan_name="business")
    account = await Account.get(id=sari.id)
    await _codes(account, await _links(account))
    await _pages(account)
    await ApiKey.issue(account, "production")
    await _batches(account)
    return World(database)


@dataclass(frozen=True)
class Found:
    """A form or a request of htmx, and the page it is on."""

    page: str
    form: Form | None
    request: HtmxRequest | None = None


class Walker:
    """Follows the links of a browser's pages; keeps each page once for a kind of address."""

    def __init__(self, browser: Browser, starts: tuple[str, ...]) -> None:
        self.browser, self.waiting = browser, list(starts)
        self.seen: dict[str, int] = {}
        self.pages: dict[str, Page] = {}

    async def walk(self) -> dict[str, Page]:
        while self.waiting:
            address = self.waiting.pop(0)
            if address in self.pages or not self._new(address):
                continue
            response = await self.browser.get(address, follow_redirects=True)
            assert response.status_code < 500, address
            if response.mimetype == "text/html":
                self.pages[address] = page = Page(await response.get_data(as_text=True))
                self.waiting += [urljoin(address, link).partition("#")[0] for link in page.links]
        return self.pages

    def _new(self, address: str) -> bool:
        parts = urlsplit(address)
        if parts.netloc not in {"", "kliqs.test"} or parts.path.startswith(LEFT_OUT) or parts.scheme not in {"", "https"}:
            return False
        query = sorted({name for name, _ in parse_qsl(parts.query, keep_blank_values=True)})
        kind = f"{NUMBER.sub('*', parts.path)}?{query}"
        self.seen[kind] = self.seen.get(kind, 0) + 1
        return self.seen[kind] <= EACH


def submissions(page: Page) -> Iterator[tuple[Form, str, str, list[tuple[str, str]]]]:
    for form in page.forms:
        for button in form.buttons or [None]:
            given = button.attributes if button else {}
            method = given.get("formmethod", form.method).lower()
            extra = [(given["name"], given.get("value", ""))] if given.get("name") else []
            yield form, method, given.get("formaction", form.action), form.values() + extra


def kind_of(method: str, address: str, names: object) -> str:
    parts = urlsplit(address)
    query = sorted({name for name, _ in parse_qsl(parts.query, keep_blank_values=True)})
    return f"{method} {NUMBER.sub('*', parts.path)} {query} {names}"


async def send(browser: Browser, method: str, address: str, values: list[tuple[str, str]], *, multipart: bool = False,
               headers: dict[str, str] | None = None) -> Response:
    if method == "get":
        address = address.partition("?")[0] + "?" + urlencode(values) if values else address
        return await browser.get(address, headers=headers)
    if multipart:
        boundary, body = encode_multipart(MultiDict(values))
        kind = f"multipart/form-data; boundary={boundary}"
    else:
        body, kind = urlencode(values).encode(), "application/x-www-form-urlencoded"
    return await browser.open(address, method=method.upper(), data=body, headers={"Content-Type": kind, **(headers or {})})


async def signed_in(app: Quart, account: Account) -> Browser:
    browser = cast(Browser, app.test_client())
    browser.sign_in(await Session.begin(account, "Firefox"))
    return browser


@SQLITE
async def test_explore(app: Quart, rich_world: World, sari: Account) -> None:
    import time
    out = open("/tmp/explore.txt", "w")
    browser = await signed_in(app, sari)
    rich_world = World(rich_world.url)
    cookies = list(browser.cookie_jar)
    t = time.time()
    pages = await Walker(browser, STARTS).walk()
    visitor = cast(Browser, app.test_client())
    public = await Walker(visitor, PUBLIC).walk()
    print(len(pages), len(public), time.time() - t, file=out)
    for a in pages: print("  ", a, file=out)
    for a in public: print(" p ", a, file=out)
    t = time.time()
    seen = set()
    def fresh(who, method):
        if method != "get": rich_world.restore()
        who.cookie_jar.clear()
        if who is browser:
            for c in cookies: who.cookie_jar.set_cookie(c)
    for who, found in ((browser, pages), (visitor, public)):
      for address, page in found.items():
        for form, method, action, values in submissions(page):
            action = urljoin(address, action)
            kind = kind_of(method, action, sorted({n for n, _ in values}))
            if kind in seen: continue
            seen.add(kind)
            fresh(who, method)
            multi = "multipart" in form.attributes.get("enctype", "")
            r = await send(who, method, action, values, multipart=multi)
            text = await r.get_data(as_text=True) if r.mimetype == "text/html" else r.mimetype
            bad = r.status_code >= 500 or (r.status_code // 100 != 3 and r.mimetype == "text/html" and "<html" not in text)
            print("BAD" if bad else "ok ", r.status_code, method, action, "| on", address, "|", len(values), file=out)
        for req in page.requests:
            values = req.form.values() if req.form else []
            url = urljoin(address, req.url)
            kind = "HX" + kind_of(req.method, url, sorted({n for n, _ in values}) + [req.target])
            if kind in seen: continue
            seen.add(kind)
            fresh(who, req.method)
            multi = "multipart" in req.attributes.get("hx-encoding", "")
            r = await send(who, req.method, url, values, multipart=multi, headers=HX)
            text = await r.get_data(as_text=True) if r.mimetype == "text/html" else r.mimetype
            whole = "<html" in text
            bad = r.status_code >= 500 or (whole and req.target != "body")
            print("HXBAD" if bad else "HXok ", r.status_code, req.method, url, req.target, "| on", address, file=out)
    print(len(seen), time.time() - t, file=out)
