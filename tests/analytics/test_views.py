"""The statistics pages: whose they are, what they show, and that every part of them says the same."""

import csv
import io
import json
import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from quart import Quart, Response

from app.accounts import stream_seats
from app.accounts.models import Account, Session
from app.analytics import exclude_self, live_feed
from app.analytics.report_selection import ReportSelection
from app.analytics.share import Share
from app.analytics.subject import Subject
from app.kernel import clock, installation, shutdown
from app.kernel.surfaces import Site
from app.links.models import Link
from app.links.tag import Tag
from app.visits.reports import sealed_statements
from app.visits.sealed import seal
from app.visits.visit import Kind, Who
from app.web import event_stream
from tests import world
from tests.analytics.conftest import Visited
from tests.client import Browser
from tests.conftest import Clock
from tests.counting import queries

HOME = "/dashboard/analytics"
HX = {"HX-Request": "true", "HX-Request-Type": "partial"}
HOUR = timedelta(hours=1)


async def html(browser: Browser, path: str, **rest: Any) -> str:
    response = await browser.get(path, **rest)
    assert response.status_code == 200, path
    return await response.get_data(as_text=True)


def of(link: Link) -> str:
    return f"{HOME}/links/{link.id}"


def figures(page: str) -> list[str]:
    return re.findall(r'kpi__value num">([^<]+)<', page)


async def test_one_link_shows_its_own_visits_and_everything_shows_all(
    as_budi: Browser, budi: Account, sari: Account, visited: Visited
) -> None:
    mine, other, theirs = [await world.shorten(owner) for owner in (budi, budi, sari)]
    await visited(mine, country="ID")
    await visited(mine, kind=Kind.SCAN, country="SG")
    await visited(other)
    await visited(theirs)
    assert figures(await html(as_budi, of(mine)))[:3] == ["1", "1", "2"]
    everything = await html(as_budi, HOME + "/")
    assert figures(everything)[:3] == ["2", "1", "3"]
    assert f'href="{of(mine)}?' in everything
    assert theirs.short_code not in everything


async def test_a_tag_shows_the_links_that_wear_it(as_budi: Browser, budi: Account, visited: Visited) -> None:
    tagged, other = await world.shorten(budi), await world.shorten(budi)
    await tagged.add_tags(budi, ["Sale"])
    tag = await tagged.tags.all().first()
    for link in (tagged, other, other):
        await visited(link)
    page = await html(as_budi, f"{HOME}/tags/{tag.id}")  # type: ignore[union-attr]
    assert figures(page)[0] == "1"
    assert "Sale</h1>" in page


async def test_a_tag_no_link_wears_shows_nothing(as_budi: Browser, budi: Account, visited: Visited) -> None:
    link = await world.shorten(budi)
    await link.add_tags(budi, ["Sale"])
    tag = await Tag.get(account=budi)
    await link.edit(budi, tags=[])
    await visited(link)
    assert figures(await html(as_budi, f"{HOME}/tags/{tag.id}")) == ["0", "0", "0", "0"]


@pytest.mark.parametrize("tail", ["", "/feed", "/export.csv", "/export.json", "/visits.csv", "/share"])
async def test_a_stranger_finds_nothing(as_budi: Browser, sari: Account, tail: str) -> None:
    link = await world.shorten(sari)
    await link.add_tags(sari, ["Sale"])
    tag = await link.tags.all().first()
    for whose in (of(link), f"{HOME}/tags/{tag.id}", f"{HOME}/links/{uuid4()}", f"{HOME}/tags/{2**70}"):  # type: ignore[union-attr]
        assert (await as_budi.get(whose + tail)).status_code == 404
        assert (await as_budi.post(f"{whose}/share")).status_code == 404


async def test_a_deleted_link_has_no_page_but_its_visits_still_count(
    as_budi: Browser, budi: Account, visited: Visited
) -> None:
    link = await world.shorten(budi)
    await visited(link)
    await link.soft_delete(budi)
    assert (await as_budi.get(of(link))).status_code == 404
    everything = await html(as_budi, HOME)
    assert figures(everything)[0] == "1"
    assert f"/{link.short_code}</span>" in everything
    assert of(link) not in everything


