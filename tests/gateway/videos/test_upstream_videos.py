"""The videos of a provider that moves to another server: nothing about them is asked of the new one."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import openai
import pytest

from app.gateway.catalogue.upstream import Upstream
from app.gateway.metering.ai_request import RELEASED, RESERVED, SETTLED, AiRequest
from app.gateway.metering.balance import AiBalance
from app.gateway.move_losses import MoveLosses, count_losses
from app.gateway.upstream_move import Move, move_upstream
from app.gateway.upstreams.adapter import VideoState
from app.gateway.upstreams.registry import ADAPTERS
from app.gateway.videos.account_deletion import KIND, enqueue_deletion_of_videos
from app.gateway.videos.deletion import erase_videos_of_end_user
from app.gateway.videos.polling import upstream_of
from app.gateway.videos.video import COMPLETED, AiVideo
from app.jobs.worker import Worker
from tests.conftest import Clock
from tests.gateway.api.conformance import Conformance
from tests.gateway.api.test_conformance_videos import VIDEOS, ask
from tests.gateway.videos.test_polling import begin
from tests.networks.stand_in import served
from tests.upstreams.openai_api import OpenAIApi

pytestmark = pytest.mark.filterwarnings("ignore:The Sora API:DeprecationWarning")


@pytest.fixture
def other() -> Iterator[OpenAIApi]:
    """Another server, with the same credential."""
    with served(OpenAIApi()) as stand_in:
        yield stand_in


async def move(other: OpenAIApi) -> Move:
    return await move_upstream(await Upstream.get(name=f"openai of {VIDEOS}"), other.base_url, other.credential)


async def test_a_video_under_way_ends_at_no_cost_when_its_provider_moves(
    gateway: Conformance, moved: Clock, other: OpenAIApi
) -> None:
    video = await begin(gateway)
    request = await AiRequest.get(id=video.request_id)
    assert request.state == RESERVED and (await AiBalance.get()).reserved == request.reserved > 0
    done = await move(other)
    assert done.losses and (done.losses.videos, done.losses.files) == (1, 0)
    await request.refresh_from_db()
    assert (request.state, request.cost, request.error) == (RELEASED, 0, "provider_moved")
    assert (await AiBalance.get()).reserved == 0
    found = await gateway.openai().videos.retrieve(video.public_id)
    assert found.status == "failed" and found.error and "moved to another server" in found.error.message
    await ask(moved, 2)
    await gateway.openai().videos.delete(video.public_id)
    assert other.requests == []


async def test_a_video_that_is_ready_has_expired_when_its_provider_moves(
    gateway: Conformance, moved: Clock, other: OpenAIApi
) -> None:
    video, kept = await begin(gateway), await begin(gateway, extra_body={"user": "ani"})
    await ask(moved, 2)
    losses = await count_losses(await Upstream.get(name=f"openai of {VIDEOS}"))
    assert losses == MoveLosses(credential=True, own_keys=0, videos=0, files=2)
    assert (await move(other)).losses == losses
    client = gateway.openai()
    found = await client.videos.retrieve(video.public_id)
    assert found.status == "completed" and found.expires_at, "it was made, and is paid"
    assert [request.state for request in await gateway.settled(2)] == [SETTLED, SETTLED]
    for refused in (client.videos.download_content(video.public_id), client.videos.remix(video.public_id, prompt="On")):
        with pytest.raises(openai.NotFoundError) as gone:
            await refused
        assert gone.value.code == "video_expired"
    await client.videos.delete(video.public_id)
    assert await erase_videos_of_end_user(gateway.caller.account, "ani") == 1
    await enqueue_deletion_of_videos(gateway.caller.account.id)
    await Worker().run_due(KIND)
    assert other.requests == [] and kept.upstream_id in gateway.api.videos, "the file stays at the old server"


async def test_a_deletion_that_waits_for_its_turn_is_not_sent_to_another_server(
    gateway: Conformance, moved: Clock, other: OpenAIApi
) -> None:
    await begin(gateway)
    await ask(moved, 2)
    await enqueue_deletion_of_videos(gateway.caller.account.id)
    await move(other)
    await Worker().run_due(KIND)
    assert other.requests == [] and len(gateway.api.videos) == 1


async def test_whoever_read_a_video_before_the_move_does_not_ask_the_new_server(
    gateway: Conformance, moved: Clock, other: OpenAIApi
) -> None:
    video = await begin(gateway)
    assert await upstream_of(video)
    await move(other)
    assert video.route_id and await upstream_of(video) is None


async def test_a_video_that_the_old_server_began_while_the_provider_moved_has_failed_at_no_cost(
    gateway: Conformance, moved: Clock, other: OpenAIApi
) -> None:
    asked, gate = asyncio.Event(), asyncio.Event()
    create = ADAPTERS["openai"].create_video

    async def slow(*arguments: Any) -> VideoState:
        state = await create(*arguments)
        asked.set()
        await gate.wait()
        return state

    with patch.object(type(ADAPTERS["openai"]), "create_video", staticmethod(slow)):
        creating = asyncio.create_task(gateway.openai().videos.create(model=VIDEOS, prompt="A cat"))
        await asked.wait()
        await move(other)
        gate.set()
        video = await creating
    assert video.status == "failed" and video.error and video.error.code == "provider_moved"
    [request] = await gateway.settled()
    assert (request.state, request.cost) == (RELEASED, 0)
    await ask(moved, 2)
    assert other.requests == [] and (await AiVideo.get()).route_id is None


async def test_a_move_while_videos_become_ready_leaves_nothing_reserved_and_nothing_to_be_asked(
    gateway: Conformance, moved: Clock, other: OpenAIApi
) -> None:
    gateway.api.polls = 0
    for _ in range(4):
        await begin(gateway)
    await asyncio.gather(ask(moved), move(other))
    await ask(moved)
    videos = await AiVideo.all()
    assert all(video.ended and video.route_id is None for video in videos)
    assert all(video.ends_at for video in videos if video.status == COMPLETED)
    assert (await AiBalance.get()).reserved == 0 and other.requests == []
    paid = [request.cost > 0 for request in await gateway.settled(4)]
    assert sum(paid) == sum(video.status == COMPLETED for video in videos)
