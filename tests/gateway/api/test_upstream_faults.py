"""Upstreams that are dead, slow, lie or send nonsense, on the whole way from a client's socket to what it pays."""

from __future__ import annotations

import json
from typing import Any

import openai
import pytest

from app.gateway.catalogue.ai_model import AiModel
from app.gateway.catalogue.offered import forget_offered
from app.gateway.catalogue.upstream import Route
from app.gateway.metering.ai_request import RELEASED, SETTLED
from tests.gateway.api.callers import chat_body
from tests.gateway.api.conformance import CHATS, MODEL, Conformance
from tests.gateway.offering import add_route, offer_upstream
from tests.waiting import eventually

ASKED: list[Any] = [{"role": "user", "content": "one two three"}]
ANSWER = "You wrote: one two three"
EACH_KIND = pytest.mark.parametrize("gateway", CHATS, indirect=True)
HUGE = 10**8
# what an upstream may say of an answer of five words, none of which can be true
LIES: dict[str, Any] = {
    "far too much": {"prompt_tokens": HUGE, "completion_tokens": HUGE, "total_tokens": 2 * HUGE},
    "more than can be counted": {"prompt_tokens": 10**30, "completion_tokens": 10**30},
    "negative": {"prompt_tokens": -5, "completion_tokens": -HUGE, "total_tokens": -HUGE},
    "nothing": {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0},
    "words": {"prompt_tokens": "many", "completion_tokens": "few"},
    "a list": [1, 2, 3],
    "a word": "a lot",
}


async def ask(gateway: Conformance, *, streamed: bool) -> str:
    """The text of an answer."""
    client = gateway.openai()
    if not streamed:
        answer = await client.chat.completions.create(model=MODEL, messages=ASKED)
        return answer.choices[0].message.content or ""
    stream = await client.chat.completions.create(model=MODEL, messages=ASKED, stream=True)
    return "".join([chunk.choices[0].delta.content or "" async for chunk in stream if chunk.choices])


@pytest.mark.parametrize("streamed", [False, True], ids=["whole", "streamed"])
@pytest.mark.parametrize("lie", LIES)
async def test_who_lies_about_usage_is_not_believed_and_the_client_pays_what_it_got(
    gateway: Conformance, lie: str, streamed: bool
) -> None:
    gateway.api.usage = LIES[lie]
    assert await ask(gateway, streamed=streamed) == ANSWER
    [request] = await gateway.settled()
    assert request.state == SETTLED and request.estimated and 0 < request.cost <= request.reserved
    assert request.usage["output"] == len(ANSWER) // 3


@pytest.mark.parametrize("streamed", [False, True], ids=["whole", "streamed"])
async def test_more_cached_tokens_than_there_were_make_nothing_free(gateway: Conformance, streamed: bool) -> None:
    told = {"prompt_tokens": 3, "completion_tokens": 5, "total_tokens": 8}
    gateway.api.usage = told | {
        "prompt_tokens_details": {"cached_tokens": 900},
        "completion_tokens_details": {"reasoning_tokens": 900},
    }
    assert await ask(gateway, streamed=streamed) == ANSWER
    [request] = await gateway.settled()
    assert sum(request.usage.values()) in {8, 8 + 900} and request.cost > 0 and not request.estimated


@pytest.mark.parametrize("streamed", [False, True], ids=["whole", "streamed"])
async def test_where_one_upstream_is_dead_another_answers(gateway: Conformance, streamed: bool) -> None:
    model = await AiModel.get(id=MODEL)
    await add_route(model, await offer_upstream("dead", base_url="http://127.0.0.1:9/v1"), priority=0)
    assert await ask(gateway, streamed=streamed) == ANSWER
    [request] = await gateway.settled()
    assert [(tried["upstream"], bool(tried.get("error"))) for tried in request.tries] == [
        ("dead", True),
        (f"openai of {MODEL}", False),
    ]


@pytest.mark.parametrize("streamed", [False, True], ids=["whole", "streamed"])
async def test_where_the_only_upstream_is_dead_the_client_is_told_and_pays_nothing(
    gateway: Conformance, streamed: bool
) -> None:
    model = await AiModel.get(id=MODEL)
    await Route.all().delete()
    await add_route(model, await offer_upstream("dead", base_url="http://127.0.0.1:9/v1"))
    with pytest.raises(openai.InternalServerError) as failed:
        await ask(gateway, streamed=streamed)
    assert failed.value.code == "provider_unavailable" and "127.0.0.1" not in failed.value.response.text
    [request] = await gateway.settled()
    assert (request.state, request.cost) == (RELEASED, 0)


@EACH_KIND
@pytest.mark.parametrize("fault", ["hold", "comments"])
async def test_an_upstream_that_stops_in_the_middle_is_left_and_what_came_is_paid(
    gateway: Conformance, fault: str
) -> None:
    await Route.all().update(idle=1, first_byte=1)
    forget_offered()
    gateway.api.fault(fault, after=4, pause=0.05)
    with pytest.raises(openai.APIError) as stopped:
        await ask(gateway, streamed=True)
    assert stopped.value.code == "provider_unavailable"
    [request] = await gateway.settled()
    assert (request.status, request.error) == (502, "provider_timed_out") and request.delivered and request.cost > 0
    await eventually(lambda: gateway.api.streams[-1].left)  # its connection was closed


@EACH_KIND
@pytest.mark.parametrize("fault", ["long", "html", "error in 200", "drop", "text"])
async def test_nonsense_before_the_first_piece_of_a_stream_is_an_answer_with_a_status(
    gateway: Conformance, fault: str
) -> None:
    gateway.api.fault(fault, after=0)
    with pytest.raises(openai.InternalServerError) as failed:
        await ask(gateway, streamed=True)
    assert failed.value.code == "provider_unavailable" and gateway.api.credential not in failed.value.response.text
    [request] = await gateway.settled()
    assert (request.state, request.cost) == (RELEASED, 0)


@EACH_KIND
async def test_an_event_that_is_too_long_in_the_middle_ends_the_stream_and_what_came_is_paid(
    gateway: Conformance,
) -> None:
    gateway.api.fault("long", after=4)
    with pytest.raises(openai.APIError, match="provider"):
        await ask(gateway, streamed=True)
    [request] = await gateway.settled()
    assert request.error == "malformed_answer" and request.delivered and request.cost > 0


async def test_pieces_that_came_at_once_are_all_sent_before_the_error_after_them(gateway: Conformance) -> None:
    gateway.api.fault("malformed", after=6)
    async with gateway.caller.post(
        "/chat/completions", chat_body(model=MODEL, messages=ASKED, stream=True)
    ) as response:
        *events, last = (await response.text()).split("\n\n")[:-1]
    texts = [json.loads(event.removeprefix("data: "))["choices"][0]["delta"].get("content") for event in events]
    assert "".join(text or "" for text in texts) == ANSWER and len(texts) == 6
    assert json.loads(last.removeprefix("data: "))["error"]["code"] == "provider_unavailable"
