"""OpenAI's own client asks for chats of models at upstreams of each kind, as it would ask OpenAI."""

import asyncio
import base64
import json
from typing import Any

import openai
import pytest
from openai import OpenAI
from pydantic import BaseModel

from app.gateway.catalogue.ai_model import AiPrice
from app.gateway.catalogue.offered import forget_offered
from app.gateway.catalogue.upstream import Route
from app.gateway.metering.ai_request import HUNG_UP, RELEASED, SETTLED
from app.gateway.metering.limits_of_keys import AiKeyTerms
from app.kernel import site
from app.keys.models import ApiKey
from tests.gateway.api.conformance import CHATS, MODEL, PAUSE, Conformance
from tests.tasks import background_task
from tests.upstreams.openai_api import PNG
from tests.waiting import eventually

ASKED: list[Any] = [{"role": "user", "content": "one two three"}]
ANSWER = "You wrote: one two three"
TOOL: Any = {
    "type": "function",
    "function": {
        "name": "look_up",
        "description": "Looks a place up.",
        "parameters": {"type": "object", "properties": {"place": {"type": "string"}}, "required": ["place"]},
    },
}
PICTURE = "data:image/png;base64," + base64.b64encode(PNG).decode()
each_kind = pytest.mark.parametrize("gateway", CHATS, indirect=True)


class Written(BaseModel):
    answer: str


async def text_of(stream: Any) -> str:
    return "".join([chunk.choices[0].delta.content or "" async for chunk in stream if chunk.choices])


@each_kind
async def test_a_chat_is_answered(gateway: Conformance) -> None:
    answer = await gateway.openai().chat.completions.create(model=MODEL, messages=ASKED, max_tokens=50)
    assert answer.choices[0].message.content == ANSWER
    assert answer.choices[0].finish_reason == "stop" and answer.choices[0].message.role == "assistant"
    assert answer.model == MODEL and answer.object == "chat.completion" and answer.id
    assert answer._request_id and answer._request_id.startswith("air_")
    [request] = await gateway.settled()
    assert request.request_id == answer._request_id and request.state == SETTLED
    assert answer.usage and answer.usage.total_tokens == answer.usage.prompt_tokens + answer.usage.completion_tokens
    assert sum(request.usage.values()) == answer.usage.total_tokens


@each_kind
async def test_a_chat_is_streamed(gateway: Conformance) -> None:
    stream = await gateway.openai().chat.completions.create(model=MODEL, messages=ASKED, stream=True)
    chunks = [chunk async for chunk in stream]
    assert "".join(chunk.choices[0].delta.content or "" for chunk in chunks) == ANSWER
    assert {chunk.model for chunk in chunks} == {MODEL} and {chunk.object for chunk in chunks} == {
        "chat.completion.chunk"
    }
    assert [chunk.choices[0].finish_reason for chunk in chunks][-1] == "stop"
    assert all(chunk.usage is None for chunk in chunks)
    [request] = await gateway.settled()
    assert request.streamed and request.usage and not request.estimated, "metered without the client's asking"


@each_kind
async def test_a_stream_tells_its_usage_to_who_asks(gateway: Conformance) -> None:
    options: Any = {"include_usage": True}
    client = gateway.openai()
    stream = await client.chat.completions.create(model=MODEL, messages=ASKED, stream=True, stream_options=options)
    *chunks, last = [chunk async for chunk in stream]
    assert last.choices == [] and last.usage and last.usage.completion_tokens
    assert all(chunk.usage is None for chunk in chunks)
    [request] = await gateway.settled()
    assert sum(request.usage.values()) == last.usage.total_tokens


@each_kind
async def test_the_stream_helper_of_the_client_puts_the_pieces_together(gateway: Conformance) -> None:
    async with gateway.openai().chat.completions.stream(model=MODEL, messages=ASKED) as stream:
        events = [event.type async for event in stream]
        whole = await stream.get_final_completion()
    assert whole.choices[0].message.content == ANSWER
    assert {"chunk", "content.delta", "content.done"} <= set(events)


