"""X through a stand-in that refuses what X refuses."""

import logging
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from multidict import CIMultiDict

from app.publishing.networks import oauth_client
from app.publishing.networks.client import NetworkClient, Reply
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
from app.publishing.networks.network import Grant, Sent, Target
from app.publishing.networks.trouble_sentences import TROUBLES
from app.publishing.networks.x import SCOPES, X_NETWORK
from app.publishing.networks.x_uploads import SEGMENT, error_of_refusal
from tests.conftest import Clock
from tests.memory import traced_memory
from tests.networks.files import File, media
from tests.networks.publishing import Crash, Memory, impatient, post, publish, settings
from tests.networks.stand_in import served
from tests.networks.troubles import AT_PUBLISHING, AT_UPLOAD, FORBIDDEN_POST
from tests.networks.x import XStandIn
from tests.networks.x_uploads import problem

BACK = "https://kliqs.test/publish/oauth/x/callback"
SARI = Target("2244994945")


@pytest.fixture
def network() -> Iterator[XStandIn]:
    with served(XStandIn()) as stand_in:
        settings(
            x_client_id=stand_in.client_id,
            x_client_secret=stand_in.client_secret,
            x_authorize_url=f"{stand_in.origin}/i/oauth2/authorize",
            x_api_url=stand_in.origin,
        )
        yield stand_in


@pytest.fixture
def access(network: XStandIn) -> NetworkClient:
    return NetworkClient(network.oauth.issue(SCOPES).access.value)


async def connect(network: XStandIn) -> Grant:
    table = await X_NETWORK.oauth()
    verifier = "v" * 64
    back = network.oauth.visit(oauth_client.authorization_url(table, "state", verifier, BACK))
    code = back.partition("code=")[2].partition("&")[0]
    return await oauth_client.exchange_code(table, code, verifier, BACK)


async def test_a_person_connects_and_the_account_may_publish(network: XStandIn) -> None:
    grant = await connect(network)
    [account] = await X_NETWORK.accounts(NetworkClient(grant.access_token), grant)
    assert (account.external_id, account.username, account.display_name) == ("2244994945", "sari_kopi", "Sari")
    assert account.may_publish and not account.missing and grant.refresh_token and grant.expires_in == 7200


async def test_a_public_app_connects_without_a_secret(network: XStandIn) -> None:
    network.client_secret = ""
    settings(x_client_secret="")
    assert (await connect(network)).access_token


async def test_a_scope_that_was_left_out_is_missing(network: XStandIn) -> None:
    network.oauth.grants = ["tweet.read", "users.read", "offline.access"]
    grant = await connect(network)
    [account] = await X_NETWORK.accounts(NetworkClient(grant.access_token), grant)
    assert account.missing == ("tweet.write", "media.write") and not account.may_publish


async def test_a_code_works_for_30_seconds_and_once(network: XStandIn) -> None:
    table = await X_NETWORK.oauth()
    challenge = network.oauth.challenge("v" * 64)
    late = network.oauth.new_code(BACK, challenge, SCOPES)
    network.skew = timedelta(seconds=31)
    with pytest.raises(ReconnectNeeded):
        await oauth_client.exchange_code(table, late, "v" * 64, BACK)
    code = network.oauth.new_code(BACK, challenge, SCOPES)
    assert await oauth_client.exchange_code(table, code, "v" * 64, BACK)
    with pytest.raises(ReconnectNeeded):
        await oauth_client.exchange_code(table, code, "v" * 64, BACK)


async def test_a_refresh_token_that_was_used_ends_the_permission(network: XStandIn) -> None:
    table, grant = await X_NETWORK.oauth(), await connect(network)
    renewed = await oauth_client.refresh(table, grant.refresh_token)
    assert renewed.refresh_token != grant.refresh_token
    with pytest.raises(ReconnectNeeded):
        await oauth_client.refresh(table, grant.refresh_token)


