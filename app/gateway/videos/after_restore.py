"""Resumes the polling of videos after a backup was restored, because jobs are in no backup."""

from __future__ import annotations

from app.gateway.videos.polling import schedule_polling
from app.gateway.videos.video import COMPLETED, FAILED, AiVideo


async def resume_polling() -> int:
    """Enqueues a job for each video that had not ended, in the caller's transaction; returns how many there are."""
    videos = await AiVideo.exclude(status__in=[COMPLETED, FAILED]).exclude(upstream_id="")
    for video in videos:
        await schedule_polling(video)
    return len(videos)
