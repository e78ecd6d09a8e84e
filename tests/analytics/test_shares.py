"""Shared statistics: off until made, readable by whoever has the address, and gone when stopped."""

import asyncio
import re
from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.analytics import shared_views
from app.analytics.share import Share
from app.analytics.subject import Subject
from app.kernel import installation
from app.kernel.throttle import Throttle
from tests import world
from tests.analytics.conftest import Visited
from tests.client import Browser
from tests.conftest import SECRET

HX = {"HX-Request": "true", "HX-Request-Type": "partial"}


async def html(browser: Browser, path: str) -> str:
    response = await browser.get(path)
    assert response.status_code == 200
    return await response.get_data(as_text=True)


async def shared(browser: Browser, path: str) -> str:
    """Shares what is at `path`; returns where the public page is."""
    answer = await browser.post(f"{path}/share", headers=HX)
    match = re.search(r'value="https://kliqs.test(/stats/[^"]+)"', await answer.get_data(as_text=True))
    assert match
    return match[1]


async def test_nothing_is_shared_until_somebody_shares_it(as_budi: Browser, budi: Account) -> None:
    link = await world.shorten(budi)
    assert "Make the public page" in await html(as_budi, f"/dashboard/analytics/links/{link.id}/share")
    assert await Share.all().count() == 0


async def test_a_shared_page_shows_figures_and_nothing_private(
    as_budi: Browser, visitor: Browser, budi: Account, visited: Visited
) -> None:
    link = await world.shorten(budi, "promo", "https://secret.example.com/page")
    await link.edit(budi, notes="my notes", title="my title")
    await link.add_tags(budi, ["my tag"])
    await visited(link, country="ID")
    await visited(link, country="SG", ago=timedelta(days=8))
    address = await shared(as_budi, f"/dashboard/analytics/links/{link.id}")
    response = await visitor.get(address + "?lang=en")
    page = await response.get_data(as_text=True)
    assert response.status_code == 200
    assert "kliqs.test/promo" in page
    assert 'kpi__value num">2<' in page
    for private in (
        "secret.example.com",
        "my notes",
        "my title",
        "my tag",
        "budi@",
        "Budi",
        "/dashboard",
        "<script",
        "hx-get",
        "Happening now",
        "export",
    ):
        assert private not in page
    assert 'kpi__value num">1<' in await html(visitor, address + "?period=7d&lang=en")
    assert 'kpi__value num">1<' in await html(visitor, address + "?country=SG")
    headers = response.headers
    assert "script-src" not in headers["Content-Security-Policy"]
    assert (headers["Cache-Control"], headers["Referrer-Policy"]) == ("private, no-store", "no-referrer")
    assert headers["X-Robots-Tag"] == "noindex"
    assert "Set-Cookie" not in headers


async def test_the_language_of_a_shared_page_stays_through_its_links(
    as_budi: Browser, visitor: Browser, budi: Account, visited: Visited
) -> None:
    await visited(await world.shorten(budi), country="ID")
    address = await shared(as_budi, "/dashboard/analytics")
    page = await html(visitor, address + "?lang=en&country=ID&country=SG")
    links = re.findall(r'href="(\?[^"]*)"', page)
    assert all("lang=" in link for link in links)
    assert any(link.endswith("country=ID&amp;country=SG&amp;lang=id") for link in links)


async def test_a_shared_tag_does_not_say_its_name(
    as_budi: Browser, visitor: Browser, budi: Account, visited: Visited
) -> None:
    link = await world.shorten(budi)
    await link.add_tags(budi, ["hush"])
    await visited(link)
    tag = await link.tags.all().first()
    page = await html(visitor, await shared(as_budi, f"/dashboard/analytics/tags/{tag.id}"))  # type: ignore[union-attr]
    assert "hush" not in page
    assert link.short_code in page


async def test_stopping_ends_the_address_and_sharing_again_makes_another(
    as_budi: Browser, visitor: Browser, budi: Account
) -> None:
    link = await world.shorten(budi)
    path = f"/dashboard/analytics/links/{link.id}"
    first = await shared(as_budi, path)
    assert await shared(as_budi, path) == first
    assert (await as_budi.post(f"{path}/share/stop")).location == f"{path}/share"
    assert (await visitor.get(first)).status_code == 404
    second = await shared(as_budi, path)
    assert second != first
    assert (await visitor.get(second)).status_code == 200


async def test_a_link_that_is_paused_still_shows_and_a_deleted_one_does_not(
    as_budi: Browser, visitor: Browser, budi: Account
) -> None:
    link = await world.shorten(budi)
    address = await shared(as_budi, f"/dashboard/analytics/links/{link.id}")
    await link.pause()
    assert (await visitor.get(address)).status_code == 200
    await link.soft_delete(budi)
    assert (await visitor.get(address)).status_code == 404


async def test_an_address_cannot_be_made_up(visitor: Browser, budi: Account) -> None:
    share = await Share.begin(budi, Subject(budi).name)
    token = share.token
    forged = Share(id=share.id, account=budi, scope="x", created_at=share.created_at)
    installation.current().secret_keys = ["somebody else's secret, also longer than 32"]
    stolen = forged.token
    installation.current().secret_keys = [SECRET]
    for wrong in (stolen, token[:-1], token + "A", token[::-1], "", "x", "é" * 43, "=" * 43, "%00" * 43):
        assert (await visitor.get(f"/stats/{wrong}")).status_code == 404
    assert (await visitor.get(f"/stats/{token}")).status_code == 200


async def test_an_address_outlives_a_change_of_the_servers_secret(visitor: Browser, budi: Account) -> None:
    share = await Share.begin(budi, Subject(budi).name)
    old = share.token
    installation.current().secret_keys = ["a new secret of the tests, longer than 32 characters", SECRET]
    assert (await visitor.get(f"/stats/{old}")).status_code == 200
    assert share.token != old


async def test_two_at_once_share_one_page(budi: Account) -> None:
    shares = await asyncio.gather(*(Share.begin(budi, Subject(budi).name) for _ in range(5)))
    assert len({share.id for share in shares}) == await Share.all().count() == 1


async def test_reading_is_limited_by_address(visitor: Browser, budi: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared_views, "by_ip_address", Throttle("a small one", 2, 5))
    share = await Share.begin(budi, Subject(budi).name)
    assert [(await visitor.get(f"/stats/{share.token}")).status_code for _ in range(3)] == [200, 200, 429]
