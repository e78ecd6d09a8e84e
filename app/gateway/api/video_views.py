"""`/v1/videos`: videos are jobs. They are begun, listed, watched, downloaded when they are ready, and deleted.

A key sees the videos of its workspace, a sub-key its own only.
"""

from __future__ import annotations

from typing import Any

from quart import Blueprint, Response, request
from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from app.gateway.api.authentication import ai_account, ai_key, require_ai_key
from app.gateway.api.error_answers import ApiError
from app.gateway.api.json_answer import json_answer, requested_limit
from app.gateway.api.model_request import begin_run, model_not_found, replace_end_user, requested_model
from app.gateway.api.request_body import read_json, required_text
from app.gateway.api.surface import PREFIX
from app.gateway.api.video_file import FileGone, file_response, open_file
from app.gateway.api.video_request import read_video_request, spec_of
from app.gateway.catalogue.ai_model import VIDEO
from app.gateway.catalogue.offered import OfferedModel, offered
from app.gateway.upstreams.usage import Usage
from app.gateway.videos import deletion
from app.gateway.videos.cancelling import CannotBeCancelled, NotBegunYet, cancel_video
from app.gateway.videos.creation import VideoSpec, begin_video
from app.gateway.videos.video import COMPLETED, AiVideo, parse_public_id

CREATE, REMIX = "videos.create", "videos.remix"
PAGE, MOST_ON_A_PAGE = 20, 100
VARIANTS = ("video", "thumbnail", "spritesheet")
blueprint = Blueprint("ai_videos", __name__, url_prefix=PREFIX)
require_ai_key(blueprint)


@blueprint.post("/videos")
async def create_video() -> Response:
    """Begins a video."""
    body, files = await read_video_request()
    model = await requested_model(body, VIDEO)
    end_user = replace_end_user(body)
    spec = spec_of(body, files, model)
    return await _begin(model, CREATE, spec, end_user)


@blueprint.post("/videos/<id>/remix")
async def remix_video(id: str) -> Response:
    """Begins a video that changes a completed one, at the same upstream."""
    body = (await read_json()).fields
    prompt, original = required_text(body, "prompt"), await _own(id)
    if original.status != COMPLETED:
        raise _not_ready(original)
    if original.ends_at is not None:
        raise _expired()
    model = await offered(original.model)
    if model is None:
        raise model_not_found(original.model)
    spec = VideoSpec({"prompt": prompt}, [], original.seconds, original.size, original)
    return await _begin(model, REMIX, spec, replace_end_user(body))


async def _begin(model: OfferedModel, endpoint: str, spec: VideoSpec, end_user: str) -> Response:
    run = await begin_run(model, endpoint, Usage(milliseconds=1_000 * spec.seconds), end_user=end_user)
    return json_answer(describe(await begin_video(run, spec, ai_key())))


@blueprint.get("/videos")
async def list_videos() -> Response:
    """Lists videos, the newest first; `after` is the last id of the page before."""
    limit, videos = requested_limit(PAGE, MOST_ON_A_PAGE), _visible()
    ascending = request.args.get("order", "desc") == "asc"
    if (after := request.args.get("after")) is not None:
        last = await _own(after)
        later = Q(created_at__gt=last.created_at) | Q(created_at=last.created_at, id__gt=last.id)
        earlier = Q(created_at__lt=last.created_at) | Q(created_at=last.created_at, id__lt=last.id)
        videos = videos.filter(later if ascending else earlier)
    order = ("created_at", "id") if ascending else ("-created_at", "-id")
    rows = await videos.order_by(*order).limit(limit + 1)
    page = [describe(video) for video in rows[:limit]]
    ends = {"first_id": page[0]["id"], "last_id": page[-1]["id"]} if page else {"first_id": None, "last_id": None}
    return json_answer({"object": "list", "data": page, "has_more": len(rows) > limit, **ends})


@blueprint.get("/videos/<id>")
async def read_video(id: str) -> Response:
    """Says how far a video is."""
    return json_answer(describe(await _own(id)))


@blueprint.delete("/videos/<id>")
async def delete_video(id: str) -> Response:
    """Deletes a video, here and at the upstream; its request stays listed. One that is being made is stopped first."""
    video = await _own(id)
    if not video.ended:
        try:
            await cancel_video(video)
        except (NotBegunYet, CannotBeCancelled):
            message = "This video is still being made, and cannot be stopped; it can be deleted afterwards."
            raise ApiError(400, message, "video_not_ready") from None
    await deletion.delete_video(video)
    return json_answer({"id": video.public_id, "object": "video.deleted", "deleted": True})


@blueprint.get("/videos/<id>/content")
async def read_content(id: str) -> Response:
    """Streams the file of a completed video, or its `variant`, from the upstream."""
    video, variant = await _own(id), request.args.get("variant", VARIANTS[0])
    if variant not in VARIANTS:
        raise ApiError(400, f"“variant” must be one of {', '.join(VARIANTS)}.", "invalid_value", param="variant")
    if video.status != COMPLETED:
        raise _not_ready(video)
    try:
        file = await open_file(video, variant)
    except FileGone:
        raise _expired() from None
    return await file_response(file)


def describe(video: AiVideo) -> dict[str, Any]:
    """Returns a video as OpenAI's API has it. It has no prompt, because none is kept."""
    error = {"code": video.error_code, "message": video.error_message} if video.error_code else None
    return {
        "id": video.public_id,
        "object": "video",
        "model": video.model,
        "status": video.status,
        "progress": video.progress,
        "created_at": int(video.created_at.timestamp()),
        "completed_at": _seconds(video.completed_at) if video.status == COMPLETED else None,
        "expires_at": _seconds(video.ends_at),
        "seconds": str(video.seconds),
        "size": video.size,
        "remixed_from_video_id": video.remixed_from or None,
        "error": error,
    }


def _seconds(at: Any) -> int | None:
    return int(at.timestamp()) if at else None


def _visible() -> QuerySet[AiVideo]:
    """The videos that the key of the request may see."""
    videos = AiVideo.owned_by(ai_account())
    return videos.filter(key_id=ai_key().id) if ai_key().parent_id else videos


async def _own(id: str) -> AiVideo:
    """Returns a video that the key may see. Raises: ApiError."""
    own_id = parse_public_id(id)
    video = await _visible().get_or_none(id=own_id) if own_id else None
    if video is None:
        raise ApiError(404, f"Video with id “{id[:80]}” not found.", "not_found", param="id")
    return video


def _expired() -> ApiError:
    return ApiError(404, "The file of this video is no longer to be had.", "video_expired")


def _not_ready(video: AiVideo) -> ApiError:
    word = "has failed" if video.ended else "is not ready yet; ask for its status"
    return ApiError(404, f"This video {word}.", "video_not_ready")
