"""Turns requests of `/videos` into interactions with Google's Gemini Omni, which makes videos, and their answers back.

Google shut down its Veo models in the Gemini API between June and October 2026; Omni is only had by interactions. One
runs in the background and is looked at until it is completed. A remix goes on from the interaction before it. Its
length is known where the interaction repeats the order; otherwise the caller counts what was ordered.
"""

from __future__ import annotations

import math
import re
from base64 import b64encode
from collections.abc import Mapping

from app.gateway.upstreams.adapter import REMIXED_FROM, FilePart, Json, VideoState, is_video_id
from app.gateway.upstreams.chat_completion import as_text, short_text
from app.gateway.upstreams.request_values import invalid
from app.gateway.upstreams.usage import Usage

STATUSES = {
    "queued": "queued",
    "in_progress": "in_progress",
    "requires_continuation": "in_progress",
    "completed": "completed",
}  # whatever else there is, has failed
DEFAULT_SECONDS, LONGEST = "4", 60  # as OpenAI; the most that is ordered
SECONDS = re.compile(r"\d{1,2}", re.ASCII)
SIZE = re.compile(r"([1-9]\d{2,4})x([1-9]\d{2,4})", re.ASCII)
RESOLUTIONS = ((360, "360p"), (720, "720p"), (1080, "1080p"))  # up to this shorter side in pixels
DURATION = re.compile(r"(\d{1,4}(?:\.\d{1,9})?)s")
FILE_NAME = re.compile(r"(?:^|/)files/([a-z0-9][a-z0-9-]{0,80})")


def video_request(model: str, fields: Mapping[str, str], files: list[FilePart]) -> Json:
    """Returns the body for `/interactions`. Raises UpstreamError for what is not allowed."""
    prompt, seconds = fields.get("prompt", ""), fields.get("seconds") or DEFAULT_SECONDS
    if not prompt.strip():
        raise invalid("'prompt' is missing.", "prompt")
    if not SECONDS.fullmatch(seconds) or not 1 <= int(seconds) <= LONGEST:
        raise invalid("'seconds' must be a whole number of seconds.", "seconds")
    pictures = [
        {"type": "image", "mime_type": file.media_type, "data": b64encode(file.content).decode()} for file in files
    ]
    form = {"type": "video", "delivery": "uri", "duration": f"{int(seconds)}s"} | _shape(fields.get("size", ""))
    before = {"previous_interaction_id": fields[REMIXED_FROM]} if REMIXED_FROM in fields else {}
    content = [*pictures, {"type": "text", "text": prompt}]
    return {"model": model, "input": content, "background": True, "response_format": form} | before


def video_state(payload: Json) -> VideoState:
    """Returns how far an interaction is. Raises KeyError, TypeError, ValueError for what is none."""
    id, status = payload["id"], STATUSES.get(payload["status"], "failed")
    if not is_video_id(id):
        raise ValueError("an interaction has an id")
    if status == "completed" and not _videos(payload):
        return VideoState(id, "failed", error=("no_video", "The model made no video."))
    if status == "failed":
        return VideoState(id, status, error=_fault(payload))
    usage = _usage(payload) if status == "completed" else None
    return VideoState(id, status, 100 if status == "completed" else 0, usage=usage)


def file_name_of(payload: Json) -> str:
    """Returns the name of the file at Google that is the video; empty where it is in the answer, or not there."""
    uri = next((video["uri"] for video in _videos(payload) if isinstance(video.get("uri"), str)), "")
    match = FILE_NAME.search(uri)
    return match[1] if match else ""


def inline_video_of(payload: Json) -> tuple[str, str]:
    """Returns the media type and the Base64 of a video that is in the answer itself; both empty where it is not."""
    video: Json = next((each for each in _videos(payload) if isinstance(each.get("data"), str)), {})
    return (short_text(video.get("mime_type")) or "video/mp4", video["data"]) if video else ("", "")


def _videos(payload: Json) -> list[Json]:
    """Returns the videos of an interaction, the last one first."""
    blocks = [payload.get("output_video")]
    for step in reversed(payload.get("steps") or []):
        if step.get("type") == "model_output":
            blocks += step.get("content") or []
    videos = [block for block in blocks if isinstance(block, dict) and block.get("type", "video") == "video"]
    return [video for video in videos if video.get("uri") or video.get("data")]


def _fault(payload: Json) -> tuple[str, str]:
    """Returns the code and the message of an interaction that did not succeed."""
    errors = payload.get("errors") or [payload.get("error")]
    first: Json = errors[0] if isinstance(errors[0], dict) else {}
    code = (short_text(first.get("code")) or as_text(payload["status"])).rpartition("/")[2]
    return code[:60], short_text(first.get("message"), 300) or "The provider could not make it."


def _usage(payload: Json) -> Usage | None:
    """Returns the length of the video, where the interaction repeats what was ordered."""
    form = payload.get("response_format")
    match = DURATION.fullmatch(short_text(form.get("duration"))) if isinstance(form, dict) else None
    return Usage(milliseconds=math.ceil(float(match[1]) * 1000)) if match else None


def _shape(size: str) -> Json:
    """Returns the ratio and the resolution of a size such as 1280x720."""
    if not size:
        return {}
    match = SIZE.fullmatch(size)
    if not match:
        raise invalid("'size' must be a width and a height such as 1280x720.", "size")
    width, height = int(match[1]), int(match[2])
    resolution = next((name for side, name in RESOLUTIONS if min(width, height) <= side), "4k")
    return {"aspect_ratio": "16:9" if width >= height else "9:16", "resolution": resolution}
