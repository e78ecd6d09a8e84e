"""Requests of Anthropic's /v1/messages become requests of /chat/completions."""

from itertools import product
from typing import Any

import pytest

from app.gateway.upstreams.adapter import Target
from app.gateway.upstreams.anthropic_request import to_messages_request
from app.gateway.upstreams.errors import UpstreamError
from app.gateway.upstreams.messages_to_chat import to_chat_request
from tests.subtests import as_subtests
from tests.upstreams.anthropic_api import HAIKU, SIGNATURE, check

HELLO = {"role": "user", "content": "Hello"}
CACHE = {"cache_control": {"type": "ephemeral"}}
PICTURE = {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": "aGFsbG8="}}
WEATHER = {"name": "weather", "description": "Tells it.", "input_schema": {"type": "object", "properties": {}}}
THOUGHT = {"type": "thinking", "thinking": "Hm", "signature": SIGNATURE}
USE = {"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {"city": "Bandung"}}
RESULT = {"type": "tool_result", "tool_use_id": "toolu_1", "content": [{"type": "text", "text": "Rain"}, PICTURE]}
CONVERSATION: list[dict[str, Any]] = [
    {"role": "user", "content": [{"type": "text", "text": "Look", **CACHE}, PICTURE]},
    {"role": "assistant", "content": [THOUGHT, {"type": "text", "text": "I look."}, USE]},
    {"role": "user", "content": [{**RESULT, "is_error": True}, {"type": "text", "text": "And?"}]},
]


def _chat(kind: str = "openai", *, reasons: bool = False, **more: Any) -> dict[str, Any]:
    body = {"model": "ours", "max_tokens": 100, "messages": [HELLO]} | more
    return to_chat_request(body, kind, reasons=reasons)


def test_a_plain_request_becomes_a_plain_chat() -> None:
    assert _chat(
        system="Be short.", stream=True, temperature=0.5, stop_sequences=["END"], metadata={"user_id": "u"}
    ) == {
        "model": "ours",
        "max_tokens": 100,
        "messages": [{"role": "system", "content": "Be short."}, HELLO],
        "stream": True,
        "temperature": 0.5,
        "stop": ["END"],
        "user": "u",
    }


def test_a_conversation_becomes_one_that_every_upstream_takes() -> None:
    messages = _chat(messages=CONVERSATION)["messages"]

    assert messages == [
        {
            "role": "user",
            "content": [
                {"type": "text", "text": "Look"},
                {"type": "image_url", "image_url": {"url": "data:image/png;base64,aGFsbG8="}},
            ],
        },
        {
            "role": "assistant",
            "content": "I look.",
            "tool_calls": [
                {
                    "id": "toolu_1",
                    "type": "function",
                    "function": {"name": "weather", "arguments": '{"city":"Bandung"}'},
                }
            ],
        },
        {"role": "tool", "tool_call_id": "toolu_1", "content": "Rain"},
        {
            "role": "user",
            "content": [
                {"type": "text", "text": "And?"},
                {"type": "image_url", "image_url": {"url": "data:image/png;base64,aGFsbG8="}},
            ],
        },
    ]


def test_for_claude_nothing_is_lost_on_the_way_there_and_back() -> None:
    body = {
        "max_tokens": 4000,
        "messages": CONVERSATION,
        "system": [{"type": "text", "text": "Be short.", **CACHE}],
        "tools": [{**WEATHER, **CACHE}],
        "tool_choice": {"type": "auto", "disable_parallel_tool_use": True},
        "thinking": {"type": "enabled", "budget_tokens": 2000},
        "stop_sequences": ["END"],
        "metadata": {"user_id": "u"},
    }

    sent = to_messages_request(Target("u", "k", HAIKU), to_chat_request({"model": "ours", **body}, "anthropic"))

    first = {"role": "user", "content": CONVERSATION[0]["content"]}
    assert sent == {**body, "model": HAIKU, "messages": [first, *CONVERSATION[1:]]}
    check(sent)


def test_tools_and_their_choice_are_translated() -> None:
    choices: list[tuple[dict[str, Any], Any]] = [
        ({"type": "auto"}, "auto"),
        ({"type": "any"}, "required"),
        ({"type": "none"}, "none"),
        ({"type": "tool", "name": "weather"}, {"type": "function", "function": {"name": "weather"}}),
    ]
    for choice, translated in choices:
        body = _chat(tools=[{**WEATHER, **CACHE}], tool_choice=choice)
        assert body["tool_choice"] == translated
        assert body["tools"] == [
            {
                "type": "function",
                "function": {
                    "name": "weather",
                    "description": "Tells it.",
                    "parameters": {"type": "object", "properties": {}},
                },
            }
        ]


def test_a_model_that_reasons_is_told_how_much_and_another_one_is_not() -> None:
    budgets = {1024: "low", 4000: "medium", 20_000: "high"}
    for budget, effort in budgets.items():
        thinking = {"type": "enabled", "budget_tokens": budget}
        assert _chat(thinking=thinking, reasons=True)["reasoning_effort"] == effort
        assert "reasoning_effort" not in _chat(thinking=thinking)
    adaptive = _chat(thinking={"type": "adaptive"}, output_config={"effort": "max"}, reasons=True)
    assert (adaptive["reasoning_effort"], adaptive["max_completion_tokens"]) == ("xhigh", 100)
    assert "reasoning_effort" not in _chat(thinking={"type": "disabled"}, reasons=True)


def test_no_model_is_asked_for_more_tokens_than_it_writes() -> None:
    body = {"model": "ours", "max_tokens": 32_000, "messages": [HELLO]}

    assert to_chat_request(body, most=16_384)["max_tokens"] == 16_384
    assert to_chat_request(body, most=64_000)["max_tokens"] == 32_000
    assert to_chat_request(body)["max_tokens"] == 32_000


def test_a_schema_of_the_answer_is_passed_on() -> None:
    schema = {"type": "object", "properties": {}}

    body = _chat(output_config={"format": {"type": "json_schema", "schema": schema}})

    assert body["response_format"]["json_schema"]["schema"] == schema


def test_documents_are_files_or_texts() -> None:
    pdf = {"type": "base64", "media_type": "application/pdf", "data": "aGFsbG8="}
    blocks = [
        {"type": "document", "source": pdf, "title": "a.pdf"},
        {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "Plain"}},
    ]

    (message,) = _chat(messages=[{"role": "user", "content": blocks}])["messages"]

    assert message["content"] == [
        {"type": "file", "file": {"filename": "a.pdf", "file_data": "data:application/pdf;base64,aGFsbG8="}},
        {"type": "text", "text": "Plain"},
    ]


@as_subtests(
    "kind, wrong",
    product(
        ["openai", "anthropic"],
        [
            {"max_tokens": None},
            {"max_tokens": 0},
            {"max_tokens": "many"},
            {"model": None},
            {"messages": []},
            {"messages": "Hello"},
            {"messages": [7]},
            {"messages": [{"role": "tool", "content": "x"}]},
            {"messages": [{"role": "user"}]},
            {"messages": [{"role": "user", "content": [{"text": "x"}]}]},
            {"messages": [{"role": "user", "content": [{"type": "image"}]}]},
            {
                "messages": [
                    {"role": "user", "content": [{"type": "image", "source": {"type": "file", "file_id": "f"}}]}
                ]
            },
            {"messages": [{"role": "user", "content": [{"type": "tool_result"}]}]},
            {
                "messages": [
                    {"role": "assistant", "content": [{"type": "tool_use", "id": "a", "name": "b", "input": 7}]}
                ]
            },
            {"messages": [{"role": "user", "content": [{"type": "server_tool_use"}]}]},
            {"tools": [{"type": "web_search_20250305", "name": "web_search"}]},
            {"tools": [{"name": "weather"}]},
            {"tools": [WEATHER], "tool_choice": {"type": "some"}},
            {"tools": [WEATHER], "tool_choice": "auto"},
            {"temperature": 2},
            {"stop_sequences": "END"},
            {"metadata": "u"},
            {"thinking": True},
            {"output_config": {"format": {"type": "json_schema"}}},
        ],
    ),
)
def test_what_the_api_does_not_allow_is_the_clients_fault(wrong: dict[str, Any], kind: str) -> None:
    with pytest.raises(UpstreamError) as refused:
        _chat(kind, **wrong)

    assert refused.value.status == 400


class Compared(dict[str, Any]):
    """A block that counts how often one is compared with another."""

    times = 0

    def __eq__(self, other: object) -> bool:
        Compared.times += 1
        return super().__eq__(other)

    __hash__ = None


def test_no_block_is_compared_with_every_other_one() -> None:
    """A body has room for a million blocks."""
    thinking = [Compared(type="thinking", thinking=str(number)) for number in range(9)]
    texts = [Compared(type="text", text=str(number)) for number in range(9)]
    picture = {"type": "image", "source": {"type": "url", "url": "https://example.com/a.png"}}
    result = {"type": "tool_result", "tool_use_id": "t", "content": [*(Compared(picture) for _ in range(9)), *texts]}
    messages = [{"role": "assistant", "content": [*thinking, *texts]}, {"role": "user", "content": [result]}]
    for kind in ("openai", "anthropic"):
        to_chat_request({"model": "m", "max_tokens": 9, "messages": messages}, kind)
    assert Compared.times == 0
