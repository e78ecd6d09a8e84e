"""Deletes videos, here and at the upstreams that made them: a single one, or all of an end user."""

from __future__ import annotations

from uuid import UUID

import structlog

from app.accounts.models import Account
from app.gateway.contents.end_user_digest import digests_of_end_user
from app.gateway.upstreams.errors import UpstreamError
from app.gateway.videos.polling import upstream_of
from app.gateway.videos.video import COMPLETED, FAILED, AiVideo

log = structlog.get_logger()


async def delete_video(video: AiVideo) -> None:
    """Deletes a video that has ended, first at the upstream if that is still set up. Raises: UpstreamError."""
    if video.upstream_id and (upstream := await upstream_of(video)):
        adapter, target = upstream
        await adapter.delete_video(target, video.upstream_id)
    await AiVideo.filter(id=video.id).delete()


async def erase_videos_of_end_user(account: Account, name: str, key_id: UUID | None = None) -> int:
    """Deletes the videos of an end user that have ended; returns how many. Call it before the requests are erased.

    One that its upstream does not delete is deleted here; the upstream deletes it after its own time.
    """
    videos = AiVideo.owned_by(account).filter(
        request__end_user__in=digests_of_end_user(account.id, name), status__in=[COMPLETED, FAILED]
    )
    ended = await (videos.filter(key_id=key_id) if key_id else videos)
    for video in ended:
        try:
            await delete_video(video)
        except UpstreamError as error:
            log.warning("video_not_deleted_at_upstream", problem=type(error).__name__)
            await AiVideo.filter(id=video.id).delete()
    return len(ended)
