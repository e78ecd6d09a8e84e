"""The statistics of posts: by post, network and campaign, of a period, on the screen and as a file."""

import csv
import io
import re
from datetime import timedelta
from typing import Any

from app.accounts.models import Account, Membership
from app.kernel import clock
from app.links.models import Link
from app.publishing.posts.phases import PUBLISHED
from app.publishing.posts.post import Post
from app.publishing.posts.post_variant import PostVariant
from app.publishing.posts.variant_content import prepare_content
from tests.analytics.conftest import Visited
from tests.client import Browser
from tests.publishing.posts.test_short_links import written

PAGE = "/dashboard/publishing/statistics"


async def published(account: Account, text: str, *networks: str, days: float = 1, **columns: Any) -> list[list[Link]]:
    """A post that was published some days ago; returns the short links of each of its variants."""
    _post, variants = await written(account, text, *networks, **columns)
    links = []
    for variant in variants:
        await prepare_content(variant)
        at = clock.now() - timedelta(days=days)
        await PostVariant.filter(id=variant.id).update(phase=PUBLISHED, published_at=at, sent_at=at)
        links.append(await Link.filter(post_variant_id=variant.id).order_by("destination_url"))
    return links


async def figures(browser: Browser, period: str = "30d") -> list[dict[str, str]]:
    response = await browser.get(f"{PAGE}/posts.csv?period={period}")
    assert response.headers["Content-Disposition"].endswith(f'"kliqs-posts-{period}.csv"')
    return list(csv.DictReader(io.StringIO((await response.get_data(as_text=True)).removeprefix("\ufeff"))))


def row(rows: list[dict[str, str]], table: str, value: str = "") -> tuple[str, str, str]:
    [match] = [each for each in rows if (each["table"], each["value"]) == (table, value)]
    return match["posts"], match["clicks"], match["clicks_per_post"]


async def test_posts_and_the_clicks_of_their_short_links_are_counted_by_post_network_and_campaign(
    as_sari: Browser, sari: Account, visited: Visited
) -> None:
    one, two = await published(
        sari, "Gayo https://example.com/a https://example.com/b", "warung", "mastodon", campaign="Gayo"
    )
    [[three]] = await published(sari, "Toraja https://example.com/c", "warung")
    for link in (one[0], one[1], two[0], two[0], three):
        await visited(link)

    rows = await figures(as_sari)

    assert row(rows, "total") == ("2", "5", "2.5")
    assert row(rows, "post", "Gayo") == ("1", "4", "4.0")
    assert row(rows, "network", "Warung") == ("2", "3", "1.5")
    assert row(rows, "network", "Mastodon") == ("1", "2", "2.0")
    assert row(rows, "campaign", "Gayo") == ("1", "4", "4.0")
    assert row(rows, "campaign") == ("1", "1", "1.0")
    html = await (await as_sari.get(PAGE)).get_data(as_text=True)
    assert "Gayo" in html and "Tanpa kampanye" in html and "tautan pendek" in html


async def test_only_what_was_published_in_the_period_is_counted_and_only_ones_own(
    as_sari: Browser, as_budi: Browser, sari: Account, visited: Visited
) -> None:
    for days in (3, 20, 60, 200):
        [[link]] = await published(sari, f"Kopi {days} https://example.com/", "warung", days=days)
        await visited(link)
    draft, _ = await written(sari, "Draf https://example.com/")
    gone, _ = await written(sari, "Terhapus https://example.com/")
    await PostVariant.filter(post_id=gone.id).update(phase=PUBLISHED, published_at=clock.now())
    await Post.filter(id=gone.id).update(deleted_at=clock.now())

    counted = {period: row(await figures(as_sari, period), "total")[0] for period in ("7d", "30d", "90d", "12mo")}

    assert counted == {"7d": "1", "30d": "2", "90d": "3", "12mo": "4"}
    assert row(await figures(as_budi), "total") == ("0", "0", "0")
    assert draft.deleted_at is None


async def test_a_viewer_sees_the_statistics_and_nobody_published_is_said(as_sari: Browser, sari: Account) -> None:
    await Membership.filter(account_id=sari.id).update(role="viewer")

    response = await as_sari.get(f"{PAGE}?period=90d")

    html = await response.get_data(as_text=True)
    assert response.status_code == 200
    assert "Belum ada yang terbit" in html and "/posts/new" not in html
    assert (await as_sari.get(f"{PAGE}?period=../x")).status_code == 200


async def test_thousands_of_links_are_counted_in_several_reports(
    sari: Account, as_sari: Browser, visited: Visited, monkeypatch: Any
) -> None:
    monkeypatch.setattr("app.publishing.statistics.published_posts.AT_ONCE", 1)
    two, one = await published(sari, "Gayo https://example.com/a https://example.com/b", "warung", "mastodon")
    for link in (*one, *two):
        await visited(link)

    assert row(await figures(as_sari), "total") == ("1", "4", "4.0")


async def test_the_page_of_a_post_adds_up_the_clicks_of_its_links_by_account(as_sari: Browser, sari: Account) -> None:
    two, one = await published(sari, "Gayo https://example.com/a https://example.com/b", "warung", "mastodon")
    for link, followed in ((one[0], 1), (one[1], 2), (two[0], 40)):
        await Link.filter(id=link.id).update(followed=followed)
    variant = await PostVariant.get(id=one[0].post_variant_id)

    html = await (await as_sari.get(f"/dashboard/publishing/posts/{variant.post_id}")).get_data(as_text=True)

    sums = re.findall(r'<span class="truncate" dir="auto">Kopi</span> <b>(\d+)</b>', html)
    assert sums == ["40", "3"]
    assert f"/{one[1].short_code}</bdi> <b>2</b>" in html
    assert "/dashboard/analytics/links" not in html
