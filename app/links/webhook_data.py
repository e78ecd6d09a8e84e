"""Links in webhook events: as the JSON API shows them. The short links of bio pages are no links of the API."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from tortoise.queryset import QuerySet

from app.links.models import STANDALONE, Link
from app.links.schema import LinkData
from app.webhooks import outbox


@outbox.represents("link")
async def links_as_json(ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """Returns the links with these ids as JSON, in this order, without deleted ones."""
    return await _as_json(Link.filter(deleted_at=None), ids)


@outbox.represents("link.deleted")
async def deleted_links_as_json(ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """Returns the links with these ids as JSON, in this order, as they were."""
    return await _as_json(Link.all(), ids)


async def _as_json(links: QuerySet[Link], ids: Sequence[UUID]) -> list[dict[str, Any]]:
    found = await links.filter(id__in=list(ids), **STANDALONE).prefetch_related("tags", "names")
    by_id = {link.id: link for link in found}
    return [LinkData.of(by_id[id]) for id in ids if id in by_id]
