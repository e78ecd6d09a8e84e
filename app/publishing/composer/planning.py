"""Plans what the composer's form holds: now, at a time, or in the next free slot of each connection."""

from __future__ import annotations

from app.accounts import authentication
from app.kernel.db import transaction
from app.publishing.composer.form import NOW, SLOT, ComposerForm
from app.publishing.planning.queue import leave_slots, plan_in_queue
from app.publishing.posts import planning_verbs
from app.publishing.posts.post import Post


async def plan_post(post: Post, form: ComposerForm) -> None:
    """Plans a saved post as its form says. Raises: those of `planning_verbs.plan`, NoSlots."""
    account, user_id = authentication.current_account(), authentication.current_user().id
    zone = form.draft.zone or account.time_zone
    if form.when == SLOT:
        await plan_in_queue(post, account, user_id, zone=zone)
        return
    async with transaction():
        await leave_slots(post, account)
        at = None if form.when == NOW else form.draft.planned_at
        await planning_verbs.plan(post, account, user_id, at=at, zone=zone)
