"""News for the floors above: what happened, in the past tense, told to whoever listens."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any

Heard = Callable[..., Awaitable[None]]
_listeners: dict[str, list[Heard]] = defaultdict(list)


@contextmanager
def listening(fact: str, heard: Heard) -> Iterator[None]:
    """Calls `heard` with what is announced of a fact, for the length of a block."""
    _listeners[fact].append(heard)
    try:
        yield
    finally:
        _listeners[fact].remove(heard)


async def announce(fact: str, *about: Any) -> None:
    """Tells all who listen, one after the other. After the transaction, unless all that they do is to enqueue a job."""
    for heard in [*_listeners[fact]]:
        await heard(*about)
