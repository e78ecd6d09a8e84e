"""Anthropic's own client asks for messages of models at upstreams of each kind, as it would ask Anthropic."""

from typing import Any

import anthropic
import pytest

from app.gateway.catalogue.ai_model import AiPrice
from app.gateway.catalogue.offered import forget_offered
from app.gateway.metering.ai_request import HUNG_UP, RELEASED, SETTLED
from tests.gateway.api.conformance import CHATS, MODEL, PAUSE, Conformance
from tests.subtests import as_subtests
from tests.waiting import eventually

ASKED: list[Any] = [{"role": "user", "content": "one two three"}]
ANSWER = "You wrote: one two three"
TOOL: Any = {
    "name": "look_up",
    "description": "Looks a place up.",
    "input_schema": {"type": "object", "properties": {"place": {"type": "string"}}, "required": ["place"]},
}
PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
each_kind = pytest.mark.parametrize("gateway", CHATS, indirect=True)


@each_kind
async def test_a_message_is_answered(gateway: Conformance) -> None:
    answer = await gateway.anthropic().messages.create(model=MODEL, messages=ASKED, max_tokens=50)
    [block] = answer.content
    assert block.type == "text" and block.text == ANSWER
    assert (answer.role, answer.type, answer.stop_reason, answer.model) == ("assistant", "message", "end_turn", MODEL)
    assert answer._request_id and answer._request_id.startswith("air_")
    [request] = await gateway.settled()
    assert (request.state, request.endpoint, request.request_id) == (SETTLED, "messages", answer._request_id)
    used = answer.usage
    sent = used.input_tokens + (used.cache_read_input_tokens or 0) + (used.cache_creation_input_tokens or 0)
    assert sent + used.output_tokens == sum(request.usage.values())


@each_kind
async def test_a_message_is_streamed(gateway: Conformance) -> None:
    async with gateway.anthropic().messages.stream(model=MODEL, messages=ASKED, max_tokens=50) as stream:
        pieces = [text async for text in stream.text_stream]
        whole = await stream.get_final_message()
    assert "".join(pieces) == ANSWER and len(pieces) > 2
    assert whole.stop_reason == "end_turn" and whole.usage.output_tokens > 0 and whole.model == MODEL
    [request] = await gateway.settled()
    assert request.streamed and not request.estimated


@each_kind
async def test_the_events_of_a_stream_come_in_anthropics_order(gateway: Conformance) -> None:
    stream = await gateway.anthropic().messages.create(model=MODEL, messages=ASKED, max_tokens=50, stream=True)
    kinds: list[str] = [event.type async for event in stream]
    assert kinds[:2] == ["message_start", "content_block_start"]
    assert kinds[-3:] == ["content_block_stop", "message_delta", "message_stop"]
    assert set(kinds[2:-3]) == {"content_block_delta"}


@each_kind
async def test_a_tool_is_called_and_its_result_is_read(gateway: Conformance) -> None:
    client = gateway.anthropic()
    asked: list[Any] = [{"role": "user", "content": "Bandung"}]
    first = await client.messages.create(model=MODEL, messages=asked, max_tokens=50, tools=[TOOL])
    use = first.content[-1]
    assert first.stop_reason == "tool_use" and use.type == "tool_use"
    assert use.name == "look_up" and use.input == {"place": "Bandung"}
    result = {"type": "tool_result", "tool_use_id": use.id, "content": "a city"}
    asked += [{"role": "assistant", "content": first.content}, {"role": "user", "content": [result]}]
    second = await client.messages.create(model=MODEL, messages=asked, max_tokens=50, tools=[TOOL])
    assert second.content[0].type == "text" and "a city" in second.content[0].text


@each_kind
async def test_a_call_of_a_tool_is_streamed(gateway: Conformance) -> None:
    asked: list[Any] = [{"role": "user", "content": "Bandung"}]
    async with gateway.anthropic().messages.stream(model=MODEL, messages=asked, max_tokens=50, tools=[TOOL]) as stream:
        whole = await stream.get_final_message()
    assert whole.stop_reason == "tool_use"
    assert [block.input for block in whole.content if block.type == "tool_use"] == [{"place": "Bandung"}]


