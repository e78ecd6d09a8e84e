"""OpenAI's own client asks for videos, waits for them, downloads, remixes, lists and deletes them."""

from __future__ import annotations

import base64
from collections.abc import AsyncGenerator
from datetime import timedelta
from typing import Any

import openai
import pytest
from quart import Quart

from app.accounts.models import Account
from app.gateway.catalogue.ai_model import VIDEO, AiModel, AiPrice
from app.gateway.catalogue.offered import forget_offered
from app.gateway.metering.ai_request import RELEASED, RESERVED, SETTLED, AiRequest
from app.gateway.metering.reaper import reap
from app.gateway.videos import polling
from app.gateway.videos.video import AiVideo
from app.jobs import Job
from app.jobs.worker import Worker
from app.kernel import clock
from tests.conftest import Clock
from tests.gateway.api.callers import ai_key_of, buy_credits
from tests.gateway.api.conformance import MODEL, Conformance, conforming, offer_at
from tests.upstreams.gemini_api import OMNI
from tests.upstreams.openai_api import MP4, PNG

# The client says of OpenAI's own models that they have ended; its calls are what other upstreams have taken over.
pytestmark = pytest.mark.filterwarnings("ignore:The Sora API:DeprecationWarning")
VIDEOS = "kliqs/videos"
UPSTREAMS = {"openai": "video-1", "gemini": OMNI}  # the names of the model there
SECOND = 100_000_000  # nano-dollars
DATA_URL = f"data:image/png;base64,{base64.b64encode(PNG).decode()}"


@pytest.fixture
async def gateway(
    app: Quart, dewi: Account, moved: Clock, request: pytest.FixtureRequest
) -> AsyncGenerator[Conformance]:
    """With a model of videos, of 4 or 8 seconds, at ten cents a second; at OpenAI's API where a test names no kind."""
    kind = getattr(request, "param", "openai")
    async with conforming(app, dewi, kind) as conformance:
        await offer_at(conformance.api, kind, VIDEOS, UPSTREAMS[kind], kind_of_model=VIDEO)
        await AiModel.filter(id=VIDEOS).update(options={"seconds": [4, 8], "sizes": ["1280x720", "720x1280"]})
        await AiPrice.create(model_id=VIDEOS, prices={"milliseconds": SECOND}, created_at=clock.now())
        forget_offered()
        yield conformance


async def ask(moved: Clock, times: int = 1) -> None:
    """Lets the upstream be asked so often how far its videos are."""
    for _ in range(times):
        moved.on(timedelta(seconds=90))
        await Worker().run_due(polling.KIND)


async def test_a_video_is_made_and_paid_by_the_second_once_it_is_there(gateway: Conformance, moved: Clock) -> None:
    client = gateway.openai()
    video = await client.videos.create(model=VIDEOS, prompt="A cat in the rain", seconds="8", size="720x1280")
    assert (video.object, video.status, video.model, video.seconds) == ("video", "queued", VIDEOS, "8")
    assert video.id.startswith("video_") and video.size == "720x1280" and video.prompt is None
    sent = gateway.api.forms[-1].fields
    assert (sent["model"], sent["seconds"], sent["prompt"]) == ("video-1", "8", "A cat in the rain")
    request = await AiRequest.get()
    assert (request.state, request.endpoint) == (RESERVED, "videos.create")
    assert (await gateway.caller.balance()).reserved == request.reserved > 0

    await ask(moved)
    found = await client.videos.retrieve(video.id)
    assert (found.status, found.progress) == ("in_progress", 50)
    await ask(moved)
    found = await client.videos.retrieve(video.id)
    assert (found.status, found.progress) == ("completed", 100) and found.completed_at
    [request] = await gateway.settled()
    assert (request.state, request.status, request.usage) == (SETTLED, 200, {"milliseconds": 8_000})
    assert request.cost == request.reserved > 0 and [row["status"] for row in request.tries] == [200]
    await ask(moved, 3)
    assert (await AiRequest.get()).cost == request.cost


@pytest.mark.parametrize("gateway", UPSTREAMS, indirect=True)
async def test_a_video_of_each_provider_is_made_downloaded_remixed_and_deleted(
    gateway: Conformance, moved: Clock
) -> None:
    client = gateway.openai()
    reference = ("cat.png", PNG, "image/png")
    video = await client.videos.create(model=VIDEOS, prompt="Move", seconds="8", input_reference=reference)
    assert (video.status, video.seconds, video.model) == ("queued", "8", VIDEOS) or video.status == "in_progress"
    await ask(moved, 3)
    assert (await client.videos.retrieve(video.id)).status == "completed"
    assert (await client.videos.download_content(video.id)).content == MP4
    [request] = await gateway.settled()
    assert request.usage == {"milliseconds": 8_000} and request.cost == request.reserved > 0

    remix = await client.videos.remix(video.id, prompt="Move on")
    assert remix.remixed_from_video_id == video.id
    await ask(moved, 3)
    assert (await client.videos.retrieve(remix.id)).status == "completed"
    refused = await client.videos.create(model=VIDEOS, prompt="something forbidden")
    await ask(moved, 3)
    found = await client.videos.retrieve(refused.id)
    assert found.status == "failed" and found.error and found.error.message
    assert [each.cost > 0 for each in await gateway.settled(3)] == [True, True, False]
    for id in (video.id, remix.id, refused.id):
        assert (await client.videos.delete(id)).deleted
    assert [each async for each in client.videos.list()] == []


