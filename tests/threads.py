"""Threads that serve a test and must not outlive it."""

import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from tests.waiting import DEADLINE

POLL = 0.05  # seconds until a server notices that it is to end


@contextmanager
def served_in_a_thread(server: socketserver.BaseServer) -> Iterator[None]:
    """Lets a thread answer the requests of a server while the block runs; closes the server at its end."""
    thread = Thread(target=server.serve_forever, args=(POLL,), daemon=True)
    with server:
        thread.start()
        try:
            yield
        finally:
            server.shutdown()
            join(thread)


def join(thread: Thread) -> None:
    """Waits until a thread has ended. Raises: AssertionError for one that does not end."""
    thread.join(DEADLINE)
    assert not thread.is_alive(), f"{thread.name} still runs"
