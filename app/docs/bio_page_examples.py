"""An example request and response for every API operation on bio pages and their blocks."""

from __future__ import annotations

from typing import Any

from app.blocks.registry import KINDS
from app.docs.api_example import ID, Example
from app.kernel import site
from app.pages.theme.theme import Theme

Json = dict[str, Any]
SHOP: Json = {"kind": "link", "title": "Toko", "url": "https://toko.example/"}
CHAT: Json = {"kind": "whatsapp", "title": "Chat", "number": "081234567890"}
FIRST, SECOND = "ct85swzp", "tbj8v6pu"
PICTURE = "0b6f2d3e-6c1f-4c57-9d39-0c8ad4a9f2b1"
NEW_PAGE: Json = {
    "slug": "rumahkawung",
    "name": "Rumah Kawung",
    "bio": "Batik tulis dari Solo.",
    "language": "id",
    "blocks": [SHOP],
}
NOT_LISTED = {"avatar", "cover", "theme", "settings", "socials", "blocks"}  # fields of a page that a list leaves out
DAYS = (
    ("11-24", 0, 0),
    ("11-25", 12, 5),
    ("11-26", 31, 14),
    ("11-27", 28, 9),
    ("11-28", 40, 21),
    ("11-29", 22, 8),
    ("11-30", 35, 18),
)  # day of 2026; views; clicks


def bio_page_examples() -> dict[str, Example]:
    """Returns the examples of the operations on bio pages, by operation id."""
    created = _page([_block(FIRST, SHOP)])
    two_blocks = _page_with_two_blocks()
    live = two_blocks | {"live": True, "published_at": "2026-12-01T03:00:00Z"}
    row = {name: value for name, value in live.items() if name not in NOT_LISTED}
    return {
        "createPage": Example(created, NEW_PAGE),
        "listPages": Example({"pages": [row], "next_cursor": None}, query="limit=20"),
        "readPage": Example(live),
        "changePage": Example(
            _page([_block(FIRST, SHOP)], bio="Batik tulis.", version=2), {"bio": "Batik tulis.", "version": 1}
        ),
        "deletePage": Example({"id": ID, "deleted": True, "version": 4}, query="version=4"),
        "publishPage": Example(live, query="version=2"),
        "unpublishPage": Example(two_blocks),
        "undoChange": Example(two_blocks | {"version": 4}),
        "pageStatistics": Example(_statistics(), query="days=7"),
        **_block_examples(),
        **_file_examples(created),
    }


def _page_with_two_blocks() -> Json:
    """A page with a link block and a WhatsApp block."""
    return _page([_block(FIRST, SHOP), _block(SECOND, CHAT)], version=2)


def _block_examples() -> dict[str, Example]:
    page = _page_with_two_blocks()
    chat_block = page["blocks"][1]
    return {
        "addBlock": Example({"block": chat_block, "version": 2}, CHAT | {"version": 1}),
        "changeBlock": Example({"block": chat_block | {"highlight": True}, "version": 3}, {"highlight": True}),
        "deleteBlock": Example({"id": SECOND, "deleted": True, "version": 4}, query="version=3"),
        "orderBlocks": Example(
            page | {"blocks": page["blocks"][::-1], "version": 3}, {"ids": [SECOND, FIRST], "version": 2}
        ),
    }


def _file_examples(created: Json) -> dict[str, Example]:
    """Examples of picture uploads, page exports and page imports; `created` is the page that an import creates."""
    head = 'HTTP/1.1 200 OK\nContent-Type: application/json\nETag: "5d0c41f2b8a97e36d1c04f58"\nContent-Length: 48210'
    links = [{"title": "Toko", "url": "https://toko.example/"}]
    return {
        "uploadPicture": Example(
            {
                "id": PICTURE,
                "media_type": "image/webp",
                "width": 1200,
                "height": 800,
                "size": 84210,
                "created_at": "2026-12-01T02:00:00Z",
            }
        ),
        "exportPage": Example({}, head=head, into="page.json"),
        "importPage": Example(created, {"slug": "rumahkawung", "name": "Rumah Kawung", "links": links}),
    }


def _page(blocks: list[Json], **changes: object) -> Json:
    return {
        "id": ID,
        "slug": "rumahkawung",
        "url": site.url("public", "/rumahkawung"),
        "name": "Rumah Kawung",
        "bio": "Batik tulis dari Solo.",
        "language": "id",
        "live": False,
        "changed": False,
        "published_at": None,
        "views": 0,
        "last_viewed_at": None,
        "created_at": "2026-12-01T02:00:00Z",
        "updated_at": "2026-12-01T02:00:00Z",
        "version": 1,
        "avatar": "",
        "cover": "",
        "theme": Theme().as_dict(),
        "settings": {"indexed": True, "share_title": "", "share_text": "", "share_picture": ""},
        "socials": [],
        "blocks": blocks,
    } | changes


def _block(id: str, values: Json) -> Json:
    """A block as the API returns it: every field of its kind, then the fields that all blocks share."""
    own = {field.name: values.get(field.name, "") for field in KINDS[values["kind"]].fields}
    return {
        "id": id,
        "kind": values["kind"],
        **own,
        "shown": True,
        "highlight": False,
        "thumbnail": "",
        "show_from": None,
        "show_until": None,
        "clicks": 0,
        "complete": True,
    }


def _statistics() -> Json:
    return {
        "from": "2026-11-24T17:00:00Z",
        "to": "2026-12-01T17:00:00Z",
        "tz": "Asia/Jakarta",
        "views": 168,
        "clicks": 75,
        "rate": 0.4464,
        "series": [{"start": f"2026-{day}T17:00:00Z", "views": views, "clicks": clicks} for day, views, clicks in DAYS],
        "blocks": [
            {"id": FIRST, "kind": "link", "title": "Toko", "clicks": 51, "rate": 0.3036},
            {"id": SECOND, "kind": "whatsapp", "title": "Chat", "clicks": 24, "rate": 0.1429},
        ],
        "sources": [{"value": "l.instagram.com", "views": 121}, {"value": "", "views": 47}],
        "countries": [{"value": "ID", "views": 160}, {"value": "MY", "views": 8}],
        "version": 4,
    }
