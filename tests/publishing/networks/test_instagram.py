"""Instagram through its stand-in: what is published, what is refused, and what is never published twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from app.publishing.networks import oauth_client
from app.publishing.networks.client import NetworkClient
from app.publishing.networks.errors import (
    CannotLook,
    NetworkError,
    NotReady,
    OutcomeUnknown,
    PostRefused,
    ReconnectNeeded,
    TemporaryFailure,
)
from app.publishing.networks.instagram import Instagram
from app.publishing.networks.network import Grant, Sent, Target
from app.publishing.networks.post_content import IMAGE, VIDEO, MediaFile, PostContent
from tests.conftest import Clock
from tests.networks import instagram as stand_in
from tests.networks.media_host import PNG, MediaHost, photo, video
from tests.networks.publishing import Memory, publish, settings
from tests.networks.stand_in import served
from tests.networks.troubles import BEFORE_FENCE_TIMED

adapter = Instagram()
BACK = "https://kliqs.test/publish/oauth/instagram/callback"
TARGET = Target(stand_in.USER, {"user_id": stand_in.PERSON})
MEDIA, PUBLISH = f"/v25.0/{stand_in.USER}/media", f"/v25.0/{stand_in.USER}/media_publish"


@pytest.fixture
def network() -> Iterator[stand_in.Instagram]:
    with served(stand_in.Instagram()) as instagram:
        settings(
            instagram_app_id=instagram.client_id,
            instagram_app_secret=instagram.client_secret,
            instagram_authorize_url=f"{instagram.origin}/oauth/authorize",
            instagram_token_url=f"{instagram.origin}/oauth/access_token",
            instagram_graph_url=instagram.origin,
        )
        yield instagram


@pytest.fixture
def host() -> Iterator[MediaHost]:
    with served(MediaHost()) as host:
        yield host


@pytest.fixture
def client(network: stand_in.Instagram) -> NetworkClient:
    return NetworkClient(network.token())


def post(*media: MediaFile, text: str = "Kopi pagi #kopi") -> PostContent:
    return PostContent("variant-1", text, media)


async def test_a_photo_is_published_with_its_text_and_description(
    network: stand_in.Instagram, client: NetworkClient, host: MediaHost
) -> None:
    sent = await publish(adapter, client, TARGET, post(host.photo(alt="Secangkir kopi")))
    [published] = network.posts
    assert sent.external_id == published["id"] and sent.permalink == f"https://www.instagram.com/p/{published['id']}/"
    assert published["caption"] == "Kopi pagi #kopi" and published["sources"][0]["alt_text"] == "Secangkir kopi"


async def test_a_video_is_a_reel_and_waits_until_it_is_processed(
    network: stand_in.Instagram, client: NetworkClient, host: MediaHost
) -> None:
    network.polls, saved, content = 2, Memory(), post(host.video())
    for _ in range(2):
        with pytest.raises(NotReady):
            await publish(adapter, client, TARGET, content, saved)
    await publish(adapter, client, TARGET, content, saved)
    [published] = network.posts
    assert published["sources"][0]["media_type"] == "REELS" and len(network.arrivals(MEDIA, "POST")) == 2


async def test_a_carousel_keeps_the_order_of_its_files(
    network: stand_in.Instagram, client: NetworkClient, host: MediaHost
) -> None:
    saved, content = Memory(), post(host.photo("one"), host.video("two"), host.photo("three"))
    network.trouble("commit then drop", MEDIA, "POST", skip=1)
    with pytest.raises(TemporaryFailure):
        await publish(adapter, client, TARGET, content, saved)
    await publish(adapter, client, TARGET, content, saved)
    [published] = network.posts
    urls = [source.get("image_url") or source.get("video_url") for source in published["sources"]]
    assert urls == [f"{host.origin}/{name}" for name in ("one", "two", "three")]


async def test_containers_publish_nothing(network: stand_in.Instagram, client: NetworkClient, host: MediaHost) -> None:
    progress, content = Memory().progress(), post(host.photo())
    await adapter.prepare(client, TARGET, content, progress)
    await adapter.prepare(client, TARGET, content, progress)
    assert not network.posts and len(network.containers) == 1


async def test_a_lost_answer_is_unknown_and_the_container_tells(
    network: stand_in.Instagram, client: NetworkClient, host: MediaHost
) -> None:
    progress, content = Memory().progress(), post(host.photo())
    await adapter.prepare(client, TARGET, content, progress)
    network.trouble("commit then drop", PUBLISH)
    with pytest.raises(OutcomeUnknown):
        await adapter.send(client, TARGET, content, progress.values)
    found = await adapter.find(client, TARGET, content, progress.values)
    [published] = network.posts
    assert found == Sent(published["id"], f"https://www.instagram.com/p/{published['id']}/")


@pytest.mark.parametrize("trouble", ["drop", "500", "503", "not json", "redirect"])
async def test_a_call_that_was_not_carried_out_is_unknown_until_the_container_tells(
    network: stand_in.Instagram, client: NetworkClient, host: MediaHost, trouble: str
) -> None:
    progress, content = Memory().progress(), post(host.photo())
    await adapter.prepare(client, TARGET, content, progress)
    network.trouble(trouble, PUBLISH)
    with pytest.raises(OutcomeUnknown):
        await adapter.send(client, TARGET, content, progress.values)
    assert await adapter.find(client, TARGET, content, progress.values) is None and not network.posts


async def test_a_container_is_never_published_twice(
    network: stand_in.Instagram, client: NetworkClient, host: MediaHost
) -> None:
    progress, content = Memory().progress(), post(host.photo())
    await adapter.prepare(client, TARGET, content, progress)
    first = await adapter.send(client, TARGET, content, progress.values)
    with pytest.raises(TemporaryFailure):
        await adapter.send(client, TARGET, content, progress.values)
    await adapter.prepare(client, TARGET, content, progress)
    again = await adapter.send(client, TARGET, content, progress.values)
    assert again.external_id == first.external_id and len(network.posts) == 1


async def test_a_post_without_text_is_not_taken_for_another_one(
    network: stand_in.Instagram, client: NetworkClient, host: MediaHost
) -> None:
    await publish(adapter, client, TARGET, post(host.photo("older"), text=""))
    progress, content = Memory().progress(), post(host.photo(), text="")
    await adapter.prepare(client, TARGET, content, progress)
    await adapter.send(client, TARGET, content, progress.values)
    found = await adapter.find(client, TARGET, content, progress.values)
    assert found == Sent(progress.values["container"]), "it is there, and which one it is nobody can say"


async def test_an_expired_container_is_made_anew(
    network: stand_in.Instagram, client: NetworkClient, host: MediaHost, moved: Clock
) -> None:
    progress, content = Memory().progress(), post(host.photo("one"), host.photo("two"))
    await adapter.prepare(client, TARGET, content, progress)
    moved.on(timedelta(hours=25))
    later = NetworkClient(network.token())
    with pytest.raises(TemporaryFailure, match="upload_lost"):
        await adapter.send(later, TARGET, content, progress.values)
    with pytest.raises(NotReady):
        await adapter.prepare(later, TARGET, content, progress)
    await adapter.prepare(later, TARGET, content, progress)
    await adapter.send(later, TARGET, content, progress.values)
    assert len(network.posts) == 1 and len(network.containers) == 6


async def test_a_container_that_is_not_ready_is_not_published(
    network: stand_in.Instagram, client: NetworkClient, host: MediaHost
) -> None:
    network.polls, progress, content = 1, Memory().progress(), post(host.video())
    with pytest.raises(NotReady):
        await adapter.prepare(client, TARGET, content, progress)
    network.containers[progress.values["container"]].polls = 1
    with pytest.raises(TemporaryFailure, match="still_processing"):
        await adapter.send(client, TARGET, content, progress.values)


async def test_files_that_instagram_cannot_use_are_refused(
    network: stand_in.Instagram, client: NetworkClient, host: MediaHost
) -> None:
    for content, key in (
        (post(photo()), "media_not_fetched"),
        (post(photo(url=f"{host.origin}/gone")), "media_not_fetched"),
        (post(host.photo("png", PNG)), "file_refused"),
    ):
        with pytest.raises(PostRefused, match=key):
            await publish(adapter, client, TARGET, content)
    network.breaks = True
    with pytest.raises(PostRefused, match="file_refused"):
        await publish(adapter, client, TARGET, post(host.video()))
    assert not network.posts


async def test_how_much_may_be_published_is_read_each_time(
    network: stand_in.Instagram, client: NetworkClient, host: MediaHost
) -> None:
    network.quota = 1
    progress, content = Memory().progress(), post(host.photo(), text="two")
    await adapter.prepare(client, TARGET, content, progress)
    await publish(adapter, client, TARGET, post(host.photo(), text="one"))
    with pytest.raises(TemporaryFailure) as failure:
        await publish(adapter, client, TARGET, post(host.photo(), text="three"))
    assert (failure.value.trouble, failure.value.after) == ("limit_reached", 3600) and not adapter.limits
    with pytest.raises(TemporaryFailure, match="limit_reached"):
        await adapter.send(client, TARGET, content, progress.values)
    network.quota = 2
    await adapter.send(client, TARGET, content, progress.values)
    assert len(network.posts) == 2


@pytest.mark.parametrize("trouble, kind, key, after", BEFORE_FENCE_TIMED)
async def test_each_trouble_before_the_fence_says_what_may_be_done(
    network: stand_in.Instagram,
    client: NetworkClient,
    host: MediaHost,
    trouble: str,
    kind: type[NetworkError],
    key: str,
    after: float,
) -> None:
    network.trouble(trouble, MEDIA, "POST")
    with pytest.raises(kind) as error:
        await publish(adapter, client, TARGET, post(host.photo()))
    assert (error.value.trouble, getattr(error.value, "after", 0)) == (key, after)
    assert client.access_token not in repr(error.value) + error.value.detail
    await publish(adapter, client, TARGET, post(host.photo()))
    assert len(network.posts) == 1


@pytest.mark.parametrize("trouble", ["401", "403", "429"])
async def test_a_refusal_of_the_call_that_publishes_is_no_doubt(
    network: stand_in.Instagram, client: NetworkClient, host: MediaHost, trouble: str
) -> None:
    network.trouble(trouble, PUBLISH)
    with pytest.raises((ReconnectNeeded, TemporaryFailure)):
        await publish(adapter, client, TARGET, post(host.photo()))
    assert not network.posts


async def test_a_post_is_published_even_if_its_address_cannot_be_read(
    network: stand_in.Instagram, client: NetworkClient, host: MediaHost
) -> None:
    progress, content = Memory().progress(), post(host.photo())
    await adapter.prepare(client, TARGET, content, progress)
    sent = await adapter.send(client, TARGET, content, progress.values)
    for trouble in ("429", "500", "drop", "not json"):
        network.trouble(trouble, f"/v25.0/{sent.external_id}", times=2)  # a GET that is dropped is repeated once
        with pytest.raises(NotReady):
            await adapter.confirm(client, TARGET, sent)
        network.troubles.clear()
    network.trouble("401", f"/v25.0/{sent.external_id}")
    assert await adapter.confirm(client, TARGET, sent) == Sent(sent.external_id)


async def test_without_a_container_nobody_can_look(client: NetworkClient) -> None:
    with pytest.raises(CannotLook):
        await adapter.find(client, TARGET, post(photo()), {})


async def test_an_account_is_connected_and_its_token_renews_itself(network: stand_in.Instagram, moved: Clock) -> None:
    table = await adapter.oauth()
    url = oauth_client.authorization_url(table, "the-state", "", BACK)
    assert "enable_fb_login=0" in url and "code_challenge" not in url
    code = network.authorization.visit(url).partition("code=")[2].partition("&")[0]
    grant = await oauth_client.exchange_code(table, code, "", BACK)
    assert grant.expires_in == 5_184_000 and grant.scopes == stand_in.SCOPES
    with pytest.raises(ReconnectNeeded):
        await oauth_client.exchange_code(table, code, "", BACK)
    with pytest.raises(ReconnectNeeded):
        await oauth_client.refresh(table, grant.access_token)
    moved.on(timedelta(days=50))
    renewed = await oauth_client.refresh(table, grant.access_token)
    [account] = await adapter.accounts(NetworkClient(renewed.access_token), grant)
    assert (account.external_id, account.username, account.may_publish) == (stand_in.USER, "nusantarakopi", True)
    assert account.details == {"user_id": stand_in.PERSON}


async def test_without_the_scope_to_publish_the_account_may_not_publish(network: stand_in.Instagram) -> None:
    scopes = ("instagram_business_basic",)
    [account] = await adapter.accounts(NetworkClient(network.token(*scopes)), Grant("", scopes=scopes))
    assert not account.may_publish and account.missing == ("instagram_business_content_publish",)


async def test_disconnecting_takes_the_permissions_back(network: stand_in.Instagram, client: NetworkClient) -> None:
    for _ in range(2):
        await adapter.revoke(client, Grant(client.access_token))
    with pytest.raises(ReconnectNeeded):
        await adapter.accounts(client, Grant(client.access_token))


@pytest.mark.parametrize(
    "content, field",
    [
        (post(*(photo(f"photo-{n}") for n in range(11))), "media"),
        (post(photo(), text="#kopi " * 31), "text"),
        (post(photo(), text="@kedai " * 21), "text"),
        (post(photo(), text="surel@kedai.id " * 21), ""),
        (post(*(photo(f"photo-{n}") for n in range(10))), ""),
        (post(video()), ""),
    ],
)
def test_what_instagram_would_refuse_is_told_before(content: PostContent, field: str) -> None:
    assert [problem.field_name for problem in adapter.problems(content, TARGET)] == ([field] if field else [])


def test_a_photo_that_is_too_tall_is_told_before() -> None:
    tall: Any = MediaFile("tall", "image", "image/jpeg", 10, photo().read, width=1000, height=2000)
    assert [problem.field_name for problem in adapter.problems(post(tall), TARGET)] == ["media"]


def test_the_network_fetches_all_files_and_takes_jpeg_alone() -> None:
    assert adapter.media_rules.fetches == {IMAGE, VIDEO} and adapter.media_rules.image_types == {"image/jpeg"}
