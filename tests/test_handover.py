"""A server is replaced without a refused or cut connection, and one that does not start replaces nobody."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from app.kernel import db
from app.pid_file import PidFile
from app.stop_requests import REPLACE
from tests import world
from tests.databases import ON_ONE, ON_POSTGRES, Template
from tests.processes import killed_at_the_end
from tests.serving import COMMAND, ROOT, Server, environment, free_port, start
from tests.steady_load import SteadyLoad, under_load
from tests.waiting import DEADLINE, eventually, wait_until

CLIENTS = 4  # that follow a link while a server is replaced, each so often that one is always on its way
WHOLE = "from app.__main__ import main; main()"
BROKEN = {
    "import os; os.kill(os.getpid(), 9)": "ended with code -9",
    f"import os; os.environ['KLIQS_BURST_LIMIT'] = 'often'; {WHOLE}": "KLIQS_BURST_LIMIT",
    "from app.kernel import database_upgrade as upgrades\n"
    "async def fail(url): raise OSError('a migration failed')\n"
    f"upgrades.upgrade_database = fail; {WHOLE}": "a migration failed",
}
# what systemd does before it runs a service with a socket
ACTIVATE = """
import os, sys
os.dup2(int(sys.argv[1]), 3)
os.set_inheritable(3, True)
os.environ |= {"LISTEN_FDS": "1", "LISTEN_PID": str(os.getpid())}
os.execv(sys.argv[2], sys.argv[2:])
"""


@pytest.fixture
async def env(template: Template, tmp_path: Path) -> dict[str, str]:
    """The settings of a server on whose database there is a link `promo`."""
    url = await template.fresh(tmp_path)
    async with db.database_open(url):
        await world.shorten(await world.dewi(), "promo")
    return environment(tmp_path / "data", url)


@contextmanager
def ended(server: Server) -> Iterator[None]:
    """Kills a server and those that replaced it at the end of the block."""
    try:
        yield
    finally:
        with suppress(ProcessLookupError):
            os.killpg(server.process.pid, signal.SIGKILL)
        server.process.wait()


async def recorded(env: dict[str, str], load: SteadyLoad) -> Counter[str]:
    """How often each mark is in the database, once all that were answered are."""
    wanted = {str(mark) for mark in load.answered}

    async def complete() -> Counter[str] | None:
        rows = await db.query_rows("SELECT utm_content FROM visits", [], on=db.visits_connection())
        marks = Counter(row["utm_content"] for row in rows)
        return marks if wanted <= marks.keys() else None

    async with db.database_open(env["KLIQS_DATABASE_URL"]):
        result: Counter[str] = await eventually(complete)
    return result


def status_of(url: str) -> int:
    """The status at an address, and 0 where nobody answers any more; redirects are not followed."""
    request = urllib.request.build_opener(NoRedirects())
    try:
        with request.open(url, timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code
    except (urllib.error.URLError, ConnectionError):  # a server that ends closes connections without a request
        return 0


class NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """Leaves a redirect as it is."""


@pytest.mark.timeout(300)
@ON_ONE
async def test_a_server_is_replaced_under_load_but_not_by_one_that_does_not_start(
    env: dict[str, str], tmp_path: Path
) -> None:
    script, pid_file = tmp_path / "version.py", PidFile(tmp_path / "server.pid")
    script.write_text(WHOLE)
    with notifications(tmp_path / "notify") as manager:
        options, env = ("--pid-file", str(pid_file.path)), env | {"NOTIFY_SOCKET": str(tmp_path / "notify")}
        server = await asyncio.to_thread(start, env, None, *options, program=[sys.executable, str(script)])
        with ended(server):
            assert await eventually(pid_file.read) == server.process.pid
            assert manager.recv(1024) == b"READY=1"
            async with under_load(server.port, CLIENTS) as load:
                for code, reason in BROKEN.items():
                    script.write_text(code)
                    os.kill(server.process.pid, REPLACE)
                    assert reason in await eventually(pid_file.take_reason)
                    assert pid_file.read() == server.process.pid
                    assert manager.recv(1024).startswith(b"RELOADING=1\nMONOTONIC_USEC=")
                    assert manager.recv(1024) == b"READY=1"
                script.write_text(WHOLE)
                printed = await asyncio.to_thread(server.command, "restart", *options)
                successor = pid_file.read()
                assert f"The process {successor} serves now." in printed
                assert await asyncio.to_thread(server.process.wait) == 0
                before = len(load.answered)
                await eventually(lambda: len(load.answered) > before + 50)
            assert (load.refused, load.cut) == (0, 0)
            assert load.told_to_close and len(load.answered) > 200
            marks = await recorded(env, load)
            assert marks.total() == len(load.answered) and set(marks.values()) == {1}
            assert manager.recv(1024).startswith(b"RELOADING=1")
            assert manager.recv(1024) == f"MAINPID={successor}\nREADY=1".encode()
            assert successor is not None and successor != server.process.pid
            os.kill(successor, signal.SIGTERM)
            await eventually(lambda: pid_file.read() is None)


@pytest.mark.timeout(300)
@ON_POSTGRES
async def test_several_processes_are_replaced_survive_the_death_of_the_old_ones_and_drain(env: dict[str, str]) -> None:
    env |= {"KLIQS_DRAIN_SECONDS": "600"}
    server = await asyncio.to_thread(start, env, None, "--processes", "2")
    pid_file, processes = PidFile(Path(env["KLIQS_DATA_DIR"], "kliqs.pid")), [server.process.pid]

    async def next_process() -> None:
        processes.append(await eventually(lambda: (new := pid_file.read()) not in processes and new))

    with ended(server):
        await eventually(lambda: pid_file.read() == server.process.pid)
        async with under_load(server.port, CLIENTS) as load:
            os.kill(server.process.pid, REPLACE)
            await next_process()
            assert await asyncio.to_thread(server.process.wait) == 0
            before = len(load.answered)
            await eventually(lambda: len(load.answered) > before + 50)
        assert (load.refused, load.cut) == (0, 0)
        assert load.told_to_close and len(load.answered) > 200
        marks = await recorded(env, load)
        assert marks.total() == len(load.answered) and set(marks.values()) == {1}

        os.kill(processes[-1], REPLACE)
        wait_until(lambda: len(children(processes[-1])) > 2)
        os.kill(processes[-1], signal.SIGKILL)
        await next_process()
        await eventually(lambda: status_of(f"{server.url}/readyz") == 200)

        os.kill(processes[-1], signal.SIGTERM)
        await eventually(lambda: status_of(f"{server.url}/readyz") == 503)
        async with under_load(server.port, clients=2) as load:
            await eventually(lambda: len(load.answered) > 20)
        assert (load.refused, load.cut, load.told_to_close) == (0, 0, len(load.answered))
        os.kill(processes[-1], signal.SIGTERM)  # a second one ends the draining
        await eventually(lambda: status_of(f"{server.url}/readyz") == 0)
        await eventually(lambda: pid_file.read() is None)


def children(process: int) -> list[str]:
    """The ids of the processes that a process started, as far as they still run."""
    return Path(f"/proc/{process}/task/{process}/children").read_text().split()


@contextmanager
def notifications(path: Path) -> Iterator[socket.socket]:
    """The socket on which systemd is told the state of a service."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(path))
        manager.settimeout(60)
        yield manager


@ON_ONE
def test_systemd_keeps_the_socket_so_that_a_restart_refuses_nobody(env: dict[str, str], tmp_path: Path) -> None:
    env |= {"NOTIFY_SOCKET": str(tmp_path / "notify"), "KLIQS_BIND": f"127.0.0.1:{free_port()}"}
    with notifications(tmp_path / "notify") as manager, socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        for _ in range(2):
            with socket.create_connection(("127.0.0.1", port), timeout=DEADLINE) as waiting:  # before anybody serves
                waiting.sendall(f"GET /promo HTTP/1.1\r\nHost: {env['KLIQS_BIND']}\r\n\r\n".encode())
                command = [sys.executable, "-c", ACTIVATE, str(listening.fileno()), *COMMAND, "serve"]
                process = subprocess.Popen(command, env=env, cwd=ROOT, pass_fds=[listening.fileno()])
                with killed_at_the_end(process):
                    assert waiting.recv(1024).startswith(b"HTTP/1.1 302 ")
                    assert manager.recv(1024) == b"READY=1"
                    process.terminate()
                    assert manager.recv(1024) == b"STOPPING=1"
                    assert process.wait(DEADLINE) == 0