async def test_revoking_takes_both_tokens_back_and_again_is_no_error(network: XStandIn) -> None:
    grant = await connect(network)
    await X_NETWORK.revoke(NetworkClient(), grant)
    assert not any(token.alive for token in network.oauth.tokens.values())
    await X_NETWORK.revoke(NetworkClient(), grant)


async def test_text_is_published(network: XStandIn, access: NetworkClient) -> None:
    sent = await publish(X_NETWORK, access, SARI, post("Kopi pagi & roti <3 https://kliqs.test/a"))
    [published] = network.posts
    assert published["raw"] == "Kopi pagi & roti <3 https://kliqs.test/a" and sent.published
    assert sent == Sent(published["id"], f"https://x.com/i/web/status/{published['id']}")


async def test_four_pictures_are_published_in_their_order_with_alt_texts(
    network: XStandIn, access: NetworkClient
) -> None:
    types = ["image/jpeg", "image/png", "image/webp", "image/jpeg"]
    files = [media(File(kind, 4000 + at), f"file-{at}", alt=f"cup {at}") for at, kind in enumerate(types)]
    await publish(X_NETWORK, access, SARI, post("Cups", *files))
    uploads = [network.uploads[name] for name in network.posts[0]["media_ids"]]
    assert [(each.media_type, each.size, each.alt) for each in uploads] == [
        (kind, 4000 + at, f"cup {at}") for at, kind in enumerate(types)
    ]


async def test_a_gif_has_its_category_and_is_waited_for(network: XStandIn, access: NetworkClient) -> None:
    memory, content = Memory(), post("Steam", media(File("image/gif", 9000), alt="steam"))
    await publish(X_NETWORK, access, SARI, content, memory)
    [upload] = network.uploads.values()
    assert (upload.category, upload.alt) == ("tweet_gif", "steam")


async def test_processing_is_waited_for_as_long_as_x_says(network: XStandIn, access: NetworkClient) -> None:
    network.polls, memory, content = 2, Memory(), post("Film", media(File("video/mp4", 9000)))
    for _ in range(2):
        with pytest.raises(NotReady) as waits:
            await X_NETWORK.prepare(access, SARI, content, memory.progress())
        assert (waits.value.after, waits.value.percent) == (1, 40)
    await publish(X_NETWORK, access, SARI, content, memory)
    [upload] = network.uploads.values()
    assert upload.attempts == [0], "it is uploaded once"


async def test_a_video_goes_on_where_the_connection_broke(network: XStandIn, access: NetworkClient) -> None:
    file = File("video/mp4", 3 * SEGMENT + 1000)
    memory, content = Memory(), post("Film", media(file))
    network.trouble("cut", "/2/media/upload/18", "POST", skip=2, bytes_read=1_000_000)
    with pytest.raises(TemporaryFailure):
        await X_NETWORK.prepare(access, SARI, content, memory.progress())
    progress = memory.progress()
    await X_NETWORK.prepare(access, SARI, content, progress)
    [upload] = network.uploads.values()
    assert upload.attempts == [0, 1, 2, 3] and upload.digest == file.digest
    assert progress.uploaded == progress.total == file.size
    assert file.reads == [(0, SEGMENT), (SEGMENT, SEGMENT), *[(2 * SEGMENT, SEGMENT)] * 2, (3 * SEGMENT, 1000)]


@pytest.mark.parametrize("dies_at", range(7))
async def test_a_process_may_die_at_every_step_of_an_upload(
    network: XStandIn, access: NetworkClient, dies_at: int
) -> None:
    memory, content = Memory(), post("Film", media(File("image/gif", SEGMENT + 1000), alt="steam"))
    memory.dies_at = dies_at
    with pytest.raises(Crash):
        await X_NETWORK.prepare(access, SARI, content, memory.progress())
    for _ in range(2):
        with suppress(TemporaryFailure):  # X finalizes a file once, so that it may have to be uploaded again
            await X_NETWORK.prepare(access, SARI, content, memory.progress())
    await X_NETWORK.send(access, SARI, content, memory.values)
    used = network.uploads[network.posts[0]["media_ids"][0]]
    assert used.digest == File("image/gif", SEGMENT + 1000).digest and used.alt == "steam"