async def test_a_filter_narrows_every_part_and_can_be_taken_away(
    as_budi: Browser, budi: Account, visited: Visited
) -> None:
    link = await world.shorten(budi)
    for country, browser in (("ID", "Chrome"), ("ID", "Firefox"), ("SG", "Chrome"), ("", "Chrome")):
        await visited(link, country=country, browser=browser)
    page = await html(as_budi, of(link))
    assert 'href="?period=30d&amp;country=SG"' in page
    assert 'href="?period=30d&amp;country.not=SG"' in page
    narrowed = await html(as_budi, of(link) + "?country=ID&country=SG&browser.not=Firefox&tab=browser")
    assert figures(narrowed)[0] == "2"
    for chip in ("Country: Indonesia", "Country: Singapore", "Browser is not Firefox"):
        assert f">{chip}</span>" in narrowed
    assert figures(await html(as_budi, of(link) + "?country="))[0] == "1"


async def test_bots_previews_and_checks_are_shown_apart_and_said_to_be(
    as_budi: Browser, budi: Account, visited: Visited
) -> None:
    link = await world.shorten(budi)
    for who in (Who.HUMAN, Who.BOT, Who.BOT, Who.PREVIEW):
        await visited(link, who=who)
    page = await html(as_budi, of(link))
    assert figures(page)[0] == "1"
    assert re.findall(r'stats__count num">(\d+)<', page) == ["1", "2", "1", "0"]
    bots = await html(as_budi, of(link) + "?who=bot")
    assert figures(bots)[0] == "2"
    assert "You are looking at bots" in bots


async def test_views_of_pages_are_never_mixed_into_clicks(
    as_budi: Browser, budi: Account, visited: Visited, moved: Clock
) -> None:
    moved.to(clock.now().replace(hour=5))
    link = await world.shorten(budi, "promo")
    for _ in range(2):
        await visited(link, country="ID")
    await visited(link, kind=Kind.SCAN, ago=timedelta(days=1), country="ID")
    for _ in range(9):
        await visited(link, kind=Kind.VIEW, ago=timedelta(days=1), country="SG")
    await visited(link, kind=Kind.VIEW, who=Who.BOT)
    for path in (HOME, of(link)):
        page = await html(as_budi, path)
        assert figures(page) == ["2", "1", "3", "2"]
        assert re.findall(r'stats__count num">(\d+)<', page) == ["3", "0", "0", "0"]
        assert sum(map(int, re.findall(r'<td data-v="\d">(\d+)</td>', page))) == 3
        assert ">Singapore</span>" not in page
        assert "9 views of bio pages are not counted here" in page
    views = await html(as_budi, f"{HOME}?kind=view")
    assert re.findall(r'stats__count num">(\d+)<', views) == ["9", "1", "0", "0"]
    assert ">Singapore</span> <b>9</b>" in views
    assert "not counted here" not in views
    data = json.loads(await html(as_budi, f"{HOME}/export.json"))
    assert (data["totals"]["views"], sum(map(sum, data["week"]))) == (9, 3)


async def test_a_region_is_swapped_by_htmx_and_a_page_without(
    as_budi: Browser, budi: Account, visited: Visited
) -> None:
    link = await world.shorten(budi)
    await visited(link)
    piece, page = await html(as_budi, of(link), headers=HX), await html(as_budi, of(link))
    assert "<html" not in piece
    assert "hx-get=" in piece
    targets = re.findall(r'href="(\?[^"]*)"', page)
    assert len(targets) > 10
    assert all(f'hx-get="{target}"' in page for target in targets)


async def test_the_table_says_what_the_chart_does(as_budi: Browser, budi: Account, visited: Visited) -> None:
    link = await world.shorten(budi)
    for days in (0, 1, 1, 40):
        await visited(link, ago=timedelta(days=days))
    page = await html(as_budi, of(link))
    table = [int(match) for match in re.findall(r'<tr><th scope="row">[^<]+</th><td class="num">(\d+)</td>', page)]
    assert len(table) == 30
    assert table[-2:] == [2, 1]
    assert sum(table) == 3
    assert page.count('class="chart__target"') == 30
    assert "200 percent more than the 30 days before" in page


