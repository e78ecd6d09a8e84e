"""What the system says of this process: memory, processor time and open files."""

from __future__ import annotations

import os
import resource
import time
from pathlib import Path
from typing import NamedTuple

PAGE = resource.getpagesize()
STATM, DESCRIPTORS = Path("/proc/self/statm"), Path("/proc/self/fd")
STARTED = time.time()  # seconds since 1970; this module is imported while the process starts


class ProcessFacts(NamedTuple):
    """Bytes in memory, seconds of processor time of it and its children that ended, and open files."""

    resident_bytes: int
    cpu_seconds: float
    open_files: int
    open_files_limit: int


def read_process() -> ProcessFacts:
    """Reads the facts; memory and open files are 0 on systems without /proc, such as macOS."""
    times = os.times()
    resident = int(STATM.read_text().split()[1]) * PAGE if STATM.exists() else 0
    files = len(os.listdir(DESCRIPTORS)) if DESCRIPTORS.exists() else 0  # noqa: PTH208 - an order of magnitude faster
    cpu = times.user + times.system + times.children_user + times.children_system
    return ProcessFacts(resident, cpu, files, resource.getrlimit(resource.RLIMIT_NOFILE)[0])
