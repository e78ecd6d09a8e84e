"""Programs that stand in for ffprobe, and a machine on which there is none."""

import importlib.util
import shutil
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

FIND_SPEC, WHICH = importlib.util.find_spec, shutil.which
REAL = bool(WHICH("ffprobe") and WHICH("ffmpeg"))


def without_ffmpeg(patch: pytest.MonkeyPatch, folder: Path) -> None:
    """Empties the PATH."""
    patch.setenv("PATH", str(folder))


def without_pyav(patch: pytest.MonkeyPatch) -> None:
    """Hides PyAV, as if the extra was not installed."""

    def find(name: str, package: str | None = None) -> ModuleSpec | None:
        return None if name == "av" else FIND_SPEC(name, package)

    patch.setattr(importlib.util, "find_spec", find)


def ffprobe_that(patch: pytest.MonkeyPatch, folder: Path, does: str) -> None:
    """Puts a program called ffprobe alone into the PATH, which does what the Python code says."""
    program = folder / "ffprobe"
    program.write_text(f"#!{sys.executable}\n{does}\n")
    program.chmod(0o700)
    patch.setenv("PATH", str(folder))
