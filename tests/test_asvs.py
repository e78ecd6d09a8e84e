"""The table of OWASP ASVS 5.0 (decisions/asvs.md): every requirement once, with a verdict that holds."""

import ast
import re
from pathlib import Path
from typing import NamedTuple

from tests.serving import ROOT
from tests.subtests import as_subtests

CHAPTERS = {"6": "V6", "7": "V7", "8": "V8", "10": "V10", "14": "V14"}
NUMBERS = {  # by level; of level 3 those that Kliqs promises
    1: "6.1.1 6.2.1 6.2.2 6.2.3 6.2.4 6.2.5 6.2.6 6.2.7 6.2.8 6.3.1 6.3.2 6.4.1 6.4.2 7.2.1 7.2.2 7.2.3 7.2.4 "
    "7.4.1 7.4.2 8.1.1 8.2.1 8.2.2 8.3.1 10.4.1 10.4.2 10.4.3 10.4.4 10.4.5 14.2.1 14.3.1 ",
    2: "6.1.2 6.1.3 6.2.9 6.2.10 6.2.11 6.2.12 6.3.3 6.3.4 6.4.3 6.4.4 6.5.1 6.5.2 6.5.3 6.5.4 6.5.5 6.6.1 6.6.2 "
    "6.6.3 6.8.1 6.8.2 6.8.3 6.8.4 7.1.1 7.1.2 7.1.3 7.3.1 7.3.2 7.4.3 7.4.4 7.4.5 7.5.1 7.5.2 7.6.1 7.6.2 "
    "8.1.2 8.2.3 8.4.1 10.1.1 10.1.2 10.2.1 10.2.2 10.3.1 10.3.2 10.3.3 10.3.4 10.4.6 10.4.7 10.4.8 10.4.9 "
    "10.4.10 10.4.11 10.5.1 10.5.2 10.5.3 10.5.4 10.5.5 10.6.1 10.6.2 10.7.1 10.7.2 10.7.3 14.1.1 14.1.2 "
    "14.2.2 14.2.3 14.2.4 14.3.2 14.3.3 ",
    3: "6.3.5 6.3.7 6.3.8 6.5.6 6.5.8 6.7.1 6.7.2 7.5.3 8.3.2 10.2.3 14.2.5 14.2.7 14.2.8 ",
}
LEVELS = {number: level for level, numbers in NUMBERS.items() for number in numbers.split()}
MET, NOT_MET, NOT_APPLICABLE = "met", "not met", "not applicable"
TABLE = (ROOT / "decisions" / "asvs.md").read_text()


class Row(NamedTuple):
    """One line of a table; `chapter` is the heading above it."""

    chapter: str
    number: str
    level: str
    asks: str
    verdict: str
    how: str
    tests: tuple[str, ...]


def rows() -> list[Row]:
    found = []
    for section in TABLE.split("\n## ")[1:]:
        chapter = section.split()[0]
        for line in section.splitlines():
            if re.match(r"\| \d", line):
                *cells, tests = [cell.strip() for cell in line.strip("|").split("|")]
                number, level, asks, verdict, how = cells
                named = tuple(re.findall(r"`([^`]+)`", tests))
                found.append(Row(chapter, number, level, asks, verdict, how, named))
    return found


def names_in(path: Path) -> set[str]:
    """The names of the tests of a file, read and not run."""
    kinds = ast.FunctionDef | ast.AsyncFunctionDef
    return {node.name for node in ast.parse(path.read_text()).body if isinstance(node, kinds)}


def test_every_requirement_is_in_the_table_once_with_its_level_and_in_its_chapter() -> None:
    table = rows()
    assert sorted(row.number for row in table) == sorted(LEVELS)
    assert [row.number for row in table if int(row.level) != LEVELS[row.number]] == []
    assert [row.number for row in table if row.chapter != CHAPTERS[row.number.partition(".")[0]]] == []
    assert [len(NUMBERS[level].split()) for level in (1, 2)] == [30, 68], "of the five chapters of ASVS 5.0.0"


@as_subtests("row", rows())
def test_a_verdict_has_its_tests_or_its_reason(row: Row) -> None:
    assert row.verdict in {MET, NOT_MET, NOT_APPLICABLE}
    assert row.asks and row.how, "in our own words, and where, how or why not"
    assert len(row.asks) < 120, "short; the standard has the sentence"
    if row.verdict == MET:
        assert row.tests
    if row.verdict == NOT_MET:
        assert len(row.how) > 80, "whoever reads it wants to know why, and what stands in its place"


@as_subtests("row", rows())
def test_every_named_test_exists(row: Row) -> None:
    for name in row.tests:
        path, _, function = name.partition("::")
        assert path.startswith("tests/") and function.startswith("test_"), name
        assert function in names_in(ROOT / path), name


def test_the_summary_counts_what_the_table_says() -> None:
    verdicts = {row.number: row.verdict for row in rows() if row.level in {"1", "2"}}
    counted = {verdict: [number for number in verdicts if verdicts[number] == verdict] for verdict in verdicts.values()}
    summary = " ".join(TABLE.partition("\n## ")[0].split())
    assert f"Of the {len(verdicts)} requirements of levels 1 and 2, {len(counted[MET])} are met" in summary
    assert f"{len(counted[NOT_APPLICABLE])} do not apply" in summary
    assert f"{len(counted[NOT_MET])} are not met: {', '.join(counted[NOT_MET])}." in summary


def test_the_table_is_found_from_the_decisions_and_from_what_is_said_about_security() -> None:
    assert "(asvs.md)" in (ROOT / "decisions" / "README.md").read_text()
    assert "(decisions/asvs.md)" in (ROOT / "SECURITY.md").read_text()
