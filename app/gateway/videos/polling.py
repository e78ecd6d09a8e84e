"""Polls the upstreams that make videos: asks how far each video is, and settles its request once it has ended.

A video that failed costs nothing. Nobody waits for one for longer than MOST_TIME; then it has failed, too. Its
reservation is held for longer than that, so that the reaper leaves it alone.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from app import jobs
from app.gateway.catalogue.offered import OfferedRoute, route_by_id
from app.gateway.metering.ai_request import HUNG_UP
from app.gateway.metering.call import Outcome
from app.gateway.metering.reservation import hold_until, load_reservation
from app.gateway.metering.settlement import settle
from app.gateway.routing.own_credentials import own_credential
from app.gateway.upstreams.adapter import Adapter, Target, VideoState
from app.gateway.upstreams.errors import UpstreamError
from app.gateway.upstreams.registry import ADAPTERS
from app.gateway.videos.video import COMPLETED, FAILED, UNDER_WAY, AiVideo
from app.jobs import MINUTELY, Job, RetryLater
from app.kernel import clock
from app.kernel.db import transaction
from app.kernel.refusal import N_

KIND = "gateway.video"
SHORTEST_WAIT, LONGEST_WAIT = 4, 60  # seconds between two polls
MOST_TIME, HELD = timedelta(hours=24), timedelta(hours=26)
UNSENT = timedelta(minutes=15)  # after which a video that no upstream has begun is given up
CODE = re.compile(r"[A-Za-z0-9_.-]{1,60}", re.ASCII)
CONTENT_WORDS = ("moderat", "safety", "policy", "content", "prohibit", "blocked")  # in codes of upstreams
REFUSED = N_("The provider refused to make this video because of its content rules.")
BROKEN = N_("The provider could not make this video.")
TIMED_OUT = ("timed_out", N_("The provider did not finish the video in time."))
LOST = ("server_died", N_("The video was not begun, because the server stopped. Please try again."))
GONE = ("not_found", N_("The provider no longer knows the video."))
CANCELLED = ("cancelled", N_("The video was cancelled before it was ready."))
NOT_SET_UP = ("provider_unavailable", N_("The provider of the video is no longer set up here."))
MOVED = (
    "provider_moved",
    N_("The provider moved to another server before the video was ready. Please begin it again."),
)


async def schedule_polling(video: AiVideo) -> None:
    """Enqueues the job that polls a video until it has ended, in the caller's transaction."""
    at = clock.now() + timedelta(seconds=SHORTEST_WAIT)
    await jobs.enqueue(KIND, {"video": str(video.id)}, unique=f"ai video {video.id}", at=at)


async def _time_out(job: Job) -> None:
    """Marks a video as failed whose job was given up."""
    video = await AiVideo.get_or_none(id=UUID(job.payload["video"]))
    if video is not None and not video.ended:
        await finish(video, VideoState(video.upstream_id, FAILED, error=TIMED_OUT))


@jobs.handler(
    KIND,
    failed=_time_out,
    at_once=8,
    first_wait=timedelta(seconds=SHORTEST_WAIT),
    longest_wait=timedelta(seconds=LONGEST_WAIT),
)
async def poll(job: Job) -> None:
    """Asks once how far a video is. Raises: RetryLater while it is being made."""
    video = await AiVideo.get_or_none(id=UUID(job.payload["video"]))
    if video is None or video.ended:
        return
    state = await _state(video)
    if state.status in (COMPLETED, FAILED):
        await finish(video, state)
        return
    await hold_until(video.request_id, video.created_at + HELD)
    if not await AiVideo.filter(id=video.id, status__in=UNDER_WAY).update(status=state.status, progress=state.progress):
        return
    age = (clock.now() - video.created_at).total_seconds()
    raise RetryLater("The video is being made.", after=min(LONGEST_WAIT, max(SHORTEST_WAIT, age / 10)), counted=False)


@jobs.handler("gateway.videos", schedule=MINUTELY)
async def give_up_unsent(_job: Job) -> None:
    """Marks the videos as failed that no upstream has begun, because the process died that would have asked."""
    unsent = AiVideo.filter(upstream_id="", status="queued", created_at__lt=clock.now() - UNSENT)
    for video in await unsent:
        await finish(video, VideoState("", FAILED, error=LOST))


async def _state(video: AiVideo) -> VideoState:
    """Returns how far a video is. Raises: RetryLater where the upstream does not say."""
    if clock.now() - video.created_at > MOST_TIME:
        return VideoState(video.upstream_id, FAILED, error=TIMED_OUT)
    try:
        upstream = await upstream_of(video)
        if upstream is None:
            return VideoState(video.upstream_id, FAILED, error=NOT_SET_UP)
        adapter, target = upstream
        return with_our_message(await adapter.video_state(target, video.upstream_id))
    except UpstreamError as error:
        if error.status == 404:
            return VideoState(video.upstream_id, FAILED, error=GONE)
        after = error.retry_after or LONGEST_WAIT
        raise RetryLater(f"The provider did not answer: {type(error).__name__}.", after=after, counted=False) from None


def with_our_message(state: VideoState) -> VideoState:
    """Returns a state whose error has a message of ours, for that of an upstream may quote the prompt."""
    if state.error is None:
        return state
    code = state.error[0] if CODE.fullmatch(state.error[0]) else FAILED
    refused = any(word in code.lower() for word in CONTENT_WORDS)
    return replace(state, error=(code, REFUSED if refused else BROKEN))


async def upstream_of(video: AiVideo) -> tuple[Adapter, Target] | None:
    """Returns the adapter and the target by which a video was begun; None if they are no longer set up.

    They are those of before or after a move of the upstream to another server, which takes the route from the video:
    so the video is looked at after the route, and no server gets the id or the credential of another.

    Raises: CredentialRefused.
    """
    route: OfferedRoute | None = await route_by_id(video.route_id) if video.route_id else None
    if route is None:
        return None
    own = await own_credential(video.account_id, route.upstream_id) if video.own_key else None
    if video.own_key and own is None:
        return None
    if not await AiVideo.filter(id=video.id, route_id=route.id).exists():
        return None
    return ADAPTERS[route.kind], route.target(own)


async def finish(video: AiVideo, state: VideoState) -> bool:
    """Ends a video and settles its request: it pays for one that is completed, and nothing for a failed one.

    Returns False where it had ended already, which changes nothing: who ends it first decides what it costs.
    """
    now, failed = clock.now(), state.status == FAILED
    code, message = state.error or ("", "")
    values: dict[str, Any] = {"status": state.status, "progress": 0 if failed else 100, "completed_at": now}
    values |= {"error_code": code, "error_message": message}
    async with transaction():
        if not await AiVideo.filter(id=video.id, status__in=UNDER_WAY).update(**values):
            return False
        reservation = await load_reservation(video.request_id)
        if reservation is not None:
            whole_ms = round((now - video.created_at).total_seconds() * 1000)
            status, error = (_status_of_failure(code), code or FAILED) if failed else (200, "")
            tries = (await video.request).tries
            outcome = Outcome(status, state.usage, error=error, tries=tries, whole_ms=whole_ms)
            await settle(reservation, outcome)
    return True


def _status_of_failure(code: str) -> int:
    """Returns the status of the request of a video that was not made: whoever cancels it has hung up."""
    return HUNG_UP if code == CANCELLED[0] else 502
