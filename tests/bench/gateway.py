"""`python -m tests.bench.gateway [--on sqlite postgres] [--litellm PATH]`: what the gateway adds to a streamed chat.

In one run the same chats go to a bare stand-in of an upstream, to Kliqs in front of it, and to the proxy of litellm in
front of it, in turn. The server that is measured has one core with its database, client and stand-in have the other.
Printed are the milliseconds that each adds until the first event, processor time of a request and of a token, and what
many streams at once take. What is not there, such as litellm, is left out. Processor times stay true when others use
the machine; times until the first event do not.

litellm is no dependency: `python -m venv X && X/bin/pip install 'litellm[proxy]'`, then `--litellm X/bin/litellm`.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from tortoise.backends.base.executor import EXECUTOR_CACHE

from app.accounts.models import Account
from app.gateway.metering.limits_of_keys import AiKeyTerms
from app.kernel import db, installation
from app.kernel.config import Config
from app.kernel.installation import Installation
from app.keys.models import ApiKey
from tests import world
from tests.bench.gateway_clients import OneByOne, Target, stream_at_once
from tests.bench.harness import (
    CLIENT_CORE,
    SERVER_CORE,
    CpuClock,
    client_pinned,
    database_processes,
    markdown_table,
    memory,
    memory_watched,
    percentile,
    pin,
    short,
)
from tests.databases import TEMPLATES
from tests.gateway.api.callers import ai_key_of, buy_credits
from tests.gateway.offering import offer_model, offer_upstream
from tests.serving import ROOT, environment, free_port, serving
from tests.world import SECRET

MODEL, WARM_UP, LITELLM = "kliqs/chat", 30, "litellm"
CONFIG = """
model_list:
  - model_name: {model}
    litellm_params: {{model: openai/chat-1, api_base: "http://127.0.0.1:{port}/v1", api_key: sk-of-the-operator}}
general_settings: {{master_key: sk-of-the-bench}}
"""


@dataclass
class Measured:
    """One of what is compared: its processes, its streams, and what they took.

    `server` is the process whose memory counts, 0 for the stand-in. `first` and `crowded` are milliseconds until the
    first event, by themselves and among many; `work` and `token_work` milliseconds of its processors.
    """

    name: str
    target: Target
    server: int = 0
    others: list[int] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)
    own_work: list[float] = field(default_factory=list)
    crowded: list[float] = field(default_factory=list)
    token_work: list[float] = field(default_factory=list)
    stream_memory: list[float] = field(default_factory=list)

    def one_by_one(self, requests: int, tokens: int) -> None:
        """Streams chats one after the other on a kept connection."""
        clock, own = CpuClock(self.server, *self.others), CpuClock(self.server)
        with closing(OneByOne(self.target)) as client:
            client.stream(tokens)
            began, own_began = clock.seconds() if self.server else 0, own.seconds() if self.server else 0
            self.first += [client.stream(tokens) for _ in range(requests)]
            if self.server:
                self.work.append((clock.seconds() - began) * 1000 / requests)
                self.own_work.append((own.seconds() - own_began) * 1000 / requests)

    def at_once(self, streams: int, tokens: int, pause: int) -> None:
        """Streams many chats at once, and watches what they take."""
        clock = CpuClock(self.server, *self.others)
        began, before = (clock.seconds(), memory(self.server)) if self.server else (0, 0)
        with memory_watched(self.server) as most:
            self.crowded += asyncio.run(stream_at_once(self.target, streams, tokens, pause))
        if self.server:
            self.token_work.append((clock.seconds() - began) * 1000 / (streams * tokens))
            self.stream_memory.append((max(most) - before) * 1024 / streams)


@contextmanager
def upstream_running() -> Iterator[int]:
    """The stand-in in a process of its own; yields its port."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.gateway_stand_in"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    try:
        pin(CLIENT_CORE, process.pid)
        yield int(process.stdout.readline())
    finally:
        process.kill()
        process.communicate()


async def offer(url: str, port: int) -> str:
    """Offers the model on the database of a server; returns a key with credits and hardly any limits."""
    installation.use(Installation(Config(secret_key=SECRET)))
    async with db.database_open(url):
        account: Account = await world.dewi()
        await offer_model(MODEL, await offer_upstream(base_url=f"http://127.0.0.1:{port}/v1"))
        await buy_credits(account)
        raw = await ai_key_of(account)
        key = await ApiKey.find(raw)
        limits: Any = {"requests_per_minute": 10**6, "tokens_per_minute": 10**9, "streams": 10**4}
        await AiKeyTerms.create(key_id=key.id, account_id=account.id, **limits)
    return raw


@contextmanager
def kliqs_running(dialect: str, port: int, place: Path) -> Iterator[Measured]:
    """Kliqs on a database in front of the stand-in."""
    place.mkdir()
    EXECUTOR_CACHE.clear()  # Tortoise's statements are those of the database before
    with closing(TEMPLATES[dialect](place)) as template:
        url = asyncio.run(template.fresh(place))
        env = environment(place / "data", url, KLIQS_SECRET_KEY=SECRET, KLIQS_NET_ALLOW="127.0.0.1")
        (place / "data").mkdir(exist_ok=True)
        key = asyncio.run(offer(url, port))
        with serving(env) as server:
            others = database_processes(template)
            pin(SERVER_CORE, server.process.pid, *others)
            target = Target(server.port, key, MODEL)
            yield Measured(f"Kliqs, {dialect}", target, server.process.pid, others)


