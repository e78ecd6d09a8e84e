"""Chats reach Anthropic's API in its own language, and come back as chat completions with what they used."""

import asyncio
from typing import Any

import orjson
import pytest

from app.gateway.upstreams.adapter import Chunk
from app.gateway.upstreams.anthropic import Anthropic
from app.gateway.upstreams.errors import CredentialRefused, MalformedAnswer, NotSupported, UpstreamError
from app.gateway.upstreams.registry import ADAPTERS
from app.gateway.upstreams.usage import Usage
from tests.gateway.upstreams.targets import chat, target_of, text_of
from tests.gateway.upstreams.targets import streamed as streamed_by
from tests.upstreams.anthropic_api import HAIKU, OPUS, SIGNATURE, THOUGHT, AnthropicApi
from tests.upstreams.openai_api import MISSING
from tests.waiting import eventually

ANTHROPIC = Anthropic()
WEATHER = {
    "type": "function",
    "function": {"name": "weather", "parameters": {"type": "object", "properties": {"city": {"type": "string"}}}},
}


def haiku(api: AnthropicApi, **fields: Any) -> Any:
    return target_of(api, HAIKU, max_output=8192, **fields)


async def streamed(api: AnthropicApi, body: dict[str, Any], got: list[Chunk] | None = None) -> list[Chunk]:
    return await streamed_by(haiku(api), body, got, ANTHROPIC)


def deltas_of(chunks: list[Chunk]) -> list[dict[str, Any]]:
    return [choice["delta"] for chunk in chunks for choice in chunk.body["choices"]]


def test_the_kind_anthropic_has_this_adapter() -> None:
    assert isinstance(ADAPTERS["anthropic"], Anthropic)


async def test_a_chat_is_answered_with_what_it_used_in_classes_that_never_count_twice(
    anthropic_api: AnthropicApi,
) -> None:
    answer = await ANTHROPIC.chat(haiku(anthropic_api), chat("one two three four"))
    assert answer.body["choices"][0]["message"]["content"] == "You wrote: one two three four"
    assert answer.body["choices"][0]["finish_reason"] == "stop"
    assert answer.usage == Usage(input=1, cached=2, cache_write=1, output=6)
    assert answer.body["usage"]["prompt_tokens"] == 4
    assert answer.body["usage"]["prompt_tokens_details"] == {"cached_tokens": 2, "cache_write_tokens": 1}
    assert answer.upstream_id == answer.body["id"] == "msg_1"


async def test_a_stream_ends_with_its_usage(anthropic_api: AnthropicApi) -> None:
    chunks = await streamed(anthropic_api, chat("one two three four"))
    assert text_of(chunks) == "You wrote: one two three four"
    assert chunks[0].usage == Usage(input=1, cached=2, cache_write=1, output=1), "for who hangs up before the end"
    assert [chunk.so_far for chunk in chunks if chunk.usage] == [True, False]
    assert chunks[-1].usage == Usage(input=1, cached=2, cache_write=1, output=6)
    assert [chunk.body["choices"] for chunk in chunks if "usage" in chunk.body] == [[]]
    assert chunks[-2].body["choices"][0]["finish_reason"] == "stop"
    assert chunks[0].body["choices"][0]["delta"]["role"] == "assistant"
    assert sum(chunk.delivered for chunk in chunks) == len("You wrote: one two three four")
    assert {chunk.body["object"] for chunk in chunks} == {"chat.completion.chunk"}
    assert len({(chunk.body["id"], chunk.body["created"]) for chunk in chunks}) == 1


