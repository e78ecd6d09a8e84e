"""Finds in the source where rows of a list are left out, for the tests that no list ends in silence."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from app.kernel.package_files import ROOT
from tests.source_files import source, syntax

MAY_CUT = re.compile(r"\.limit\(|\bLIMIT |\[:")
SQL = re.compile(r"\bLIMIT [$\d{]")
NUMBER_OF_ROWS = re.compile(r"MOST(_\w+)?|MAX_LISTED|MAX_LINKS|FEW|(BEST|SHOWN)(_\w+)?|\w+_SHOWN|(PAGE_)?SIZE")
OF_NO_ROWS = re.compile(  # characters and bytes
    r"\w+_(ALT|BINARY|CODE|COUNTED|DETAIL|DIGITS|FACTS?|ID|REASON|REF|TEXT|TOKENS|TROUBLE|TYPED|URL)|SHOWN_OF_\w+"
)


def cuts(tree: ast.Module) -> Iterator[ast.AST]:
    """Yields what leaves rows out: `.limit(…)`, LIMIT in SQL, and slices from the first row on up to a constant."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "limit":
            yield node
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL.search(node.value):
            yield node
        if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice) and not node.slice.lower:
            names = (getattr(part, "id", getattr(part, "attr", "")) for part in ast.walk(node.slice))
            if any(NUMBER_OF_ROWS.fullmatch(name) and not OF_NO_ROWS.fullmatch(name) for name in names):
                yield node


def modules_that_cut(modules: Iterable[Path]) -> set[str]:
    """The modules of these that leave rows out, as paths in app/ without their ending."""
    may_cut = (path for path in modules if MAY_CUT.search(source(path)))  # parsing all of them takes seconds
    return {str(path.relative_to(ROOT / "app").with_suffix("")) for path in may_cut if any(cuts(syntax(path)))}
