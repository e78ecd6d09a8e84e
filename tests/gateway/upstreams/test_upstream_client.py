"""Connections to upstreams are kept, lead only where the operator lets them, and hold no more than somebody wants."""

import asyncio
from typing import Any

import pytest

from app.gateway.upstreams import upstream_client
from app.gateway.upstreams.adapter import Target
from app.gateway.upstreams.connection_pool import ConnectionPool
from app.gateway.upstreams.errors import MalformedAnswer, UpstreamError, UpstreamTimedOut, UpstreamUnreachable
from app.gateway.upstreams.upstream_client import fetch_json, upstream_connections
from app.gateway.upstreams.upstream_request import Request
from app.kernel import installation
from tests.gateway.upstreams.targets import OPENAI, PATIENT, SOON, chat, streamed, target_of, text_of
from tests.kernel.sockets import GREETING, Names, serving
from tests.mail.post import allow_this_machine, hanging
from tests.upstreams.openai_api import OpenAIApi
from tests.waiting import eventually


def target(url: str, **fields: Any) -> Target:
    return Target(url, "sk-a", "m", **{"connect": PATIENT, "first_byte": PATIENT, "idle": PATIENT, **fields})


def permit(hosts: str) -> None:
    """Sets KLIQS_NET_ALLOW."""
    current = installation.current()
    current.config = current.config.model_copy(update={"net_allow": hosts})


async def test_requests_share_a_connection(openai_api: OpenAIApi) -> None:
    for _ in range(3):
        await OPENAI.chat(target_of(openai_api), chat())
        await streamed(target_of(openai_api), chat())
    assert len(openai_api.connections) == 1


async def test_a_stream_whose_end_does_not_come_costs_its_connection_and_no_more(openai_api: OpenAIApi) -> None:
    openai_api.fault("held open")
    assert text_of(await streamed(target_of(openai_api), chat())) == "You wrote: one two three"
    await OPENAI.chat(target_of(openai_api), chat())
    assert len(openai_api.connections) == 2


async def test_requests_at_the_same_time_have_connections_of_their_own(openai_api: OpenAIApi) -> None:
    openai_api.fault("hold", after=1, times=120)
    tasks = [asyncio.create_task(streamed(target_of(openai_api), chat())) for _ in range(120)]
    await eventually(lambda: len(openai_api.streams) == 120)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    await eventually(lambda: all(stream.left for stream in openai_api.streams))


async def test_a_connection_that_the_upstream_had_closed_is_replaced(openai_api: OpenAIApi) -> None:
    await OPENAI.chat(target_of(openai_api), chat())
    openai_api.fault("drop")
    assert (await OPENAI.chat(target_of(openai_api), chat())).usage
    assert len(openai_api.requests) == 3


async def test_a_request_that_a_new_connection_dropped_is_not_sent_again(openai_api: OpenAIApi) -> None:
    openai_api.fault("drop")
    with pytest.raises(UpstreamUnreachable) as dropped:
        await OPENAI.chat(target_of(openai_api), chat())
    assert dropped.value.sent and dropped.value.retryable and len(openai_api.requests) == 1


@pytest.mark.parametrize("url", ["http://127.0.0.1", "http://[::1]", "http://localhost", "http://169.254.169.254"])
async def test_an_address_that_is_not_public_is_not_reached_unless_listed(url: str) -> None:
    async with serving(GREETING) as server:
        with pytest.raises(UpstreamUnreachable, match="KLIQS_NET_ALLOW") as refused:
            await fetch_json(target(url), Request("GET", f"{url}:{server.port}/v1/models"))
        assert server.requests == [] and not refused.value.sent and refused.value.retryable


async def test_a_name_that_leads_to_another_address_later_is_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    permit("127.0.0.1:1")
    pool = ConnectionPool(Names(any=[["127.0.0.1"]]))
    async with serving(GREETING) as server:
        request = Request("GET", f"http://llm.test:{server.port}/")
        with pytest.raises(UpstreamUnreachable, match="KLIQS_NET_ALLOW"):
            await pool.send(target(""), request)
        permit("llm.test")
        answer = await pool.send(target(""), request)
        assert await answer.next_piece() == b"hello"
        await answer.close()
        assert len(server.requests) == 1
    await pool.close()


