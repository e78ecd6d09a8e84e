"""Statistics and visits by the JSON API."""

from datetime import UTC, datetime
from typing import Any

import pytest
from quart import Quart

from app.accounts.models import Account
from app.links.models import Link
from tests import world
from tests.client import FIREFOX, Browser, taken_in
from tests.conftest import Clock
from tests.subtests import as_subtests

GOOGLEBOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"


@pytest.fixture
async def key(sari: Account) -> str:
    return await world.key_of(sari)


async def ask(visitor: Browser, key: str, path: str) -> tuple[int, Any]:
    response = await visitor.get(f"/api/v1{path}", headers={"Authorization": f"Bearer {key}"})
    return response.status_code, await response.get_json()


@pytest.fixture
async def link(app: Quart, visitor: Browser, sari: Account, moved: Clock) -> Link:
    """Four visits of people on the 20th in Jakarta, one of a bot, and one of another link."""
    moved.to(datetime(2026, 11, 20, 5, tzinfo=UTC))
    link, other = await world.shorten(sari, "promo"), await world.shorten(sari, "other")
    for query, referrer in (("", ""), ("?utm_source=ig", "https://instagram.com/x"), ("?qr=1", ""), ("", "")):
        await visitor.get(f"/{link.short_code}{query}", headers={"Referer": referrer, "User-Agent": FIREFOX})
    await visitor.get(f"/{link.short_code}", headers={"User-Agent": GOOGLEBOT})
    await visitor.get(f"/{other.short_code}", headers={"User-Agent": FIREFOX})
    await taken_in(app)
    return link


async def test_statistics_of_a_link_add_up(visitor: Browser, key: str, link: Link) -> None:
    status, answer = await ask(visitor, key, f"/links/{link.id}/statistics?from=2026-11-19&to=2026-11-20&by=referrer")
    assert status == 200
    data = answer["data"]
    assert (data["from"], data["to"]) == ("2026-11-18T17:00:00Z", "2026-11-20T17:00:00Z")
    assert (data["totals"]["clicks"], data["totals"]["scans"], data["totals"]["visitors"]) == (3, 1, 1)
    assert data["tables"]["referrer"] == [
        {"value": "", "clicks": 2, "scans": 1, "views": 0},
        {"value": "instagram.com", "clicks": 1, "scans": 0, "views": 0},
    ]
    assert sum(point["clicks"] + point["scans"] for point in data["series"]) == 4


async def test_statistics_of_everything_name_links_by_their_ids(visitor: Browser, key: str, link: Link) -> None:
    _, answer = await ask(visitor, key, "/statistics?by=link&by=browser&interval=week&tz=Europe/Berlin")
    data = answer["data"]
    assert data["totals"]["clicks"] == 4
    assert data["tables"]["link"][0] == {"value": str(link.id), "clicks": 3, "scans": 1, "views": 0}
    assert data["tables"]["browser"] == [{"value": "Firefox", "clicks": 4, "scans": 1, "views": 0}]
    assert data["tz"] == "Europe/Berlin"


@as_subtests(
    "query, number",
    [
        ("filter=utm_source:ig", 1),
        ("filter=!utm_source:ig", 3),
        ("filter=kind:scan", 1),
        ("filter=referrer:", 3),
        ("filter=referrer:instagram.com&filter=referrer:", 4),
        ("who=bots", 1),
        ("filter=country:XX", 0),
    ],
)
async def test_filters_keep_and_leave_out(visitor: Browser, key: str, link: Link, query: str, number: int) -> None:
    _, statistics = await ask(visitor, key, f"/links/{link.id}/statistics?{query}")
    _, visits = await ask(visitor, key, f"/links/{link.id}/visits?{query}")
    totals = statistics["data"]["totals"]
    assert totals["clicks"] + totals["scans"] == len(visits["data"]["visits"]) == number


async def test_visits_come_a_page_at_a_time_and_say_nothing_of_who_it_was(
    visitor: Browser, key: str, link: Link
) -> None:
    seen, cursor = [], ""
    for _ in range(5):
        _, answer = await ask(visitor, key, f"/visits?limit=2&cursor={cursor}")
        seen += answer["data"]["visits"]
        cursor = answer["data"]["next_cursor"]
        if cursor is None:
            break
    assert len(seen) == 5
    assert [visit["time"] for visit in seen] == sorted((visit["time"] for visit in seen), reverse=True)
    assert seen[0]["time"] == "2026-11-20T05:00:00.000Z"
    assert not {"visitor", "id", "agent"} & set(seen[0])


@as_subtests(
    "query, field",
    [
        ("from=yesterday", "from"),
        ("from=2026-11-05&to=2026-11-01", "from"),
        ("from=2001-01-01&to=2026-01-01", "from"),
        ("to=2026-11-01T00:00:00", "to"),
        ("tz=Mars/Olympus", "tz"),
        ("interval=minute", "interval"),
        ("by=name", "by"),
        ("filter=country", "filter"),
        ("filter=password:x", "filter"),
        ("who=me", "who"),
        ("filter=kind:view2", "filter"),
        ("from=2026-01-01&interval=hour", "interval"),
        ("to=9999-12-31", "to"),
        ("from=%00", "from"),
    ],
)
async def test_what_cannot_be_meant_is_refused_by_its_name(
    visitor: Browser, key: str, sari: Account, moved: Clock, query: str, field: str
) -> None:
    moved.to(datetime(2026, 11, 20, 5, tzinfo=UTC))
    status, answer = await ask(visitor, key, f"/statistics?{query}")
    assert (status, answer["error"], answer["field"]) == (400, "INVALID_REQUEST", field)


@as_subtests(
    "query, field", [("cursor=zz", "cursor"), ("cursor=-1", "cursor"), ("limit=0", "limit"), ("limit=1001", "limit")]
)
async def test_odd_pages_are_refused(visitor: Browser, key: str, sari: Account, query: str, field: str) -> None:
    status, answer = await ask(visitor, key, f"/visits?{query}")
    assert (status, answer["field"]) == (400, field)


async def test_a_strangers_link_is_a_404_and_costs_nothing(visitor: Browser, key: str, budi: Account) -> None:
    theirs = await world.shorten(budi, "theirs")
    for what in ("statistics", "visits"):
        assert (await ask(visitor, key, f"/links/{theirs.id}/{what}"))[0] == 404
    assert (await ask(visitor, key, "/me"))[1]["data"]["used"]["requests"] == 1


async def test_each_answer_costs_one_request(visitor: Browser, key: str, link: Link) -> None:
    for path in ("/statistics", "/visits", f"/links/{link.id}/statistics", f"/links/{link.id}/visits"):
        assert (await ask(visitor, key, path))[0] == 200
    assert (await ask(visitor, key, "/me"))[1]["data"]["used"]["requests"] == 5
