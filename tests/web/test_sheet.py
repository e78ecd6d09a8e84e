"""Lines for spreadsheets: nothing in them is a formula."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.web import sheet


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "  =cmd|' /C calc'!A0"])
def test_a_formula_becomes_text(text: str) -> None:
    assert next(csv.reader([sheet.line([text])]))[0].startswith("'")


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), min_size=1))
def test_other_texts_come_back_as_they_were(texts: list[str]) -> None:
    back = next(csv.reader([sheet.line(texts)]), [])
    assert [one.removeprefix("'") for one in back] == [one.removeprefix("'") for one in texts]


def test_numbers_stay_numbers() -> None:
    assert sheet.line([-5, "a,b", 'say "x"']) == '-5,"a,b","say ""x"""\r\n'
