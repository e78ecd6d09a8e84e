"""The source files of Kliqs, for the tests that read all of them: each file is read and parsed once a process."""

import ast
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
    """The syntax tree of a module; whoever reads it must not change it."""
    return ast.parse(source(path))