async def test_the_file_of_a_video_and_its_thumbnail_come_from_the_upstream(gateway: Conformance, moved: Clock) -> None:
    client = gateway.openai()
    video = await client.videos.create(model=VIDEOS, prompt="A cat")
    with pytest.raises(openai.NotFoundError, match="not ready"):
        await client.videos.download_content(video.id)
    await ask(moved, 2)
    content = await client.videos.download_content(video.id)
    assert content.content == MP4 and content.response.headers["content-type"] == "video/mp4"
    assert (await client.videos.download_content(video.id, variant="thumbnail")).content == PNG
    gateway.api.videos.clear()
    with pytest.raises(openai.NotFoundError) as gone:
        await client.videos.download_content(video.id)
    assert gone.value.code == "video_expired"
    assert (await client.videos.retrieve(video.id)).expires_at == int(clock.now().timestamp())


async def test_a_video_that_fails_says_why_and_costs_nothing(gateway: Conformance, moved: Clock) -> None:
    client = gateway.openai()
    video = await client.videos.create(model=VIDEOS, prompt="something forbidden")
    await ask(moved, 2)
    found = await client.videos.retrieve(video.id)
    assert found.status == "failed" and found.error and found.error.code == "moderation_blocked"
    [request] = await gateway.settled()
    assert (request.state, request.cost, request.error) == (RELEASED, 0, "moderation_blocked")


async def test_a_picture_goes_with_a_video_as_a_file_or_in_json(gateway: Conformance) -> None:
    client = gateway.openai()
    await client.videos.create(model=VIDEOS, prompt="Move", input_reference=("cat.png", PNG, "image/png"))
    body = {"model": VIDEOS, "prompt": "Move", "seconds": 4, "input_reference": {"image_url": DATA_URL}, "style": "x"}
    async with gateway.caller.post("/videos", body) as response:
        assert response.status == 200 and (await response.json())["seconds"] == "4"
    first, second = (form.files["input_reference"] for form in gateway.api.forms[-2:])
    assert first == [("cat.png", "image/png", PNG)] and second[0][1:] == ("image/png", PNG)
    assert gateway.api.forms[-1].fields["style"] == "x", "what we do not know is passed on"
    assert gateway.api.forms[-2].fields["seconds"] == "4", "its length is never left to the upstream"


@pytest.mark.parametrize(
    ("fields", "param"),
    [
        ({"prompt": ""}, "prompt"),
        ({"seconds": "5"}, "seconds"),
        ({"seconds": "many"}, "seconds"),
        ({"size": "1x1"}, "size"),
        ({"n": 2}, "n"),
        ({"input_reference": {"image_url": "https://example.com/cat.png"}}, "input_reference"),
        ({"input_reference": "data:image/png;base64,?"}, "input_reference"),
        ({"input_reference": "data:image/png;base64,é"}, "input_reference"),
        ({"model": MODEL}, "model"),
        ({"service_tier": "priority"}, "service_tier"),
        ({"resolution": "4k"}, "resolution"),
        ({"generate_audio": True}, "generate_audio"),
    ],
)
async def test_what_is_wrong_with_a_video_is_said_before_anything_is_sent(
    gateway: Conformance, fields: dict[str, Any], param: str
) -> None:
    async with gateway.caller.post("/videos", {"model": VIDEOS, "prompt": "A cat"} | fields) as response:
        answer = await response.json()
    assert (response.status, answer["error"]["param"]) == (400, param)
    assert gateway.api.forms == [] and await AiRequest.all().count() == await AiVideo.all().count() == 0


async def test_an_upstream_that_refuses_or_is_down_leaves_no_video_and_costs_nothing(gateway: Conformance) -> None:
    client = gateway.openai()
    for fault, error in (("400", openai.BadRequestError), ("503", openai.InternalServerError)):
        gateway.api.fault(fault, "/v1/videos")
        with pytest.raises(error):
            await client.videos.create(model=VIDEOS, prompt="A cat")
    assert await AiVideo.all().count() == 0
    assert [request.cost for request in await gateway.settled(2)] == [0, 0]


