"""Requests reach an upstream of OpenAI's API as they were, and its answers come back with what they used."""

import asyncio
from typing import Any

import pytest

from app.gateway.upstreams import event_reader
from app.gateway.upstreams.adapter import REMIXED_FROM, Chunk, FilePart
from app.gateway.upstreams.errors import CredentialRefused, MalformedAnswer, UpstreamError, UpstreamTimedOut
from app.gateway.upstreams.registry import ADAPTERS
from app.gateway.upstreams.usage import Usage
from tests.gateway.upstreams.targets import OPENAI, SOON, chat, streamed, target_of, text_of
from tests.upstreams.openai_api import MISSING, MP4, PNG, OpenAIApi, Refused
from tests.waiting import DEADLINE, eventually

TOOL = {
    "type": "function",
    "function": {"name": "look_up", "parameters": {"type": "object", "properties": {"place": {"type": "string"}}}},
}
VIDEO = {"prompt": "a cat", "seconds": "4"}


def test_the_kind_openai_has_this_adapter() -> None:
    assert isinstance(ADAPTERS["openai"], type(OPENAI))


async def test_a_chat_is_answered_with_what_it_used(openai_api: OpenAIApi) -> None:
    answer = await OPENAI.chat(target_of(openai_api), chat())
    assert answer.body["choices"][0]["message"]["content"] == "You wrote: one two three"
    assert answer.usage == Usage(input=2, cached=1, output=4, reasoning=1)
    assert answer.upstream_id == answer.body["id"]
    [request] = openai_api.requests
    assert request.headers["Authorization"] == f"Bearer {openai_api.credential}"
    assert request.json["model"] == "chat-1"
    assert request.headers["Accept-Encoding"] == "identity" and "Kliqs" in request.headers["User-Agent"]


async def test_what_we_do_not_know_is_passed_on_as_it_is(openai_api: OpenAIApi) -> None:
    extra = {"top_k": 7, "provider": {"order": ["a"], "huge": 2**80}, "seed": None, "messages": [], "x": "é😀"}
    body = chat() | extra | {"messages": [{"role": "user", "content": "hi", "cache_control": {"type": "ephemeral"}}]}
    await OPENAI.chat(target_of(openai_api), body)
    await streamed(target_of(openai_api), body)
    whole, stream = (request.json for request in openai_api.requests)
    assert whole == body | {"model": "chat-1"}
    assert stream == body | {"model": "chat-1", "stream": True, "stream_options": {"include_usage": True}}


async def test_a_whole_answer_is_wanted_whatever_the_body_says(openai_api: OpenAIApi) -> None:
    body = chat(stream=True, stream_options={"include_usage": True})
    answer = await OPENAI.chat(target_of(openai_api), body)
    assert answer.body["object"] == "chat.completion"
    assert body["stream"], "the caller's body is left as it was"


async def test_a_stream_comes_in_pieces_with_its_usage_asked_for_or_not(openai_api: OpenAIApi) -> None:
    several: tuple[dict[str, Any], ...] = (
        {},
        {"stream_options": {"include_usage": False, "include_obfuscation": False}},
    )
    for options in several:
        chunks = await streamed(target_of(openai_api), chat(**options))
        assert text_of(chunks) == "You wrote: one two three"
        assert [chunk.usage for chunk in chunks if chunk.usage] == [Usage(input=2, cached=1, output=4, reasoning=1)]
        assert chunks[-1].body["choices"] == [] and chunks[-1].usage
        assert sum(chunk.delivered for chunk in chunks) == len("You wrote: one two three")
    assert openai_api.requests[1].json["stream_options"] == {"include_usage": True, "include_obfuscation": False}


async def test_tools_are_called_whole_and_in_pieces(openai_api: OpenAIApi) -> None:
    body = chat("Bandung", tools=[TOOL])
    answer = await OPENAI.chat(target_of(openai_api), body)
    [call] = answer.body["choices"][0]["message"]["tool_calls"]
    assert call["function"] == {"name": "look_up", "arguments": '{"place": "Bandung"}'}
    chunks = await streamed(target_of(openai_api), body)
    deltas = [choice["delta"] for chunk in chunks for choice in chunk.body["choices"]]
    pieces = [each["function"]["arguments"] for delta in deltas for each in delta.get("tool_calls", ())]
    assert "".join(pieces) == call["function"]["arguments"]
    assert sum(chunk.delivered for chunk in chunks) == len("look_up") + len('{"place": "Bandung"}')


