"""In-process events: a lower package announces what happened, and packages above it listen without being imported."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any

Listener = Callable[..., Awaitable[None]]
_listeners: dict[str, list[Listener]] = defaultdict(list)


@contextmanager
def subscription(event: str, listener: Listener) -> Iterator[None]:
    """Calls `listener` for every announcement of `event` while the block runs."""
    _listeners[event].append(listener)
    try:
        yield
    finally:
        _listeners[event].remove(listener)


async def announce(event: str, *arguments: Any) -> None:
    """Calls all listeners of an event, one after the other, with these arguments.

    Call it after the transaction has been committed; inside it only if all that the listeners do is to enqueue jobs.
    """
    for listener in [*_listeners[event]]:
        await listener(*arguments)
