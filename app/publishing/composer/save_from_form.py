"""Saves what the composer's form holds."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from quart import request
from werkzeug.datastructures import MultiDict

from app.accounts import authentication
from app.publishing.composer.form import ComposerForm, read_form
from app.publishing.connections.connection import Connection
from app.publishing.posts import drafts
from app.publishing.posts.drafts import Draft, stored_draft
from app.publishing.posts.phases import EDITABLE
from app.publishing.posts.post import Post
from app.publishing.posts.post_variant import PostVariant


async def submitted_form(id: UUID) -> tuple[Post | None, ComposerForm]:
    """Returns the post of a request, None for one that is not saved yet, and the form that was submitted."""
    account = authentication.current_account()
    post = await Post.owned_by(account).get_or_none(id=id)
    stored = await stored_draft(post) if post else Draft(zone=account.time_zone)
    networks = cast("list[tuple[UUID, str]]", await Connection.owned_by(account).values_list("id", "network"))
    return post, read_form(cast("MultiDict[str, str]", await request.form), stored, dict(networks))


async def is_planned(post: Post) -> bool:
    """Whether a variant of a post that can still be changed has a time at which it goes out."""
    return await PostVariant.filter(post_id=post.id, due_at__not_isnull=True, phase__in=list(EDITABLE)).exists()


async def save_form(post: Post | None, id: UUID, form: ComposerForm) -> Post:
    """Creates a post or replaces it by the form's draft; returns it.

    Raises: those of `drafts.create` and `drafts.save`; PostEditedElsewhere also for a post that was deleted meanwhile.
    """
    account, user_id = authentication.current_account(), authentication.current_user().id
    if post is None:
        return await drafts.create(account, user_id, form.draft, id=id)
    if form.changed or form.seen != post.version:
        await drafts.save(post, account, user_id, form.draft, seen=form.seen)
    return post
