"""What the benches share: a server on a core of its own, its processor time and memory, people with a browser, tables.

Processor time is read from the processes' own clocks in nanoseconds, so that a single request can be measured; what a
client waits is told beside it, and moves with whatever else the machine does.
"""

from __future__ import annotations

import http.client
import json
import multiprocessing
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import cycle
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tests import world
from tests.databases import PostgresTemplate, Template
from tests.serving import Server

SERVER_CORE, CLIENT_CORE = 0, 1
IDLE = 30.0  # seconds; the server closes a connection that is idle for longer
AGENT = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0"
REFERRER = "https://www.instagram.com/"
PROCESS_CLOCK = 2  # of a process by its id, see CPUCLOCK_SCHED in the kernel's posix-timers_types.h


def process_tree(*roots: int) -> list[int]:
    """Returns the ids of processes and of all that they started and that still run."""
    found, waiting = list[int](), list(roots)
    while waiting:
        found.append(waiting.pop())
        for children in Path(f"/proc/{found[-1]}/task").glob("*/children"):
            with suppress(OSError):  # it may have ended
                waiting += map(int, children.read_text().split())
    return found


def pin(core: int, *roots: int) -> None:
    """Moves processes, with their threads and the processes they started, to one core; what they start stays there.

    Where the machine has no such core, nothing is moved.
    """
    for pid in process_tree(*roots):
        move({core}, pid)


def move(cores: set[int], pid: int) -> None:
    """Moves a process with its threads to cores, if the machine has them."""
    for task in Path(f"/proc/{pid}/task").iterdir():
        with suppress(OSError):
            os.sched_setaffinity(int(task.name), cores)


class CpuClock:
    """The processor time of processes and of all they started, of which one may end meanwhile."""

    def __init__(self, *roots: int) -> None:
        self.roots, self.seen = roots, dict[int, float]()

    def seconds(self) -> float:
        """Returns the seconds since the processes began."""
        for pid in process_tree(*self.roots):
            with suppress(OSError):
                self.seen[pid] = time.clock_gettime(~pid << 3 | PROCESS_CLOCK)
        return sum(self.seen.values())


def database_processes(template: Template) -> list[int]:
    """Returns the process of a template's PostgreSQL; none on SQLite, which is in the server's."""
    return [template.server.get_pid()] if isinstance(template, PostgresTemplate) else []


def memory(pid: int, which: str = "VmRSS") -> float:
    """Returns the MiB of a process that are in memory now, or with VmHWM the most that ever were."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(which)) / 1024


WATCH = """
import time
while True:
    print([line.split()[1] for line in open("/proc/{pid}/status") if line.startswith("VmRSS")][0], flush=True)
    time.sleep(0.1)