@each_kind
async def test_a_tool_is_called_and_its_result_is_read(gateway: Conformance) -> None:
    client = gateway.openai()
    asked: list[Any] = [{"role": "user", "content": "Bandung"}]
    first = await client.chat.completions.create(model=MODEL, messages=asked, tools=[TOOL])
    message = first.choices[0].message
    assert first.choices[0].finish_reason == "tool_calls" and message.tool_calls
    call: Any = message.tool_calls[0]
    assert call.function.name == "look_up" and json.loads(call.function.arguments) == {"place": "Bandung"}
    result = {"role": "tool", "tool_call_id": call.id, "content": "a city"}
    more = [*asked, message.model_dump(exclude_none=True), result]
    second = await client.chat.completions.create(model=MODEL, messages=more, tools=[TOOL])
    assert second.choices[0].message.content == "You wrote: a city"


@each_kind
async def test_a_call_of_a_tool_is_streamed_in_pieces(gateway: Conformance) -> None:
    asked: list[Any] = [{"role": "user", "content": "Bandung"}]
    stream = await gateway.openai().chat.completions.create(model=MODEL, messages=asked, tools=[TOOL], stream=True)
    calls, reasons = [], []
    async for chunk in stream:
        calls += chunk.choices[0].delta.tool_calls or []
        reasons.append(chunk.choices[0].finish_reason)
    assert calls[0].id and calls[0].function and calls[0].function.name == "look_up" and reasons[-1] == "tool_calls"
    arguments = "".join(call.function.arguments or "" for call in calls if call.function)
    assert json.loads(arguments) == {"place": "Bandung"} and {call.index for call in calls} == {0}


@each_kind
async def test_tools_may_be_offered_and_not_used(gateway: Conformance) -> None:
    answer = await gateway.openai().chat.completions.create(
        model=MODEL, messages=ASKED, tools=[TOOL], tool_choice="none"
    )
    assert answer.choices[0].message.content == ANSWER and not answer.choices[0].message.tool_calls


@each_kind
async def test_a_model_sees_pictures(gateway: Conformance) -> None:
    parts = [{"type": "text", "text": "what is it"}, {"type": "image_url", "image_url": {"url": PICTURE}}]
    asked: list[Any] = [{"role": "user", "content": parts}]
    answer = await gateway.openai().chat.completions.create(model=MODEL, messages=asked)
    assert answer.choices[0].message.content == "You wrote: what is it [1 pictures]"


@each_kind
async def test_an_answer_has_the_form_of_a_schema(gateway: Conformance) -> None:
    answer = await gateway.openai().chat.completions.parse(model=MODEL, messages=ASKED, response_format=Written)
    parsed = answer.choices[0].message.parsed
    assert parsed == Written(answer=ANSWER)


@each_kind
async def test_an_answer_ends_at_the_limit_of_tokens(gateway: Conformance) -> None:
    client = gateway.openai()
    limits: list[Any] = [{"max_tokens": 3}, {"max_completion_tokens": 3}]
    for limit in limits:
        answer = await client.chat.completions.create(model=MODEL, messages=ASKED, **limit)
        assert answer.choices[0].message.content == "You wrote: one" and answer.choices[0].finish_reason == "length"


@each_kind
async def test_a_conversation_has_a_system_message_and_turns(gateway: Conformance) -> None:
    turns: list[Any] = [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": "first"},
        {"role": "assistant", "content": "You wrote: first"},
        {"role": "user", "content": "second"},
    ]
    answer = await gateway.openai().chat.completions.create(model=MODEL, messages=turns, temperature=0.5)
    assert answer.choices[0].message.content == "You wrote: second"


@each_kind
async def test_the_client_without_an_event_loop_works_as_well(gateway: Conformance) -> None:
    def ask() -> str:
        headers = {"Host": site.current().host("api")}
        with OpenAI(api_key=gateway.caller.key, base_url=gateway.caller.url, default_headers=headers) as client:
            stream = client.chat.completions.create(model=MODEL, messages=ASKED, stream=True)
            return "".join(chunk.choices[0].delta.content or "" for chunk in stream)

    assert await asyncio.to_thread(ask) == ANSWER


@each_kind
async def test_a_wrong_key_is_an_authentication_error(gateway: Conformance) -> None:
    with pytest.raises(openai.AuthenticationError) as refused:
        await gateway.openai(api_key="sk-wrong").chat.completions.create(model=MODEL, messages=ASKED)
    assert refused.value.code == "invalid_api_key" and refused.value.request_id


