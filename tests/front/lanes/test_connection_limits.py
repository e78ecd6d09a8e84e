"""Idle connections are kept as long as is announced, and longer ones go first where many come; none loses a request."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest
from quart import Quart

from app.accounts.models import Account
from app.front.lanes.connection_limits import Connections
from app.front.lanes.protocol_lane import IDLE_MARGIN, MAX_HEAD_SECONDS, Mode, ProtocolLane
from tests import world
from tests.waiting import DEADLINE, eventually
from tests.ways import listening

HOST = b"Host: kliqs.test\r\n"
REDIRECT = b"GET /promo HTTP/1.1\r\n" + HOST + b"\r\n"  # answered by the lane
PAGE = b"GET /nobody HTTP/1.1\r\n" + HOST + b"\r\n"  # lent to hypercorn
FORM = (
    b"POST /login HTTP/1.1\r\n" + HOST + b"Sec-Fetch-Site: cross-site\r\nContent-Length: 3\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\n\r\na=b"
)  # given to hypercorn for good
REQUESTS = {"lane": REDIRECT, "lent": PAGE, "given": FORM}
KEPT = 0.2
pytestmark = pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)


class Client:
    """One connection that is kept open."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    async def ask(self, request: bytes) -> bytes:
        """The head of the answer to a request."""
        self.writer.write(request)
        return await self.answer()

    async def answer(self) -> bytes:
        async with asyncio.timeout(DEADLINE):
            head = await self.reader.readuntil(b"\r\n\r\n")
            length = next((int(line[16:]) for line in head.split(b"\r\n") if line.startswith(b"content-length: ")), 0)
            await self.reader.readexactly(length)
        return head

    async def closed(self) -> bool:
        """Whether the server closes without another word."""
        async with asyncio.timeout(DEADLINE):
            return await self.reader.read() == b""


@asynccontextmanager
async def connected(port: int) -> AsyncGenerator[Client]:
    client = Client(*await asyncio.open_connection("127.0.0.1", port))
    try:
        yield client
    finally:
        client.writer.close()


@pytest.fixture
async def promo(app: Quart, sari: Account) -> Quart:
    await world.shorten(sari, "promo")
    return app


def only(connections: Connections) -> ProtocolLane:
    return next(iter(connections.lanes))


@pytest.mark.parametrize("lane", [True, False])
@pytest.mark.parametrize("request_of", REQUESTS)
async def test_a_client_that_waits_as_long_as_the_server_announced_is_always_answered(
    promo: Quart, monkeypatch: pytest.MonkeyPatch, request_of: str, lane: bool
) -> None:
    monkeypatch.setattr("app.front.lanes.connection_limits.CHECK_INTERVAL", 0.01)
    async with listening(promo, keep_alive=KEPT, lane=lane) as (port, _), connected(port) as client:
        for _ in range(3):
            assert (await client.ask(REQUESTS[request_of])).startswith(b"HTTP/1.1 ")
            await asyncio.sleep(KEPT)


@pytest.mark.parametrize("lane", [True, False])
@pytest.mark.parametrize("request_of", REQUESTS)
async def test_every_answer_announces_for_how_long_its_connection_is_kept(
    promo: Quart, request_of: str, lane: bool
) -> None:
    async with listening(promo, lane=lane) as (port, _), connected(port) as client:
        assert b"\r\nkeep-alive: timeout=75\r\n" in await client.ask(REQUESTS[request_of])
        last = await client.ask(REQUESTS[request_of].replace(HOST, HOST + b"Connection: close\r\n"))
        assert b"keep-alive" not in last
        assert b"\r\nconnection: close\r\n" in last.lower()


@pytest.mark.parametrize("request_of", REQUESTS)
async def test_an_idle_connection_is_closed_after_what_was_announced_and_not_before(
    promo: Quart, request_of: str
) -> None:
    async with listening(promo) as (port, connections), connected(port) as client:
        await client.ask(REQUESTS[request_of])
        await asyncio.sleep(0)
        lane = only(connections)
        connections.close_stale(lane.idle_since + 75 + IDLE_MARGIN - 0.1)
        await client.ask(REQUESTS[request_of])
        connections.close_stale(lane.idle_since + 75 + IDLE_MARGIN + 0.1)
        assert await client.closed()


@pytest.mark.parametrize("request_of", REQUESTS)
async def test_a_connection_with_bytes_that_nobody_has_read_yet_is_not_closed(promo: Quart, request_of: str) -> None:
    async with listening(promo) as (port, connections), connected(port) as client:
        await client.ask(REQUESTS[request_of])
        lane = only(connections)
        lane.transport.pause_reading()
        client.writer.write(REQUESTS[request_of])
        await asyncio.sleep(0.01)  # until the system has them
        connections.close_stale(lane.idle_since + 1_000)
        connections.drain()
        connections.draining = connections.closing = False
        lane.transport.resume_reading()
        assert (await client.answer()).startswith(b"HTTP/1.1 ")


