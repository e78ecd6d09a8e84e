"""Requests of /chat/completions become requests of Google's generateContent."""

from typing import Any

import pytest

from app.gateway.upstreams.adapter import Target
from app.gateway.upstreams.errors import UpstreamError
from app.gateway.upstreams.gemini_request import content_request, model_version
from tests.upstreams.gemini_api import FLASH, OLDER, SIGNATURE, UNSIGNED

NEWER = "gemini-3.8-flash"
HELLO = {"role": "user", "content": "Hello"}
WEATHER = {
    "type": "function",
    "function": {
        "name": "weather",
        "description": "Tells the weather.",
        "parameters": {"type": "object", "properties": {"city": {"type": "string"}}},
    },
}
CALL: dict[str, Any] = {"id": "call_1", "type": "function", "function": {"name": "weather", "arguments": '{"a": 1}'}}


def _translated(model: str = FLASH, messages: Any = None, **more: Any) -> Any:
    target = Target("https://generativelanguage.googleapis.com/v1beta", "key", model)
    return content_request(target, {"model": "ours", "messages": messages or [HELLO], **more})


def test_a_plain_chat_is_nothing_but_its_contents() -> None:
    assert _translated() == {"contents": [{"role": "user", "parts": [{"text": "Hello"}]}]}


def test_all_that_the_system_says_is_its_instruction_and_neighbours_of_one_role_are_one_turn() -> None:
    messages = [
        {"role": "system", "content": "Be short."},
        HELLO,
        {"role": "user", "content": ""},
        {"role": "user", "content": "World"},
        {"role": "assistant", "content": "Hi"},
        {"role": "developer", "content": "Be kind."},
    ]

    body = _translated(messages=messages)

    assert body["systemInstruction"] == {"parts": [{"text": "Be short."}, {"text": "Be kind."}]}
    assert body["contents"] == [
        {"role": "user", "parts": [{"text": "Hello"}, {"text": "World"}]},
        {"role": "model", "parts": [{"text": "Hi"}]},
    ]


def test_what_only_the_system_says_is_the_conversation() -> None:
    assert _translated(messages=[{"role": "system", "content": "Write a haiku."}]) == {
        "contents": [{"role": "user", "parts": [{"text": "Write a haiku."}]}]
    }


def test_pictures_and_documents_are_sent_in_base64_or_by_their_address() -> None:
    parts = [
        {"type": "image_url", "image_url": {"url": "data:image/png;base64,aGFsbG8="}},
        {"type": "image_url", "image_url": {"url": "https://example.com/a.webp?b=1"}},
        {"type": "file", "file": {"file_data": "data:application/pdf;base64,aGFsbG8="}},
    ]

    (turn,) = _translated(messages=[{"role": "user", "content": parts}])["contents"]

    assert turn["parts"] == [
        {"inlineData": {"mimeType": "image/png", "data": "aGFsbG8="}},
        {"fileData": {"fileUri": "https://example.com/a.webp?b=1", "mimeType": "image/webp"}},
        {"inlineData": {"mimeType": "application/pdf", "data": "aGFsbG8="}},
    ]


def test_results_of_tools_are_named_by_the_function_and_are_one_turn() -> None:
    second = CALL | {"id": "call_2", "function": {"name": "clock", "arguments": ""}}
    messages = [
        HELLO,
        {"role": "assistant", "content": "I look.", "tool_calls": [CALL, second]},
        {"role": "tool", "tool_call_id": "call_1", "content": "Rain"},
        {"role": "tool", "tool_call_id": "call_2", "content": "Noon"},
    ]

    contents = _translated(OLDER, messages)["contents"]

    assert contents[1]["parts"] == [
        {"text": "I look."},
        {"functionCall": {"id": "call_1", "name": "weather", "args": {"a": 1}}},
        {"functionCall": {"id": "call_2", "name": "clock", "args": {}}},
    ]
    assert contents[2] == {
        "role": "user",
        "parts": [
            {"functionResponse": {"id": "call_1", "name": "weather", "response": {"output": "Rain"}}},
            {"functionResponse": {"id": "call_2", "name": "clock", "response": {"output": "Noon"}}},
        ],
    }


@pytest.mark.parametrize(
    ("extra", "signature"),
    [
        ({"google": {"thought_signature": SIGNATURE}}, SIGNATURE),
        ({"google": {}}, UNSIGNED),
        ("odd", UNSIGNED),
        (None, UNSIGNED),
    ],
)
def test_the_first_call_has_its_signature_or_the_word_for_calls_of_other_models(extra: object, signature: str) -> None:
    calls = [CALL | {"extra_content": extra}, CALL | {"id": "call_2"}]

    parts = _translated(messages=[HELLO, {"role": "assistant", "tool_calls": calls}])["contents"][1]["parts"]

    assert parts[0]["thoughtSignature"] == signature
    assert "thoughtSignature" not in parts[1]


