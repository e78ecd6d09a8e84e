"""Runs a program with limits: a standalone script, run by its path, that imports nothing of the app.

`python -I limited_program.py MEMORY SECONDS OUTPUT PROGRAM …` limits the address space in bytes, the processor time in
seconds and the size in bytes of each file that is written, its output among them, and then becomes the program.
"""

import os
import resource
import signal
import sys


def main(memory: str, seconds: str, output: str, *command: str) -> None:
    """Sets the limits and replaces this process by the program."""
    for limit, most in (
        (resource.RLIMIT_AS, int(memory)),
        (resource.RLIMIT_CPU, int(seconds)),
        (resource.RLIMIT_FSIZE, int(output)),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (most, most))
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)  # Python ignores it, and programs would inherit that
    os.nice(10)  # redirects take precedence
    os.execv(command[0], command)  # noqa: S606 - there is no shell on purpose


if __name__ == "__main__":
    main(*sys.argv[1:])
