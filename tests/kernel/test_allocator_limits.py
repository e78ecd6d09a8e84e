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

SCATTERED = """
import os

from app.kernel.allocator_limits import return_free_memory
from tests.bench.harness import memory

kept = [bytes(2_000) for _ in range(50_000)][::50]
before = memory(os.getpid())
return_free_memory()
print(before - memory(os.getpid()), len(kept))
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


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="the call is glibc's")
def test_memory_between_blocks_in_use_is_given_back() -> None:
    output = subprocess.run([sys.executable, "-c", SCATTERED], cwd=ROOT, capture_output=True, text=True, check=True)
    returned, _ = output.stdout.split()
    assert float(returned) > 30, "MiB, of the hundred that were free"