async def test_a_link_nobody_followed_says_so(as_budi: Browser, budi: Account) -> None:
    page = await html(as_budi, of(await world.shorten(budi)))
    assert "No clicks yet" in page
    assert "data-copy=" in page
    assert "chart__line" not in page


async def test_files_hold_exactly_what_the_screen_shows(as_budi: Browser, budi: Account, visited: Visited) -> None:
    link = await world.shorten(budi, "promo")
    for number in range(12):
        await visited(
            link,
            ago=number * timedelta(days=1),
            city=f"Kota {number}",
            kind=Kind(number % 2),
            country="ID",
            referrer="=1+1",
        )
    await visited(link, country="SG")
    query, headers = "?country=ID&tab=city&more=city", {"Content-Disposition": 'attachment; filename="kliqs-promo-'}
    page = await html(as_budi, of(link) + query)
    response = await as_budi.get(f"{of(link)}/export.csv{query}")
    text = await response.get_data(as_text=True)
    lines = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    data = json.loads(await html(as_budi, f"{of(link)}/export.json{query}"))
    rows = list(csv.DictReader(io.StringIO((await html(as_budi, f"{of(link)}/visits.csv{query}"))[1:])))
    assert text.startswith("\ufeff")
    assert response.headers["Content-Disposition"].startswith(headers["Content-Disposition"])
    assert figures(page)[:2] == [lines[0]["clicks"], lines[0]["scans"]] == ["6", "6"]
    for table in ("day", "city", "country", "language"):
        assert sum(int(line["clicks"]) + int(line["scans"]) for line in lines if line["table"] == table) == 12
    assert {line["value"] for line in lines if line["table"] == "city"} == set(re.findall(r"Kota \d+", page))
    assert data["totals"]["clicks"] + data["totals"]["scans"] == len(rows) == 12
    assert {line["referrer"] for line in rows} == {"'=1+1"}
    assert all(line["time"].endswith("+07:00") and line["link"] == "promo" for line in rows)
    assert "visitor" not in rows[0]


async def test_a_campaign_is_no_formula_for_a_spreadsheet_that_separates_at_semicolons(
    as_budi: Browser, budi: Account, visited: Visited
) -> None:
    link = await world.shorten(budi, "promo")
    await visited(link, utm_source="a;=1+1", utm_campaign="\uff1d1+1")
    for file in ("export.csv", "visits.csv"):
        text = await html(as_budi, f"{of(link)}/{file}")
        assert "a;'=1+1" in text
        assert not [
            cell
            for row in csv.reader(io.StringIO(text[1:]), delimiter=";")
            for cell in row
            if cell.lstrip('" ').startswith(("=", "\uff1d"))
        ], text


async def test_the_live_feed_brings_a_visit_and_goes_on_behind_it(
    as_budi: Browser, budi: Account, visited: Visited, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_stream, "MAX_STREAM_SECONDS", 0.2)
    monkeypatch.setattr(stream_seats, "POLL_INTERVAL", 0.05)
    link = await world.shorten(budi, "promo")
    old = await visited(link, ago=HOUR, browser="Old")
    new = await visited(link, browser="Chrome", system="Android", country="ID", referrer="instagram.com")
    await visited(link, who=Who.BOT)
    page = await html(as_budi, HOME)
    assert page.index("Chrome · Android · Indonesia") < page.index("Old")
    response = await as_budi.get(f"{HOME}/feed?after={old.id}")
    events = await response.get_data(as_text=True)
    assert response.headers["Content-Type"].startswith("text/event-stream")
    assert response.headers["X-Accel-Buffering"] == "no"
    assert events.count("id: ") == 1
    assert f"id: {new.id}\n" in events
    assert "/promo from instagram.com" in events
    again = await as_budi.get(f"{HOME}/feed", headers={"Last-Event-ID": str(new.id)})
    assert "id: " not in await again.get_data(as_text=True)


