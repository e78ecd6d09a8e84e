"""A real redis-server in a process of its own, for the tests of what several machines share."""

import os
import shutil
import signal
import socket
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest
from redis import Redis, RedisError

from tests.serving import free_port
from tests.waiting import DEADLINE, wait_until

PASSWORD = "s3cret:/@word"
IN_URL = "s3cret%3A%2F%40word"
needed = pytest.mark.skipif(not shutil.which("redis-server"), reason="redis-server of Debian is not installed")


class RedisServer:
    """A server on a port that it keeps when it is started again. It writes nothing to disk."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder, self.port, self.options = folder, free_port(), options
        self.process: subprocess.Popen[bytes] | None = None
        self.start()

    @property
    def url(self) -> str:
        return f"redis://:{IN_URL}@127.0.0.1:{self.port}/3"

    @property
    def client(self) -> Redis:
        """A client of the test's own, without a time-out."""
        return Redis(port=self.port, password=PASSWORD, db=3)

    def start(self) -> None:
        """Starts it, empty, and waits until it answers."""
        options = ["--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--dir", str(self.folder)]
        command = ["redis-server", *options, "--requirepass", PASSWORD, *self.options]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

        def listens() -> bool:
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), DEADLINE), suppress(RedisError):
                return bool(self.client.ping())
            return False

        wait_until(listens)

    def kill(self) -> None:
        """kill -9: connections are cut, further ones refused."""
        if self.process is not None:
            self.process.kill()
            self.process.wait(DEADLINE)

    def freeze(self) -> None:
        """SIGSTOP: connections are accepted by the kernel and nothing answers."""
        assert self.process
        os.kill(self.process.pid, signal.SIGSTOP)

    def thaw(self) -> None:
        """Goes on after `freeze`."""
        assert self.process
        os.kill(self.process.pid, signal.SIGCONT)