@each_kind
async def test_a_system_text_pictures_and_turns_are_taken(gateway: Conformance) -> None:
    picture = {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": PNG}}
    turns: list[Any] = [
        {"role": "user", "content": "first"},
        {"role": "assistant", "content": "You wrote: first"},
        {"role": "user", "content": [{"type": "text", "text": "what is it"}, picture]},
    ]
    answer = await gateway.anthropic().messages.create(
        model=MODEL, system="Be brief.", messages=turns, max_tokens=50, extra_body={"temperature": 0.5}
    )
    assert answer.content[0].type == "text" and answer.content[0].text == "You wrote: what is it [1 pictures]"


@each_kind
async def test_a_message_ends_at_the_limit_of_tokens(gateway: Conformance) -> None:
    answer = await gateway.anthropic().messages.create(model=MODEL, messages=ASKED, max_tokens=3)
    assert answer.stop_reason == "max_tokens"


@each_kind
async def test_a_wrong_key_is_an_authentication_error(gateway: Conformance) -> None:
    with pytest.raises(anthropic.AuthenticationError) as refused:
        await gateway.anthropic(api_key="sk-wrong").messages.create(model=MODEL, messages=ASKED, max_tokens=5)
    body: Any = refused.value.body
    assert body["error"]["type"] == "authentication_error" and refused.value.request_id


@each_kind
async def test_a_key_may_be_sent_as_bearer_token(gateway: Conformance) -> None:
    client = gateway.anthropic(api_key=None, auth_token=gateway.caller.key)
    assert (await client.messages.create(model=MODEL, messages=ASKED, max_tokens=50)).content


@each_kind
async def test_an_unknown_model_is_not_found(gateway: Conformance) -> None:
    with pytest.raises(anthropic.NotFoundError):
        await gateway.anthropic().messages.create(model="nothing", messages=ASKED, max_tokens=5)


@each_kind
@as_subtests(
    "wrong",
    [
        {"messages": []},
        {"messages": [{"role": "nobody", "content": "x"}]},
        {"max_tokens": 0},
        {"tools": [{"type": "web_search_20250305", "name": "web_search"}]},
        {"metadata": {"user_id": 5}},
        {"extra_body": {"temperature": 9}},
    ],
)
async def test_what_anthropic_does_not_allow_is_a_bad_request(gateway: Conformance, wrong: Any) -> None:
    with pytest.raises(anthropic.BadRequestError) as refused:
        await gateway.anthropic().messages.create(**{"model": MODEL, "messages": ASKED, "max_tokens": 5} | wrong)
    body: Any = refused.value.body
    assert body["type"] == "error" and body["error"]["type"] == "invalid_request_error"
    assert (await gateway.caller.balance()).reserved == 0


@each_kind
async def test_without_credits_it_is_a_billing_error(gateway: Conformance) -> None:
    await AiPrice.all().update(prices={"input": 10**12, "output": 10**12})
    forget_offered()
    with pytest.raises(anthropic.APIStatusError) as refused:
        await gateway.anthropic().messages.create(model=MODEL, messages=ASKED, max_tokens=5)
    body: Any = refused.value.body
    assert refused.value.status_code == 402 and body["error"]["type"] == "billing_error"


@each_kind
async def test_an_upstream_that_fails_once_is_asked_again_by_the_client(gateway: Conformance) -> None:
    gateway.api.fault("500")
    answer = await gateway.anthropic(max_retries=1).messages.create(model=MODEL, messages=ASKED, max_tokens=50)
    assert answer.content
    failed, answered = await gateway.settled(2)
    assert (failed.state, failed.cost) == (RELEASED, 0) and answered.cost > 0


@each_kind
@pytest.mark.parametrize("fault", ["cut", "malformed", "error"])
async def test_a_stream_that_breaks_raises_in_the_client(gateway: Conformance, fault: str) -> None:
    gateway.api.fault(fault, after=5)
    gateway.api.pause = PAUSE
    stream = await gateway.anthropic().messages.create(model=MODEL, messages=ASKED, max_tokens=50, stream=True)
    with pytest.raises(anthropic.APIStatusError):
        async for _ in stream:
            pass
    [request] = await gateway.settled()
    assert request.status == 502 and request.cost > 0


@each_kind
async def test_a_client_that_leaves_stops_the_upstream(gateway: Conformance) -> None:
    gateway.api.fault("hold", after=5)
    client = gateway.anthropic()
    async with await client.messages.create(model=MODEL, messages=ASKED, max_tokens=50, stream=True) as stream:
        async for event in stream:
            if event.type == "content_block_delta":
                break
    [request] = await gateway.settled()
    assert request.status == HUNG_UP and request.cost > 0
    await eventually(lambda: gateway.api.streams[0].left)


@each_kind
async def test_who_the_customer_is_stays_with_the_client(gateway: Conformance) -> None:
    metadata: Any = {"user_id": "budi@example.com"}
    await gateway.anthropic().messages.create(model=MODEL, messages=ASKED, max_tokens=50, metadata=metadata)
    [request] = await gateway.settled()
    assert len(request.end_user) == 64
    assert all(b"budi@example.com" not in request.body for request in gateway.api.requests)


@each_kind
async def test_models_are_listed_in_anthropics_form(gateway: Conformance) -> None:
    client = gateway.anthropic()
    models = [model async for model in client.models.list(limit=1)]
    assert [(model.id, model.type, model.display_name) for model in models] == [(MODEL, "model", MODEL)]
    assert (await client.models.retrieve(MODEL)).id == MODEL


@each_kind
async def test_tokens_are_not_counted_here(gateway: Conformance) -> None:
    with pytest.raises(anthropic.NotFoundError):
        await gateway.anthropic().messages.count_tokens(model=MODEL, messages=ASKED)


@pytest.mark.parametrize("gateway", ["anthropic"], indirect=True)
async def test_thinking_comes_with_its_signature_and_is_taken_back(gateway: Conformance) -> None:
    client = gateway.anthropic()
    thinking: Any = {"type": "enabled", "budget_tokens": 1024}
    async with client.messages.stream(model=MODEL, messages=ASKED, max_tokens=2000, thinking=thinking) as stream:
        first = await stream.get_final_message()
    assert [block.type for block in first.content] == ["thinking", "text"]
    more = [*ASKED, {"role": "assistant", "content": first.content}, {"role": "user", "content": "go on"}]
    second = await client.messages.create(model=MODEL, messages=more, max_tokens=2000, thinking=thinking)
    assert second.content[-1].type == "text" and second.content[-1].text == "You wrote: go on"
