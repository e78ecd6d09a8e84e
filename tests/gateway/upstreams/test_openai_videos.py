"""What upstreams say of a video is read as one of four states, with its length."""

from typing import Any

import pytest

from app.gateway.upstreams.errors import MalformedAnswer, UpstreamError
from app.gateway.upstreams.openai_videos import state_of_video
from app.gateway.upstreams.usage import Usage


def video(status: str = "completed", **fields: Any) -> dict[str, Any]:
    return {"id": "v1", "object": "video", "status": status, **fields}


@pytest.mark.parametrize(
    "status, ours",
    [("pending", "queued"), ("processing", "in_progress"), ("succeeded", "completed"), ("cancelled", "failed")],
)
def test_a_status_in_other_words_is_one_of_ours(status: str, ours: str) -> None:
    assert state_of_video(video(status)).status == ours


@pytest.mark.parametrize(
    "seconds, usage",
    [
        ("8", Usage(milliseconds=8000)),
        (4, Usage(milliseconds=4000)),
        (2.0004, Usage(milliseconds=2001)),
        ("long", None),
        (None, None),
        (-4, None),
        ("nan", None),
        (10**9, None),
    ],
)
def test_the_length_of_a_completed_video_is_what_it_used(seconds: Any, usage: Usage | None) -> None:
    assert state_of_video(video(seconds=seconds)).usage == usage
    assert state_of_video(video("in_progress", seconds=seconds)).usage is None


@pytest.mark.parametrize("value, progress", [(37, 37), (37.9, 37), (-1, 0), (900, 100), (None, 0), (float("nan"), 0)])
def test_progress_is_a_percentage(value: Any, progress: int) -> None:
    assert state_of_video(video("in_progress", progress=value)).progress == progress


def test_a_failed_video_says_why_or_that_it_failed() -> None:
    fault = {"code": "moderation_blocked", "message": "Blocked for sk-secret-of-ours."}
    assert state_of_video(video("failed", error=fault), "sk-secret-of-ours").error == (
        "moderation_blocked",
        "Blocked for ….",
    )
    assert state_of_video(video("failed")).error == ("failed", "The provider could not make it.")
    assert state_of_video(video(error=None)).error is None


@pytest.mark.parametrize(
    "payload", [{}, {"id": "v1"}, video("dreaming"), *({"id": id, "status": "queued"} for id in (7, "", "x" * 201))]
)
def test_what_is_no_video_is_malformed(payload: dict[str, Any]) -> None:
    with pytest.raises(MalformedAnswer):
        state_of_video(payload)


def test_an_error_instead_of_a_video_is_raised() -> None:
    with pytest.raises(UpstreamError) as refused:
        state_of_video({"error": {"message": "m", "type": "invalid_request_error"}})
    assert refused.value.status == 400
