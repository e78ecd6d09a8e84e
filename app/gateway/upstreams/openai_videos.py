"""Reads the video objects of OpenAI's API."""

from __future__ import annotations

import math

from app.gateway.upstreams.adapter import Json, VideoState, is_video_id
from app.gateway.upstreams.errors import MalformedAnswer
from app.gateway.upstreams.errors_of_http import error_inside
from app.gateway.upstreams.usage import Usage

STATUSES = {  # ours, by those of OpenAI and of others that speak its API
    "queued": "queued",
    "pending": "queued",
    "in_progress": "in_progress",
    "processing": "in_progress",
    "running": "in_progress",
    "completed": "completed",
    "succeeded": "completed",
    "failed": "failed",
    "cancelled": "failed",
    "expired": "failed",
}
LONGEST = 3600  # seconds


def state_of_video(payload: Json, credential: str = "") -> VideoState:
    """Returns how far a video is. Raises MalformedAnswer for what is no video, and the error that came instead."""
    upstream_id, word = payload.get("id"), payload.get("status")
    status = STATUSES.get(word) if isinstance(word, str) else None
    fault = error_inside(payload, credential)
    if not is_video_id(upstream_id) or status is None:
        raise fault or MalformedAnswer("The provider answered something other than a video.", retryable=True)
    error = None
    if status == "failed":
        error = (fault.code or "failed", fault.message) if fault else ("failed", "The provider could not make it.")
    length = _milliseconds(payload.get("seconds"))
    usage = Usage(milliseconds=length) if status == "completed" and length else None
    return VideoState(upstream_id, status, _progress(payload.get("progress"), status), error, usage)


def _progress(value: object, status: str) -> int:
    """Returns the progress in percent; that of a completed video is 100."""
    if status == "completed":
        return 100
    usable = isinstance(value, int | float) and math.isfinite(value)
    return min(max(int(value), 0), 100) if usable and isinstance(value, int | float) else 0


def _milliseconds(seconds: object) -> int:
    """Returns the length of a video, in whole seconds rounded up from text or a number; 0 where it is missing."""
    try:
        value = float(seconds) if isinstance(seconds, str | int | float) else 0.0
    except ValueError:
        return 0
    return math.ceil(value * 1000) if 0 < value <= LONGEST else 0
