"""Chats, whole and streamed, as a program on a real socket gets them."""

import asyncio
import json
from datetime import timedelta
from typing import Any

import aiohttp

from app.gateway.catalogue.offered import forget_offered
from app.gateway.catalogue.upstream import Upstream
from app.gateway.metering import reaper
from app.gateway.metering.ai_request import HUNG_UP, RELEASED, SETTLED, AiRequest
from app.gateway.upstreams.errors import UpstreamError, UpstreamTimedOut
from app.kernel import installation
from tests.conftest import Clock
from tests.gateway.api.callers import Caller, chat_body
from tests.gateway.fake_adapter import END, TEXT, USED, FakeAdapter, chunk_of
from tests.tasks import background_task
from tests.waiting import eventually

BROKEN = UpstreamError("secret detail of the provider", status=500, retryable=True)


async def settled(caller: Caller) -> AiRequest:
    """The only request, once it is settled."""

    async def once() -> AiRequest | None:
        request = await caller.request()
        return request if request.settled_at else None

    found: AiRequest = await eventually(once)
    return found


def text_of(events: list[str]) -> str:
    bodies = [json.loads(event.removeprefix("data: ")) for event in events if event.startswith("data: {")]
    return "".join(choice["delta"].get("content") or "" for body in bodies for choice in body.get("choices", ()))


async def test_a_chat_is_answered_under_our_name_of_the_model_and_settled(caller: Caller, adapter: FakeAdapter) -> None:
    status, answer = await caller.chat()
    assert status == 200 and answer["choices"][0]["message"]["content"] == TEXT
    assert answer["model"] == "small-1"
    request = await caller.request()
    assert (request.state, request.status, request.endpoint) == (SETTLED, 200, "chat")
    assert request.usage == USED.as_dict() and request.cost > 0 and request.first_ms is not None
    assert [row["status"] for row in request.tries] == [200]
    balance = await caller.balance()
    assert balance.reserved == 0


async def test_what_we_do_not_know_is_passed_on(caller: Caller, adapter: FakeAdapter) -> None:
    extra = {"seed": 7, "top_k": 3, "logit_bias": {"5": 1}, "vendor_field": [{"a": None}], "n": 2}
    await caller.chat(**extra)
    assert adapter.bodies[0] == chat_body(**extra)


async def test_a_stream_comes_in_chunks_and_ends_with_done(caller: Caller, adapter: FakeAdapter) -> None:
    events = await caller.events()
    assert text_of(events) == TEXT and events[-1] == "data: [DONE]"
    assert all('"model":"small-1"' in event for event in events[:-1])
    request = await caller.request()
    assert (request.state, request.streamed, request.delivered) == (SETTLED, True, len(TEXT))
    assert request.usage == USED.as_dict() and not request.estimated


async def test_the_usage_is_in_the_stream_only_for_who_asks(caller: Caller, adapter: FakeAdapter) -> None:
    assert "usage" not in "".join(await caller.events())
    *_, last, done = await caller.events(stream_options={"include_usage": True})
    assert json.loads(last.removeprefix("data: "))["usage"]["total_tokens"] == 8 and done == "data: [DONE]"


async def test_a_usage_within_a_piece_of_text_is_taken_out_of_it(caller: Caller, adapter: FakeAdapter) -> None:
    adapter.steps = [chunk_of("one", usage=USED, body={"usage": {"total_tokens": 8}})]
    events = await caller.events()
    assert text_of(events) == "one" and "usage" not in "".join(events)
    assert (await caller.request()).usage == USED.as_dict()


async def test_a_client_that_hangs_up_stops_the_upstream_and_pays_what_was_delivered(
    caller: Caller, adapter: FakeAdapter
) -> None:
    adapter.steps = [chunk_of("twelve chars"), asyncio.Event(), END]
    async with caller.post("/chat/completions", chat_body(stream=True)) as response:
        assert b"twelve chars" in await response.content.readuntil(b"\n\n")
    request = await settled(caller)
    assert (request.status, request.error, request.delivered) == (HUNG_UP, "hung_up", 12)
    assert request.estimated and request.usage["output"] == 4 and request.cost > 0
    assert adapter.left == 1 and adapter.pulled == 2, "nothing more was read of the upstream"
    assert (await caller.balance()).reserved == 0


async def test_who_hangs_up_before_the_first_piece_pays_for_what_was_sent(caller: Caller, adapter: FakeAdapter) -> None:
    for streamed in (False, True):
        await _hang_up_before_the_first_piece(caller, adapter, streamed=streamed)
    await eventually(_both_hung_up)
    requests = await AiRequest.all()
    assert all(request.usage.keys() == {"input"} and request.cost > 0 for request in requests)


async def _hang_up_before_the_first_piece(caller: Caller, adapter: FakeAdapter, *, streamed: bool) -> None:
    """Closes the connection of a request once it has reached the adapter, which never answers it."""
    adapter.begins, before = [asyncio.Event()], len(adapter.bodies)
    async with background_task(caller.chat(stream=streamed)):
        await eventually(lambda: len(adapter.bodies) > before)


async def _both_hung_up() -> bool:
    return await AiRequest.filter(settled_at__isnull=False, status=HUNG_UP).count() == 2