@pytest.mark.parametrize(
    "query",
    [
        "period=custom&from=9999-99-99&to=0000-00-00",
        "period=custom&from=0001-01-01&to=9999-12-31",
        "country=%00",
        "more=link&tab=link&tab=link",
        "who=%F0%9F%A6%8A&city=%ED%A0%80",
        "city=" + "x" * 5000,
        "after=-1",
        "after=" + "9" * 19,
        "kind=view&kind.not=view",
        "period=24h&from=2026-01-01",
    ],
    ids=range(10),
)
async def test_nothing_in_an_address_breaks_a_page(
    as_budi: Browser, budi: Account, visited: Visited, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_stream, "MAX_STREAM_SECONDS", 0)
    await visited(await world.shorten(budi))
    for tail in ("/", "/feed", "/export.csv", "/export.json", "/visits.csv"):
        assert (await as_budi.get(f"{HOME}{tail}?{query}")).status_code == 200


async def test_words_dates_and_names_are_in_the_readers_language(
    as_sari: Browser, sari: Account, visited: Visited, moved: Clock
) -> None:
    moved.to(clock.now().replace(year=2026, month=12, day=5, hour=5))
    await visited(await world.shorten(sari), country="NL", language="nl")
    page = await html(as_sari, HOME + "/?tab=language")
    assert "Sab 5 Des" in page
    assert "WIB" in page
    assert page.count(">Belanda<") == 3  # as a country, as a language, and in the feed


async def test_the_price_of_a_page_does_not_grow_with_the_links(
    as_budi: Browser, budi: Account, visited: Visited
) -> None:
    async def price() -> int:
        with queries() as sent:
            await html(as_budi, HOME)
        return len(sent)

    await visited(await world.shorten(budi))
    first_price = await price()
    for _ in range(5):
        await visited(await world.shorten(budi))
    assert await price() <= first_price


async def test_the_links_page_has_curves_and_leads_to_the_statistics(
    as_budi: Browser, budi: Account, visited: Visited
) -> None:
    link, quiet = await world.shorten(budi), await world.shorten(budi)
    for days in (0, 1, 13, 14):
        await visited(link, ago=timedelta(days=days))
    page = await html(as_budi, "/dashboard/links/")
    assert "3 visits in 14 days" in page
    assert page.count('class="spark"') == 1
    assert f'href="{of(quiet)}"' in page


async def test_a_link_can_be_kept_from_being_counted(as_budi: Browser, budi: Account) -> None:
    link = await world.shorten(budi)
    form = {"url": world.DESTINATION, "slug": link.short_code, "version": "1", "redirect_status": "302"}
    assert link.tracked
    answer = await as_budi.post(f"/dashboard/links/{link.id}", form=form, headers=HX)
    assert "Not counted" in await answer.get_data(as_text=True)
    await link.refresh_from_db()
    assert not link.tracked
    await as_budi.post(f"/dashboard/links/{link.id}", form={**form, "version": "2", "tracked": "on"}, headers=HX)
    await link.refresh_from_db()
    assert link.tracked


async def test_a_browser_can_leave_its_own_visits_out_and_come_back(as_budi: Browser, budi: Account) -> None:
    assert "Do not count this browser" in await html(as_budi, HOME)
    marked = await as_budi.post(f"{HOME}/counting", form={"counted": "", "back": HOME + "/"})
    assert (marked.status_code, marked.location) == (303, HOME + "/")
    cookie = marked.headers["Set-Cookie"]
    for part in ("kliqs_uncounted=1;", "HttpOnly", "SameSite=Lax", "Secure", "Max-Age=31536000"):
        assert part in cookie
    assert "Domain" not in cookie
    assert "Count this browser again" in await html(as_budi, HOME)
    back = await as_budi.post(f"{HOME}/counting", form={"counted": "1", "back": "//evil.example"})
    assert back.location == HOME + "/"
    assert "Do not count this browser" in await html(as_budi, HOME)


async def test_another_site_cannot_change_what_is_counted(as_budi: Browser, budi: Account) -> None:
    sent = await as_budi.post(f"{HOME}/counting", form={"counted": ""}, headers={"Sec-Fetch-Site": "same-site"})
    assert sent.status_code == 403
    assert "Set-Cookie" not in sent.headers


