"""A video whose provider, route, credential or job is lost on the way, or whose provider lies about its length."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import openai
import pytest

from app.gateway.catalogue.credentials import own_key_purpose, seal_credential
from app.gateway.catalogue.offered import forget_offered
from app.gateway.catalogue.upstream import OwnUpstreamKey, Route, Upstream
from app.gateway.metering.ai_request import RELEASED, SETTLED, AiRequest
from app.gateway.upstreams.adapter import VideoState
from app.gateway.upstreams.registry import ADAPTERS
from app.gateway.videos import polling
from app.gateway.videos.deletion import erase_videos_of_end_user
from app.gateway.videos.video import AiVideo, parse_public_id
from app.jobs import Job
from app.jobs.worker import Worker
from app.kernel import clock
from tests.conftest import Clock
from tests.gateway.api.conformance import Conformance
from tests.gateway.api.test_conformance_videos import VIDEOS, ask
from tests.waiting import eventually

pytestmark = pytest.mark.filterwarnings("ignore:The Sora API:DeprecationWarning")


async def begin(gateway: Conformance, **fields: Any) -> AiVideo:
    """A video that is being made."""
    video = await gateway.openai().videos.create(model=VIDEOS, prompt="A cat", **fields)
    return await AiVideo.get(id=parse_public_id(video.id))


async def test_a_video_is_asked_for_where_it_was_begun_even_if_that_is_switched_off(
    gateway: Conformance, moved: Clock
) -> None:
    await begin(gateway)
    await Upstream.all().update(enabled_at=None)
    await Route.all().update(enabled_at=None)
    forget_offered()
    await ask(moved, 2)
    assert (await AiVideo.get()).status == "completed" and (await AiRequest.get()).state == SETTLED


async def test_a_video_whose_route_was_removed_has_failed_at_no_cost(gateway: Conformance, moved: Clock) -> None:
    video = await begin(gateway)
    await Route.filter(id=video.route_id).delete()
    await ask(moved)
    assert (await AiVideo.get()).error_code == "provider_unavailable"
    [request] = await gateway.settled()
    assert (request.state, request.cost) == (RELEASED, 0)


async def test_a_video_pays_no_more_than_the_length_that_was_asked_for(gateway: Conformance, moved: Clock) -> None:
    video = await begin(gateway, seconds="4")
    gateway.api.videos[video.upstream_id]["seconds"] = "3600"
    await ask(moved, 2)
    [request] = await gateway.settled()
    assert request.usage == {"milliseconds": 4_000} and request.estimated and request.cost == request.reserved


async def test_a_shorter_video_costs_less(gateway: Conformance, moved: Clock) -> None:
    video = await begin(gateway, seconds="8")
    gateway.api.videos[video.upstream_id]["seconds"] = "6.5"
    await ask(moved, 2)
    [request] = await gateway.settled()
    assert request.usage == {"milliseconds": 6_500} and 0 < request.cost < request.reserved


async def test_a_workspaces_own_credential_makes_and_follows_its_videos_for_nothing(
    gateway: Conformance, moved: Clock
) -> None:
    upstream = await Upstream.get(name=f"openai of {VIDEOS}")
    await Upstream.filter(id=upstream.id).update(own_keys=True)
    account = gateway.caller.account
    sealed = seal_credential(gateway.api.credential, own_key_purpose(account.id, upstream.id))
    own = await OwnUpstreamKey.create(
        account=account, upstream=upstream, credential=sealed, last_four="last", created_at=clock.now()
    )
    await Upstream.filter(id=upstream.id).update(credential="")
    forget_offered()
    await begin(gateway)
    await ask(moved, 2)
    [request] = await gateway.settled()
    assert (request.own_key, request.cost, request.usage) == (True, 0, {"milliseconds": 4_000})

    other = await begin(gateway)
    await own.delete()
    await ask(moved)
    await other.refresh_from_db()
    assert other.error_code == "provider_unavailable"


async def test_a_job_that_fails_for_good_ends_its_video(
    gateway: Conformance, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await begin(gateway)

    async def broken(_video: AiVideo) -> None:
        raise RuntimeError

    monkeypatch.setattr(polling, "upstream_of", broken)
    for _ in range(12):
        moved.on(timedelta(minutes=5))
        await Worker().run_due(polling.KIND)
    assert await Job.not_ended().count() == 0
    assert (await AiVideo.get()).status == "failed"
    assert (await gateway.settled())[0].cost == 0


async def test_what_a_provider_says_of_a_failure_is_not_kept_because_it_may_quote_the_prompt(
    gateway: Conformance, moved: Clock
) -> None:
    for code, kept, words in (
        ("moderation_blocked", "moderation_blocked", "content rules"),
        ("no: A cat", "failed", "could not make"),
    ):
        video = await begin(gateway)
        error = {"code": code, "message": "We do not draw “A cat”."}
        gateway.api.videos[video.upstream_id] |= {"status": "failed", "error": error}
        await ask(moved)
        await video.refresh_from_db()
        assert (video.status, video.error_code) == ("failed", kept)
        assert words in video.error_message and "A cat" not in video.error_message


async def test_a_credential_that_cannot_be_read_for_now_ends_no_video(gateway: Conformance, moved: Clock) -> None:
    video = await begin(gateway)
    sealed = (await Upstream.get(name=f"openai of {VIDEOS}")).credential
    await Upstream.filter(name=f"openai of {VIDEOS}").update(credential="broken")
    await ask(moved, 2)
    await video.refresh_from_db()
    assert video.status == "queued"
    await Upstream.filter(name=f"openai of {VIDEOS}").update(credential=sealed)
    await ask(moved, 2)
    await video.refresh_from_db()
    assert video.status == "completed"


async def test_a_client_that_hangs_up_while_a_video_is_begun_finds_it_in_its_list(
    gateway: Conformance, moved: Clock
) -> None:
    gate = asyncio.Event()
    create = ADAPTERS["openai"].create_video

    async def slow(*arguments: Any) -> VideoState:
        await gate.wait()
        return await create(*arguments)

    with patch.object(type(ADAPTERS["openai"]), "create_video", staticmethod(slow)):
        with pytest.raises(openai.APITimeoutError):
            await gateway.openai(timeout=0.5).videos.create(model=VIDEOS, prompt="A cat")
        gate.set()

        async def begun() -> AiVideo | None:
            return await AiVideo.get_or_none(upstream_id__not="")

        video = await eventually(begun)
    assert [each.id async for each in gateway.openai().videos.list()] == [video.public_id]
    await ask(moved, 2)
    assert (await gateway.settled())[0].cost > 0


async def test_a_deleted_account_is_asked_about_no_more(gateway: Conformance, moved: Clock) -> None:
    video = await begin(gateway)
    await AiVideo.filter(id=video.id).delete()
    before = len(gateway.api.requests)
    await ask(moved)
    assert len(gateway.api.requests) == before and await Job.not_ended().filter(kind=polling.KIND).count() == 0


async def test_the_videos_of_an_end_user_are_deleted_at_the_upstream_too(gateway: Conformance, moved: Clock) -> None:
    video = await begin(gateway, extra_body={"user": "ani"})
    await begin(gateway, extra_body={"user": "joko"})
    account = gateway.caller.account
    assert await erase_videos_of_end_user(account, "ani") == 0, "one that is being made is finished first"
    await ask(moved, 2)
    assert await erase_videos_of_end_user(account, "ani") == 1
    assert [each.id for each in await AiVideo.all()] != [video.id] and len(gateway.api.videos) == 1


async def test_a_video_that_the_upstream_does_not_delete_is_deleted_here(gateway: Conformance, moved: Clock) -> None:
    await begin(gateway, extra_body={"user": "ani"})
    await ask(moved, 2)
    gateway.api.fault("503", "/v1/videos/")
    assert await erase_videos_of_end_user(gateway.caller.account, "ani") == 1
    assert await AiVideo.all().count() == 0
