"""Stops a video that waits or is being made, where its provider can stop it. What is stopped costs nothing."""

from __future__ import annotations

from app.gateway.upstreams.adapter import Adapter, Target, VideoState
from app.gateway.upstreams.errors import UpstreamError
from app.gateway.upstreams.usage import Usage
from app.gateway.videos.polling import CANCELLED, finish, upstream_of, with_our_message
from app.gateway.videos.video import COMPLETED, FAILED, AiVideo
from app.kernel.refusal import N_, Refusal


class NotBegunYet(Refusal):
    """No provider has confirmed the video yet, so that there is nothing to stop."""

    code, says = "INVALID_REQUEST", N_("The video is being handed to its provider. Try again in a few seconds.")


class CannotBeCancelled(Refusal):
    """The provider does not stop what it has begun."""

    code = "INVALID_REQUEST"
    says = N_("The provider of this model does not stop a video that it has begun. You can delete it when it is ready.")


async def cancel_video(video: AiVideo) -> bool:
    """Stops a video at its provider; returns False where it had ended before, which is settled as it ended.

    The provider is first asked how far it is, so that a video that is ready is kept and paid. One that becomes ready
    between that question and its end is lost to the operator, not to the workspace.

    Raises: NotBegunYet, CannotBeCancelled, UpstreamError.
    """
    if video.ended:
        return False
    if not video.upstream_id:
        raise NotBegunYet
    if way := await upstream_of(video):
        adapter, target = way
        state = with_our_message(await adapter.video_state(target, video.upstream_id))
        if state.status in (COMPLETED, FAILED):
            await finish(video, state)
            return False
        await _stop(adapter, target, video)
    return await finish(video, VideoState(video.upstream_id, FAILED, error=CANCELLED, usage=Usage()))


async def _stop(adapter: Adapter, target: Target, video: AiVideo) -> None:
    """Stops a video at its provider. Raises: CannotBeCancelled, UpstreamError."""
    try:
        await adapter.cancel_video(target, video.upstream_id)
    except UpstreamError as error:
        if 400 <= error.status < 500 and not error.retryable:
            raise CannotBeCancelled from None
        raise
