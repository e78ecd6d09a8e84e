"""A real server in a process of its own, as an operator starts it, for what only a real server can show."""

import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from app.accounts.models import Account
from app.kernel import db
from tests import world
from tests.preloaded import MAIN, ForkedProcess, Preloaded
from tests.processes import killed_at_the_end
from tests.waiting import DEADLINE, wait_until

DEFAULT = [sys.executable, "-c", MAIN]
COMMAND = DEFAULT
ROOT = Path(__file__).parent.parent
FIRST_PORT, EPHEMERAL = 20_000, Path("/proc/sys/net/ipv4/ip_local_port_range")


def free_port() -> int:
    """A port of this machine that nobody listens on, nor begins to until the test does.

    It is none of those that the system chooses for outgoing connections and for whoever binds port 0, so that it may
    be bound long after it was chosen, and again after a restart. Only where the system chooses from all ports it is.
    """
    while True:
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", next(_ports())))
            return int(probe.getsockname()[1])


@cache
def _ports() -> Iterator[int]:
    """The ports to try, which begin anywhere, as several processes of tests choose from them at the same time."""
    first_of_the_system = int(EPHEMERAL.read_text().split()[0])
    ports = range(FIRST_PORT, first_of_the_system) or range(1)
    begin = secrets.randbelow(len(ports))
    return cycle([*ports[begin:], *ports[:begin]])


@dataclass
class Server:
    """Where it listens, what it was started with, and its process (the head of a group).

    `host` is what its requests name as `Host`; empty where that is its own address.
    """

    port: int
    env: dict[str, str]
    process: subprocess.Popen[bytes] | ForkedProcess
    host: str = ""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def kill(self) -> None:
        """kill -9, at once, of everything it started."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(DEADLINE)

    def kill_if_it_runs(self) -> None:
        """kill -9 of everything it started, unless it has ended."""
        if self.process.poll() is None:
            self.kill()

    def stop(self) -> int:
        """SIGTERM; returns the exit code."""
        self.process.terminate()
        return self.process.wait(DEADLINE)

    def command(self, *words: str, stdin: str = "") -> str:
        """Runs one of the operator's commands beside it; returns what it printed."""
        if not _may_be_forked(COMMAND, ROOT):
            command = [*COMMAND, *words]
            keywords: dict[str, Any] = {"capture_output": True, "text": True, "check": True, "timeout": DEADLINE}
            return str(subprocess.run(command, env=self.env, cwd=ROOT, input=stdin, **keywords).stdout)
        with TemporaryDirectory() as folder:
            output, errors = Path(folder) / "output", Path(folder) / "errors"
            code, words_of_code = COMMAND[2], [*COMMAND[3:], *words]
            forked = preloaded().start(code, words_of_code, self.env, str(output), errors=str(errors), typed=stdin)
            with killed_at_the_end(forked):
                assert (status := forked.wait(DEADLINE)) == 0, f"{words} ended with {status}: {errors.read_text()}"
            return output.read_text()

    def api(self, method: str, path: str, key: str, body: Any = None) -> tuple[int, Any]:
        """One call of the JSON API."""
        request = urllib.request.Request(
            f"{self.url}/api/v1{path}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={
                "Authorization": f"Bearer {key}",
                "Content-Type": "application/json",
                **({"Host": self.host} if self.host else {}),
            },
        )
        try:
            with urllib.request.urlopen(request, timeout=DEADLINE) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, json.load(refused)


def environment(data: Path, database_url: str = "", **settings: str) -> dict[str, str]:
    """The settings of a server on this machine."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KLIQS_")}
    return kept | {
        "KLIQS_DATA_DIR": str(data),
        "KLIQS_DATABASE_URL": database_url,
        "KLIQS_BURST_LIMIT": "1000000/minute",
        "PYTHONPATH": str(ROOT),
        **settings,
    }


async def key_with_room(env: dict[str, str]) -> str:
    """The key of an account with room for many links and requests, on the database of a server with our SECRET.

    The operator's commands would take two processes for it.
    """
    async with db.database_open(env["KLIQS_DATABASE_URL"]):
        dewi = await world.dewi()
        await Account.filter(id=dewi.id).update(links_limit=100_000, requests_limit=1_000_000)
        return await world.key_of(dewi)


def start(
    env: dict[str, str], port: int | None = None, *options: str, program: list[str] | None = None, folder: Path = ROOT
) -> Server:
    """Starts a server in a folder and waits until it is ready."""
    port = port or free_port()
    env = env | {"KLIQS_BIND": f"127.0.0.1:{port}"}
    log = Path(env["KLIQS_DATA_DIR"]).parent / f"server-{port}.log"
    command = [*(program or COMMAND), "serve", *options]
    server = Server(port, env, _process(command, env, folder, log))

    def ready() -> bool:
        if server.process.poll() is not None:
            raise RuntimeError(log.read_text()[-2000:])
        try:
            with urllib.request.urlopen(f"{server.url}/readyz", timeout=5):
                return True
        except OSError:
            return False

    try:
        wait_until(ready)
    except BaseException:
        server.kill_if_it_runs()
        raise
    return server


def _process(
    command: list[str], env: dict[str, str], folder: Path, log: Path
) -> subprocess.Popen[bytes] | ForkedProcess:
    """The process of a command, the head of a group."""
    if _may_be_forked(command, folder):
        return preloaded().start(command[2], command[3:], env, str(log))
    with log.open("ab") as output:
        return subprocess.Popen(command, env=env, cwd=folder, stdout=output, stderr=output, start_new_session=True)


def _may_be_forked(command: list[str], folder: Path) -> bool:
    """Whether a command is code of Python for this tree. In tests it is forked, which spares it the imports; a bench
    measures the command itself.
    """
    return command[:2] == DEFAULT[:2] and folder == ROOT and "PYTEST_VERSION" in os.environ


@cache
def preloaded() -> Preloaded:
    """The process that forks servers, which begins with the first of them."""
    return Preloaded(str(ROOT))


@contextmanager
def serving(env: dict[str, str], *options: str, port: int | None = None) -> Iterator[Server]:
    """A server for the length of a block, which may end it itself; on this port, or on a free one."""
    server = start(env, port, *options)
    try:
        yield server
    finally:
        server.kill_if_it_runs()
