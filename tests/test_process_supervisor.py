"""Limits and names hold when two processes work on one database at once."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from subprocess import PIPE

import pytest

from app.accounts.models import Account
from app.kernel.package_files import ROOT
from app.keys.models import MonthlyUsage
from app.links.models import Link
from tests import world
from tests.processes import killed_at_the_end
from tests.waiting import DEADLINE

Pair = list[subprocess.Popen[str]]
# A server of two processes that never come to serve, and that has endless patience with those it asks to end.
NEVER_READY = """
import os, socket, time
from pathlib import Path
from app import process_supervisor
from app.handover import Handover, Startup
from app.pid_file import PidFile
from app.service_manager import ServiceManager

def work(*_):
    os.write(1, f"{os.getpid()}{os.linesep}".encode())
    time.sleep(10_000)

process_supervisor.PAUSE, process_supervisor.PATIENCE = 0, 10_000
file, manager = PidFile(Path(os.devnull)), ServiceManager({})
handover = Handover(socket.socket(), file, manager)
supervisor = process_supervisor.ProcessSupervisor(2, work, Startup(file, manager), handover, int)
raise SystemExit(supervisor.run())
"""
# Lets a process get the signals of a handover and of an end as soon as it is there, and its supervisor the latter.
SIGNALLED_AT_ONCE = """
import os, signal
fork = os.fork

def fork_and_signal():
    child = fork()
    for number in (signal.SIGTERM,) if child else (signal.SIGUSR1, signal.SIGTERM):
        os.kill(os.getpid(), number)
    return child

os.fork = fork_and_signal
"""


@pytest.fixture(scope="module")
def pair() -> Iterator[Pair]:
    """Two processes for all tests of this module."""
    command = [sys.executable, "-m", "tests.crowd"]
    processes = [subprocess.Popen(command, cwd=ROOT, stdin=PIPE, stdout=PIPE, text=True) for _ in "12"]
    with killed_at_the_end(*processes):
        yield processes
        for process in processes:
            process.communicate(timeout=DEADLINE)
            assert process.returncode == 0


def send(process: subprocess.Popen[str], *words: str) -> None:
    assert process.stdin
    print(json.dumps(words), file=process.stdin, flush=True)


def answer(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline()


def both(pair: Pair, url: str, work: str, *arguments: str) -> int:
    """How often the work succeeded in two processes that began it together."""
    for process, argument in zip(pair, arguments, strict=True):
        send(process, url, work, argument)
    assert [answer(process) for process in pair] == ["ready\n"] * 2
    for process in pair:
        send(process, "go")
    results = [json.loads(answer(process)) for process in pair]
    assert [errors for _, errors in results] == [[], []]
    return sum(successes for successes, _ in results)


async def test_two_processes_make_one_link_of_a_name(database: str, pair: Pair, budi: Account, dewi: Account) -> None:
    assert both(pair, database, "same_slug", "budi@example.com", "dewi@example.com") == 1
    assert await world.links_used(budi) + await world.links_used(dewi) == 1


async def test_two_processes_make_as_many_links_as_the_plan_allows(database: str, pair: Pair, sari: Account) -> None:
    assert both(pair, database, "any_slug", "sari@example.com", "sari@example.com") == 5
    assert await world.links_used(sari) == 5


async def test_two_processes_spend_a_months_requests_and_no_more(database: str, pair: Pair, sari: Account) -> None:
    assert both(pair, database, "request", await world.key_of(sari), await world.key_of(sari)) == 30
    assert (await MonthlyUsage.usage_of(sari)).used == 30


async def test_two_processes_let_as_many_clicks_through_as_allowed(database: str, pair: Pair, sari: Account) -> None:
    link = await Link.shorten(sari, url=world.DESTINATION, slug="promo", click_limit=50)
    assert both(pair, database, "follow", "promo", "promo") == 50
    assert (await Link.get(id=link.id)).admitted == 50


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_server_that_is_stopped_before_it_serves_ends_well(number: signal.Signals) -> None:
    with server_that_is_never_ready() as server:
        ids_of_two(server)
        server.send_signal(number)
        assert exit_code_once_all_ended(server) == 0


def test_no_process_is_left_of_a_server_that_is_stopped_while_one_of_them_is_replaced() -> None:
    with server_that_is_never_ready() as server:
        os.kill(ids_of_two(server)[0], signal.SIGKILL)
        server.terminate()
        # a death that was noticed before the request to stop, or after it
        assert exit_code_once_all_ended(server) in {0, signal.SIGKILL}


def test_a_process_that_gets_signals_as_soon_as_it_is_forked_ends_well() -> None:
    with server_that_is_never_ready(SIGNALLED_AT_ONCE) as server:
        assert exit_code_once_all_ended(server) == 0


@contextmanager
def server_that_is_never_ready(preparation: str = "") -> Iterator[subprocess.Popen[str]]:
    """A server whose processes stay at work on their start; all of it is killed with the block.

    `preparation` is code that it runs before.
    """
    command = [sys.executable, "-c", preparation + NEVER_READY]
    with subprocess.Popen(command, cwd=ROOT, stdout=PIPE, text=True, start_new_session=True) as server:
        try:
            yield server
        finally:
            with suppress(ProcessLookupError):  # all have ended
                os.killpg(server.pid, signal.SIGKILL)


def ids_of_two(server: subprocess.Popen[str]) -> list[int]:
    """The ids of a server's processes, once both of them run."""
    assert server.stdout
    return [int(server.stdout.readline()) for _ in "12"]


def exit_code_once_all_ended(server: subprocess.Popen[str]) -> int:
    """Waits until none of a server's processes holds its output any more. Raises: subprocess.TimeoutExpired."""
    server.communicate(timeout=DEADLINE / 2)
    return server.returncode
