"""Enqueues the jobs that publish variants when they are due.

The kind of the job is registered by app/publishing/delivery/publish_job.py. A job reads its variant again when it runs:
if that was moved to a later time, it enqueues itself for then; if it was cancelled, it does nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from app.jobs import queue

PUBLISH = "posts.publish"


async def enqueue_variant(id: UUID, due_at: datetime, *, kind: str = PUBLISH) -> None:
    """Enqueues the publication of a variant, or brings its waiting job forward; call it in the caller's transaction."""
    await queue.enqueue(kind, {"variant": str(id)}, at=due_at, unique=f"post variant {id}", sooner=True)


async def enqueue_variants(dues: Iterable[tuple[UUID, datetime]]) -> None:
    """Enqueues the publication of variants, each at its time."""
    for id, due_at in dues:
        await enqueue_variant(id, due_at)
