"""The stand-in of OpenAI's API is taken for it by the official client, and refuses what it refuses."""

from collections.abc import AsyncGenerator
from typing import Any

import openai
import pytest

from tests.networks.stand_in import served
from tests.upstreams.openai_api import MP4, PNG, OpenAIApi

HI: list[Any] = [{"role": "user", "content": "hi"}]
TOOL: Any = {"type": "function", "function": {"name": "look_up", "parameters": {"type": "object", "properties": {}}}}
SORA = pytest.mark.filterwarnings("ignore:The Sora API:DeprecationWarning")


@pytest.fixture
async def client() -> AsyncGenerator[openai.AsyncOpenAI]:
    with served(OpenAIApi()) as api:
        async with openai.AsyncOpenAI(api_key=api.credential, base_url=api.base_url, max_retries=0) as client:
            yield client


async def test_the_client_chats(client: openai.AsyncOpenAI) -> None:
    answer = await client.chat.completions.create(model="chat-1", messages=HI)
    assert answer.choices[0].message.content == "You wrote: hi" and answer.usage and answer.usage.total_tokens == 4
    stream = await client.chat.completions.create(
        model="chat-1", messages=HI, stream=True, stream_options={"include_usage": True}
    )
    chunks = [chunk async for chunk in stream]
    text = "".join(choice.delta.content or "" for chunk in chunks for choice in chunk.choices)
    assert text == "You wrote: hi" and chunks[-1].usage and chunks[-1].usage.total_tokens == 4
    assert [chunk.usage for chunk in chunks[:-1]] == [None] * (len(chunks) - 1)


async def test_the_client_calls_tools_and_gives_their_results(client: openai.AsyncOpenAI) -> None:
    asked = await client.chat.completions.create(model="chat-1", messages=HI, tools=[TOOL])
    message = asked.choices[0].message
    assert asked.choices[0].finish_reason == "tool_calls" and message.tool_calls
    result: Any = {"role": "tool", "tool_call_id": message.tool_calls[0].id, "content": "rain"}
    messages = [*HI, message.model_dump(), result]
    answer = await client.chat.completions.create(model="chat-1", messages=messages, tools=[TOOL])
    assert answer.choices[0].message.content == "You wrote: rain"


async def test_the_client_gets_json_and_short_answers(client: openai.AsyncOpenAI) -> None:
    answer = await client.chat.completions.create(model="chat-1", messages=HI, response_format={"type": "json_object"})
    assert answer.choices[0].message.content == '{"answer": "You wrote: hi"}'
    answer = await client.chat.completions.create(model="chat-1", messages=HI, max_tokens=2)
    assert (answer.choices[0].message.content, answer.choices[0].finish_reason) == ("You wrote:", "length")


async def test_the_client_has_responses_embeddings_and_models(client: openai.AsyncOpenAI) -> None:
    assert (await client.responses.create(model="chat-1", input="hi")).output_text == "You wrote: hi"
    async with client.responses.stream(model="chat-1", input="hi") as stream:
        assert [event.type async for event in stream][-1] == "response.completed"
    rows = await client.embeddings.create(model="embed-1", input=["a", "b"])
    assert [row.embedding for row in rows.data] == [[0.25, -0.5, 1.0]] * 2
    assert "chat-1" in {model.id async for model in client.models.list()}


async def test_the_client_makes_and_edits_pictures(client: openai.AsyncOpenAI) -> None:
    made = await client.images.generate(model="image-1", prompt="a cat", n=2)
    assert made.data and len(made.data) == 2 and made.usage and made.usage.output_tokens == 2112
    edited = await client.images.edit(model="image-1", prompt="blue", image=("a.png", PNG, "image/png"))
    assert edited.data and edited.data[0].b64_json


@SORA
async def test_the_client_makes_a_video(client: openai.AsyncOpenAI) -> None:
    video = await client.videos.create(model="video-1", prompt="a cat", seconds="4")
    states = [(await client.videos.retrieve(video.id)).status for _ in range(2)]
    assert (video.status, states) == ("queued", ["in_progress", "completed"])
    assert await (await client.videos.download_content(video.id)).aread() == MP4
    remix = await client.videos.remix(video.id, prompt="a dog")
    assert remix.remixed_from_video_id == video.id
    assert (await client.videos.delete(video.id)).deleted
    with pytest.raises(openai.NotFoundError):
        await client.videos.retrieve(video.id)


@pytest.mark.parametrize(
    "body",
    [
        {"model": "chat-1", "messages": []},
        {"model": "chat-1", "messages": "hi"},
        {"model": "chat-1", "messages": [{"role": "robot", "content": "hi"}]},
        {"model": "chat-1", "messages": [{"role": "tool", "tool_call_id": "x", "content": "hi"}]},
        {"model": "chat-1", "messages": [{"role": "user", "content": [{"type": "smell"}]}]},
        {"model": "chat-1", "messages": HI, "temperature": 3},
        {"model": "chat-1", "messages": HI, "n": 0},
        {"model": "chat-1", "messages": HI, "stream_options": {"include_usage": True}},
        {"messages": HI},
    ],
)
async def test_a_wrong_chat_is_refused(client: openai.AsyncOpenAI, body: dict[str, Any]) -> None:
    with pytest.raises(openai.BadRequestError):
        await client.post("/chat/completions", body=body, cast_to=object)


async def test_strangers_and_unknown_models_are_refused(client: openai.AsyncOpenAI) -> None:
    with pytest.raises(openai.NotFoundError) as unknown:
        await client.chat.completions.create(model="chat-9", messages=HI)
    assert unknown.value.code == "model_not_found"
    with pytest.raises(openai.AuthenticationError) as stranger:
        await client.with_options(api_key="sk-wrong").models.list()
    assert stranger.value.code == "invalid_api_key"


async def test_what_openai_does_not_know_is_refused_where_the_stand_in_is_strict(client: openai.AsyncOpenAI) -> None:
    with served(OpenAIApi()) as api:
        api.strict = True
        strict = client.with_options(base_url=api.base_url)
        await strict.chat.completions.create(model="chat-1", messages=HI, seed=7)
        with pytest.raises(openai.BadRequestError, match="top_k"):
            await strict.chat.completions.create(model="chat-1", messages=HI, extra_body={"top_k": 7})
