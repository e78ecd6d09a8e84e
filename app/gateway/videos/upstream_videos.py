"""The videos of an upstream, and their end when it moves to another server, which does not know them."""

from __future__ import annotations

from tortoise.expressions import Subquery
from tortoise.queryset import QuerySet

from app.gateway.catalogue.upstream import Route
from app.gateway.upstreams.adapter import VideoState
from app.gateway.videos.polling import MOVED, finish
from app.gateway.videos.video import COMPLETED, FAILED, UNDER_WAY, AiVideo
from app.kernel import clock


def videos_under_way(upstream_id: int) -> QuerySet[AiVideo]:
    """The videos that are being made at an upstream."""
    return _videos_at(upstream_id).filter(status__in=UNDER_WAY)


def fetchable_videos(upstream_id: int) -> QuerySet[AiVideo]:
    """The videos that are ready at an upstream, as far as is known: only it has their files."""
    return _videos_at(upstream_id).filter(status=COMPLETED, ends_at=None)


async def end_videos(upstream_id: int) -> tuple[int, int]:
    """Ends all videos of an upstream, in the transaction that moves it to another server.

    Those under way have failed and cost nothing; the files of those that are ready are no longer to be had. No video
    has a route afterwards, so that nobody asks the new server about it. Returns how many there were of both.
    """
    # All rows are locked before any balance, as whoever ends a single video does, so that none waits for the other.
    under_way = await videos_under_way(upstream_id).order_by("account_id", "id").select_for_update(no_key=True)
    ended = [await finish(video, VideoState(video.upstream_id, FAILED, error=MOVED)) for video in under_way]
    files = await fetchable_videos(upstream_id).update(ends_at=clock.now())
    await _videos_at(upstream_id).update(route_id=None)
    return sum(ended), files


def _videos_at(upstream_id: int) -> QuerySet[AiVideo]:
    return AiVideo.filter(route_id__in=Subquery(Route.filter(upstream_id=upstream_id).values("id")))
