"""The videos of the playground: begun, followed, played, saved and deleted by their own workspace."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

import pytest

from app.accounts.models import Account
from app.gateway.metering.ai_request import PLAYGROUND, AiRequest
from app.gateway.metering.balance import AiBalance
from app.gateway.playground import video_views
from app.gateway.upstreams.adapter import VideoState
from app.gateway.upstreams.usage import Usage
from app.gateway.videos.polling import finish, with_our_message
from app.gateway.videos.video import COMPLETED, FAILED, AiVideo
from tests.client import Browser
from tests.upstreams.openai_api import MP4, OpenAIApi

PATH = "/dashboard/ai/playground/videos"
HTMX = {"HX-Request": "true"}
FORM = {"prompt": "Uap kopi", "model": "video-1", "seconds": "8"}


async def begun(browser: Browser) -> AiVideo:
    assert (await browser.post(PATH, form=FORM)).status_code == 303
    return await AiVideo.get()


async def completed(browser: Browser, openai_api: OpenAIApi) -> AiVideo:
    video = await begun(browser)
    openai_api.videos[video.upstream_id]["status"] = "completed"
    await finish(video, VideoState(video.upstream_id, COMPLETED, 100, usage=Usage(milliseconds=8_000)))
    return video


async def shown(browser: Browser, **headers: str) -> str:
    response = await browser.get(PATH, headers=headers)
    return unescape(await response.get_data(as_text=True))


async def test_a_video_is_begun_and_its_progress_comes_by_itself(as_budi: Browser, budi: Account) -> None:
    video = await begun(as_budi)
    request = await AiRequest.get()
    assert (request.source, request.reserved > 0, video.key_id, video.seconds) == (PLAYGROUND, True, None, 8)

    await AiVideo.filter(id=video.id).update(status="in_progress", progress=64)
    part = await shown(as_budi, **HTMX)
    assert part.startswith("<div id") and "64%" in part and 'hx-trigger="every 4s"' in part
    assert "Check now" in await shown(as_budi)


async def test_older_videos_are_reached_too_and_asked_about_where_they_are(
    as_budi: Browser, openai_api: OpenAIApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(video_views, "PAGE_SIZE", 1)
    older = await completed(as_budi, openai_api)
    await AiVideo.filter(id=older.id).update(created_at=older.created_at - timedelta(days=1))
    assert (await as_budi.post(PATH, form=FORM)).status_code == 303
    page = await shown(as_budi)
    assert f"video-{older.id}" not in page
    [more] = re.findall(r'href="([^"]*\?after=[^"&]+)"', page)
    rest = unescape(await (await as_budi.get(more)).get_data(as_text=True))
    assert f'id="video-{older.id}"' in rest and "Newest videos" in rest
    [ask] = re.findall(rf'href="([^"]*ask=delete&video={older.id})#', rest)
    assert f"/{older.id}/delete" in await (await as_budi.get(ask)).get_data(as_text=True)


async def test_one_that_is_ready_has_its_price_and_is_played_and_saved(as_budi: Browser, openai_api: OpenAIApi) -> None:
    video = await completed(as_budi, openai_api)
    page = await shown(as_budi, **HTMX)
    assert "Rp" in page and "hx-trigger" not in page

    response = await as_budi.get(f"{PATH}/{video.id}/content?save=1")
    assert await response.get_data(as_text=False) == MP4 and response.mimetype == "video/mp4"
    assert response.headers["Content-Disposition"].startswith("attachment")


async def test_one_that_failed_says_why_and_that_nothing_was_charged(as_budi: Browser, budi: Account) -> None:
    video = await begun(as_budi)
    await finish(video, VideoState(video.upstream_id, FAILED, error=("moderation_blocked", "No <real> people.")))
    page = await shown(as_budi)
    assert "Nothing was charged." in page and "No <real> people." in page
    assert (await AiBalance.of(budi)).reserved == 0


async def test_why_one_failed_is_said_in_the_readers_language(as_budi: Browser, budi: Account) -> None:
    [user] = await budi.owners()
    user.language = "id"
    await user.save(update_fields=["language"])
    video = await begun(as_budi)
    await finish(video, with_our_message(VideoState(video.upstream_id, FAILED, error=("x", "Oops."))))
    assert "Penyedianya tidak berhasil membuat video ini." in await shown(as_budi)


async def test_a_film_that_the_provider_no_longer_has_is_said_so(as_budi: Browser, openai_api: OpenAIApi) -> None:
    video = await completed(as_budi, openai_api)
    del openai_api.videos[video.upstream_id]
    response = await as_budi.get(f"{PATH}/{video.id}/content")
    assert response.status_code == 303 and "no longer has the film" in await shown(as_budi)


async def test_one_that_has_ended_is_deleted_here_and_there(as_budi: Browser, openai_api: OpenAIApi) -> None:
    video = await begun(as_budi)
    await as_budi.post(f"{PATH}/{video.id}/delete")
    assert await AiVideo.exists()  # it is still being made

    openai_api.videos[video.upstream_id]["status"] = "completed"
    await finish(video, VideoState(video.upstream_id, COMPLETED, 100, usage=Usage(milliseconds=8_000)))
    page = unescape(await (await as_budi.get(f"{PATH}?ask=delete&video={video.id}")).get_data(as_text=True))
    assert "This cannot be undone." in page and f'action="{PATH}/{video.id}/delete"' in page
    await as_budi.post(f"{PATH}/{video.id}/delete")
    assert not await AiVideo.exists() and not openai_api.videos and await AiRequest.exists()


async def test_one_that_is_being_made_is_cancelled_after_a_question(
    as_budi: Browser, budi: Account, openai_api: OpenAIApi
) -> None:
    openai_api.stops_videos, openai_api.polls = True, 9
    video = await begun(as_budi)
    page = await shown(as_budi)
    assert f"?ask=cancel&video={video.id}" in page and f"/{video.id}/cancel" not in page
    response = await as_budi.get(f"{PATH}?ask=cancel&video={video.id}")
    page = unescape(await response.get_data(as_text=True))
    assert f'action="{PATH}/{video.id}/cancel"' in page and f'hx-get="{PATH}?ask=cancel&video={video.id}"' in page

    await as_budi.post(f"{PATH}/{video.id}/cancel")
    page = await shown(as_budi)
    assert "Cancelled" in page and "Nothing was charged." in page and "It costs nothing." in page
    assert (await AiBalance.of(budi)).reserved == 0
    await as_budi.post(f"{PATH}/{video.id}/cancel")
    assert "The video had ended before." in await shown(as_budi)


async def test_a_provider_that_stops_nothing_is_said_so(as_budi: Browser, openai_api: OpenAIApi) -> None:
    openai_api.polls = 9
    video = await begun(as_budi)
    await as_budi.post(f"{PATH}/{video.id}/cancel")
    assert "does not stop a video" in await shown(as_budi) and not (await AiVideo.get()).ended


@pytest.mark.parametrize("what", ["content", "cancel", "delete"])
async def test_another_workspace_does_not_reach_it(
    as_budi: Browser, as_sari: Browser, openai_api: OpenAIApi, what: str
) -> None:
    video = await completed(as_budi, openai_api)
    send = as_sari.get if what == "content" else as_sari.post
    assert (await send(f"{PATH}/{video.id}/{what}")).status_code == 404 and await AiVideo.exists()


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("prompt", " ", "Write what should be seen."),
        ("seconds", "5", "This model makes videos of"),
        ("model", "gone", "This model is not offered now."),
    ],
)
async def test_what_is_wrong_is_said_by_its_field_and_nothing_typed_is_lost(
    as_budi: Browser, field: str, value: str, says: str
) -> None:
    for path, headers in ((PATH, {}), (PATH, HTMX), (f"{PATH}/code", {})):
        response = await as_budi.post(
            path, form={**FORM, "prompt": "Uap kopi sekali"} | {field: value}, headers=headers
        )
        page = await response.get_data(as_text=True)
        assert response.status_code == 422 and says in page and (field == "prompt" or "Uap kopi sekali" in page)
    assert not await AiRequest.exists()


async def test_a_provider_that_refuses_costs_nothing_and_keeps_the_words(
    as_budi: Browser, budi: Account, openai_api: OpenAIApi
) -> None:
    openai_api.fault("500", "/v1/videos", times=9)
    response = await as_budi.post(PATH, form=FORM)
    assert response.status_code == 422 and "Uap kopi</textarea>" in await response.get_data(as_text=True)
    assert not await AiVideo.exists() and (await AiBalance.of(budi)).reserved == 0


async def test_the_request_is_shown_as_code(as_budi: Browser) -> None:
    response = await as_budi.post(f"{PATH}/code", form=FORM, headers=HTMX)
    assert "client.videos.create(" in unescape(await response.get_data(as_text=True))
