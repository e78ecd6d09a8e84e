"""Referrers as people mean them: a network is one row, its hosts are still there, and nothing is lost."""

import csv
import io
import json
import re
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.accounts.models import Account
from app.analytics.referrer_networks import NETWORK_BY_HOST, NETWORK_NAMES, NETWORKS, SPAM, group_by_network, network_of
from app.links.models import Link
from app.visits.reports.result import Row
from tests import world
from tests.analytics.conftest import Visited
from tests.client import Browser
from tests.subtests import as_subtests

FAMILIES = {
    "facebook": (
        "facebook.com",
        "l.facebook.com",
        "m.facebook.com",
        "lm.facebook.com",
        "id-id.facebook.com",
        "fb.me",
        "web.facebook.com",
        "mbasic.facebook.com",
        "com.facebook.katana",
    ),
    "x": ("t.co", "twitter.com", "mobile.twitter.com", "x.com", "com.twitter.android"),
    "instagram": ("instagram.com", "l.instagram.com", "com.instagram.android"),
    "google": (
        "google.com",
        "google.co.id",
        "google.de",
        "google.com.my",
        "images.google.co.uk",
        "news.google.com",
        "com.google.android.googlequicksearchbox",
    ),
    "gmail": ("mail.google.com", "com.google.android.gm"),
    "youtube": ("youtube.com", "m.youtube.com", "youtu.be", "com.google.android.youtube"),
    "tiktok": ("tiktok.com", "vt.tiktok.com", "vm.tiktok.com", "com.zhiliaoapp.musically", "com.ss.android.ugc.trill"),
    "linkedin": ("linkedin.com", "lnkd.in", "id.linkedin.com", "com.linkedin.android"),
    "whatsapp": ("wa.me", "web.whatsapp.com", "api.whatsapp.com", "l.wl.co", "com.whatsapp", "com.whatsapp.w4b"),
    "telegram": ("t.me", "web.telegram.org", "org.telegram.messenger"),
    "shopee": ("shopee.co.id", "s.shopee.co.id", "shopee.com.my", "shp.ee", "id.shp.ee", "com.shopee.id"),
    "tokopedia": ("tokopedia.com", "ta.tokopedia.com", "tokopedia.link", "com.tokopedia.tkpd"),
    "pinterest": ("pinterest.com", "id.pinterest.com", "pinterest.co.uk", "pin.it"),
    "yahoo": ("search.yahoo.com", "id.search.yahoo.com", "yahoo.co.jp"),
    "yandex": ("yandex.ru", "ya.ru"),
    "reddit": ("reddit.com", "old.reddit.com", "out.reddit.com", "redd.it"),
    "threads": ("l.threads.com", "threads.net"),
    SPAM: ("semalt.com", "38.semalt.com", "darodar.com"),
}


@as_subtests("host, key", [(host, key) for key, hosts in FAMILIES.items() for host in hosts])
def test_every_host_of_a_network_belongs_to_it(host: str, key: str) -> None:
    assert network_of(host) == key


@pytest.mark.parametrize(
    "host",
    [
        "",
        "example.com",
        "facebook.com.evil.example",
        "notfacebook.com",
        "google.com.evil.example",
        "evilgoogle.com",
        "google.evil",
        "co.id",
        "com",
        "192.0.2.1",
        "2001:db8::1",
        "com.example.facebook",
        "me",
        "x.com.example.org",
        "…",
    ],
)
def test_what_only_looks_like_a_network_stands_for_itself(host: str) -> None:
    assert network_of(host) == host


def test_no_network_has_a_key_that_could_be_a_host_and_each_has_a_name() -> None:
    assert {*NETWORK_BY_HOST.values()} <= {*NETWORKS}
    assert not [key for key in NETWORKS if "." in key or ":" in key]
    assert {*NETWORK_NAMES} <= {*NETWORK_BY_HOST.values()}


SOME = st.sampled_from([*FAMILIES["facebook"], *FAMILIES["google"], "", "semalt.com", "a.example", "…"])


@given(st.lists(st.tuples(SOME, st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))))
def test_grouping_loses_and_doubles_nothing(rows: list[tuple[str, int, int, int]]) -> None:
    groups = group_by_network([Row(*row) for row in rows])
    hosts = [host for group in groups for host in group.hosts]
    assert sorted((row.value, row.clicks, row.scans, row.views) for row in hosts) == sorted(rows)
    for kind in ("clicks", "scans", "views"):
        assert sum(getattr(group.total, kind) for group in groups) == sum(getattr(Row(*row), kind) for row in rows)
    assert all(group.key != SPAM for group in groups[:-1])