async def test_an_upload_that_x_forgot_begins_anew(network: XStandIn, access: NetworkClient, moved: Clock) -> None:
    memory, content = Memory(), post("Film", media(File("video/mp4", 9000)))
    await X_NETWORK.prepare(access, SARI, content, memory.progress())
    moved.on(timedelta(days=1))
    access = NetworkClient(network.oauth.issue(SCOPES).access.value)
    await publish(X_NETWORK, access, SARI, content, memory)
    assert len(network.uploads) == 2


async def test_an_upload_that_x_lost_begins_anew(network: XStandIn, access: NetworkClient) -> None:
    memory, content = Memory(), post("Film", media(File("video/mp4", SEGMENT + 9)))
    network.trouble("500", "/2/media/upload/18", "POST", skip=1)
    with pytest.raises(TemporaryFailure):
        await X_NETWORK.prepare(access, SARI, content, memory.progress())
    network.uploads.clear()
    with pytest.raises(TemporaryFailure) as lost:
        await X_NETWORK.prepare(access, SARI, content, memory.progress())
    assert lost.value.trouble == "upload_lost"
    assert await publish(X_NETWORK, access, SARI, content, memory)


async def test_a_failed_processing_is_told_with_the_words_of_x(network: XStandIn, access: NetworkClient) -> None:
    network.fails = {"code": 1, "name": "InvalidMedia", "message": "Unsupported video codec"}
    with pytest.raises(PostRefused) as refused:
        await publish(X_NETWORK, access, SARI, post("Film", media(File("video/mp4", 9000))))
    assert (refused.value.trouble, refused.value.code) == ("file_refused", "InvalidMedia")
    assert refused.value.detail == "Unsupported video codec"


async def test_the_next_post_of_a_thread_answers_the_first(network: XStandIn, access: NetworkClient) -> None:
    content = post("First", reply="Second")
    sent = await publish(X_NETWORK, access, SARI, content)
    await X_NETWORK.send_reply(access, SARI, content, sent)
    first, second = network.posts
    assert (second["raw"], second["in_reply_to"]) == ("Second", first["id"])


@pytest.mark.slow
async def test_a_video_of_300_mb_takes_no_more_memory_than_its_segments(
    network: XStandIn, access: NetworkClient
) -> None:
    file, memory = File("video/mp4", 300 * 1024**2), Memory()
    content = post("Film", media(file))
    network.trouble("cut", "/2/media/upload/18", "POST", skip=40, bytes_read=2_000_000)
    with traced_memory() as traced:
        with pytest.raises(TemporaryFailure):
            await X_NETWORK.prepare(access, SARI, content, memory.progress())
        await X_NETWORK.prepare(access, SARI, content, memory.progress())
    [upload] = network.uploads.values()
    assert upload.attempts == [*range(75)] and upload.digest == file.digest
    assert traced.peak < 12 * SEGMENT, "of which the stand-in, in this process, takes most"


@pytest.mark.parametrize(
    "file, fields",
    [
        (File("image/jpeg", 5 * 1024**2 + 1), {}),
        (File("image/heic", 900), {}),
        (File("image/gif", 900), {"kind": "image"}),
        (File("video/mp4", 900), {"kind": "image"}),
        (File("image/jpeg", 900), {"media_type": "image/png"}),
    ],
    ids=["too large", "a type X does not know", "GIF as picture", "video as picture", "not what it claims"],
)
async def test_a_file_that_x_refuses_is_refused_for_good(
    network: XStandIn, access: NetworkClient, file: File, fields: dict[str, Any]
) -> None:
    with pytest.raises(PostRefused) as refused:
        await publish(X_NETWORK, access, SARI, post("Cup", replace(media(file), **fields)))
    assert refused.value.status == 400 and refused.value.detail and not network.posts


