"""Plans what the composer's form holds: now, at a time, or in the next free slot of each connection."""

from __future__ import annotations

from app.accounts import authentication
from app.publishing.composer.form import ComposerForm
from app.publishing.planning import plan_by_time_choice
from app.publishing.posts.post import Post


async def plan_post(post: Post, form: ComposerForm) -> None:
    """Plans a saved post as its form says. Raises: those of `plan_by_time_choice.plan_post`."""
    account, user_id = authentication.current_account(), authentication.current_user().id
    await plan_by_time_choice.plan_post(
        post, account, user_id, when=form.when, at=form.draft.planned_at, zone=form.draft.zone or account.time_zone
    )
