"""Fetchers of previews get the card that the owner made; people are redirected as ever, in the fast lane."""

import asyncio
from datetime import timedelta
from html.parser import HTMLParser
from typing import Any

import pytest
from quart import Quart

from app.accounts.models import Account
from app.kernel import clock
from app.links.models import Link
from app.media.models import Media
from app.visits.recording.bot_detection import PREVIEWS, classify_user_agent, is_preview_fetcher
from app.visits.visit import Who
from tests import world
from tests.client import FIREFOX, Browser, taken_in
from tests.links.test_link_preview import stored
from tests.visits.kept import whos
from tests.waiting import DEADLINE
from tests.ways import Ways, ways
from tests.world import DESTINATION, name_key

WHATSAPP = "WhatsApp/2.23.20.0 A"
FETCHERS = (
    WHATSAPP,
    "facebookexternalhit/1.1",
    "Twitterbot/1.0",
    "TelegramBot (like TwitterBot)",
    "Slackbot-LinkExpanding 1.0",
)
OTHERS = (FIREFOX, "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "curl/8.5.0", "")
CARD: dict[str, Any] = {"preview_title": "Sepatu <lari>", "preview_description": 'Diskon "20%" & gratis ongkir'}


class Metas(HTMLParser):
    """The meta elements of a page, by property or name, and the targets of its links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self.values[values.get("property") or values.get("name", "")] = values.get("content", "")
        if tag == "a":
            self.links.append(values.get("href", ""))


@pytest.fixture
async def picture(sari: Account) -> Media:
    return await stored(sari)


@pytest.fixture
async def link(sari: Account, picture: Media) -> Link:
    return await Link.shorten(sari, url=DESTINATION, slug="promo", preview_picture_id=picture.id, **CARD)


async def get(browser: Browser, path: str, agent: str = WHATSAPP, **headers: str) -> tuple[int, str, Any]:
    response = await browser.get(path, headers={"User-Agent": agent} | headers)
    return response.status_code, await response.get_data(as_text=True), response.headers


@pytest.mark.parametrize("agent", FETCHERS)
async def test_a_fetcher_gets_the_card(visitor: Browser, link: Link, picture: Media, agent: str) -> None:
    status, page, headers = await get(visitor, "/promo", agent)
    metas = Metas(page)
    assert status == 200 and "Location" not in headers and headers["Cache-Control"] == "private, no-store"
    assert metas.values["og:title"] == metas.values["twitter:title"] == CARD["preview_title"]
    assert metas.values["og:description"] == metas.values["twitter:description"] == CARD["preview_description"]
    assert metas.values["og:image"] == metas.values["twitter:image"] == f"https://kliqs.test{picture.url}"
    assert (metas.values["og:image:width"], metas.values["og:image:height"]) == ("1200", "630")
    assert metas.values["og:url"] == "https://kliqs.test/promo"
    assert metas.values["twitter:card"] == "summary_large_image"
    assert DESTINATION in metas.links and "<script" not in page and "http-equiv" not in page


@pytest.mark.parametrize("agent", OTHERS)
async def test_everybody_else_is_redirected(visitor: Browser, link: Link, agent: str) -> None:
    status, _page, headers = await get(visitor, "/promo", agent)
    assert (status, headers["Location"]) == (302, DESTINATION)


async def test_a_link_without_a_preview_redirects_fetchers_too(visitor: Browser, sari: Account) -> None:
    await world.shorten(sari, "plain")
    status, _page, headers = await get(visitor, "/plain")
    assert (status, headers["Location"]) == (302, DESTINATION)


async def test_a_card_without_words_or_picture_is_small_and_shows_no_private_title(
    visitor: Browser, sari: Account
) -> None:
    await Link.shorten(sari, url=DESTINATION, slug="promo", title="Secret", preview_description="Words")
    metas = Metas((await get(visitor, "/promo"))[1])
    assert metas.values["og:title"] == "kliqs.test/promo" and metas.values["twitter:card"] == "summary"
    assert "og:image" not in metas.values


async def test_it_is_recorded_as_a_preview_and_not_as_a_person(app: Quart, visitor: Browser, link: Link) -> None:
    await get(visitor, "/promo")
    await get(visitor, "/promo", FIREFOX)
    assert (await visitor.head("/promo", headers={"User-Agent": WHATSAPP})).status_code == 200
    await taken_in(app)
    assert await whos() == sorted([Who.PREVIEW, Who.HUMAN, Who.CHECK])
    await link.refresh_from_db()
    assert link.followed == 1


async def test_a_query_leads_nowhere_but_to_the_destination(visitor: Browser, link: Link) -> None:
    for query in ("?url=https://evil.example", "?next=//evil.example&a=1", '?"><a href="https://evil.example">'):
        status, page, _headers = await get(visitor, f"/promo{query}")
        targets = [target for target in Metas(page).links if "evil" in target]
        assert status == 200 and targets
        assert all(target.startswith((f"{DESTINATION}?", "?")) for target in targets), targets


async def test_a_locked_link_shows_its_card_and_keeps_its_destination(visitor: Browser, sari: Account) -> None:
    await Link.shorten(sari, url=DESTINATION, slug="promo", title="Secret", password="kopi tubruk", **CARD)
    status, page, _headers = await get(visitor, "/promo")
    assert status == 200 and Metas(page).values["og:title"] == CARD["preview_title"]
    assert "example.com" not in page and "Secret" not in page and 'name="password"' in page
    assert "og:title" not in (await get(visitor, "/promo", FIREFOX))[1]


@pytest.mark.parametrize("state", ["expired", "paused", "blocked", "deleted"])
async def test_a_closed_link_shows_neither_card_nor_destination(
    visitor: Browser, link: Link, sari: Account, state: str
) -> None:
    if state == "expired":
        await Link.filter(id=link.id).update(expires_at=clock.now() - timedelta(seconds=1))
    elif state == "deleted":
        await link.soft_delete(sari)
    else:
        await (link.pause() if state == "paused" else link.block("spam"))
    status, page, _headers = await get(visitor, "/promo")
    assert status in (410, 451) and "og:title" not in page and "example.com" not in page


async def test_a_fetcher_takes_nothing_of_a_click_limit(visitor: Browser, link: Link, sari: Account) -> None:
    await link.edit(sari, click_limit=1)
    status, page, _headers = await get(visitor, "/promo")
    assert status == 200 and Metas(page).values["og:title"] == CARD["preview_title"]
    assert "example.com" not in page and '<form method="post">' in page
    await link.refresh_from_db()
    assert link.admitted == 0


async def test_a_picture_that_is_gone_leaves_a_small_card(visitor: Browser, link: Link, picture: Media) -> None:
    await picture.delete_with_files()
    status, page, _headers = await get(visitor, "/promo")
    assert status == 200 and Metas(page).values["twitter:card"] == "summary"


async def test_people_and_fetchers_are_answered_alike_by_every_way(app: Quart, link: Link) -> None:
    async with ways(app) as all_ways:
        await app.extensions["redirects"].lookup.wait_until_current()
        await app.extensions["redirects"].lookup.find(name_key("promo"))
        for agent in (*FETCHERS, *OTHERS):
            head = f"GET /promo HTTP/1.1\r\nHost: kliqs.test\r\nUser-Agent: {agent}\r\nConnection: close\r\n\r\n"
            answers = await all_ways.answers(head.encode())
            assert answers["protocol"] == answers["asgi"] == answers["quart"], agent
            assert answers["quart"].startswith(b"HTTP/1.1 200" if agent in FETCHERS else b"HTTP/1.1 302")


async def test_people_follow_a_link_with_a_card_in_the_fast_lane(app: Quart, link: Link) -> None:
    async with ways(app) as all_ways:
        await app.extensions["redirects"].lookup.wait_until_current()
        await app.extensions["redirects"].lookup.find(name_key("promo"))
        for agent, in_lane in ((FIREFOX, 1), (WHATSAPP, 0)):
            before = all_ways.connections.answered
            await first_head(all_ways, agent)
            assert all_ways.connections.answered == before + in_lane


async def first_head(all_ways: Ways, agent: str) -> bytes:
    """The head of the first answer of the protocol lane, on a connection that could be kept."""
    reader, writer = await asyncio.open_connection("127.0.0.1", all_ways.ports["protocol"])
    writer.write(f"GET /promo HTTP/1.1\r\nHost: kliqs.test\r\nUser-Agent: {agent}\r\n\r\n".encode())
    head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), DEADLINE)
    writer.close()
    return head


async def test_a_fetcher_gets_the_card_after_people_were_redirected_and_the_other_way_round(
    app: Quart, link: Link
) -> None:
    async with ways(app) as all_ways:
        await app.extensions["redirects"].lookup.wait_until_current()
        await app.extensions["redirects"].lookup.find(name_key("promo"))
        for agent in (FIREFOX, WHATSAPP, FIREFOX, WHATSAPP):
            status = b"302" if agent == FIREFOX else b"200"
            assert (await first_head(all_ways, agent)).startswith(b"HTTP/1.1 " + status)
        assert name_key("promo") in all_ways.connections.prepared.by_name


@pytest.mark.parametrize(
    "agent",
    [
        *FETCHERS,
        *OTHERS,
        "Mozilla/5.0 (Linux; Android 13; CUBOT P80) WhatsApp/2.23",
        "Mozilla/5.0 (Linux; Android 9; M BOT 51) AppleWebKit/537.36",
        "Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 [FBAN/FBIOS] Facebot",
        "Discordbot/2.0",
        "LinkedInBot/1.0",
        *(f"x {pattern.split('|')[0]} y" for pattern in PREVIEWS),
    ],
)
def test_who_fetches_previews_is_told_as_for_the_statistics(agent: str) -> None:
    assert is_preview_fetcher(agent) is (classify_user_agent(agent) is Who.PREVIEW)
