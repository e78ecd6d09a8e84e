"""A process that has imported all of Kliqs, and forks the servers and commands that tests start.

To import Kliqs takes two seconds of a processor, and tests start more than a hundred servers. A server that is forked
is a process and the head of a group like any other; what starts anew by a command of its own (a handover, a worker that
is spawned) does so from its `sys.orig_argv`. How a process begins is tested by tests/test_start.py, test_wheel.py
and test_handover.py, which run the command.

The process that draws codes takes a second more. It begins with the first code that a server draws and not with the
server, unless AT_START is in its environment. The country database is unpacked once, and linked to where a server would
unpack it.
"""

import atexit
import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any

from app.kernel.private_files import make_folder
from tests.folder_in_memory import folder_in_memory
from tests.waiting import DEADLINE, wait_until

LONGEST = 1 << 18  # bytes of a message: the environment and the command
AT_START = "DRAWING_PROCESS_AT_START"  # a variable of the environment, with which that process begins as in production
MAIN = "from app.__main__ import main; main()"


class ForkedProcess:
    """What tests use of `subprocess.Popen`, for a process that another one forked."""

    def __init__(self, pid: int, parent: "Preloaded") -> None:
        self.pid, self.parent, self.returncode = pid, parent, None

    returncode: int | None

    def poll(self) -> int | None:
        """The exit code, or None while it runs."""
        if self.returncode is None:
            self.returncode = self.parent.exit_code(self.pid)
        return self.returncode

    def wait(self, timeout: float = 10 * DEADLINE) -> int:
        """Waits for the end; returns the exit code. Raises: AssertionError, after so many seconds."""
        wait_until(lambda: self.poll() is not None, timeout)
        assert self.returncode is not None
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Sends a signal, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        """Asks it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """Ends it at once."""
        self.send_signal(signal.SIGKILL)


class Preloaded:
    """The side of the tests: asks the process for servers, and takes in which of them have ended."""

    def __init__(self, folder: str) -> None:
        self.ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.lock, self.ended = Lock(), dict[int, int]()
        self.kept = tempfile.mkdtemp(prefix="kliqs-kept-", dir=folder_in_memory())  # where tests keep their files, too
        arguments = f"{theirs.fileno()}, {self.kept!r}"
        code = f"from tests.preloaded import wait_for_orders; wait_for_orders({arguments})"
        command = [sys.executable, "-c", code]
        self.process = subprocess.Popen(command, cwd=folder, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL)
        theirs.close()
        atexit.register(self.close)

    def start(
        self, code: str, words: list[str], env: dict[str, str], log: str, *, errors: str = "", typed: str = ""
    ) -> ForkedProcess:
        """Forks a process that runs code such as MAIN with these words, writing to a file, and its errors to another
        one if there is one; `typed` is what it reads.
        """
        order = {"code": code, "words": words, "env": env, "log": log, "errors": errors or log, "typed": typed}
        with self.lock:
            self.ours.send(json.dumps(order).encode())
            while (message := self._next())["ended"] is not None:
                pass
            self.ended.pop(message["pid"], None)  # of a process of before that had the same number
        return ForkedProcess(message["pid"], self)

    def exit_code(self, pid: int) -> int | None:
        """The exit code of one of its processes, as subprocess has it, or None while that runs."""
        with self.lock:
            while pid not in self.ended and select.select([self.ours], [], [], 0)[0]:
                self._next()
            return self.ended.get(pid)

    def close(self) -> None:
        """Lets the process end."""
        self.ours.close()
        self.process.wait()
        shutil.rmtree(self.kept, ignore_errors=True)

    def _next(self) -> dict[str, Any]:
        if not (text := self.ours.recv(LONGEST)):
            raise RuntimeError("the process that forks servers has ended")
        message: dict[str, Any] = json.loads(text)
        if message["ended"] is not None:
            self.ended[message["pid"]] = message["ended"]
        return message


def wait_for_orders(descriptor: int, kept: str) -> None:
    """Imports Kliqs, then forks a server for each order, and tells when one has ended; ends with the tests.

    Its servers keep in the folder `kept` what Jinja compiles, so that each template is compiled once.
    """
    import gc

    gc.disable()
    import aiohttp
    from jinja2 import FileSystemBytecodeCache
    from quart import Quart

    from app import cli
    from app.visits.recording import geo_database_files
    from app.visits.recording.user_agent import build_patterns

    Quart.jinja_options = {**Quart.jinja_options, "bytecode_cache": FileSystemBytecodeCache(kept)}
    build_patterns()  # which a server does at its first visit
    unpacked = geo_database_files.unpack_vendored(Path(kept))
    geo_database_files.unpack_vendored = partial(_linked, geo_database_files.unpack_vendored, unpacked)
    gc.freeze()
    gc.enable()
    assert cli and aiohttp
    orders = socket.socket(fileno=descriptor)
    woken, wake = os.pipe()
    os.set_blocking(wake, False)
    signal.set_wakeup_fd(wake)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    while True:
        readable = select.select([descriptor, woken], [], [])[0]
        if woken in readable:
            os.read(woken, 4_096)
            _tell_of_the_dead(orders)
        if descriptor in readable:
            if not (text := orders.recv(LONGEST)):
                return
            if not (pid := os.fork()):
                signal.set_wakeup_fd(-1)
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                for number in (woken, wake):
                    os.close(number)
                orders.close()
                _become(**json.loads(text))
                return
            orders.send(json.dumps({"pid": pid, "ended": None}).encode())


def _tell_of_the_dead(orders: socket.socket) -> None:
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not pid:
            return
        orders.send(json.dumps({"pid": pid, "ended": os.waitstatus_to_exitcode(status)}).encode())


def _linked(unpack: Callable[[Path], Path], unpacked: Path, folder: Path) -> Path:
    """Takes the place of unpacking the country database into a folder: links it there, where that can be done."""
    with suppress(OSError):  # the folder cannot be made, has it already, or is on another file system
        make_folder(folder)
        os.link(unpacked, folder / unpacked.name)
    return unpack(folder)


async def _start_later() -> None:
    """Takes the place of what begins the process that draws codes with a server: the first code begins it instead."""


def _become(code: str, words: list[str], env: dict[str, str], log: str, errors: str, typed: str) -> None:
    """Makes this process what `python -c CODE words…` would be, and runs it."""
    from app.qr.render import pool

    os.setsid()
    os.environ.clear()
    os.environ.update(env)
    if AT_START not in env:
        pool._start = _start_later
    for path, number in ((log, 1), (errors, 2)):
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(file, number)
        os.close(file)
    if typed:
        file = os.memfd_create("typed")
        os.write(file, typed.encode())
        os.lseek(file, 0, os.SEEK_SET)
        os.dup2(file, 0)
        os.close(file)
    sys.argv = ["-c", *words]
    sys.orig_argv = [sys.executable, "-c", code, *words]
    exec(code, {"__name__": "__main__"})  # noqa: S102
