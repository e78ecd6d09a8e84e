"""Requests reach Google's Gemini API in its own language, and its answers come back with what they used."""

import asyncio
from typing import Any

import orjson
import pytest

from app.gateway.upstreams.adapter import REMIXED_FROM, Chunk, FilePart
from app.gateway.upstreams.errors import CredentialRefused, MalformedAnswer, NotSupported, UpstreamError
from app.gateway.upstreams.gemini import Gemini
from app.gateway.upstreams.registry import ADAPTERS
from app.gateway.upstreams.usage import Usage
from tests.gateway.upstreams.targets import chat, target_of, text_of
from tests.gateway.upstreams.targets import streamed as streamed_by
from tests.upstreams.gemini_api import DRAW, EMBED, FLASH, MODELS, OLDER, OMNI, THOUGHT, GeminiApi
from tests.upstreams.openai_api import MISSING, MP4, PNG
from tests.waiting import eventually

GEMINI = Gemini()
WEATHER = {
    "type": "function",
    "function": {"name": "weather", "parameters": {"type": "object", "properties": {"city": {"type": "string"}}}},
}
VIDEO = {"prompt": "a cat", "seconds": "4", "size": "1280x720"}
PICTURE = {"type": "image_url", "image_url": {"url": "data:image/png;base64,aGFsbG8="}}


def flash(api: GeminiApi, **fields: Any) -> Any:
    return target_of(api, FLASH, **fields)


async def streamed(api: GeminiApi, body: dict[str, Any], got: list[Chunk] | None = None) -> list[Chunk]:
    return await streamed_by(flash(api), body, got, GEMINI)


def deltas_of(chunks: list[Chunk]) -> list[dict[str, Any]]:
    return [choice["delta"] for chunk in chunks for choice in chunk.body["choices"]]


def test_the_kind_gemini_has_this_adapter() -> None:
    assert isinstance(ADAPTERS["gemini"], Gemini)


async def test_a_chat_is_answered_with_what_it_used_in_classes_that_never_count_twice(gemini_api: GeminiApi) -> None:
    body = {"messages": [{"role": "user", "content": [{"type": "text", "text": "one two three four"}, PICTURE]}]}
    answer = await GEMINI.chat(flash(gemini_api), body)
    assert answer.body["choices"][0]["message"]["content"] == "You wrote: one two three four [1 pictures]"
    assert answer.body["choices"][0]["finish_reason"] == "stop"
    assert answer.usage == Usage(input=2, cached=2, input_image=100, output=8)
    assert answer.body["usage"]["prompt_tokens"] == 104
    assert answer.upstream_id == answer.body["id"] == "r1"


async def test_a_stream_ends_with_its_usage_and_tells_it_on_the_way(gemini_api: GeminiApi) -> None:
    chunks = await streamed(gemini_api, chat("one two three four"))
    assert text_of(chunks) == "You wrote: one two three four"
    assert chunks[-1].usage == Usage(input=2, cached=2, output=6)
    assert chunks[-1].body["choices"] == []
    assert all("usage" not in chunk.body for chunk in chunks[:-1])
    assert chunks[-2].body["choices"][0]["finish_reason"] == "stop"
    assert chunks[0].body["choices"][0]["delta"]["role"] == "assistant"
    assert chunks[2].usage == Usage(input=2, cached=2, output=1), "for who hangs up before the end"
    assert [chunk.so_far for chunk in chunks if chunk.usage][-2:] == [True, False]
    assert sum(chunk.delivered for chunk in chunks) == len("You wrote: one two three four")
    assert len({(chunk.body["id"], chunk.body["created"]) for chunk in chunks}) == 1


@pytest.mark.parametrize("model", [FLASH, OLDER])
async def test_thoughts_are_told_and_counted_once(gemini_api: GeminiApi, model: str) -> None:
    body = chat("one two three four", reasoning_effort="low")
    answer = await GEMINI.chat(target_of(gemini_api, model), body)
    chunks = await streamed_by(target_of(gemini_api, model), body, adapter=GEMINI)
    assert answer.body["choices"][0]["message"]["reasoning_content"] == THOUGHT
    assert "".join(delta.get("reasoning_content", "") for delta in deltas_of(chunks)) == THOUGHT
    assert answer.usage == chunks[-1].usage == Usage(input=2, cached=2, output=6, reasoning=3)


