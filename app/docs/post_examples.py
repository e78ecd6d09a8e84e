"""An example request and response for every API operation on posts, their files and connections."""

from __future__ import annotations

from app.docs.api_example import Example, Json

POST, VARIANT, FILE = (
    "a3c9d1f0-5b7e-4d21-9c84-1f6e0b7d2a55",
    "5e8b2c4d-7a10-4f93-8e6b-3d9f1c0a7b21",
    "e0d4b7a9-2c58-4a6f-b1e3-9f7d5c3a1b80",
)
CONNECTION = "0b6f3e9d-8c12-4e7a-a5d4-7c2b9e1f6d08"
TEXT, CAMPAIGN = "Kopi Gayo baru datang: https://toko.example/kopi-gayo", "panen-2026"
PLANNED, CHANGED = "2026-12-04T12:00:00Z", "2026-12-02T08:30:00Z"
PERMALINK = "https://www.linkedin.com/feed/update/urn:li:share:7401"
NEW: Json = {
    "text": TEXT,
    "campaign": CAMPAIGN,
    "media": [{"id": FILE, "alt": "Secangkir kopi"}],
    "variants": [{"connection_id": CONNECTION, "reply": "Stok terbatas."}],
    "plan": "at",
    "planned_at": PLANNED,
}
TROUBLE: Json = {
    "code": "text_refused",
    "message": "The network does not take this text. Change it and send it again.",
    "network_code": "422",
    "network_message": "Commentary is invalid",
}


def post_examples() -> dict[str, Example]:
    """Returns the examples of the operations on posts, by operation id."""
    planned, draft = _post(state="planned"), _post(state="draft", due_at=None)
    return {
        "createPost": Example(planned, NEW),
        "listPosts": Example({"posts": [planned], "next_cursor": None}, query="show=planned&limit=20"),
        "readPost": Example(_post(state="published", **_published())),
        "changePost": Example(draft | {"version": 2}, {"text": TEXT, "version": 1}),
        "deletePost": Example({"id": POST, "deleted": True}),
        "planPost": Example(planned, {"planned_at": PLANNED}),
        "publishPost": Example(_post(state="planned", due_at=CHANGED)),
        "unplanPost": Example(draft),
        **_variant_examples(),
        **_file_examples(),
        "listConnections": Example({"connections": [_connection()]}),
    }


def event_variant(event: str) -> Json:
    """Returns the variant of an event, such as post.failed."""
    values: dict[str, Json] = {
        "post.published": {"state": "published", **_published()},
        "post.failed": {"state": "failed", "trouble": TROUBLE},
        "post.unconfirmed": {"state": "unconfirmed", "sent_at": PLANNED},
    }
    return _variant(**values.get(event, {"state": "planned"}))


def _variant_examples() -> dict[str, Example]:
    published = _variant(state="published", **_published())
    return {
        "publishVariant": Example(_variant(state="planned", due_at=CHANGED)),
        "cancelVariant": Example(_variant(state="cancelled", due_at=None)),
        "sendVariantAgain": Example(_variant(state="planned", due_at=CHANGED, sent_at=PLANNED)),
        "markVariantPublished": Example(published, {"permalink": PERMALINK}),
    }


def _file_examples() -> dict[str, Example]:
    photo, film = _file(), _file(state="uploading", kind="video", media_type="video/mp4", filename="panen.mp4")
    film |= {"size": 48_211_934, "received": 0, "width": 0, "height": 0}
    return {
        "uploadFile": Example(photo | {"state": "checking", "width": 0, "height": 0}),
        "beginUpload": Example(film, {"size": film["size"], "filename": "panen.mp4"}),
        "uploadPiece": Example(film | {"received": 8_388_608}, query="offset=0"),
        "listFiles": Example({"media": [photo], "next_cursor": None}, query="limit=20"),
        "readFile": Example(photo),
        "deleteFile": Example({"id": FILE, "deleted": True}),
    }


def _post(**variant: object) -> Json:
    """A post with one variant, which has these values."""
    one = _variant(**variant)
    return {
        "id": POST,
        "state": one["state"],
        "text": TEXT,
        "campaign": CAMPAIGN,
        "short_links": True,
        "utm": True,
        "media": [{"id": FILE, "alt": "Secangkir kopi"}],
        "variants": [one],
        "planned_at": one["due_at"],
        "time_zone": "Asia/Jakarta",
        "source": "api",
        "version": 1,
        "created_at": "2026-12-02T08:00:00Z",
        "updated_at": CHANGED,
    }


def _variant(**values: object) -> Json:
    variant: Json = {
        "id": VARIANT,
        "post_id": POST,
        "connection_id": CONNECTION,
        "network": "linkedin",
        "account_name": "Kopi Nusantara",
        "state": "planned",
        "text": None,
        "media": None,
        "reply": "Stok terbatas.",
        "options": {},
        "short_links": None,
        "link_in_reply": False,
        "due_at": PLANNED,
        "sent_at": None,
        "published_at": None,
        "permalink": "",
        "reply_state": "",
        "trouble": None,
    }
    return variant | values


def _published() -> Json:
    return {"sent_at": PLANNED, "published_at": "2026-12-04T12:00:02Z", "permalink": PERMALINK}


def _file(**values: object) -> Json:
    file: Json = {
        "id": FILE,
        "state": "ready",
        "kind": "image",
        "media_type": "image/jpeg",
        "filename": "kopi.jpg",
        "size": 184_320,
        "received": 184_320,
        "width": 1600,
        "height": 1200,
        "seconds": None,
        "trouble": "",
        "created_at": "2026-12-02T07:55:00Z",
    }
    return file | values


def _connection() -> Json:
    return {
        "id": CONNECTION,
        "network": "linkedin",
        "server": "",
        "name": "Kopi Nusantara",
        "handle": "",
        "kind": "person",
        "manual": False,
        "state": "connected",
        "may_publish": True,
        "paused": False,
        "scopes": ["openid", "profile", "w_member_social"],
        "most_characters": 3000,
        "questions": [],
        "limits": [{"name": "day", "most": 100, "left": 98, "renews_at": "2026-12-03T00:00:00Z", "whole_app": False}],
        "stopped_until": None,
    }
