"""The JSON API of posts: `/api/v1/posts`. What is decided about them, planning above all, is in post_actions.py."""

from __future__ import annotations

from uuid import UUID

from quart import Blueprint, Response

from app.kernel.refusal import N_
from app.kernel.versioned_rows import get_or_refuse
from app.keys import api_authentication
from app.keys.api_authentication import key_maker, key_owner
from app.keys.scopes import PUBLISH
from app.publishing.api import audit_sentences as _audit_sentences  # noqa: F401 - registers them
from app.publishing.api.draft_from_request import read_draft
from app.publishing.api.plan_from_request import plan_by_request
from app.publishing.api.post_faults import refusal_of_invalid_body, refusals_with_request_fields
from app.publishing.api.post_requests import NewPost, PostChanges, PostQuery
from app.publishing.api.post_responses import DeletedPost, PostData, PostList, posts_as_json
from app.publishing.networks import publishing_switch
from app.publishing.planning.post_search import PostSearch
from app.publishing.posts import drafts
from app.publishing.posts.drafts import Draft, stored_draft
from app.publishing.posts.post import Post
from app.publishing.posts.post_title import post_title
from app.web import envelope, limits
from app.web.audit_target import set_audit_target
from app.web.openapi import Operation
from app.web.query_parsing import query

SOURCE = "api"
blueprint = Blueprint("posts_api", __name__, url_prefix="/api/v1/posts")
publishing_switch.hide_when_off(blueprint)
limits.allow_body(limits.MAX_PAGE_JSON, "/api/v1/posts(/.*)?")
api_authentication.require_api_key(blueprint)
OPERATIONS = [
    Operation(
        "createPost",
        "POST",
        "/posts",
        N_("Create a post"),
        N_("Makes a draft, or with “plan” a post that is planned at once: then all of it is made, or nothing."),
        PostData,
        201,
        NewPost,
        None,
        ("POST_NOT_READY", "POST_LIMIT_REACHED", "EDITED_ELSEWHERE"),
        scope=PUBLISH,
    ),
    Operation(
        "listPosts",
        "GET",
        "/posts",
        N_("List posts"),
        N_("Your posts, newest first, a page at a time; planned ones by their time, the next one first."),
        PostList,
        200,
        None,
        PostQuery,
        scope=PUBLISH,
    ),
    Operation(
        "readPost",
        "GET",
        "/posts/{id}",
        N_("Read a post"),
        N_("One post with its variants, and how far each of them has come."),
        PostData,
        scope=PUBLISH,
    ),
    Operation(
        "changePost",
        "PATCH",
        "/posts/{id}",
        N_("Change a post"),
        N_(
            "Changes what you send: an absent field keeps its value, null clears it. A variant that was sent keeps "
            "its words. A planned post stays planned at its time, which “planPost” moves."
        ),
        PostData,
        200,
        PostChanges,
        None,
        ("EDITED_ELSEWHERE",),
        scope=PUBLISH,
    ),
    Operation(
        "deletePost",
        "DELETE",
        "/posts/{id}",
        N_("Delete a post"),
        N_("What is published stays at the networks. A post that is being published cannot be deleted."),
        DeletedPost,
        refusals=("EDITED_ELSEWHERE",),
        scope=PUBLISH,
    ),
]


@blueprint.post("")
async def create_post() -> Response:
    """Creates a post and plans it if that is wanted; responds with 201 and the post. Raises: PostFaults and others."""
    body = await envelope.read_json_body(NewPost, refusal_of_invalid_body)
    owner = key_owner()
    async with api_authentication.counted_request():
        with refusals_with_request_fields():
            draft = await read_draft(owner, body, Draft(zone=owner.time_zone))
        with refusals_with_request_fields(list(draft.variants)):
            post = await drafts.create(owner, key_maker(), draft, source=SOURCE)
            if body.plan != "draft":
                await plan_by_request(post, owner, body.plan, at=draft.planned_at, zone=draft.zone)
        return await post_response(post, 201)


@blueprint.get("")
async def list_posts() -> Response:
    """Responds with one page of posts. Raises: InvalidCursor."""
    parameters = query(PostQuery)
    async with api_authentication.counted_request():
        search = PostSearch.of({"q": parameters.q, "show": parameters.show, "cursor": parameters.cursor})
        page = await search.page(key_owner(), parameters.limit)
        posts = await posts_as_json(page.rows)
    return envelope.success_response({"posts": posts, "next_cursor": page.next})


@blueprint.get("/<uuid:id>")
async def read_post(id: UUID) -> Response:
    """Responds with one post. Raises: NotFound."""
    async with api_authentication.counted_request():
        return await post_response(await own_post(id))


@blueprint.patch("/<uuid:id>")
async def change_post(id: UUID) -> Response:
    """Changes what was sent of a post. Raises: NotFound, ChangedMeanwhile, PostFaults."""
    body = await envelope.read_json_body(PostChanges, refusal_of_invalid_body)
    async with api_authentication.counted_request():
        post = await own_post(id)
        with refusals_with_request_fields():
            draft = await read_draft(key_owner(), body, await stored_draft(post))
            await drafts.save(post, key_owner(), key_maker(), draft, seen=body.version)
        return await post_response(post)


@blueprint.delete("/<uuid:id>")
async def delete_post(id: UUID) -> Response:
    """Deletes a post. Raises: NotFound, BeingPublished."""
    async with api_authentication.counted_request():
        post = await own_post(id)
        await drafts.delete(post)
    return envelope.success_response(DeletedPost.of(post).model_dump(mode="json"))


async def own_post(id: UUID) -> Post:
    """Returns a post of the key's account. Raises: NotFound."""
    post = await get_or_refuse(Post.owned_by(key_owner()), id)
    set_audit_target(post_title(post.text))
    return post


async def post_response(post: Post, status: int = 200) -> Response:
    """Returns the response with a post."""
    set_audit_target(post_title(post.text))
    [data] = await posts_as_json([post])
    return envelope.success_response(data, status)