async def test_a_tool_is_called_whole_and_in_a_stream_and_its_result_is_understood(gemini_api: GeminiApi) -> None:
    body = chat("Bandung", tools=[WEATHER])
    answer = await GEMINI.chat(flash(gemini_api), body)
    chunks = await streamed(gemini_api, body)
    [call] = answer.body["choices"][0]["message"]["tool_calls"]
    [piece] = [each for delta in deltas_of(chunks) for each in delta.get("tool_calls", ())]
    assert orjson.loads(call["function"]["arguments"]) == {"city": "Bandung"}
    assert piece == {**call, "index": 0}
    assert answer.body["choices"][0]["finish_reason"] == "tool_calls"
    assert chunks[-2].body["choices"][0]["finish_reason"] == "tool_calls"
    result = {"role": "tool", "tool_call_id": call["id"], "content": "Rain"}
    body["messages"] += [answer.body["choices"][0]["message"], result]
    answer = await GEMINI.chat(flash(gemini_api), body)
    assert answer.body["choices"][0]["message"]["content"] == "You wrote: Rain"


async def test_a_call_of_another_model_in_the_history_is_taken(gemini_api: GeminiApi) -> None:
    call = {"id": "call_1", "type": "function", "function": {"name": "weather", "arguments": "{}"}}
    result = {"role": "tool", "tool_call_id": "call_1", "content": "Rain"}
    body = chat("Bandung", tools=[WEATHER])
    body["messages"] += [{"role": "assistant", "tool_calls": [call]}, result]
    answer = await GEMINI.chat(flash(gemini_api), body)
    assert answer.body["choices"][0]["message"]["content"] == "You wrote: Rain"


async def test_several_choices_are_told_each_by_its_number(gemini_api: GeminiApi) -> None:
    answer = await GEMINI.chat(flash(gemini_api), chat(n=2))
    chunks = await streamed(gemini_api, chat(n=2))
    assert [choice["index"] for choice in answer.body["choices"]] == [0, 1]
    ends = [choice for chunk in chunks for choice in chunk.body["choices"] if choice["finish_reason"]]
    assert [choice["index"] for choice in ends] == [0, 1]
    assert chunks[-1].usage == answer.usage


async def test_a_prompt_that_was_blocked_is_a_refusal(gemini_api: GeminiApi) -> None:
    answer = await GEMINI.chat(flash(gemini_api), chat("forbidden"))
    chunks = await streamed(gemini_api, chat("forbidden"))
    [choice] = answer.body["choices"]
    assert choice["finish_reason"] == "content_filter"
    assert choice["message"]["refusal"] == "The provider blocked this request (PROHIBITED_CONTENT)."
    assert "".join(delta.get("refusal") or "" for delta in deltas_of(chunks)) == choice["message"]["refusal"]
    assert chunks[-1].usage == answer.usage == Usage(input=1)


@pytest.mark.parametrize(("more", "finish"), [({"max_tokens": 2}, "length"), ({"stop": "two"}, "stop")])
async def test_reasons_to_finish_are_told_in_openais_words(
    gemini_api: GeminiApi, more: dict[str, Any], finish: str
) -> None:
    answer = await GEMINI.chat(flash(gemini_api), chat(**more))
    chunks = await streamed(gemini_api, chat(**more))
    assert answer.body["choices"][0]["finish_reason"] == finish
    assert [choice["finish_reason"] for chunk in chunks for choice in chunk.body["choices"]][-1] == finish


async def test_an_answer_may_be_json(gemini_api: GeminiApi) -> None:
    answer = await GEMINI.chat(flash(gemini_api), chat(response_format={"type": "json_object"}))
    assert orjson.loads(answer.body["choices"][0]["message"]["content"]) == {"answer": "You wrote: one two three"}


@pytest.mark.parametrize("said", [None, MISSING, {}, "many", {"promptTokenCount": -3}])
async def test_an_upstream_that_does_not_tell_its_usage_is_no_error(gemini_api: GeminiApi, said: Any) -> None:
    gemini_api.usage = said
    assert (await GEMINI.chat(flash(gemini_api), chat())).usage is None
    chunks = await streamed(gemini_api, chat())
    assert [chunk.usage for chunk in chunks if chunk.usage] == []
    assert text_of(chunks) == "You wrote: one two three"


