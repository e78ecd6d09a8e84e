"""The posts of one connection: those that stop when it ends, and those that go on when it works again."""

from __future__ import annotations

from uuid import UUID

from tortoise.queryset import QuerySet

from app import jobs
from app.kernel import clock
from app.kernel.db import query_rows
from app.publishing.connections import connection_hooks
from app.publishing.connections.connection import Connection
from app.publishing.connections.connection_hooks import PlannedPost
from app.publishing.posts.phases import (
    CANCELLED,
    CLAIMED,
    NEEDS_RECONNECT,
    PLANNED,
    PREPARING,
    REMINDER,
    RETRY,
    WAITING,
)
from app.publishing.posts.post_event import PostEvent
from app.publishing.posts.post_variant import PostVariant

STOPPABLE = frozenset({WAITING, PLANNED, CLAIMED, PREPARING, RETRY, NEEDS_RECONNECT, REMINDER})  # before the fence
SHOWN = 80  # characters of a text
PUBLISH = "posts.publish"
CANCEL = """
    UPDATE post_variants SET phase = $1, updated_at = $2 WHERE connection_id = $3 AND phase IN ({phases})
    RETURNING id"""
RESUME = """
    UPDATE post_variants SET phase = $1, updated_at = $2, trouble = '', trouble_code = '', trouble_detail = ''
    WHERE connection_id = $3 AND phase = $4 RETURNING id"""


def stoppable(connection: Connection) -> QuerySet[PostVariant]:
    """The variants that would stop if the connection ended: planned, and not yet sent."""
    return PostVariant.filter(connection_id=connection.id, phase__in=STOPPABLE, post__deleted_at=None)


async def planned_for(connection: Connection) -> list[PlannedPost]:
    """Returns the posts that are planned for a connection, the next one first."""
    variants = await stoppable(connection).order_by("due_at", "id").select_related("post")
    return [PlannedPost(_beginning(variant), variant.due_at) for variant in variants]


def _beginning(variant: PostVariant) -> str:
    """Returns the first line of a text, shortened."""
    text = variant.post.text if variant.text is None else variant.text
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1].rstrip()}…"


async def cancel_planned(connection: Connection, user_id: UUID | None) -> int:
    """Cancels what is planned for a connection, as an act of a user; returns how many variants.

    What is being sent at this moment stays with the process that sends it.
    """
    now, phases = clock.now(), sorted(STOPPABLE)
    sql = CANCEL.format(phases=", ".join(f"${number}" for number in range(4, 4 + len(phases))))
    rows = await query_rows(sql, [CANCELLED, now, str(connection.id), *phases])
    await _record([UUID(str(row["id"])) for row in rows], "cancelled", user_id)
    return len(rows)


async def resume_waiting(connection: Connection) -> None:
    """Plans again what waited for a reconnect, due when it was: what is overdue goes out at once."""
    rows = await query_rows(RESUME, [PLANNED, clock.now(), str(connection.id), NEEDS_RECONNECT])
    ids = [UUID(str(row["id"])) for row in rows]
    await _record(ids, "reconnected", connection.connected_by_id)
    for variant in await PostVariant.filter(id__in=ids) if ids else []:
        at = variant.due_at or clock.now()
        await jobs.enqueue(
            PUBLISH, {"variant": str(variant.id)}, at=at, unique=f"post variant {variant.id}", sooner=True
        )


async def _record(ids: list[UUID], what: str, user_id: UUID | None) -> None:
    """Writes an event into the timeline of each variant."""
    now = clock.now()
    await PostEvent.bulk_create([PostEvent(variant_id=id, what=what, user_id=user_id, at=now) for id in ids])


connection_hooks.register(planned=planned_for, cancel=cancel_planned, resume=resume_waiting)
