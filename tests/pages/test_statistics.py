"""The statistics of a page are true, on both databases, and say no more than the plan keeps."""

from datetime import timedelta
from typing import Any

import pytest

from app.accounts.models import Account
from app.analytics import bio_presenter
from app.kernel import clock, db
from app.kernel.i18n import set_language
from app.links.models import Link
from app.pages.content import SOCIALS, Content
from app.pages.models import Page
from app.pages.statistics import last_days, load_statistics
from app.pages.view_counters import PageVisitCounter
from app.visits.recording import insert_visits
from app.visits.recording.counter_columns import visits_of_people
from app.visits.recording.parse import parse_visit
from app.visits.sealed import seal
from app.visits.visit import DetailLevel, JournalEntry, Kind, first_id
from tests.client import FIREFOX, Browser
from tests.conftest import Clock
from tests.pages.calling import Caller
from tests.subtests import as_subtests

LINK = {"kind": "link", "title": "Shop", "url": "https://shop.example/"}
HOST = "https://l.instagram.com"


class Town:
    """A live page with two link blocks and an icon, and those who come by."""

    def __init__(self, page: Page, account: Account) -> None:
        self.page, self.account, self.number = page, account, 0

    @classmethod
    async def of(cls, account: Account, call: Caller) -> "Town":
        created = await call.done(
            "POST",
            "",
            {
                "slug": "town",
                "name": "Town",
                "socials": [{"network": "tiktok", "account": "dewi"}],
                "blocks": [LINK, LINK | {"title": "Store", "url": "https://store.example/"}, {"kind": "divider"}],
            },
        )
        await call.done("PUT", f"/{created['id']}/publication")
        return cls(await Page.get(id=created["id"]), account)

    async def links(self) -> list[Link]:
        ids = [block.id for block in self.page.content.blocks]
        loaded = {link.page_block.partition(".")[0]: link for link in await Link.filter(page_id=self.page.id)}
        return [loaded[ids[0]], loaded[ids[1]], loaded[SOCIALS]]

    async def comes(self, days_ago: int, *, link: Link | None = None, times: int = 1, **about: Any) -> None:
        """Takes in visits: views of the page, or clicks of a link."""
        seen, visits = [], []
        at = int((clock.now() - timedelta(days=days_ago)).timestamp() * 1000)
        for _ in range(times):
            self.number += 1
            entry = JournalEntry(
                at,
                str(link.id if link else self.page.id),
                str(self.account.id),
                Kind.CLICK if link else Kind.VIEW,
                False,
                0,
                "ID",
                "",
                FIREFOX,
                HOST,
                "",
                [],
                "",
                DetailLevel.ORIGIN,
            )._replace(**about)
            seen.append(entry)
            visits.append(parse_visit(entry, first_id(at) + self.number))
        async with db.transaction(db.visits_connection()):
            await insert_visits.insert_visit_rows(visits)
        counter = PageVisitCounter()
        counter.add(visits_of_people(visits, seen))
        async with db.transaction():
            await counter.save()


@pytest.fixture
async def town(dewi: Account, call: Caller) -> Town:
    return await Town.of(dewi, call)


async def busy(town: Town) -> list[str]:
    """Ten views, of which one is older than a week, and four clicks; robots and other days beside them."""
    shop, store_link, icon = await town.links()
    await town.comes(0, times=6)
    await town.comes(2, times=3, country="MY", referrer="")
    await town.comes(10)
    await town.comes(0, times=5, agent="curl/8.5.0")
    await town.comes(1, link=shop, times=2)
    await town.comes(0, link=icon)
    await town.comes(0, link=store_link)
    await town.comes(0, link=shop, times=4, agent="WhatsApp/2.23.20.0 A")
    return [block.id for block in town.page.content.blocks]


@pytest.mark.parametrize("sealed", [False, True])
async def test_views_clicks_and_origins_add_up(call: Caller, town: Town, sealed: bool) -> None:
    ids = await busy(town)
    if sealed:
        await seal.seal_days()

    stats = await call.done("GET", f"/{town.page.id}/stats?days=7")

    assert (stats["views"], stats["clicks"], stats["rate"]) == (9, 4, 0.4444)
    assert [(point["views"], point["clicks"]) for point in stats["series"]] == [
        (0, 0),
        (0, 0),
        (0, 0),
        (0, 0),
        (3, 0),
        (0, 2),
        (6, 2),
    ]
    assert [(block["id"], block["title"], block["clicks"]) for block in stats["blocks"]] == [
        (ids[0], "Shop", 2),
        (ids[1], "Store", 1),
        (SOCIALS, "", 1),
    ]
    assert stats["blocks"][0]["rate"] == 0.2222
    assert stats["sources"] == [{"value": "l.instagram.com", "views": 6}, {"value": "", "views": 3}]
    assert stats["countries"] == [{"value": "ID", "views": 6}, {"value": "MY", "views": 3}]
    assert (stats["tz"], stats["version"]) == ("Asia/Jakarta", 1)
    month = await call.done("GET", f"/{town.page.id}/stats")
    assert (month["views"], len(month["series"])) == (10, 30)
    quarter = await call.done("GET", f"/{town.page.id}/stats?days=90")
    assert (quarter["views"], len(quarter["series"])) == (10, 90)


