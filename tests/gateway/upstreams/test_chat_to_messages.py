"""Chat completions become answers and events of Anthropic's /v1/messages, which its own client understands."""

from typing import Any

import pytest
from anthropic.lib.streaming._messages import accumulate_event
from anthropic.types import Message, RawMessageStreamEvent
from pydantic import TypeAdapter

from app.gateway.upstreams.adapter import Answer, Chunk
from app.gateway.upstreams.anthropic import Anthropic
from app.gateway.upstreams.chat_to_messages import MessageEvents, error_body, message_of, write_event
from app.gateway.upstreams.messages_to_chat import to_chat_request
from app.gateway.upstreams.registry import ADAPTERS
from app.gateway.upstreams.usage import Usage
from tests.gateway.upstreams.targets import target_of
from tests.upstreams.anthropic_api import HAIKU, SIGNATURE, THOUGHT, AnthropicApi
from tests.upstreams.gemini_api import FLASH, GeminiApi
from tests.upstreams.openai_api import OpenAIApi

EVENTS: TypeAdapter[Any] = TypeAdapter(RawMessageStreamEvent)
CALLS = [
    {"index": at, "id": f"call_{at}", "type": "function", "function": {"name": "look", "arguments": f'{{"at": {at}}}'}}
    for at in (0, 1)
]
WEATHER = {"name": "weather", "input_schema": {"type": "object", "properties": {"city": {"type": "string"}}}}


def _answer(message: dict[str, Any], finish: str = "stop", **more: Any) -> Answer:
    body = {"id": "chatcmpl-1", "choices": [{"message": message, "finish_reason": finish, **more}]}
    return Answer(body, Usage(input=1, cached=2, cache_write=3, input_image=4, output=5, reasoning=6))


def _chunk(delta: dict[str, Any], finish: str | None = None, **more: Any) -> Chunk:
    return Chunk({"id": "chatcmpl-1", "choices": [{"index": 0, "delta": delta, "finish_reason": finish, **more}]})


def _events(*chunks: Chunk) -> list[dict[str, Any]]:
    events = MessageEvents("our-model")
    return [event for chunk in chunks for event in events.take(chunk)] + events.end()


def _put_in_order(events: list[dict[str, Any]]) -> Message:
    """The message that Anthropic's client makes of events."""
    message: Any = None
    buffers: dict[int, Any] = {}
    for event in events:
        read = EVENTS.validate_python(event)
        message = accumulate_event(event=read, current_snapshot=message, json_bufs=buffers)
    assert isinstance(message, Message)
    return message


def test_a_text_is_a_message_with_its_usage() -> None:
    message = Message.model_validate(message_of(_answer({"content": "Hello"}), "our-model"))

    assert (message.id, message.model, message.stop_reason) == ("msg_chatcmpl-1", "our-model", "end_turn")
    assert [block.to_dict() for block in message.content] == [{"type": "text", "text": "Hello", "citations": None}]
    usage = message.usage
    assert (usage.input_tokens, usage.cache_read_input_tokens, usage.cache_creation_input_tokens) == (5, 2, 3)
    assert usage.output_tokens == 11


def test_calls_are_blocks_and_arguments_that_are_no_object_are_not_lost() -> None:
    broken = {"id": "", "function": {"name": "look", "arguments": "{bro"}}

    message = message_of(_answer({"content": None, "tool_calls": [CALLS[0], broken]}, "stop"), "m")

    assert [block["input"] for block in message["content"]] == [{"at": 0}, {"arguments": "{bro"}]
    assert message["content"][1]["id"].startswith("toolu_")
    assert message["stop_reason"] == "tool_use", "whatever the upstream called it"
    Message.model_validate(message)


@pytest.mark.parametrize(
    ("finish", "more", "reason"),
    [
        ("length", {}, "max_tokens"),
        ("content_filter", {}, "refusal"),
        ("stop", {"stop_reason": "END"}, "stop_sequence"),
        ("stop", {"stop_reason": 7}, "end_turn"),
    ],
)
def test_reasons_to_stop_are_anthropics(finish: str, more: dict[str, Any], reason: str) -> None:
    assert message_of(_answer({"content": "x"}, finish, **more), "m")["stop_reason"] == reason
    assert _events(_chunk({"content": "x"}), _chunk({}, finish, **more))[-2]["delta"]["stop_reason"] == reason


def test_an_answer_without_anything_is_an_empty_message() -> None:
    several: tuple[dict[str, Any], ...] = ({}, {"choices": []}, {"choices": [{}]})
    for body in several:
        assert Message.model_validate(message_of(Answer(body, None), "m")).content == []


def test_a_stream_becomes_events_from_start_to_stop() -> None:
    chunks = [
        _chunk({"role": "assistant", "content": ""}),
        _chunk({"reasoning_content": "Hm"}),
        _chunk({"content": "Hel"}),
        _chunk({"content": "lo"}),
        _chunk({}, "stop"),
        Chunk({"choices": []}, Usage(input=3, output=4)),
    ]

    events = _events(*chunks)

    assert [event["type"] for event in events] == [
        "message_start",
        "content_block_start",
        "content_block_delta",
        "content_block_stop",
        "content_block_start",
        "content_block_delta",
        "content_block_delta",
        "content_block_stop",
        "message_delta",
        "message_stop",
    ]
    message = _put_in_order(events)
    assert [block.type for block in message.content] == ["thinking", "text"]
    assert (message.stop_reason, message.usage.input_tokens, message.usage.output_tokens) == ("end_turn", 3, 4)


