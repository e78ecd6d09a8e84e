"""The bio page of the demo world: a batik studio's, live for two months, with pictures that come with Kliqs."""

from __future__ import annotations

from datetime import timedelta

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.package_files import resource
from app.links.models import Link
from app.media.models import Media
from app.media.reencode import reencode
from app.names.slug import SlugTaken
from app.ops.demo_visitors import crowd_for_tags
from app.ops.demo_visits import LinkTraffic
from app.pages.block import Block, new_block_id
from app.pages.content import Content
from app.pages.first_content import suggest_free_slug
from app.pages.models import Page
from app.qr.render import pool
from app.visits.visit import Kind, key_in_visits

PICTURES = resource("static/img/sample")
NAME, SLUG, AGE, VIEWS, QUIET = "Rumah Kawung", "rumahkawung", 61, 1_204, 1
BIO = "Batik tulis & keramik dari Imogiri, Yogyakarta. Kirim ke seluruh Indonesia."
CLICKED = {
    "Instagram": 96,
    "TikTok": 41,
    "Koleksi Sekar Jagad": 312,
    "Tanya lewat WhatsApp": 187,
    "Mangkuk keramik biru": 64,
    "Kelas batik akhir pekan": 58,
}
SOCIALS = (
    {"network": "instagram", "account": "rumahkawung"},
    {"network": "tiktok", "account": "rumahkawung"},
    {"network": "youtube", "account": "rumahkawung"},
)


async def create_demo_page(account: Account) -> list[LinkTraffic]:
    """Makes and publishes the page; returns what the visits of the page and its links are made from."""
    pictures = {name: await _store_picture(account, name) for name in ("avatar", "cloth")}
    described = Content(language="id", avatar=pictures["avatar"], blocks=_blocks(pictures)).with_texts(
        name=NAME, bio=BIO
    )
    content = described.with_socials(list(SOCIALS))
    try:
        page = await Page.make(account, SLUG, content)
    except SlugTaken:  # an account of this installation has that name
        page = await Page.make(account, await suggest_free_slug(NAME), content)
    await page.publish(account)
    return await _backdate(page)


async def _backdate(page: Page) -> list[LinkTraffic]:
    """Sets the dates and counters of the page and its links."""
    now = clock.now()
    created_at, last, visited = now - timedelta(days=AGE), now - timedelta(hours=QUIET), []
    await Page.filter(id=page.id).update(
        created_at=created_at, changed_at=created_at, published_at=created_at, views=VIEWS, last_viewed_at=last
    )
    for link in await Link.filter(page_id=page.id):
        clicks = CLICKED.get(link.title, 0)
        followed = {"followed": clicks, "last_followed_at": last} if clicks else {}
        await Link.filter(id=link.id).update(created_at=created_at, updated_at=created_at, **followed)
        if clicks:
            visited.append(
                LinkTraffic(key_in_visits(link.id), created_at, last, clicks, 0, crowd_for_tags([]), sparse=True)
            )
    return [
        LinkTraffic(
            key_in_visits(page.id), created_at, last, VIEWS, 0, crowd_for_tags([]), kind=Kind.VIEW, sparse=True
        ),
        *visited,
    ]


async def _store_picture(account: Account, name: str) -> str:
    """Stores a picture that comes with Kliqs as the account's upload; returns its id."""
    image = await pool.rasterize_svg((PICTURES / f"{name}.svg").read_text(encoding="utf-8"))
    return str((await Media.store(account, await reencode(image, longest=1_600, keep_alpha=False))).id)


def _blocks(pictures: dict[str, str]) -> tuple[Block, ...]:
    shop = {"title": "Koleksi Sekar Jagad", "url": "https://shopee.co.id/rumahkawung", "note": "24 helai saja"}
    bowl = {"title": "Mangkuk keramik biru", "url": "https://tokopedia.com/rumahkawung", "price": "185000"}
    news = {"title": "Kabar koleksi baru", "consent": "Satu email sebulan, berhenti kapan saja."}
    lesson = {"title": "Kelas batik akhir pekan", "url": "https://example.com/kelas-batik"}
    return (
        Block(new_block_id(), "link", highlight=True, thumbnail=pictures["cloth"]).with_values(shop, []),
        Block(new_block_id(), "whatsapp").with_values({"title": "Tanya lewat WhatsApp", "number": "081234567890"}, []),
        Block(new_block_id(), "product").with_values(bowl | {"note": "Dibuat tangan di Kasongan"}, []),
        Block(new_block_id(), "heading").with_values({"title": "Belajar bersama"}, []),
        Block(new_block_id(), "link").with_values(lesson, []),
        Block(new_block_id(), "posts").with_values({"title": "Kabar terbaru", "count": "3"}, []),
        Block(new_block_id(), "form").with_values(news, []),
    )
