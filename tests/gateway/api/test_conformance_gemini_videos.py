"""OpenAI's own client asks for videos that Google's Gemini Omni makes."""

from __future__ import annotations

from collections.abc import AsyncGenerator

import openai
import pytest
from quart import Quart

from app.accounts.models import Account
from app.gateway.catalogue.ai_model import VIDEO, AiModel, AiPrice
from app.gateway.catalogue.offered import forget_offered
from app.gateway.metering.ai_request import RELEASED, SETTLED
from app.kernel import clock
from tests.conftest import Clock
from tests.gateway.api.conformance import Conformance, conforming, offer_at
from tests.gateway.api.test_conformance_videos import SECOND, VIDEOS, ask
from tests.upstreams.gemini_api import OMNI
from tests.upstreams.openai_api import MP4, PNG

pytestmark = pytest.mark.filterwarnings("ignore:The Sora API:DeprecationWarning")


@pytest.fixture
async def gateway(app: Quart, dewi: Account) -> AsyncGenerator[Conformance]:
    """With Gemini Omni, of 4 or 8 seconds, at ten cents a second."""
    async with conforming(app, dewi, "gemini") as conformance:
        await offer_at(conformance.api, "gemini", VIDEOS, OMNI, kind_of_model=VIDEO)
        await AiModel.filter(id=VIDEOS).update(options={"seconds": [4, 8], "sizes": ["1280x720", "720x1280"]})
        await AiPrice.create(model_id=VIDEOS, prices={"milliseconds": SECOND}, created_at=clock.now())
        forget_offered()
        yield conformance


async def test_a_video_is_made_fetched_and_paid_by_the_second(gateway: Conformance, moved: Clock) -> None:
    client = gateway.openai()
    picture = ("cat.png", PNG, "image/png")
    video = await client.videos.create(
        model=VIDEOS, prompt="A cat in the rain", seconds="8", size="720x1280", input_reference=picture
    )
    assert (video.model, video.seconds, video.size) == (VIDEOS, "8", "720x1280")
    [ordered] = (each["ordered"] for each in gateway.api.interactions.values())
    form = {"type": "video", "delivery": "uri", "duration": "8s", "aspect_ratio": "9:16", "resolution": "720p"}
    assert ordered["response_format"] == form
    await ask(moved, 2)
    assert (await client.videos.retrieve(video.id)).status == "completed"
    content = await client.videos.download_content(video.id)
    assert content.content == MP4
    [request] = await gateway.settled()
    assert (request.state, request.usage) == (SETTLED, {"milliseconds": 8_000})
    assert request.cost == request.reserved > 0


async def test_a_video_goes_on_from_another_one_with_its_length(gateway: Conformance, moved: Clock) -> None:
    client = gateway.openai()
    first = await client.videos.create(model=VIDEOS, prompt="A cat", seconds="8", size="1280x720")
    await ask(moved, 2)
    remix = await client.videos.remix(first.id, prompt="A dog")
    before, after = gateway.api.interactions.values()
    assert after["ordered"]["previous_interaction_id"] == before["id"]
    assert after["ordered"]["response_format"] == before["ordered"]["response_format"]
    assert remix.remixed_from_video_id == first.id


async def test_a_video_that_was_blocked_says_why_and_costs_nothing(gateway: Conformance, moved: Clock) -> None:
    client = gateway.openai()
    video = await client.videos.create(model=VIDEOS, prompt="something forbidden", seconds="4")
    await ask(moved, 2)
    found = await client.videos.retrieve(video.id)
    assert found.status == "failed"
    assert found.error
    assert found.error.code == "content_blocked"
    [request] = await gateway.settled()
    assert (request.state, request.cost) == (RELEASED, 0)


async def test_a_video_and_its_file_are_deleted_at_google_too(gateway: Conformance, moved: Clock) -> None:
    client = gateway.openai()
    video = await client.videos.create(model=VIDEOS, prompt="A cat", seconds="4")
    await ask(moved, 2)
    await client.videos.delete(video.id)
    assert not gateway.api.interactions
    assert not gateway.api.files
    with pytest.raises(openai.NotFoundError):
        await client.videos.retrieve(video.id)
