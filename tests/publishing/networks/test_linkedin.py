"""LinkedIn through a stand-in that refuses, and silently cuts, what LinkedIn does."""

import logging
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
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
    Scope,
    TemporaryFailure,
)
from app.publishing.networks.linkedin import LINKEDIN, PERSON_SCOPES
from app.publishing.networks.linkedin_api import PAGE_SCOPES
from app.publishing.networks.network import Grant, Sent, Target
from app.publishing.networks.trouble_sentences import TROUBLES
from tests.conftest import Clock
from tests.networks.files import File, media
from tests.networks.linkedin import PAGE, PART, PERSON, LinkedInStandIn
from tests.networks.publishing import Crash, Memory, impatient, post, publish, settings
from tests.networks.stand_in import served
from tests.networks.troubles import AT_PUBLISHING, FORBIDDEN_SCOPE

BACK = "https://kliqs.test/publish/oauth/linkedin/callback"
SARI, KOPI = Target("8675309", {"author": PERSON}), Target(PAGE, {"author": PAGE, "may_look": True})
VIDEO = File("video/mp4", 2 * PART + 1000)


@pytest.fixture
def network() -> Iterator[LinkedInStandIn]:
    with served(LinkedInStandIn()) as stand_in:
        settings(
            linkedin_client_id=stand_in.client_id,
            linkedin_client_secret=stand_in.client_secret,
            linkedin_organizations=True,
            linkedin_authorize_url=stand_in.origin,
            linkedin_url=stand_in.origin,
        )
        yield stand_in


@pytest.fixture
def access(network: LinkedInStandIn) -> NetworkClient:
    return NetworkClient(network.oauth.issue(PERSON_SCOPES + PAGE_SCOPES, refresh=False).access.value)


async def connect(network: LinkedInStandIn) -> Grant:
    table = await LINKEDIN.oauth()
    back = network.oauth.visit(oauth_client.authorization_url(table, "state", "", BACK))
    code = back.partition("code=")[2].partition("&")[0]
    grant = await oauth_client.exchange_code(table, code, "", BACK)
    with pytest.raises(ReconnectNeeded):
        await oauth_client.exchange_code(table, code, "", BACK)
    return grant


async def ready(access: NetworkClient, target: Target, content: Any, memory: Memory, moved: Clock) -> Sent:
    """Prepares as often as it takes, and sends."""
    for _ in range(10):
        try:
            return await publish(LINKEDIN, access, target, content, memory)
        except NotReady as wait:
            moved.on(timedelta(seconds=wait.after))
    raise AssertionError("it is never ready")


async def test_a_person_connects_with_the_pages_that_they_administer(network: LinkedInStandIn) -> None:
    grant = await connect(network)
    person, page = await LINKEDIN.accounts(NetworkClient(grant.access_token), grant)
    assert (person.external_id, person.username, person.details) == ("8675309", "Sari Dewi", {"author": PERSON})
    assert (page.external_id, page.username, page.kind) == (PAGE, "kopi-sari", "organisation")
    assert person.may_publish and not person.missing and grant.expires_in == 5_184_000 and not grant.refresh_token


async def test_an_app_that_is_not_approved_asks_for_no_pages(network: LinkedInStandIn) -> None:
    settings(linkedin_organizations=False)
    grant = await connect(network)
    [person] = await LINKEDIN.accounts(NetworkClient(grant.access_token), grant)
    assert grant.scopes == PERSON_SCOPES and person.may_publish


async def test_a_page_without_the_scope_to_publish_may_not(network: LinkedInStandIn) -> None:
    network.oauth.grants = [*PERSON_SCOPES, "rw_organization_admin"]
    grant = await connect(network)
    person, page = await LINKEDIN.accounts(NetworkClient(grant.access_token), grant)
    assert person.may_publish and not page.may_publish and not page.details["may_look"]
    assert page.missing == ("w_organization_social", "r_organization_social")


async def test_a_scope_that_was_left_out_is_missing(network: LinkedInStandIn) -> None:
    network.oauth.grants = ["openid", "profile"]
    grant = await connect(network)
    [person] = await LINKEDIN.accounts(NetworkClient(grant.access_token), grant)
    assert "w_member_social" in person.missing and not person.may_publish


async def test_revoking_takes_the_token_back(network: LinkedInStandIn) -> None:
    grant = await connect(network)
    await LINKEDIN.revoke(NetworkClient(), grant)
    assert network.oauth.valid(grant.access_token) is None


