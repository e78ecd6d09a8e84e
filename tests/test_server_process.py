"""What only a real server shows: acknowledged writes survive kill -9, SIGTERM cuts nothing, framing is strict."""

import os
import resource
import signal
import socket
import sqlite3
import sys
import threading
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.server_process import SPARE, _room_for
from tests import serving
from tests.databases import ON_ONE, ON_POSTGRES, PostgresTemplate, Template
from tests.preloaded import MAIN
from tests.serving import Server, environment, free_port, key_with_room, start
from tests.waiting import DEADLINE, finishes, wait_until
from tests.world import SECRET

ROUNDS = 3
ENOUGH = 10  # links of each round
# a server that waits a second for the head of a request, and not five
HURRIED = f"from app.front.lanes import protocol_lane; protocol_lane.MAX_HEAD_SECONDS = 1.0; {MAIN}"


@pytest.fixture
async def env(template: Template, tmp_path: Path) -> dict[str, str]:
    return environment(tmp_path / "data", await template.fresh(tmp_path), KLIQS_SECRET_KEY=SECRET)


@pytest.fixture
async def key(env: dict[str, str]) -> str:
    return await key_with_room(env)


def raw(server: Server, data: bytes, end: bytes = b"") -> bytes:
    """What comes back for bytes on the wire until the server closes, or has sent an `end`.

    Raises: TimeoutError, where it falls silent.
    """
    with socket.create_connection(("127.0.0.1", server.port), timeout=DEADLINE) as wire:
        wire.sendall(data)
        received = b""
        while not (end and end in received) and (chunk := wire.recv(65536)):
            received += chunk
        return received


def test_where_few_files_may_be_open_few_connections_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[tuple[int, int]] = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: (256, 1024))
    monkeypatch.setattr(resource, "setrlimit", lambda _, limits: calls.append(limits))
    assert _room_for(10_000) == 1024 - SPARE
    assert calls == [(1024, 1024)]
    assert _room_for(100) == 100


def write_until_killed(server: Server, key: str, acknowledged: set[str], wanted: int) -> None:
    """Makes links by several threads, and kills the server once it has acknowledged more than so many in all."""
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            try:
                status, body = server.api("POST", "/links", key, {"url": "https://example.com"})
            except (OSError, ValueError):
                return
            if status == 201:
                acknowledged.add(body["data"]["short_code"])

    with ThreadPoolExecutor(6) as writers:
        for _ in range(6):
            writers.submit(write)
        try:
            wait_until(lambda: len(acknowledged) > wanted)
        finally:
            server.kill()
            stop.set()


@ON_ONE
def test_every_acknowledged_link_survives_kill_9(env: dict[str, str], key: str) -> None:
    acknowledged, port = set[str](), free_port()
    for wanted in range(ENOUGH, ENOUGH * ROUNDS + 1, ENOUGH):
        with serving.serving(env, port=port) as server:
            write_until_killed(server, key, acknowledged, wanted)
    with serving.serving(env, port=port) as server:
        present, cursor = set[str](), ""
        while True:
            _, body = server.api("GET", f"/links?limit=100&cursor={cursor}", key)
            present |= {link["short_code"] for link in body["data"]["links"]}
            cursor = body["data"]["next_cursor"]
            if not cursor:
                break
        doctor = server.command("doctor")
    assert acknowledged <= present
    assert "The counters of links, keys and seats agree with the rows." in doctor


def test_sigterm_finishes_what_is_under_way(env: dict[str, str], key: str) -> None:
    with serving.serving(env) as server:
        body = b'{"url": "https://example.com"}'
        head = (
            f"POST /api/v1/links HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nContent-Type: application/json\r\n"
            f"Authorization: Bearer {key}\r\nContent-Length: {len(body)}\r\nExpect: 100-continue\r\n\r\n"
        ).encode()
        with socket.create_connection(("127.0.0.1", server.port), timeout=DEADLINE) as wire:
            wire.sendall(head)
            assert b" 100 " in wire.recv(65536)  # the request is under way
            wire.sendall(body[:5])
            server.process.terminate()
            time.sleep(0.3)
            wire.sendall(body[5:])
            answer = wire.recv(65536)
        assert b" 201 " in answer.split(b"\r\n")[0]
        assert server.process.wait(DEADLINE) == 0


def test_who_got_a_connection_before_a_draining_server_closed_its_port_is_answered(
    env: dict[str, str], key: str
) -> None:
    with serving.serving(env | {"KLIQS_DRAIN_SECONDS": "1"}) as server:
        with socket.create_connection(("127.0.0.1", server.port), timeout=DEADLINE) as wire:
            server.process.terminate()
            wait_until(lambda: not accepts(server))
            body = b'{"url": "https://example.com"}'
            wire.sendall(
                f"POST /api/v1/links HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nContent-Type: application/json\r\n"
                f"Authorization: Bearer {key}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
                + body
            )
            answer = wire.recv(65536)
        assert b" 201 " in answer.split(b"\r\n")[0] and b"connection: close\r\n" in answer.lower()
        assert server.process.wait(DEADLINE) == 0


def accepts(server: Server) -> bool:
    """Whether a server takes a connection."""
    try:
        with socket.create_connection(("127.0.0.1", server.port), timeout=DEADLINE):
            return True
    except ConnectionRefusedError:
        return False


