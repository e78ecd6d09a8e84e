"""The id under which a program of the account knows a link: unique among the account's links that are not deleted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tortoise.queryset import QuerySet

from app.links.history.recording import recorded


async def free_external_ids(links: QuerySet[Any], external_ids: Iterable[str | None]) -> None:
    """Takes external ids from the deleted ones of these links, so that others can have them; inside a transaction."""
    wanted = [id for id in external_ids if id]
    losing = links.filter(external_id__in=wanted, deleted_at__not_isnull=True)
    ids: Any = await losing.values_list("id", flat=True) if wanted else []
    if ids:
        async with recorded(links.model, ids):
            await losing.update(external_id=None)