async def test_videos_are_listed_in_pages_and_deleted(gateway: Conformance, moved: Clock) -> None:
    client = gateway.openai()
    ids = []
    for number in range(3):
        ids.append((await client.videos.create(model=VIDEOS, prompt=f"Cat {number}")).id)
        moved.on(timedelta(seconds=1))
    assert [video.id async for video in client.videos.list(limit=2)] == ids[::-1]
    assert [video.id async for video in client.videos.list(limit=1, order="asc")] == ids
    with pytest.raises(openai.BadRequestError, match="still being made"):
        await client.videos.delete(ids[0])
    await ask(moved, 2)
    deleted = await client.videos.delete(ids[0])
    assert (deleted.id, deleted.deleted, deleted.object) == (ids[0], True, "video.deleted")
    assert len(gateway.api.videos) == 2
    assert [video.id async for video in client.videos.list()] == ids[:0:-1]
    with pytest.raises(openai.NotFoundError):
        await client.videos.retrieve(ids[0])
    assert len(await gateway.settled(3)) == 3, "the requests stay listed"


async def test_a_completed_video_is_remixed_where_it_was_made(gateway: Conformance, moved: Clock) -> None:
    client = gateway.openai()
    video = await client.videos.create(model=VIDEOS, prompt="A cat", seconds="8")
    with pytest.raises(openai.NotFoundError, match="not ready"):
        await client.videos.remix(video.id, prompt="A dog")
    await ask(moved, 2)
    remix = await client.videos.remix(video.id, prompt="A dog")
    assert (remix.remixed_from_video_id, remix.seconds, remix.model) == (video.id, "8", VIDEOS)
    own = await AiVideo.get(remixed_from=video.id)
    original = await AiVideo.get(remixed_from="")
    assert gateway.api.videos[own.upstream_id]["remixed_from_video_id"] == original.upstream_id
    assert (await AiRequest.get(id=own.request_id)).endpoint == "videos.remix"


async def test_nobody_else_sees_a_video(gateway: Conformance, budi: Account) -> None:
    video = await gateway.openai().videos.create(model=VIDEOS, prompt="A cat")
    await buy_credits(budi)
    stranger = gateway.openai(api_key=await ai_key_of(budi))
    for act in (stranger.videos.retrieve, stranger.videos.delete, stranger.videos.download_content):
        with pytest.raises(openai.NotFoundError):
            await act(video.id)
    for odd in ("video_1", "x", "video_" + "z" * 32):
        with pytest.raises(openai.NotFoundError):
            await stranger.videos.retrieve(odd)
    assert [each async for each in stranger.videos.list()] == []


async def test_a_video_keeps_its_reservation_while_it_is_made(gateway: Conformance, moved: Clock) -> None:
    gateway.api.polls = 1_000
    video = await gateway.openai().videos.create(model=VIDEOS, prompt="A cat")
    moved.on(timedelta(hours=20))
    await reap()
    assert (await AiRequest.get()).state == RESERVED
    await ask(moved)
    assert (await AiVideo.get()).status == "in_progress"
    moved.on(timedelta(hours=5))
    await ask(moved)
    found = await gateway.openai().videos.retrieve(video.id)
    assert found.status == "failed" and found.error and found.error.code == "timed_out"
    [request] = await gateway.settled()
    assert (request.state, request.cost) == (RELEASED, 0)


async def test_an_upstream_that_does_not_answer_is_asked_again(gateway: Conformance, moved: Clock) -> None:
    await gateway.openai().videos.create(model=VIDEOS, prompt="A cat")
    gateway.api.fault("503", "/v1/videos/", times=3)
    await ask(moved, 3)
    assert (await AiVideo.get()).status == "queued"
    await ask(moved, 2)
    assert (await AiVideo.get()).status == "completed"
    await gateway.settled()


async def test_a_video_that_the_upstream_lost_has_failed(gateway: Conformance, moved: Clock) -> None:
    await gateway.openai().videos.create(model=VIDEOS, prompt="A cat")
    gateway.api.videos.clear()
    await ask(moved)
    assert (await AiVideo.get()).error_code == "not_found"
    assert (await gateway.settled())[0].cost == 0


async def test_a_video_that_no_upstream_began_before_the_server_died_has_failed(
    gateway: Conformance, moved: Clock
) -> None:
    await gateway.openai().videos.create(model=VIDEOS, prompt="A cat")
    await AiVideo.all().update(upstream_id="", status="queued")
    moved.on(polling.UNSENT + timedelta(minutes=1))
    await polling.give_up_unsent(Job())
    assert (await AiVideo.get()).error_code == "server_died"
    assert (await gateway.settled())[0].cost == 0


async def test_too_few_credits_begin_no_video(gateway: Conformance) -> None:
    await AiPrice.create(model_id=VIDEOS, prices={"milliseconds": SECOND * 10_000}, created_at=clock.now())
    forget_offered()
    with pytest.raises(openai.APIStatusError) as refused:
        await gateway.openai().videos.create(model=VIDEOS, prompt="A cat")
    assert (refused.value.status_code, refused.value.code) == (402, "insufficient_quota")
    assert gateway.api.forms == [] and await AiVideo.all().count() == 0
