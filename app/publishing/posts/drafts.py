"""Writes, changes, copies and deletes posts.

A save replaces everything that the composer shows, if the post still has the version that the composer was opened with:
whoever saves second is refused, sees both texts and loses nothing. A variant that was sent, or is being sent, keeps the
words it was sent with.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from tortoise.exceptions import IntegrityError
from tortoise.expressions import F

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.db import transaction
from app.kernel.refusal import N_, EditedElsewhere, NotFound, Refusal
from app.kernel.search_text import build_search_text
from app.pages.public.latest_posts import refresh_pages
from app.plans import quota
from app.publishing.connections.connection import Connection
from app.publishing.networks.network import KEEP, NO_LINKS, REPLY, STRIP
from app.publishing.networks.registry import NETWORKS
from app.publishing.posts import event_sentences as events
from app.publishing.posts.phases import CANCELLED, DRAFT, EDITABLE, NEEDS_RECONNECT, PLANNED, RETRY, UNDER_WAY, WAITING
from app.publishing.posts.planning_actions import BeingPublished, needs_approval
from app.publishing.posts.post import Post, PostMedia
from app.publishing.posts.post_files import keep_sent_words, set_media
from app.publishing.posts.post_variant import PostVariant
from app.publishing.posts.short_links import delete_unpublished_links
from app.publishing.posts.timeline import record_event

MOST_DRAFTS, MOST_FILES, MOST_CONNECTIONS, LONGEST_CAMPAIGN, LONGEST_ALT = 1_000, 35, 50, 100, 1_500


class PostEditedElsewhere(EditedElsewhere):
    """Somebody else saved the post after this composer was opened."""

    says = N_("Somebody else changed this post meanwhile. Both texts are below; keep the one you want.")


class TooManyDrafts(Refusal):
    """The account has as many drafts as are allowed. Facts: most."""

    code, field, says = "INVALID_REQUEST", "text", N_("You have %(most)s drafts. Delete some first.")


@dataclass(frozen=True, slots=True)
class VariantDraft:
    """What differs for one connection; None and empty values mean: as for all."""

    text: str | None = None
    media: list[str] | None = None
    reply: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)
    short_links: bool | None = None
    link_in_reply: bool = False

    @property
    def columns(self) -> dict[str, Any]:
        """The columns of PostVariant that it sets."""
        return {
            "text": self.text,
            "media": self.media,
            "reply": self.reply,
            "options": dict(self.options),
            "short_links": self.short_links,
            "link_in_reply": self.link_in_reply,
        }


def new_variant(network: str) -> VariantDraft:
    """Returns what a variant at a network begins with: what becomes of addresses is as the operator wants."""
    adapter = NETWORKS.get(network)
    links = adapter.links_at_first() if adapter else KEEP
    return VariantDraft(options={NO_LINKS: True} if links == STRIP else {}, link_in_reply=links == REPLY)


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything that a save writes: cleaned, and bounded in length. `media` are ids of files with alternative texts.

    `variants` has an entry for each connection, by its id. `planned_at` and `zone` are stored of a post that is not
    planned yet; only the verb that plans moves one that is.
    """

    text: str = ""
    campaign: str = ""
    short_links: bool = True
    utm: bool = True
    media: Mapping[str, str] = field(default_factory=dict)
    variants: Mapping[UUID, VariantDraft] = field(default_factory=dict)
    planned_at: datetime | None = None
    zone: str = ""


async def create(
    account: Account, user_id: UUID | None, draft: Draft, *, id: UUID | None = None, source: str = "dashboard"
) -> Post:
    """Creates a post. Raises: TooManyDrafts, NotFound for a connection that is not the account's, PostEditedElsewhere.

    With an `id` a second call for the same post raises PostEditedElsewhere instead of making another one.
    """
    now = clock.now()
    post = Post(id=id or uuid4(), account_id=account.id, created_at=now, source=source, created_by_id=user_id)
    post.update_from_dict(_post_columns(draft) | {"updated_at": now, "planned_at": draft.planned_at})
    post.zone = draft.zone or account.time_zone
    try:
        async with transaction():
            await _check_room(account)
            await post.save(force_create=True)
            await set_media(post, account, draft.media)
            await _set_variants(post, account, draft.variants, user_id)
    except IntegrityError:
        raise PostEditedElsewhere if await Post.owned_by(account).filter(id=post.id).exists() else NotFound from None
    return post


