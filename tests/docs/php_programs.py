"""Runs programs in PHP as the documentation shows them."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path


@cache
def php_is_here() -> bool:
    """Whether this machine can run PHP (Debian: php-cli)."""
    return shutil.which("php") is not None


def run_php(program: str, folder: Path, env: dict[str, str] | None = None) -> str:
    """What a program prints; its own failure fails the test."""
    file = folder / "program.php"
    file.write_text(program)
    done = subprocess.run(["php", str(file)], env=env, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, f"{program}\n{done.stdout}{done.stderr}"
    return done.stdout