TRICKY = "Kopi (enak) <3 *baru* _dari_ ~Gayo~ [1] {2} @sari a|b C:\\kopi\n\n#kopi_pagi #satu, jalan #1 https://kliqs.test/a_b"


async def test_no_sign_of_a_text_cuts_it(network: LinkedInStandIn, access: NetworkClient) -> None:
    sent = await publish(LINKEDIN, access, SARI, post(TRICKY))
    [published] = network.posts
    assert published["commentary"] == published["raw"] and "#kopi\\_pagi #satu, jalan \\#1" in published["raw"]
    assert published["raw"].replace("\\", "") == TRICKY.replace("\\", "")
    assert sent == Sent(published["id"], f"https://www.linkedin.com/feed/update/{published['id']}/")


async def test_the_stand_in_cuts_a_text_at_a_sign_that_is_not_escaped(
    network: LinkedInStandIn, access: NetworkClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.publishing.networks.linkedin.escape", lambda text: text)
    await publish(LINKEDIN, access, SARI, post("Kopi (enak)"))
    assert network.posts[0]["commentary"] == "Kopi "


@pytest.mark.parametrize("text, length", [("x" * 3000, 3000), ("(" * 1500, 3000), ("#kopi", 5), ("☕😀", 3), ("", 0)])
def test_a_text_is_counted_after_escaping(text: str, length: int) -> None:
    assert LINKEDIN.text_rules.count(text) == length


async def test_one_picture_and_several_have_their_alt_texts(
    network: LinkedInStandIn, access: NetworkClient, moved: Clock
) -> None:
    files = [media(File("image/png", 3000 + at), f"file-{at}", alt=f"cup {at}") for at in range(3)]
    await ready(access, SARI, post("One", files[0]), Memory(), moved)
    await ready(access, SARI, post("Three", *files), Memory(), moved)
    one, three = (each["content"] for each in network.posts)
    assert one["media"]["altText"] == "cup 0"
    images = three["multiImage"]["images"]
    assert [each["altText"] for each in images] == ["cup 0", "cup 1", "cup 2"]
    assert [network.assets[each["id"]].digest for each in images] == [
        File("image/png", 3000 + at).digest for at in range(3)
    ]


async def test_a_gif_is_published(network: LinkedInStandIn, access: NetworkClient, moved: Clock) -> None:
    await ready(access, SARI, post("Steam", media(File("image/gif", 9000))), Memory(), moved)
    assert network.posts[0]["content"]["media"]["id"].startswith("urn:li:image:")


@pytest.mark.parametrize("target", [SARI, KOPI], ids=["person", "page"])
async def test_a_video_goes_on_where_the_connection_broke(
    network: LinkedInStandIn, access: NetworkClient, target: Target, moved: Clock
) -> None:
    network.polls, file = 2, File("video/mp4", VIDEO.size)
    memory, content = Memory(), post("Film", media(file))
    network.trouble("cut", "/upload/", skip=1, bytes_read=1_000_000)
    with pytest.raises(TemporaryFailure):
        await LINKEDIN.prepare(access, target, content, memory.progress())
    await ready(access, target, content, memory, moved)
    [asset] = network.assets.values()
    assert asset.attempts == [0, 1, 2] and asset.digest == file.digest and network.posts
    assert file.reads == [(0, PART), *[(PART, PART)] * 2, (2 * PART, 1000)]
    assert not any("Authorization" in each.headers for each in network.arrivals("/upload/"))


@pytest.mark.parametrize("dies_at", range(7))
async def test_a_process_may_die_at_every_step_of_an_upload(
    network: LinkedInStandIn, access: NetworkClient, dies_at: int, moved: Clock
) -> None:
    memory, content = Memory(), post("Film", media(File("video/mp4", VIDEO.size)))
    memory.dies_at = dies_at
    with pytest.raises(Crash):
        await ready(access, KOPI, content, memory, moved)
    with suppress(TemporaryFailure):
        await ready(access, KOPI, content, memory, moved)
    if not network.posts:
        await ready(access, KOPI, content, memory, moved)
    assert network.assets[network.posts[0]["content"]["media"]["id"]].digest == VIDEO.digest


async def test_an_upload_whose_addresses_ended_begins_anew(
    network: LinkedInStandIn, access: NetworkClient, moved: Clock
) -> None:
    memory, content = Memory(), post("Film", media(File("video/mp4", VIDEO.size)))
    network.trouble("500", "/upload/", skip=1)
    with pytest.raises(TemporaryFailure):
        await LINKEDIN.prepare(access, SARI, content, memory.progress())
    moved.on(timedelta(minutes=58))
    await ready(access, SARI, content, memory, moved)
    assert len(network.assets) == 2


async def test_a_refused_part_is_tried_once_more_from_the_beginning(
    network: LinkedInStandIn, access: NetworkClient
) -> None:
    memory, content = Memory(), post("Film", media(File("video/mp4", VIDEO.size)))
    network.trouble("400", "/upload/", times=2)
    with pytest.raises(TemporaryFailure) as broken:
        await LINKEDIN.prepare(access, SARI, content, memory.progress())
    with pytest.raises(PostRefused) as refused:
        await LINKEDIN.prepare(access, SARI, content, memory.progress())
    assert (broken.value.trouble, refused.value.trouble) == ("upload_lost", "file_refused")


async def test_a_failed_processing_is_told(network: LinkedInStandIn, access: NetworkClient, moved: Clock) -> None:
    network.fails = True
    with pytest.raises(PostRefused) as refused:
        await ready(access, KOPI, post("Film", media(File("video/mp4", VIDEO.size))), Memory(), moved)
    assert (refused.value.trouble, refused.value.code) == ("file_refused", "PROCESSING_FAILED")


async def test_options_and_the_card_of_an_address(network: LinkedInStandIn, access: NetworkClient) -> None:
    link, options = "https://kliqs.test/a", {"visibility": "CONNECTIONS", "link_card": True}
    await publish(LINKEDIN, access, SARI, post(f"A {link}", link=link, options=options))
    await publish(LINKEDIN, access, KOPI, post(f"A {link}", link=link, options={"visibility": "CONNECTIONS"}))
    first, second = network.posts
    assert first["content"] == {"article": {"source": link, "title": "kliqs.test"}}
    assert (first["visibility"], second["visibility"], second["content"]) == ("CONNECTIONS", "PUBLIC", None)


def test_files_that_linkedin_would_refuse_are_problems() -> None:
    both = post("", media(File("image/gif"), "file-1"), media(name="file-2"))
    large, tiny = post("", media(width=8000, height=5000)), post("", media(File("video/mp4", 74_999)))
    assert [len(LINKEDIN.problems(content, SARI)) for content in (both, large, tiny, post("", media()))] == [1, 1, 1, 0]


async def test_the_version_and_the_protocol_are_in_every_call(
    network: LinkedInStandIn, access: NetworkClient, moved: Clock
) -> None:
    await ready(access, KOPI, post("Film", media(File("video/mp4", VIDEO.size))), Memory(), moved)
    calls = network.arrivals("/rest/")
    assert len(calls) >= 4 and {each.headers["LinkedIn-Version"] for each in calls} == {"202604"}
    settings(linkedin_version="202401")
    with pytest.raises(TemporaryFailure) as refused:
        await publish(LINKEDIN, access, SARI, post())
    assert (refused.value.trouble, refused.value.scope) == (
        "linkedin_version",
        Scope.APP,
    ) and "linkedin_version" in TROUBLES


async def test_a_duplicate_is_refused_in_words_of_its_own(network: LinkedInStandIn, access: NetworkClient) -> None:
    await publish(LINKEDIN, access, SARI, post())
    with pytest.raises(PostRefused) as refused:
        await publish(LINKEDIN, access, SARI, post())
    assert (refused.value.trouble, refused.value.code) == ("duplicate_post", "DUPLICATE_POST")


@pytest.mark.parametrize(
    "content",
    [
        post("Film", media(File("video/mp4", 74_999))),
        post("Both", media(File("image/gif"), "file-1"), media(name="file-2")),
        post("x", options={"visibility": "NOBODY"}),
    ],
    ids=["tiny video", "GIF beside a picture", "unknown visibility"],
)
async def test_what_linkedin_refuses_is_refused_for_good(
    network: LinkedInStandIn, access: NetworkClient, content: Any, moved: Clock
) -> None:
    with pytest.raises(PostRefused):
        await ready(access, SARI, content, Memory(), moved)
    assert not network.posts


async def test_a_file_that_is_not_what_it_claims_is_refused(
    network: LinkedInStandIn, access: NetworkClient, moved: Clock
) -> None:
    with pytest.raises(PostRefused) as refused:
        await ready(access, KOPI, post("Cup", replace(media(File("image/heic")), kind="image")), Memory(), moved)
    assert refused.value.trouble == "file_refused"


@pytest.mark.parametrize("target, scopes", [(SARI, ("openid",)), (KOPI, PERSON_SCOPES)], ids=["person", "page"])
async def test_a_missing_scope_needs_a_reconnect(
    network: LinkedInStandIn, target: Target, scopes: tuple[str, ...]
) -> None:
    access = NetworkClient(network.oauth.issue(scopes, refresh=False).access.value)
    with pytest.raises(ReconnectNeeded) as refused:
        await publish(LINKEDIN, access, target, post())
    assert refused.value.trouble == "scope_missing"


@pytest.mark.parametrize("kind, error, trouble", [FORBIDDEN_SCOPE, *AT_PUBLISHING])
async def test_each_refusal_of_the_post_is_the_right_error(
    network: LinkedInStandIn, access: NetworkClient, kind: str, error: type[NetworkError], trouble: str
) -> None:
    network.trouble(kind, "/rest/posts", "POST")
    with pytest.raises(error) as raised:
        await publish(LINKEDIN, access, SARI, post())
    assert raised.value.trouble == trouble in TROUBLES and not network.posts


@pytest.mark.parametrize("path", ["/rest/videos", "/upload/"])
@pytest.mark.parametrize(
    "kind, error",
    [("429", "rate_limited"), ("500", "network_down"), ("503", "network_down"), ("drop", "network_unreachable")],
)
async def test_each_refusal_of_an_upload_is_temporary(
    network: LinkedInStandIn, access: NetworkClient, kind: str, error: str, path: str
) -> None:
    network.trouble(kind, path)
    with pytest.raises(TemporaryFailure) as raised:
        await LINKEDIN.prepare(access, SARI, post("Film", media(File("video/mp4", VIDEO.size))), Memory().progress())
    assert raised.value.trouble == error


async def test_a_limit_of_a_day_ends_at_midnight_utc(
    network: LinkedInStandIn, access: NetworkClient, moved: Clock
) -> None:
    moved.to(datetime(2026, 11, 29, 22, 0, tzinfo=UTC))
    access = NetworkClient(network.oauth.issue(PERSON_SCOPES, refresh=False).access.value)
    network.trouble("429", "/rest/posts", retry_after="")
    with pytest.raises(TemporaryFailure) as limited:
        await publish(LINKEDIN, access, SARI, post())
    assert limited.value.after == 7200 and limited.value.scope is Scope.CONNECTION


@pytest.mark.parametrize("kind", ["commit then drop", "slow drip", "drop", "not json"])
async def test_no_answer_to_the_post_leaves_the_outcome_unknown(
    network: LinkedInStandIn, access: NetworkClient, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    impatient(monkeypatch)
    network.trouble(kind, "/rest/posts", "POST")
    memory, content = Memory(), post(TRICKY)
    with pytest.raises(OutcomeUnknown):
        await publish(LINKEDIN, access, KOPI, content, memory)
    found = await LINKEDIN.find(access, KOPI, content, memory.values)
    assert found == (Sent(network.posts[0]["id"], found.permalink) if network.posts and found else None)
    assert bool(found) is bool(network.posts) is (kind in {"commit then drop", "slow drip"})


async def test_posts_of_a_person_cannot_be_looked_for(network: LinkedInStandIn, access: NetworkClient) -> None:
    memory = Memory()
    await publish(LINKEDIN, access, SARI, post(), memory)
    with pytest.raises(CannotLook):
        await LINKEDIN.find(access, SARI, post(), memory.values)


async def test_looking_finds_no_older_post(network: LinkedInStandIn, access: NetworkClient, moved: Clock) -> None:
    await publish(LINKEDIN, access, KOPI, post("Selamat pagi"))
    moved.on(timedelta(hours=1))
    memory = Memory()
    await LINKEDIN.prepare(access, KOPI, post("Selamat pagi"), memory.progress())
    assert await LINKEDIN.find(access, KOPI, post("Selamat pagi"), memory.values) is None


@pytest.mark.parametrize("kind", ["401", "403", "429", "500", "drop", "not json"])
async def test_a_token_is_in_no_error_and_no_log(
    network: LinkedInStandIn, access: NetworkClient, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    network.trouble(kind, "/rest/posts")
    with pytest.raises(NetworkError) as raised:
        await publish(LINKEDIN, access, SARI, post())
    assert "access-" not in f"{raised.value!r} {raised.value} {vars(raised.value)} {access!r} {caplog.text}"
