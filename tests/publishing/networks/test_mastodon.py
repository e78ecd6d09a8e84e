"""Mastodon through a stand-in that refuses what a server refuses."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.publishing.connections.connection import Connection
from app.publishing.networks import oauth_client, server_credentials
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
from app.publishing.networks.mastodon import MASTODON
from app.publishing.networks.network import Grant, Sent, Target
from app.publishing.networks.post_content import PostContent
from app.publishing.networks.server_credentials import APP_SCOPES, AppCredentials
from app.publishing.networks.trouble_sentences import TROUBLES
from app.publishing.posts.validation import content_problems
from tests.conftest import Clock
from tests.networks.files import File, media
from tests.networks.mastodon import MastodonStandIn
from tests.networks.publishing import Memory, impatient, post, publish, settings
from tests.networks.stand_in import served
from tests.networks.troubles import AT_PUBLISHING, AT_UPLOAD, FORBIDDEN_POST

BACK = "https://kliqs.test/publish/oauth/mastodon/callback"


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Iterator[MastodonStandIn]:
    async def registered(server: str) -> AppCredentials:
        url = f"{server_credentials.server_url(server)}/api/v1/apps"
        form = {"client_name": "Kliqs", "redirect_uris": BACK, "scopes": " ".join(APP_SCOPES)}
        app = (await NetworkClient().request("POST", url, form=form)).json
        return AppCredentials(app["client_id"], app["client_secret"])

    monkeypatch.setattr(server_credentials, "_lookups", [registered])
    with served(MastodonStandIn()) as stand_in:
        settings()
        yield stand_in


@pytest.fixture
def access(network: MastodonStandIn) -> NetworkClient:
    return NetworkClient(network.oauth.issue(APP_SCOPES, refresh=False).access.value)


@pytest.fixture
def target(network: MastodonStandIn) -> Target:
    return Target("108", server=network.host)


async def connect(network: MastodonStandIn) -> Grant:
    table, verifier = await MASTODON.oauth(network.host), "v" * 64
    back = network.visit(oauth_client.authorization_url(table, "state", verifier, BACK))
    code = back.partition("code=")[2].partition("&")[0]
    grant = await oauth_client.exchange_code(table, code, verifier, BACK)
    with pytest.raises(ReconnectNeeded):
        await oauth_client.exchange_code(table, code, verifier, BACK)
    await oauth_client.revoke(table, "access-of-nobody")
    return grant


async def test_a_person_connects_with_the_limits_of_the_server(network: MastodonStandIn) -> None:
    network.configuration["statuses"]["max_characters"] = 5000
    grant = await connect(network)
    [account] = await MASTODON.accounts(NetworkClient(grant.access_token), grant, network.host)
    assert (account.external_id, account.username) == ("108", f"sari@{network.host}")
    assert (
        account.may_publish and account.details["most_text"] == 5000 and "image/heic" in account.details["file_types"]
    )
    assert grant.expires_in is None and not grant.refresh_token


async def test_limits_are_read_again_and_missing_ones_are_the_usual(
    network: MastodonStandIn, access: NetworkClient, target: Target
) -> None:
    network.configuration.pop("media_attachments")
    network.configuration["statuses"]["max_characters"] = "many"
    details = await MASTODON.refresh_details(access, replace(target, details={"most_text": 9, "kept": 1}))
    assert (details["most_text"], details["most_alt"], details["kept"]) == (500, 1500, 1)


@pytest.mark.parametrize("odd", ["many", 7, [1], None, {"supported_mime_types": None}, {"supported_mime_types": 7}])
async def test_limits_that_are_nonsense_are_the_usual(
    network: MastodonStandIn, access: NetworkClient, target: Target, odd: Any
) -> None:
    network.configuration.update(media_attachments=odd, statuses=odd)
    details = await MASTODON.refresh_details(access, target)
    assert (details["most_text"], details["most_alt"], "file_types" in details) == (500, 1500, False)


async def test_a_scope_that_was_left_out_is_missing(network: MastodonStandIn) -> None:
    network.oauth.grants = ["read:accounts"]
    grant = await connect(network)
    [account] = await MASTODON.accounts(NetworkClient(grant.access_token), grant, network.host)
    assert "write:statuses" in account.missing and not account.may_publish


async def test_revoking_takes_the_token_back(network: MastodonStandIn) -> None:
    grant = await connect(network)
    await MASTODON.revoke(NetworkClient(), grant, network.host)
    assert network.oauth.valid(grant.access_token) is None


async def test_a_post_with_pictures_alt_texts_and_options_is_published(
    network: MastodonStandIn, access: NetworkClient, target: Target
) -> None:
    files = [media(File("image/png", 3000 + at), f"file-{at}", alt=f"cangkir {at} ☕") for at in range(4)]
    content = post("Kopi https://kliqs.test/a", *files, options={"visibility": "unlisted", "sensitive": True})
    sent = await publish(MASTODON, access, target, content)
    [status] = network.statuses
    assert sent == Sent(status["id"], status["url"]) and status["text"] == content.text
    assert (status["visibility"], status["sensitive"]) == ("unlisted", True)
    assert [each["description"] for each in status["media_attachments"]] == [f"cangkir {at} ☕" for at in range(4)]
    assert [file.digest for file in network.media.values()] == [File("image/png", 3000 + at).digest for at in range(4)]


@pytest.mark.parametrize("media_type", ["video/mp4", "image/gif"])
async def test_a_file_that_takes_time_is_waited_for_and_uploaded_once(
    network: MastodonStandIn, access: NetworkClient, target: Target, media_type: str
) -> None:
    network.polls, memory, content = 2, Memory(), post("Film", media(File(media_type, 900_000)))
    for _ in range(2):
        with pytest.raises(NotReady):
            await MASTODON.prepare(access, target, content, memory.progress())
    await publish(MASTODON, access, target, content, memory)
    [file] = network.media.values()
    assert file.digest == File(media_type, 900_000).digest and len(network.arrivals("/api/v2/media")) == 1


async def test_of_two_files_the_one_that_broke_is_uploaded_again(
    network: MastodonStandIn, access: NetworkClient, target: Target
) -> None:
    memory, files = Memory(), [media(File("image/png", 900_000 + at), f"file-{at}") for at in range(2)]
    network.trouble("cut", "/api/v2/media", skip=1)
    with pytest.raises(TemporaryFailure):
        await MASTODON.prepare(access, target, post("Two", *files), memory.progress())
    progress = memory.progress()
    await MASTODON.prepare(access, target, post("Two", *files), progress)
    assert len(network.media) == 2 and len(network.arrivals("/api/v2/media")) == 3
    assert progress.uploaded == progress.total == 1_800_001


async def test_a_changed_alt_text_is_uploaded(network: MastodonStandIn, access: NetworkClient, target: Target) -> None:
    memory = Memory()
    await MASTODON.prepare(access, target, post("Cup", media(alt="a")), memory.progress())
    await publish(MASTODON, access, target, post("Cup", media(alt="b")), memory)
    assert network.statuses[0]["media_attachments"][0]["description"] == "b"


async def test_a_file_that_was_uploaded_yesterday_is_uploaded_again(
    network: MastodonStandIn, access: NetworkClient, target: Target, moved: Clock
) -> None:
    memory = Memory()
    await MASTODON.prepare(access, target, post("Cup", media()), memory.progress())
    moved.on(timedelta(days=1))
    await publish(MASTODON, access, target, post("Cup", media()), memory)
    assert len(network.media) == 2


async def test_a_failed_processing_is_told_and_another_try_uploads_again(
    network: MastodonStandIn, access: NetworkClient, target: Target
) -> None:
    memory, content = Memory(), post("Film", media(File("video/mp4", 900)))
    network.fails = True
    with pytest.raises(PostRefused) as refused:
        await MASTODON.prepare(access, target, content, memory.progress())
    assert refused.value.trouble == "file_refused" and "invalid" in refused.value.detail
    network.fails = False
    assert await publish(MASTODON, access, target, content, memory)


async def test_a_file_that_the_server_lost_is_uploaded_again(
    network: MastodonStandIn, access: NetworkClient, target: Target
) -> None:
    network.polls, memory, content = 1, Memory(), post("Film", media(File("video/mp4", 900)))
    with pytest.raises(NotReady):
        await MASTODON.prepare(access, target, content, memory.progress())
    network.media.clear()
    network.polls = 0
    with pytest.raises(TemporaryFailure) as lost:
        await MASTODON.prepare(access, target, content, memory.progress())
    assert lost.value.trouble == "upload_lost"
    assert await publish(MASTODON, access, target, content, memory)


async def test_the_next_post_of_a_thread_answers_the_first(
    network: MastodonStandIn, access: NetworkClient, target: Target
) -> None:
    content = post("First", reply="Second", options={"visibility": "private"})
    sent = await publish(MASTODON, access, target, content)
    await MASTODON.send_reply(access, target, content, sent)
    first, second = network.statuses
    assert (second["text"], second["reply"], second["visibility"]) == ("Second", first["id"], "private")


async def test_the_same_variant_is_published_once_whatever_calls(
    network: MastodonStandIn, access: NetworkClient, target: Target
) -> None:
    first = await publish(MASTODON, access, target, post())
    assert await publish(MASTODON, access, target, post()) == first and len(network.statuses) == 1


def fields(content: PostContent, target: Target) -> list[str]:
    return [each.field_name for each in MASTODON.problems(content, target)]


def test_problems_follow_the_limits_of_the_server() -> None:
    small = Target("108", {"image_bytes": 1000, "file_types": ["image/png"], "most_files": 1})
    assert fields(post("", media(File("image/png", 1001)), media(File("image/jpeg", 9))), small) == ["media"] * 3
    assert fields(post("x" * 500, media(File("video/mp4", 99))), Target("108")) == []
    assert MASTODON.most_text({"most_text": 5000}) == 5000
    assert MASTODON.most_text({}) == MASTODON.most_text({"most_text": "many"}) == 500


def test_a_text_may_be_as_long_as_the_server_of_the_connection_says() -> None:
    long, short = (Connection(external_id="108", details={"most_text": most}) for most in (5000, 400))
    assert not content_problems(MASTODON, long, post("x" * 5000))
    [problem] = content_problems(MASTODON, short, post("x" * 401))
    assert (problem.field_name, problem.facts["over"], problem.facts["most"]) == ("text", 1, 400)


@pytest.mark.parametrize(
    "content, words",
    [
        (post("x" * 501), "Text character limit of 500 exceeded"),
        (post(""), "Text can't be blank"),
        (post("Cups", *(media(name=f"file-{at}") for at in range(5))), "Cannot attach more than 4 files"),
        (post("Both", media(), media(File("video/mp4"), "file-2")), "Cannot attach a video"),
        (post("Cup", media(File("image/jpeg", 16_777_217))), "file size"),
        (post("Cup", replace(media(), media_type="image/tiff")), "content type is invalid"),
        (post("Cup", replace(media(), media_type="image/png")), "content type is invalid"),
    ],
    ids=["long", "empty", "five", "mixed", "large", "unknown type", "other type"],
)
async def test_what_the_server_refuses_is_refused_for_good(
    network: MastodonStandIn, access: NetworkClient, target: Target, content: Any, words: str
) -> None:
    with pytest.raises(PostRefused) as refused:
        await publish(MASTODON, access, target, content)
    assert words in refused.value.detail and refused.value.status == 422 and not network.statuses


async def test_a_missing_scope_needs_a_reconnect(network: MastodonStandIn, target: Target) -> None:
    access = NetworkClient(network.oauth.issue(("read:accounts",), refresh=False).access.value)
    with pytest.raises(ReconnectNeeded) as refused:
        await publish(MASTODON, access, target, post())
    assert refused.value.trouble == "scope_missing"


@pytest.mark.parametrize("kind, error, trouble", [FORBIDDEN_POST, *AT_PUBLISHING])
async def test_each_refusal_of_the_post_is_the_right_error(
    network: MastodonStandIn, access: NetworkClient, target: Target, kind: str, error: type[NetworkError], trouble: str
) -> None:
    network.trouble(kind, "/api/v1/statuses", "POST")
    with pytest.raises(error) as raised:
        await publish(MASTODON, access, target, post())
    assert raised.value.trouble == trouble in TROUBLES and not network.statuses


@pytest.mark.parametrize("kind, error, trouble", [FORBIDDEN_POST, *AT_UPLOAD])
async def test_each_refusal_of_an_upload_is_the_right_error(
    network: MastodonStandIn, access: NetworkClient, target: Target, kind: str, error: type[NetworkError], trouble: str
) -> None:
    network.trouble(kind, "/api/v2/media")
    with pytest.raises(error) as raised:
        await publish(MASTODON, access, target, post("Cup", media()))
    assert raised.value.trouble == trouble


async def test_a_limit_says_when_it_ends(
    network: MastodonStandIn, access: NetworkClient, target: Target, moved: Clock
) -> None:
    network.trouble("429", "/api/v1/statuses")
    with pytest.raises(TemporaryFailure) as limited:
        await publish(MASTODON, access, target, post())
    assert 59 <= limited.value.after <= 60


@pytest.mark.parametrize("kind", ["commit then drop", "commit then not json", "slow drip", "drop", "not json"])
async def test_no_answer_to_the_post_leaves_the_outcome_unknown(
    network: MastodonStandIn, access: NetworkClient, target: Target, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    impatient(monkeypatch)
    network.trouble(kind, "/api/v1/statuses", "POST")
    memory, content = Memory(), post("Kopi & <roti> @sari@kopi.example\n\nhttps://kliqs.test/a", media())
    with pytest.raises(OutcomeUnknown):
        await publish(MASTODON, access, target, content, memory)
    found = await MASTODON.find(access, target, content, memory.values)
    if kind in {"drop", "not json"}:
        assert found is None and not network.statuses
    else:
        assert found == Sent(network.statuses[0]["id"], network.statuses[0]["url"])


async def test_looking_finds_no_older_post_and_no_other_one(
    network: MastodonStandIn, access: NetworkClient, target: Target, moved: Clock
) -> None:
    await publish(MASTODON, access, target, post("Selamat pagi"))
    moved.on(timedelta(hours=1))
    memory = Memory()
    await MASTODON.prepare(access, target, post("Selamat pagi"), memory.progress())
    await publish(MASTODON, access, target, replace(post("Selamat siang"), key="another"))
    assert await MASTODON.find(access, target, post("Selamat pagi"), memory.values) is None
    with pytest.raises(CannotLook):
        await MASTODON.find(access, target, post("Selamat pagi"), {})
    for kind in ("not json", "500"):
        network.trouble(kind, "/api/v1/accounts")
        with pytest.raises(TemporaryFailure):
            await MASTODON.find(access, target, post("Selamat pagi"), memory.values)


@pytest.mark.parametrize("kind", ["401", "403", "429", "500", "drop", "not json"])
async def test_a_token_is_in_no_error_and_no_log(
    network: MastodonStandIn, access: NetworkClient, target: Target, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    network.trouble(kind, "/api/v1/statuses")
    with pytest.raises(NetworkError) as raised:
        await publish(MASTODON, access, target, post())
    assert "access-" not in f"{raised.value!r} {raised.value} {vars(raised.value)} {access!r} {caplog.text}"


def _public_calls(client: Any, network: MastodonStandIn) -> tuple[str, str]:
    url = client.auth_request_url(redirect_uris=BACK, scopes=list(APP_SCOPES), state="s")
    code = network.visit(url).partition("code=")[2].partition("&")[0]
    client.log_in(code=code, redirect_uri=BACK, scopes=list(APP_SCOPES))
    return str(client.me().acct), code


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_the_official_client_signs_in_uploads_posts_and_reads(network: MastodonStandIn) -> None:
    from mastodon import Mastodon as Client

    network.polls = 0
    app = Client.create_app("Kliqs", scopes=list(APP_SCOPES), redirect_uris=BACK, api_base_url=network.origin)
    client = Client(client_id=app[0], client_secret=app[1], api_base_url=network.origin)
    account, _ = _public_calls(client, network)
    file = client.media_post(b"\x89PNG\r\n\x1a\n" + b"x" * 99, mime_type="image/png", description="cangkir")
    status = client.status_post("Kopi", media_ids=[file], idempotency_key="k", visibility="unlisted")
    again = client.status_post("Kopi", idempotency_key="k")
    [read] = client.account_statuses("108")
    assert account == "sari" and again.id == status.id == read.id and client.status_source(status.id).text == "Kopi"
    client.revoke_access_token()
    assert not any(token.alive for token in network.oauth.tokens.values())
