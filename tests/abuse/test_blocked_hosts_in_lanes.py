"""A blocked host stops every link that leads to it, in every lane and at once, and only those."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator

import pytest
from quart import Quart

from app.abuse import hosts
from app.accounts.models import Account
from app.links.models import Link
from tests import world
from tests.ways import Ways, ways

EVIL = "https://login.evil.example/x"
RULE = {"when": [{"kind": "country", "values": ["ID"]}], "to": [{"url": EVIL}]}
SLUGS = ("plain", "ruled", "ending", "next", "other")


@pytest.fixture
async def lanes(app: Quart, sari: Account) -> AsyncGenerator[Ways]:
    await world.shorten(sari, "plain", EVIL)
    await Link.shorten(sari, url="https://good.example", slug="ruled", rules=[RULE])
    await Link.shorten(sari, url="https://good.example", slug="ending", fallback_url=EVIL)
    await world.shorten(sari, "other", "https://notevil.example/")
    await Link.shorten(sari, url="https://good.example", slug="next", android_url=EVIL)
    async with ways(app) as all_ways:
        yield all_ways


async def statuses(lanes: Ways) -> dict[str, set[str]]:
    """The statuses with which the lanes answer each link."""
    found = {}
    for slug in SLUGS:
        sent = f"GET /{slug} HTTP/1.1\r\nHost: kliqs.test\r\nConnection: close\r\n\r\n".encode()
        found[slug] = {answer[9:12].decode() for answer in (await lanes.answers(sent)).values()}
    return found


async def test_every_lane_stops_at_once_and_leads_on_at_once_after_the_block(app: Quart, lanes: Ways) -> None:
    lookup = app.extensions["redirects"].lookup
    assert (await statuses(lanes))["plain"] == {"302"}  # every cache knows it from now on
    await hosts.block_for_everybody("https://Evil.example/whatever", "phishing")
    await lookup.wait_until_current()
    blocked = await statuses(lanes)
    assert blocked == {slug: {"302" if slug == "other" else "451"} for slug in SLUGS}
    await hosts.lift_for_everybody("evil.example")
    await lookup.wait_until_current()
    assert (await statuses(lanes))["plain"] == {"302"}


async def test_a_redirect_that_is_served_while_its_host_is_blocked_is_one_or_the_other(app: Quart, lanes: Ways) -> None:
    sent = b"GET /plain HTTP/1.1\r\nHost: kliqs.test\r\nConnection: close\r\n\r\n"

    async def ask(way: str) -> set[bytes]:
        return {(await lanes.answer(way, sent))[9:12] for _ in range(15)}

    seen, _ = await asyncio.gather(
        asyncio.gather(*(ask(way) for way in lanes.ports)), hosts.block_for_everybody("evil.example", "scam")
    )
    assert all(each <= {b"302", b"451"} for each in seen)
    await app.extensions["redirects"].lookup.wait_until_current()
    assert {answer[9:12] for answer in (await lanes.answers(sent)).values()} == {b"451"}


async def test_the_page_of_a_blocked_host_says_why_and_how_to_object(lanes: Ways) -> None:
    await hosts.block_for_everybody("evil.example", "malware")
    page = await lanes.answer(
        "quart", b"GET /plain HTTP/1.1\r\nHost: kliqs.test\r\nAccept-Language: en\r\nConnection: close\r\n\r\n"
    )
    assert b" 451 " in page.splitlines()[0] and b"Spreads harmful software" in page
    assert re.search(rb'href="[^"]*/dashboard/blocked/"', page) and b"evil" not in page
