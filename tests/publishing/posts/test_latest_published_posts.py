"""The block of the latest posts on bio pages."""

from datetime import timedelta
from uuid import uuid4

import pytest

from app.accounts.models import Account
from app.kernel import clock
from app.links.resolution import ResolvedPage
from app.pages.block import Block
from app.pages.content import Content
from app.pages.models import Page
from app.pages.public.page_cache import PageCache
from app.publishing.delivery import manual_actions
from app.publishing.delivery.bio_page_rerendering import rerender_pages_after_publication
from app.publishing.files import file_store
from app.publishing.files.post_file import READY, PostFile
from app.publishing.files.signed_urls import VALID_FOR
from app.publishing.posts import drafts
from app.publishing.posts.latest_published_posts import latest_posts
from app.publishing.posts.phases import PUBLISHED, REMINDER
from app.publishing.posts.post import Post, PostMedia
from app.publishing.posts.post_variant import PostVariant
from app.visits.visit import DetailLevel
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.publishing.posts.test_short_links import written


async def published(account: Account, text: str, *networks: str, days: float = 0) -> Post:
    """A post that was published some days ago, with an address at each network."""
    post, variants = await written(account, text, *networks)
    for variant in variants:
        await PostVariant.filter(id=variant.id).update(
            phase=PUBLISHED,
            sent_at=clock.now(),
            published_at=clock.now() - timedelta(days=days),
            permalink=f"https://{variant.network}.example/{text.split()[0].lower()}",
        )
    return post


async def live_page(account: Account, **values: str) -> Page:
    """A published page with a block of the latest posts."""
    block = Block("posts", "posts").with_values({"title": "Terbaru", **values}, [])
    page = await Page.make(account, "sari-kopi", Content(name="Sari", language="id", blocks=(block,)))
    await page.publish(account)
    return page


async def shown(cache: PageCache, page: Page) -> str:
    """The page as visitors get it, from the cache if it is still valid."""
    await page.refresh_from_db()
    record = ResolvedPage(str(page.id), str(page.account_id), page.number, True, False, DetailLevel.ALL)
    rendered = await cache.fetch(record)
    assert rendered
    return rendered.html.decode()


async def test_the_newest_posts_are_shown_once_with_a_place_for_each_network(sari: Account, budi: Account) -> None:
    await published(sari, "Lama <b>sekali</b>", days=3)
    await published(sari, "Gayo baru https://example.com/gayo", "warung", "mastodon", days=1)
    await published(budi, "Punya Budi")
    await written(sari, "Draf")
    await PostVariant.filter(post_id=(await published(sari, "Tanpa alamat")).id).update(permalink="")

    posts = await latest_posts(sari.id, 6)

    assert [post.text for post in posts] == ["Gayo baru", "Lama <b>sekali</b>"]
    assert {(place.label, place.url) for place in posts[0].places} == {
        ("Warung", "https://warung.example/gayo"),
        ("Mastodon", "https://mastodon.example/gayo"),
    }
    assert [post.text for post in await latest_posts(sari.id, 1)] == ["Gayo baru"]
    html = await shown(PageCache(), await live_page(sari))
    assert "Lama &lt;b&gt;sekali" in html and 'href="https://warung.example/gayo"' in html
    assert "Draf" not in html and "Punya Budi" not in html


async def test_a_page_shows_as_many_as_its_block_says_and_nothing_without_any(sari: Account) -> None:
    page, cache = await live_page(sari, count="1"), PageCache()

    assert 'id="block-posts"' not in await shown(cache, page)

    await published(sari, "Satu", days=2)
    await published(sari, "Dua", days=1)
    html = await shown(PageCache(), page)
    assert "Dua" in html and "Satu" not in html


async def test_a_page_that_was_rendered_before_shows_a_post_as_soon_as_it_is_published_or_deleted(
    sari: Account,
) -> None:
    page, cache, owner = await live_page(sari), PageCache(), await world.owner(sari)
    post, [variant] = await written(sari, "Kopi pagi")
    await PostVariant.filter(id=variant.id).update(phase=REMINDER, sent_at=clock.now())
    await variant.refresh_from_db()
    assert "Kopi pagi" not in await shown(cache, page)

    async with rerender_pages_after_publication():
        await manual_actions.mark_published(variant, owner.id, "https://warung.example/pagi")

    assert "Kopi pagi" in await shown(cache, page)
    await drafts.delete(await Post.get(id=post.id))
    assert "Kopi pagi" not in await shown(cache, page)


async def test_the_picture_of_a_post_is_ours_and_the_page_is_rendered_before_its_address_ends(
    sari: Account, moved: Clock
) -> None:
    post, id, now = await published(sari, "Bergambar"), uuid4(), clock.now()
    file = await PostFile.create(
        id=id, account=sari, kind="image", media_type="image/jpeg", size=1, received=1, state=READY,
        poster=file_store.name_of(id, file_store.POSTER), created_at=now, used_at=now,
    )  # fmt: skip
    await PostMedia.create(post=post, file=file, position=0, alt="Secangkir kopi")
    page, cache = await live_page(sari), PageCache()

    html = await shown(cache, page)

    assert f'/{file.poster}" alt="Secangkir kopi"' in html and 'src="/media/posts/' in html
    moved.on(VALID_FOR - timedelta(hours=1))
    assert await shown(cache, page) != html


async def test_the_builder_offers_the_block_only_where_publishing_is_on(
    as_sari: Browser, sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = await live_page(sari)
    path = f"/dashboard/pages/{page.id}/blocks/new"
    assert 'name="kind" value="posts"' in await (await as_sari.get(path)).get_data(as_text=True)

    monkeypatch.setattr("app.pages.public.latest_posts.SOURCE.offered", lambda: False)

    assert 'name="kind" value="posts"' not in await (await as_sari.get(path)).get_data(as_text=True)


async def test_the_preview_of_the_builder_shows_them_and_says_where_they_will_come_from(
    as_sari: Browser, sari: Account
) -> None:
    page = await live_page(sari)
    path = f"/dashboard/pages/{page.id}/preview"
    assert "muncul dengan sendirinya" in await (await as_sari.get(path)).get_data(as_text=True)

    await published(sari, "Kopi sore")

    assert "Kopi sore" in await (await as_sari.get(path)).get_data(as_text=True)
