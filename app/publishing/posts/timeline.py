"""Writes the timeline of variants: what happened, when, and whose act it was."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from app.kernel import clock
from app.publishing.posts.post_event import PostEvent

BATCH_SIZE = 200  # rows per statement
MOST_TROUBLE, MOST_CODE, MOST_DETAIL = 60, 120, 500


async def record_event(
    variant_ids: Iterable[UUID],
    what: str,
    *,
    user_id: UUID | None = None,
    trouble: str = "",
    code: str = "",
    detail: str = "",
    status: int | None = None,
) -> None:
    """Adds one entry to the timeline of each variant; call it in the transaction of what it records.

    `what` is a key of EVENT_SENTENCES. `user_id` is whose act it was, None for the work of Kliqs. `code`, `detail` and
    `status` are the network's own, without secrets; what is too long is cut.
    """
    columns = {
        "what": what,
        "trouble": trouble[:MOST_TROUBLE],
        "code": code[:MOST_CODE],
        "detail": detail[:MOST_DETAIL],
        "status": status,
        "user_id": user_id,
        "at": clock.now(),
    }
    await PostEvent.bulk_create([PostEvent(variant_id=id, **columns) for id in variant_ids], batch_size=BATCH_SIZE)