async def test_a_usage_that_cannot_be_is_cut_to_what_can(gemini_api: GeminiApi) -> None:
    pictures = [{"modality": "IMAGE", "tokenCount": 90}]
    gemini_api.usage = {"promptTokenCount": 5, "cachedContentTokenCount": 9, "candidatesTokenCount": 4}
    gemini_api.usage |= {"promptTokensDetails": pictures, "candidatesTokensDetails": pictures}
    assert (await GEMINI.chat(flash(gemini_api), chat())).usage == Usage(cached=5, output_image=4)


@pytest.mark.parametrize("kind", ["crlf", "bytewise", "commented", "held open"])
async def test_a_stream_may_be_written_in_other_ways(gemini_api: GeminiApi, kind: str) -> None:
    gemini_api.fault(kind)
    chunks = await streamed(gemini_api, chat("é 😀"))
    assert text_of(chunks) == "You wrote: é 😀"
    assert chunks[-1].usage


@pytest.mark.parametrize(
    ("kind", "status", "retryable"),
    [
        ("400", 400, False),
        ("429", 429, True),
        ("500", 500, True),
        ("503", 503, True),
        ("drop", 0, True),
        ("error in 200", 500, True),
        ("text", 0, True),
    ],
)
async def test_a_refusal_says_whether_another_route_may_succeed(
    gemini_api: GeminiApi, kind: str, status: int, retryable: bool
) -> None:
    gemini_api.fault(kind, times=2)
    with pytest.raises(UpstreamError) as whole:
        await GEMINI.chat(flash(gemini_api), chat())
    with pytest.raises(UpstreamError) as stream:
        await streamed(gemini_api, chat())
    assert (whole.value.status, whole.value.retryable) == (status, retryable)
    assert (stream.value.status, stream.value.retryable) == (status, retryable)
    assert gemini_api.credential not in whole.value.message + stream.value.message


async def test_how_long_to_wait_is_read_from_googles_body(gemini_api: GeminiApi) -> None:
    gemini_api.fault("429")
    with pytest.raises(UpstreamError) as refused:
        await GEMINI.chat(flash(gemini_api), chat())
    assert refused.value.retry_after == 31.5


async def test_a_model_that_the_upstream_does_not_know_may_be_known_elsewhere(gemini_api: GeminiApi) -> None:
    with pytest.raises(UpstreamError) as refused:
        await GEMINI.chat(target_of(gemini_api, "gemini-9"), chat())
    assert (refused.value.status, refused.value.retryable) == (404, True)


async def test_a_wrong_credential_is_refused_though_google_calls_it_a_wrong_request(gemini_api: GeminiApi) -> None:
    for credential in ("AIzaWrong", ""):
        target = flash(gemini_api, credential=credential)
        with pytest.raises(CredentialRefused):
            await GEMINI.chat(target, chat())
        with pytest.raises(CredentialRefused):
            await streamed_by(target, chat(), adapter=GEMINI)
        with pytest.raises(CredentialRefused):
            await GEMINI.list_models(target)


@pytest.mark.parametrize(
    ("kind", "error"),
    [("malformed", MalformedAnswer), ("error", UpstreamError), ("cut", UpstreamError), ("end", UpstreamError)],
)
@pytest.mark.parametrize("after", [0, 2])
async def test_trouble_in_a_stream_is_told_before_and_after_the_first_piece(
    gemini_api: GeminiApi, kind: str, error: type[UpstreamError], after: int
) -> None:
    gemini_api.fault(kind, after=after)
    got: list[Chunk] = []
    with pytest.raises(error) as trouble:
        await streamed(gemini_api, chat(), got)
    assert bool(got) == bool(after)
    assert trouble.value.retryable


@pytest.mark.parametrize(
    "event",
    [
        {"candidates": [{"content": {"parts": [{"text": 7}]}}]},
        {"candidates": [{"content": {"parts": [{"functionCall": {}}]}}]},
        {"candidates": ["x"]},
        {"candidates": [{"content": "x"}]},
    ],
)
async def test_an_answer_that_the_api_does_not_have_is_an_error_of_the_upstream(
    gemini_api: GeminiApi, event: dict[str, Any]
) -> None:
    gemini_api._content = lambda *_: event  # type: ignore[method-assign]
    with pytest.raises(MalformedAnswer):
        await GEMINI.chat(flash(gemini_api), chat())
    gemini_api.error_frame = lambda: b"data: " + orjson.dumps(event)  # type: ignore[method-assign]
    del gemini_api._content
    gemini_api.fault("error", after=1)
    with pytest.raises(MalformedAnswer):
        await streamed(gemini_api, chat())