async def _check_room(account: Account) -> None:
    """Checks that there is room for one more draft; the account stays locked until then. Raises: TooManyDrafts."""
    await quota.lock_for_more(account)
    if await Post.owned_by(account).filter(counted_month="").count() >= MOST_DRAFTS:
        raise TooManyDrafts(most=MOST_DRAFTS)


async def save(post: Post, account: Account, user_id: UUID | None, draft: Draft, *, seen: int | None) -> None:
    """Replaces a post by a draft; `seen` is the version that the composer was drawn for.

    Where posts need approval, a planned one that somebody other than an owner changes waits for it again. Raises:
    PostEditedElsewhere, NotFound for a deleted post or for a connection that is not the account's.
    """
    async with transaction():
        rows = Post.filter(id=post.id, deleted_at=None)
        matching = rows if seen is None else rows.filter(version=seen)
        values = _post_columns(draft) | {"updated_at": clock.now(), "version": F("version") + 1}
        await keep_sent_words(await _locked(post.id))
        if not await PostVariant.filter(post_id=post.id).exclude(phase__in=[DRAFT, CANCELLED]).exists():
            values |= {"planned_at": draft.planned_at, "zone": draft.zone or account.time_zone}
        if not await matching.update(**values):
            raise PostEditedElsewhere
        await set_media(post, account, draft.media)
        await _set_variants(post, account, draft.variants, user_id)
        if await needs_approval(account, user_id):
            await _wait_again(post.id, user_id)
    await post.refresh_from_db()


async def _locked(id: UUID) -> Post:
    """Locks a post and then its variants, so that nobody claims them now; returns it as stored. Raises: NotFound."""
    stored = await Post.filter(id=id, deleted_at=None).select_for_update(no_key=True).first()
    if stored is None:
        raise NotFound
    await PostVariant.filter(post_id=id).order_by("id").select_for_update(no_key=True)
    return stored


async def copy(post: Post, account: Account, user_id: UUID | None) -> Post:
    """Creates a draft with the words, files and connections of a post. Raises: TooManyDrafts."""
    connected = set(await Connection.owned_by(account).values_list("id", flat=True))
    draft = await stored_draft(post)
    variants = {id: variant for id, variant in draft.variants.items() if id in connected}
    return await create(account, user_id, replace(draft, variants=variants, planned_at=None))


async def stored_draft(post: Post) -> Draft:
    """Returns a post as a draft, as it is stored; cancelled variants are left out."""
    variants = await PostVariant.filter(post_id=post.id).exclude(phase=CANCELLED).order_by("created_at", "id")
    media = await PostMedia.filter(post_id=post.id).order_by("position", "id")
    return Draft(
        text=post.text,
        campaign=post.campaign,
        short_links=post.short_links,
        utm=post.utm,
        media={str(row.file_id): row.alt for row in media},
        variants={
            variant.connection_id: VariantDraft(
                variant.text, variant.media, variant.reply, variant.options, variant.short_links, variant.link_in_reply
            )
            for variant in variants
            if variant.connection_id
        },
        planned_at=post.planned_at,
        zone=post.zone,
    )


