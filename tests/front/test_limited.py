"""Of a click limit, what nobody followed takes nothing: previews, bots, prefetches and checks only look."""

import asyncio
from typing import Any

import pytest
from quart import Quart, Response

from app.accounts.models import Account
from app.links.models import Link
from app.visits.visit import Who
from tests import world
from tests.client import FIREFOX, Browser, taken_in
from tests.visits.kept import whos

HELPERS = {
    "WhatsApp/2.23.20.0 A": Who.PREVIEW,
    "TelegramBot (like TwitterBot)": Who.PREVIEW,
    "facebookexternalhit/1.1": Who.PREVIEW,
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)": Who.BOT,
    "curl/8.5.0": Who.BOT,
    "": Who.BOT,
    "Mozilla/4.0 (compatible; ms-office; MSOffice 16)": Who.BOT,
}
AHEAD = [
    ("Purpose", "prefetch"),
    ("Sec-Purpose", "Prefetch;Prerender"),
    ("X-Moz", "PREFETCH"),
    ("X-Purpose", '"prerender"'),
    ("sec-purpose", "prefetch;anonymous-client-ip"),
]


@pytest.fixture
async def link(sari: Account) -> Link:
    return await Link.shorten(
        sari, url=world.DESTINATION, slug="promo", title="Ibu's <cake>", description="Today only", click_limit=1
    )


async def body(response: Response) -> str:
    return await response.get_data(as_text=True)


async def a_person_still_comes_through(app: Quart, visitor: Browser, link: Link, looked: Who) -> None:
    """After somebody only looked: one person is let through, the next is not, and each is recorded as who it was."""
    await link.refresh_from_db()
    assert link.admitted == 0
    assert (await visitor.get("/promo")).headers["Location"] == world.DESTINATION
    assert (await visitor.get("/promo")).status_code == 410
    await taken_in(app)
    assert await whos() == sorted([looked, Who.HUMAN])


@pytest.mark.parametrize(("agent", "who"), HELPERS.items())
async def test_bots_and_previews_get_a_page_and_take_nothing(
    app: Quart, visitor: Browser, link: Link, agent: str, who: Who
) -> None:
    response = await visitor.get("/promo?qr=table", headers={"User-Agent": agent, "Accept-Language": "en"})
    page = await body(response)
    assert response.status_code == 200
    assert "Location" not in response.headers
    assert "no-store" in response.headers["Cache-Control"]
    assert "noindex" in response.headers["X-Robots-Tag"]
    assert '<meta property="og:title" content="Ibu&#39;s &lt;cake&gt;">' in page
    assert '<meta property="og:image" content="https://kliqs.test/static/' in page
    assert "<script" not in page
    assert "example.com" not in page
    await a_person_still_comes_through(app, visitor, link, who)


@pytest.mark.parametrize(("name", "value"), AHEAD)
async def test_a_prefetch_is_told_to_come_again(
    app: Quart, visitor: Browser, link: Link, name: str, value: str
) -> None:
    response = await visitor.get("/promo", headers={name: value})
    assert (response.status_code, response.headers["Cache-Control"]) == (503, "no-store")
    assert "Location" not in response.headers
    await a_person_still_comes_through(app, visitor, link, Who.CHECK)


@pytest.mark.parametrize("name", ["Purpose", "X-Purpose", "Sec-Purpose", "X-Moz"])
async def test_a_browser_that_makes_a_preview_is_one(app: Quart, visitor: Browser, link: Link, name: str) -> None:
    response = await visitor.get("/promo", headers={name: "Preview"})
    assert response.status_code == 200
    await a_person_still_comes_through(app, visitor, link, Who.PREVIEW)