async def test_several_choices_are_streamed_to_the_end_of_each(openai_api: OpenAIApi) -> None:
    chunks = await streamed(target_of(openai_api), chat(n=2))
    assert text_of(chunks) == "You wrote: one two three" * 2
    openai_api.fault("end", after=10)
    with pytest.raises(UpstreamError, match="early"):
        await streamed(target_of(openai_api), chat(n=2))


@pytest.mark.parametrize("kind", ["crlf", "bytewise", "commented", "no end"])
async def test_a_stream_may_be_written_in_other_ways(openai_api: OpenAIApi, kind: str) -> None:
    openai_api.fault(kind)
    chunks = await streamed(target_of(openai_api), chat("é 😀"))
    assert text_of(chunks) == "You wrote: é 😀" and chunks[-1].usage


@pytest.mark.parametrize("said", [None, MISSING, {}, {"prompt_tokens": 0, "completion_tokens": 0}, "many", [1]])
async def test_an_upstream_that_does_not_tell_its_usage_is_no_error(openai_api: OpenAIApi, said: Any) -> None:
    openai_api.usage = said
    assert (await OPENAI.chat(target_of(openai_api), chat())).usage is None
    chunks = await streamed(target_of(openai_api), chat())
    assert [chunk.usage for chunk in chunks if chunk.usage] == []
    assert sum(chunk.delivered for chunk in chunks) == 24, "by which it is estimated"


async def test_an_upstream_that_does_not_know_the_option_is_asked_without_it(openai_api: OpenAIApi) -> None:
    async def answer(request: Any, body: dict[str, Any], fault: Any) -> Any:
        if "stream_options" in body:
            raise Refused(422, "Extra inputs are not permitted: stream_options", None, "stream_options")
        return await chat_of_class(request, body, fault)

    chat_of_class = openai_api._chat
    openai_api._chat = answer  # type: ignore[method-assign]
    assert text_of(await streamed(target_of(openai_api), chat())) == "You wrote: one two three"
    assert len(openai_api.requests) == 2


async def test_an_option_of_the_client_that_is_refused_does_not_hide_the_usage(openai_api: OpenAIApi) -> None:
    async def answer(request: Any, body: dict[str, Any], fault: Any) -> Any:
        if unknown := sorted(set(body.get("stream_options", {})) - {"include_usage"}):
            name = f"stream_options.{unknown[0]}"
            raise Refused(400, f"Unknown parameter: '{name}'.", "unknown_parameter", name)
        return await chat_of_class(request, body, fault)

    chat_of_class = openai_api._chat
    openai_api._chat = answer  # type: ignore[method-assign]
    chunks = await streamed(target_of(openai_api), chat(stream_options={"hide": True, "include_usage": False}))
    assert text_of(chunks) == "You wrote: one two three" and chunks[-1].usage
    assert openai_api.requests[-1].json["stream_options"] == {"include_usage": True}


@pytest.mark.parametrize(
    "kind, status, retryable",
    [
        ("400", 400, False),
        ("402", 402, True),
        ("404", 404, True),
        ("408", 408, True),
        ("409", 409, True),
        ("413", 413, False),
        ("422", 422, False),
        ("429", 429, True),
        ("500", 500, True),
        ("503", 503, True),
        ("529", 529, True),
        ("drop", 0, True),
        ("redirect", 307, True),
        ("html", 0, True),
        ("error in 200", 500, True),
    ],
)
async def test_a_refusal_says_whether_another_route_may_succeed(
    openai_api: OpenAIApi, kind: str, status: int, retryable: bool
) -> None:
    openai_api.fault(kind, times=2)
    with pytest.raises(UpstreamError) as whole:
        await OPENAI.chat(target_of(openai_api), chat())
    assert (whole.value.status, whole.value.retryable) == (status, retryable)
    if kind != "html":
        with pytest.raises(UpstreamError) as stream:
            await streamed(target_of(openai_api), chat())
        assert (stream.value.status, stream.value.retryable) == (status, retryable)
    assert len(openai_api.requests) <= 2, "nothing is tried again here"


async def test_errors_hold_neither_the_credential_nor_the_organization(openai_api: OpenAIApi) -> None:
    for kind in ("400", "500", "503", "error in 200"):
        openai_api.fault(kind)
        with pytest.raises(UpstreamError) as refused:
            await OPENAI.chat(target_of(openai_api), chat())
        assert refused.value.message == "It was refused for the organization … with …."
        assert openai_api.credential not in f"{refused.value!r} {refused.value.__dict__}"


