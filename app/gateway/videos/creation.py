"""Begins a video at an upstream; polling.py follows it until it has ended.

Its row is written before the upstream is asked, so that no video is made which nobody knows of. The upstream is asked
in a task of its own: a client that hangs up meanwhile finds the video in its list.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from app.gateway.catalogue.server_of_url import is_still_at
from app.gateway.contents.content_store import keep_content
from app.gateway.metering.ai_request import AiRequest
from app.gateway.routing.model_run import ModelRun
from app.gateway.upstreams.adapter import REMIXED_FROM, FilePart, VideoState
from app.gateway.videos import polling
from app.gateway.videos.video import COMPLETED, FAILED, AiVideo
from app.kernel import clock
from app.kernel.db import transaction
from app.keys.models import ApiKey


@dataclass(frozen=True, slots=True)
class VideoSpec:
    """What a client asks for: the fields for the upstream, among them the prompt, and the files with them.

    `original` is the video that is to be remixed.
    """

    fields: Mapping[str, str] = field(repr=False)
    files: list[FilePart] = field(default_factory=list, repr=False)
    seconds: int = 0
    size: str = ""
    original: AiVideo | None = None


async def begin_video(run: ModelRun, spec: VideoSpec, key: ApiKey | None) -> AiVideo:
    """Begins a video, whose request is `run`; returns it. `key` is None for the dashboard. Raises: UpstreamError."""
    task = asyncio.create_task(_begin(run, spec, key), name="video")
    task.add_done_callback(_consume_error)
    return await asyncio.shield(task)


def _consume_error(task: asyncio.Task[AiVideo]) -> None:
    """Marks the error of a task as seen: asyncio logs one that nobody waited for, and it may quote the prompt."""
    if not task.cancelled():
        task.exception()


async def _begin(run: ModelRun, spec: VideoSpec, key: ApiKey | None) -> AiVideo:
    async with run:
        await _keep_route_of_original(run, spec)
        video = await AiVideo.create(
            id=uuid4(),
            account_id=run.reservation.account_id,
            key_id=key.id if key else None,
            request_id=run.reservation.id,
            model=run.model.id,
            own_key=run.reservation.own_key,
            seconds=spec.seconds,
            size=spec.size,
            remixed_from=spec.original.public_id if spec.original else "",
            created_at=clock.now(),
        )
        fields = dict(spec.fields)
        if spec.original is not None:
            fields |= {REMIXED_FROM: spec.original.upstream_id, "seconds": str(spec.seconds), "size": spec.size}
        try:
            state = await run.tries.first(lambda adapter, target: adapter.create_video(target, fields, spec.files))
        except BaseException:
            await AiVideo.filter(id=video.id).delete()
            raise
        await _record_upstream(run, video, state)
    return video


async def _keep_route_of_original(run: ModelRun, spec: VideoSpec) -> None:
    """Leaves a remix the one route by which its original was made; none if its upstream moved meanwhile."""
    if spec.original is not None:
        ids: list[Any] = await AiVideo.filter(id=spec.original.id).values_list("route_id", flat=True)
        run.tries.routes = [route for route in run.tries.routes if route.id in ids]


async def _record_upstream(run: ModelRun, video: AiVideo, state: VideoState) -> None:
    """Stores the route and the id under which the upstream knows a video; its request stays reserved until it ends."""
    run.hand_over()
    if run.transcript:
        run.transcript.answer({"id": video.public_id, "object": "video"})
        await keep_content(run.reservation, run.transcript)
    async with transaction():
        await _follow(run, video, polling.with_our_message(state))
    if state.status in (COMPLETED, FAILED) or video.route_id is None:
        await video.refresh_from_db()


async def _follow(run: ModelRun, video: AiVideo, state: VideoState) -> None:
    """Stores where a video is made and has it polled, unless it has ended, or its upstream moved to another server."""
    route = run.tries.answering
    if route is not None and await is_still_at(route.upstream_id, route.base_url):
        video.route_id = route.id
    else:
        state = VideoState(state.upstream_id, FAILED, error=polling.MOVED)
    ended = state.status in (COMPLETED, FAILED)
    video.upstream_id, video.progress = state.upstream_id, state.progress
    video.status = video.status if ended else state.status
    await AiRequest.filter(id=video.request_id).update(tries=run.tries.rows, alive_at=video.created_at + polling.HELD)
    await video.save(update_fields=["route_id", "upstream_id", "status", "progress"])
    if ended:
        await polling.finish(video, state)
    else:
        await polling.schedule_polling(video)
