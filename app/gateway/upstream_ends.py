"""What ends at an upstream when it moves to another server, to be said before it does (catalogue/upstream_move.py)."""

from __future__ import annotations

from dataclasses import dataclass

from app.gateway.catalogue.upstream import OwnUpstreamKey, Route, Upstream
from app.gateway.videos.video import UNDER_WAY, AiVideo


@dataclass(frozen=True, slots=True)
class UpstreamEnds:
    """What would end: whether the operator's credential is stored, and two numbers.

    `own_keys` is how many workspaces have a credential of their own, `videos` how many videos are being made there.
    """

    credential: bool
    own_keys: int
    videos: int


async def find_ends(upstream: Upstream) -> UpstreamEnds:
    """Returns what would end if an upstream moved to another server now."""
    routes = await Route.filter(upstream_id=upstream.id).values_list("id", flat=True)
    videos = AiVideo.filter(route_id__in=routes, status__in=UNDER_WAY)
    own_keys = OwnUpstreamKey.filter(upstream_id=upstream.id)
    return UpstreamEnds(bool(upstream.credential), await own_keys.count(), await videos.count())
