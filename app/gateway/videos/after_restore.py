"""Goes on with videos after a backup was restored: the jobs that ask how far they are, are in no backup."""

from __future__ import annotations

from app.gateway.videos.following import follow
from app.gateway.videos.video import COMPLETED, FAILED, AiVideo


async def follow_restored_videos() -> int:
    """Enqueues the questions about all videos that had not ended, in the caller's transaction; returns how many."""
    videos = await AiVideo.exclude(status__in=[COMPLETED, FAILED]).exclude(upstream_id="")
    for video in videos:
        await follow(video)
    return len(videos)
