"""Whatever a program sends to `/v1`, it gets an answer in the form of the API, and nothing stays reserved.

Requests are good ones of each operation in which values are replaced by odd ones, at any depth. The upstream is a
stand-in that takes everything and checks that it gets JSON.
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import AsyncGenerator
from typing import Any

import jsonschema_rs
import pytest
from aiohttp import web
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as some
from quart import Quart, Response

from app.accounts.models import Account
from app.docs.gateway_openapi import ENDPOINTS, ERRORS, gateway_document
from app.gateway.catalogue.ai_model import EMBEDDING, IMAGE, VIDEO
from app.gateway.metering.balance import AiBalance
from app.kernel import installation, site
from tests.gateway.api.callers import ai_key_of, buy_credits
from tests.gateway.api.conformance import offer_at
from tests.mail.post import allow_this_machine
from tests.networks.stand_in import served
from tests.upstreams.upstream import Fault, Upstream, frame_of

Send = tuple[str, str, bytes, str]  # method, path, body and content type
HELLO = [{"role": "user", "content": [{"type": "text", "text": "Hello"}]}]
TOOL = {"type": "function", "function": {"name": "f", "description": "d", "parameters": {"type": "object"}}}
CALL = {"id": "c1", "type": "function", "function": {"name": "f", "arguments": "{}"}}
DIALOGUE = [
    {"role": "system", "content": "Be short."},
    *HELLO,
    {"role": "assistant", "content": None, "tool_calls": [CALL]},
    {"role": "tool", "tool_call_id": "c1", "content": "4"},
]
CHAT = {
    "messages": DIALOGUE,
    "stream": False,
    "stream_options": {"include_usage": True},
    "max_tokens": 9,
    "n": 1,
    "stop": ["x"],
    "temperature": 0.5,
    "tools": [TOOL],
    "tool_choice": "auto",
    "response_format": {"type": "json_schema", "json_schema": {"name": "n", "schema": {"type": "object"}}},
    "reasoning_effort": "low",
    "user": "u",
    "metadata": {"a": "b"},
    "unknown": {"x": 1},
}
MESSAGES = {
    "messages": [
        *HELLO,
        {"role": "assistant", "content": [{"type": "tool_use", "id": "t", "name": "f", "input": {"a": 1}}]},
        {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "t", "content": "4"}]},
    ],
    "system": [{"type": "text", "text": "Be short."}],
    "max_tokens": 9,
    "stream": False,
    "tools": [{"name": "f", "description": "d", "input_schema": {"type": "object"}}],
    "tool_choice": {"type": "auto"},
    "thinking": {"type": "enabled", "budget_tokens": 1_024},
    "stop_sequences": ["x"],
    "metadata": {"user_id": "u"},
}
RESPONSES = {
    "input": [{"role": "user", "content": [{"type": "input_text", "text": "Hello"}]}],
    "stream": False,
    "max_output_tokens": 9,
    "tools": [{"type": "function", "name": "f", "parameters": {}}],
    "reasoning": {"effort": "low"},
    "text": {"format": {"type": "text"}},
}
PICTURE = {"image_url": "data:image/png;base64,aGFsbG8="}
BODIES: dict[tuple[str, str], dict[str, Any]] = {
    **{("/chat/completions", f"chat-{kind}"): CHAT for kind in ("openai", "anthropic", "gemini")},
    **{("/messages", f"chat-{kind}"): MESSAGES for kind in ("openai", "anthropic", "gemini")},
    ("/responses", "chat-openai"): RESPONSES,
    ("/embeddings", "vectors"): {"input": ["a", "b"], "dimensions": 2, "encoding_format": "float", "user": "u"},
    ("/images/generations", "pictures"): {"prompt": "p", "n": 1, "size": "1024x1024", "quality": "low", "user": "u"},
    ("/videos", "film"): {"prompt": "p", "seconds": "4", "size": "1280x720", "input_reference": PICTURE, "x": "y"},
    ("/videos/{id}/remix", ""): {"prompt": "p"},
    ("/kliqs/keys", ""): {"name": "k", "customer": "c", "days": 3, "networks": ["10.0.0.0/8"], "models": ["film"],
                          "budget": 5_000, "requests_per_minute": 3, "tokens_per_minute": 9, "streams": 1,
                          "content_days": 1},
    ("/kliqs/keys/{id}", ""): {"paused": True, "budget": None, "models": []},
}  # fmt: skip
TEXTS = ["", " ", "\0", "\n", "é", "😀", "\u202e", "a" * 5_000, "NaN", "1", "-1", "٣", "data:image/png;base64,é",
         "data:;base64,", "https://[", "http://x", "video_" + "0" * 32, "auto", "null", "../../x", "%00"]  # fmt: skip
NUMBERS = [0, -0.0, 1, -1, 0.5, 2**31, 2**53 + 1, 2**63, -(2**63), 2**64, 10**30, 1e308, -1e308, 5e-324]
odd = some.recursive(
    some.none() | some.booleans() | some.sampled_from(NUMBERS) | some.sampled_from(TEXTS) | some.text(max_size=4),
    lambda inner: (
        some.lists(inner, max_size=2) | some.dictionaries(some.sampled_from(["type", "text", "", "a"]), inner)
    ),
    max_leaves=5,
)
RAW = [
    b"", b"null", b"[]", b'"x"', b"1", b"{", b"\xff\xfe{}", b"\xef\xbb\xbf{}", b'{"model": NaN}', b'{"model": 1e999}',
    b'{"model": "\\ud800"}', b'{"\\ud800": 1}', b'{"a":' * 5_000, b"[" * 90_000, b'{"a": "\x00"}', b"{} {}",
    b'{"model": "film", "model": 3}', b'{"model": "chat-openai", "messages": ' + b"[" * 70 + b"]" * 70 + b"}",
    b"model=film", b'--x\r\nContent-Disposition: form-data; name="model"\r\n\r\nfilm\r\n--x--\r\n',
]  # fmt: skip
TYPES = ["application/json", "application/json; charset=latin-1", "text/plain", "", "multipart/form-data; boundary=x",
         "multipart/form-data", "application/x-www-form-urlencoded"]  # fmt: skip
IDS = [
    "video_" + "0" * 32,
    "%00",
    "x" * 300,
    "%ff",
    "%E2%80%A6",
    "00000000-0000-4000-8000-000000000000",
    "%F0%9F%98%80",
]
READS = [(each.method.upper(), each.path) for each in ENDPOINTS if each.method != "post"]  # and what deletes
SCHEMAS = gateway_document("https://kliqs.test/v1")["components"]["schemas"]
QUERIES = ["limit", "after", "after_id", "before_id", "order", "variant", "user"]


def places_of(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The places of all values inside a value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [place for name, each in inner for place in [(*path, name), *places_of(each, (*path, name))]]


def replaced(value: Any, place: tuple[Any, ...], new: Any) -> Any:
    """A value with another one at a place inside of it."""
    if not place:
        return new
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    copy[place[0]] = replaced(copy[place[0]], place[1:], new)
    return copy


@some.composite
def bodies(draw: some.DrawFn) -> Send:
    (path, model), body = draw(some.sampled_from(sorted(BODIES.items(), key=str)))
    value: Any = ({"model": model} if model else {}) | body
    if "stream" in value and draw(some.booleans()):
        value["stream"] = True
    for _ in range(draw(some.sampled_from([0, 1, 1, 1, 1, 1, 2]))):
        if places := places_of(value):
            value = replaced(value, draw(some.sampled_from(places)), draw(odd))
    if draw(some.integers(0, 9)) == 0:
        value[draw(some.sampled_from(TEXTS))] = draw(odd)
    return "POST", path.format(id=draw(some.sampled_from(IDS))), json.dumps(value).encode(), TYPES[0]


@some.composite
def raw_bodies(draw: some.DrawFn) -> Send:
    path = draw(some.sampled_from(sorted({path for path, _ in BODIES} | {"/images/edits"}))).format(id=IDS[0])
    return "POST", path, draw(some.sampled_from(RAW)), draw(some.sampled_from(TYPES))


@some.composite
def forms(draw: some.DrawFn) -> Send:
    path, model, file = draw(some.sampled_from([("/images/edits", "pictures", "image"),
                                                ("/videos", "film", "input_reference")]))  # fmt: skip
    names = some.sampled_from(["model", "prompt", "n", "size", "seconds", "user", "stream", "a\u202e", "", "image[]"])
    fields = {"model": model, "prompt": "p"} | draw(some.dictionaries(names, some.sampled_from(TEXTS), max_size=3))
    parts = [f'form-data; name="{name}"\r\n\r\n{text}' for name, text in fields.items()]
    kind, filename = (
        draw(some.sampled_from(["image/png", "x", "a/b\x01"])),
        draw(some.sampled_from(["a.png", "é\x7f", ""])),
    )
    parts.append(f'form-data; name="{file}"; filename="{filename}"\r\nContent-Type: {kind}\r\n\r\nPNG')
    body = "".join(f"--x\r\nContent-Disposition: {part}\r\n" for part in parts) + "--x--\r\n"
    return "POST", path, body.encode(), "multipart/form-data; boundary=x"


@some.composite
def reads(draw: some.DrawFn) -> Send:
    method, path = draw(some.sampled_from(READS))
    query = "&".join(f"{name}={draw(some.sampled_from(IDS))}" for name in draw(some.lists(some.sampled_from(QUERIES))))
    return method, f"{path.format(id=draw(some.sampled_from(IDS)))}?{query}", b"", ""


EVENTS: list[dict[str, Any]] = [  # of a streamed message
    {"type": "message_start", "message": {"id": "m", "role": "assistant", "content": [], "usage": {"input_tokens": 3}}},
    {"type": "message_delta", "delta": {"stop_reason": "end_turn"}, "usage": {"output_tokens": 1}},
    {"type": "message_stop"},
]


class TakesAll(Upstream):
    """Takes whatever is JSON or a form, and answers as each of the three makers does."""

    @property
    def base_url(self) -> str:
        return f"{self.origin}/v1"

    async def respond(self, request: web.Request, body: bytes, fault: Fault | None) -> web.StreamResponse:
        sent: Any = {}
        if request.content_type == "application/json" and body:
            sent = json.loads(body, parse_constant=pytest.fail)
        if request.method == "DELETE" or "/videos" in request.path or "Operation" in request.path:
            return web.json_response({"id": "v1", "object": "video", "status": "failed", "name": "operations/v1"})
        if "stream" in request.path or (isinstance(sent, dict) and sent.get("stream")):
            if request.path.endswith("messages"):
                return await self.stream(request, [frame_of(each, each["type"]) for each in EVENTS])
            return await self.stream(request, [frame_of(answer_of(request.path))], b"data: [DONE]", fault)
        return web.json_response(answer_of(request.path))


def answer_of(path: str) -> dict[str, Any]:
    message = {"role": "assistant", "content": "Hello"}
    usage = {"prompt_tokens": 3, "completion_tokens": 1, "total_tokens": 4, "input_tokens": 3, "output_tokens": 1}
    if path.endswith("messages"):
        return {"id": "m", "type": "message", "role": "assistant", "content": [{"type": "text", "text": "Hello"}],
                "stop_reason": "end_turn", "usage": usage, "model": "m"}  # fmt: skip
    if "enerateContent" in path:
        return {"candidates": [{"content": {"parts": [{"text": "Hello"}]}, "finishReason": "STOP"}],
                "usageMetadata": {"promptTokenCount": 3, "candidatesTokenCount": 1}}  # fmt: skip
    return {"id": "c", "object": "chat.completion", "usage": usage, "output": [], "created": 1,
            "choices": [{"index": 0, "message": message, "delta": message, "finish_reason": "stop"}],
            "data": [{"b64_json": "aGFsbG8=", "embedding": [0.5], "index": 0}]}  # fmt: skip


@pytest.fixture
async def headers(app: Quart, dewi: Account, monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[dict[str, str]]:
    """What each request sends; models of all kinds are on offer, and limits are out of reach."""
    here = installation.current()
    wide = {"gateway_requests": 10**6, "gateway_tokens": 10**9, "gateway_streams": 10**4}
    here.config = here.config.model_copy(update=wide)
    await buy_credits(dewi, 10**15)
    allow_this_machine()
    with served(TakesAll()) as api:
        for kind in ("openai", "anthropic", "gemini"):
            await offer_at(api, kind, f"chat-{kind}", "m", abilities=["tools", "vision", "json", "responses"])
        for id, kind in (("vectors", EMBEDDING), ("pictures", IMAGE), ("film", VIDEO)):
            await offer_at(api, "openai", id, "m", kind_of_model=kind)
        yield {"Host": site.current().host("api"), "Authorization": f"Bearer {await ai_key_of(dewi)}"}


async def check_answer(path: str, response: Response) -> None:
    """Asserts that an answer has the form of the API, and a status that the OpenAPI document has."""
    status, text = response.status_code, await response.get_data(as_text=True)
    assert status in {200, *ERRORS} and status < 500, (status, text)
    assert response.headers["x-request-id"].startswith("air_")
    if status >= 400:
        form = "AnthropicError" if path == "/messages" else "Error"
        jsonschema_rs.validate(SCHEMAS[form], json.loads(text))
        assert len(text) < 2_000


@pytest.mark.parametrize("dialect", ["postgres"], indirect=True, scope="session")  # which refuses more
async def test_no_odd_request_breaks_an_operation(app: Quart, dewi: Account, headers: dict[str, str]) -> None:
    loop = asyncio.get_running_loop()
    client: Any = app.test_client()
    statuses = Counter[int]()

    async def send(request: Send) -> None:
        method, path, body, kind = request
        sent = headers | ({"Content-Type": kind} if kind else {})
        response: Response = await client.open(f"/v1{path}", method=method, data=body, headers=sent, scheme="https")
        await check_answer(path, response)
        statuses[response.status_code] += 1

    @settings(max_examples=200, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck),
              database=None)  # fmt: skip
    @given(bodies() | bodies() | bodies() | forms() | raw_bodies() | reads())
    def explore(request: Send) -> None:
        note(request)
        asyncio.run_coroutine_threadsafe(send(request), loop).result()

    await asyncio.to_thread(explore)
    assert min(statuses[200], statuses[400]) > 20, statuses
    assert (await AiBalance.of(dewi)).reserved == 0