"""


@contextmanager
def memory_watched(pid: int) -> Iterator[list[float]]:
    """Yields the memory of a process, in MiB, again and again while the block runs; nothing for 0."""
    most = [0.0]
    if not pid:
        yield most
        return
    watch = subprocess.Popen([sys.executable, "-c", WATCH.format(pid=pid)], stdout=subprocess.PIPE, text=True)
    try:
        yield most
    finally:
        watch.terminate()
        most += [int(line) / 1024 for line in watch.communicate()[0].split()]


class Client:
    """Somebody with one open connection and a browser's headers."""

    def __init__(self, server: Server, **headers: str) -> None:
        self.server = server
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=300)
        self.headers = {"User-Agent": AGENT, "Accept-Language": "id,en;q=0.8", "Accept": "text/html"} | headers
        self.used_at = 0.0

    def sign_in(self, email: str, password: str = world.PASSWORD) -> Client:
        """Signs in, and stays so; returns itself."""
        _, headers = self.request("POST", "/login", {"email": email, "password": password}, status=303)
        cookies = [value.partition(";")[0] for name, value in headers if name.lower() == "set-cookie"]
        self.headers["Cookie"] = "; ".join(cookies)
        return self

    def post_json(self, path: str, value: object, status: int = 200) -> Any:
        """Sends JSON and returns that of the response. Raises: RuntimeError if it has another status."""
        headers = {"Content-Type": "application/json"}
        return json.loads(self._send("POST", path, json.dumps(value), headers, status)[0])

    def request(
        self, method: str, path: str, form: dict[str, str] | None = None, *, status: int = 200
    ) -> tuple[bytes, list[tuple[str, str]]]:
        """Sends a request; returns the body and the headers of the response.

        Raises: RuntimeError if the response has another status.
        """
        own = {"Origin": self.server.url, "Content-Type": "application/x-www-form-urlencoded"} if form else {}
        return self._send(method, path, urlencode(form) if form else None, own, status)

    def _send(
        self, method: str, path: str, body: str | None, headers: dict[str, str], status: int
    ) -> tuple[bytes, list[tuple[str, str]]]:
        if time.monotonic() > self.used_at + IDLE:
            self.connection.close()  # the next request opens it again
        self.connection.request(method, path, body, self.headers | headers)
        response = self.connection.getresponse()
        content, self.used_at = response.read(), time.monotonic()
        if response.status != status:
            raise RuntimeError(f"{method} {path}: {response.status} {content[:300]!r}")
        return content, response.getheaders()

    def submit(self, path: str, form: dict[str, str]) -> str:
        """Sends a form; returns where its response redirects to. Raises: RuntimeError if it does not."""
        _, headers = self.request("POST", path, form, status=303)
        return next(value for name, value in headers if name.lower() == "location")

    def get(self, path: str, status: int = 200) -> bytes:
        """Returns the body of a page. Raises: RuntimeError if it has another status."""
        return self.request("GET", path, status=status)[0]


class Reader:
    """Somebody who opens pages, one after the other and again, until `end` is called, in a process of their own.

    A thread would share Python's lock with whoever measures, who would then measure it, too.
    """

    def __init__(self, client: Client, paths: Sequence[str]) -> None:
        client.connection.close()  # each process opens its own
        self._results, there = multiprocessing.Pipe()
        self._process = multiprocessing.get_context("fork").Process(target=self._read, args=(client, paths, there))
        self._process.start()

    def end(self) -> list[float]:
        """Lets the last page end; returns the milliseconds that each took. Raises: RuntimeError if one was refused."""
        self._results.send("end")
        waited, error = self._results.recv()
        self._process.join()
        if error:
            raise RuntimeError(error)
        return waited  # type: ignore[no-any-return]

    @staticmethod
    def _read(client: Client, paths: Sequence[str], results: Connection) -> None:
        pages, error, path = Samples(), "", cycle(paths)
        try:
            while not results.poll():
                pages.measure(lambda: client.get(next(path)))
        except (OSError, RuntimeError) as reason:
            error = str(reason)
        results.send((pages.waited, error))


@dataclass
class Samples:
    """What something took, again and again: milliseconds that the client waited, and of the server's processor."""

    waited: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)

    def measure(self, work: Callable[[], object], clock: CpuClock | None = None) -> None:
        """Adds one round of work; without a clock only what the client waits is measured."""
        began, start = clock.seconds() if clock else 0.0, time.perf_counter()
        work()
        self.waited.append((time.perf_counter() - start) * 1000)
        if clock:
            self.worked.append((clock.seconds() - began) * 1000)

    def __str__(self) -> str:
        """Returns `CPU (wait)`, medians."""
        return f"{short(statistics.median(self.worked))} ({short(statistics.median(self.waited))})"


def percentile(values: Iterable[float], share: float) -> float:
    """Returns the value that a share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def short(number: float) -> str:
    """Returns a number with three figures that count."""
    return f"{number:,.0f}" if number >= 100 else f"{number:.1f}" if number >= 10 else f"{number:.2f}"


def markdown_table(heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Returns a table as it stands in RESULTS.md."""
    lines = [heads, ["---"] + ["---:"] * (len(heads) - 1), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


@contextmanager
def client_pinned() -> Iterator[None]:
    """Keeps this process, which asks, off the servers' core for the length of a block; they stay where they are."""
    before = os.sched_getaffinity(0)
    move({CLIENT_CORE}, os.getpid())
    try:
        yield
    finally:
        move(before, os.getpid())
