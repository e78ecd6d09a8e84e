"""Supervises several server processes behind one listening socket: forks, watches, restarts and stops them."""

import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from types import FrameType

import structlog

from app.server_process import BACKLOG

PATIENCE, QUICK, PAUSE = 20, 5.0, 1.0  # seconds: until SIGKILL, a life that is too short, before its restart
log = structlog.get_logger()
Work = Callable[[socket.socket, int], None]


def listen(bind: str) -> socket.socket:
    """Returns a socket that listens on `host:port`. Each server on it sets its backlog again
    (server_process.BACKLOG).
    """
    host, _, port = bind.rpartition(":")
    bare = host.strip("[]")
    family = socket.AF_INET6 if ":" in bare else socket.AF_INET
    return socket.create_server((bare, int(port)), family=family, backlog=BACKLOG)


class ProcessSupervisor:
    """`work(socket, lifeline)` runs in each of `count` child processes.

    `lifeline` is a pipe that becomes readable when the parent is gone. `buried` is called with the id of each child
    that died.
    """

    def __init__(self, count: int, work: Work, sock: socket.socket, buried: Callable[[int], object]) -> None:
        self.count, self.work, self.sock, self.buried = count, work, sock, buried
        self.children: dict[int, float] = {}
        self.stopping = False
        self.lifeline, self._held = os.pipe()

    def run(self) -> int:
        """Runs until SIGINT or SIGTERM; returns 0 when every child ended well, else the highest exit code."""
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, self._stop)
        for _ in range(self.count):
            self._start()
        codes = []
        while self.children:
            child, status = os.wait()
            code, lived = os.waitstatus_to_exitcode(status), time.monotonic() - self.children.pop(child)
            if self.stopping:
                codes.append(code)
            else:
                log.error("process_died", process=child, code=code)
                self.buried(child)
                time.sleep(PAUSE if lived < QUICK else 0)
                self._start()
        return max(map(abs, codes), default=0)

    def _start(self) -> None:
        if self.stopping:
            return
        sys.stdout.flush()
        child = os.fork()
        if child:
            self.children[child] = time.monotonic()
            if self.stopping:  # it was forked too late for the signal to the others
                os.kill(child, signal.SIGTERM)
            return
        os.close(self._held)
        for name in (signal.SIGINT, signal.SIGTERM, signal.SIGALRM):
            signal.signal(name, signal.SIG_DFL)
        code = 1
        try:
            self.work(self.sock, self.lifeline)
            code = 0
        finally:
            os._exit(code)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self.stopping = True
        self.sock.close()  # once the children close theirs, new connections are refused at once
        for child in self.children:
            os.kill(child, signal.SIGTERM)
        signal.signal(signal.SIGALRM, self._kill)
        signal.alarm(PATIENCE)

    def _kill(self, _number: int, _frame: FrameType | None) -> None:
        for child in self.children:
            os.kill(child, signal.SIGKILL)