async def test_proxies_of_the_environment_are_not_used(openai_api: OpenAIApi, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert await OPENAI.list_models(target_of(openai_api))


async def test_a_redirect_is_not_followed(openai_api: OpenAIApi) -> None:
    openai_api.fault("redirect")
    with pytest.raises(UpstreamError) as redirected:
        await OPENAI.chat(target_of(openai_api), chat())
    assert redirected.value.status == 307 and len(openai_api.requests) == 1


async def test_nobody_listening_is_unreachable_and_nothing_was_sent() -> None:
    allow_this_machine()
    for url in ("http://127.0.0.1:1", "http://nowhere.invalid", "not a url", "http://"):
        with pytest.raises(UpstreamUnreachable) as gone:
            await fetch_json(target(url), Request("GET", f"{url}/models"))
        assert gone.value.retryable and not gone.value.sent


async def test_who_takes_a_connection_and_says_nothing_is_too_late() -> None:
    allow_this_machine()
    with hanging() as port:
        request = Request("GET", f"http://127.0.0.1:{port}/models")
        with pytest.raises(UpstreamTimedOut):
            await fetch_json(target("", connect=SOON, first_byte=SOON), request)


@pytest.mark.parametrize("kind", ["compressed", "html", "text", "long headers"])
async def test_what_is_no_answer_of_the_api_is_malformed(openai_api: OpenAIApi, kind: str) -> None:
    openai_api.fault(kind)
    with pytest.raises(MalformedAnswer) as malformed:
        await OPENAI.chat(target_of(openai_api), chat())
    assert malformed.value.retryable
    assert await OPENAI.list_models(target_of(openai_api)), "the next one is answered"


@pytest.mark.parametrize(
    "answer", [b"SSH-2.0-OpenSSH_9.6\r\n", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz"]
)
async def test_what_is_no_http_is_an_error_of_the_upstream(answer: bytes) -> None:
    allow_this_machine()
    async with serving(answer) as server:
        with pytest.raises(UpstreamError) as broken:
            await fetch_json(target(""), Request("GET", f"http://127.0.0.1:{server.port}/models"))
    assert broken.value.retryable


async def test_an_answer_that_is_cut_is_no_answer(openai_api: OpenAIApi) -> None:
    openai_api.fault("cut body")
    with pytest.raises(UpstreamError, match="early"):
        await OPENAI.chat(target_of(openai_api), chat())


async def test_an_answer_may_not_be_longer_than_the_limit(
    openai_api: OpenAIApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upstream_client, "MAX_ANSWER", 100_000)
    with pytest.raises(MalformedAnswer, match="too long") as long:
        await OPENAI.chat(target_of(openai_api), chat("a" * 200_000))
    assert not long.value.retryable, "another route would answer as long"
    await OPENAI.chat(target_of(openai_api), chat("a" * 50_000))


async def test_a_stream_request_that_is_answered_whole_is_malformed(openai_api: OpenAIApi) -> None:
    whole = Request("POST", f"{openai_api.base_url}/embeddings", {"Authorization": f"Bearer {openai_api.credential}"})
    body = {"model": "embed-1", "input": "a"}
    with pytest.raises(MalformedAnswer, match="did not stream"):
        async with upstream_client.open_events(
            target_of(openai_api), Request(whole.method, whole.url, whole.headers, body)
        ):
            raise AssertionError("it was entered")


async def test_who_does_not_read_makes_the_upstream_wait(openai_api: OpenAIApi) -> None:
    openai_api.fault("endless", after=3, pause=0)
    async with OPENAI.stream_chat(target_of(openai_api), chat("a" * 20_000)) as chunks:
        await anext(aiter(chunks))
        [stream], before = openai_api.streams, [-1]

        async def stalled() -> bool:
            last, before[0] = before[0], stream.sent
            return last == stream.sent > 3

        await eventually(stalled, interval=0.3)
        answer = chunks._events._answer.response.content  # type: ignore[attr-defined]
        assert answer.total_bytes < 1024 * 1024, "the rest waits at the upstream and in the system"
        assert stream.sent * 20_000 > answer.total_bytes


async def test_a_slow_reader_is_not_taken_for_a_silent_upstream(openai_api: OpenAIApi) -> None:
    got = []
    async with OPENAI.stream_chat(target_of(openai_api, idle=SOON), chat()) as chunks:
        async for chunk in chunks:
            got.append(chunk)
            await asyncio.sleep(SOON / 4)
    assert text_of(got) == "You wrote: one two three"


async def test_connections_are_closed_with_the_last_who_holds_them(openai_api: OpenAIApi) -> None:
    async with upstream_connections():
        await OPENAI.list_models(target_of(openai_api))
    await OPENAI.list_models(target_of(openai_api))
    assert len(openai_api.connections) == 1, "they stay open for the server around"


def test_nothing_is_sent_without_connections_that_somebody_closes() -> None:
    async def send() -> None:
        await fetch_json(target("http://127.0.0.1"), Request("GET", "http://127.0.0.1/models"))

    with pytest.raises(RuntimeError, match="upstream_connections"):
        asyncio.run(send())