async def test_a_block_that_went_keeps_its_clicks_in_the_total(call: Caller, town: Town) -> None:
    ids = await busy(town)
    await call.done("DELETE", f"/{town.page.id}/blocks/{ids[0]}")
    await call.done("PUT", f"/{town.page.id}/publication")

    stats = await call.done("GET", f"/{town.page.id}/stats?days=7")

    assert stats["clicks"] == sum(block["clicks"] for block in stats["blocks"]) == 4
    assert [(block["id"], block["kind"], block["clicks"]) for block in stats["blocks"]] == [
        (ids[1], "link", 1),
        (SOCIALS, "social", 1),
        ("", "", 2),
    ]


async def test_counters_of_all_time_stand_with_page_and_blocks(call: Caller, town: Town) -> None:
    await busy(town)

    page = await call.done("GET", f"/{town.page.id}")

    assert (page["views"], [block["clicks"] for block in page["blocks"]]) == (10, [2, 1, 0])
    assert page["last_viewed_at"]


async def test_a_free_plan_is_shown_no_origins_also_of_visits_from_before(town: Town, dewi: Account) -> None:
    await busy(town)
    dewi.plan_name = "free"

    loaded = await load_statistics(dewi, town.page, last_days(7, dewi.time_zone))

    assert (loaded.origins, loaded.views.totals.views) == ({}, 9)


async def test_another_pages_visits_are_not_this_ones(town: Town, call: Caller, dewi: Account) -> None:
    await busy(town)
    other = await Page.make(dewi, "other", Content("Other"))

    stats = await call.done("GET", f"/{other.id}/stats")

    assert (stats["views"], stats["clicks"], stats["blocks"], stats["sources"]) == (0, 0, [], [])


@as_subtests("days", ["8", "x", "", "-7", "7.5", "1" * 40])
async def test_days_that_cannot_be_are_refused(call: Caller, town: Town, days: str) -> None:
    assert await call.refused("GET", f"/{town.page.id}/stats?days={days}") == (400, "INVALID_REQUEST", "days")


async def test_days_are_those_of_the_accounts_zone(moved: Clock, call: Caller, town: Town) -> None:
    moved.to(clock.now().replace(hour=16, minute=59))  # 23:59 in Jakarta
    await town.comes(0)
    moved.on(timedelta(minutes=2))

    stats = await call.done("GET", f"/{town.page.id}/stats?days=7")

    assert [point["views"] for point in stats["series"]] == [0, 0, 0, 0, 0, 1, 0]


async def of_dewi(app: Any, dewi: Account) -> Browser:
    from tests.conftest import _signed_in

    return await _signed_in(app, dewi)


async def test_the_page_shows_them_whole_and_as_a_piece(app: Any, town: Town, dewi: Account, budi: Account) -> None:
    await busy(town)
    browser = await of_dewi(app, dewi)
    path = f"/dashboard/pages/{town.page.id}/statistics"

    html = await (await browser.get(f"{path}?days=7")).get_data(as_text=True)
    piece = await (await browser.get(f"{path}?days=7", headers={"HX-Request": "true"})).get_data(as_text=True)

    set_language("en", "Asia/Jakarta")
    for words in ("9 views, 4 clicks", "44%", "Clicks by block", "Shop", "Indonesia", "l.instagram.com"):
        assert words in html, words
        assert words in piece, words
    assert 'aria-current="page">' in html
    assert "<html" not in piece
    stranger = await of_dewi(app, budi)
    for tail in ("statistics", "export"):
        assert (await stranger.get(f"/dashboard/pages/{town.page.id}/{tail}")).status_code == 404


async def test_a_networks_hosts_are_one_row_to_be_opened(
    app: Any, town: Town, dewi: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    await town.comes(0, times=3)
    await town.comes(0, times=2, referrer="https://www.instagram.com")
    await town.comes(0, referrer="https://blog.example")
    browser = await of_dewi(app, dewi)

    html = await (await browser.get(f"/dashboard/pages/{town.page.id}/statistics")).get_data(as_text=True)

    sources = html.partition('id="card-referrer"')[2].partition("</section>")[0]
    hosts = sources.partition('<details class="bars__hosts">')[2].partition("</details>")[0]
    assert ">Instagram</span> <b>5</b>" in sources
    assert ">blog.example</span> <b>1</b>" in sources
    assert "l.instagram.com</bdi> <b>3</b>" in hosts
    assert ">instagram.com</bdi> <b>2</b>" in hosts

    monkeypatch.setattr(bio_presenter, "ROWS_SHOWN", 1)
    html = await (await browser.get(f"/dashboard/pages/{town.page.id}/statistics?lang=en")).get_data(as_text=True)
    assert "blog.example" not in html and html.count("The first 1; the file has all.") == 1


async def test_a_page_nobody_saw_says_so(app: Any, sari: Account) -> None:
    page = await Page.make(sari, "sari", Content("Sari"))
    browser = await of_dewi(app, sari)

    html = await (await browser.get(f"/dashboard/pages/{page.id}/statistics?lang=en")).get_data(as_text=True)

    assert page.url in html
    assert "chart__points" not in html
