"""The visits of a link by the rules that led them, on its statistics."""

import re
from datetime import timedelta
from typing import Any

import pytest

from app.accounts.models import Account
from app.analytics.share import Share
from app.analytics.subject import Subject
from app.kernel import clock
from app.links.history.models import LinkChange
from app.links.models import Link
from app.visits.visit import Who
from tests import world
from tests.analytics.conftest import Visited
from tests.client import Browser

PLACES = [{"url": "https://a.id/menu", "weight": 70}, {"url": "https://b.id/menu", "weight": 30}]
PHONES = {"kind": "device", "values": ["phone"]}


@pytest.fixture
async def link(budi: Account) -> Link:
    link = await world.shorten(budi, "promo")
    rules: Any = [{"id": "one", "name": "Malam", "when": [PHONES], "to": PLACES}]
    await link.edit(budi, rules=[*rules, {"id": "two", "when": [PHONES], "to": [{"url": "https://c.id"}]}])
    await LinkChange.all().update(created_at=clock.now() - timedelta(days=40))
    return link


async def split(visited: Visited, link: Link, first: int, second: int) -> None:
    for number in range(first + second):
        await visited(link, rule="one", variant=f"one:{int(number >= first)}")


async def card(browser: Browser, link: Link, query: str = "") -> str:
    page = await (await browser.get(f"/dashboard/analytics/links/{link.id}{query}")).get_data(as_text=True)
    found = re.search(r'<section class="card breakdown-card rule-results".*?</section>', page, re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[0].replace("<wbr>", ""))) if found else ""


async def test_visits_are_shown_by_rule_with_everyone_else_and_former_rules(
    as_budi: Browser, link: Link, visited: Visited
) -> None:
    await split(visited, link, 3, 1)
    await visited(link)
    await visited(link, rule="gone")
    words = await card(as_budi, link)
    for part in (
        "1. Malam 4 67",
        "2. Phone 0 0",
        "Everyone else 1 17",
        "A former rule 1 17",
        "A a.id/menu 70% 3 75",
        "B b.id/menu 30% 1 25",
    ):
        assert part in words, part
    assert "Too few visitors yet" in words and "not which place works better" in words


@pytest.mark.parametrize(
    ("first", "second", "note"), [(36, 14, "as closely as chance allows"), (12, 38, "by more than chance explains")]
)
async def test_a_split_says_whether_its_shares_are_the_chosen_ones(
    first: int, second: int, note: str, as_budi: Browser, link: Link, visited: Visited
) -> None:
    await split(visited, link, first, second)
    assert note in await card(as_budi, link)


async def test_shares_that_changed_in_the_period_are_not_compared(
    as_budi: Browser, budi: Account, link: Link, visited: Visited
) -> None:
    await split(visited, link, 12, 38)
    other = [PLACES[0] | {"weight": 20}, PLACES[1] | {"weight": 80}]
    await link.edit(budi, rules=[{"id": "one", "name": "Malam", "when": [PHONES], "to": other}])
    words = await card(as_budi, link)
    assert "were changed in this period" in words and "chance" not in words
    await LinkChange.all().update(created_at=clock.now() - timedelta(days=40))
    await link.edit(budi, rules=[{"id": "one", "name": "Pagi", "when": [], "to": other}])
    words = await card(as_budi, link)
    assert "as closely as chance allows" in words, "a change of its name and conditions changes no share"


async def test_a_link_without_rules_and_the_public_page_have_no_such_card(
    as_budi: Browser, budi: Account, visitor: Browser, link: Link, visited: Visited
) -> None:
    plain = await world.shorten(budi, "plain")
    await visited(plain)
    assert not await card(as_budi, plain)
    await split(visited, link, 3, 1)
    share = await Share.begin(budi, Subject(budi, link=link).name)
    page = await (await visitor.get(f"/stats/{share.token}")).get_data(as_text=True)
    assert "Malam" not in page and "a.id/menu" not in page


async def test_the_rules_page_says_how_many_people_each_rule_led(
    as_budi: Browser, link: Link, visited: Visited
) -> None:
    for rule in ("one", "one", ""):
        await visited(link, rule=rule)
    await visited(link, rule="one", who=Who.BOT)
    await visited(link, rule="two", ago=timedelta(days=31))
    page = await (await as_budi.get(f"/dashboard/links/{link.id}/rules")).get_data(as_text=True)
    assert re.findall(r">(\d+ visits?)<", page) == ["2 visits", "0 visits", "1 visit"]