@pytest.mark.parametrize("kind", ["401", "403"])
async def test_a_credential_that_is_refused_is_not_shown(openai_api: OpenAIApi, kind: str) -> None:
    openai_api.fault(kind)
    with pytest.raises(CredentialRefused) as refused:
        await OPENAI.chat(target_of(openai_api), chat())
    assert refused.value.retryable and openai_api.credential not in refused.value.message
    assert "org-" not in refused.value.message


async def test_a_wrong_credential_is_refused(openai_api: OpenAIApi) -> None:
    for credential in ("sk-wrong", ""):
        with pytest.raises(CredentialRefused):
            await OPENAI.list_models(target_of(openai_api, credential=credential))
    assert "Authorization" not in openai_api.requests[1].headers


async def test_the_clients_mistakes_are_told_in_the_words_of_the_upstream(openai_api: OpenAIApi) -> None:
    with pytest.raises(UpstreamError) as refused:
        await OPENAI.chat(target_of(openai_api), chat(temperature=3))
    error = refused.value
    assert (error.status, error.retryable, error.param, error.code) == (400, False, "temperature", "invalid_value")
    assert error.type == "invalid_request_error" and error.message == "Invalid 'temperature': 3."


async def test_retry_after_is_told(openai_api: OpenAIApi) -> None:
    openai_api.fault("429", retry_after="7")
    with pytest.raises(UpstreamError) as refused:
        await OPENAI.chat(target_of(openai_api), chat())
    assert refused.value.retry_after == 7


@pytest.mark.parametrize(
    "kind, error",
    [("malformed", MalformedAnswer), ("long", MalformedAnswer), ("error", UpstreamError), ("cut", UpstreamError)],
)
@pytest.mark.parametrize("after", [0, 2])
async def test_trouble_in_a_stream_is_told_before_and_after_the_first_piece(
    openai_api: OpenAIApi, kind: str, error: type[UpstreamError], after: int
) -> None:
    openai_api.fault(kind, after=after)
    got: list[Chunk] = []
    with pytest.raises(error) as trouble:
        await streamed(target_of(openai_api), chat(), got)
    assert len(got) == after, "what came before is delivered, and nothing of it where there was nothing"
    assert trouble.value.retryable
    assert openai_api.credential not in trouble.value.message


async def test_an_empty_stream_is_an_error_before_the_first_piece(openai_api: OpenAIApi) -> None:
    openai_api.fault("end", after=0)
    with pytest.raises(UpstreamError, match="early"):
        async with OPENAI.stream_chat(target_of(openai_api), chat()):
            raise AssertionError("it was entered")


@pytest.mark.parametrize("kind", ["cut", "end", "malformed", "error"])
async def test_trouble_after_the_answer_is_whole_only_ends_it(openai_api: OpenAIApi, kind: str) -> None:
    openai_api.fault(kind, after=6)  # the role, four words and the reason; the usage does not come
    chunks = await streamed(target_of(openai_api), chat("one two"))
    assert text_of(chunks) == "You wrote: one two" and not any(chunk.usage for chunk in chunks)


async def test_silence_before_the_first_piece_is_a_timeout(openai_api: OpenAIApi) -> None:
    for fault in ("silent", "hold", "comments"):
        openai_api.fault(fault, after=0)
        with pytest.raises(UpstreamTimedOut) as late:
            await streamed(target_of(openai_api, connect=SOON, first_byte=SOON), chat())
        assert late.value.retryable


async def test_silence_between_two_pieces_is_a_timeout(openai_api: OpenAIApi) -> None:
    openai_api.fault("hold", after=3)
    got: list[Chunk] = []
    with pytest.raises(UpstreamTimedOut):
        await streamed(target_of(openai_api, idle=SOON), chat(), got)
    assert len(got) == 3


async def test_comments_keep_a_stream_alive(openai_api: OpenAIApi) -> None:
    openai_api.fault("comments", after=3, pause=0.1, count=14)
    assert text_of(await streamed(target_of(openai_api, idle=1.0), chat())) == "You wrote: one two three"


async def test_comments_do_not_keep_a_stream_alive_for_ever(openai_api: OpenAIApi) -> None:
    openai_api.fault("comments", after=3, pause=0.05)
    with pytest.raises(UpstreamTimedOut):
        await streamed(target_of(openai_api, idle=SOON, first_byte=1.0), chat())
    assert openai_api.streams[0].sent == 3