async def delete(post: Post) -> None:
    """Deletes a post. What was published stays at the networks, its short links lead on, and its visits are kept.

    A post of which nothing was sent vanishes with all its links. Raises: BeingPublished, NotFound.
    """
    async with transaction():
        if not await Post.filter(id=post.id, deleted_at=None).update(deleted_at=clock.now(), version=F("version") + 1):
            raise NotFound
        variants = PostVariant.filter(post_id=post.id)
        stopped = {"phase": CANCELLED, "due_at": None, "queued": False, "updated_at": clock.now()}
        await variants.filter(phase__in=list(EDITABLE)).update(**stopped)
        if await variants.filter(phase__in=list(UNDER_WAY)).exists():
            raise BeingPublished
        unsent = await variants.filter(sent_at=None).values_list("id", flat=True)
        await delete_unpublished_links([UUID(str(id)) for id in unsent])
        await refresh_pages(post.account_id)
        if not await variants.filter(sent_at__not_isnull=True).exists():
            await Post.filter(id=post.id).delete()


def _post_columns(draft: Draft) -> dict[str, Any]:
    """Returns the columns of the post itself; the search text is that of all texts."""
    texts = [draft.text, draft.campaign, *(variant.text or "" for variant in draft.variants.values())]
    return {
        "text": draft.text,
        "campaign": draft.campaign,
        "short_links": draft.short_links,
        "utm": draft.utm,
        "search": build_search_text(dict.fromkeys(texts)),
    }


async def _set_variants(
    post: Post, account: Account, wanted: Mapping[UUID, VariantDraft], user_id: UUID | None
) -> None:
    """Makes the variants of a post those of a draft; those that cannot be changed any more stay. Raises: NotFound.

    One that was sent before, and may be sent again, is changed as any other. Taken out of the post it is cancelled.
    """
    rows = {row.connection_id: row for row in await PostVariant.filter(post_id=post.id)}
    connections = {row.id: row for row in await Connection.owned_by(account).filter(id__in=list(wanted))}
    if wanted.keys() - connections.keys() - rows.keys():
        raise NotFound
    new = [_new_variant(post, connections[id], draft) for id, draft in wanted.items() if id not in rows]
    await PostVariant.bulk_create(new)
    await record_event([variant.id for variant in new], events.CREATED, user_id=user_id)
    for id, row in rows.items():
        editable = PostVariant.filter(id=row.id, phase__in=[*EDITABLE, CANCELLED])
        if id is not None and id in wanted:
            again = {"phase": DRAFT} if row.phase == CANCELLED else {}
            await editable.update(updated_at=clock.now(), **wanted[id].columns, **again)
        else:
            await _take_out(row, user_id)


async def _take_out(variant: PostVariant, user_id: UUID | None) -> None:
    """Deletes a variant of which nothing was sent; cancels one that was sent, so that its history stays."""
    editable = PostVariant.filter(id=variant.id, phase__in=list(EDITABLE))
    if variant.sent_at is None and variant.phase in {*EDITABLE, CANCELLED}:
        await delete_unpublished_links([variant.id])
        await PostVariant.filter(id=variant.id, phase__in=[*EDITABLE, CANCELLED], sent_at=None).delete()
    elif await editable.update(phase=CANCELLED, due_at=None, queued=False, updated_at=clock.now()):
        await record_event([variant.id], events.CANCELLED, user_id=user_id)


def _new_variant(post: Post, connection: Connection, draft: VariantDraft) -> PostVariant:
    """A variant for a connection, not saved yet."""
    now = clock.now()
    return PostVariant.for_connection(post, connection, id=uuid4(), created_at=now, updated_at=now, **draft.columns)


async def _wait_again(post_id: UUID, user_id: UUID | None) -> None:
    """Lets the planned variants of a changed post wait for the approval of an owner again.

    Those that wait for a reconnect, too: it would send them.
    """
    planned = PostVariant.filter(post_id=post_id, phase__in=[PLANNED, RETRY, NEEDS_RECONNECT])
    ids = [UUID(str(id)) for id in await planned.values_list("id", flat=True)]
    if ids and await planned.update(phase=WAITING, updated_at=clock.now()):
        approval: dict[str, datetime | None] = {"submitted_at": clock.now(), "approved_at": None}
        await Post.filter(id=post_id).update(approved_by_id=None, **approval)
        await record_event(ids, events.SUBMITTED, user_id=user_id)