@each_kind
async def test_an_unknown_model_is_not_found(gateway: Conformance) -> None:
    with pytest.raises(openai.NotFoundError) as refused:
        await gateway.openai().chat.completions.create(model="nothing", messages=ASKED)
    assert refused.value.code == "model_not_found" and refused.value.param == "model"


@each_kind
async def test_what_the_upstream_does_not_take_is_a_bad_request(gateway: Conformance) -> None:
    wrong: list[Any] = [{"role": "nobody", "content": "x"}]
    with pytest.raises(openai.BadRequestError) as refused:
        await gateway.openai().chat.completions.create(model=MODEL, messages=wrong)
    assert refused.value.type == "invalid_request_error"
    [request] = await gateway.settled()
    assert (request.state, request.cost, request.status) == (RELEASED, 0, 400)


@each_kind
async def test_without_credits_the_request_is_refused_before_it_is_sent(gateway: Conformance) -> None:
    await AiPrice.all().update(prices={"input": 10**12, "output": 10**12})
    forget_offered()
    with pytest.raises(openai.APIStatusError) as refused:
        await gateway.openai().chat.completions.create(model=MODEL, messages=ASKED)
    assert (refused.value.status_code, refused.value.code) == (402, "insufficient_quota")
    assert gateway.api.requests == []


@each_kind
@pytest.mark.usefixtures("moved")  # a minute must not end meanwhile
async def test_too_many_requests_are_a_rate_limit_error_that_says_when_to_come_back(gateway: Conformance) -> None:
    key = await ApiKey.find(gateway.caller.key)
    await AiKeyTerms.create(key_id=key.id, account_id=key.account_id, requests_per_minute=1)
    client = gateway.openai()
    raw = await client.chat.completions.with_raw_response.create(model=MODEL, messages=ASKED)
    assert raw.headers["x-ratelimit-limit-requests"] == "1" and raw.headers["x-ratelimit-remaining-requests"] == "0"
    assert int(raw.headers["x-ratelimit-remaining-tokens"]) > 0 and raw.headers["x-ratelimit-reset-requests"][-1] == "s"
    with pytest.raises(openai.RateLimitError) as refused:
        await client.chat.completions.create(model=MODEL, messages=ASKED)
    headers = refused.value.response.headers
    assert refused.value.code == "rate_limit_exceeded" and 0 < int(headers["Retry-After"]) <= 60
    assert headers["x-ratelimit-remaining-requests"] == "0" and headers["x-ratelimit-limit-requests"] == "1"


@each_kind
async def test_an_upstream_that_fails_once_is_asked_again_by_the_client(gateway: Conformance) -> None:
    gateway.api.fault("500")
    answer = await gateway.openai(max_retries=1).chat.completions.create(model=MODEL, messages=ASKED)
    assert answer.choices[0].message.content == ANSWER
    failed, answered = await gateway.settled(2)
    assert (failed.state, failed.cost, failed.status) == (RELEASED, 0, 502) and answered.cost > 0


@each_kind
@pytest.mark.parametrize("fault", ["500", "503", "429", "401", "drop", "html", "text", "error in 200", "cut body"])
async def test_an_upstream_that_does_not_work_is_a_server_error_without_its_secrets(
    gateway: Conformance, fault: str
) -> None:
    gateway.api.fault(fault, times=2)
    with pytest.raises(openai.InternalServerError) as failed:
        await gateway.openai().chat.completions.create(model=MODEL, messages=ASKED)
    assert failed.value.code == "provider_unavailable" and gateway.api.credential not in failed.value.response.text
    assert (await gateway.settled())[0].cost == 0


@each_kind
@pytest.mark.parametrize("fault", ["cut", "malformed", "error", "end"])
async def test_a_stream_that_breaks_raises_in_the_client_after_what_came(gateway: Conformance, fault: str) -> None:
    gateway.api.fault(fault, after=4)
    gateway.api.pause = PAUSE
    stream = await gateway.openai().chat.completions.create(model=MODEL, messages=ASKED, stream=True)
    with pytest.raises(openai.APIError) as broken:
        await text_of(stream)
    assert broken.value.code == "provider_unavailable" and gateway.api.credential not in str(broken.value.body)
    [request] = await gateway.settled()
    assert request.status == 502 and request.delivered > 0 and request.cost > 0, "what came is paid"


