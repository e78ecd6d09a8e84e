"""How much a request may use at most is known before it is sent, high rather than low."""

import json
from types import SimpleNamespace
from typing import Any

import pytest

from app.gateway.catalogue.ai_model import EMBEDDING, IMAGE, VIDEO
from app.gateway.catalogue.price import Price
from app.gateway.metering.estimate import BOUNDS_OF_RESPONSES, estimated_usage, is_believable, most_of
from app.gateway.upstreams.usage import Usage
from tests.gateway.metering.calls import model_of

DATA = "data:image/png;base64," + "A" * 300_000


def chat(*parts: Any, **more: Any) -> dict[str, Any]:
    return {"model": "small", "messages": [{"role": "user", "content": [*parts] if parts else "halo"}], **more}


def test_text_is_a_token_for_three_bytes_of_the_body() -> None:
    body = chat()
    size = len(json.dumps(body))

    assert most_of(model_of(), body).input == -(-size // 3)
    assert most_of(model_of(), body, size=3_001).input == 1_001


@pytest.mark.parametrize("name", ["max_tokens", "max_completion_tokens"])
def test_what_comes_back_is_bounded_by_the_request_and_by_the_model(name: str) -> None:
    assert most_of(model_of(max_output=1_000), chat(**{name: 50})).output == 50
    assert most_of(model_of(max_output=1_000), chat(**{name: 5_000})).output == 1_000


def test_a_bound_of_another_dialect_which_the_upstream_ignores_bounds_nothing() -> None:
    response = {"input": "halo", "messages": [], "max_tokens": 1, "max_completion_tokens": 1}

    assert most_of(model_of(max_output=1_000), chat(max_output_tokens=1)).output == 1_000
    assert most_of(model_of(max_output=1_000), response, bounds=BOUNDS_OF_RESPONSES).output == 1_000
    assert most_of(model_of(max_output=1_000), {"max_output_tokens": 50}, bounds=BOUNDS_OF_RESPONSES).output == 50


def test_of_two_bounds_the_higher_one_counts_whichever_the_upstream_reads() -> None:
    assert most_of(model_of(max_output=1_000), chat(max_tokens=900, max_completion_tokens=1)).output == 900
    assert most_of(model_of(max_output=1_000), chat(max_tokens=1, max_completion_tokens=900)).output == 900


def test_without_a_bound_the_model_may_write_as_much_as_it_can() -> None:
    assert most_of(model_of(max_output=1_000), chat()).output == 1_000
    assert most_of(model_of(max_output=0, context=8_000), chat()).output == 8_000
    assert most_of(model_of(max_output=0, context=1_000_000), chat()).output == 16_384
    assert most_of(model_of(max_output=0, context=0), chat()).output == 16_384


def test_what_a_request_asks_for_counts_where_nobody_knows_what_the_model_can() -> None:
    assert most_of(model_of(max_output=0, context=0), chat(max_tokens=30_000)).output == 30_000
    assert most_of(model_of(max_output=0, context=20_000), chat(max_tokens=30_000)).output == 20_000


def test_several_choices_are_written_each() -> None:
    assert most_of(model_of(), chat(max_tokens=50, n=3)).output == 150


@pytest.mark.parametrize("wrong", [0, -5, True, 1.5, "viele", None, [], {}, "9" * 400])
def test_what_is_no_number_of_tokens_bounds_nothing(wrong: Any) -> None:
    assert most_of(model_of(max_output=1_000), chat(max_tokens=wrong, n=wrong)).output == 1_000


@pytest.mark.parametrize(
    "part",
    [
        {"type": "image_url", "image_url": {"url": DATA}},
        {"type": "input_image", "image_url": DATA},
        {"type": "image", "source": {"type": "base64", "data": DATA}},
    ],
)
def test_a_picture_counts_as_tokens_of_pictures_and_not_by_its_length(part: dict[str, Any]) -> None:
    most = most_of(model_of(), chat(part))

    assert most.input_image == 1_600
    assert most.input < 200


def test_a_picture_of_low_detail_counts_less() -> None:
    low = {"type": "image_url", "image_url": {"url": DATA, "detail": "low"}}

    assert most_of(model_of(), chat(low, low)).input_image == 170


@pytest.mark.parametrize(
    "part",
    [
        {"type": "image_url", "detail": "low", "image_url": {"url": DATA}},
        {"type": "image", "detail": "low", "source": {"type": "base64", "data": DATA, "detail": "low"}},
    ],
)
def test_low_detail_counts_only_where_the_dialect_has_it(part: dict[str, Any]) -> None:
    assert most_of(model_of(), chat(part)).input_image == 1_600


def test_low_detail_counts_only_where_each_upstream_of_the_model_knows_it() -> None:
    low = {"type": "image_url", "image_url": {"url": DATA, "detail": "low"}}
    model = model_of(routes=(SimpleNamespace(kind="openai"), SimpleNamespace(kind="anthropic")))

    assert most_of(model, chat(low)).input_image == 1_600


def test_a_picture_in_the_result_of_a_tool_is_a_picture() -> None:
    picture = {"type": "image", "source": {"type": "url", "url": "https://example.com/a.png"}}

    assert most_of(model_of(), chat({"type": "tool_result", "content": [picture]})).input_image == 1_600


def test_pictures_count_in_the_dialect_of_responses_too() -> None:
    message = {"role": "user", "content": [{"type": "input_image", "image_url": DATA}]}

    assert most_of(model_of(), {"input": [message]}).input_image == 1_600


def test_sound_counts_by_its_length() -> None:
    sound = {"type": "input_audio", "input_audio": {"data": "A" * 40_000, "format": "mp3"}}

    assert 100 <= most_of(model_of(), chat(sound)).input < 300


@pytest.mark.parametrize("odd", ["text", 5, None, {"a": 1}, [1, None, "x", {"content": [5, None, {"type": 7}]}]])
def test_odd_messages_are_counted_by_their_length(odd: Any) -> None:
    assert most_of(model_of(), {"messages": odd, "input": odd}, size=300).input == 100


def test_embeddings_of_tokens_have_one_for_two_bytes() -> None:
    model = model_of(kind=EMBEDDING)

    assert most_of(model, {"input": ["halo"]}, size=300) == Usage(input=100)
    assert most_of(model, {"input": [1, 2, 3]}, size=300) == most_of(model, {"input": [[1]]}, size=300)
    assert most_of(model, {"input": [1, 2, 3]}, size=300) == Usage(input=150)


def test_pictures_are_counted_each_and_by_tokens_where_the_model_is_priced_by_them() -> None:
    assert most_of(model_of(kind=IMAGE), {"prompt": "kopi", "n": 3}, size=30).images == 3
    assert most_of(model_of(kind=IMAGE), {"prompt": "kopi", "n": "3"}, files=2, size=9_000_000).images == 3
    edited = most_of(model_of(kind=IMAGE), {"prompt": "kopi"}, files=2, size=9_000_000)
    assert (edited.images, edited.input_image, edited.input) == (1, 3_200, 2)
    by_tokens = model_of(kind=IMAGE, price=Price({"output_image": 40_000}, 16_000))
    assert most_of(by_tokens, {"prompt": "kopi", "n": 2}).output_image == 12_480


def test_the_text_of_an_edit_is_counted_in_bytes_so_that_every_script_costs_the_same() -> None:
    edited = most_of(model_of(kind=IMAGE), {"prompt": "咖啡" * 300}, files=1, size=9_000_000)
    assert edited.input == 600


def test_video_is_counted_by_its_seconds() -> None:
    assert most_of(model_of(kind=VIDEO), {"seconds": "8"}) == Usage(milliseconds=8_000)
    assert most_of(model_of(kind=VIDEO), {}) == Usage(milliseconds=4_000)


def test_who_hangs_up_has_used_the_input_and_what_was_delivered() -> None:
    most = Usage(input=100, input_image=85, output=4_000)

    assert estimated_usage(most, 31, complete=False) == Usage(input=100, input_image=85, output=11)


def test_a_complete_request_without_a_usage_has_made_its_pictures_and_video() -> None:
    most = Usage(input=10, output_image=6_240, images=2, milliseconds=8_000)

    assert estimated_usage(most, 0, complete=True) == most
    assert estimated_usage(most, 0, complete=False) == Usage(input=10)


@pytest.mark.parametrize(
    "lie",
    [
        Usage(input=10**9),
        Usage(output=10**9),
        Usage(reasoning=10**9),
        Usage(input=-1),
        Usage(images=2),
        Usage(milliseconds=1),
    ],
)
def test_what_cannot_have_been_used_is_not_believed(lie: Usage) -> None:
    most = Usage(input=100, output=100, images=1)

    assert not is_believable(lie, most)
    assert is_believable(most, most)


def test_what_is_somewhat_more_than_the_estimate_is_believed() -> None:
    assert is_believable(Usage(input=300, reasoning=900), Usage(input=100, output=500))
    assert is_believable(Usage(output_image=6_240 * 3), Usage(images=3))
    assert is_believable(Usage(milliseconds=8_000), Usage(milliseconds=4_000))
