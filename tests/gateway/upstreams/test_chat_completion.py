"""What adapters of other languages answer is what OpenAI's client expects, by its own types."""

from typing import Any

import pytest
from openai.types import CreateEmbeddingResponse, ImagesResponse
from openai.types.chat import ChatCompletion, ChatCompletionChunk

from app.gateway.upstreams.adapter import Adapter, Target
from app.gateway.upstreams.anthropic import Anthropic
from app.gateway.upstreams.chat_completion import usage_object
from app.gateway.upstreams.gemini import Gemini
from app.gateway.upstreams.usage import Usage
from app.gateway.upstreams.usage_of_openai import usage_of_chat
from tests.gateway.upstreams.targets import chat, streamed, target_of
from tests.upstreams.anthropic_api import HAIKU, AnthropicApi
from tests.upstreams.gemini_api import DRAW, EMBED, FLASH, GeminiApi

WEATHER = {
    "type": "function",
    "function": {"name": "weather", "parameters": {"type": "object", "properties": {"city": {"type": "string"}}}},
}


@pytest.fixture(params=["anthropic", "gemini"])
def native(
    request: pytest.FixtureRequest, anthropic_api: AnthropicApi, gemini_api: GeminiApi
) -> tuple[Adapter, Target]:
    """An adapter, and a model of its stand-in."""
    if request.param == "anthropic":
        return Anthropic(), target_of(anthropic_api, HAIKU, max_output=4096)
    return Gemini(), target_of(gemini_api, FLASH)


@pytest.mark.parametrize("more", [{}, {"tools": [WEATHER]}, {"reasoning_effort": "low"}, {"max_tokens": 1}])
async def test_chats_have_the_types_of_openai(native: tuple[Adapter, Target], more: dict[str, Any]) -> None:
    adapter, target = native
    answer = await adapter.chat(target, chat(**more))
    whole = ChatCompletion.model_validate(answer.body, strict=True)
    chunks = await streamed(target, chat(**more), adapter=adapter)
    read = [ChatCompletionChunk.model_validate(chunk.body, strict=True) for chunk in chunks]
    assert [choice.finish_reason for chunk in read for choice in chunk.choices][-1] == whole.choices[0].finish_reason
    assert read[-1].usage is not None
    assert whole.usage == read[-1].usage
    assert whole.usage is not None
    assert whole.usage.total_tokens == whole.usage.prompt_tokens + whole.usage.completion_tokens


async def test_pictures_and_vectors_have_the_types_of_openai(gemini_api: GeminiApi) -> None:
    drawn = await Gemini().generate_image(target_of(gemini_api, DRAW), {"prompt": "a cat"})
    ImagesResponse.model_validate(drawn.body, strict=True)
    vectors = await Gemini().embeddings(target_of(gemini_api, EMBED), {"input": ["one"]})
    CreateEmbeddingResponse.model_validate(vectors.body, strict=True)


def test_a_usage_that_is_told_to_clients_is_the_same_when_it_is_read_back() -> None:
    usage = Usage(input=5, cached=3, output=7, reasoning=2)

    assert usage_of_chat({"usage": usage_object(usage)}) == usage
