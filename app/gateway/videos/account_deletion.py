"""Deletes the videos of a deleted account at the upstreams that made them, by jobs, for its rows are gone by then.

What was made with the workspace's own credential stays in its own account there: the credential is deleted with it.
"""

from __future__ import annotations

from uuid import UUID

from app import jobs
from app.gateway.catalogue.offered import route_by_id
from app.gateway.catalogue.server_of_url import is_same_server
from app.gateway.catalogue.upstream import Route
from app.gateway.upstreams.errors import UpstreamError
from app.gateway.upstreams.registry import ADAPTERS
from app.gateway.videos.video import FAILED, AiVideo
from app.jobs import Job, RetryLater

KIND, MOST_TRIES = "gateway.delete_video", 5


async def enqueue_deletion_of_videos(account_id: UUID) -> None:
    """Enqueues the deletion of each video that an upstream may still have; call it before the rows are deleted."""
    # Addresses are read first: a move of an upstream meanwhile takes the routes from its videos.
    urls = dict(await Route.all().values_list("id", "upstream__base_url"))
    videos = AiVideo.filter(account_id=account_id, own_key=False).exclude(upstream_id="").exclude(status=FAILED)
    for route_id, upstream_id in await videos.exclude(route_id=None).values_list("route_id", "upstream_id"):
        if route_id not in urls:
            continue
        payload = {"route": route_id, "upstream_id": upstream_id, "base_url": urls[route_id]}
        await jobs.enqueue(KIND, payload, unique=f"delete video {route_id} {upstream_id}")


@jobs.handler(KIND, most_tries=MOST_TRIES)
async def delete_at_upstream(job: Job) -> None:
    """Deletes a video at its upstream, unless that is no longer set up, or on another server. Raises: RetryLater."""
    route = await route_by_id(job.payload["route"])
    # A job of the last release has no address.
    if route is None or not is_same_server(job.payload.get("base_url", route.base_url), route.base_url):
        return
    try:
        await ADAPTERS[route.kind].delete_video(route.target(), job.payload["upstream_id"])
    except UpstreamError as error:
        after = error.retry_after or 0
        raise RetryLater(f"The provider did not delete it: {type(error).__name__}.", after=after) from None
