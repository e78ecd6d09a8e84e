"""Requests of /chat/completions are read strictly, for adapters of upstreams with another language."""

from typing import Any

import pytest

from app.gateway.upstreams.chat_request import (
    Media,
    Text,
    read_effort,
    read_max_tokens,
    read_messages,
    read_response_format,
    read_stop,
    read_tool_choice,
    read_tools,
)
from app.gateway.upstreams.errors import NotSupported, UpstreamError
from app.gateway.upstreams.request_values import copy_schema

HELLO = {"role": "user", "content": "Hello"}
TOOL = {"type": "function", "function": {"name": "weather", "parameters": {"type": "object"}}}


def _with(**more: Any) -> dict[str, Any]:
    return {"model": "m", "messages": [HELLO], **more}


def test_texts_pictures_and_documents_are_read_in_their_order() -> None:
    parts = [
        {"type": "text", "text": "What is this?", "cache_control": {"type": "ephemeral"}},
        {"type": "image_url", "image_url": {"url": "data:image/PNG;charset=utf-8;base64,aGFsbG8=", "detail": "low"}},
        {"type": "image_url", "image_url": {"url": "https://example.com/a.jpg"}},
        {"type": "file", "file": {"filename": "a.pdf", "file_data": "data:application/pdf;base64,aGFsbG8="}},
    ]

    (message,) = read_messages({"messages": [{"role": "user", "content": parts}]})

    assert message.parts == (
        Text("What is this?", {"cache_control": {"type": "ephemeral"}}),
        Media("image/png", "aGFsbG8="),
        Media("", url="https://example.com/a.jpg"),
        Media("application/pdf", "aGFsbG8=", filename="a.pdf"),
    )


def test_what_a_developer_says_is_said_by_the_system() -> None:
    assert [
        message.role for message in read_messages({"messages": [{"role": "developer", "content": "x"}, HELLO]})
    ] == ["system", "user"]


def test_calls_of_tools_keep_their_ids_and_arguments() -> None:
    call = {"id": "call_1", "type": "function", "function": {"name": "weather", "arguments": '{"city": "Bandung"}'}}

    (message,) = read_messages({"messages": [{"role": "assistant", "content": None, "tool_calls": [call]}]})

    assert [(each.id, each.name, each.arguments) for each in message.calls] == [
        ("call_1", "weather", {"city": "Bandung"})
    ]


@pytest.mark.parametrize("arguments", ["[1]", "{broken", "7", '{"a":' * 400 + "1" + "}" * 400])
def test_arguments_that_are_no_object_are_wrapped_into_one_and_not_lost(arguments: str) -> None:
    call = {"id": "call_1", "type": "function", "function": {"name": "weather", "arguments": arguments}}

    (message,) = read_messages({"messages": [{"role": "assistant", "tool_calls": [call]}]})

    assert list(message.calls[0].arguments) == ["arguments"]


@pytest.mark.parametrize(
    ("body", "param"),
    [
        ({}, "messages"),
        ({"messages": "Hello"}, "messages"),
        ({"messages": []}, "messages"),
        ({"messages": ["Hello"]}, "messages[0]"),
        ({"messages": [{"role": "robot", "content": "x"}]}, "messages[0].role"),
        ({"messages": [{"role": ["user"], "content": "x"}]}, "messages[0].role"),
        ({"messages": [{"role": "user"}]}, "messages[0].content"),
        ({"messages": [{"role": "user", "content": 7}]}, "messages[0].content"),
        ({"messages": [{"role": "user", "content": [7]}]}, "messages[0].content[0]"),
        ({"messages": [{"role": "user", "content": [{"type": "text"}]}]}, "messages[0].content[0].text"),
        ({"messages": [{"role": "user", "content": [{"type": "input_audio"}]}]}, "messages[0].content[0].type"),
        (
            {"messages": [{"role": "user", "content": [{"type": "image_url", "image_url": {"url": "ftp://x"}}]}]},
            "messages[0].content[0].image_url",
        ),
        (
            {
                "messages": [
                    {"role": "user", "content": [{"type": "image_url", "image_url": "data:image/png;base64,%%"}]}
                ]
            },
            "messages[0].content[0].image_url",
        ),
        ({"messages": [{"role": "tool", "content": "x"}]}, "messages[0].tool_call_id"),
        ({"messages": [{"role": "assistant", "tool_calls": {}}]}, "messages[0].tool_calls"),
        ({"messages": [{"role": "assistant", "tool_calls": [{"id": "1"}]}]}, "messages[0].tool_calls[0].function"),
    ],
)
def test_messages_of_another_type_are_the_clients_fault(body: dict[str, Any], param: str) -> None:
    with pytest.raises(UpstreamError) as refused:
        read_messages(body)

    assert (refused.value.status, refused.value.param) == (400, param)


@pytest.mark.parametrize(
    ("choice", "read"),
    [
        (None, ("", "")),
        ("auto", ("auto", "")),
        ("required", ("required", "")),
        ({"type": "function", "function": {"name": "weather"}}, ("function", "weather")),
    ],
)
def test_the_choice_of_a_tool_is_read(choice: object, read: tuple[str, str]) -> None:
    assert read_tool_choice({"tool_choice": choice}) == read


@pytest.mark.parametrize(
    ("reader", "field", "value"),
    [
        (read_tool_choice, "tool_choice", {"type": "allowed_tools"}),
        (read_tools, "tools", [{"type": "custom", "custom": {"name": "x"}}]),
        (read_tools, "tools", "weather"),
        (read_tools, "tools", [{"type": "function", "function": {"name": "x", "parameters": 7}}]),
        (read_tools, "functions", [{"name": "weather"}]),
        (read_stop, "stop", 7),
        (read_stop, "stop", ["a", 7]),
        (read_max_tokens, "max_tokens", 0),
        (read_max_tokens, "max_tokens", True),
        (read_max_tokens, "max_completion_tokens", "many"),
        (read_max_tokens, "max_tokens", 1.5),
        (read_response_format, "response_format", "json"),
        (read_response_format, "response_format", {"type": "json_schema"}),
        (read_response_format, "response_format", {"type": "xml"}),
        (read_effort, "reasoning_effort", "a lot"),
    ],
)
def test_other_values_of_another_type_are_the_clients_fault(reader: Any, field: str, value: object) -> None:
    with pytest.raises(UpstreamError) as refused:
        reader(_with(**{field: value}))

    assert (refused.value.status, refused.value.type) == (400, "invalid_request_error")
    assert (refused.value.param or "").startswith(field)


def test_a_tool_without_parameters_takes_an_object() -> None:
    (tool,) = read_tools(_with(tools=[{"type": "function", "function": {"name": "now"}}]))

    assert tool.parameters == {"type": "object", "properties": {}}


def test_a_schema_that_is_nested_too_deeply_is_refused_and_does_not_break_us() -> None:
    deep: dict[str, Any] = {}
    for _ in range(5000):
        deep = {"properties": deep}

    with pytest.raises(UpstreamError) as refused:
        copy_schema(deep, "tools", lambda node: None)

    assert refused.value.status == 400


def test_what_one_language_has_no_word_for_another_route_may_do() -> None:
    with pytest.raises(NotSupported) as unable:
        read_messages({"messages": [{"role": "user", "content": [{"type": "input_audio"}]}]})
    with pytest.raises(UpstreamError) as wrong:
        read_messages({"messages": 7})

    assert (unable.value.retryable, wrong.value.retryable) == (True, False)
    assert not unable.value.sent
