"""Limits what glibc's allocator keeps of memory that is free again (mallopt(3), malloc_trim(3)).

Without these limits each thread that once hashed a password keeps the 19 MiB that Argon2 took: after the first large
block, glibc takes such blocks from the thread's own arena, whose memory it does not return.
"""

import ctypes
from contextlib import suppress

MMAP_THRESHOLD, ARENA_MAX = -3, -8  # M_MMAP_THRESHOLD and M_ARENA_MAX of malloc.h
LARGE, ARENAS = 2**20, 2  # bytes from which a block has memory of its own; arenas that all threads share


def limit_allocator() -> None:
    """Sets both limits for the rest of this process; does nothing where the C library is another one, as on Alpine."""
    with suppress(OSError, AttributeError):
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(MMAP_THRESHOLD, LARGE)
        mallopt(ARENA_MAX, ARENAS)


def return_free_memory() -> None:
    """Gives free memory between blocks that are in use back to the system, as after a start; takes a millisecond.

    Does nothing where the C library is another one.
    """
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