async def test_who_leaves_stops_the_upstream_before_its_next_piece(
    openai_api: OpenAIApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_reader, "DRAIN_FOR", 10 * DEADLINE)
    openai_api.fault("hold", after=2)
    async with OPENAI.stream_chat(target_of(openai_api), chat()) as chunks:
        await anext(aiter(chunks))
    await eventually(lambda: openai_api.streams[0].left)
    assert openai_api.streams[0].sent == 2


async def test_an_endless_stream_ends_with_who_leaves_it(openai_api: OpenAIApi) -> None:
    openai_api.fault("endless", after=2, pause=0)
    async with OPENAI.stream_chat(target_of(openai_api), chat()) as chunks:
        pieces = aiter(chunks)
        for _ in range(100):
            await anext(pieces)
    await eventually(lambda: openai_api.streams[0].left)


async def test_a_task_that_is_cancelled_stops_the_upstream(openai_api: OpenAIApi) -> None:
    openai_api.fault("hold", after=2)
    task = asyncio.create_task(streamed(target_of(openai_api), chat()))
    await eventually(lambda: openai_api.streams and openai_api.streams[0].sent == 2)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await eventually(lambda: openai_api.streams[0].left)


async def test_a_wait_for_a_piece_may_be_given_up_and_made_again(openai_api: OpenAIApi) -> None:
    openai_api.pause = 0.1
    got: list[Any] = []
    async with OPENAI.stream_chat(target_of(openai_api), chat()) as chunks:
        pieces = aiter(chunks)
        while True:
            try:
                got.append(await asyncio.wait_for(anext(pieces), 0.03))
            except TimeoutError:
                continue
            except StopAsyncIteration:
                break
    assert text_of(got) == "You wrote: one two three"


async def test_responses_are_answered_whole_and_in_events(openai_api: OpenAIApi) -> None:
    body = {"model": "ours", "input": "one two", "store": False}
    answer = await OPENAI.responses(target_of(openai_api), body)
    used = Usage(input=3, cached=2, output=3, reasoning=1)
    assert answer.body["output"][0]["content"][0]["text"] == "You wrote: one two" and answer.usage == used
    async with OPENAI.stream_responses(target_of(openai_api), body) as chunks:
        got = [chunk async for chunk in chunks]
    assert (got[0].event, got[-1].event) == ("response.created", "response.completed")
    assert [chunk.event for chunk in got] == [chunk.body["type"] for chunk in got]
    assert sum(chunk.delivered for chunk in got) == len("You wrote: one two")
    assert got[-1].usage == used and got[0].usage is None
    assert openai_api.requests[1].json == {"model": "chat-1", "input": "one two", "store": False, "stream": True}


async def test_events_of_responses_that_end_early_are_an_error(openai_api: OpenAIApi) -> None:
    openai_api.fault("end", after=3)
    with pytest.raises(UpstreamError, match="early"):
        async with OPENAI.stream_responses(target_of(openai_api), {"input": "one"}) as chunks:
            [chunk async for chunk in chunks]


async def test_embeddings_use_input_only(openai_api: OpenAIApi) -> None:
    answer = await OPENAI.embeddings(target_of(openai_api, "embed-1"), {"model": "ours", "input": ["one two", "three"]})
    assert [row["embedding"] for row in answer.body["data"]] == [[0.25, -0.5, 1.0]] * 2
    assert answer.usage == Usage(input=3)


async def test_pictures_are_counted_each_and_by_their_tokens(openai_api: OpenAIApi) -> None:
    body = {"model": "ours", "prompt": "a red cat", "n": 2, "stream": True}
    answer = await OPENAI.generate_image(target_of(openai_api, "image-1"), body)
    assert answer.usage == Usage(input=3, output_image=2112, images=2)
    openai_api.usage = MISSING
    answer = await OPENAI.generate_image(target_of(openai_api, "image-1"), body)
    assert answer.usage == Usage(images=2)


async def test_pictures_are_edited_by_a_form_with_their_files(openai_api: OpenAIApi) -> None:
    files = [FilePart("image[]", f"{n}.png", "image/png", PNG) for n in range(2)]
    fields = {"model": "ours", "prompt": "bluer é", "quality": "low"}
    answer = await OPENAI.edit_image(target_of(openai_api, "image-1"), fields, files)
    assert answer.usage == Usage(input=2, input_image=200, output_image=1056, images=1)
    [form] = openai_api.forms
    assert form.fields == {"model": "image-1", "prompt": "bluer é", "quality": "low"}
    assert form.files == {"image[]": [("0.png", "image/png", PNG), ("1.png", "image/png", PNG)]}


