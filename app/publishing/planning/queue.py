"""The queue of a connection: its posts take the next free weekly slot, each slot one post.

A unique index over connection and time decides who has a slot (migration 44); whoever loses a race takes the next one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import filterfalse
from uuid import UUID

from tortoise.exceptions import IntegrityError

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.db import transaction
from app.kernel.refusal import N_, InvalidRequest
from app.plans import quota
from app.publishing.planning.weekly_slot import WeeklySlot
from app.publishing.planning.weekly_slots import Slot, times_after
from app.publishing.posts import planning_actions
from app.publishing.posts.phases import CANCELLED, EDITABLE
from app.publishing.posts.post import Post
from app.publishing.posts.post_variant import PostVariant


class NoSlots(InvalidRequest):
    """The connection has no weekly slots, or all of a year are taken. Facts: name."""

    field, says = "when", N_("%(name)s has no free times. Add weekly times, or choose a day yourself.")


async def next_free_time(connection_id: UUID, zone: str) -> datetime | None:
    """Returns the next free time of a connection's slots; None if it has none."""
    return (await next_free_times([connection_id], zone)).get(connection_id)


async def next_free_times(connection_ids: Iterable[UUID], zone: str) -> dict[UUID, datetime]:
    """Returns the next free time of each connection that has one, with two queries."""
    free = await _free_times(connection_ids, zone)
    return {id: time for id, times in free.items() if (time := next(times, None))}


async def _free_times(connection_ids: Iterable[UUID], zone: str) -> dict[UUID, Iterator[datetime]]:
    """Returns the free times of each connection that has slots, soonest first."""
    ids, now = list(connection_ids), clock.now()
    slots: defaultdict[UUID, list[Slot]] = defaultdict(list)
    for id, *slot in await WeeklySlot.filter(connection_id__in=ids).values_list("connection_id", "weekday", "minute"):
        slots[UUID(str(id))].append(Slot(*slot))
    taken: defaultdict[UUID, set[datetime]] = defaultdict(set)
    planned = PostVariant.filter(connection_id__in=list(slots), due_at__gt=now).exclude(phase=CANCELLED)
    for id, due_at in await planned.values_list("connection_id", "due_at") if slots else ():
        taken[UUID(str(id))].add(due_at)
    return {id: filterfalse(taken[id].__contains__, times_after(slots[id], now, zone)) for id in slots}


async def plan_in_queue(post: Post, account: Account, user_id: UUID | None, *, zone: str = "") -> None:
    """Plans each variant of a post that can still be changed for the next free slot of its connection.

    A variant that waits in the queue keeps its slot. Either all variants get one or the post stays as it was. Raises:
    NoSlots, and those of `planning_actions.plan`.
    """
    async with transaction():
        await quota.lock_for_more(account)  # so that posts of an account take their slots one after the other
        await Post.filter(id=post.id).select_for_update(no_key=True).only("id").first()
        rows = PostVariant.filter(post_id=post.id, phase__in=list(EDITABLE))
        variants = await rows.order_by("created_at", "id")
        await planning_actions.check_ready(variants, {})
        times = [own_slot(variant) or await take_next_slot(variant, account) for variant in variants]
        await planning_actions.plan(post, account, user_id, at=min(times), zone=zone or account.time_zone)


def own_slot(variant: PostVariant) -> datetime | None:
    """Returns the slot that a variant has and that is still to come, if there is one."""
    ahead = variant.queued and variant.planned_at is not None and variant.planned_at > clock.now()
    return variant.planned_at if ahead else None


async def take_next_slot(variant: PostVariant, account: Account) -> datetime:
    """Gives a variant the next free slot of its connection as its own time, and returns that time.

    The post is not planned yet: its verb does that. Raises: NoSlots.
    """
    if (id := variant.connection_id) is not None:
        for free in (await _free_times([id], account.time_zone)).get(id, ()):
            if await _take(variant, free):
                return free
    raise NoSlots(name=variant.account_name)


async def leave_slots(post: Post, account: Account) -> None:
    """Frees the slots of the variants of a post that can still be changed; their time is then that of the post.

    Call it in the transaction that plans the post.
    """
    await quota.lock_for_more(account)  # account, post, variants: the order in which everybody locks them
    await Post.filter(id=post.id).select_for_update(no_key=True).only("id").first()
    queued = PostVariant.filter(post_id=post.id, queued=True, phase__in=list(EDITABLE))
    await queued.update(queued=False, planned_at=None, updated_at=clock.now())


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
