"""How much memory a block of code takes, so that a cost is pinned by a test."""

import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager


class TracedMemory:
    """The memory of Python's objects; `peak` is the most bytes at one time, and known after the block."""

    peak: int


@contextmanager
def traced_memory() -> Iterator[TracedMemory]:
    """Traces the memory that objects take that are made in the block."""
    memory = TracedMemory()
    tracemalloc.start()
    try:
        yield memory
        memory.peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
