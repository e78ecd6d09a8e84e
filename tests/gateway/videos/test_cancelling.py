"""A video that waits or is being made is stopped where its provider can; it is paid or free, never both."""

from __future__ import annotations

import asyncio

import openai
import pytest

from app.gateway.metering.ai_request import HUNG_UP, AiRequest
from app.gateway.metering.balance import AiBalance
from app.gateway.upstreams.adapter import VideoState
from app.gateway.upstreams.errors import UpstreamError
from app.gateway.upstreams.usage import Usage
from app.gateway.videos.cancelling import CannotBeCancelled, NotBegunYet, cancel_video
from app.gateway.videos.polling import CANCELLED, finish
from app.gateway.videos.video import COMPLETED, FAILED, AiVideo
from tests.conftest import Clock
from tests.gateway.api.conformance import Conformance
from tests.gateway.api.test_conformance_videos import ask
from tests.gateway.metering.calls import assert_books_agree
from tests.gateway.videos.test_polling import begin

pytestmark = pytest.mark.filterwarnings("ignore:The Sora API:DeprecationWarning")


async def test_a_video_is_stopped_at_its_provider_and_costs_nothing(gateway: Conformance, moved: Clock) -> None:
    gateway.api.stops_videos = True
    video = await begin(gateway)
    assert await cancel_video(video)
    await ask(moved, 2)
    video, [request] = await AiVideo.get(), await gateway.settled()
    assert (video.status, video.error_code, request.status, request.cost) == (FAILED, "cancelled", HUNG_UP, 0)
    assert not gateway.api.videos and (await AiBalance.of(gateway.caller.account)).reserved == 0
    assert not await cancel_video(await AiVideo.get()), "a second time changes nothing"


async def test_a_provider_that_stops_nothing_goes_on_and_is_paid(gateway: Conformance, moved: Clock) -> None:
    video = await begin(gateway)
    with pytest.raises(CannotBeCancelled):
        await cancel_video(video)
    await ask(moved, 2)
    assert (await AiVideo.get()).status == COMPLETED and (await gateway.settled())[0].cost > 0


async def test_a_video_that_is_ready_at_its_provider_is_kept_and_paid(gateway: Conformance) -> None:
    gateway.api.stops_videos, gateway.api.polls = True, 0
    assert not await cancel_video(await begin(gateway))
    assert (await AiVideo.get()).status == COMPLETED and (await gateway.settled())[0].cost > 0
    assert gateway.api.videos


async def test_one_that_no_provider_knows_yet_or_whose_provider_is_silent_stays(gateway: Conformance) -> None:
    video = await begin(gateway)
    gateway.api.fault("503", "/v1/videos/", times=9)
    with pytest.raises(UpstreamError):
        await cancel_video(video)
    video.upstream_id = ""
    with pytest.raises(NotBegunYet):
        await cancel_video(video)
    assert not (await AiVideo.get()).ended and (await AiRequest.get()).state == "reserved"


async def test_whoever_ends_a_video_first_decides_what_it_costs(gateway: Conformance) -> None:
    ready = VideoState("", COMPLETED, 100, usage=Usage(milliseconds=4_000))
    stopped = VideoState("", FAILED, error=CANCELLED, usage=Usage())
    for first, second in ((ready, stopped), (stopped, ready)) * 4:
        video = await begin(gateway)
        ends = await asyncio.gather(*(finish(video, state) for state in (first, second, first, second)))
        assert sum(ends) == 1
    for video in await AiVideo.all().select_related("request"):
        assert (video.request.cost > 0) is (video.status == COMPLETED)
    await assert_books_agree(gateway.caller.account)
    assert (await AiBalance.of(gateway.caller.account)).reserved == 0


async def test_a_question_that_was_under_way_does_not_bring_an_ended_video_back(
    gateway: Conformance, moved: Clock
) -> None:
    gateway.api.stops_videos = True
    video = await begin(gateway)
    gateway.api.polls = 9
    await asyncio.gather(ask(moved), cancel_video(video))
    assert (await AiVideo.get()).status == FAILED and (await gateway.settled())[0].cost == 0


async def test_the_api_deletes_a_video_that_is_being_made_by_stopping_it(gateway: Conformance) -> None:
    gateway.api.stops_videos = True
    video = await begin(gateway)
    deleted = await gateway.openai().videos.delete(video.public_id)
    assert deleted.deleted and not await AiVideo.exists() and (await gateway.settled())[0].cost == 0
    with pytest.raises(openai.NotFoundError):
        await gateway.openai().videos.retrieve(video.public_id)
