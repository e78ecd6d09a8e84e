"""A page with every kind of block, and pictures that need no database."""

from datetime import UTC, datetime
from uuid import UUID

from app.media.models import Media
from app.pages.block import Block
from app.pages.content import Content
from app.pages.public.latest_posts import LatestPost, PostPlace
from app.pages.theme.theme import Theme
from app.payloads import emv

NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)
PICTURES = {name: UUID(int=at + 1) for at, name in enumerate(("avatar", "cover", "cloth", "bowl", "shop"))}


def media() -> dict[str, Media]:
    """Rows of pictures by id, not in any database."""
    return {
        str(id): Media(
            id=id,
            media_type="image/webp",
            width=1200,
            height=800,
            size=1,
            file=f"{id.hex}.webp",
            sha256="",
            created_at=NOW,
        )
        for id in PICTURES.values()
    }


def block(
    kind: str, *, items: tuple[dict[str, str], ...] = (), highlight: bool = False, thumbnail: str = "", **values: str
) -> Block:
    """A block as its form would read it; its id is its kind."""
    made = Block(kind, kind, highlight=highlight, thumbnail=thumbnail)
    return made.with_values(values, list(items))


def posts() -> tuple[LatestPost, ...]:
    """Two posts that were published, one with a picture and at two networks."""
    places = (
        PostPlace("Instagram", "brand-instagram", "https://www.instagram.com/p/1"),
        PostPlace("X", "brand-x", "https://x.com/rumahkawung/status/1"),
    )
    return (
        LatestPost("Sekar Jagad sudah siap, 24 helai saja", NOW, places, "/media/posts/1-a/1.webp", "Kain biru"),
        LatestPost("Kelas batik <b>Sabtu</b> ini", NOW, places[:1]),
    )


def picture(name: str) -> str:
    return str(PICTURES[name])


def _shop() -> tuple[Block, ...]:
    return (
        block(
            "link",
            title="Koleksi Sekar Jagad",
            url="https://shopee.co.id/rumahkawung",
            note="Rilis 1 Desember, 24 helai saja",
            highlight=True,
            thumbnail=picture("cloth"),
        ),
        block("whatsapp", title="Tanya lewat WhatsApp", number="081234567890", message="Halo!"),
        block(
            "product",
            title="Mangkuk keramik biru",
            url="https://tokopedia.com/rumahkawung/mangkuk",
            price="185000",
            picture=picture("bowl"),
            note="Dibuat tangan di Kasongan",
        ),
        block("map", title="Kunjungi studio", place="Jl. Imogiri Timur 12, Bantul"),
        block("heading", title="Belajar bersama"),
        block(
            "text",
            text="Kami membatik sejak **1987** dengan *pewarna alam*. Baca [cerita kami](https://example.com).\n\n"
            "- Kelas tiap Sabtu\n- Bahan disediakan",
        ),
    )


def _meeting() -> tuple[Block, ...]:
    return (
        block(
            "event",
            title="Kelas batik akhir pekan",
            starts="2026-12-12T09:00",
            ends="2026-12-12T12:00",
            zone="Asia/Jakarta",
            place="Studio Imogiri",
            url="https://example.com/kelas",
        ),
        block(
            "faq",
            title="Sering ditanyakan",
            items=(
                {"question": "Bisa kirim ke luar negeri?", "answer": "Bisa, lewat pos dalam 7–14 hari."},
                {"question": "Apakah warnanya luntur?", "answer": "Cuci pertama sedikit, lalu tidak lagi."},
            ),
        ),
        block("form", title="Kabar koleksi baru", consent="Satu email sebulan, berhenti kapan saja.", button="Ikuti"),
        block("contact", title="Simpan kontak", first="Rumah Kawung", company="CV Kawung", mobile="081234567890"),
        block("divider", style="dots"),
        block("tip", title="Traktir kopi", payload=qris_payload(), amounts="10000, 25000, 50000"),
    )


def _pictures() -> tuple[Block, ...]:
    return (
        block("image", picture=picture("shop"), alt="Studio di pagi hari", caption="Studio kami di Imogiri"),
        block(
            "gallery",
            title="Dari dapur warna",
            items=tuple({"picture": picture(name), "alt": name} for name in ("cloth", "bowl", "shop")),
        ),
        block("video", title="Proses pewarnaan", url="https://www.youtube.com/watch?v=dQw4w9WgXcQ"),
        block("music", title="Musik studio", url="https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC"),
        block(
            "social",
            items=(
                {"network": "instagram", "account": "rumahkawung"},
                {"network": "telegram", "account": "rumahkawung"},
            ),
        ),
        block("posts", title="Posting terbaru", count="2"),
        block("qr", title="Pindai di kasir"),
    )


def rich(theme: Theme | None = None, language: str = "id") -> Content:
    """A page of every kind of block and then some."""
    more = tuple(
        Block(f"more{at}", "link", {"title": title, "url": f"https://{url}/rumahkawung", "note": ""})
        for at, (title, url) in enumerate((("Belanja di Shopee", "shopee.co.id"), ("Video", "youtube.com")))
    )
    socials = tuple(
        {"network": name, "account": f"https://{name}.com/rumahkawung"} for name in ("instagram", "tiktok", "youtube")
    )
    return Content(
        name="Rumah Kawung",
        bio="Batik tulis & keramik dari Imogiri, Yogyakarta. Kirim ke seluruh Indonesia.",
        language=language,
        avatar=picture("avatar"),
        socials=socials,
        theme=theme or Theme(),
        blocks=(*_shop()[:1], *more, *_shop()[1:], *_pictures(), *_meeting()),
    )


def qris_payload() -> str:
    """A static QRIS of a merchant that does not exist."""

    def objects_text(*parts: tuple[str, str]) -> str:
        return "".join(emv.serialize_object(tag, value) for tag, value in parts)

    account = objects_text(("00", "ID.CO.QRIS.WWW"), ("02", "ID1020000000000"), ("03", "UMI"))
    return emv.serialize_with_checksum(
        {
            "00": "01",
            "01": "11",
            "51": account,
            "52": "5812",
            "53": "360",
            "58": "ID",
            "59": "Rumah Kawung",
            "60": "Yogyakarta",
            "61": "55782",
        }
    )
