"""Facebook pages through their stand-in: what is published, what is refused, and what is never published twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from app.publishing.connections.connect_accounts import usable_accounts
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
from app.publishing.networks.facebook import Facebook
from app.publishing.networks.network import Grant, Sent, Target
from app.publishing.networks.post_content import MediaFile, PostContent
from tests.conftest import Clock
from tests.networks import facebook as stand_in
from tests.networks.media_host import PNG, photo, video
from tests.networks.publishing import Memory, publish, settings
from tests.networks.stand_in import served
from tests.networks.troubles import REFUSED_TIMED

adapter = Facebook()
BACK = "https://kliqs.test/publish/oauth/facebook/callback"
MOVIE = bytes(range(256)) * 4096 * 3 + b"end"  # three pieces and a rest


@pytest.fixture
def network() -> Iterator[stand_in.Facebook]:
    with served(stand_in.Facebook()) as facebook:
        settings(
            facebook_app_id=facebook.client_id,
            facebook_app_secret=facebook.client_secret,
            facebook_dialog_url=facebook.origin,
            facebook_graph_url=facebook.origin,
            facebook_video_url=facebook.origin,
        )
        yield facebook


@pytest.fixture
def client(network: stand_in.Facebook) -> NetworkClient:
    return NetworkClient(network.pages[0].token)


@pytest.fixture
def target(network: stand_in.Facebook) -> Target:
    return Target(network.pages[0].id)


def post(*media: MediaFile, text: str = "Kopi pagi", link: str = "") -> PostContent:
    return PostContent("variant-1", text, media, link=link)


async def test_a_text_is_published_with_its_link(
    network: stand_in.Facebook, client: NetworkClient, target: Target
) -> None:
    sent = await publish(adapter, client, target, post(text="Baca https://kl.iq/a", link="https://kl.iq/a"))
    [published] = network.posts
    assert sent == Sent(published["id"], f"https://www.facebook.com/{published['id']}")
    assert (published["message"], published["link"]) == ("Baca https://kl.iq/a", "https://kl.iq/a")


async def test_an_album_is_staged_before_and_published_by_one_call(
    network: stand_in.Facebook, client: NetworkClient, target: Target
) -> None:
    saved, content = Memory(), post(photo("one", alt="Secangkir kopi"), photo("two", PNG))
    network.trouble("drop", f"/v25.0/{target.external_id}/photos", skip=1)
    with pytest.raises(TemporaryFailure):
        await publish(adapter, client, target, content, saved)
    assert not network.posts
    await publish(adapter, client, target, content, saved)
    [published] = network.posts
    photos = [network.photos[id] for id in published["photos"]]
    assert [each["data"][:4] for each in photos] == [b"\xff\xd8\xff\xe0", b"\x89PNG"]
    assert photos[0]["alt"] == "Secangkir kopi" and len(network.photos) == 2, "each was uploaded once"


async def test_photos_that_were_staged_yesterday_are_staged_again(
    network: stand_in.Facebook, client: NetworkClient, target: Target, moved: Clock
) -> None:
    progress, content = Memory().progress(), post(photo())
    await adapter.prepare(client, target, content, progress)
    moved.on(timedelta(hours=25))
    await adapter.prepare(client, target, content, progress)
    await adapter.send(client, target, content, progress.values)
    assert len(network.posts) == 1 and len(network.photos) == 2


async def test_a_video_goes_on_where_the_connection_broke(
    network: stand_in.Facebook, client: NetworkClient, target: Target
) -> None:
    saved, content, path = Memory(), post(video(data=MOVIE)), f"/v25.0/{target.external_id}/videos"
    network.trouble("cut", path, skip=2, bytes_read=100_000)
    network.trouble("commit then drop", path, skip=3)
    for _ in range(2):
        with pytest.raises(TemporaryFailure):
            await publish(adapter, client, target, content, saved)
    sent = await publish(adapter, client, target, content, saved)
    [uploaded] = network.videos.values()
    assert uploaded.arrived == len(MOVIE) and len(network.posts) == 1 and len(network.arrivals(path)) == 8
    assert sent == Sent(uploaded.id, f"https://www.facebook.com/{target.external_id}/videos/{uploaded.id}/")


async def test_an_uploaded_video_is_not_published_before_it_is_finished(
    network: stand_in.Facebook, client: NetworkClient, target: Target
) -> None:
    network.polls, progress, content = 1, Memory().progress(), post(video(data=MOVIE))
    await adapter.prepare(client, target, content, progress)
    assert not network.posts and await adapter.find(client, target, content, progress.values) is None
    sent = await adapter.send(client, target, content, progress.values)
    with pytest.raises(NotReady):
        await adapter.confirm(client, target, sent)
    assert (await adapter.confirm(client, target, sent)).published


async def test_a_video_that_facebook_cannot_process_is_refused(
    network: stand_in.Facebook, client: NetworkClient, target: Target
) -> None:
    progress, content = Memory().progress(), post(video(data=MOVIE))
    await adapter.prepare(client, target, content, progress)
    sent = await adapter.send(client, target, content, progress.values)
    for uploaded in network.videos.values():
        uploaded.broken = True
    with pytest.raises(PostRefused, match="file_refused"):
        await adapter.confirm(client, target, sent)


async def test_an_upload_that_has_ended_begins_anew(
    network: stand_in.Facebook, client: NetworkClient, target: Target
) -> None:
    saved, content = Memory(), post(video(data=MOVIE))
    network.trouble("cut", f"/v25.0/{target.external_id}/videos", skip=1, bytes_read=1000)
    with pytest.raises(TemporaryFailure):
        await publish(adapter, client, target, content, saved)
    network.videos.clear()
    with pytest.raises(TemporaryFailure, match="upload_lost"):
        await publish(adapter, client, target, content, saved)
    await publish(adapter, client, target, content, saved)
    assert len(network.posts) == 1


@pytest.mark.parametrize("media", [(), (photo(),), (photo("one"), photo("two"))], ids=["text", "photo", "album"])
async def test_a_lost_answer_is_unknown_and_the_feed_tells(
    network: stand_in.Facebook, client: NetworkClient, target: Target, media: tuple[MediaFile, ...], moved: Clock
) -> None:
    await publish(adapter, client, target, post(text="something older"))
    progress, content = Memory().progress(), post(*media)
    await adapter.prepare(client, target, content, progress)
    network.trouble("commit then drop", f"/v25.0/{target.external_id}/feed")
    with pytest.raises(OutcomeUnknown):
        await adapter.send(client, target, content, progress.values)
    found = await adapter.find(client, target, content, progress.values)
    assert found and found.external_id == network.posts[-1]["id"] and len(network.posts) == 2


async def test_a_post_that_the_feed_does_not_show_is_surely_missing_after_ten_minutes_only(
    network: stand_in.Facebook, client: NetworkClient, target: Target, moved: Clock
) -> None:
    progress, content = Memory().progress(), post()
    await adapter.prepare(client, target, content, progress)
    network.trouble("500", f"/v25.0/{target.external_id}/feed")
    with pytest.raises(OutcomeUnknown):
        await adapter.send(client, target, content, progress.values)
    with pytest.raises(NotReady):
        await adapter.find(client, target, content, progress.values)
    moved.on(timedelta(minutes=11))
    assert await adapter.find(client, target, content, progress.values) is None


async def test_an_older_post_with_the_same_text_is_not_taken_for_it(
    network: stand_in.Facebook, client: NetworkClient, target: Target, moved: Clock
) -> None:
    await publish(adapter, client, target, post())
    await publish(adapter, client, target, post(text="between"))
    moved.on(timedelta(hours=1))
    later = NetworkClient(network.authorization.issue(stand_in.SCOPES, account=target.external_id).access.value)
    progress = Memory().progress()
    await adapter.prepare(later, target, post(), progress)
    with pytest.raises(NotReady):
        await adapter.find(later, target, post(), progress.values)


async def test_a_lost_answer_to_finish_is_unknown_and_the_video_tells(
    network: stand_in.Facebook, client: NetworkClient, target: Target
) -> None:
    progress, content = Memory().progress(), post(video(data=MOVIE))
    await adapter.prepare(client, target, content, progress)
    network.trouble("commit then drop", f"/v25.0/{target.external_id}/videos")
    with pytest.raises(OutcomeUnknown):
        await adapter.send(client, target, content, progress.values)
    found = await adapter.find(client, target, content, progress.values)
    assert found and (await adapter.confirm(client, target, found)).published and len(network.posts) == 1


async def test_without_the_scope_to_read_nobody_can_look(network: stand_in.Facebook, target: Target) -> None:
    blind = network.authorization.issue(("pages_manage_posts",), account=target.external_id).access.value
    with pytest.raises(CannotLook):
        await adapter.find(NetworkClient(blind), target, post(), {"at": 0})


@pytest.mark.parametrize("trouble", ["drop", "500", "503", "commit then not json", "not json", "redirect"])
async def test_whatever_is_no_clear_answer_to_the_call_that_publishes_is_unknown(
    network: stand_in.Facebook, client: NetworkClient, target: Target, trouble: str
) -> None:
    network.trouble(trouble, f"/v25.0/{target.external_id}/feed")
    with pytest.raises(OutcomeUnknown) as unknown:
        await publish(adapter, client, target, post())
    assert client.access_token not in repr(unknown.value) + unknown.value.detail


@pytest.mark.parametrize("trouble, kind, key, after", REFUSED_TIMED)
async def test_a_refusal_of_the_call_that_publishes_is_no_doubt(
    network: stand_in.Facebook,
    client: NetworkClient,
    target: Target,
    trouble: str,
    kind: type[NetworkError],
    key: str,
    after: float,
) -> None:
    network.trouble(trouble, f"/v25.0/{target.external_id}/feed")
    with pytest.raises(kind) as error:
        await publish(adapter, client, target, post())
    assert (error.value.trouble, getattr(error.value, "after", 0)) == (key, after) and not network.posts


async def test_a_post_is_published_even_if_its_address_cannot_be_read(
    network: stand_in.Facebook, client: NetworkClient, target: Target
) -> None:
    sent = await adapter.send(client, target, post(), {})
    for trouble in ("429", "500", "drop", "not json"):
        network.trouble(trouble, f"/v25.0/{sent.external_id}", times=2)  # a GET that is dropped is repeated once
        with pytest.raises(NotReady):
            await adapter.confirm(client, target, sent)
        network.troubles.clear()
    for trouble in ("401", "403"):
        network.trouble(trouble, f"/v25.0/{sent.external_id}")
        confirmed = await adapter.confirm(client, target, sent)
        assert confirmed == Sent(sent.external_id, f"https://www.facebook.com/{sent.external_id}")


async def test_trouble_while_looking_at_a_video_leaves_sent_what_was_sent(
    network: stand_in.Facebook, client: NetworkClient, target: Target
) -> None:
    progress, content = Memory().progress(), post(video(data=MOVIE))
    await adapter.prepare(client, target, content, progress)
    sent = await adapter.send(client, target, content, progress.values)
    for trouble in ("401", "429", "500", "not json"):
        network.trouble(trouble, f"/v25.0/{sent.external_id}")
        with pytest.raises(NotReady):
            await adapter.confirm(client, target, sent)


async def test_the_same_text_twice_in_a_row_is_refused(
    network: stand_in.Facebook, client: NetworkClient, target: Target
) -> None:
    await publish(adapter, client, target, post())
    with pytest.raises(PostRefused, match="duplicate_post"):
        await publish(adapter, client, target, post())


async def test_pages_are_connected_with_tokens_of_their_own(network: stand_in.Facebook) -> None:
    network.pages.append(network.page("Kedai Tiga"))
    table = await adapter.oauth()
    url = oauth_client.authorization_url(table, "the-state", "", BACK)
    assert url.startswith(f"{network.origin}/v25.0/dialog/oauth?") and "business_management" not in url
    code = network.authorization.visit(url).partition("code=")[2].partition("&")[0]
    grant = await oauth_client.exchange_code(table, code, "", BACK)
    assert grant.expires_in == 5_184_000 and not table.refreshable
    with pytest.raises(ReconnectNeeded):
        await oauth_client.exchange_code(table, code, "", BACK)
    pages = await adapter.accounts(NetworkClient(grant.access_token), grant)
    assert [page.display_name for page in pages] == ["Nusantara Kopi", "Kedai Sari", "Kedai Tiga"]
    own = [page.grant for page in pages if page.grant]
    assert [each.access_token for each in own] == [page.token for page in network.pages]
    assert {each.user_token for each in own} == {grant.access_token} and {each.token_type for each in own} == {"page"}
    assert all(each.expires_in is None for each in own) and grant.access_token not in repr(pages)
    assert {page.details["user_id"] for page in pages} == {"person-1"} and all(page.may_publish for page in pages)


async def test_a_page_without_a_token_or_the_task_is_not_offered_and_says_why(network: stand_in.Facebook) -> None:
    network.pages = [network.page("Portfolio", token=""), network.page("Reader", tasks=("ANALYZE",))]
    person = network.token()
    portfolio, reader = await adapter.accounts(NetworkClient(person), Grant(person))
    assert (portfolio.may_publish, portfolio.details["trouble"]) == (False, "page_without_token")
    assert (reader.may_publish, reader.details["trouble"]) == (False, "page_without_task")
    assert portfolio.grant is None and reader.grant is None and usable_accounts([portfolio, reader]) == []
    with pytest.raises(ReconnectNeeded):
        await adapter.send(NetworkClient(person), Target(portfolio.external_id), post(), {})


async def test_a_scope_that_was_not_granted_is_told(network: stand_in.Facebook) -> None:
    person = network.token("pages_show_list", "pages_read_engagement")
    pages = await adapter.accounts(NetworkClient(person), Grant(person))
    assert {(page.missing, page.may_publish) for page in pages} == {(("pages_manage_posts",), False)}


async def test_disconnecting_takes_the_permissions_back_with_the_persons_token(
    network: stand_in.Facebook, client: NetworkClient, target: Target
) -> None:
    person = network.token()
    grant = Grant(client.access_token, user_token=person)
    for _ in range(2):
        await adapter.revoke(client, grant)
    with pytest.raises(ReconnectNeeded):
        await adapter.send(client, target, post(), {})
    network.trouble("500", "/v25.0/me/permissions")
    with pytest.raises(TemporaryFailure):
        await adapter.revoke(client, grant)


async def test_permissions_are_taken_back_after_the_persons_token_has_ended(
    network: stand_in.Facebook, client: NetworkClient, target: Target, moved: Clock
) -> None:
    person = network.token()
    moved.on(timedelta(days=61))
    await adapter.send(client, target, post(), {})
    grant = Grant(client.access_token, user_token=person)
    for _ in range(2):
        await adapter.revoke(client, grant)
    with pytest.raises(ReconnectNeeded):
        await adapter.send(client, target, post(text="later"), {})


@pytest.mark.parametrize(
    "code, more, status, kind, key",
    [
        (4, {}, 400, TemporaryFailure, "app_stopped"),
        (80001, {}, 400, TemporaryFailure, "rate_limited"),
        (1, {"is_transient": True}, 400, TemporaryFailure, "network_down"),
        (190, {"message": "Malformed access token SECRET"}, 400, ReconnectNeeded, "permission_ended"),
        (368, {}, 400, PostRefused, "blocked_by_network"),
        (1609005, {}, 400, PostRefused, "link_refused"),
        (100, {}, 400, PostRefused, "post_refused"),
    ],
)
async def test_codes_of_meta_say_what_may_be_done(
    network: stand_in.Facebook,
    target: Target,
    code: int,
    more: dict[str, Any],
    status: int,
    kind: type[NetworkError],
    key: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(network, "answer", lambda request, body: network.error(code, status=status, **more))
    with pytest.raises(kind) as error:
        await adapter.prepare(NetworkClient("SECRET"), target, post(photo()), Memory().progress())
    assert error.value.trouble == key and "SECRET" not in error.value.detail
    assert getattr(error.value, "scope", Scope.CONNECTION) is (Scope.APP if code == 4 else Scope.CONNECTION)


async def test_a_fault_of_meta_while_a_post_is_sent_is_unknown(
    network: stand_in.Facebook, client: NetworkClient, target: Target, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network, "answer", lambda request, body: network.error(2))
    with pytest.raises(OutcomeUnknown):
        await adapter.send(client, target, post(), {})


async def test_a_session_that_ended_before_the_video_is_published_refuses_the_post(
    network: stand_in.Facebook, client: NetworkClient, target: Target
) -> None:
    saved, content = Memory(), post(video(data=MOVIE))
    progress = saved.progress()
    await adapter.prepare(client, target, content, progress)
    network.videos.clear()  # as Facebook forgets uploads that nobody finishes

    with pytest.raises(PostRefused, match="upload_ended"):
        await adapter.send(client, target, content, progress.values)

    assert (await publish(adapter, client, target, content)).published and len(network.posts) == 1
