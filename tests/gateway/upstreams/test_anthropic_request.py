"""Requests of /chat/completions become requests of Anthropic's Messages API."""

from typing import Any

import pytest

from app.gateway.upstreams.adapter import Target
from app.gateway.upstreams.anthropic_request import model_version, to_messages_request
from app.gateway.upstreams.errors import UpstreamError

HAIKU = Target("https://api.anthropic.com/v1", "key", "claude-haiku-4-5-20251001", max_output=64_000)
OPUS = Target("https://api.anthropic.com/v1", "key", "claude-opus-5", max_output=128_000)
HELLO = {"role": "user", "content": "Hello"}
PNG = "data:image/png;base64,aGFsbG8="
WEATHER = {
    "type": "function",
    "function": {
        "name": "weather",
        "description": "Tells the weather.",
        "parameters": {"type": "object", "properties": {"city": {"type": "string"}}},
    },
}


def _translated(target: Target = HAIKU, messages: Any = None, **more: Any) -> Any:
    return to_messages_request(target, {"model": "ours", "messages": messages or [HELLO], **more})


def test_a_plain_chat_has_the_upstreams_model_and_the_most_tokens_that_it_writes() -> None:
    assert _translated() == {
        "model": "claude-haiku-4-5-20251001",
        "max_tokens": 64_000,
        "messages": [{"role": "user", "content": [{"type": "text", "text": "Hello"}]}],
    }


@pytest.mark.parametrize("name", ["max_tokens", "max_completion_tokens"])
def test_the_clients_limit_of_tokens_is_kept(name: str) -> None:
    limit: dict[str, Any] = {name: 12}
    assert _translated(**limit)["max_tokens"] == 12


def test_a_limit_beyond_what_the_model_writes_is_cut_to_that() -> None:
    assert _translated(max_tokens=10**6)["max_tokens"] == 64_000


def test_without_any_limit_there_is_one_because_anthropic_demands_it() -> None:
    assert to_messages_request(Target("u", "k", "m"), {"messages": [HELLO]})["max_tokens"] == 4096


def test_all_that_the_system_says_goes_before_the_conversation() -> None:
    messages = [{"role": "system", "content": "Be short."}, HELLO, {"role": "developer", "content": "Be kind."}]

    translated = _translated(messages=messages)

    assert [block["text"] for block in translated["system"]] == ["Be short.", "Be kind."]
    assert [turn["role"] for turn in translated["messages"]] == ["user"]


def test_what_only_the_system_says_is_the_conversation() -> None:
    translated = _translated(messages=[{"role": "system", "content": "Write a haiku."}])

    assert "system" not in translated
    assert translated["messages"] == [{"role": "user", "content": [{"type": "text", "text": "Write a haiku."}]}]


def test_neighbours_of_one_role_become_one_turn_and_blank_texts_are_left_out() -> None:
    messages = [HELLO, {"role": "user", "content": " \n"}, {"role": "user", "content": "World"}]

    (turn,) = _translated(messages=messages)["messages"]

    assert [block["text"] for block in turn["content"]] == ["Hello", "World"]


def test_a_conversation_of_nothing_but_blanks_is_refused() -> None:
    with pytest.raises(UpstreamError) as refused:
        _translated(messages=[{"role": "user", "content": "  "}])

    assert refused.value.param == "messages"


def test_an_answer_to_be_gone_on_with_has_no_blanks_at_its_end() -> None:
    turns = _translated(messages=[HELLO, {"role": "assistant", "content": "The answer is \n"}])["messages"]

    assert turns[-1]["content"] == [{"type": "text", "text": "The answer is"}]