@each_kind
async def test_a_client_that_leaves_stops_the_upstream_before_its_next_piece(gateway: Conformance) -> None:
    gateway.api.fault("hold", after=4)
    client = gateway.openai()
    async with await client.chat.completions.create(model=MODEL, messages=ASKED, stream=True) as stream:
        async for chunk in stream:
            if chunk.choices and chunk.choices[0].delta.content:
                break
    [request] = await gateway.settled()
    assert (request.status, request.error) == (HUNG_UP, "hung_up") and request.cost > 0
    [streamed] = gateway.api.streams
    assert await eventually(lambda: streamed.left) and not streamed.ended


@each_kind
async def test_a_client_that_does_not_wait_is_settled(gateway: Conformance) -> None:
    gateway.api.fault("silent")
    async with background_task(gateway.openai().chat.completions.create(model=MODEL, messages=ASKED)):
        await eventually(lambda: gateway.api.requests)
    [request] = await gateway.settled()
    assert request.status == HUNG_UP and request.usage.keys() == {"input"} and request.cost > 0


@each_kind
async def test_an_upstream_that_is_silent_for_longer_than_its_route_allows_is_unavailable(gateway: Conformance) -> None:
    await Route.all().update(first_byte=1)
    forget_offered()
    gateway.api.fault("hold", after=0)
    with pytest.raises(openai.InternalServerError, match="in time"):
        await gateway.openai().chat.completions.create(model=MODEL, messages=ASKED, stream=True)
    [request] = await gateway.settled()
    assert (request.state, request.error) == (RELEASED, "provider_timed_out")


@each_kind
async def test_an_upstream_may_write_its_stream_in_other_ways(gateway: Conformance) -> None:
    client = gateway.openai()
    for way in ("crlf", "bytewise", "commented"):
        gateway.api.fault(way)
        stream = await client.chat.completions.create(model=MODEL, messages=ASKED, stream=True)
        assert await text_of(stream) == ANSWER


@each_kind
async def test_an_upstream_that_does_not_tell_its_usage_is_estimated(gateway: Conformance) -> None:
    gateway.api.usage = None
    client = gateway.openai()
    await client.chat.completions.create(model=MODEL, messages=ASKED)
    await text_of(await client.chat.completions.create(model=MODEL, messages=ASKED, stream=True))
    for request in await gateway.settled(2):
        assert request.estimated and request.usage["output"] == len(ANSWER) // 3 and request.cost > 0


@each_kind
async def test_who_the_customer_is_stays_with_the_client(gateway: Conformance) -> None:
    client = gateway.openai()
    await client.chat.completions.create(model=MODEL, messages=ASKED, user="budi@example.com")
    await client.chat.completions.create(model=MODEL, messages=ASKED, safety_identifier="budi@example.com")
    one, two = await gateway.settled(2)
    assert len(one.end_user) == 64 and one.end_user == two.end_user
    assert all(b"budi@example.com" not in request.body for request in gateway.api.requests)


@each_kind
async def test_models_are_listed_and_described(gateway: Conformance) -> None:
    client = gateway.openai()
    models = [model async for model in await client.models.list()]
    assert [(model.id, model.object, model.owned_by) for model in models] == [(MODEL, "model", "Maker")]
    assert (await client.models.retrieve(MODEL)).id == MODEL
    with pytest.raises(openai.NotFoundError):
        await client.models.retrieve("nothing")


async def test_several_choices_are_answered_and_streamed(gateway: Conformance) -> None:
    client = gateway.openai()
    answer = await client.chat.completions.create(model=MODEL, messages=ASKED, n=2)
    assert [choice.message.content for choice in answer.choices] == [ANSWER, ANSWER]
    stream = await client.chat.completions.create(model=MODEL, messages=ASKED, n=2, stream=True)
    texts = ["", ""]
    async for chunk in stream:
        for choice in chunk.choices:
            texts[choice.index] += choice.delta.content or ""
    assert texts == [ANSWER, ANSWER]


async def test_fields_that_we_do_not_know_reach_the_upstream(gateway: Conformance) -> None:
    extra = {"top_k": 7, "vendor": {"deep": [None, 1.5]}}
    await gateway.openai().chat.completions.create(model=MODEL, messages=ASKED, seed=9, extra_body=extra)
    [request] = gateway.api.requests
    assert request.json == {"model": "chat-1", "messages": ASKED, "seed": 9} | extra
    assert request.headers["Authorization"] == f"Bearer {gateway.api.credential}", "not the client's key"
