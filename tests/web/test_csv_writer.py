"""Lines for spreadsheets: nothing in them is a formula, whatever separates the cells."""

import csv
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.web import csv_writer

SIGNS = ["=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"]
LOOSE = st.text(st.sampled_from([*SIGNS, *",;|\t\"' \u3000\xa0\ufeffa1(\r\n"]), max_size=30)


def cells(line: str, separator: str) -> list[str]:
    """The cells of a file as a reader sees them who separates like this; quotes count at the start of a cell only."""
    return [cell for row in csv.reader(line.splitlines(keepends=True), delimiter=separator) for cell in row]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\nx",
        "  =cmd|' /C calc'!A0",
        "\uff1d1+1",
        "\uff20SUM(A1)",
        "\u30001+1".replace("1", "\uff0b", 1),
        '"=1+1"',
    ],
)
def test_a_formula_becomes_text(text: str) -> None:
    assert next(csv.reader([csv_writer.format_csv_line([text])]))[0].startswith("'")


@pytest.mark.parametrize("separator", [";", "\t", "|", ","])
@pytest.mark.parametrize(
    "text", ["a;=1+1", "a\t=1+1", "a|=1+1", "a,=1+1", 'a;"=1+1"', "a;;\uff1d1+1", "a; \xa0@A1", "a\n=1+1", "a;'=1"]
)
def test_no_reader_finds_a_formula_in_the_middle(separator: str, text: str) -> None:
    for cell in cells(csv_writer.format_csv_line(["x", text, 'b"c']), separator):
        assert not cell.strip(' "\t\r\n\xa0').startswith(tuple(SIGNS)), cell


@given(st.lists(LOOSE, min_size=1, max_size=4))
def test_no_text_starts_a_formula_after_any_separator(texts: list[str]) -> None:
    line = csv_writer.format_csv_line(texts)
    for cell in re.split("[,;|\t\r\n]", line):
        assert not cell.strip(' "\t\r\n\xa0\u3000\ufeff').startswith(tuple(SIGNS)), line


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")) | LOOSE, min_size=1))
def test_every_text_can_be_read_back_as_it_was(texts: list[str]) -> None:
    back = next(csv.reader([csv_writer.format_csv_line(texts)]), [])
    assert [csv_writer.unescape_cell(cell) for cell in back] == texts


def test_numbers_stay_numbers() -> None:
    assert csv_writer.format_csv_line([-5, "a,b", 'say "x"']) == '-5,"a,b","say ""x"""\r\n'


def test_a_long_text_takes_no_longer_than_it_is_long() -> None:
    assert csv_writer.format_csv_line([';"' * 50_000 + "x" + " " * 50_000 + "\t" * 50_000]).count("'") == 0
