import os
import platform
import subprocess
import sys

import pytest

from app.kernel.package_files import ROOT

HASHING = """
import os
import sys
from threading import Thread

from argon2 import PasswordHasher

from app.kernel.allocator_limits import limit_allocator
from tests.bench.harness import memory

if sys.argv[1] == "set":
    limit_allocator()
hasher = PasswordHasher(time_cost=1, memory_cost=19 * 1024, parallelism=1)

def work():
    for _ in range(3):
        hasher.hash("correct horse battery")

before = memory(os.getpid())
for _ in range(2):
    threads = [Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
print(memory(os.getpid()) - before)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="the settings are glibc's")
def test_threads_that_hashed_passwords_keep_no_memory_of_it() -> None:
    """Four of them, of 19 MiB each, kept most of that before."""
    usual = {name: value for name, value in os.environ.items() if not name.startswith("MALLOC_")}
    kept = {
        which: float(subprocess.check_output([sys.executable, "-c", HASHING, which], cwd=ROOT, env=usual, text=True))
        for which in ("set", "unset")
    }
    assert kept["set"] < 19 < kept["unset"]
