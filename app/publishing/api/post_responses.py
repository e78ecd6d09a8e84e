"""The responses about posts in the JSON API; the descriptions also appear in the documentation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal, Self
from uuid import UUID

from pydantic import Field

from app.kernel import clock
from app.kernel.api_model import ApiModel
from app.kernel.refusal import N_
from app.publishing.networks.registry import network_named
from app.publishing.networks.trouble_sentences import trouble_sentence
from app.publishing.posts import phases
from app.publishing.posts.phase_looks import most_urgent
from app.publishing.posts.post import Post, PostMedia
from app.publishing.posts.post_variant import PostVariant

PUBLISHING = "publishing"  # the state of a variant while its network is called, whatever the phase
State = Literal[
    "draft",
    "waiting",
    "planned",
    "publishing",
    "retry",
    "published",
    "failed",
    "needs_reconnect",
    "unconfirmed",
    "reminder",
    "cancelled",
]


class PostMediaData(ApiModel):
    """A file of a post in a response."""

    id: UUID = Field(description=N_("The id of the file."))
    alt: str = Field(description=N_("Its alternative text in this post."))


class TroubleData(ApiModel):
    """What went wrong with a variant."""

    code: str = Field(description=N_("A word of ours that stays the same."))
    message: str = Field(description=N_("A sentence for people, with what to do."))
    network_code: str = Field(description=N_("The code of the network, or empty."))
    network_message: str = Field(description=N_("The words of the network, or empty."))

    @classmethod
    def of(cls, variant: PostVariant) -> dict[str, str] | None:
        """The trouble of a variant as JSON; None without one."""
        if not variant.trouble:
            return None
        return {
            "code": variant.trouble,
            "message": trouble_sentence(variant.trouble, network_named(variant.network).label),
            "network_code": variant.trouble_code,
            "network_message": variant.trouble_detail,
        }


class VariantData(ApiModel):
    """A post at one connection, in a response."""

    id: UUID = Field(description=N_("The id by which you publish, cancel or settle it."))
    post_id: UUID = Field(description=N_("The post."))
    connection_id: UUID | None = Field(description=N_("Where it goes; null once the connection is gone."))
    network: str = Field(description=N_("The network, such as linkedin."))
    account_name: str = Field(description=N_("What people call the account there."))
    state: State = Field(
        description=N_(
            "draft, waiting (for approval), planned, publishing, retry, published, failed, needs_reconnect, "
            "unconfirmed (somebody has to look), reminder (you publish it by hand), cancelled."
        )
    )
    text: str | None = Field(description=N_("Its own text; null for that of the post."))
    media: list[UUID] | None = Field(description=N_("Its own files in their order; null for those of the post."))
    reply: str = Field(description=N_("The first comment, or the next post of a thread."))
    options: dict[str, str | bool] = Field(description=N_("Answers to the questions of the network."))
    short_links: bool | None = Field(
        description=N_("Whether addresses become short links here; null for what is usual at the network.")
    )
    link_in_reply: bool = Field(description=N_("Whether addresses go into the reply instead of the text."))
    due_at: datetime | None = Field(description=N_("When it is published, or null."))
    sent_at: datetime | None = Field(description=N_("When it was last sent to the network, or null."))
    published_at: datetime | None = Field(description=N_("Since when it is published, or null."))
    permalink: str = Field(description=N_("Its address at the network, or empty."))
    reply_state: Literal["", "waiting", "sending", "published", "failed", "unconfirmed"] = Field(
        description=N_("What became of the reply: waiting, sending, published, failed, unconfirmed, or empty.")
    )
    trouble: TroubleData | None = Field(
        description=N_("What went wrong: “code”, “message”, “network_code” and “network_message”; or null.")
    )

    @classmethod
    def of(cls, variant: PostVariant) -> dict[str, Any]:
        """The variant as JSON; times are UTC with Z."""
        times = {name: getattr(variant, name) for name in ("due_at", "sent_at", "published_at")}
        return {
            "id": str(variant.id),
            "post_id": str(variant.post_id),
            "connection_id": str(variant.connection_id) if variant.connection_id else None,
            "network": variant.network,
            "account_name": variant.account_name,
            "state": state_of(variant.phase),
            "text": variant.text,
            "media": variant.media,
            "reply": variant.reply,
            "options": variant.options,
            "short_links": variant.short_links,
            "link_in_reply": variant.link_in_reply,
            **{name: _stamp(when) for name, when in times.items()},
            "permalink": variant.permalink,
            "reply_state": variant.reply_state,
            "trouble": TroubleData.of(variant),
        }


class PostData(ApiModel):
    """A post in a response."""

    id: UUID = Field(description=N_("The id by which you read, change, plan and delete the post."))
    state: State = Field(description=N_("The state of its variants that is most urgent; draft without any."))
    text: str = Field(description=N_("The text of all variants that have none of their own."))
    campaign: str = Field(description=N_("The campaign, or empty."))
    short_links: bool = Field(description=N_("Whether addresses in texts become short links, one for each network."))
    utm: bool = Field(description=N_("Whether addresses get UTM parameters."))
    media: list[PostMediaData] = Field(description=N_("Its files in their order, each with “id” and “alt”."))
    variants: list[VariantData] = Field(
        description=N_("One for each connection; the table of variants has their fields.")
    )
    planned_at: datetime | None = Field(description=N_("The time of the post, or null."))
    time_zone: str = Field(description=N_("The time zone in which the time was chosen."))
    source: Literal["dashboard", "api", "csv"] = Field(description=N_("Where it was made: dashboard, api or csv."))
    version: int = Field(description=N_("Goes up with every change; send it with your next one."))
    created_at: datetime = Field(description=N_("When it was made."))
    updated_at: datetime = Field(description=N_("When it was last changed."))

    @classmethod
    def of(cls, post: Post, variants: Sequence[PostVariant], media: Sequence[PostMedia]) -> dict[str, Any]:
        """The post as JSON."""
        return {
            "id": str(post.id),
            "state": state_of(most_urgent(variant.phase for variant in variants)),
            "text": post.text,
            "campaign": post.campaign,
            "short_links": post.short_links,
            "utm": post.utm,
            "media": [{"id": str(row.file_id), "alt": row.alt} for row in media],
            "variants": [VariantData.of(variant) for variant in variants],
            "planned_at": _stamp(post.planned_at),
            "time_zone": post.zone,
            "source": post.source,
            "version": post.version,
            "created_at": _stamp(post.created_at),
            "updated_at": _stamp(post.updated_at),
        }


class PostList(ApiModel):
    """One page of the list of posts."""

    posts: list[PostData] = Field(description=N_("Each with the fields that reading one answers."))
    next_cursor: str | None = Field(description=N_("Send it as “cursor” for the next page; null on the last."))


class DeletedPost(ApiModel):
    """The response to a deletion."""

    id: UUID = Field(description=N_("The id of the post that was deleted."))
    deleted: bool = Field(description=N_("Always true."))

    @classmethod
    def of(cls, post: Post) -> Self:
        """The response to the deletion of this post."""
        return cls(id=post.id, deleted=True)


def state_of(phase: str) -> str:
    """Returns the state of a phase: all in which the network is called are one."""
    return PUBLISHING if phase in phases.UNDER_WAY else phase


async def posts_as_json(posts: Sequence[Post]) -> list[dict[str, Any]]:
    """Returns posts with their variants and files as JSON, in the same order."""
    ids = [post.id for post in posts]
    variants = await variants_of(ids)
    media = await PostMedia.filter(post_id__in=ids).order_by("position", "id")
    return [
        PostData.of(
            post,
            [variant for variant in variants if variant.post_id == post.id],
            [row for row in media if row.post_id == post.id],
        )
        for post in posts
    ]


async def variants_of(post_ids: Sequence[UUID]) -> list[PostVariant]:
    """Returns the variants of posts, in the order in which the API lists them."""
    return await PostVariant.filter(post_id__in=list(post_ids)).order_by("created_at", "id")


def _stamp(when: datetime | None) -> str | None:
    return clock.format_rfc3339(when) if when else None