@pytest.mark.parametrize(
    "content",
    [post("x" * 281), post("好" * 141), post(""), post("cups", *(media(name=f"file-{at}") for at in range(5)))],
    ids=["281 characters", "141 Chinese signs", "nothing", "five pictures"],
)
async def test_a_post_that_x_refuses_is_refused_for_good(
    network: XStandIn, access: NetworkClient, content: Any
) -> None:
    with pytest.raises(PostRefused) as refused:
        await publish(X_NETWORK, access, SARI, content)
    assert refused.value.status == 400 and refused.value.code == "invalid-request" and not network.posts


async def test_a_duplicate_is_refused_in_words_of_its_own(network: XStandIn, access: NetworkClient) -> None:
    await publish(X_NETWORK, access, SARI, post())
    with pytest.raises(PostRefused) as refused:
        await publish(X_NETWORK, access, SARI, post())
    assert refused.value.trouble == "duplicate_post"


async def test_a_missing_scope_needs_a_reconnect(network: XStandIn) -> None:
    access = NetworkClient(network.oauth.issue(("tweet.read", "users.read")).access.value)
    with pytest.raises(ReconnectNeeded) as refused:
        await publish(X_NETWORK, access, SARI, post())
    assert refused.value.trouble == "scope_missing"


@pytest.mark.parametrize("kind, error, trouble", [FORBIDDEN_POST, *AT_PUBLISHING])
async def test_each_refusal_of_the_post_is_the_right_error(
    network: XStandIn, access: NetworkClient, kind: str, error: type[NetworkError], trouble: str
) -> None:
    network.trouble(kind, "/2/tweets", "POST")
    with pytest.raises(error) as raised:
        await publish(X_NETWORK, access, SARI, post())
    assert raised.value.trouble == trouble in TROUBLES and not network.posts


@pytest.mark.parametrize("kind, error, trouble", [FORBIDDEN_POST, *AT_UPLOAD])
async def test_each_refusal_of_an_upload_is_the_right_error(
    network: XStandIn, access: NetworkClient, kind: str, error: type[NetworkError], trouble: str
) -> None:
    network.trouble(kind, "/2/media")
    with pytest.raises(error) as raised:
        await publish(X_NETWORK, access, SARI, post("Cup", media()))
    assert raised.value.trouble == trouble and not network.posts


def answered(status: int, body: object = None, **headers: str) -> Reply:
    return Reply(
        status, CIMultiDict({name.replace("_", "-"): value for name, value in headers.items()}), body or {}, ""
    )


PROBLEM = "https://api.x.com/2/problems/"


@pytest.mark.parametrize(
    "reply, trouble",
    [
        (answered(403, {"type": f"{PROBLEM}client-forbidden", "detail": "not enrolled"}), "app_refused"),
        (answered(403, {"type": f"{PROBLEM}usage-capped", "detail": "monthly cap"}), "app_stopped"),
        (answered(429, {"type": f"{PROBLEM}usage-capped", "detail": "monthly cap"}), "app_stopped"),
        (answered(402, {"title": "CreditsDepleted", "detail": "no credits"}), "x_credits"),
        (answered(429, x_app_limit_24hour_remaining="0", x_app_limit_24hour_reset="99999999999"), "app_stopped"),
    ],
)
def test_what_x_refuses_the_app_stops_everybody_and_blames_nobody(reply: Reply, trouble: str) -> None:
    error = error_of_refusal(reply)
    assert isinstance(error, TemporaryFailure) and error.scope is Scope.APP and error.trouble == trouble in TROUBLES
    assert error.after >= 3600