async def test_a_video_is_begun_watched_fetched_and_deleted(openai_api: OpenAIApi) -> None:
    target = target_of(openai_api, "video-1")
    reference = [FilePart("input_reference", "a.png", "image/png", PNG)]
    begun = await OPENAI.create_video(target, VIDEO, reference)
    assert (begun.status, begun.progress, begun.usage) == ("queued", 0, None)
    assert openai_api.forms[0].fields == {"model": "video-1", **VIDEO}
    assert openai_api.forms[0].files == {"input_reference": [("a.png", "image/png", PNG)]}
    states = [await OPENAI.video_state(target, begun.upstream_id) for _ in range(2)]
    assert [(state.status, state.progress) for state in states] == [("in_progress", 50), ("completed", 100)]
    assert states[1].usage == Usage(milliseconds=4000)
    async with OPENAI.video_content(target, begun.upstream_id, "") as (media_type, pieces):
        assert media_type == "video/mp4" and b"".join([piece async for piece in pieces]) == MP4
    async with OPENAI.video_content(target, begun.upstream_id, "thumbnail") as (media_type, pieces):
        assert media_type == "image/webp" and b"".join([piece async for piece in pieces]) == PNG
    await OPENAI.delete_video(target, begun.upstream_id)
    await OPENAI.delete_video(target, begun.upstream_id)
    with pytest.raises(UpstreamError) as gone:
        await OPENAI.video_state(target, begun.upstream_id)
    assert gone.value.status == 404 and not gone.value.retryable


async def test_a_video_without_a_file_is_sent_as_a_form_too(openai_api: OpenAIApi) -> None:
    assert (await OPENAI.create_video(target_of(openai_api, "video-1"), VIDEO, [])).status == "queued"


async def test_a_video_is_remixed_from_another_one(openai_api: OpenAIApi) -> None:
    target = target_of(openai_api, "video-1")
    first = await OPENAI.create_video(target, VIDEO, [])
    remix = await OPENAI.create_video(target, {"prompt": "a dog", REMIXED_FROM: first.upstream_id}, [])
    assert openai_api.videos[remix.upstream_id]["remixed_from_video_id"] == first.upstream_id
    assert openai_api.videos[remix.upstream_id]["prompt"] == "a dog"


async def test_a_video_that_failed_says_why_and_used_nothing(openai_api: OpenAIApi) -> None:
    openai_api.polls = 0
    begun = await OPENAI.create_video(target_of(openai_api, "video-1"), {"prompt": "forbidden"}, [])
    state = await OPENAI.video_state(target_of(openai_api, "video-1"), begun.upstream_id)
    assert (state.status, state.usage) == ("failed", None)
    assert state.error == ("moderation_blocked", "Your request was blocked.")


@pytest.mark.parametrize("kind, retryable", [("429", True), ("401", True), ("500", False), ("503", False)])
async def test_a_video_that_may_have_begun_is_not_begun_again(
    openai_api: OpenAIApi, kind: str, retryable: bool
) -> None:
    openai_api.fault(kind)
    with pytest.raises(UpstreamError) as refused:
        await OPENAI.create_video(target_of(openai_api, "video-1"), VIDEO, [])
    assert refused.value.retryable is retryable


async def test_a_video_to_which_no_answer_came_is_not_begun_again(openai_api: OpenAIApi) -> None:
    await OPENAI.list_models(target_of(openai_api))  # which leaves a connection open
    openai_api.fault("drop", "/v1/videos")
    with pytest.raises(UpstreamError) as dropped:
        await OPENAI.create_video(target_of(openai_api, "video-1"), VIDEO, [])
    assert not dropped.value.retryable and len(openai_api.requests) == 2
    openai_api.fault("silent", "/v1/videos")
    with pytest.raises(UpstreamTimedOut) as late:
        await OPENAI.create_video(target_of(openai_api, "video-1", connect=SOON, first_byte=SOON), VIDEO, [])
    assert not late.value.retryable


@pytest.mark.parametrize("bare", [False, True])
async def test_the_models_of_a_credential_are_listed(openai_api: OpenAIApi, bare: bool) -> None:
    openai_api.lists_models_bare = bare
    names = await OPENAI.list_models(target_of(openai_api))
    assert names == ["chat-1", "chat-2", "embed-1", "image-1", "video-1"]