@pytest.mark.parametrize("destination", ["image", "script", "style", "iframe", "video", "empty", "Image", "new-one"])
async def test_what_a_page_embeds_takes_nothing_of_a_limit(
    app: Quart, visitor: Browser, link: Link, destination: str
) -> None:
    response = await visitor.get("/promo", headers={"Sec-Fetch-Dest": destination, "Sec-Fetch-Mode": "no-cors"})
    assert (response.status_code, "Location" in response.headers) == (200, False)
    await a_person_still_comes_through(app, visitor, link, Who.PREVIEW)


async def test_who_navigates_is_a_person(visitor: Browser, link: Link) -> None:
    response = await visitor.get("/promo", headers={"Sec-Fetch-Dest": "document", "Sec-Fetch-Mode": "navigate"})
    assert response.headers["Location"] == world.DESTINATION


async def test_a_picture_behind_a_link_is_shown_and_is_no_click(app: Quart, visitor: Browser, sari: Account) -> None:
    link = await world.shorten(sari, "logo")
    response = await visitor.get("/logo", headers={"Sec-Fetch-Dest": "image"})
    assert response.headers["Location"] == world.DESTINATION
    await taken_in(app)
    await link.refresh_from_db()
    assert (await whos(), link.clicks) == ([Who.PREVIEW], 0)


async def test_a_check_takes_nothing_and_sees_no_destination(app: Quart, visitor: Browser, link: Link) -> None:
    response = await visitor.head("/promo")
    assert response.status_code == 200
    assert "Location" not in response.headers
    await a_person_still_comes_through(app, visitor, link, Who.CHECK)


async def test_the_button_follows_as_a_person_and_takes_one_of_the_limit(
    app: Quart, visitor: Browser, link: Link
) -> None:
    preview: dict[str, Any] = {"headers": {"User-Agent": "WhatsApp/2.23.20.0 A"}}
    response = await visitor.get("/promo?a=%20", **preview)
    assert '<form method="post"><button' in await body(response)
    assert "form-action 'self' http: https:" in response.headers["Content-Security-Policy"]
    pressed = await visitor.post("/promo?a=%20", form={}, **preview)
    assert (pressed.status_code, pressed.headers["Location"]) == (303, f"{world.DESTINATION}?a=%20")
    assert (await visitor.post("/promo", form={}, **preview)).status_code == 410
    await taken_in(app)
    assert await whos() == [Who.HUMAN, Who.PREVIEW]
    await link.refresh_from_db()
    assert (link.admitted, link.clicks) == (1, 1)


async def test_a_link_without_a_limit_takes_no_form(visitor: Browser, sari: Account) -> None:
    await world.shorten(sari, "free")
    assert (await visitor.post("/free", form={})).status_code == 405
    assert (await visitor.get("/free", headers={"User-Agent": "curl/8.5.0"})).status_code == 302


async def test_a_password_from_whatever_program_is_somebodys(app: Quart, visitor: Browser, sari: Account) -> None:
    link = await Link.shorten(sari, url=world.DESTINATION, slug="both", password="batik", click_limit=1)
    sent: dict[str, Any] = {"form": {"password": "batik"}, "headers": {"User-Agent": "curl/8.5.0"}}
    assert (await visitor.post("/both", **sent)).status_code == 303
    assert (await visitor.post("/both", **sent)).status_code == 410
    await link.refresh_from_db()
    assert link.admitted == 1


async def test_a_crowd_of_people_and_helpers_passes_a_limit_exactly(visitor: Browser, sari: Account) -> None:
    link = await Link.shorten(sari, url=world.DESTINATION, slug="crowd", click_limit=20)
    agents = [FIREFOX, "WhatsApp/2.23.20.0 A", "curl/8.5.0"] * 40
    answers = await asyncio.gather(*(visitor.get("/crowd", headers={"User-Agent": agent}) for agent in agents))
    assert sorted(answer.status_code for answer in answers[::3]) == [302] * 20 + [410] * 20
    assert not [answer for answer in answers[1::3] + answers[2::3] if answer.status_code == 302]
    await link.refresh_from_db()
    assert link.admitted == 20
