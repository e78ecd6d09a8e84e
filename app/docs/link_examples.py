"""An example request and response for every API operation on links."""

from app.docs.api_example import ID, Example, Json
from app.kernel import site

SHOP, OTHER = "https://toko.example/products/8f3f", "https://toko.example/products/9a1c"
TITLE = "Sepatu lari, ukuran 40"
LINK: Json = {
    "id": ID,
    "short_code": "produk-8f3f",
    "short_url": "",
    "destination_url": SHOP,
    "aliases": [],
    "title": TITLE,
    "description": "",
    "notes": "",
    "tags": [],
    "expires_at": None,
    "click_limit": None,
    "has_password": False,
    "redirect_status": 302,
    "forward_query": True,
    "tracked": True,
    "paused": False,
    "archived": False,
    "rules": [],
    "ios_url": "",
    "android_url": "",
    "opens_at": None,
    "fallback_url": "",
    "next_url": "",
    "next_url_at": None,
    "append_path": False,
    "external_id": None,
    "preview_title": "",
    "preview_description": "",
    "preview_picture_id": None,
    "destination_checked": None,
    "destination_status": None,
    "state": "live",
    "clicks": 0,
    "scans": 0,
    "created_at": "2026-11-20T12:00:00Z",
    "updated_at": "2026-11-20T12:00:00Z",
}


def link_examples() -> dict[str, Example]:
    """Returns the examples of the operations on links, by operation id."""
    used = example_link(clicks=128, scans=17)
    change = {"title": "Sepatu lari, ukuran 41", "expires_at": "2030-01-31T17:00:00Z"}
    changed = used | change | {"updated_at": "2026-12-02T08:30:00Z"}
    put = used | {"external_id": "8f3f", "tags": ["sepatu"]}
    return {
        "createLink": Example(example_link(), {"url": SHOP, "slug": "produk-8f3f", "title": TITLE}),
        "listLinks": Example({"links": [used], "next_cursor": None}, query="limit=20&q=sepatu"),
        "readLink": Example(used),
        "changeLink": Example(changed, change),
        "deleteLink": Example({"id": ID, "deleted": True}),
        "restoreLink": Example(used),
        "putLink": Example(put, {"url": SHOP, "tags": ["sepatu"]}, path={"external_id": "8f3f"}),
        **_bulk_examples(),
        **_tag_examples(),
    }


def _tag_examples() -> dict[str, Example]:
    tag = {"id": 7, "name": "sepatu", "description": "Semua sepatu", "colour": 2, "links": 12}
    path, change = {"tag": "7"}, {"name": "sepatu", "description": "Semua sepatu", "colour": 2}
    return {
        "listTags": Example({"tags": [tag], "next_cursor": None}, query="limit=50"),
        "readTag": Example(tag, path=path),
        "changeTag": Example(tag, change, path=path),
        "mergeTags": Example(tag | {"id": 9, "name": "alas kaki", "links": 30}, {"into": "alas kaki"}, path=path),
        "deleteTag": Example({"id": 7, "deleted": True}, path=path),
    }


def _bulk_examples() -> dict[str, Example]:
    change = {"title": "Sepatu lari, ukuran 41"}
    item = {"status": 201, "data": example_link(), "error": None, "message": None, "field": None}
    changed = item | {"status": 200, "data": example_link(**change)}
    refused = {
        "status": 409,
        "data": None,
        "error": "SLUG_ALREADY_EXISTS",
        "message": "produk-9a1c is taken. Try produk-9a1c-k7d.",
        "field": "slug",
    }
    links = [{"url": SHOP, "slug": "produk-8f3f", "title": TITLE}, {"url": OTHER, "slug": "produk-9a1c"}]
    return {
        "createLinks": Example({"items": [item, refused], "succeeded": 1, "failed": 1}, {"links": links}),
        "changeLinks": Example(
            {"items": [changed], "succeeded": 1, "failed": 0}, {"atomic": True, "links": [{"id": ID} | change]}
        ),
        "deleteLinks": Example(
            {"items": [changed | {"data": None}], "succeeded": 1, "failed": 0}, {"atomic": False, "ids": [ID]}
        ),
    }


def example_link(**values: object) -> Json:
    """Returns a link in a response, with these values."""
    return LINK | {"short_url": site.url("public", "/produk-8f3f")} | values
