"""The actions that people take on a variant: publish it now, send it again, or record that it is published.

Each action is one conditional write, so that an action on something that has changed meanwhile is refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from app.accounts.models import Account
from app.kernel import clock, event_bus
from app.kernel.db import transaction
from app.kernel.destination import InvalidUrl, add_scheme, clean_url
from app.kernel.refusal import N_, EditedElsewhere
from app.publishing.delivery import event_keys
from app.publishing.delivery.outcomes import CHANGED, NEW_ATTEMPT
from app.publishing.delivery.webhook_events import announce_phase
from app.publishing.posts import event_sentences, phases, reply_states, timeline
from app.publishing.posts.monthly_post_count import count_post
from app.publishing.posts.planning_actions import check_ready, needs_approval
from app.publishing.posts.post import Post
from app.publishing.posts.post_variant import NO_TROUBLE, PostVariant
from app.publishing.posts.publication_jobs import enqueue_variant

PUBLISHABLE = frozenset({phases.PLANNED, phases.RETRY, phases.FAILED, phases.NEEDS_RECONNECT})
MARKABLE = frozenset({phases.REMINDER, phases.UNCONFIRMED, phases.FAILED, phases.NEEDS_RECONNECT})


class VariantChanged(EditedElsewhere):
    """Raised when the phase of the variant, which has changed meanwhile, does not allow the action."""

    code, field = "EDITED_ELSEWHERE", ""
    says = N_("Its state has changed meanwhile. Look at the post again.")


class NoPostAddress(InvalidUrl):
    """The submitted address of a post is no web address."""

    field, says = "permalink", N_("That is not a web address. Leave it empty if you do not have it.")


async def publish_now(variant: PostVariant, user_id: UUID | None) -> None:
    """Publishes a planned variant at once, and tries one again that failed.

    Where posts need approval, what failed waits for an owner unless an owner does this. The limits and stops of the
    network hold all the same. Raises: PostNotReady with all faults, PostLimitReached, VariantChanged.
    """
    now = clock.now()
    account = await Account.get(id=variant.account_id)
    await check_ready([variant], {variant.id: now})
    waits = variant.phase not in (phases.PLANNED, phases.RETRY) and await needs_approval(account, user_id)
    async with transaction():
        await count_post(await Post.get(id=variant.post_id), account)
        if waits:
            await _change(variant, PUBLISHABLE, event_sentences.SUBMITTED, user_id, phase=phases.WAITING, due_at=now)
            return
        columns = {**NEW_ATTEMPT, "phase": phases.PLANNED, "due_at": now, "acted_by_id": user_id}
        await _change(variant, PUBLISHABLE, event_keys.PUBLISH_NOW, user_id, **columns)
        await enqueue_variant(variant.id, now)


async def send_unconfirmed_again(variant: PostVariant, user_id: UUID | None) -> None:
    """Sends a variant again, as a person decided, although it may be published already. Raises: VariantChanged.

    While no owner has approved its post it waits for that, unless an owner does this (after_restore.py).
    """
    now = clock.now()
    columns = {**NEW_ATTEMPT, "due_at": now, "acted_by_id": user_id, "progress": {}, "external_id": "", "permalink": ""}
    async with transaction():
        waits = await _awaits_approval(variant, user_id)
        phase, what = (phases.WAITING, event_sentences.SUBMITTED) if waits else (phases.PLANNED, event_keys.SEND_AGAIN)
        await _change(variant, {phases.UNCONFIRMED}, what, user_id, phase=phase, **columns)
        if not waits:
            await enqueue_variant(variant.id, now)


async def mark_published(variant: PostVariant, user_id: UUID | None, permalink: str) -> None:
    """Records that a variant is published, because a person saw it there or posted it by hand.

    `permalink` is its address at the network, or empty. It counts as sent from now on. Raises: NoPostAddress,
    VariantChanged.
    """
    address = _clean_address(permalink)
    unsure, now = variant.phase == phases.UNCONFIRMED, clock.now()
    columns: dict[str, Any] = {"phase": phases.PUBLISHED, "published_at": now, "acted_by_id": user_id}
    columns["sent_at"] = variant.sent_at or now
    if address:
        columns["permalink"] = address
    what = event_keys.IT_IS_THERE if unsure else event_keys.POSTED
    async with transaction():
        await _change(variant, MARKABLE, what, user_id, retry_at=None, percent=100, **NO_TROUBLE, **columns)


async def send_reply_again(variant: PostVariant, user_id: UUID | None) -> None:
    """Publishes the first reply of a variant again after a person has checked it. Raises: VariantChanged."""
    now, states = clock.now(), [reply_states.FAILED, reply_states.UNCONFIRMED]
    rows = PostVariant.filter(id=variant.id, phase=phases.PUBLISHED, reply_state__in=states).exclude(external_id="")
    async with transaction():
        if not await rows.update(reply_state=reply_states.WAITING, tries=0, retry_at=None, updated_at=now):
            raise VariantChanged
        await timeline.record_event([variant.id], event_keys.REPLY_AGAIN, user_id=user_id)
        await enqueue_variant(variant.id, now)
    await variant.refresh_from_db()


async def _awaits_approval(variant: PostVariant, user_id: UUID | None) -> bool:
    """Whether the post of a variant was handed in for an approval that it has not got, and this user is no owner."""
    handed_in = Post.filter(id=variant.post_id, submitted_at__not_isnull=True, approved_at=None)
    return await handed_in.exists() and await needs_approval(await Account.get(id=variant.account_id), user_id)


async def _change(
    variant: PostVariant, allowed: Iterable[str], what: str, user_id: UUID | None, **columns: Any
) -> None:
    """Writes columns and a timeline entry if the variant has not changed since it was read. Raises: VariantChanged."""
    async with transaction():
        rows = PostVariant.filter(id=variant.id, phase=variant.phase, fence=variant.fence, phase__in=list(allowed))
        if not await rows.update(updated_at=clock.now(), **columns):
            raise VariantChanged
        await timeline.record_event([variant.id], what, user_id=user_id)
        await event_bus.announce(CHANGED, variant.id, columns["phase"])
        await announce_phase(variant.account_id, columns["phase"], [variant.id])
    await variant.refresh_from_db()


def _clean_address(permalink: str) -> str:
    """Returns the address of a post, or an empty text. Raises: NoPostAddress."""
    if not permalink.strip():
        return ""
    try:
        return clean_url(add_scheme(permalink.strip()))
    except InvalidUrl as refusal:
        raise NoPostAddress(says=refusal.says if str(refusal) != InvalidUrl.says else "") from None
