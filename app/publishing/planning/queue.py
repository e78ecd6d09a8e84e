"""The queue of a connection: its posts take the next free weekly slot, each slot one post.

A unique index over connection and time decides who has a slot (migration 44); whoever loses a race takes the next one.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime
from uuid import UUID

from tortoise.exceptions import IntegrityError

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.db import transaction
from app.kernel.refusal import N_, InvalidRequest
from app.publishing.planning.weekly_slots import slots_of, times_after
from app.publishing.posts.phases import CANCELLED, EDITABLE
from app.publishing.posts.post_variant import PostVariant


class NoSlots(InvalidRequest):
    """The connection has no weekly slots, or all of a year are taken. Facts: name."""

    field, says = "when", N_("%(name)s has no free times. Add weekly times, or choose a day yourself.")


async def free_times(connection_id: UUID, zone: str, after: datetime | None = None) -> AsyncIterator[datetime]:
    """Yields the free times of the slots of a connection, soonest first."""
    moment, slots = after or clock.now(), await slots_of(connection_id)
    taken = PostVariant.filter(connection_id=connection_id, due_at__gt=moment).exclude(phase=CANCELLED)
    times = set(await taken.values_list("due_at", flat=True)) if slots else set()
    for free in times_after(slots, moment, zone):
        if free not in times:
            yield free


async def next_free_time(connection_id: UUID, zone: str) -> datetime | None:
    """Returns the next free time of a connection's slots; None if it has none."""
    async for free in free_times(connection_id, zone):
        return free
    return None


async def take_next_slot(variant: PostVariant, account: Account) -> datetime:
    """Gives a variant the next free slot of its connection as its own time, and returns that time.

    The post is not planned yet: its verb does that. Raises: NoSlots.
    """
    if variant.connection_id is not None:
        async for free in free_times(variant.connection_id, account.time_zone):
            if await _take(variant, free):
                return free
    raise NoSlots(name=variant.account_name)


async def leave_slot(variant: PostVariant) -> None:
    """Frees the slot of a variant, whose time is then that of its post."""
    await PostVariant.filter(id=variant.id, queued=True).update(queued=False, planned_at=None)
    variant.queued, variant.planned_at = False, None


async def _take(variant: PostVariant, moment: datetime) -> bool:
    """Reserves a time for a variant; False when another post took it in the meantime."""
    editable = PostVariant.filter(id=variant.id, phase__in=list(EDITABLE))
    try:
        async with transaction():
            await editable.update(queued=True, planned_at=moment, updated_at=clock.now())
    except IntegrityError:
        return False
    variant.queued, variant.planned_at = True, moment
    return True
