"""What clients and upstreams send is nested, and has values, only as far as somebody may need."""

from collections.abc import Mapping
from typing import Any

import orjson
import pytest

from app.gateway.upstreams.adapter import Adapter
from app.gateway.upstreams.anthropic import Anthropic
from app.gateway.upstreams.bounded_json import (
    MOST_DEPTH,
    MOST_DEPTH_OF_ANSWERS,
    TooDeep,
    TooManyValues,
    parse_answer,
    parse_json,
)
from app.gateway.upstreams.chat_completion import call_arguments
from app.gateway.upstreams.errors import MalformedAnswer, UpstreamError
from app.gateway.upstreams.gemini import Gemini
from tests.gateway.upstreams.targets import OPENAI, chat, streamed, target_of
from tests.upstreams.anthropic_api import MODELS as CLAUDES
from tests.upstreams.anthropic_api import AnthropicApi
from tests.upstreams.gemini_api import MODELS as GEMINIS
from tests.upstreams.gemini_api import GeminiApi
from tests.upstreams.openai_api import OpenAIApi
from tests.upstreams.upstream import Upstream

Apis = Mapping[str, tuple[Adapter, Upstream, str]]


@pytest.fixture
def apis(openai_api: OpenAIApi, anthropic_api: AnthropicApi, gemini_api: GeminiApi) -> Apis:
    """Each adapter with its stand-in and a model for chats."""
    return {
        "openai": (OPENAI, openai_api, "chat-1"),
        "anthropic": (Anthropic(), anthropic_api, CLAUDES[0]),
        "gemini": (Gemini(), gemini_api, GEMINIS[0]),
    }


def nested(depth: int) -> bytes:
    return b"[" * depth + b"]" * depth


ADAPTERS = pytest.mark.parametrize("kind", ["openai", "anthropic", "gemini"])


@ADAPTERS
async def test_no_adapter_takes_an_answer_that_is_nested_without_end(apis: Apis, kind: str) -> None:
    adapter, api, model = apis[kind]
    api.fault("deep")
    with pytest.raises(MalformedAnswer):
        await adapter.chat(target_of(api, model), chat())


@ADAPTERS
async def test_no_adapter_takes_a_piece_that_is_nested_without_end(apis: Apis, kind: str) -> None:
    adapter, api, model = apis[kind]
    api.fault("deep frame", after=0)
    with pytest.raises(MalformedAnswer):
        await streamed(target_of(api, model), chat(), adapter=adapter)


@ADAPTERS
async def test_a_refusal_that_is_nested_without_end_is_known_by_its_status(apis: Apis, kind: str) -> None:
    adapter, api, model = apis[kind]
    api.fault("deep refusal")
    with pytest.raises(UpstreamError) as refused:
        await adapter.chat(target_of(api, model), chat())
    assert (refused.value.status, refused.value.message) == (503, "The provider answered with status 503.")


@pytest.mark.parametrize("around", [b"%s", b'{"x": %s}', b'[0, {"x": [1, %s]}]'])
def test_json_is_as_deep_as_allowed_and_no_deeper(around: bytes) -> None:
    levels = around.count(b"[") + around.count(b"{")
    fits = around % nested(10 - levels)
    assert parse_json(fits, 10, 100) == orjson.loads(fits)
    with pytest.raises(TooDeep):
        parse_json(around % nested(11 - levels), 10, 100)


def test_many_brackets_beside_each_other_are_not_deep() -> None:
    value = {"x": [[[]]] * 1_000, "text": "[{" * 1_000}
    assert parse_json(orjson.dumps(value), 5, 10_000) == value


def test_json_has_no_more_values_than_allowed() -> None:
    with pytest.raises(TooManyValues):
        parse_json(b"[" + b"0," * 100 + b"0]", 10, 100)


def test_an_answer_may_repeat_the_deepest_request() -> None:
    event = b'{"response": {"tools": [%s]}}' % nested(MOST_DEPTH)
    assert parse_answer(event) == orjson.loads(event)
    with pytest.raises(TooDeep):
        parse_answer(nested(MOST_DEPTH_OF_ANSWERS + 1))


@pytest.mark.parametrize("sent", [b"", b"{", b"nothing", b'"\\ud83d"', nested(2_000)])
def test_what_is_no_json_is_a_value_error(sent: bytes) -> None:
    with pytest.raises(orjson.JSONDecodeError):
        parse_answer(sent)


@pytest.mark.parametrize(
    ("written", "arguments"),
    [
        ('{"city": "Medan"}', {"city": "Medan"}),
        ("[1]", {"arguments": [1]}),
        ("", {}),
        (None, {}),
        (7, {"arguments": 7}),
        ("{", {"arguments": "{"}),
        ("\ud83d", {"arguments": "\ud83d"}),
        (nested(MOST_DEPTH + 1).decode(), {"arguments": nested(MOST_DEPTH + 1).decode()}),
    ],
)
def test_arguments_beyond_the_bounds_of_a_request_stay_a_text(written: Any, arguments: Any) -> None:
    assert call_arguments(written) == arguments