async def test_who_leaves_stops_the_upstream_before_its_next_piece(gemini_api: GeminiApi) -> None:
    gemini_api.fault("hold", after=3)
    async with GEMINI.stream_chat(flash(gemini_api), chat()) as chunks:
        await anext(aiter(chunks))
    await eventually(lambda: gemini_api.streams[0].left)


async def test_a_wait_for_a_piece_may_be_given_up_and_made_again(gemini_api: GeminiApi) -> None:
    gemini_api.pause = 0.1
    got: list[Any] = []
    async with GEMINI.stream_chat(flash(gemini_api), chat()) as chunks:
        pieces = aiter(chunks)
        while True:
            try:
                got.append(await asyncio.wait_for(anext(pieces), 0.03))
            except TimeoutError:
                continue
            except StopAsyncIteration:
                break
    assert text_of(got) == "You wrote: one two three"


async def test_embeddings_are_numbers_or_base64_and_come_in_batches(gemini_api: GeminiApi) -> None:
    target = target_of(gemini_api, EMBED)
    answer = await GEMINI.embeddings(target, {"input": ["one two", "three"]})
    assert [row["embedding"] for row in answer.body["data"]] == [[0.25, -0.5, 1.0]] * 2
    assert answer.usage == Usage(input=3)
    packed = await GEMINI.embeddings(target, {"input": "one", "encoding_format": "base64", "dimensions": 2})
    assert packed.body["data"][0]["embedding"] == "AACAPgAAAL8="
    many = await GEMINI.embeddings(target, {"input": ["one"] * 250})
    assert [row["index"] for row in many.body["data"]] == list(range(250))
    assert many.usage == Usage(input=250)
    assert [len(request.json["requests"]) for request in gemini_api.requests[2:]] == [100, 100, 50]


@pytest.mark.parametrize(
    ("wrong", "param"),
    [
        ({"input": []}, "input"),
        ({"input": [[1, 2]]}, "input"),
        ({"input": 7}, "input"),
        ({"input": "x", "encoding_format": "hex"}, "encoding_format"),
        ({"input": "x", "dimensions": 0}, "dimensions"),
    ],
)
async def test_an_input_that_is_no_text_is_refused(gemini_api: GeminiApi, wrong: dict[str, Any], param: str) -> None:
    with pytest.raises(UpstreamError) as refused:
        await GEMINI.embeddings(target_of(gemini_api, EMBED), wrong)
    assert (refused.value.status, refused.value.param) == (400, param)
    assert not gemini_api.requests


async def test_pictures_are_drawn_and_counted_each_and_by_their_tokens(gemini_api: GeminiApi) -> None:
    body = {"model": "ours", "prompt": "a red cat", "n": 2, "size": "2048x1152"}
    answer = await GEMINI.generate_image(target_of(gemini_api, DRAW), body)
    assert len(answer.body["data"]) == 2
    assert answer.usage == Usage(input=6, output_image=2240, images=2)
    shape = gemini_api.requests[0].json["generationConfig"]["imageConfig"]
    assert shape == {"aspectRatio": "16:9", "imageSize": "2K"}


async def test_of_several_pictures_those_that_failed_are_left_out(gemini_api: GeminiApi) -> None:
    gemini_api.fault("500")
    answer = await GEMINI.generate_image(target_of(gemini_api, DRAW), {"prompt": "a cat", "n": 3})
    assert len(answer.body["data"]) == 2
    gemini_api.fault("503", times=2)
    with pytest.raises(UpstreamError) as failed:
        await GEMINI.generate_image(target_of(gemini_api, DRAW), {"prompt": "a cat", "n": 2})
    assert failed.value.status == 503


async def test_pictures_are_edited_with_the_pictures_that_were_sent(gemini_api: GeminiApi) -> None:
    files = [FilePart("image[]", f"{n}.png", "image/png", PNG) for n in range(2)]
    answer = await GEMINI.edit_image(target_of(gemini_api, DRAW), {"prompt": "bluer", "n": "1"}, files)
    assert answer.usage == Usage(input=1, input_image=200, output_image=1120, images=1)
    with pytest.raises(NotSupported):
        await GEMINI.edit_image(
            target_of(gemini_api, DRAW), {"prompt": "x"}, [FilePart("mask", "m.png", "image/png", PNG)]
        )


