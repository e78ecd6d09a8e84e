"""Plans what the composer's form holds: now, at a time, or in the next free slot of each connection."""

from __future__ import annotations

from app.accounts import authentication
from app.kernel import clock
from app.publishing.composer.form import AT, NOW, SLOT, ComposerForm
from app.publishing.planning.queue import leave_slot, take_next_slot
from app.publishing.posts import planning_verbs
from app.publishing.posts.phases import EDITABLE
from app.publishing.posts.post import Post
from app.publishing.posts.post_variant import PostVariant


async def plan_post(post: Post, form: ComposerForm) -> None:
    """Plans a saved post as its form says. Raises: those of `planning_verbs.plan`, NoSlots."""
    account, user_id = authentication.current_account(), authentication.current_user().id
    at = None if form.when == NOW else form.draft.planned_at
    if form.when == SLOT:
        await planning_verbs.check_ready(await _editable(post), {})
        times = [await take_next_slot(variant, account) for variant in await _editable(post)]
        at = min(times, default=clock.now())
    elif form.when == AT:
        for variant in await _editable(post):
            if variant.queued:
                await leave_slot(variant)
    await planning_verbs.plan(post, account, user_id, at=at, zone=form.draft.zone or account.time_zone)


async def _editable(post: Post) -> list[PostVariant]:
    """The variants of a post that are planned with it."""
    return await PostVariant.filter(post_id=post.id, phase__in=list(EDITABLE)).order_by("created_at", "id")
