"""The posts of one connection: those that stop when it ends, and those that go on when it works again."""

from __future__ import annotations

from uuid import UUID

from tortoise.expressions import F
from tortoise.queryset import QuerySet

from app.kernel import clock
from app.kernel.refusal import N_
from app.publishing.connections import connection_hooks
from app.publishing.connections.connection import Connection
from app.publishing.connections.connection_hooks import PlannedPost
from app.publishing.posts import planning_actions
from app.publishing.posts.event_sentences import CANCELLED as WAS_CANCELLED
from app.publishing.posts.event_sentences import add_sentences
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
from app.publishing.posts.planning_actions import BeingPublished
from app.publishing.posts.post_title import title_of
from app.publishing.posts.post_variant import NO_TROUBLE, PostVariant
from app.publishing.posts.publication_jobs import enqueue_variants
from app.publishing.posts.timeline import record_event

STOPPABLE = frozenset({WAITING, PLANNED, CLAIMED, PREPARING, RETRY, NEEDS_RECONNECT, REMINDER})  # before the fence
HELD_BY_WORKER = frozenset({CLAIMED, PREPARING})
SHOWN = 80  # characters of a text
RECONNECTED = "reconnected"
add_sentences({RECONNECTED: N_("The account was reconnected, so it goes on")})


def stoppable_variants(connection: Connection) -> QuerySet[PostVariant]:
    """The variants that would stop if the connection ended: planned, and not yet sent."""
    return PostVariant.filter(connection_id=connection.id, phase__in=list(STOPPABLE), post__deleted_at=None)


async def planned_for(connection: Connection) -> list[PlannedPost]:
    """Returns the posts that are planned for a connection, the next one first."""
    variants = await stoppable_variants(connection).order_by("due_at", "id").select_related("post")
    return [PlannedPost(_beginning(variant), variant.due_at) for variant in variants]


def _beginning(variant: PostVariant) -> str:
    """Returns the first line of a text, shortened."""
    text = variant.post.text if variant.text is None else variant.text
    return title_of(text, SHOWN)


async def cancel_planned(connection: Connection, user_id: UUID | None) -> int:
    """Cancels what is planned for a connection, as an act of a user; returns how many variants.

    What is prepared at this moment loses its worker; what is sent at this moment stays with it.
    """
    cancelled = 0
    for variant in await stoppable_variants(connection).order_by("post_id", "id"):
        try:
            if variant.phase in HELD_BY_WORKER:
                await _take_from_worker(variant, user_id)
            else:
                await planning_actions.cancel(variant, user_id)
        except BeingPublished:
            continue
        cancelled += 1
    return cancelled


async def _take_from_worker(variant: PostVariant, user_id: UUID | None) -> None:
    """Cancels a variant that is being prepared: the fence of its worker no longer fits. Raises: BeingPublished."""
    held = PostVariant.filter(id=variant.id, phase__in=list(HELD_BY_WORKER))
    if not await held.update(phase=CANCELLED, fence=F("fence") + 1, updated_at=clock.now()):
        raise BeingPublished
    await record_event([variant.id], WAS_CANCELLED, user_id=user_id)


async def resume_waiting(connection: Connection) -> None:
    """Plans again what waited for a reconnect, due when it was: what is overdue goes out at once."""
    now, resumed = clock.now(), []
    waiting = PostVariant.filter(connection_id=connection.id, phase=NEEDS_RECONNECT, post__deleted_at=None)
    for variant in await waiting.order_by("post_id", "id"):
        row = PostVariant.filter(id=variant.id, phase=NEEDS_RECONNECT)
        if await row.update(phase=PLANNED, updated_at=now, tries=0, **NO_TROUBLE):
            resumed.append(variant)
    await record_event([variant.id for variant in resumed], RECONNECTED, user_id=connection.connected_by_id)
    await enqueue_variants((variant.id, variant.due_at or now) for variant in resumed)


async def rename_connection_in_posts(connection: Connection, name: str) -> None:
    """Stores another name of a connection with all of its posts, when a person wants to be forgotten."""
    await PostVariant.filter(connection_id=connection.id).update(account_name=name)


connection_hooks.register(
    planned=planned_for, cancel=cancel_planned, resume=resume_waiting, rename=rename_connection_in_posts
)
