"""Where tests keep files that no crash of the machine has to spare: in memory, where that has room."""

import os

MEMORY = "/dev/shm"  # noqa: S108 - a file system in memory on Linux; whoever uses it makes a private folder in it


def folder_in_memory() -> str | None:
    """A folder for temporary folders in which nothing waits for a disk, or None where there is none with room.

    SQLite waits for the disk at each commit, and a database of PostgreSQL is more than a thousand files, for each of
    which the file system of a disk has to look for a place.
    """
    try:
        place = os.statvfs(MEMORY)
    except OSError:
        return None
    permits = os.access(MEMORY, os.W_OK) and not place.f_flag & os.ST_NOEXEC
    return MEMORY if permits and place.f_bavail * place.f_frsize > 2 * 1024**3 else None