@pytest.mark.parametrize("model", [HAIKU, OPUS])
async def test_thoughts_are_told_and_counted_once(anthropic_api: AnthropicApi, model: str) -> None:
    target = target_of(anthropic_api, model, max_output=8192)
    body = chat("one two three four", reasoning_effort="low", temperature=0.3)
    answer = await ANTHROPIC.chat(target, body)
    chunks = await streamed_by(target, body, adapter=ANTHROPIC)
    message = answer.body["choices"][0]["message"]
    block = {"type": "thinking", "thinking": THOUGHT, "signature": SIGNATURE}
    assert message["reasoning_content"] == THOUGHT
    assert message["thinking_blocks"] == [block]
    assert "".join(delta.get("reasoning_content", "") for delta in deltas_of(chunks)) == THOUGHT
    assert [delta["thinking_blocks"] for delta in deltas_of(chunks) if "thinking_blocks" in delta] == [[block]]
    assert answer.usage == chunks[-1].usage == Usage(input=1, cached=2, cache_write=1, output=6, reasoning=3)
    assert sum(chunk.delivered for chunk in chunks) == len(THOUGHT + "You wrote: one two three four")


async def test_a_tool_is_called_whole_and_in_pieces_and_its_result_is_understood(anthropic_api: AnthropicApi) -> None:
    body = chat("Bandung", tools=[WEATHER])
    answer = await ANTHROPIC.chat(haiku(anthropic_api), body)
    chunks = await streamed(anthropic_api, body)
    [call] = answer.body["choices"][0]["message"]["tool_calls"]
    pieces = [each for delta in deltas_of(chunks) for each in delta.get("tool_calls", ())]
    assert orjson.loads("".join(piece["function"]["arguments"] for piece in pieces)) == {"city": "Bandung"}
    assert orjson.loads(call["function"]["arguments"]) == {"city": "Bandung"}
    assert {piece["index"] for piece in pieces} == {0}
    assert (pieces[0]["id"], pieces[0]["function"]["name"]) == (call["id"], "weather")
    assert answer.body["choices"][0]["finish_reason"] == "tool_calls"
    assert chunks[-2].body["choices"][0]["finish_reason"] == "tool_calls"
    result = {"role": "tool", "tool_call_id": call["id"], "content": "Rain"}
    body["messages"] += [answer.body["choices"][0]["message"], result]
    assert (await ANTHROPIC.chat(haiku(anthropic_api), body)).body["choices"][0]["message"]["content"] == (
        "You wrote: Rain"
    )


async def test_thoughts_go_back_after_a_call_of_a_tool(anthropic_api: AnthropicApi) -> None:
    body = chat("Bandung", tools=[WEATHER], reasoning_effort="low")
    answer = await ANTHROPIC.chat(haiku(anthropic_api), body)
    message = answer.body["choices"][0]["message"]
    call = message["tool_calls"][0]
    body["messages"] += [message, {"role": "tool", "tool_call_id": call["id"], "content": "Rain"}]
    await ANTHROPIC.chat(haiku(anthropic_api), body)
    assert anthropic_api.requests[-1].json["messages"][1]["content"][0]["signature"] == SIGNATURE


@pytest.mark.parametrize(
    ("more", "finish"),
    [({"max_tokens": 2}, "length"), ({"stop": "two"}, "stop"), ({"tools": [WEATHER], "tool_choice": "none"}, "stop")],
)
async def test_reasons_to_finish_are_told_in_openais_words(
    anthropic_api: AnthropicApi, more: dict[str, Any], finish: str
) -> None:
    answer = await ANTHROPIC.chat(haiku(anthropic_api), chat(**more))
    chunks = await streamed(anthropic_api, chat(**more))
    assert answer.body["choices"][0]["finish_reason"] == finish
    assert [choice["finish_reason"] for chunk in chunks for choice in chunk.body["choices"]][-1] == finish


async def test_an_answer_may_be_json_of_a_schema(anthropic_api: AnthropicApi) -> None:
    schema = {"type": "object", "properties": {"answer": {"type": "string"}}}
    form = {"type": "json_schema", "json_schema": {"name": "answer", "schema": schema}}
    answer = await ANTHROPIC.chat(haiku(anthropic_api), chat(response_format=form))
    assert orjson.loads(answer.body["choices"][0]["message"]["content"]) == {"answer": "You wrote: one two three"}


