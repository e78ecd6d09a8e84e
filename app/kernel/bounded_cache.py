"""A cache that is bounded by the number of its entries and by their bytes: large ones do not fill the memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from sys import getsizeof
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")
ENTRY_BYTES = 400  # of an entry's key, its place in the dictionaries, and its numbers


class BoundedCache(OrderedDict[K, V]):
    """A dictionary of at most `most_entries`, and of at most `most_bytes` by the estimates of who stores them.

    It is read as any dictionary is, which costs nothing more; it is written only by `store`, `discard` and `clear`. The
    entries that were stored first are evicted first. The newest one stays, even if it alone is too large.
    """

    def __init__(self, most_entries: int, most_bytes: int) -> None:
        super().__init__()
        self.most_entries, self.most_bytes, self.bytes = most_entries, most_bytes, 0
        self._sizes: dict[K, int] = {}

    def store(self, key: K, value: V, size: int) -> list[K]:
        """Stores an entry of `size` bytes in place of an earlier one; returns the keys that were evicted for it."""
        evicted = list[K]()
        self.discard(key)
        while self and (len(self) >= self.most_entries or self.bytes + size > self.most_bytes):
            evicted.append(oldest := next(iter(self)))
            self.discard(oldest)
        self[key] = value
        self._sizes[key] = size
        self.bytes += size
        return evicted

    def discard(self, key: K) -> None:
        """Removes an entry, if there is one."""
        if (size := self._sizes.pop(key, None)) is not None:
            self.bytes -= size
            del self[key]

    def clear(self) -> None:
        """Removes all entries."""
        super().clear()
        self._sizes.clear()
        self.bytes = 0


def estimate_bytes(values: Iterable[object]) -> int:
    """Returns about how many bytes an entry with these values takes; of containers only the outermost counts."""
    return ENTRY_BYTES + sum(map(getsizeof, values))