def test_pictures_and_documents_are_sent_in_base64_or_by_their_address() -> None:
    parts = [
        {"type": "image_url", "image_url": {"url": PNG}},
        {"type": "image_url", "image_url": {"url": "https://example.com/a.jpg"}},
        {"type": "file", "file": {"filename": "a.pdf", "file_data": "data:application/pdf;base64,aGFsbG8="}},
    ]

    (turn,) = _translated(messages=[{"role": "user", "content": parts}])["messages"]

    assert turn["content"] == [
        {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": "aGFsbG8="}},
        {"type": "image", "source": {"type": "url", "url": "https://example.com/a.jpg"}},
        {
            "type": "document",
            "source": {"type": "base64", "media_type": "application/pdf", "data": "aGFsbG8="},
            "title": "a.pdf",
        },
    ]


def test_calls_and_their_results_are_turns_of_both_sides() -> None:
    calls = [
        {"id": f"functions.weather:{at}", "type": "function", "function": {"name": "weather", "arguments": '{"a": 1}'}}
        for at in (0, 1)
    ]
    messages = [
        HELLO,
        {"role": "assistant", "content": "I look.", "tool_calls": calls},
        {"role": "tool", "tool_call_id": "functions.weather:0", "content": "Rain"},
        {"role": "tool", "tool_call_id": "functions.weather:1", "content": [{"type": "text", "text": "Sun"}]},
        {"role": "user", "content": "Thanks"},
    ]

    turns = _translated(messages=messages, tools=[WEATHER])["messages"]

    assert [turn["role"] for turn in turns] == ["user", "assistant", "user"]
    assert turns[1]["content"][1] == {
        "type": "tool_use",
        "id": "functions_weather_0",
        "name": "weather",
        "input": {"a": 1},
    }
    assert [(block["type"], block.get("tool_use_id")) for block in turns[2]["content"]] == [
        ("tool_result", "functions_weather_0"),
        ("tool_result", "functions_weather_1"),
        ("text", None),
    ]


@pytest.mark.parametrize(
    ("choice", "translated"),
    [
        ("auto", {"type": "auto"}),
        ("none", {"type": "none"}),
        ("required", {"type": "any"}),
        ({"type": "function", "function": {"name": "weather"}}, {"type": "tool", "name": "weather"}),
    ],
)
def test_tools_and_their_choice_are_translated(choice: object, translated: dict[str, Any]) -> None:
    body = _translated(tools=[WEATHER], tool_choice=choice)

    assert body["tool_choice"] == translated
    assert body["tools"] == [
        {
            "name": "weather",
            "description": "Tells the weather.",
            "input_schema": {"type": "object", "properties": {"city": {"type": "string"}}},
        }
    ]


def test_one_call_at_a_time_is_translated_also_where_no_choice_is_said() -> None:
    assert _translated(tools=[WEATHER], parallel_tool_calls=False)["tool_choice"] == {
        "type": "auto",
        "disable_parallel_tool_use": True,
    }


def test_a_schema_of_the_answer_is_enforced_and_closed_as_anthropic_demands() -> None:
    schema: dict[str, Any] = {"type": "object", "properties": {"who": {"type": "object", "properties": {}}}}
    form = {"type": "json_schema", "json_schema": {"name": "x", "schema": schema}}

    config = _translated(response_format=form)["output_config"]

    assert config["format"]["schema"] == {
        "type": "object",
        "additionalProperties": False,
        "properties": {"who": {"type": "object", "properties": {}, "additionalProperties": False}},
    }
    assert schema["properties"]["who"] == {"type": "object", "properties": {}}  # what the client sent is not changed


def test_json_without_a_schema_is_asked_for_in_words() -> None:
    assert "JSON object" in _translated(response_format={"type": "json_object"})["system"][-1]["text"]


def test_sampling_stops_and_end_users_are_translated() -> None:
    body = _translated(temperature=1.7, stop=["END", " "], top_k=5, user="u-1")

    assert (body["temperature"], body["stop_sequences"], body["top_k"]) == (1, ["END"], 5)
    assert body["metadata"] == {"user_id": "u-1"}


def test_of_temperature_and_top_p_models_take_one() -> None:
    assert "top_p" not in _translated(temperature=0.5, top_p=0.9)
    assert _translated(top_p=0.9)["top_p"] == 0.9


def test_models_since_4_7_get_no_sampling_parameters() -> None:
    assert not {"temperature", "top_p", "top_k"} & _translated(OPUS, temperature=0.5, top_p=0.9, top_k=3).keys()


def test_an_effort_is_a_budget_for_models_before_4_6_and_within_the_limit_of_tokens() -> None:
    assert _translated(reasoning_effort="high", max_tokens=5000, temperature=0.5) == {
        **_translated(max_tokens=5000),
        "thinking": {"type": "enabled", "budget_tokens": 4999},
    }
    assert "thinking" not in _translated(reasoning_effort="high", max_tokens=500)


def test_an_effort_is_adaptive_thinking_for_models_since_4_6() -> None:
    body = _translated(OPUS, reasoning_effort="xhigh")

    assert body["thinking"] == {"type": "adaptive", "display": "summarized"}
    assert body["output_config"] == {"effort": "xhigh"}
    assert _translated(Target("", "", "claude-sonnet-4-6"), reasoning_effort="xhigh")["output_config"] == {
        "effort": "high"
    }


@pytest.mark.parametrize("target", [HAIKU, OPUS])
def test_no_model_thinks_where_it_must_call_a_tool_or_shall_not(target: Target) -> None:
    assert "thinking" not in _translated(target, reasoning_effort="high", tools=[WEATHER], tool_choice="required")
    assert "thinking" not in _translated(target, reasoning_effort="none")


def test_thinking_in_anthropics_own_words_is_passed_on() -> None:
    own = {"type": "enabled", "budget_tokens": 2000}

    assert _translated(thinking=own, reasoning_effort="high")["thinking"] == own


def test_thoughts_go_back_with_their_signatures_before_the_calls() -> None:
    thought = {"type": "thinking", "thinking": "Hm", "signature": "s"}
    call = {"id": "a", "type": "function", "function": {"name": "weather", "arguments": "{}"}}
    messages = [HELLO, {"role": "assistant", "content": None, "tool_calls": [call], "thinking_blocks": [thought, 7]}]

    blocks = _translated(messages=messages)["messages"][1]["content"]

    assert [block["type"] for block in blocks] == ["thinking", "tool_use"]
    assert blocks[0] == thought


def test_ends_of_caches_are_kept_but_only_for_five_minutes() -> None:
    long = {"type": "ephemeral", "ttl": "1h"}
    messages = [
        {"role": "system", "content": [{"type": "text", "text": "Long", "cache_control": long}]},
        {"role": "user", "content": [{"type": "text", "text": "Hello", "cache_control": long}]},
    ]

    body = _translated(messages=messages, tools=[{**WEATHER, "cache_control": long}])

    places = (body["system"][0], body["messages"][0]["content"][0], body["tools"][0])
    assert all(place["cache_control"] == {"type": "ephemeral"} for place in places)


def test_what_costs_more_than_the_price_says_is_not_passed_on() -> None:
    dear: dict[str, Any] = {
        "speed": "fast",
        "inference_geo": "us",
        "service_tier": "auto",
        "container": "c",
        "mcp_servers": [],
    }

    assert _translated(**dear) == _translated()


@pytest.mark.parametrize(
    ("more", "param"),
    [
        ({"n": 2}, "n"),
        ({"audio": {"voice": "x"}}, "audio"),
        ({"logprobs": True}, "logprobs"),
        ({"temperature": "hot"}, "temperature"),
        ({"temperature": 3}, "temperature"),
        ({"thinking": "much"}, "thinking"),
        ({"reasoning_effort": 7}, "reasoning_effort"),
    ],
)
def test_what_anthropic_has_no_word_for_is_refused_before_anything_is_sent(more: dict[str, Any], param: str) -> None:
    with pytest.raises(UpstreamError) as refused:
        _translated(**more)

    assert (refused.value.status, refused.value.param) == (400, param)


def test_a_file_that_claude_cannot_read_is_refused() -> None:
    file = {"type": "file", "file": {"file_data": "data:application/zip;base64,aGFsbG8="}}

    with pytest.raises(UpstreamError, match=r"application/zip"):
        _translated(messages=[{"role": "user", "content": [file]}])


@pytest.mark.parametrize(
    ("model", "version"),
    [
        ("claude-3-7-sonnet-20250219", (3, 7)),
        ("claude-3-opus-20240229", (3, 0)),
        ("claude-sonnet-4-20250514", (4, 0)),
        ("claude-haiku-4-5-20251001", (4, 5)),
        ("claude-opus-4-7", (4, 7)),
        ("anthropic/claude-opus-4.7", (4, 7)),
        ("claude-opus-5", (5, 0)),
        ("claude-fable-5-1", (5, 1)),
        ("claude-next-preview", (99, 0)),
        ("kimi-k2", (0, 0)),
    ],
)
def test_the_version_is_read_from_the_name_and_no_date_is_one(model: str, version: tuple[int, int]) -> None:
    assert model_version(model) == version