@pytest.mark.parametrize("said", [None, MISSING, {}, "many", [1]])
async def test_an_upstream_that_does_not_tell_its_usage_is_no_error(anthropic_api: AnthropicApi, said: Any) -> None:
    anthropic_api.usage = said
    assert (await ANTHROPIC.chat(haiku(anthropic_api), chat())).usage is None
    chunks = await streamed(anthropic_api, chat())
    assert [chunk.usage for chunk in chunks if chunk.usage and not chunk.so_far] == []


async def test_a_usage_that_cannot_be_is_no_usage(anthropic_api: AnthropicApi) -> None:
    anthropic_api.usage = {"input_tokens": -5, "output_tokens": 4, "output_tokens_details": {"thinking_tokens": 9}}
    assert (await ANTHROPIC.chat(haiku(anthropic_api), chat())).usage == Usage(reasoning=4)


@pytest.mark.parametrize("kind", ["crlf", "bytewise", "commented", "no end", "held open"])
async def test_a_stream_may_be_written_in_other_ways(anthropic_api: AnthropicApi, kind: str) -> None:
    anthropic_api.fault(kind)
    chunks = await streamed(anthropic_api, chat("é 😀"))
    assert text_of(chunks) == "You wrote: é 😀"
    assert chunks[-1].usage


@pytest.mark.parametrize(
    ("kind", "status", "retryable"),
    [
        ("400", 400, False),
        ("404", 404, True),
        ("413", 413, False),
        ("429", 429, True),
        ("500", 500, True),
        ("529", 529, True),
        ("drop", 0, True),
        ("error in 200", 500, True),
        ("text", 0, True),
    ],
)
async def test_a_refusal_says_whether_another_route_may_succeed(
    anthropic_api: AnthropicApi, kind: str, status: int, retryable: bool
) -> None:
    anthropic_api.fault(kind, times=2)
    with pytest.raises(UpstreamError) as whole:
        await ANTHROPIC.chat(haiku(anthropic_api), chat())
    with pytest.raises(UpstreamError) as stream:
        await streamed(anthropic_api, chat())
    assert (whole.value.status, whole.value.retryable) == (status, retryable)
    assert (stream.value.status, stream.value.retryable) == (status, retryable)
    assert anthropic_api.credential not in whole.value.message + stream.value.message


async def test_a_model_that_the_upstream_does_not_know_may_be_known_elsewhere(anthropic_api: AnthropicApi) -> None:
    with pytest.raises(UpstreamError) as refused:
        await ANTHROPIC.chat(target_of(anthropic_api, "claude-nowhere"), chat())
    assert (refused.value.code, refused.value.retryable) == ("model_not_found", True)


async def test_a_wrong_credential_is_refused(anthropic_api: AnthropicApi) -> None:
    for credential in ("sk-wrong", ""):
        with pytest.raises(CredentialRefused):
            await ANTHROPIC.chat(haiku(anthropic_api, credential=credential), chat())


@pytest.mark.parametrize(
    ("kind", "error"),
    [("malformed", MalformedAnswer), ("error", UpstreamError), ("cut", UpstreamError), ("end", UpstreamError)],
)
@pytest.mark.parametrize("after", [0, 4])
async def test_trouble_in_a_stream_is_told_before_and_after_the_first_piece(
    anthropic_api: AnthropicApi, kind: str, error: type[UpstreamError], after: int
) -> None:
    anthropic_api.fault(kind, after=after)
    got: list[Chunk] = []
    with pytest.raises(error) as trouble:
        await streamed(anthropic_api, chat(), got)
    assert bool(got) == bool(after)
    assert trouble.value.retryable
    assert anthropic_api.credential not in trouble.value.message