@pytest.mark.parametrize("path", ["/2/media/upload/initialize", "/2/media/upload/18", "/2/users/me"])
async def test_an_answer_without_sense_is_temporary(network: XStandIn, access: NetworkClient, path: str) -> None:
    network.trouble("not json", path)

    async def connect_and_publish() -> None:
        await X_NETWORK.accounts(access, Grant("a", scopes=SCOPES))
        await publish(X_NETWORK, access, SARI, post("Cup", media()))

    with pytest.raises(TemporaryFailure) as failure:
        await connect_and_publish()
    assert failure.value.trouble == "network_answer"


async def test_a_limit_says_when_it_ends(network: XStandIn, access: NetworkClient, moved: Clock) -> None:
    network.trouble("429", "/2/tweets")
    with pytest.raises(TemporaryFailure) as limited:
        await publish(X_NETWORK, access, SARI, post())
    assert 10 <= limited.value.after <= 11 and limited.value.scope is Scope.CONNECTION


@pytest.mark.parametrize("kind", ["commit then drop", "commit then not json", "slow drip", "drop", "not json"])
async def test_no_answer_to_the_post_leaves_the_outcome_unknown(
    network: XStandIn, access: NetworkClient, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    impatient(monkeypatch)
    network.trouble(kind, "/2/tweets", "POST")
    memory, content = Memory(), post("Kopi & roti https://kliqs.test/a", media())
    with pytest.raises(OutcomeUnknown):
        await publish(X_NETWORK, access, SARI, content, memory)
    found = await X_NETWORK.find(access, SARI, content, memory.values)
    if kind in {"drop", "not json"}:
        assert found is None and not network.posts
    else:
        assert found == Sent(network.posts[0]["id"], f"https://x.com/i/web/status/{network.posts[0]['id']}")


async def test_a_network_that_is_not_there_leaves_nothing_unknown(network: XStandIn, access: NetworkClient) -> None:
    settings(x_api_url="http://127.0.0.1:9")
    with pytest.raises(TemporaryFailure) as failure:
        await publish(X_NETWORK, access, SARI, post())
    assert failure.value.trouble == "network_unreachable"


async def test_looking_finds_no_older_post_and_no_other_one(
    network: XStandIn, access: NetworkClient, moved: Clock
) -> None:
    await publish(X_NETWORK, access, SARI, post("Selamat pagi"))
    moved.on(timedelta(hours=1))
    memory = Memory()
    await X_NETWORK.prepare(access, SARI, post("Selamat pagi"), memory.progress())
    await publish(X_NETWORK, access, SARI, post("Selamat siang"))
    assert await X_NETWORK.find(access, SARI, post("Selamat pagi"), memory.values) is None
    with pytest.raises(CannotLook):
        await X_NETWORK.find(access, SARI, post("Selamat pagi"), {})


async def test_looking_at_an_answer_without_sense_says_nothing(network: XStandIn, access: NetworkClient) -> None:
    memory = Memory()
    await X_NETWORK.prepare(access, SARI, post(), memory.progress())
    network.trouble("not json", "/2/users")
    with pytest.raises(TemporaryFailure):
        await X_NETWORK.find(access, SARI, post(), memory.values)


@pytest.mark.parametrize("kind", ["401", "403", "429", "500", "drop", "not json"])
async def test_a_token_is_in_no_error_and_no_log(
    network: XStandIn, access: NetworkClient, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    network.trouble(kind, "/2/tweets")
    with pytest.raises(NetworkError) as raised:
        await publish(X_NETWORK, access, SARI, post())
    told = f"{raised.value!r} {raised.value} {vars(raised.value)} {access!r} {caplog.text}"
    assert access.access_token not in told and "access-" not in told


async def test_a_token_that_x_repeats_is_taken_out(network: XStandIn, access: NetworkClient) -> None:
    words = f"The token {access.access_token} may not do this."
    network.refuse = lambda status: problem(status, "", words)  # type: ignore[method-assign]
    network.trouble("400", "/2/tweets")
    with pytest.raises(PostRefused) as refused:
        await publish(X_NETWORK, access, SARI, post())
    assert refused.value.detail == "The token … may not do this."