async def test_a_picture_that_was_not_drawn_says_why(gemini_api: GeminiApi) -> None:
    with pytest.raises(UpstreamError, match="IMAGE_SAFETY") as refused:
        await GEMINI.generate_image(target_of(gemini_api, DRAW), {"prompt": "forbidden"})
    assert (refused.value.status, refused.value.code, refused.value.retryable) == (400, "moderation_blocked", False)


@pytest.mark.parametrize(
    ("wrong", "param"),
    [
        ({}, "prompt"),
        ({"prompt": "x", "n": 11}, "n"),
        ({"prompt": "x", "n": "two"}, "n"),
        ({"prompt": "x", "n": True}, "n"),
        ({"prompt": "x", "size": "big"}, "size"),
        ({"prompt": "x", "size": "000x000"}, "size"),
        ({"prompt": "x", "background": "transparent"}, "background"),
    ],
)
async def test_a_picture_that_cannot_be_is_refused(gemini_api: GeminiApi, wrong: dict[str, Any], param: str) -> None:
    with pytest.raises(UpstreamError) as refused:
        await GEMINI.generate_image(target_of(gemini_api, DRAW), wrong)
    assert (refused.value.status, refused.value.param) == (400, param)
    assert not gemini_api.requests


async def test_a_video_is_begun_watched_fetched_and_deleted(gemini_api: GeminiApi) -> None:
    target = target_of(gemini_api, OMNI)
    reference = [FilePart("input_reference", "a.png", "image/png", PNG)]
    begun = await GEMINI.create_video(target, VIDEO, reference)
    assert (begun.status, begun.progress, begun.usage) == ("in_progress", 0, None)
    sent = gemini_api.requests[0].json
    form = {"type": "video", "delivery": "uri", "duration": "4s", "aspect_ratio": "16:9", "resolution": "720p"}
    assert (sent["response_format"], sent["background"]) == (form, True)
    assert [part["type"] for part in sent["input"]] == ["image", "text"]
    states = [await GEMINI.video_state(target, begun.upstream_id) for _ in range(2)]
    assert [(state.status, state.progress) for state in states] == [("in_progress", 0), ("completed", 100)]
    assert states[1].usage is None, "the length is not told, so that what was ordered counts"
    async with GEMINI.video_content(target, begun.upstream_id, "") as (media_type, pieces):
        assert media_type == "video/mp4"
        assert b"".join([piece async for piece in pieces]) == MP4
    with pytest.raises(UpstreamError):
        await GEMINI.cancel_video(target, begun.upstream_id)
    await GEMINI.delete_video(target, begun.upstream_id)
    await GEMINI.delete_video(target, begun.upstream_id)
    assert not gemini_api.files
    assert not gemini_api.interactions


async def test_a_video_that_is_being_made_is_cancelled(gemini_api: GeminiApi) -> None:
    target = target_of(gemini_api, OMNI)
    begun = await GEMINI.create_video(target, VIDEO, [])
    await GEMINI.cancel_video(target, begun.upstream_id)
    assert (await GEMINI.video_state(target, begun.upstream_id)).error == (
        "cancelled",
        "The provider could not make it.",
    )


async def test_a_length_that_is_repeated_is_what_was_used(gemini_api: GeminiApi) -> None:
    gemini_api.polls, gemini_api.repeats_order = 0, True
    begun = await GEMINI.create_video(target_of(gemini_api, OMNI), VIDEO, [])
    state = await GEMINI.video_state(target_of(gemini_api, OMNI), begun.upstream_id)
    assert state.usage == Usage(milliseconds=4000)


async def test_a_video_in_the_answer_itself_is_fetched_too(gemini_api: GeminiApi) -> None:
    gemini_api.polls, gemini_api.inline = 0, True
    begun = await GEMINI.create_video(target_of(gemini_api, OMNI), VIDEO, [])
    async with GEMINI.video_content(target_of(gemini_api, OMNI), begun.upstream_id, "video") as (_, pieces):
        assert b"".join([piece async for piece in pieces]) == MP4
    with pytest.raises(NotSupported):
        async with GEMINI.video_content(target_of(gemini_api, OMNI), begun.upstream_id, "thumbnail"):
            pass


