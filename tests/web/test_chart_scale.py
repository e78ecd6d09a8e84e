"""The scales of charts: round tops, ends on the axis, changes that are told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.web import chart_scale


@pytest.mark.parametrize("value, top", [(0, 4), (4, 4), (5, 8), (9, 12), (13, 20), (41, 80), (166, 200), (2001, 4000)])
def test_a_scale_ends_at_a_round_number(value: int, top: int) -> None:
    assert chart_scale.nice_max(value) == top


@given(st.integers(0, 10**12))
def test_a_scale_holds_its_values_and_has_whole_quarters(value: int) -> None:
    top = chart_scale.nice_max(value)
    assert top >= value
    assert top % 4 == 0
    assert chart_scale.ticks(top)[::4] == [top, 0]


@pytest.mark.parametrize(
    "now, before, expected",
    [
        (0, 0, None),
        (5, 5, None),
        (1001, 1000, None),
        (5, 0, chart_scale.Change(True, None)),
        (15, 10, chart_scale.Change(True, 50)),
        (5, 10, chart_scale.Change(False, 50)),
        (0, 10, chart_scale.Change(False, 100)),
    ],
    ids=["nothing", "same", "hardly", "new", "more", "less", "gone"],
)
def test_a_change_is_told_where_there_is_one(now: int, before: int, expected: chart_scale.Change | None) -> None:
    assert chart_scale.change_since(now, before) == expected


@given(st.integers(1, 400))
def test_an_axis_marks_its_ends_and_few_points_between(count: int) -> None:
    marks = chart_scale.axis_label_indices(count)
    assert {0, count - 1} <= marks <= set(range(count))
    assert len(marks) <= 7