@pytest.mark.parametrize(
    "event",
    [
        {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta"}},
        {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": 7}},
        {"type": "content_block_delta", "index": [], "delta": "text"},
        {"type": "message_start"},
        {"no": "type"},
    ],
)
async def test_an_event_that_the_api_does_not_have_is_an_error_of_the_upstream(
    anthropic_api: AnthropicApi, event: dict[str, Any]
) -> None:
    anthropic_api.error_frame = lambda: b"data: " + orjson.dumps(event)  # type: ignore[method-assign]
    anthropic_api.fault("error", after=3)
    with pytest.raises(MalformedAnswer):
        await streamed(anthropic_api, chat())


async def test_who_leaves_stops_the_upstream_before_its_next_piece(anthropic_api: AnthropicApi) -> None:
    anthropic_api.fault("hold", after=5)
    async with ANTHROPIC.stream_chat(haiku(anthropic_api), chat()) as chunks:
        await anext(aiter(chunks))
    await eventually(lambda: anthropic_api.streams[0].left)


async def test_a_wait_for_a_piece_may_be_given_up_and_made_again(anthropic_api: AnthropicApi) -> None:
    anthropic_api.pause = 0.1
    got: list[Any] = []
    async with ANTHROPIC.stream_chat(haiku(anthropic_api), chat()) as chunks:
        pieces = aiter(chunks)
        while True:
            try:
                got.append(await asyncio.wait_for(anext(pieces), 0.03))
            except TimeoutError:
                continue
            except StopAsyncIteration:
                break
    assert text_of(got) == "You wrote: one two three"


async def test_all_pages_of_models_are_listed(anthropic_api: AnthropicApi) -> None:
    assert await ANTHROPIC.list_models(haiku(anthropic_api)) == [HAIKU, OPUS]
    assert len(anthropic_api.requests) == 2


async def test_what_anthropic_does_not_offer_is_refused_before_anything_is_sent(anthropic_api: AnthropicApi) -> None:
    target = haiku(anthropic_api)
    for operation in (
        lambda: ANTHROPIC.responses(target, {}),
        lambda: ANTHROPIC.embeddings(target, {}),
        lambda: ANTHROPIC.generate_image(target, {}),
        lambda: ANTHROPIC.edit_image(target, {}, []),
        lambda: ANTHROPIC.create_video(target, {}, []),
        lambda: ANTHROPIC.video_state(target, "v"),
        lambda: ANTHROPIC.delete_video(target, "v"),
        lambda: ANTHROPIC.cancel_video(target, "v"),
    ):
        with pytest.raises(NotSupported) as refused:
            await operation()
        assert (refused.value.status, refused.value.sent) == (400, False)
    for opened in (lambda: ANTHROPIC.stream_responses(target, {}), lambda: ANTHROPIC.video_content(target, "v", "")):
        with pytest.raises(NotSupported):
            async with opened():
                pass
    assert not anthropic_api.requests


@pytest.mark.parametrize("echoes", [True, False])
@pytest.mark.parametrize("model", [HAIKU, OPUS])
async def test_a_client_goes_on_after_calls_of_tools_with_an_effort_whether_or_not_it_sends_thoughts_back(
    anthropic_api: AnthropicApi, model: str, echoes: bool
) -> None:
    """A model that thinks by a budget thinks on only where its thought comes back; Claude refuses it otherwise."""
    target, effort = target_of(anthropic_api, model), {"tools": [WEATHER], "reasoning_effort": "low"}
    messages = chat("Bandung")["messages"]
    for _ in range(2):
        [choice] = (await ANTHROPIC.chat(target, chat() | effort | {"messages": messages})).body["choices"]
        message = choice["message"]
        kept = ("role", "content", "tool_calls", *(["thinking_blocks"] if echoes else []))
        messages = [*messages, {name: message[name] for name in kept if name in message}]
        calls = message.get("tool_calls") or []
        messages += [{"role": "tool", "tool_call_id": call["id"], "content": "rain"} for call in calls]
    assert choice["message"]["content"] == "You wrote: rain"
    sent = anthropic_api.requests[-1].json
    assert ("thinking" in sent) == (echoes or model == OPUS)
    messages.append({"role": "user", "content": "And now?"})
    await ANTHROPIC.chat(target, chat() | effort | {"messages": messages})
    assert "thinking" in anthropic_api.requests[-1].json, "a new turn may begin with a thought"