async def test_a_video_in_the_answer_that_is_no_base64_ends_as_a_fault_of_the_provider(gemini_api: GeminiApi) -> None:
    gemini_api.polls, gemini_api.inline = 0, True
    target = target_of(gemini_api, OMNI)
    begun = await GEMINI.create_video(target, VIDEO, [])
    gemini_api.encoded = "no Base64"
    async with GEMINI.video_content(target, begun.upstream_id, "") as (_, pieces):
        with pytest.raises(MalformedAnswer):
            await anext(pieces)


async def test_a_redirect_to_what_is_no_address_is_not_followed(gemini_api: GeminiApi) -> None:
    gemini_api.polls = 0
    target = target_of(gemini_api, OMNI)
    begun = await GEMINI.create_video(target, VIDEO, [])
    gemini_api._file = lambda request: gemini_api.moved("http://[::bad/")  # type: ignore[method-assign]
    with pytest.raises(UpstreamError) as refused:
        async with GEMINI.video_content(target, begun.upstream_id, ""):
            pass
    assert refused.value.status == 302


async def test_a_file_is_not_fetched_from_another_address_and_the_credential_stays_here(gemini_api: GeminiApi) -> None:
    gemini_api.polls = 0
    target = target_of(gemini_api, OMNI)
    begun = await GEMINI.create_video(target, VIDEO, [])
    await GEMINI.video_state(target, begun.upstream_id)
    gemini_api._file = lambda request: gemini_api.moved("https://elsewhere.example/files/file1")  # type: ignore[method-assign]
    with pytest.raises(UpstreamError) as refused:
        async with GEMINI.video_content(target, begun.upstream_id, ""):
            pass
    assert refused.value.status == 302


async def test_a_video_goes_on_from_another_one(gemini_api: GeminiApi) -> None:
    target = target_of(gemini_api, OMNI)
    first = await GEMINI.create_video(target, VIDEO, [])
    fields = {"prompt": "a dog", REMIXED_FROM: first.upstream_id, "seconds": "8", "size": ""}
    remix = await GEMINI.create_video(target, fields, [])
    ordered = gemini_api.interactions[remix.upstream_id]["ordered"]
    assert ordered["previous_interaction_id"] == first.upstream_id
    assert ordered["response_format"] == {"type": "video", "delivery": "uri", "duration": "8s"}
    assert REMIXED_FROM not in ordered


async def test_a_video_that_failed_says_why_and_used_nothing(gemini_api: GeminiApi) -> None:
    gemini_api.polls = 0
    begun = await GEMINI.create_video(target_of(gemini_api, OMNI), {"prompt": "forbidden"}, [])
    state = await GEMINI.video_state(target_of(gemini_api, OMNI), begun.upstream_id)
    assert (state.status, state.usage, state.error) == ("failed", None, ("content_blocked", "It was blocked."))


@pytest.mark.parametrize(("kind", "retryable"), [("429", True), ("403", True), ("500", False), ("503", False)])
async def test_a_video_that_may_have_begun_is_not_begun_again(
    gemini_api: GeminiApi, kind: str, retryable: bool
) -> None:
    gemini_api.fault(kind)
    with pytest.raises(UpstreamError) as refused:
        await GEMINI.create_video(target_of(gemini_api, OMNI), VIDEO, [])
    assert refused.value.retryable is retryable


@pytest.mark.parametrize(
    ("wrong", "param"),
    [({}, "prompt"), ({"prompt": "x", "seconds": "long"}, "seconds"), ({"prompt": "x", "size": "big"}, "size")],
)
async def test_a_video_that_cannot_be_is_refused(gemini_api: GeminiApi, wrong: dict[str, str], param: str) -> None:
    with pytest.raises(UpstreamError) as refused:
        await GEMINI.create_video(target_of(gemini_api, OMNI), wrong, [])
    assert (refused.value.status, refused.value.param) == (400, param)
    assert not gemini_api.requests


async def test_all_pages_of_models_are_listed(gemini_api: GeminiApi) -> None:
    assert await GEMINI.list_models(flash(gemini_api)) == sorted(MODELS)
    assert len(gemini_api.requests) == 3


async def test_the_responses_api_is_refused_before_anything_is_sent(gemini_api: GeminiApi) -> None:
    with pytest.raises(NotSupported):
        await GEMINI.responses(flash(gemini_api), {})
    assert not gemini_api.requests