async def test_a_usage_at_the_beginning_of_a_stream_does_not_make_the_rest_free(
    caller: Caller, adapter: FakeAdapter
) -> None:
    early = chunk_of("one", usage=type(USED)(input=9, output=1))
    adapter.steps = [early, chunk_of("x" * 297), asyncio.Event(), END]
    async with caller.post("/chat/completions", chat_body(stream=True)) as response:
        await response.content.readuntil(b"xxx")
    request = await settled(caller)
    assert request.usage == {"input": 9, "output": 100}


async def test_an_error_before_the_first_byte_is_an_answer_with_a_status_and_costs_nothing(
    caller: Caller, adapter: FakeAdapter
) -> None:
    for streamed in (False, True):
        adapter.begins = [BROKEN]
        async with caller.post("/chat/completions", chat_body(stream=streamed)) as response:
            error = (await response.json())["error"]
            assert response.status == 502 and error["code"] == "provider_unavailable"
            assert "secret" not in error["message"]
    assert {(each.state, each.cost, each.status) for each in await AiRequest.all()} == {(RELEASED, 0, 502)}
    assert (await caller.balance()).reserved == 0


async def test_an_error_in_the_middle_is_an_event_after_which_the_stream_ends(
    caller: Caller, adapter: FakeAdapter
) -> None:
    adapter.steps = [chunk_of("one "), UpstreamTimedOut("silence", retryable=True)]
    *_, last = events = await caller.events()
    assert text_of(events) == "one "
    error = json.loads(last.removeprefix("data: "))["error"]
    assert error.keys() == {"message", "type", "param", "code"} and error["code"] == "provider_unavailable"
    request = await caller.request()
    assert (request.status, request.error) == (502, "provider_timed_out") and request.usage["output"] == 2


async def test_what_the_upstream_does_not_take_is_told_in_its_own_words(caller: Caller, adapter: FakeAdapter) -> None:
    refused = UpstreamError(
        "Invalid 'temperature'.",
        status=400,
        retryable=False,
        code="invalid_value",
        type="invalid_request_error",
        param="temperature",
    )
    adapter.begins = [refused]
    status, answer = await caller.chat(temperature=9)
    assert status == 400
    assert answer["error"] == {
        "message": "Invalid 'temperature'.",
        "type": "invalid_request_error",
        "param": "temperature",
        "code": "invalid_value",
    }


async def test_while_the_upstream_is_silent_comments_keep_the_connection_open(
    caller: Caller, adapter: FakeAdapter
) -> None:
    installation.current().config = installation.current().config.model_copy(update={"gateway_keep_alive": 0.01})
    silence: Any = asyncio.Event()
    adapter.begins, adapter.steps = [silence], [chunk_of("one"), 0.05, chunk_of(" two"), END]
    async with caller.post("/chat/completions", chat_body(stream=True)) as response:
        assert await response.content.readuntil(b"\n\n") == b": keep-alive\n\n", "before the first piece, too"
        silence.set()
        rest = await response.text()
    assert text_of([event for event in rest.split("\n\n") if event.startswith("data")]) == "one two"
    assert ": keep-alive" in rest.partition("one")[2]


async def test_after_a_comment_an_error_is_an_event(caller: Caller, adapter: FakeAdapter) -> None:
    installation.current().config = installation.current().config.model_copy(update={"gateway_keep_alive": 0.01})

    class Late(asyncio.Event):
        async def wait(self) -> Any:
            await asyncio.sleep(0.05)
            raise BROKEN

    adapter.begins = [Late()]
    events = await caller.events()
    assert events[0] == ": keep-alive" and "provider_unavailable" in events[-1]
    assert (await caller.request()).state == RELEASED


async def test_a_slow_reader_makes_the_upstream_wait(caller: Caller, adapter: FakeAdapter) -> None:
    adapter.steps = [chunk_of("x" * 16_000) for _ in range(4_000)]
    async with aiohttp.ClientSession(read_bufsize=1024) as session:
        url, body = f"{caller.url}/chat/completions", chat_body(stream=True)
        async with session.post(url, json=body, headers=caller.headers) as response:
            await response.content.readexactly(1)
            pulled = -1
            while pulled != adapter.pulled:
                pulled = adapter.pulled
                await asyncio.sleep(0.2)
            assert pulled < 1_000, "the rest of 64 MB was not read of the upstream"
    await settled(caller)


async def test_a_client_may_name_the_region_in_which_its_request_is_processed(
    caller: Caller, adapter: FakeAdapter
) -> None:
    await Upstream.all().update(region="eu")
    forget_offered()
    for region, status in (("EU", 200), ("us", 503)):
        headers = {"x-kliqs-region": region}
        async with caller.post("/chat/completions", chat_body(), **headers) as response:
            assert response.status == status
            code = (await response.json()).get("error", {}).get("code")
            assert code == (None if status == 200 else "no_route")
    assert len(adapter.bodies) == 1 and (await caller.request()).status == 200, "nothing was reserved for the other one"


async def test_a_stream_that_was_taken_for_dead_and_settled_gives_nothing_more_for_free(
    caller: Caller, adapter: FakeAdapter, moved: Clock
) -> None:
    goes_on: Any = asyncio.Event()
    adapter.steps = [chunk_of("one "), goes_on, chunk_of("two "), chunk_of("three"), END]
    async with caller.post("/chat/completions", chat_body(stream=True)) as response:
        await response.content.readuntil(b"one ")
        moved.on(timedelta(minutes=2))
        await reaper.reap()
        assert (await caller.request()).settled_at
        goes_on.set()
        rest = await response.text()
    assert "two" not in rest and '"error"' in rest and "[DONE]" not in rest
    assert adapter.left == 1
