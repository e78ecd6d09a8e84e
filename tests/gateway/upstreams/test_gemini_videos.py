"""What is ordered of a video of Google's, and what an interaction says of one."""

from typing import Any

import pytest

from app.gateway.upstreams.errors import UpstreamError
from app.gateway.upstreams.gemini_videos import video_request, video_state


@pytest.mark.parametrize("seconds", ["00500000", "61", "0", "4.5", "-4"])
def test_no_video_beyond_a_minute_is_ordered(seconds: str) -> None:
    with pytest.raises(UpstreamError) as refused:
        video_request("omni", {"prompt": "A cat", "seconds": seconds}, [])
    assert refused.value.param == "seconds"


@pytest.mark.parametrize("id", [None, 5, "", "x" * 201, ["v1"]])
def test_an_interaction_without_an_id_that_can_be_kept_is_none(id: Any) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        video_state({"id": id, "status": "queued"})
