"""The sentences of commands and checks count in English as it is written."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.ops.counts import count_of
from tests.serving import ROOT
from tests.source_files import syntax

SOURCES = sorted((ROOT / "app" / "ops").glob("*.py"))
VERBS = {"is", "has", "was", "does", "of"}
BEHIND = re.compile(r" (?:[a-zA-Z]+ ){0,3}?([a-z]{2,}s)\b")


def plurals(tree: ast.AST) -> Iterator[str]:
    """The words of the f-strings that stand behind a value and look like a plural."""
    for node in ast.walk(tree):
        for value, text in zip(node.values, node.values[1:], strict=False) if isinstance(node, ast.JoinedStr) else ():
            if isinstance(value, ast.FormattedValue) and isinstance(text, ast.Constant):
                match = BEHIND.match(str(text.value))
                if match and not VERBS & set(match[0].split()) and _is_count(value):
                    yield ast.unparse(value.value) + match[0]


def _is_count(value: ast.FormattedValue) -> bool:
    """Whether a value is a number by its looks: a length, a count, or a name that says so."""
    source = ast.unparse(value.value)
    return bool(
        re.search(r"len\(|count|number|waiting|missing|unreadable|outdated|mended|strand|lacking|minutes", source)
    )


def test_one_thing_is_no_things() -> None:
    assert [count_of(number, "model is", "models are") for number in (0, 1, 2)] == [
        "0 models are",
        "1 model is",
        "2 models are",
    ]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_no_sentence_writes_a_plural_behind_a_number_that_may_be_one(path: Path) -> None:
    assert not [*plurals(syntax(path))]
