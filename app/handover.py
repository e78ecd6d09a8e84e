"""Replaces a running server by a new one without refusing or cutting a connection.

The old server starts the new one by its own command, which reads the code and packages that are installed now, and
passes on two descriptors: the listening socket, and one end of a pair of sockets on which both talk. The new server
says `ready` when it has served for a while, or `failed: ` with the reason. Then the old one answers `yours` and leaves.
Whichever of them dies before, the other one sees the end of the conversation and goes on to serve.

Versions that are not the same talk to each other here: the words and the options below are a contract.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Thread

import structlog

from app.pid_file import PidFile
from app.service_manager import ServiceManager

SOCKET_OPTION, CONVERSATION_OPTION = "--inherited-socket", "--predecessor"  # of `kliqs serve`; each takes a descriptor
READY, FAILED, YOURS = b"ready", b"failed: ", b"yours"
LONGEST = 4096  # bytes of a message
DIED = "The new server ended with code {} before it was ready; its log says why."
log = structlog.get_logger()


@contextmanager
def failures_reported(conversation: socket.socket | None) -> Generator[None]:
    """Tells the server that was to be replaced, if there is one, what the block raises before this one is ready."""
    try:
        yield
    except Exception as error:
        _say(conversation, FAILED + (str(error) or type(error).__name__).encode())
        raise


def _say(conversation: socket.socket | None, words: bytes) -> None:
    if conversation is not None:
        with suppress(OSError):  # the other one has died, or this one has taken over already
            conversation.send(words[:LONGEST])


class Startup:
    """The side of a server that starts.

    `conversation` is the socket that leads to the server that it replaces, None for a server that replaces none.
    """

    def __init__(self, pid_file: PidFile, manager: ServiceManager, conversation: socket.socket | None = None) -> None:
        self.pid_file, self.manager, self.conversation = pid_file, manager, conversation

    @property
    def replaces_another(self) -> bool:
        """Whether another server still serves on the same socket."""
        return self.conversation is not None

    def announce(self) -> None:
        """Says that this server is ready. One that replaces another calls `take_over` when that answers."""
        if self.conversation is None:
            self.take_over()
        else:
            _say(self.conversation, READY)

    def take_over(self) -> None:
        """Makes this process the one that serves: the other one has answered, or it has died."""
        if self.conversation is not None:
            self.conversation.close()
            self.conversation = None
        self.pid_file.write()
        self.manager.notify_ready()


class Handover:
    """The side of a server that is replaced. `process` is the new server while it starts."""

    def __init__(self, sock: socket.socket, pid_file: PidFile, manager: ServiceManager) -> None:
        self.sock, self.pid_file, self.manager = sock, pid_file, manager
        self.process: subprocess.Popen[bytes] | None = None

    def begin(self) -> Successor | None:
        """Starts the new server; `finish` is to be called when the socket of the result becomes readable.

        Returns None if it cannot be started, which is logged, or if another one is starting already.
        """
        if self.process is not None:
            log.warning("handover_under_way", process=self.process.pid)
            return None
        if os.getpid() == 1:
            self._fail("The first process of a container cannot be replaced: start another container beside it.")
            return None
        self.manager.notify_reloading()
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        descriptors = (self.sock.fileno(), theirs.fileno())
        try:
            self.process = subprocess.Popen(command(*descriptors), pass_fds=descriptors)  # noqa: S603 - our own command
        except OSError as error:
            ours.close()
            self._fail(f"The new server could not be started: {error}.")
            return None
        finally:
            theirs.close()
        log.info("handover_begun", process=self.process.pid)
        return Successor(self.process, ours)

    def finish(self, successor: Successor) -> bool:
        """Reads what the new server says; returns whether this one is to leave."""
        self.process, process = None, successor.process
        words = successor.words()
        if words == READY:
            self.manager.notify_replaced(process.pid)
            _say(successor.conversation, YOURS)
            log.info("handed_over", process=process.pid)
        elif words.startswith(FAILED):
            Thread(target=process.wait, daemon=True).start()  # it still cleans up
            self._fail(words.removeprefix(FAILED).decode(errors="replace"))
        else:
            process.kill()
            self._fail(DIED.format(process.wait()))
        successor.conversation.close()
        return words == READY

    def abandon(self) -> None:
        """Ends the new server, because this one is to stop."""
        if self.process is not None:
            self.process.terminate()

    def _fail(self, reason: str) -> None:
        log.error("handover_failed", reason=reason)
        with suppress(OSError):
            self.pid_file.write_reason(reason)
        self.manager.notify_ready()


@dataclass(frozen=True, slots=True)
class Successor:
    """A new server that starts, and the socket that leads to it."""

    process: subprocess.Popen[bytes]
    conversation: socket.socket

    def words(self) -> bytes:
        """Returns what the new server said; empty when it has died."""
        try:
            return self.conversation.recv(LONGEST)
        except OSError:
            return b""


def command(sock: int, conversation: int) -> list[str]:
    """Returns the command of the new server: that of this process, with the two descriptors.

    An installed program is run by its path, so that the interpreter that it names now is used.
    """
    options = (SOCKET_OPTION, CONVERSATION_OPTION)
    words = [word for word in sys.orig_argv[1:] if not word.startswith(tuple(f"{option}=" for option in options))]
    program = words if words and os.access(words[0], os.X_OK) and os.sep in words[0] else [sys.executable, *words]
    return [*program, f"{SOCKET_OPTION}={sock}", f"{CONVERSATION_OPTION}={conversation}"]
