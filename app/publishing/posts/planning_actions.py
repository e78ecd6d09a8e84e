"""Plans posts, moves them, makes them drafts again, and cancels variants.

Every verb writes with the condition that the variants are still in a phase that allows it, so that one that is being
published meanwhile is left as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from tortoise.expressions import F

from app.accounts.models import Account, Membership
from app.accounts.roles import OWNER
from app.kernel import clock
from app.kernel.db import transaction
from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, EditedElsewhere, InvalidRequest, Refusal
from app.publishing.posts import event_sentences as events
from app.publishing.posts.monthly_post_count import count_post, uncount_post
from app.publishing.posts.phases import CANCELLED, DRAFT, EDITABLE, FAILED, PLANNED, RETRY, WAITING
from app.publishing.posts.post import Post
from app.publishing.posts.post_problem import PostProblem
from app.publishing.posts.post_variant import NO_TROUBLE, PostVariant
from app.publishing.posts.publication_jobs import enqueue_variants
from app.publishing.posts.timeline import record_event
from app.publishing.posts.validation import problems_of

LONGEST_AHEAD = timedelta(days=730)
GRACE = timedelta(minutes=2)  # a time so short ago means now: somebody chose the present minute
MOVABLE = frozenset({WAITING, PLANNED, RETRY})  # what is still to go out by itself

document_code(
    "POST_NOT_READY",
    422,
    N_("The post cannot be published as it is; the message says all that is wrong."),
    N_("Change what the message names, then plan it again."),
)


class PostNotReady(Refusal):
    """The post has faults, or nothing to publish to. `problems` are all of them."""

    code, says = "POST_NOT_READY", N_("The post is not ready yet.")

    def __init__(self, problems: Sequence[PostProblem] = ()) -> None:
        first = problems[0].problem if problems else None
        super().__init__(
            field=first.field_name if first else "connections", says=first.says if first else NO_CONNECTION
        )
        self.facts, self.problems = dict(first.facts) if first else {}, list(problems)

    def __reduce__(self) -> tuple[Any, ...]:
        """Makes the refusal picklable."""
        return type(self), (self.problems,)


NO_CONNECTION = N_("Choose where the post is to be published.")


class TimeInPast(InvalidRequest):
    """Raised when a post is planned for a time in the past."""

    field, says = "at", N_("That time is over. Choose one that is still to come, or publish it now.")


class TimeTooFar(InvalidRequest):
    """Raised when a post is planned for a time more than two years ahead."""

    field, says = "at", N_("That is more than two years ahead. Choose an earlier time.")


class BeingPublished(EditedElsewhere):
    """Raised when a post or variant that was to be moved or cancelled is being published, or was published."""

    field, says = "", N_("It is being published already, or was. Look at the post.")


async def plan(post: Post, account: Account, user_id: UUID | None, *, at: datetime | None, zone: str) -> None:
    """Plans all variants of a post that may still be changed; `at` None publishes them now.

    A variant that has a time of its own in the future keeps it, unless it is published now. Where the account requires
    approval and `user_id` is no owner, they wait for it. Raises: PostNotReady, TimeInPast, TimeTooFar,
    PostLimitReached, BeingPublished.
    """
    now = clock.now()
    moment = now if at is None else check_time(at)
    variants = await PostVariant.filter(post_id=post.id, phase__in=list(EDITABLE)).order_by("created_at", "id")
    dues = {variant.id: _due(variant, moment, now_wanted=at is None) for variant in variants}
    await check_ready(variants, dues)
    waits = await needs_approval(account, user_id)
    async with transaction():
        await count_post(post, account)
        await _write_plan(post, moment, zone, waits=waits)
        planned = [v for v in variants if await _plan_variant(v, dues[v.id], user_id, waits=waits, now=at is None)]
        if not planned:
            raise BeingPublished
        await record_event([v.id for v in planned], events.SUBMITTED if waits else events.PLANNED, user_id=user_id)
        if not waits:
            await enqueue_variants((variant.id, dues[variant.id]) for variant in planned)
    await post.refresh_from_db()


class ChangedSinceSeen(EditedElsewhere):
    """Raised when the post has changed since the owner who approves it looked at it."""

    field, says = "", N_("Its state has changed meanwhile. Look at the post again.")


async def approve(post: Post, user_id: UUID, *, seen: int | None = None) -> None:
    """Approves a post that waits; variants whose time is over are published at once.

    `seen` is the version of the post that the owner looked at, None for whatever it is now. Raises: ChangedSinceSeen,
    BeingPublished.
    """
    now = clock.now()
    async with transaction():
        stored = await Post.filter(id=post.id, deleted_at=None).select_for_update(no_key=True).first()
        if stored and seen is not None and stored.version != seen:
            raise ChangedSinceSeen
        await _change_post(post.id, approved_by_id=user_id, approved_at=now)
        waiting = await PostVariant.filter(post_id=post.id, phase=WAITING).order_by("id")
        dues = {variant.id: max(variant.due_at or now, now) for variant in waiting}
        for variant in waiting:
            row = PostVariant.filter(id=variant.id, phase=WAITING)
            if not await row.update(phase=PLANNED, due_at=dues[variant.id], updated_at=now):
                raise BeingPublished
        if not waiting:
            raise BeingPublished
        await record_event(dues, events.APPROVED, user_id=user_id)
        await enqueue_variants(dues.items())
    await post.refresh_from_db()


async def unplan(post: Post, user_id: UUID | None) -> None:
    """Makes the planned variants of a post drafts again; gives its place in the plan back if nothing goes out."""
    async with transaction():
        await _change_post(post.id, planned_at=None, submitted_at=None, approved_at=None, approved_by_id=None)
        variants = await PostVariant.filter(post_id=post.id, phase__in=list(MOVABLE)).only("id")
        ids = [v.id for v in variants if await _take_back(v.id, MOVABLE, phase=DRAFT, planned_at=None, queued=False)]
        await _give_place_back(post.id)
        await record_event(ids, events.UNPLANNED, user_id=user_id)
    await post.refresh_from_db()


async def cancel(variant: PostVariant, user_id: UUID | None = None) -> None:
    """Cancels a variant: it is not published, and stays as it is. Raises: BeingPublished."""
    async with transaction():
        await _change_post(variant.post_id)
        if not await _take_back(variant.id, EDITABLE, phase=CANCELLED, queued=False):
            raise BeingPublished
        await _give_place_back(variant.post_id)
        await record_event([variant.id], events.CANCELLED, user_id=user_id)
    await variant.refresh_from_db()


async def move(thing: Post | PostVariant, at: datetime, user_id: UUID | None = None, *, zone: str = "") -> None:
    """Moves a planned variant, or the variants of a planned post that have no time of their own, to another time.

    Raises: TimeInPast, TimeTooFar, BeingPublished.
    """
    moment, now = check_time(at), clock.now()
    own = isinstance(thing, PostVariant)
    post_values = {} if own else {"planned_at": moment} | ({"zone": zone} if zone else {})
    rows = PostVariant.filter(id=thing.id) if own else PostVariant.filter(post_id=thing.id, planned_at=None)
    async with transaction():
        await _change_post(thing.post_id if isinstance(thing, PostVariant) else thing.id, **post_values)
        variants = await rows.filter(phase__in=list(MOVABLE)).order_by("id")
        values = {"due_at": moment, "updated_at": now} | ({"planned_at": moment, "queued": False} if own else {})
        moved = [v for v in variants if await PostVariant.filter(id=v.id, phase=v.phase).update(**values)]
        if not moved:
            raise BeingPublished
        await record_event([variant.id for variant in moved], events.MOVED, user_id=user_id)
        await enqueue_variants((variant.id, moment) for variant in moved if variant.phase != WAITING)
    await thing.refresh_from_db()


def check_time(at: datetime) -> datetime:
    """Returns a chosen time; one of the last two minutes means now. Raises: TimeInPast, TimeTooFar."""
    now = clock.now()
    if at < now - GRACE:
        raise TimeInPast
    if at > now + LONGEST_AHEAD:
        raise TimeTooFar
    return max(at, now)


async def check_ready(variants: Sequence[PostVariant], dues: dict[UUID, datetime]) -> None:
    """Checks all variants. Raises: PostNotReady with all faults."""
    problems = [
        PostProblem(variant, problem)
        for variant in variants
        for problem in await problems_of(variant, at=dues.get(variant.id))
    ]
    if problems or not variants:
        raise PostNotReady(problems)


async def needs_approval(account: Account, user_id: UUID | None) -> bool:
    """Whether what this person plans has to be approved by an owner first."""
    if not account.posts_need_approval:
        return False
    owners = Membership.filter(account_id=account.id, user_id=user_id, role=OWNER)
    return user_id is None or not await owners.exists()


def _due(variant: PostVariant, moment: datetime, *, now_wanted: bool) -> datetime:
    """Returns when a variant is due: at its own time, if it has one that is not over, else at that of the post."""
    if now_wanted or variant.planned_at is None or variant.planned_at < clock.now():
        return moment
    return variant.planned_at


async def _write_plan(post: Post, moment: datetime, zone: str, *, waits: bool) -> None:
    """Writes when a post is planned, and whether it waits. Raises: BeingPublished for a post that is deleted."""
    submitted = {"submitted_at": clock.now() if waits else None, "approved_at": None, "approved_by_id": None}
    await _change_post(post.id, planned_at=moment, zone=zone, **submitted)


async def _change_post(id: UUID, **values: object) -> None:
    """Writes columns of a post, and locks it: variants are always changed after their post. Raises: BeingPublished."""
    row = Post.filter(id=id, deleted_at=None)
    if not await row.update(version=F("version") + 1, updated_at=clock.now(), **values):
        raise BeingPublished


async def _plan_variant(
    variant: PostVariant, due_at: datetime, user_id: UUID | None, *, waits: bool, now: bool
) -> bool:
    """Plans one variant; False if its phase was changed in the meantime."""
    values = {"phase": WAITING if waits else PLANNED, "due_at": due_at, "acted_by_id": user_id}
    values |= {"tries": 0, **NO_TROUBLE}
    if now or variant.planned_at is None or variant.planned_at < clock.now():
        values |= {"planned_at": None, "queued": False}
    row = PostVariant.filter(id=variant.id, phase=variant.phase, fence=variant.fence)
    return bool(await row.update(updated_at=clock.now(), **values))


async def _take_back(id: UUID, phases: frozenset[str], **values: object) -> bool:
    """Gives a variant another phase in which it is not due; False if it is in none of `phases` any more."""
    row = PostVariant.filter(id=id, phase__in=list(phases))
    return bool(await row.update(due_at=None, updated_at=clock.now(), **values))


async def _give_place_back(post_id: UUID) -> None:
    """Gives the place of a post in the plan back, unless something of it was sent or may go out by itself.

    What failed goes out only when a person tries it again, which counts the post again.
    """
    variants = PostVariant.filter(post_id=post_id)
    if await variants.filter(sent_at__not_isnull=True).exists():
        return
    if not await variants.exclude(phase__in=[DRAFT, CANCELLED, FAILED]).exists():
        await uncount_post(post_id)
