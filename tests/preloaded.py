"""A process that has imported all of Kliqs, and forks the servers that tests start.

To import Kliqs takes two seconds of a processor, and tests start more than a hundred servers. A server that is forked
is a process and the head of a group like any other; what starts anew by a command of its own (a handover, a worker that
is spawned) does so from its `sys.orig_argv`. How a process begins is tested by tests/test_start.py, test_wheel.py
and test_handover.py, which run the command.
"""

import atexit
import json
import os
import select
import signal
import socket
import subprocess
import sys
from threading import Lock
from typing import Any

from tests.waiting import DEADLINE, wait_until

LONGEST = 1 << 18  # bytes of a message: the environment and the command
WRITE = os.O_WRONLY | os.O_CREAT | os.O_APPEND
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
        code = f"from tests.preloaded import wait_for_orders; wait_for_orders({theirs.fileno()})"
        command = [sys.executable, "-c", code]
        self.process = subprocess.Popen(command, cwd=folder, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL)
        theirs.close()
        atexit.register(self.close)

    def start(
        self, words: list[str], env: dict[str, str], log: str, output: str = "", stdin: str = os.devnull
    ) -> ForkedProcess:
        """Forks a process that runs the command `kliqs` with these words, reading one file and writing to another.

        With `output`, what it prints goes there, and only its errors to `log`.
        """
        order = {"words": words, "env": env, "log": log, "output": output or log, "stdin": stdin}
        with self.lock:
            self.ours.send(json.dumps(order).encode())
            while (message := self._next())["ended"] is not None:
                pass
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

    def _next(self) -> dict[str, Any]:
        if not (text := self.ours.recv(LONGEST)):
            raise RuntimeError("the process that forks servers has ended")
        message: dict[str, Any] = json.loads(text)
        if message["ended"] is not None:
            self.ended[message["pid"]] = message["ended"]
        return message


def wait_for_orders(descriptor: int) -> None:
    """Imports Kliqs, then forks a server for each order, and tells when one has ended; ends with the tests."""
    import gc

    gc.disable()
    from app import cli

    gc.freeze()
    gc.enable()
    assert cli
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


def _become(words: list[str], env: dict[str, str], log: str, output: str, stdin: str) -> None:
    """Makes this process what `python -c MAIN words…` would be, and runs it."""
    os.setsid()
    os.environ.clear()
    os.environ.update(env)
    for number, file, mode in ((0, stdin, os.O_RDONLY), (1, output, WRITE), (2, log, WRITE)):
        descriptor = os.open(file, mode, 0o600)
        os.dup2(descriptor, number)
        os.close(descriptor)
    sys.argv = ["-c", *words]
    sys.orig_argv = [sys.executable, "-c", MAIN, *words]
    exec(MAIN, {"__name__": "__main__"})  # noqa: S102
