"""A request to models gets the same answer from the lane, which gives it to the app directly, as through hypercorn."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncGenerator
from typing import Any

import pytest
from quart import Quart

from app.accounts.models import Account
from app.front.lanes.model_request import MAX_BODY, ModelRequest
from app.front.lanes.protocol_lane import Mode
from app.gateway.metering.ai_request import HUNG_UP, AiRequest
from tests.databases import ON_ONE
from tests.gateway.api.callers import ai_key_of, buy_credits, chat_body
from tests.gateway.fake_adapter import END, FakeAdapter, chunk_of
from tests.gateway.offering import offer_model
from tests.subtests import as_subtests
from tests.waiting import eventually
from tests.ways import Ways, ways

PATH = "/v1/chat/completions"
COUNTED = re.compile(rb"(?im)^(x-ratelimit-(?:remaining|reset)-\w+|ratelimit): .*\r\n")
REQUEST_ID = re.compile(rb"air_[0-9A-Za-z]{20}")
LAST = b"GET /v1/models HTTP/1.1\r\nHost: kliqs.test\r\nConnection: close\r\n\r\n"  # so that nobody waits for more
DIRECT, OTHERS = True, False


@pytest.fixture
async def doors(app: Quart, dewi: Account, adapter: FakeAdapter) -> AsyncGenerator[tuple[Ways, str]]:
    """Both ways to a model on offer, and a key for it."""
    await offer_model()
    await buy_credits(dewi)
    async with ways(app) as both:
        yield both, await ai_key_of(dewi)


def request(key: str, body: Any = None, *lines: str, path: str = PATH, more: str = "Connection: keep-alive") -> bytes:
    """A request as it goes over the wire; `lines` are further headers."""
    content = body if isinstance(body, bytes) else json.dumps(chat_body() if body is None else body).encode()
    head = [f"POST {path} HTTP/1.1", "Host: kliqs.test", f"Authorization: Bearer {key}", *filter(None, [more])]
    if not any(line.lower().startswith(("content-length", "transfer-encoding")) for line in lines):
        lines = (*lines, f"Content-Length: {len(content)}")
    return "\r\n".join([*head, "Content-Type: application/json", *lines, "", ""]).encode("latin1") + content


def parts_of(answer: bytes) -> tuple[bytes, list[bytes], bytes]:
    """The status line, the headers in any order and in lower case, and the body."""
    head, _, body = COUNTED.sub(b"", REQUEST_ID.sub(b"air_", answer)).partition(b"\r\n\r\n")
    status, *lines = head.split(b"\r\n")
    return (
        status,
        sorted(b": ".join((name.lower(), value)) for name, _, value in (x.partition(b": ") for x in lines)),
        body,
    )


CASES = (
    ("whole", DIRECT, lambda key: request(key)),
    ("streamed", DIRECT, lambda key: request(key, chat_body(stream=True))),
    ("without Connection", DIRECT, lambda key: request(key, more="")),
    ("without a key", DIRECT, lambda key: request("none")),
    ("no JSON", DIRECT, lambda key: request(key, b"{")),
    ("no body", DIRECT, lambda key: request(key, b"")),
    ("unknown model", DIRECT, lambda key: request(key, chat_body(model="none"))),
    ("unknown path", DIRECT, lambda key: request(key, path="/v1/none")),
    ("a path of GET", DIRECT, lambda key: request(key, path="/v1/models")),
    ("Anthropic's error", DIRECT, lambda key: request("none", None, "anthropic-version: 2023-06-01")),
    ("two keys", DIRECT, lambda key: request(key, None, "x-api-key: a")),
    ("an encoded body", DIRECT, lambda key: request(key, None, "Content-Encoding: gzip")),
    ("letters in a header", DIRECT, lambda key: request(key, None, "X-Name: \xe4")),
    ("a query", OTHERS, lambda key: request(key, path=f"{PATH}?a=1")),
    ("closing", OTHERS, lambda key: request(key, more="Connection: close")),
    ("a large body", OTHERS, lambda key: request(key, chat_body(padding="x" * MAX_BODY))),
    ("in chunks", OTHERS, lambda key: request(key, b"2\r\n{}\r\n0\r\n\r\n", "Transfer-Encoding: chunked")),
    ("two lengths", OTHERS, lambda key: request(key, b"{}", "Content-Length: 2", "Content-Length: 3")),
    ("both lengths", OTHERS, lambda key: request(key, b"{}", "Content-Length: 2", "Transfer-Encoding: chunked")),
    ("an odd length", OTHERS, lambda key: request(key, b"{}", "Content-Length: +2")),
    ("two hosts", OTHERS, lambda key: request(key, None, "Host: kliqs.test")),
    ("a folded header", OTHERS, lambda key: request(key, None, "X-Name: a\r\n b")),
    ("a bad header", OTHERS, lambda key: request(key, None, "Bad Name: 1")),
    ("a large head", OTHERS, lambda key: request(key, None, "X-Name: " + "a" * 17_000)),
    ("HTTP/1.0", OTHERS, lambda key: request(key).replace(b"HTTP/1.1", b"HTTP/1.0", 1)),
    ("Expect", OTHERS, lambda key: request(key, None, "Expect: 100-continue")),
)


@ON_ONE
@as_subtests("case", CASES)
async def test_every_request_gets_the_same_answer(doors: tuple[Ways, str], case: Any) -> None:
    (both, key), (_, direct, make) = doors, case
    data = make(key)
    taken = ModelRequest.read(data[: data.find(b"\r\n\r\n") + 4])
    assert bool(taken) is direct
    lane, other = await asyncio.gather(*(both.answer(way, data + LAST) for way in ("protocol", "quart")))
    assert parts_of(lane) == parts_of(other)


@ON_ONE
async def test_requests_in_a_row_and_in_pieces_are_answered_in_their_order(doors: tuple[Ways, str]) -> None:
    both, key = doors
    first, second = request(key), request(key, chat_body(model="none"))
    reader, writer = await asyncio.open_connection("127.0.0.1", both.ports["protocol"])
    for piece in (first[:40], first[40:-20], first[-20:-3], first[-3:] + second + first[:60], first[60:]):
        writer.write(piece)
        await asyncio.sleep(0.02)
    for status in (b"200", b"404", b"200"):
        head = await reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 " + status)
        await reader.readexactly(int(re.findall(rb"content-length: (\d+)", head)[0]))
    [lane] = both.connections.lanes
    assert lane.mode is Mode.OWN
    writer.write(b"GET /v1/models HTTP/1.1\r\nHost: kliqs.test\r\n\r\n")
    assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 401")
    writer.close()


@ON_ONE
async def test_a_connection_is_closed_after_an_answer_that_came_before_the_whole_body(doors: tuple[Ways, str]) -> None:
    both, _ = doors
    unfinished = request("none")[:-1]
    answers = [parts_of(await both.answer(way, unfinished)) for way in ("protocol", "quart")]
    assert answers[0] == answers[1]
    assert answers[0][0].startswith(b"HTTP/1.1 401") and b"connection: close" in answers[0][1]


@ON_ONE
async def test_a_server_that_drains_closes_the_connection_after_its_answer(doors: tuple[Ways, str]) -> None:
    both, key = doors
    both.connections.draining = True
    answer = await both.answer("protocol", request(key, chat_body(stream=True)))
    assert b"connection: close\r\n" in answer and answer.endswith(b"data: [DONE]\n\n\r\n0\r\n\r\n")


@ON_ONE
async def test_who_hangs_up_stops_the_stream_and_pays_for_what_came(
    doors: tuple[Ways, str], adapter: FakeAdapter
) -> None:
    both, key = doors
    for half in (False, True):
        adapter.steps = [chunk_of("one "), asyncio.Event(), END]
        reader, writer = await asyncio.open_connection("127.0.0.1", both.ports["protocol"])
        writer.write(request(key, chat_body(stream=True)))
        await reader.readuntil(b"one ")
        writer.write_eof() if half else writer.close()

        async def settled(number: int = 1 + half) -> bool:
            return await AiRequest.filter(status=HUNG_UP, settled_at__isnull=False, cost__gt=0).count() == number

        await eventually(settled)
        writer.close()
    assert adapter.left == 2


@ON_ONE
async def test_a_slow_reader_does_not_let_the_answer_gather_in_memory(
    doors: tuple[Ways, str], adapter: FakeAdapter
) -> None:
    both, key = doors
    adapter.steps = [chunk_of("x" * 100_000) for _ in range(300)] + [END]
    reader, writer = await asyncio.open_connection("127.0.0.1", both.ports["protocol"], limit=1_000)
    writer.write(request(key, chat_body(stream=True)))
    await reader.readuntil(b"\r\n\r\n")

    async def stands_still() -> bool:
        pulled = adapter.pulled
        await asyncio.sleep(0.2)
        return adapter.pulled == pulled

    await eventually(stands_still)
    assert adapter.pulled < 250
    writer.close()
