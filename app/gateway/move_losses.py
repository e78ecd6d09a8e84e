"""What is lost when an upstream moves to another server. The form and the command show it before the move."""

from __future__ import annotations

from dataclasses import dataclass

from app.gateway.catalogue.upstream import OwnUpstreamKey, Upstream
from app.gateway.videos.upstream_videos import fetchable_videos, videos_under_way


@dataclass(frozen=True, slots=True)
class MoveLosses:
    """What a move to another server deletes or ends.

    `credential`: whether the operator's credential is stored; it is replaced. `own_keys`: how many workspaces have a
    credential of their own, which is deleted. `videos`: how many videos are being made, which end and cost nothing.
    `files`: how many videos are ready and can be fetched, which they cannot be afterwards; the old server keeps them.
    """

    credential: bool
    own_keys: int
    videos: int
    files: int


async def count_losses(upstream: Upstream) -> MoveLosses:
    """Returns what would be lost if an upstream moved to another server now."""
    return MoveLosses(
        credential=bool(upstream.credential),
        own_keys=await OwnUpstreamKey.filter(upstream_id=upstream.id).count(),
        videos=await videos_under_way(upstream.id).count(),
        files=await fetchable_videos(upstream.id).count(),
    )