@ON_POSTGRES
def test_several_processes_keep_a_long_queue_and_refuse_who_comes_while_they_end(env: dict[str, str], key: str) -> None:
    with serving.serving(env, "--processes", "2") as server:
        body = b'{"url": "https://example.com"}'
        head = (
            f"POST /api/v1/links HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nContent-Type: application/json\r\n"
            f"Authorization: Bearer {key}\r\nContent-Length: {len(body)}\r\nExpect: 100-continue\r\n\r\n"
        ).encode()
        assert queued(server, 400) == 400
        with socket.create_connection(("127.0.0.1", server.port), timeout=DEADLINE) as wire:
            wire.sendall(head)
            assert b" 100 " in wire.recv(65536)  # the request is under way
            wire.sendall(body[:5])
            server.process.terminate()
            wait_until(lambda: refuses(server))
            wire.sendall(body[5:])
            answer = wire.recv(65536)
        assert b" 201 " in answer.split(b"\r\n")[0]
        assert server.process.wait(DEADLINE) == 0


def refuses(server: Server) -> bool:
    """Whether nobody listens any more."""
    try:
        with socket.create_connection(("127.0.0.1", server.port), timeout=1):
            return False
    except ConnectionRefusedError:
        return True


@ON_POSTGRES
def test_a_server_that_starts_before_its_database_waits_and_says_so(
    env: dict[str, str], template: Template, tmp_path: Path
) -> None:
    assert isinstance(template, PostgresTemplate)
    template.server._stop()
    with ThreadPoolExecutor(1) as threads:
        starting = threads.submit(start, env)
        try:
            wait_until(
                lambda: any("Waiting for the database at" in log.read_text() for log in tmp_path.glob("server-*.log"))
            )
            template.server.ensure_postgres_running()
            assert starting.result().stop() == 0
        finally:
            template.server.ensure_postgres_running()
            starting.result().kill_if_it_runs()
    [log] = tmp_path.glob("server-*.log")
    assert "Waiting for the database at" in log.read_text() and "Traceback" not in log.read_text()


def queued(server: Server, count: int) -> int:
    """How many of so many connections are made while nobody takes them."""
    children = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text().split()
    for child in children:
        os.kill(int(child), signal.SIGSTOP)
    wires = []
    try:
        for _ in range(count):
            wires.append(socket.create_connection(("127.0.0.1", server.port), timeout=0.5))
    except TimeoutError:
        pass
    finally:
        for child in children:
            os.kill(int(child), signal.SIGCONT)
        for wire in wires:
            wire.close()
    return len(wires)


@ON_ONE
def test_smuggled_and_upgraded_requests_are_refused_and_a_head_that_trickles_in_is_cut_off(
    env: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "COMMAND", [sys.executable, "-c", HURRIED])
    with serving.serving(env) as server:
        host = f"Host: 127.0.0.1:{server.port}\r\n".encode()
        smuggled = raw(
            server,
            b"POST /login HTTP/1.1\r\n" + host + b"Content-Length: 6\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\n" + host + b"\r\n",
        )
        assert smuggled.startswith(b"HTTP/1.1 400")
        assert smuggled.count(b"HTTP/1.1") == 1
        upgraded = raw(
            server,
            b"GET /healthz HTTP/1.1\r\n" + host + b"Connection: Upgrade, HTTP2-Settings\r\n"
            b"Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n",
            end=b"\r\n\r\n",
        )
        assert upgraded.startswith(b"HTTP/1.1 200 ")
        assert raw(server, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").startswith(b"HTTP/1.1 400 ")
        healthy = raw(server, b"GET /healthz HTTP/1.1\r\n" + host + b"\r\n", end=b"\r\n\r\n")
        assert b" 200 " in healthy and b"server:" not in healthy.lower()
        too_long = raw(server, b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\n" + host + b"\r\n", end=b"\r\n\r\n")
        assert too_long.split(b"\r\n")[0].split()[1:2] in ([b"400"], [b"414"], [b"431"])

        with socket.create_connection(("127.0.0.1", server.port), timeout=DEADLINE) as wire:
            wire.sendall(b"GET /healthz HTTP/1.1\r\n")

            def is_cut_off() -> bool:
                try:
                    wire.sendall(b"X: y\r\n")
                except OSError:
                    return True
                return False

            wait_until(is_cut_off, pause=lambda: time.sleep(0.1))


@ON_ONE
async def test_an_empty_server_says_that_the_demo_exists_and_a_locked_database_is_a_503_and_then_works_again(
    env: dict[str, str], tmp_path: Path
) -> None:
    with serving.serving(env) as server:
        assert "kliqs demo" in next(tmp_path.glob("server-*.log")).read_text()
        with urllib.request.urlopen(f"{server.url}/", timeout=DEADLINE) as page:
            assert page.status == 200
        key = await key_with_room(env)
        outside = sqlite3.connect(env["KLIQS_DATABASE_URL"].removeprefix("sqlite://"), isolation_level=None)
        outside.execute("BEGIN IMMEDIATE")
        with finishes(), ThreadPoolExecutor(8) as writers:  # in a row they would wait forty seconds
            answers = list(
                writers.map(lambda _: server.api("POST", "/links", key, {"url": "https://example.com"}), range(8))
            )
        outside.execute("ROLLBACK")
        outside.close()
        assert {(status, body["error"]) for status, body in answers} == {(503, "BUSY")}
        assert server.api("POST", "/links", key, {"url": "https://example.com"})[0] == 201
