"""What the history records of a link: its fields in the words of the API, as values of JSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson

State = dict[str, Any]
PASSWORD = "password"  # noqa: S105 - the name of a field
COLUMNS: Mapping[str, str] = {  # field of the history -> column of `links`
    "url": "destination_url",
    "slug": "short_code",
    "title": "title",
    "description": "description",
    "notes": "notes",
    "expires_at": "expires_at",
    "click_limit": "click_limit",
    PASSWORD: "password_hash",
    "forward_query": "forward_query",
    "redirect_status": "redirect_status",
    "tracked": "tracked",
    "paused": "paused_at",
    "archived": "archived_at",
    "deleted": "deleted_at",
    "blocked": "blocked_at",
    "rules": "rules",
    "ios_url": "ios_url",
    "android_url": "android_url",
    "opens_at": "opens_at",
    "fallback_url": "fallback_url",
    "next_url": "next_url",
    "next_url_at": "next_url_at",
    "append_path": "append_path",
    "external_id": "external_id",
    "preview_title": "preview_title",
    "preview_description": "preview_description",
    "preview_picture_id": "preview_picture_id",
    "destination_checked": "destination_checked",
}
NOT_RECORDED = frozenset(  # what nobody sets, or what follows from the rest; `blocked_why` is the value of "blocked"
    {
        *("id", "account_id", "via_api", "page_id", "page_block", "post_variant_id", "version", "search"),
        *("created_at", "updated_at"),
        *("admitted", "followed", "scans", "last_followed_at", "blocked_why"),
    }
)
TIMES = frozenset({"expires_at", "opens_at", "next_url_at"})
SWITCHES = frozenset({"paused", "archived", "deleted"})  # recorded as whether, not as since when
NAMES, TAGS = "aliases", "tags"
DEFAULTS: State = {"forward_query": True, "tracked": True, "redirect_status": 302, NAMES: [], TAGS: []}


def column_values(link: Any) -> State:
    """The values of a link's columns by field; `link` has them as attributes."""
    return {field: _value(field, link, getattr(link, column)) for field, column in COLUMNS.items()}


def _value(field: str, link: Any, value: Any) -> Any:
    if field in SWITCHES:
        return value is not None
    if field == "blocked":
        return None if value is None else link.blocked_why
    if field == "rules":
        return orjson.loads(value) if value else None
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


def difference(before: State, after: State) -> dict[str, Any]:
    """The values that differ: `[before, after]` by field; for the password null, so that no hash is kept."""
    return {
        field: None if field == PASSWORD else [before[field], value]
        for field, value in after.items()
        if field in before and before[field] != value
    }


def of_new_link(after: State) -> dict[str, Any]:
    """The values with which a link begins, in the form of `difference`, without those that every link begins with."""
    return difference({field: DEFAULTS.get(field, _empty(value)) for field, value in after.items()}, after)


def _empty(value: Any) -> Any:
    return type(value)() if isinstance(value, (str, bool)) else None
