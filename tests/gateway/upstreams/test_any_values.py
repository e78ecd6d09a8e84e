"""Whatever clients and upstreams send, translations answer with a result or with the error that belongs to it."""

from contextlib import suppress
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.gateway.upstreams.adapter import Answer, Chunk, FilePart, Json, Target
from app.gateway.upstreams.anthropic_answer import MessageChunks
from app.gateway.upstreams.anthropic_answer import chat_answer as answer_of_claude
from app.gateway.upstreams.anthropic_request import to_messages_request
from app.gateway.upstreams.chat_to_messages import MessageEvents, message_of
from app.gateway.upstreams.errors import UpstreamError
from app.gateway.upstreams.errors_of_http import error_inside
from app.gateway.upstreams.gemini_answer import ContentChunks
from app.gateway.upstreams.gemini_answer import chat_answer as answer_of_gemini
from app.gateway.upstreams.gemini_embeddings import batches_of, embeddings_answer
from app.gateway.upstreams.gemini_pictures import picture_request, pictures_answer, pictures_wanted
from app.gateway.upstreams.gemini_request import content_request
from app.gateway.upstreams.gemini_videos import file_name_of, inline_video_of, video_request, video_state
from app.gateway.upstreams.messages_to_chat import to_chat_request
from app.gateway.upstreams.openai_streams import ChatChunks

VOCABULARY = """
model messages role content type text image_url url source data media_type tools tool_choice function name
parameters input_schema arguments tool_calls tool_call_id id input thinking thinking_blocks signature stop n
reasoning_effort response_format json_schema schema max_tokens temperature top_k metadata user_id system
cache_control extra_content google thought_signature prompt size seconds user assistant tool auto any high
enabled base64 image tool_use tool_result file file_data document data:image/png;base64,aGFsbG8=
https://example.com/a.png index delta choices message finish_reason usage content_block content_block_start
content_block_delta content_block_stop message_start message_delta text_delta thinking_delta input_json_delta
partial_json stop_reason candidates parts functionCall inlineData mimeType finishReason STOP usageMetadata
promptTokenCount candidatesTokenCount modality IMAGE promptTokensDetails promptFeedback blockReason responseId
status completed failed steps output_video uri model_output errors duration 4s embeddings values thought args
output_tokens input_tokens object
"""
WORDS = VOCABULARY.split()
word = st.sampled_from(WORDS)
value = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | word | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(word, inner, max_size=4),
    max_leaves=20,
)
block = st.dictionaries(word, value, max_size=4) | st.fixed_dictionaries({"type": word}, optional={"text": value})
turn = st.fixed_dictionaries(
    {"role": st.sampled_from(["user", "assistant", "system", "tool"]), "content": value | st.lists(block, max_size=3)},
    optional={"tool_calls": value, "tool_call_id": value, "thinking_blocks": value, "extra_content": value},
)
body = st.fixed_dictionaries(
    {"model": st.just("m") | value, "messages": st.lists(turn, min_size=1, max_size=3) | value},
    optional=dict.fromkeys(set(WORDS[2:60]) - {"messages"}, value) | {"max_tokens": st.just(5) | value, "user": value},
)
TARGETS = [Target("u", "k", model) for model in ("claude-opus-5", "claude-haiku-4-5", "gemini-2.5-pro", "gemini-4")]
OF_CHOICES = ("index", "delta", "finish_reason")
NOT_AN_ANSWER = (UpstreamError, KeyError, TypeError, ValueError, AttributeError)  # which adapters know


def _whole(call: Any, *arguments: Any) -> Any:
    """What a translation returns; None where it refuses the request."""
    with suppress(UpstreamError):
        return call(*arguments)
    return None


@settings(max_examples=60, deadline=None)
@given(body, st.sampled_from(TARGETS))
def test_a_request_is_translated_or_refused(sent: Json, target: Target) -> None:
    _whole(to_messages_request, target, sent)
    _whole(content_request, target, sent)
    for kind in ("openai", "anthropic"):
        chat = _whole(to_chat_request, sent, kind)
        if chat is not None:
            _whole(to_messages_request, target, chat)
            _whole(content_request, target, chat)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(word, value, max_size=5), st.dictionaries(word, word, max_size=5))
def test_other_requests_are_translated_or_refused(sent: Json, form: dict[str, str]) -> None:
    files = [FilePart("image", "a.png", "image/png", b"x")]
    _whole(batches_of, "models/m", sent)
    _whole(picture_request, {"prompt": "x"} | sent, [])
    _whole(pictures_wanted, sent)
    _whole(picture_request, form, files)
    _whole(video_request, "m", {"prompt": "x"} | form, files)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.dictionaries(word, value, max_size=5), min_size=1, max_size=4))
def test_an_answer_of_an_upstream_is_translated_or_known_to_be_none(payloads: list[Json]) -> None:
    for call in (answer_of_claude, answer_of_gemini, video_state, file_name_of, inline_video_of):
        with suppress(*NOT_AN_ANSWER):
            call(payloads[0])
    with suppress(*NOT_AN_ANSWER):
        pictures_answer(payloads)
    for form in ("float", "base64"):
        with suppress(*NOT_AN_ANSWER):
            embeddings_answer(payloads, {"encoding_format": form}, "m")
    for translation in (MessageChunks(), ContentChunks()):
        with suppress(*NOT_AN_ANSWER):
            for payload in payloads:
                translation.take(payload)
    for payload in payloads:
        error_inside(payload)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(word, value, max_size=3), st.fixed_dictionaries({}, optional=dict.fromkeys(OF_CHOICES, value)))
def test_a_piece_in_openais_language_is_a_piece_whatever_is_in_it(body: Json, choice: Json) -> None:
    assert ChatChunks(cast(Any, None), TARGETS[0], 1).read({"choices": [choice, body], **body}, "").body


@pytest.mark.parametrize("vector", [["x"], [None], [1e300], "abc", {}, [[1.0]]])
@pytest.mark.parametrize("form", ["float", "base64"])
def test_a_vector_that_is_none_is_no_answer(vector: Any, form: str) -> None:
    if form == "float" and vector == [1e300]:
        return
    with pytest.raises(NOT_AN_ANSWER):
        embeddings_answer([{"embeddings": [{"values": vector}]}], {"encoding_format": form}, "m")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.fixed_dictionaries({"choices": st.lists(value, max_size=2) | value}), max_size=4))
def test_no_answer_of_an_upstream_breaks_the_dialect_of_anthropic(bodies: list[Json]) -> None:
    events = MessageEvents("m")
    told = [event for each in bodies for event in events.take(Chunk(each))] + events.end()
    assert told[0]["type"] == "message_start"
    assert told[-1]["type"] == "message_stop"
    for each in bodies:
        assert message_of(Answer(each, None), "m")["type"] == "message"
