"""`python -m tests.bench.gateway [--requests 300] [--streams 200] [--litellm URL KEY]`: what the AI gateway adds.

A stand-in of an upstream streams words in a process of its own. A client asks it directly and through a real server of
Kliqs in turn, and through a litellm proxy where one is named that serves the model `bench` from PORT of the stand-in.
Reported: the time to the first token, what the gateway adds to it, the processor time of a request and of a token, and
the memory of a stream. Compare within one run only.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import aiohttp

from app.gateway.metering.limits_of_keys import AiKeyTerms
from app.kernel import database_upgrade, db, installation
from app.kernel.config import Config
from app.kernel.installation import Installation
from app.keys.models import ApiKey
from tests import world
from tests.bench.harness import CpuClock, markdown_table, memory, percentile
from tests.gateway.api.callers import ai_key_of, buy_credits
from tests.gateway.offering import offer_model, offer_upstream
from tests.serving import Server, environment, serving
from tests.waiting import wait_until

MODEL, WORDS, SLOW_WORDS, WARM = "bench", 20, 60, 20  # WARM: requests that open connections
PORT = 8971  # of the stand-in, for a litellm proxy that was configured before
UPSTREAM = """
import asyncio, json, sys
from aiohttp import web
port, words, pause = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
def frame(choices, **more):
    body = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": choices}
    return b"data: " + json.dumps(body | more).encode() + b"\\n\\n"
delta = {"index": 0, "delta": {"content": "word "}, "finish_reason": None}
frames = [frame([delta])] * words + [frame([{"index": 0, "delta": {}, "finish_reason": "stop"}])]
usage = {"prompt_tokens": 5, "completion_tokens": words, "total_tokens": words + 5}
async def chat(request):
    await request.json()
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
    await response.prepare(request)
    for each in frames:
        await response.write(each)
        await asyncio.sleep(pause)
    await response.write(frame([], usage=usage) + b"data: [DONE]\\n\\n")
    return response
app = web.Application()
app.router.add_post("/v1/chat/completions", chat)
web.run_app(app, host="127.0.0.1", port=port, print=None)
"""


async def prepare(url: str, port: int) -> str:
    """Offers a model at the stand-in; returns a key without limits."""
    await database_upgrade.upgrade_database(url)
    async with db.database_open(url):
        dewi = await world.dewi()
        await offer_model(MODEL, await offer_upstream(base_url=f"http://127.0.0.1:{port}/v1"))
        await buy_credits(dewi, 10**15)
        key = await ApiKey.find(raw := await ai_key_of(dewi))
        rates: dict[str, Any] = {"requests_per_minute": 10**6, "tokens_per_minute": 10**9, "streams": 10**4}
        await AiKeyTerms.create(key_id=key.id, account_id=dewi.id, **rates)
        return raw


async def first_token(session: aiohttp.ClientSession, base: str, key: str) -> float:
    """Streams an answer to its end; returns the milliseconds to its first piece."""
    body = {"model": MODEL, "messages": [{"role": "user", "content": "hello world " * 20}], "stream": True}
    began = time.perf_counter()
    async with session.post(
        f"{base}/v1/chat/completions", json=body, headers={"Authorization": f"Bearer {key}"}
    ) as response:
        assert response.status == 200, await response.text()
        await response.content.readuntil(b"\n\n")
        waited = time.perf_counter() - began
        await response.read()
    return waited * 1000


async def compare(ways: dict[str, tuple[str, str]], requests: int) -> dict[str, list[float]]:
    """Asks each way in turn; returns their waits."""
    waits: dict[str, list[float]] = {name: [] for name in ways}
    async with aiohttp.ClientSession() as session:
        for number in range(requests + WARM):
            for name, way in ways.items():
                wait = await first_token(session, *way)
                if number >= WARM:
                    waits[name].append(wait)
    return waits


async def ask_at_once(base: str, key: str, streams: int) -> list[float]:
    """Asks for so many streams at the same time; returns their waits."""
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
        return await asyncio.gather(*(first_token(session, base, key) for _ in range(streams)))


def report(waits: dict[str, list[float]]) -> None:
    """Prints the waits of each way, and what it adds to the bare stand-in."""
    bare = percentile(waits["bare"], 0.5)
    rows: list[Sequence[Any]] = [
        (name, f"{percentile(each, 0.5):.2f}", f"{percentile(each, 0.95):.2f}", f"{percentile(each, 0.5) - bare:.2f}")
        for name, each in waits.items()
    ]
    print(markdown_table(("way", "first token p50 ms", "p95 ms", "added p50 ms"), rows))


@contextmanager
def upstream(port: int, words: int, pause: float) -> Iterator[None]:
    """The stand-in, in a process of its own."""
    command = [sys.executable, "-c", UPSTREAM, str(port), str(words), str(pause)]
    with subprocess.Popen(command) as process:
        try:
            wait_until(lambda: listens(port))
            yield
        finally:
            process.kill()


def listens(port: int) -> bool:
    """Whether something takes connections on a port of this machine."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def measure_overhead(server: Server, key: str, options: argparse.Namespace) -> None:
    """Asks the ways in turn, one request after another."""
    ways = {"bare": (f"http://127.0.0.1:{PORT}", "-"), "kliqs": (server.url, key)}
    ways |= {"litellm": tuple(options.litellm)} if options.litellm else {}
    clock = CpuClock(server.process.pid)
    before = clock.seconds()
    waits = asyncio.run(compare(ways, options.requests))
    used = (clock.seconds() - before) / (options.requests + WARM)
    report(waits)
    print(f"Kliqs: {used * 1000:.2f} ms of the processor for a request of {WORDS} words.")


def measure_streams(server: Server, key: str, options: argparse.Namespace) -> None:
    """Asks for many streams at once."""
    asyncio.run(ask_at_once(server.url, key, 1))
    clock = CpuClock(server.process.pid)
    before, began = memory(server.process.pid), clock.seconds()
    waits = asyncio.run(ask_at_once(server.url, key, options.streams))
    kib = (memory(server.process.pid, "VmHWM") - before) * 1024 / options.streams
    tokens = options.streams * SLOW_WORDS
    print(
        f"{options.streams} streams at once: first token p50 {percentile(waits, 0.5):.0f} ms, {kib:.0f} KiB of memory "
        f"each, {(clock.seconds() - began) / tokens * 1000:.3f} ms of the processor for a token."
    )


def main() -> None:
    """Runs the bench."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=300)
    parser.add_argument("--streams", type=int, default=200)
    parser.add_argument("--litellm", nargs=2, metavar=("URL", "KEY"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        data.mkdir()
        url = f"sqlite://{data}/kliqs.sqlite3"
        env = environment(data, url, KLIQS_SECRET_KEY=world.SECRET, KLIQS_NET_ALLOW="127.0.0.1")
        os.environ.update({name: value for name, value in env.items() if name.startswith("KLIQS_")})
        installation.use(Installation(Config()))
        key = asyncio.run(prepare(url, PORT))
        with serving(env) as server:
            with upstream(PORT, WORDS, 0):
                measure_overhead(server, key, options)
            with upstream(PORT, SLOW_WORDS, 0.1):
                measure_streams(server, key, options)


if __name__ == "__main__":
    main()