@pytest.mark.parametrize(
    ("choice", "config"),
    [
        ("auto", {"mode": "AUTO"}),
        ("none", {"mode": "NONE"}),
        ("required", {"mode": "ANY"}),
        ({"type": "function", "function": {"name": "weather"}}, {"mode": "ANY", "allowedFunctionNames": ["weather"]}),
    ],
)
def test_tools_and_their_choice_are_translated(choice: object, config: dict[str, Any]) -> None:
    bare = {"type": "function", "function": {"name": "now"}}
    body = _translated(tools=[WEATHER, bare], tool_choice=choice)

    assert body["toolConfig"] == {"functionCallingConfig": config}
    assert body["tools"] == [
        {
            "functionDeclarations": [
                {
                    "name": "weather",
                    "description": "Tells the weather.",
                    "parametersJsonSchema": WEATHER["function"]["parameters"],  # type: ignore[index]
                },
                {"name": "now"},
            ]
        }
    ]


def test_how_the_answer_shall_be_made_is_translated() -> None:
    config = _translated(
        temperature=1.7,
        top_p=0.9,
        top_k=5,
        max_completion_tokens=12,
        stop="END",
        n=2,
        seed=7,
        presence_penalty=0.5,
        frequency_penalty=0,
        modalities=["text", "image"],
    )["generationConfig"]

    assert config == {
        "temperature": 1.7,
        "topP": 0.9,
        "topK": 5,
        "maxOutputTokens": 12,
        "stopSequences": ["END"],
        "candidateCount": 2,
        "seed": 7,
        "presencePenalty": 0.5,
        "responseModalities": ["TEXT", "IMAGE"],
    }


def test_the_most_tokens_are_those_of_the_catalogue_where_the_client_does_not_say() -> None:
    assert content_request(Target("u", "k", FLASH, max_output=64), {"messages": [HELLO]})["generationConfig"] == {
        "maxOutputTokens": 64
    }


def test_models_since_3_6_get_no_sampling_parameters() -> None:
    assert "generationConfig" not in _translated(NEWER, temperature=0.5, top_p=0.9, top_k=3)


def test_json_is_wanted_with_and_without_a_schema() -> None:
    schema = {"type": "object", "properties": {"a": {"type": "string"}}}

    assert _translated(response_format={"type": "json_object"})["generationConfig"] == {
        "responseMimeType": "application/json"
    }
    form = {"type": "json_schema", "json_schema": {"name": "x", "schema": schema}}
    assert _translated(response_format=form)["generationConfig"]["responseJsonSchema"] == schema


@pytest.mark.parametrize(
    ("model", "effort", "thinking"),
    [
        (FLASH, "low", {"includeThoughts": True, "thinkingLevel": "low"}),
        (FLASH, "xhigh", {"includeThoughts": True, "thinkingLevel": "high"}),
        (FLASH, "none", {"thinkingLevel": "minimal"}),
        ("gemini-flash-latest", "medium", {"includeThoughts": True, "thinkingLevel": "medium"}),
        (OLDER, "medium", {"includeThoughts": True, "thinkingBudget": 8192}),
        (OLDER, "none", {"thinkingBudget": 0}),
        ("gemma-3-27b-it", "high", None),
        (FLASH, None, None),
    ],
)
def test_an_effort_is_a_level_or_a_budget(model: str, effort: str | None, thinking: dict[str, Any] | None) -> None:
    config = _translated(model, reasoning_effort=effort).get("generationConfig", {})

    assert config.get("thinkingConfig") == thinking


@pytest.mark.parametrize(
    ("more", "param"),
    [
        ({"n": 9}, "n"),
        ({"audio": {"voice": "x"}}, "audio"),
        ({"logprobs": True}, "logprobs"),
        ({"temperature": "hot"}, "temperature"),
        ({"seed": 0.5}, "seed"),
        ({"presence_penalty": 9}, "presence_penalty"),
        ({"modalities": "text"}, "modalities"),
        ({"messages": [{"role": "user", "content": ""}]}, "messages"),
    ],
)
def test_what_gemini_has_no_word_for_is_refused_before_anything_is_sent(more: dict[str, Any], param: str) -> None:
    with pytest.raises(UpstreamError) as refused:
        _translated(**more)

    assert (refused.value.status, refused.value.param) == (400, param)


@pytest.mark.parametrize(
    ("model", "version"),
    [
        ("gemini-2.5-flash-lite", (2, 5)),
        ("gemini-3-pro-image", (3, 0)),
        ("google/gemini-3.1-pro-preview", (3, 1)),
        ("gemini-4-argon", (4, 0)),
        ("gemini-flash-latest", (99, 0)),
        ("gemma-3-27b-it", (0, 0)),
    ],
)
def test_the_version_is_read_from_the_name(model: str, version: tuple[int, int]) -> None:
    assert model_version(model) == version
