"""Supervises several server processes behind one listening socket: forks, watches, restarts and stops them.

The supervisor itself waits in one place, for signals, for its processes to become ready, and for the other side of a
handover (app/handover.py).
"""

import os
import selectors
import signal
import socket
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from types import FrameType

import structlog

from app.handover import Handover, Startup
from app.kernel.server_failure import ServerFailure
from app.stop_requests import LEAVE, REPLACE, SIGNALS

PATIENCE, QUICK, PAUSE = 20, 5.0, 1.0  # seconds: until SIGKILL, a life that is too short, before its restart
log = structlog.get_logger()
Work = Callable[[socket.socket, int, Callable[[], None]], None]


class ProcessSupervisor:
    """`work(socket, lifeline, announce)` runs in each of `count` child processes.

    `lifeline` is a pipe that becomes readable when the parent is gone; `announce` is to be called when the child
    serves. `buried` is called with the id of each child that died. `startup.announce` is called when all children
    serve; `handover` begins a new server for SIGUSR2. Children get `draining` seconds more to end after SIGTERM, and
    `leaving` seconds when a new server has taken over.
    """

    def __init__(
        self,
        count: int,
        work: Work,
        startup: Startup,
        handover: Handover,
        buried: Callable[[int], object],
        *,
        draining: int = 0,
        leaving: int = 0,
    ) -> None:
        self.count, self.work, self.startup, self.handover, self.buried = count, work, startup, handover, buried
        self.draining, self.leaving = draining, leaving
        self.starting = count
        self.children: dict[int, float] = {}
        self.codes: list[int] = []
        self.stopping = self.announced = False
        self.lifeline, self._held = os.pipe()
        self._ready, self._announcing = os.pipe()
        os.set_blocking(self._announcing, False)
        self.selector = selectors.DefaultSelector()

    def run(self) -> int:
        """Runs until SIGINT or SIGTERM, or until another server has taken over; returns 0 when every child ended well,
        else the highest exit code. Raises: ServerFailure.
        """
        woken, waking = os.pipe()
        os.set_blocking(waking, False)
        signal.set_wakeup_fd(waking, warn_on_full_buffer=False)
        for number, action in self._actions().items():
            signal.signal(number, action)
        self.selector.register(woken, selectors.EVENT_READ, lambda: os.read(woken, 4096))
        self.selector.register(self._ready, selectors.EVENT_READ, self._count_ready)
        for _ in range(self.count):
            self._start()
        while self.children:
            for key, _ in self.selector.select():
                key.data()
            self._bury_dead()
        return max(map(abs, self.codes), default=0)

    def _actions(self) -> Mapping[signal.Signals, Callable[[int, FrameType | None], None]]:
        stops = dict.fromkeys((signal.SIGINT, signal.SIGTERM), self._stop)
        return stops | {REPLACE: self._replace, signal.SIGCHLD: lambda *_: None}

    def _bury_dead(self) -> None:
        """Starts another process for each that died, unless all are to end."""
        for child in [*self.children]:
            ended, status = os.waitpid(child, os.WNOHANG)
            if not ended:
                continue
            code, lived = os.waitstatus_to_exitcode(status), time.monotonic() - self.children.pop(child)
            if self.stopping:
                self.codes.append(code)
                continue
            log.error("process_died", process=child, code=code)
            self.buried(child)
            if self.startup.replaces_another and not self.announced:
                self._end(signal.SIGTERM, PATIENCE)
                raise ServerFailure(f"A process of the new server ended with code {code}; its log says why.")
            time.sleep(PAUSE if lived < QUICK else 0)
            self._start()

    def _start(self) -> None:
        """Forks a child, unless all are to end.

        Signals are blocked until the supervisor has noted the child and the child has its own handlers.
        """
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {*self._actions(), *SIGNALS})
        sys.stdout.flush()
        child = -1 if self.stopping else os.fork()
        if not child:
            self._prepare_child()
        elif child > 0:
            self.children[child] = time.monotonic()
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        if child:
            return
        code = 1
        try:
            self.work(self.handover.sock, self.lifeline, lambda: _write_byte(self._announcing))
            code = 0
        finally:
            os._exit(code)

    def _prepare_child(self) -> None:
        """Closes what belongs to the supervisor, and replaces its signal handlers.

        Until StopRequests takes over, a request to stop ends the child with code 0, because it serves nobody yet.
        """
        os.close(self._held)
        signal.set_wakeup_fd(-1)
        for number in self._actions():
            signal.signal(number, signal.SIG_DFL)
        for number in SIGNALS:
            signal.signal(number, lambda *_: os._exit(0))
        signal.signal(REPLACE, signal.SIG_IGN)  # only the supervisor begins a new server

    def _count_ready(self) -> None:
        """Says that the server is ready when all of its first processes are."""
        self.starting -= len(os.read(self._ready, self.starting))
        if self.starting:
            return
        self.selector.unregister(self._ready)
        self.announced = True
        self.startup.announce()
        if (conversation := self.startup.conversation) is not None:

            def take_over() -> None:
                self.selector.unregister(conversation)
                self.startup.take_over()

            self.selector.register(conversation, selectors.EVENT_READ, take_over)

    def _replace(self, _number: int, _frame: FrameType | None) -> None:
        if self.stopping or (successor := self.handover.begin()) is None:
            return

        def finish() -> None:
            self.selector.unregister(successor.conversation)
            if self.handover.finish(successor):
                self._end(LEAVE, self.leaving)

        self.selector.register(successor.conversation, selectors.EVENT_READ, finish)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self.startup.manager.notify_stopping()
        self.handover.abandon()
        self._end(signal.SIGTERM, PATIENCE + self.draining)

    def _end(self, number: int, patience: int) -> None:
        """Sends a signal to all children, and kills those that still run after so many seconds."""
        self.stopping = True
        self.handover.sock.close()  # once the children close theirs, new connections are refused at once
        for child in self.children:
            os.kill(child, number)
        signal.signal(signal.SIGALRM, self._kill)
        signal.alarm(patience)

    def _kill(self, _number: int, _frame: FrameType | None) -> None:
        for child in self.children:
            os.kill(child, signal.SIGKILL)


def _write_byte(descriptor: int) -> None:
    with suppress(BlockingIOError):  # nobody reads it any more
        os.write(descriptor, b".")