@pytest.mark.parametrize("dashboard, domain", [("dash.kliqs.test", "Domain=kliqs.test"), ("dash.other.test", "")])
async def test_the_mark_reaches_the_short_links_or_is_not_offered(app: Quart, dashboard: str, domain: str) -> None:
    hosts = f"public=kliqs.test dashboard={dashboard} api=a.test docs=d.test marketing=m.test"
    installation.current().site = Site.parse(hosts, bind="127.0.0.1:8000", secure=True)
    assert exclude_self.is_available() is bool(domain)
    async with app.test_request_context("/"):
        exclude_self.set_counted(answer := Response(""), counted=False)
    assert domain in answer.headers["Set-Cookie"]


async def test_a_feed_ends_when_the_server_does(budi: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutdown, "is_shutting_down", lambda: True)
    session = await Session.by_token(await world.begin_session(budi, "Firefox · Linux"))
    assert session
    events = [
        event
        async for event in live_feed.stream_events(
            Subject(budi), ReportSelection(), 0, stream_seats.take_seat(session, budi)
        )
    ]
    assert events == ["retry: 2000\n\n"]


@pytest.fixture
async def filtered(sari: Account, visited: Visited, moved: Clock, monkeypatch: pytest.MonkeyPatch) -> Link:
    """A link with three sealed visits, two of them from Indonesia, where counting visitors takes long."""
    moved.to(clock.now() - timedelta(days=5))
    link = await world.shorten(sari)
    for country in ("ID", "ID", "SG"):
        await visited(link, country=country)
    moved.to(clock.now() + timedelta(days=5))
    await seal.seal_days()
    monkeypatch.setattr(sealed_statements, "QUICK", 1)
    return link


async def test_the_other_figures_do_not_wait_for_unique_visitors(as_sari: Browser, filtered: Link) -> None:
    page = await html(as_sari, of(filtered) + "?period=30d&country=ID")
    assert figures(page)[:2] == ["2", "0"] and "kpi__later" in page
    later = re.search(r'id="(visitors-\w+)" role="status" hx-get="([^"]+)"[^>]*hx-select="#(visitors-\w+)"', page)
    assert later and later[1] == later[3] and f'href="{later[2]}"' in page, "without scripts the same by a link"

    counted = await html(as_sari, of(filtered) + later[2].replace("&amp;", "&"), headers=HX)
    assert f'id="{later[1]}"' in counted and "hx-select" not in counted and figures(counted)[:3] == ["2", "0", "2"]


async def test_unique_visitors_are_announced_when_they_are_counted(as_sari: Browser, filtered: Link) -> None:
    """A status is read when its content changes, not when it is put into the page: the element has to stay."""
    waiting, counted = [
        await html(as_sari, of(filtered) + "?period=30d&country=ID" + more) for more in ("", "&visitors=1")
    ]
    [status] = re.findall(r'<div class="kpi" id="visitors-\w+" role="status"', waiting)
    assert status in counted
    assert 'hx-swap="outerMorph"' in waiting and waiting.count('role="status"') == counted.count('role="status"')


async def test_unique_visitors_that_marks_tell_or_that_are_few_are_shown_at_once(
    as_sari: Browser, filtered: Link, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert figures(await html(as_sari, of(filtered) + "?period=30d"))[2] == "3"
    assert figures(await html(as_sari, HOME + "/?period=30d"))[2] == "3"
    monkeypatch.setattr(sealed_statements, "QUICK", 2)
    assert figures(await html(as_sari, of(filtered) + "?period=30d&country=ID"))[2] == "2"


async def test_shared_statistics_have_unique_visitors_behind_a_link(
    as_sari: Browser, visitor: Browser, sari: Account, filtered: Link
) -> None:
    share = await Share.begin(sari, f"link:{filtered.id}", link=filtered)
    page = await html(visitor, f"/stats/{share.token}?period=30d&country=ID")
    assert "hx-get" not in page
    [address] = re.findall(r'kpi__later" href="([^"]+)"', page)
    assert figures(await html(visitor, f"/stats/{share.token}{address.replace('&amp;', '&')}"))[2] == "2"


async def test_exports_and_the_api_wait_for_unique_visitors(as_sari: Browser, filtered: Link) -> None:
    figures_file = await html(as_sari, of(filtered) + "/export.json?period=30d&country=ID")
    assert '"unique_visitors": 2' in figures_file or '"unique_visitors":2' in figures_file
