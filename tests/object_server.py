"""A real S3 server on this machine, started once for all tests: moto's, in a process of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path

from app.kernel.object_storage import ObjectStorage
from app.kernel.s3_signing import Credentials
from app.kernel.storage_settings import Bucket
from tests.threads import served_in_a_thread
from tests.waiting import wait_until

CREDENTIALS = Credentials("AKIATESTSOFKLIQS", "a secret that no log may have")
_buckets = count(1)


class ObjectServer:
    """The server; `origin` is where it listens."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        self.process, self.port, self.origin = process, port, f"http://127.0.0.1:{port}"

    def address(self, prefix: str = "kliqs") -> str:
        """Makes a bucket and returns the storage address of a prefix in it, whose files browsers reach."""
        name = f"bucket-{next(_buckets)}"
        urllib.request.urlopen(urllib.request.Request(f"{self.origin}/{name}", method="PUT")).close()
        return f"s3://{name}/{prefix}?endpoint={self.origin}&public={self.origin}"

    def storage(self, workspace: Path, address: str = "") -> ObjectStorage:
        """Opens the storage of an address, or of a new bucket."""
        return ObjectStorage(Bucket.parse(address or self.address()), CREDENTIALS, workspace)


@contextmanager
def object_server_running() -> Iterator[ObjectServer]:
    """Runs a server while the block runs; it chooses a free port itself and says which."""
    with tempfile.TemporaryFile() as said:
        command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", "0"]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said)
        try:
            yield ObjectServer(process, int(wait_until(lambda: _port(said.fileno()))[1]))
        finally:
            process.kill()
            process.wait()


def _port(said: int) -> re.Match[str] | None:
    """Finds the port in what the server has written to a file."""
    return re.search(r"Running on http://127\.0\.0\.1:(\d+)", os.pread(said, 65_536, 0).decode())


@contextmanager
def answering(status: int, body: str) -> Iterator[int]:
    """Runs a server that answers every request with a status and a body of XML; yields its port."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(status)
            self.send_header("Content-Type", "application/xml")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body.encode() if self.command != "HEAD" else b"")

        do_HEAD = do_PUT = do_POST = do_DELETE = do_GET  # noqa: N815 - the names of http.server

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    with served_in_a_thread(server):
        yield server.server_port
