"""The source files of Kliqs, for the tests that read all of them: each file is read and parsed once a process."""

import ast
import gc
from functools import cache
from pathlib import Path

from app.kernel.package_files import ROOT

MODULES = sorted((ROOT / "app").rglob("*.py"))


@cache
def source(path: Path) -> str:
    """The text of a module."""
    return path.read_text()


@cache
def syntax(path: Path) -> ast.Module:
    """The syntax tree of a module; whoever reads it must not change it.

    No garbage is looked for meanwhile: what another test left behind may be logged with a traceback when it is found,
    for which Python 3.11 parses a line, and up to 3.11.7 only one parser can be at work (gh-106905: SystemError).
    """
    gc.disable()
    try:
        return ast.parse(source(path))
    finally:
        gc.enable()
