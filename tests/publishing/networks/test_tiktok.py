"""TikTok through its stand-in: what is published, what is refused, and what is never published twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.publishing.networks import client as network_client
from app.publishing.networks import oauth_client
from app.publishing.networks.client import NetworkClient
from app.publishing.networks.errors import (
    CannotLook,
    NetworkError,
    NotReady,
    OutcomeUnknown,
    PostRefused,
    ReconnectNeeded,
    Scope,
    TemporaryFailure,
)
from app.publishing.networks.network import Grant, Target
from app.publishing.networks.post_content import IMAGE, MediaFile, PostContent
from app.publishing.networks.tiktok import TikTok
from app.publishing.networks.tiktok_api import error_of_refusal
from app.publishing.networks.tiktok_rules import chunks, count_utf16
from tests.conftest import Clock
from tests.networks import tiktok as stand_in
from tests.networks.media_host import PNG, MediaHost, photo, video
from tests.networks.publishing import Memory, publish, settings
from tests.networks.stand_in import served
from tests.networks.troubles import BEFORE_FENCE_TIMED

adapter = TikTok()
LARGE = bytes(range(256)) * 4096 * 32  # 32 MiB: three chunks
BACK = "https://kliqs.test/publish/oauth/tiktok/callback"
PRIVATE, PUBLIC = {"privacy_level": "SELF_ONLY"}, {"privacy_level": "PUBLIC_TO_EVERYONE"}
VIDEO_INIT, PHOTO_INIT = "/v2/post/publish/video/init/", "/v2/post/publish/content/init/"
STATUS = "/v2/post/publish/status/fetch/"


@pytest.fixture
def network() -> Iterator[stand_in.TikTok]:
    with served(stand_in.TikTok()) as tiktok:
        settings(
            tiktok_client_key=stand_in.KEY,
            tiktok_client_secret=stand_in.SECRET,
            tiktok_url=tiktok.origin,
            tiktok_authorize_url=f"{tiktok.origin}/v2/auth/authorize/",
            tiktok_audited=True,
        )
        yield tiktok


@pytest.fixture
def host() -> Iterator[MediaHost]:
    with served(MediaHost()) as host:
        yield host


@pytest.fixture
def client(network: stand_in.TikTok) -> NetworkClient:
    return NetworkClient(network.token())


@pytest.fixture
async def target(network: stand_in.TikTok, client: NetworkClient) -> Target:
    [account] = await adapter.accounts(client, Grant("", scopes=("user.info.basic", "video.publish")))
    network.requests.clear()
    return Target(account.external_id, account.details)


def post(*media: MediaFile, text: str = "Kopi pagi", **options: Any) -> PostContent:
    return PostContent("variant-1", text, media or (video(),), options={**PUBLIC, **options})


async def test_a_short_video_is_published_with_its_text_and_answers(
    network: stand_in.TikTok, client: NetworkClient, target: Target
) -> None:
    sent = await publish(adapter, client, target, post(allow_comment=True, brand_organic=True, promotes=True))
    [published] = network.posts
    assert sent.published and sent.external_id == published["id"]
    assert sent.permalink == f"https://www.tiktok.com/@nusantarakopi/video/{published['id']}"
    assert published["title"] == "Kopi pagi" and published["privacy_level"] == "PUBLIC_TO_EVERYONE"
    assert [published[f"disable_{what}"] for what in ("comment", "duet", "stitch")] == [False, True, True]
    assert published["brand_organic_toggle"] and not published["brand_content_toggle"] and not published["is_aigc"]


async def test_nothing_is_published_before_the_last_chunk(
    network: stand_in.TikTok, client: NetworkClient, target: Target
) -> None:
    progress, content = Memory().progress(), post(video(data=LARGE))
    await adapter.prepare(client, target, content, progress)
    await adapter.prepare(client, target, content, progress)
    [upload] = network.uploads.values()
    assert not network.posts and len(upload.ranges) == 2 and progress.uploaded == upload.arrived
    await adapter.send(client, target, content, progress.values)
    assert len(network.posts) == 1 and upload.arrived == len(LARGE) == progress.total


async def test_an_upload_goes_on_where_the_connection_broke(
    network: stand_in.TikTok, client: NetworkClient, target: Target
) -> None:
    saved, content = Memory(), post(video(data=LARGE))
    network.trouble("cut", "/upload/", skip=1, bytes_read=500_000)
    with pytest.raises(TemporaryFailure):
        await publish(adapter, client, target, content, saved)
    await publish(adapter, client, target, content, saved)
    [upload] = network.uploads.values()
    assert len(network.arrivals(VIDEO_INIT)) == 1 and len(network.posts) == 1
    assert [first for first, _ in upload.ranges] == [0, 10 * 1024**2, 20 * 1024**2]
    assert len(network.arrivals("/upload/")) == 4, "only the broken chunk is put again"


async def test_a_chunk_that_arrived_without_an_answer_is_not_put_again(
    network: stand_in.TikTok, client: NetworkClient, target: Target
) -> None:
    saved, content = Memory(), post(video(data=LARGE))
    network.trouble("commit then drop", "/upload/")
    with pytest.raises(TemporaryFailure):
        await publish(adapter, client, target, content, saved)
    await publish(adapter, client, target, content, saved)
    assert len(network.arrivals("/upload/")) == 3 and len(network.posts) == 1


async def test_an_upload_whose_address_has_ended_begins_anew(
    network: stand_in.TikTok, client: NetworkClient, target: Target, moved: Clock
) -> None:
    content, progress = post(video(data=LARGE)), Memory().progress()
    await adapter.prepare(client, target, content, progress)
    moved.on(timedelta(hours=2))
    later = NetworkClient(network.token())
    await adapter.prepare(later, target, content, progress)
    await adapter.send(later, target, content, progress.values)
    assert len(network.uploads) == 2 and len(network.posts) == 1


@pytest.mark.parametrize("trouble", ["commit then drop", "500"])
async def test_a_last_chunk_without_an_answer_is_unknown_and_its_status_tells(
    network: stand_in.TikTok, client: NetworkClient, target: Target, trouble: str
) -> None:
    progress, content = Memory().progress(), post()
    await adapter.prepare(client, target, content, progress)
    network.trouble(trouble, "/upload/")
    with pytest.raises(OutcomeUnknown) as unknown:
        await adapter.send(client, target, content, progress.values)
    assert "secret-upload" not in repr(unknown.value) + unknown.value.detail
    found = await adapter.find(client, target, content, progress.values)
    if trouble == "500":
        assert found is None, "TikTok waits for the last chunk, so it has nothing to publish"
        found = await adapter.send(client, target, content, progress.values)
    assert found and (await adapter.confirm(client, target, found)).published and len(network.posts) == 1


async def test_a_last_chunk_that_is_put_twice_makes_no_second_post(
    network: stand_in.TikTok, client: NetworkClient, target: Target
) -> None:
    progress, content = Memory().progress(), post()
    await adapter.prepare(client, target, content, progress)
    await adapter.send(client, target, content, progress.values)
    with pytest.raises(OutcomeUnknown):
        await adapter.send(client, target, content, progress.values)
    await adapter.prepare(client, target, content, progress)
    sent = await adapter.send(client, target, content, progress.values)
    assert (await adapter.confirm(client, target, sent)).published and len(network.posts) == 1


async def test_a_crash_right_after_the_upload_was_opened_makes_no_second_post(
    network: stand_in.TikTok, client: NetworkClient, target: Target
) -> None:
    content = post()
    network.trouble("commit then drop", VIDEO_INIT)
    with pytest.raises(TemporaryFailure):
        await publish(adapter, client, target, content)
    await publish(adapter, client, target, content)
    assert len(network.uploads) == 2 and len(network.posts) == 1


async def test_photos_are_fetched_by_tiktok_with_one_call(
    network: stand_in.TikTok, client: NetworkClient, target: Target, host: MediaHost
) -> None:
    content = post(host.photo("one"), host.photo("two"), text="Dua foto")
    sent = await publish(adapter, client, target, content)
    [published] = network.posts
    assert sent.external_id == published["id"] and published["description"] == "Dua foto"
    assert len(host.requests) == 2 and not network.arrivals("/upload/")


async def test_photos_without_an_answer_are_unknown_and_cannot_be_looked_for(
    network: stand_in.TikTok, client: NetworkClient, target: Target, host: MediaHost
) -> None:
    progress, content = Memory().progress(), post(host.photo())
    await adapter.prepare(client, target, content, progress)
    network.trouble("commit then drop", PHOTO_INIT)
    with pytest.raises(OutcomeUnknown):
        await adapter.send(client, target, content, progress.values)
    with pytest.raises(CannotLook):
        await adapter.find(client, target, content, progress.values)


@pytest.mark.parametrize("trouble", ["commit then not json", "not json", "503", "redirect", "slow drip"])
async def test_whatever_is_no_clear_answer_to_sending_photos_is_unknown(
    network: stand_in.TikTok,
    client: NetworkClient,
    target: Target,
    host: MediaHost,
    trouble: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(network_client, "LIMITS", replace(network_client.LIMITS, total=1))
    network.trouble(trouble, PHOTO_INIT)
    with pytest.raises(OutcomeUnknown):
        await publish(adapter, client, target, post(host.photo()))


async def test_a_server_that_cannot_be_reached_was_surely_not_told(
    network: stand_in.TikTok, client: NetworkClient, target: Target
) -> None:
    progress = Memory().progress()
    await adapter.prepare(client, target, post(), progress)
    progress.values["upload_url"] = "http://127.0.0.1:9/upload"
    with pytest.raises(TemporaryFailure):
        await adapter.send(client, target, post(), progress.values)


@pytest.mark.parametrize("trouble, kind, key, after", BEFORE_FENCE_TIMED)
async def test_each_trouble_before_the_fence_says_what_may_be_done(
    network: stand_in.TikTok,
    client: NetworkClient,
    target: Target,
    trouble: str,
    kind: type[NetworkError],
    key: str,
    after: float,
) -> None:
    network.trouble(trouble, VIDEO_INIT)
    with pytest.raises(kind) as error:
        await adapter.prepare(client, target, post(), Memory().progress())
    assert (error.value.trouble, getattr(error.value, "after", 0)) == (key, after)
    assert client.access_token not in repr(error.value) + error.value.detail + str(error.value)
    await publish(adapter, client, target, post())
    assert len(network.posts) == 1


@pytest.mark.parametrize(
    "options, audited, code, key",
    [
        ({"privacy_level": "FOLLOWER_OF_CREATOR"}, True, "privacy_level_option_mismatch", "tiktok_privacy"),
        (PUBLIC, False, "unaudited_client_can_only_post_to_private_accounts", "tiktok_unaudited"),
        (PRIVATE | {"brand_content": True}, True, "invalid_params", "post_refused"),
    ],
)
async def test_a_refused_post_says_why(
    network: stand_in.TikTok,
    client: NetworkClient,
    target: Target,
    options: dict[str, Any],
    audited: bool,
    code: str,
    key: str,
) -> None:
    network.audited = audited
    with pytest.raises(PostRefused) as refused:
        await publish(adapter, client, target, post(**options))
    assert (refused.value.code, refused.value.trouble) == (code, key) and not network.posts


async def test_more_than_six_openings_a_minute_wait(
    network: stand_in.TikTok, client: NetworkClient, target: Target
) -> None:
    for _ in range(6):
        await adapter.prepare(client, target, post(), Memory().progress())
    with pytest.raises(TemporaryFailure) as failure:
        await adapter.prepare(client, target, post(), Memory().progress())
    assert failure.value.trouble == "rate_limited" and (adapter.limits[0].most, adapter.limits[0].seconds) == (6, 60)


async def test_a_post_is_confirmed_once_tiktok_has_processed_it(
    network: stand_in.TikTok, client: NetworkClient, target: Target
) -> None:
    network.polls = 2
    progress, content = Memory().progress(), post()
    await adapter.prepare(client, target, content, progress)
    sent = await adapter.send(client, target, content, progress.values)
    assert not sent.published
    for _ in range(2):
        with pytest.raises(NotReady):
            await adapter.confirm(client, target, sent)
    assert (await adapter.confirm(client, target, sent)).published


@pytest.mark.parametrize("trouble", ["401", "429", "500", "drop", "not json"])
async def test_trouble_while_looking_leaves_sent_what_was_sent(
    network: stand_in.TikTok, client: NetworkClient, target: Target, trouble: str
) -> None:
    progress = Memory().progress()
    await adapter.prepare(client, target, post(), progress)
    sent = await adapter.send(client, target, post(), progress.values)
    network.trouble(trouble, STATUS)
    with pytest.raises(NotReady):
        await adapter.confirm(client, target, sent)


@pytest.mark.parametrize(
    "reason, key",
    [
        ("duration_check_failed", "video_length"),
        ("file_format_check_failed", "file_refused"),
        ("spam_risk_too_many_posts", "tiktok_spam"),
        ("publish_cancelled", "tiktok_cancelled"),
        ("something new", "post_refused"),
    ],
)
async def test_a_post_that_tiktok_did_not_publish_says_why(
    network: stand_in.TikTok, client: NetworkClient, target: Target, reason: str, key: str
) -> None:
    network.fails = reason
    with pytest.raises(PostRefused) as refused:
        await publish(adapter, client, target, post())
    assert (refused.value.trouble, refused.value.code) == (key, reason)


async def test_photos_that_tiktok_cannot_fetch_or_read_are_refused(
    network: stand_in.TikTok, client: NetworkClient, target: Target, host: MediaHost
) -> None:
    with pytest.raises(PostRefused, match="media_not_fetched"):
        await publish(adapter, client, target, post(photo()))
    for content, key in (
        (post(photo(url=f"{host.origin}/gone")), "media_not_fetched"),
        (post(host.photo("a", PNG)), "file_refused"),
    ):
        with pytest.raises(PostRefused, match=key):
            await publish(adapter, client, target, content)
    network.verified = "https://kliqs.test/"
    with pytest.raises(PostRefused, match="tiktok_domain"):
        await publish(adapter, client, target, post(host.photo()))
    assert not network.posts


async def test_a_private_post_has_no_address(network: stand_in.TikTok, client: NetworkClient, target: Target) -> None:
    sent = await publish(adapter, client, target, post(**PRIVATE))
    assert sent.published and not sent.permalink and len(network.posts) == 1


async def test_the_app_wide_limit_stops_everybody_and_blames_nobody() -> None:
    error = error_of_refusal(code="reached_active_user_cap", status=403)
    assert isinstance(error, TemporaryFailure) and error.scope is Scope.APP


async def test_an_account_is_connected_with_rotating_tokens(network: stand_in.TikTok) -> None:
    table = await adapter.oauth()
    url = oauth_client.authorization_url(table, "the-state", "verifier" * 6, BACK)
    assert f"client_key={stand_in.KEY}" in url and "scope=user.info.basic%2Cvideo.publish" in url
    code = network.authorization.visit(url).partition("code=")[2].partition("&")[0]
    grant = await oauth_client.exchange_code(table, code, "verifier" * 6, BACK)
    assert grant.expires_in == 7200 and grant.refresh_expires_in == 15_552_000
    with pytest.raises(ReconnectNeeded):
        await oauth_client.exchange_code(table, code, "verifier" * 6, BACK)
    renewed = await oauth_client.refresh(table, grant.refresh_token)
    [account] = await adapter.accounts(NetworkClient(renewed.access_token), renewed)
    assert (account.external_id, account.username, account.may_publish) == ("open-id-1", "nusantarakopi", True)
    with pytest.raises(ReconnectNeeded):
        await oauth_client.refresh(table, grant.refresh_token)


async def test_without_the_scope_to_publish_the_account_may_not_publish(network: stand_in.TikTok) -> None:
    scopes = ("user.info.basic",)
    [account] = await adapter.accounts(NetworkClient(network.token(*scopes)), Grant("", scopes=scopes))
    assert not account.may_publish and account.missing == ("video.publish",) and account.username == "Nusantara Kopi"


async def test_disconnecting_takes_the_tokens_back_once(network: stand_in.TikTok) -> None:
    grant = Grant(network.token())
    for _ in range(2):
        await adapter.revoke(NetworkClient(grant.access_token), grant)
    with pytest.raises(ReconnectNeeded):
        await adapter.refresh_details(NetworkClient(grant.access_token), Target("open-id-1"))
    network.trouble("500", "/v2/oauth/revoke/")
    with pytest.raises(TemporaryFailure):
        await adapter.revoke(NetworkClient(grant.access_token), grant)


async def test_what_may_be_chosen_is_read_from_the_account(network: stand_in.TikTok, client: NetworkClient) -> None:
    network.duet_disabled = True
    details = await adapter.refresh_details(client, Target("open-id-1", {"kept": 1}))
    assert details["kept"] == 1 and details["nickname"] == "Nusantara Kopi" and details["most_seconds"] == 600
    assert details["privacy_level_options"] == network.offered and details["duet_disabled"]
    settings(tiktok_audited=False)
    details = await adapter.refresh_details(client, Target("open-id-1"))
    assert details["privacy_level_options"] == ["SELF_ONLY"], "an app without an audit may only post privately"


@pytest.mark.parametrize(
    "options, field",
    [
        ({"allow_duet": True}, "options.allow_duet"),
        ({"promotes": True}, "options.promotes"),
        ({"privacy_level": "SELF_ONLY", "brand_content": True}, "options.privacy_level"),
        ({}, ""),
        ({"promotes": True, "brand_content": True, "allow_comment": True}, ""),
    ],
)
async def test_answers_that_tiktok_would_refuse_are_told_before(options: dict[str, Any], field: str) -> None:
    offered = ["PUBLIC_TO_EVERYONE", "SELF_ONLY"]
    details = {"privacy_level_options": offered, "duet_disabled": True, "most_seconds": 600}
    problems = adapter.problems(post(**options), Target("open-id-1", details))
    assert [problem.field_name for problem in problems] == ([field] if field else [])


async def test_a_video_that_is_too_long_for_the_account_is_told_before() -> None:
    target = Target("open-id-1", {"most_seconds": 600})
    [problem] = adapter.problems(post(video(seconds=660)), target)
    assert problem.field_name == "media" and problem.facts == {"seconds": 660, "most": 600}


def test_who_may_see_it_has_no_default_and_nothing_is_allowed_unless_somebody_allows_it() -> None:
    by_name = {option.name: option for option in adapter.options}
    assert by_name["privacy_level"].required and by_name["privacy_level"].choices_key == "privacy_level_options"
    assert all(by_name[name].disabled_key for name in ("allow_comment", "allow_duet", "allow_stitch"))
    assert adapter.adds_nothing and not adapter.short_links


@pytest.mark.parametrize(
    "size", [1, 5 * 1024**2 - 1, 5 * 1024**2, 20 * 1024**2 - 1, 20 * 1024**2, 512 * 1024**2, 4 * 1024**3]
)
def test_chunks_are_as_tiktok_wants_them(size: int) -> None:
    chunk, count = chunks(size)
    last = size - (count - 1) * chunk
    assert count == size // chunk and 1 <= count <= 1000 and last <= 128 * 1024**2
    assert chunk == size or 5 * 1024**2 <= chunk <= 64 * 1024**2


def test_text_is_counted_as_tiktok_counts() -> None:
    assert count_utf16("kopi ☕") == 6 and count_utf16("😀") == 2 and count_utf16("\ud83d") == 1


def test_no_token_shows() -> None:
    assert "secret" not in repr(NetworkClient("secret")) + repr(Grant("secret", "secret", "secret"))
    assert issubclass(TemporaryFailure, NetworkError)


def test_the_network_fetches_photos_and_takes_videos_from_us() -> None:
    assert adapter.media_rules.fetches == {IMAGE}