async def test_the_longest_idle_connections_are_closed_when_nearly_as_many_are_open_as_may_be(promo: Quart) -> None:
    async with listening(promo, most=20) as (port, connections):
        clients = [Client(*await asyncio.open_connection("127.0.0.1", port)) for _ in range(19)]
        for client, kind in zip(clients, [*REQUESTS.values()] * 7, strict=False):
            await client.ask(kind)
        first, second = clients.pop(0), clients.pop(1)
        clients[0].writer.write(b"GET /promo HTT")  # older than the others, and in the middle of a request
        await asyncio.sleep(0.01)
        for _ in range(2):
            clients.append(Client(*await asyncio.open_connection("127.0.0.1", port)))
            await clients[-1].ask(PAGE)
        assert await first.closed()
        assert await second.closed()
        for client in clients[1:]:
            assert (await client.ask(REDIRECT)).startswith(b"HTTP/1.1 302")
        assert connections.refused == 0
        assert (await clients[0].ask(b"P/1.1\r\n" + HOST + b"\r\n")).startswith(b"HTTP/1.1 302")
        for client in (first, second, *clients):
            client.writer.close()


@pytest.mark.parametrize("start", [b"GET /pro", b"POST /login HTTP/1.1\r\nContent-Length: 3\r\n", FORM + b"POST /log"])
@pytest.mark.parametrize("lane", [True, False])
async def test_a_head_that_does_not_come_to_its_end_is_not_waited_for_as_long(
    promo: Quart, start: bytes, lane: bool
) -> None:
    async with listening(promo, lane=lane) as (port, connections), connected(port) as client:
        client.writer.write(start[:-1])
        if start.startswith(FORM):
            await client.answer()
        client.writer.write(start[-1:])
        await eventually(lambda: connections.lanes and not only(connections).idle, interval=0)
        client.writer.write(b"i")
        await asyncio.sleep(0.01)
        connections.close_stale(only(connections).idle_since + MAX_HEAD_SECONDS + 0.1)
        assert await client.closed()


@pytest.mark.parametrize("lane", [True, False])
@pytest.mark.parametrize("request_of", REQUESTS)
async def test_a_draining_server_takes_connections_and_ends_each_with_its_answer(
    promo: Quart, lane: bool, request_of: str
) -> None:
    async with listening(promo, lane=lane) as (port, connections), connected(port) as kept:
        assert b"\r\nkeep-alive: " in (await kept.ask(REDIRECT)).lower()
        connections.draining = connections.server.context.draining = True  # type: ignore[attr-defined]
        async with connected(port) as client:
            for each in (kept, client):
                answer = await each.ask(REQUESTS[request_of])
                assert answer.startswith(b"HTTP/1.1 ") and b"\r\nconnection: close\r\n" in answer.lower()
                assert await each.closed()


@pytest.mark.parametrize("lane", [True, False])
async def test_a_draining_server_answers_what_has_come_and_says_that_it_closes(promo: Quart, lane: bool) -> None:
    async with listening(promo, lane=lane) as (port, connections), connected(port) as client:
        await client.ask(REDIRECT)
        lane_of_it = only(connections)
        lane_of_it.transport.pause_reading()
        client.writer.write(REDIRECT)
        await asyncio.sleep(0.01)
        await connections.server.context.terminated.set()  # type: ignore[attr-defined]
        connections.drain()
        lane_of_it.transport.resume_reading()
        answer = await client.answer()
        assert answer.startswith(b"HTTP/1.1 302")
        assert b"\r\nconnection: close\r\n" in answer.lower()
        assert await client.closed()


async def test_a_request_under_way_is_not_idle(promo: Quart) -> None:
    async with listening(promo) as (port, connections), connected(port) as client:
        client.writer.write(FORM[:-1])
        await eventually(
            lambda: connections.lanes and not only(connections).waiting and only(connections).mode is Mode.HANDED_OVER,
            interval=0,
        )
        connections.close_stale(only(connections).idle_since + 1_000)
        client.writer.write(FORM[-1:])
        assert b" 403 " in await client.answer()


@pytest.mark.parametrize("lane", [True, False])
async def test_an_answer_before_the_end_of_a_body_says_that_its_connection_closes(promo: Quart, lane: bool) -> None:
    """What is left of the body would be read as the next request."""
    half = FORM.replace(b"Content-Length: 3", b"Content-Length: 3000000").replace(b"/login", b"/dashboard/links/")
    async with listening(promo, lane=lane) as (port, _), connected(port) as client:
        assert b"\r\nconnection: close\r\n" in await client.ask(half)
