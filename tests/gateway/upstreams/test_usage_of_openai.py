"""Each token that an upstream tells of is in one class, whatever words it uses and however it lies."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.gateway.upstreams.usage import Usage
from app.gateway.upstreams.usage_of_openai import (
    MOST,
    usage_of_chat,
    usage_of_embeddings,
    usage_of_images,
    usage_of_response,
)


def told(prompt: Any = 100, completion: Any = 50, **fields: Any) -> dict[str, Any]:
    return {"usage": {"prompt_tokens": prompt, "completion_tokens": completion, **fields}}


@pytest.mark.parametrize(
    "payload, usage",
    [
        (told(), Usage(input=100, output=50)),
        (told(prompt_tokens_details={"cached_tokens": 60}), Usage(input=40, cached=60, output=50)),
        (
            told(
                prompt_tokens_details={"cached_tokens": 60, "cache_write_tokens": 10, "image_tokens": 20},
                completion_tokens_details={"reasoning_tokens": 30, "image_tokens": 5},
            ),
            Usage(input=10, cached=60, cache_write=10, input_image=20, output=15, reasoning=30, output_image=5),
        ),
        (told(prompt_cache_hit_tokens=64, prompt_cache_miss_tokens=36), Usage(input=36, cached=64, output=50)),
        (told(cached_tokens=64), Usage(input=36, cached=64, output=50)),
        (
            told(total_tokens=180, completion_tokens_details={"reasoning_tokens": 30}),
            Usage(input=100, output=50, reasoning=30),
        ),
        (
            told(total_tokens=150, completion_tokens_details={"reasoning_tokens": 30}),
            Usage(input=100, output=20, reasoning=30),
        ),
        ({"x_groq": {"id": "a", **told()}}, Usage(input=100, output=50)),
        ({"choices": [{"index": 0, **told()}]}, Usage(input=100, output=50)),
        ({"usage": None, "choices": []}, None),
        ({"choices": None}, None),
        (told(prompt_tokens_details=None, completion_tokens_details=[]), Usage(input=100, output=50)),
    ],
)
def test_usage_of_chats_is_read_in_the_words_of_every_upstream(payload: dict[str, Any], usage: Usage | None) -> None:
    assert usage_of_chat(payload) == usage


@pytest.mark.parametrize(
    "payload, usage",
    [
        (told(prompt_tokens_details={"cached_tokens": 900}), Usage(cached=100, output=50)),
        (told(completion_tokens_details={"reasoning_tokens": 900}), Usage(input=100, reasoning=50)),
        (told(-5, 50), Usage(output=50)),
        (told("100", None), None),
        (told(True, False), None),
        (told(10**30, 50), Usage(output=50)),
        (told(float("inf"), float("nan")), None),
        (told(0, 0), None),
        (told(prompt_tokens_details={"cached_tokens": -900}), Usage(input=100, output=50)),
    ],
)
def test_what_cannot_be_is_cut_to_what_can(payload: dict[str, Any], usage: Usage | None) -> None:
    assert usage_of_chat(payload) == usage


numbers = st.one_of(st.integers(), st.floats(), st.none(), st.text(max_size=3), st.integers(0, 1000))
names = st.sampled_from(["cached_tokens", "cache_write_tokens", "image_tokens", "reasoning_tokens"])
details = st.one_of(st.none(), numbers, st.dictionaries(names, numbers))


@settings(max_examples=100, deadline=None)
@given(numbers, numbers, details, details, numbers)
def test_whatever_an_upstream_says_no_token_counts_twice(
    prompt: Any, completion: Any, sent: Any, came: Any, total: Any
) -> None:
    fields = {"total_tokens": total, "prompt_tokens_details": sent, "completion_tokens_details": came}
    usage = usage_of_chat(told(prompt, completion, **fields))
    if usage is not None:
        assert min(usage.as_dict().values(), default=0) >= 0
        assert usage.input_tokens <= (prompt if isinstance(prompt, int | float) and prompt > 0 else 0)
        most = completion if isinstance(completion, int | float) and completion > 0 else 0
        assert usage.output_tokens <= most + usage.reasoning and usage.tokens <= 3 * MOST


def test_usage_of_responses_is_read() -> None:
    usage = {"input_tokens": 10, "output_tokens": 9, "total_tokens": 19, "input_tokens_details": {"cached_tokens": 4}}
    payload = {"usage": usage | {"output_tokens_details": {"reasoning_tokens": 5}}}
    assert usage_of_response(payload) == Usage(input=6, cached=4, output=4, reasoning=5)
    assert usage_of_response({"usage": None}) is None


@pytest.mark.parametrize(
    "usage, expected",
    [
        ({"prompt_tokens": 7, "total_tokens": 7}, Usage(input=7)),
        ({"total_tokens": 7}, Usage(input=7)),
        ({"prompt_tokens": 0, "total_tokens": 0}, None),
        (None, None),
    ],
)
def test_usage_of_embeddings_is_input(usage: object, expected: Usage | None) -> None:
    assert usage_of_embeddings({"usage": usage}) == expected


def test_pictures_are_counted_with_and_without_their_tokens() -> None:
    two = {"data": [{"b64_json": "a"}, {"url": "b"}]}
    usage = {"input_tokens": 50, "output_tokens": 200, "input_tokens_details": {"image_tokens": 40, "text_tokens": 10}}
    assert usage_of_images(two) == Usage(images=2)
    assert usage_of_images(two | {"usage": usage}) == Usage(input=10, input_image=40, output_image=200, images=2)
    split = usage | {"output_tokens_details": {"image_tokens": 150, "text_tokens": 50}}
    assert usage_of_images(two | {"usage": split}) == Usage(
        input=10, input_image=40, output=50, output_image=150, images=2
    )
    svg = {"input_tokens": 3, "output_tokens": 9, "output_tokens_details": {"reasoning_tokens": 4}}
    assert usage_of_images({"data": [], "svg_usage": svg}) == Usage(input=3, output=5, reasoning=4)
