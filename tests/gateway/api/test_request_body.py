"""Bodies of requests: counted while they come, bounded, and never written to the disk."""

import tempfile
from collections.abc import AsyncGenerator
from io import BytesIO
from typing import Any

import aiohttp
import orjson
import pytest

from app.gateway.api import request_body, surface
from app.gateway.api.error_answers import ApiError
from app.gateway.upstreams import bounded_json
from app.web.limits import max_body_size
from tests.gateway.api.callers import Caller, chat_body
from tests.gateway.fake_adapter import FakeAdapter

MEGABYTE = 1024 * 1024


def test_json_may_have_25_megabytes_and_files_100() -> None:
    assert max_body_size("/v1/chat/completions") == max_body_size("/v1/messages") == surface.MAX_JSON_BODY
    assert max_body_size("/v1/images/edits") == max_body_size("/v1/videos") == 100 * MEGABYTE
    assert (surface.MAX_JSON_BODY, surface.MAX_FILE_BODY) == (25 * MEGABYTE, 100 * MEGABYTE)
    assert max_body_size("/api/v1/links") < MEGABYTE, "the JSON API of Kliqs keeps its limits"


async def test_a_body_of_many_megabytes_is_taken(caller: Caller, adapter: FakeAdapter) -> None:
    picture = "data:image/png;base64," + "A" * (8 * MEGABYTE)
    content = [{"type": "image_url", "image_url": {"url": picture}}]
    body = BytesIO(orjson.dumps(chat_body(messages=[{"role": "user", "content": content}])))
    async with aiohttp.ClientSession() as session:
        headers = caller.headers | {"Content-Type": "application/json"}
        async with session.post(f"{caller.url}/chat/completions", data=body, headers=headers) as response:
            assert response.status == 200
    assert (adapter.bodies[0]["messages"][0]["content"] == content) is True


async def test_a_body_that_is_too_large_is_refused_while_it_comes(caller: Caller, adapter: FakeAdapter) -> None:
    async def endless() -> AsyncGenerator[bytes]:
        yield b'{"model": "small-1", "x": "'
        for _ in range(10**6):
            yield b"x" * 65_536

    async with aiohttp.ClientSession() as session:
        headers = caller.headers | {"Content-Type": "application/json"}
        try:
            async with session.post(f"{caller.url}/chat/completions", data=endless(), headers=headers) as response:
                assert response.status == 413
                assert (await response.json())["error"]["type"] == "invalid_request_error"
        except aiohttp.ClientConnectionError:
            pass  # the server closed the connection while more was being sent
    assert adapter.bodies == []


async def test_half_surrogates_and_large_numbers_come_through_or_are_refused_as_json(
    caller: Caller, adapter: FakeAdapter
) -> None:
    async with aiohttp.ClientSession() as session:
        for text, status in ((r'"\ud83d\ude00"', 200), (r'"\ud83d"', 400), ("1e400", 400)):
            data = f'{{"model": "small-1", "messages": [{{"role": "user", "content": "x"}}], "seed": {text}}}'
            headers = caller.headers | {"Content-Type": "application/json"}
            async with session.post(f"{caller.url}/chat/completions", data=data, headers=headers) as response:
                assert response.status == status, text


async def test_files_of_a_form_are_never_written_to_the_disk(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    """Quart would put parts of more than half a megabyte into temporary files."""

    def refuse(*_: Any, **__: Any) -> Any:
        raise AssertionError("a file was made")

    monkeypatch.setattr(tempfile, "SpooledTemporaryFile", refuse)
    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    form = aiohttp.FormData({"model": "small-1", "prompt": "x"})
    form.add_field("image", BytesIO(b"x" * 2 * MEGABYTE), filename="a.png", content_type="image/png")
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{caller.url}/images/edits", data=form, headers=caller.headers) as response,
    ):
        assert response.status == 400 and (await response.json())["error"]["code"] == "unsupported_model"


async def test_a_form_that_is_none_is_refused(caller: Caller) -> None:
    headers = caller.headers | {"Content-Type": "multipart/form-data; boundary=x"}
    many = b"".join(b'--x\r\nContent-Disposition: form-data; name="f"\r\n\r\nv\r\n' for _ in range(70)) + b"--x--\r\n"
    async with aiohttp.ClientSession() as session:
        for data, status in ((b"nothing", 400), (many, 413)):
            async with session.post(f"{caller.url}/images/edits", data=data, headers=headers) as response:
                assert response.status == status
        async with session.post(f"{caller.url}/images/edits", json=chat_body(), headers=caller.headers) as response:
            assert response.status == 415


MANY = bounded_json.MOST_VALUES


@pytest.mark.parametrize(
    "raw",
    [
        b"[" + b"[]," * MANY + b"[]]",
        b"[" + b"1," * MANY + b"1]",
        b"[" + b'"ab",' * MANY + b'"ab"]',
        b'{"a":' * 2 * MANY,
        b"{," * MANY + b'""' * 5 * MANY,
        b"," * MANY + b',","' + b'\\"' * MANY,
    ],
    ids=["brackets", "numbers", "texts", "depth", "texts behind each other", "a text without an end"],
)
def test_a_body_of_more_values_than_anybody_needs_is_refused_before_it_takes_memory(
    raw: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(orjson, "loads", pytest.fail)
    with pytest.raises(ApiError) as raised:
        request_body._parse(raw)
    assert raised.value.facts.status == 400 and raised.value.facts.code == "invalid_json"


def test_commas_and_brackets_inside_of_texts_are_no_values() -> None:
    body = {"x": 'a, [b] {c} "d" \\' * MANY, "many": [0] * 1_000}
    assert request_body._parse(orjson.dumps(body)) == body


@pytest.mark.parametrize("value", ["2", "", 2.0, True, [2], {"n": 2}])
def test_a_number_of_another_type_is_refused_by_its_type(value: Any) -> None:
    with pytest.raises(ApiError) as raised:
        request_body.optional_number({"n": value}, "n", 1, 10)
    facts = raised.value.facts
    assert (facts.status, facts.code, facts.param) == (400, "invalid_type", "n")


@pytest.mark.parametrize("value", [0, 11, -1, 10**30])
def test_a_number_out_of_its_range_is_refused_by_its_value(value: int) -> None:
    with pytest.raises(ApiError) as raised:
        request_body.optional_number({"n": value}, "n", 1, 10)
    assert raised.value.facts.code == "invalid_value"
    assert request_body.optional_number({"n": None}, "n", 1, 10) is None
    assert request_body.optional_number({"n": 10}, "n", 1, 10) == 10
