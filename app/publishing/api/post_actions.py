"""The JSON API of what is decided about posts: planning, publishing now, cancelling, and settling what is unknown."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from uuid import UUID

from quart import Blueprint, Response

from app.kernel.refusal import N_
from app.kernel.versioned_rows import get_or_refuse
from app.keys import api_authentication
from app.keys.api_authentication import key_maker, key_owner
from app.keys.scopes import PUBLISH
from app.publishing.api.draft_from_request import check_zone, parse_planned_at
from app.publishing.api.plan_from_request import plan_by_request
from app.publishing.api.post_faults import refusal_of_invalid_body, refusals_with_request_fields
from app.publishing.api.post_requests import PlanRequest, PublishedByHand
from app.publishing.api.post_responses import PostData, VariantData, variants_of
from app.publishing.api.posts import own_post, post_response
from app.publishing.delivery import manual_actions
from app.publishing.networks import publishing_switch
from app.publishing.posts import planning_actions
from app.publishing.posts.post import Post
from app.publishing.posts.post_variant import PostVariant
from app.web import envelope
from app.web.openapi import Operation

blueprint = Blueprint("post_acts_api", __name__, url_prefix="/api/v1/posts")
publishing_switch.hide_when_off(blueprint)
api_authentication.require_api_key(blueprint)
PLANNING = ("POST_NOT_READY", "POST_LIMIT_REACHED", "EDITED_ELSEWHERE")
OPERATIONS = [
    Operation(
        "planPost",
        "POST",
        "/posts/{id}/plan",
        N_("Plan a post, or move it"),
        N_(
            "All of its variants that are not sent yet are published at that time. What a network would refuse is "
            "said before: all faults at once. Where the workspace wants approval, it waits for an owner."
        ),
        PostData,
        200,
        PlanRequest,
        None,
        PLANNING,
        scope=PUBLISH,
    ),
    Operation(
        "publishPost",
        "POST",
        "/posts/{id}/publish",
        N_("Publish a post now"),
        N_("All of its variants that are not sent yet go out at once. Read the post, or listen to webhooks, for news."),
        PostData,
        refusals=PLANNING,
        scope=PUBLISH,
    ),
    Operation(
        "unplanPost",
        "POST",
        "/posts/{id}/unplan",
        N_("Make a planned post a draft again"),
        N_("What waits for its time becomes a draft. If nothing was sent, the post counts no more in this month."),
        PostData,
        refusals=("EDITED_ELSEWHERE",),
        scope=PUBLISH,
    ),
    Operation(
        "publishVariant",
        "POST",
        "/posts/{id}/variants/{variant}/publish",
        N_("Publish one variant now"),
        N_("Publishes a planned variant at once, and tries one again that failed."),
        VariantData,
        refusals=("POST_NOT_READY", "EDITED_ELSEWHERE"),
        scope=PUBLISH,
    ),
    Operation(
        "cancelVariant",
        "POST",
        "/posts/{id}/variants/{variant}/cancel",
        N_("Cancel one variant"),
        N_("It is not published; the others are. One that is being published cannot be cancelled."),
        VariantData,
        refusals=("EDITED_ELSEWHERE",),
        scope=PUBLISH,
    ),
    Operation(
        "sendVariantAgain",
        "POST",
        "/posts/{id}/variants/{variant}/send-again",
        N_("Send an unconfirmed variant again"),
        N_("Only after somebody looked at the network and did not find it there: else it is published twice."),
        VariantData,
        refusals=("EDITED_ELSEWHERE",),
        scope=PUBLISH,
    ),
    Operation(
        "markVariantPublished",
        "POST",
        "/posts/{id}/variants/{variant}/mark-published",
        N_("Say that a variant is there"),
        N_("For one that is unconfirmed and was found at the network, and for one that somebody published by hand."),
        VariantData,
        200,
        PublishedByHand,
        None,
        ("INVALID_URL", "EDITED_ELSEWHERE"),
        scope=PUBLISH,
    ),
]
Act = Callable[[PostVariant, UUID | None], Awaitable[None]]


@blueprint.post("/<uuid:id>/plan")
async def plan(id: UUID) -> Response:
    """Plans or moves a post. Raises: NotFound, PostFaults, TimeInPast, PostLimitReached and others."""
    body = await envelope.read_json_body(PlanRequest, refusal_of_invalid_body)
    return await _plan(id, body, body.plan)


@blueprint.post("/<uuid:id>/publish")
async def publish(id: UUID) -> Response:
    """Publishes a post now. Raises: NotFound, PostFaults, PostLimitReached, BeingPublished."""
    return await _plan(id, PlanRequest(), "now")


@blueprint.post("/<uuid:id>/unplan")
async def unplan(id: UUID) -> Response:
    """Makes a planned post a draft again. Raises: NotFound, BeingPublished."""
    async with api_authentication.counted_request():
        post = await own_post(id)
        await planning_actions.unplan(post, key_maker())
        return await post_response(post)


@blueprint.post("/<uuid:id>/variants/<uuid:variant>/publish")
async def publish_variant(id: UUID, variant: UUID) -> Response:
    """Publishes one variant now. Raises: NotFound, PostFaults, VariantChanged."""
    return await _act(id, variant, manual_actions.publish_now)


@blueprint.post("/<uuid:id>/variants/<uuid:variant>/cancel")
async def cancel_variant(id: UUID, variant: UUID) -> Response:
    """Cancels one variant. Raises: NotFound, BeingPublished."""
    return await _act(id, variant, planning_actions.cancel)


@blueprint.post("/<uuid:id>/variants/<uuid:variant>/send-again")
async def send_variant_again(id: UUID, variant: UUID) -> Response:
    """Sends a variant again of which nobody knows whether it is there. Raises: NotFound, VariantChanged."""
    return await _act(id, variant, manual_actions.send_unconfirmed_again)


@blueprint.post("/<uuid:id>/variants/<uuid:variant>/mark-published")
async def mark_variant_published(id: UUID, variant: UUID) -> Response:
    """Records that a variant is published. Raises: NotFound, NoPostAddress, VariantChanged."""
    body = await envelope.read_json_body(PublishedByHand, refusal_of_invalid_body)

    async def mark(row: PostVariant, user_id: UUID | None) -> None:
        await manual_actions.mark_published(row, user_id, body.permalink)

    return await _act(id, variant, mark)


async def _plan(id: UUID, body: PlanRequest, plan: str) -> Response:
    """Plans a post and responds with it; `plan` is a key of TIME_CHOICES.

    Raises: NotFound, those of `plan_by_request`.
    """
    async with api_authentication.counted_request():
        post = await own_post(id)
        with refusals_with_request_fields(await _connections(post)):
            at = parse_planned_at(body.planned_at) if body.planned_at is not None else post.planned_at
            zone = check_zone(body.time_zone) if body.time_zone else post.zone
            await plan_by_request(post, key_owner(), plan, at=at, zone=zone)
        return await post_response(post)


async def _act(id: UUID, variant_id: UUID, act: Act) -> Response:
    """Does something with one variant and responds with it. Raises: NotFound, and those of the act."""
    async with api_authentication.counted_request():
        post = await own_post(id)
        variant = await get_or_refuse(PostVariant.filter(post_id=post.id), variant_id)
        with refusals_with_request_fields(await _connections(post)):
            await act(variant, key_maker())
        return envelope.success_response(VariantData.of(variant))


async def _connections(post: Post) -> list[UUID | None]:
    """Returns the connections of a post's variants, in the order in which the API lists them."""
    return [variant.connection_id for variant in await variants_of([post.id])]
