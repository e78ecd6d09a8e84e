"""Runs programs on files that people uploaded: without a shell, in a process group of their own, within limits.

No program opens an uploaded file in the server. Memory, processor time and output are limited by the kernel
(limited_program.py), and the whole group is killed when it takes too long, whatever it waits for.
"""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import structlog

LAUNCHER = Path(__file__).with_name("limited_program.py")
log = structlog.get_logger()


class ProgramFailed(Exception):
    """The program ended with an error, took too long or wrote too much. The message is for logs."""


@dataclass(frozen=True, slots=True)
class ProgramLimits:
    """The limits of a program: address space and output in bytes, processor time and real time in seconds."""

    memory: int
    output: int
    cpu_seconds: int = 20
    seconds: float = 30


async def run_program(command: Sequence[str], limits: ProgramLimits, source: Path | bytes = b"") -> bytes:
    """Runs a program, whose first word is its path, with a file or bytes as its standard input; returns its output.

    Raises: ProgramFailed, FileNotFoundError when the file is missing.
    """
    return await asyncio.to_thread(_run, command, limits, source)


@contextmanager
def _input(source: Path | bytes) -> Generator[IO[bytes]]:
    """Opens the file, or an unnamed one with the bytes. Raises: FileNotFoundError."""
    with source.open("rb") if isinstance(source, Path) else tempfile.TemporaryFile() as file:
        if isinstance(source, bytes):
            file.write(source)
            file.seek(0)
        yield file


def _run(command: Sequence[str], limits: ProgramLimits, source: Path | bytes) -> bytes:
    """As `run_program`, in a thread. The output goes to an unnamed file, which the kernel limits."""
    bounds = (str(limits.memory), str(limits.cpu_seconds), str(limits.output))
    words = [sys.executable, "-I", str(LAUNCHER), *bounds, *command]
    with tempfile.TemporaryFile() as output, _input(source) as content:
        process = subprocess.Popen(  # noqa: S603 - the program is ours, the file is only its input
            words, stdin=content, stdout=output, stderr=subprocess.DEVNULL, env={}, cwd="/", start_new_session=True
        )
        try:
            code = process.wait(limits.seconds)
        except subprocess.TimeoutExpired:
            code = None
        finally:
            _kill(process)
        if code != 0:
            log.warning("file_program_failed", program=Path(command[0]).name, code=code)
            raise ProgramFailed(f"{Path(command[0]).name} ended with {code}")
        output.seek(0)
        return output.read(limits.output)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Kills what is left of the process group and waits for its head."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