@contextmanager
def litellm_running(command: str, upstream: int, place: Path) -> Iterator[Measured]:
    """The proxy of litellm, one process and no database, in front of the stand-in."""
    port, config = free_port(), place / "litellm.yaml"
    config.write_text(CONFIG.format(model=MODEL, port=upstream))
    words = [command, "--config", str(config), "--host", "127.0.0.1", "--port", str(port), "--num_workers", "1"]
    env = os.environ | {"LITELLM_LOCAL_MODEL_COST_MAP": "True", "LITELLM_LOG": "ERROR"}
    with (place / "litellm.log").open("wb") as log:
        process = subprocess.Popen(words, env=env, stdout=log, stderr=log)
        try:
            wait_for(f"http://127.0.0.1:{port}/health/liveliness", process)
            pin(SERVER_CORE, process.pid)
            yield Measured(LITELLM, Target(port, "sk-of-the-bench", MODEL), process.pid)
        finally:
            process.kill()
            process.wait()


def wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    """Waits until a server answers. Raises: RuntimeError if it ends or takes two minutes."""
    for _ in range(240):
        time.sleep(0.5)
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except OSError:
            if process.poll() is not None:
                break
    raise RuntimeError(f"{url} does not answer")


def figures_of(one: Measured, bare: Measured) -> dict[str, float]:
    """Returns what was measured, by its name; of the stand-in only what a client waits."""
    figures = {
        "first event of a stream, p50, ms": percentile(one.first, 0.5),
        "first event of a stream, p95, ms": percentile(one.first, 0.95),
        "first event of many streams at once, p50, ms": percentile(one.crowded, 0.5),
        "first event of many streams at once, p95, ms": percentile(one.crowded, 0.95),
    }
    if one is bare:
        return figures
    added = {
        f"added: {name}": value - percentile(values, share)
        for (name, value), values, share in zip(
            figures.items(), (bare.first, bare.first, bare.crowded, bare.crowded), (0.5, 0.95, 0.5, 0.95), strict=True
        )
    }
    return (
        figures
        | added
        | {
            "CPU of a short request, ms": median(one.work),
            "… without that of the database, ms": median(one.own_work),
            "CPU of a token among many streams, ms": median(one.token_work),
            "memory of a stream among many, KiB": median(one.stream_memory),
            "memory at the end, MiB": memory(one.server),
        }
    )


def table(measured: list[Measured]) -> str:
    """Returns the table: every figure, and how many times as much litellm's is as each of Kliqs's."""
    figures = [figures_of(one, measured[0]) for one in measured]
    rivals = [one for one, each in zip(figures, measured, strict=True) if each.name == LITELLM]
    ours = [(each.name, one) for one, each in zip(figures, measured, strict=True) if each.name.startswith("Kliqs")]
    heads = ["", *(one.name for one in measured)] + [f"{LITELLM} / {name}" for name, _ in ours if rivals]
    rows = []
    for name in figures[-1]:
        cells = [short(one[name]) if name in one else "" for one in figures]
        ratios = [
            short(rivals[0][name] / one[name]) if name in one and one[name] > 0 else "" for _, one in ours if rivals
        ]
        rows.append([name, *cells, *ratios])
    return markdown_table(heads, rows)


def measure(options: argparse.Namespace, measured: list[Measured]) -> None:
    """Measures all in turn, in rounds; the first requests of each, which load what they need, do not count."""
    for one in measured:
        with closing(OneByOne(one.target)) as client:
            for _ in range(WARM_UP):
                client.stream(options.tokens)
        asyncio.run(stream_at_once(one.target, options.streams, 2, 100))
    for number in range(options.rounds):
        for one in measured if number % 2 else reversed(measured):
            one.one_by_one(options.requests, options.tokens)
        print(f"round {number + 1}", flush=True)
    for number in range(options.crowds):
        for one in measured if number % 2 else reversed(measured):
            one.at_once(options.streams, options.long, options.pause)
        print(f"crowd {number + 1}", flush=True)


def parsed() -> argparse.Namespace:
    """Returns the options of the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--on", nargs="+", choices=list(TEMPLATES), default=list(TEMPLATES))
    parser.add_argument(
        "--litellm", default=shutil.which("litellm") or "", help="its command; without it, it is left out"
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--requests", type=int, default=200, help="chats of a round, one after the other")
    parser.add_argument("--tokens", type=int, default=2, help="pieces of such a chat, which come at once")
    parser.add_argument("--crowds", type=int, default=3, help="how many times many stream at once")
    parser.add_argument("--streams", type=int, default=200, help="how many")
    parser.add_argument("--long", type=int, default=50, help="pieces of each of these")
    parser.add_argument("--pause", type=int, default=100, help="ms between them")
    return parser.parse_args()


def main() -> None:
    """Runs the bench and prints the table."""
    options = parsed()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        port = stack.enter_context(upstream_running())
        measured = [Measured("stand-in", Target(port, "sk-of-the-operator", "chat-1"))]
        for dialect in options.on:
            measured.append(stack.enter_context(kliqs_running(dialect, port, Path(folder) / dialect)))
        if Path(options.litellm).is_file():
            measured.append(stack.enter_context(litellm_running(options.litellm, port, Path(folder))))
        stack.enter_context(client_pinned())
        measure(options, measured)
        print(table(measured))


if __name__ == "__main__":
    main()