def test_calls_of_a_stream_are_blocks_in_their_order() -> None:
    first, second = CALLS
    chunks = [
        _chunk({"content": "I look."}),
        _chunk({"tool_calls": [{**first, "function": {"name": "look", "arguments": ""}}]}),
        _chunk({"tool_calls": [{"index": 0, "function": {"arguments": '{"at"'}}]}),
        _chunk({"tool_calls": [{"index": 0, "function": {"arguments": ": 0}"}}]}),
        _chunk({"tool_calls": [second]}),
        _chunk({}, "tool_calls"),
    ]

    message = _put_in_order(_events(*chunks))

    assert [(block.type, getattr(block, "input", None)) for block in message.content] == [
        ("text", None),
        ("tool_use", {"at": 0}),
        ("tool_use", {"at": 1}),
    ]
    assert message.stop_reason == "tool_use"


def test_a_redacted_thought_and_one_without_words_come_whole() -> None:
    blocks = [{"type": "redacted_thinking", "data": "x"}, {"type": "thinking", "thinking": "", "signature": "s"}]

    message = _put_in_order(_events(*(_chunk({"thinking_blocks": [block]}) for block in blocks), _chunk({}, "stop")))

    assert [block.type for block in message.content] == ["redacted_thinking", "thinking"]
    assert message.content[1].to_dict()["signature"] == "s"


def test_a_stream_of_nothing_is_still_a_message() -> None:
    assert _put_in_order(_events()).content == []


@pytest.mark.parametrize(
    "odd",
    [
        {"choices": "x"},
        {"choices": [7]},
        {"choices": [{"index": 0, "delta": [1], "message": "x"}]},
        {
            "choices": [
                {"delta": {"content": [1], "tool_calls": {}, "thinking_blocks": [2]}, "message": {"content": {}}}
            ]
        },
        {"choices": [{"delta": {"tool_calls": [{"index": [], "function": 3}]}, "message": {"tool_calls": [{}]}}]},
    ],
)
def test_odd_values_of_an_upstream_break_nothing(odd: dict[str, Any]) -> None:
    Message.model_validate(message_of(Answer(odd, None), "m"))
    _put_in_order(_events(Chunk(odd)))


def test_an_event_is_written_under_its_name() -> None:
    assert write_event({"type": "ping"}) == b'event: ping\ndata: {"type":"ping"}\n\n'


@pytest.mark.parametrize("upstream", ["openai", "anthropic", "gemini"])
async def test_a_request_goes_through_every_adapter_and_comes_back(
    openai_api: OpenAIApi, anthropic_api: AnthropicApi, gemini_api: GeminiApi, upstream: str
) -> None:
    body = {"model": "our-model", "max_tokens": 2000, "messages": [{"role": "user", "content": "Bandung"}]}
    adapter = ADAPTERS[upstream]
    target = {
        "openai": target_of(openai_api),
        "anthropic": target_of(anthropic_api, HAIKU),
        "gemini": target_of(gemini_api, FLASH),
    }[upstream]
    tools: dict[str, Any] = {"tools": [WEATHER]}
    for more, kind in (({}, "text"), (tools, "tool_use")):
        chat = to_chat_request({**body, **more}, adapter.kind)
        whole = Message.model_validate(message_of(await adapter.chat(target, chat), "our-model"))
        events = MessageEvents("our-model")
        told: list[dict[str, Any]] = []
        async with adapter.stream_chat(target, chat) as chunks:
            async for chunk in chunks:
                told += events.take(chunk)
        streamed = _put_in_order(told + events.end())
        assert [block.type for block in whole.content] == [block.type for block in streamed.content] == [kind]
        assert whole.content[0].to_dict() == streamed.content[0].to_dict() | {"citations": None} or kind == "tool_use"
        assert whole.stop_reason == streamed.stop_reason
        assert whole.usage.output_tokens == streamed.usage.output_tokens


async def test_thoughts_of_claude_come_back_with_their_signatures(anthropic_api: AnthropicApi) -> None:
    body = {"model": "m", "max_tokens": 2000, "messages": [{"role": "user", "content": "Bandung"}]}
    chat = to_chat_request({**body, "thinking": {"type": "enabled", "budget_tokens": 1024}}, "anthropic")
    events = MessageEvents("m")
    told: list[dict[str, Any]] = []
    async with Anthropic().stream_chat(target_of(anthropic_api, HAIKU), chat) as chunks:
        async for chunk in chunks:
            told += events.take(chunk)

    first = _put_in_order(told + events.end()).content[0]

    assert first.to_dict() == {"type": "thinking", "thinking": THOUGHT, "signature": SIGNATURE}


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, "invalid_request_error"),
        (401, "authentication_error"),
        (402, "billing_error"),
        (404, "not_found_error"),
        (422, "invalid_request_error"),
        (429, "rate_limit_error"),
        (502, "api_error"),
        (503, "overloaded_error"),
    ],
)
def test_errors_have_the_types_of_anthropic(status: int, kind: str) -> None:
    assert error_body(status, "No.", "air_1") == {
        "type": "error",
        "error": {"type": kind, "message": "No."},
        "request_id": "air_1",
    }