async def html(browser: Browser, path: str) -> str:
    response = await browser.get(path)
    assert response.status_code == 200
    return await response.get_data(as_text=True)


@pytest.fixture
async def link(budi: Account, visited: Visited) -> Link:
    """Three visits from Facebook by three hosts, one from a site, one from nowhere, one from spammers; one long ago."""
    link = await world.shorten(budi, "promo")
    for referrer in ("l.facebook.com", "m.facebook.com", "com.facebook.katana", "blog.example", "", "semalt.com"):
        await visited(link, referrer=referrer)
    await visited(link, referrer="fb.me", ago=timedelta(days=40))
    return link


def rows(page: str) -> list[tuple[str, int]]:
    """The bars of the card of referrers."""
    card = page.partition('id="card-sources"')[2].partition("</section>")[0]
    return [
        (label, int(count))
        for label, count in re.findall(r'bars__link"[^>]*>.*?dir="auto">([^<]+)</span> <b>(\d+)</b>', card)
    ]


async def test_a_network_is_one_row_and_its_hosts_are_seen_on_opening_it(as_budi: Browser, link: Link) -> None:
    page = await html(as_budi, "/dashboard/analytics/")
    assert rows(page) == [("Facebook", 3), ("Direct or unknown", 1), ("blog.example", 1), ("Known spam", 1)]
    hosts = page.partition('<details class="bars__hosts">')[2].partition("</details>")[0]
    assert "<summary>3 hosts" in hosts
    for host in ("l.facebook.com", "m.facebook.com", "com.facebook.katana"):
        assert f">{host}</bdi> <b>1</b>" in hosts
        assert f"referrer={host}" in hosts


async def test_the_only_host_of_a_network_stands_beside_its_name(
    as_budi: Browser, budi: Account, visited: Visited
) -> None:
    await visited(await world.shorten(budi), referrer="l.instagram.com")
    page = await html(as_budi, "/dashboard/analytics/")
    assert rows(page) == [("Instagram", 1)]
    assert ">l.instagram.com</small>" in page
    assert "bars__hosts" not in page


async def test_a_filter_by_network_holds_for_everything_and_can_be_turned_round(as_budi: Browser, link: Link) -> None:
    page = await html(as_budi, "/dashboard/analytics/?network=facebook")
    assert rows(page) == [("Facebook", 3)]
    assert "Referrer: Facebook</span>" in re.sub("[\u2066-\u2069]", "", page)
    assert re.findall(r'kpi__value num">(\d+)<', page)[0] == "3"
    without = await html(as_budi, "/dashboard/analytics/?network.not=facebook&network.not=spam")
    assert rows(without) == [("Direct or unknown", 1), ("blog.example", 1)]
    long_ago = await html(as_budi, "/dashboard/analytics/?network=facebook&period=12mo")
    assert rows(long_ago) == [("Facebook", 4)]


async def test_files_say_hosts_and_networks_and_both_add_up(as_budi: Browser, link: Link) -> None:
    figures = json.loads(await html(as_budi, "/dashboard/analytics/export.json?network.not=spam"))
    assert figures["filters"] == [{"dimension": "network", "values": ["spam"], "exclude": True}]
    for table in ("referrer", "network", "country"):
        assert sum(row["clicks"] for row in figures["tables"][table]) == figures["totals"]["clicks"] == 5
    assert figures["tables"]["network"][0]["value"] == "facebook"
    text = await html(as_budi, "/dashboard/analytics/export.csv?network=facebook")
    lines = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [row["clicks"] for row in lines if row["table"] == "network"] == ["3"]
    text = await html(as_budi, "/dashboard/analytics/visits.csv?network=facebook")
    assert len(list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))) == 3


async def test_the_api_counts_by_network_and_filters_by_it(visitor: Browser, budi: Account, link: Link) -> None:
    async def ask(path: str) -> Any:
        answer = await visitor.get(f"/api/v1{path}", headers={"Authorization": f"Bearer {key}"})
        return (await answer.get_json())["data"]

    key = await world.key_of(budi)
    tables = (await ask(f"/links/{link.id}/statistics?by=network"))["tables"]
    assert [(row["value"], row["clicks"]) for row in tables.pop("network")] == [
        ("facebook", 3),
        ("", 1),
        ("blog.example", 1),
        ("spam", 1),
    ]
    assert tables == {}
    assert len((await ask("/visits?filter=network:facebook"))["visits"]) == 3
    assert (await ask("/statistics?filter=!network:facebook"))["totals"]["clicks"] == 3
