"""The table of the apiqik document (decisions/apiqik.md): every section has its lines, and every named test exists."""

import re
from typing import NamedTuple

from app.kernel.package_files import ROOT
from tests.subtests import as_subtests
from tests.test_asvs import names_in

SECTIONS = ["0", "1", *(f"2{letter}" for letter in "abcdef"), "3", *(f"3{letter}" for letter in "abcdefgh"), *"456789"]
LINE = re.compile(r"\| (\d[a-h]?) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|")


class Promise(NamedTuple):
    section: str
    says: str
    behaviour: str
    tests: tuple[str, ...]


def promises() -> list[Promise]:
    found = []
    for line in (ROOT / "decisions" / "apiqik.md").read_text().splitlines():
        if match := LINE.fullmatch(line):
            section, says, behaviour, tests = match.groups()
            found.append(Promise(section, says, behaviour, tuple(re.findall(r"`([^`]+)`", tests))))
    return found


def test_every_section_has_its_lines_in_order() -> None:
    sections = [promise.section for promise in promises()]
    assert list(dict.fromkeys(sections)) == SECTIONS
    assert len(sections) >= 45
    table = (ROOT / "decisions" / "apiqik.md").read_text().partition("| --- |")[2]
    assert len(sections) == table.count("\n| "), "each line of the table was read"


@as_subtests("promise", promises())
def test_a_line_is_short_says_what_happens_and_names_tests_that_exist(promise: Promise) -> None:
    assert len(promise.says.split()) <= 12, "in our own words: the document has the sentence"
    assert promise.behaviour and promise.tests
    for name in promise.tests:
        path, _, function = name.partition("::")
        assert path.startswith("tests/") and function.startswith("test_"), name
        assert function in names_in(ROOT / path), name


def test_the_table_is_found_from_the_decisions() -> None:
    assert "(apiqik.md)" in (ROOT / "decisions" / "README.md").read_text()
