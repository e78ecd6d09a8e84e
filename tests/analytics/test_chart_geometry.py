"""The geometry of the charts: no gap, no overshoot, no division by nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analytics import chart_geometry
from app.web.sparkline import SPARK_HEIGHT, monotone_path, sparkline_path

figures = st.lists(st.integers(0, 10**9), min_size=2, max_size=92)


def numbers(path: str) -> list[float]:
    return [float(match) for match in re.findall(r"-?\d+(?:\.\d+)?", path)]


@pytest.mark.parametrize("value, top", [(0, 4), (4, 4), (5, 8), (9, 12), (13, 20), (41, 80), (166, 200), (2001, 4000)])
def test_a_scale_ends_at_a_round_number(value: int, top: int) -> None:
    assert chart_geometry.nice_max(value) == top


@given(st.integers(0, 10**12))
def test_a_scale_holds_its_values_and_has_whole_quarters(value: int) -> None:
    top = chart_geometry.nice_max(value)
    assert top >= value
    assert top % 4 == 0
    assert chart_geometry.ticks(top)[::4] == [top, 0]


@given(figures)
def test_a_curve_stays_between_its_values_and_the_axis(values: list[int]) -> None:
    top = chart_geometry.nice_max(max(values))
    curve = chart_geometry.build_curve(values, top)
    depths = numbers(curve.line)[1::2]
    assert "nan" not in curve.line + curve.area
    assert min(depths) >= chart_geometry.HEIGHT - max(values) / top * chart_geometry.HEIGHT - 0.1
    assert max(depths) <= chart_geometry.HEIGHT + 0.1
    assert len(curve.depths) == len(values)


def test_one_value_is_a_point_and_none_is_nothing() -> None:
    curve = chart_geometry.build_curve([3], 4)
    assert (curve.line, curve.area, curve.depths) == ("", "", [25.0])
    assert (
        chart_geometry.build_curve([], 4).line == monotone_path([]) == sparkline_path([]) == sparkline_path([3]) == ""
    )


def test_a_sparkline_without_visits_lies_on_the_ground() -> None:
    assert set(numbers(sparkline_path([0] * 14))[1::2]) == {SPARK_HEIGHT - 3}


@pytest.mark.parametrize(
    "now, before, expected",
    [
        (0, 0, None),
        (5, 5, None),
        (1001, 1000, None),
        (5, 0, chart_geometry.Change(True, None)),
        (15, 10, chart_geometry.Change(True, 50)),
        (5, 10, chart_geometry.Change(False, 50)),
        (0, 10, chart_geometry.Change(False, 100)),
    ],
    ids=["nothing", "same", "hardly", "new", "more", "less", "gone"],
)
def test_a_change_is_told_where_there_is_one(now: int, before: int, expected: chart_geometry.Change | None) -> None:
    assert chart_geometry.change_since(now, before) == expected


def test_shades_begin_with_the_first_visit_and_end_with_the_most() -> None:
    assert [chart_geometry.shade(value, 100) for value in (0, 1, 50, 100)] == [0, 1, 5, 9]
    assert chart_geometry.shade(0, 0) == 0


@given(st.integers(1, 400))
def test_an_axis_marks_its_ends_and_few_points_between(count: int) -> None:
    marks = chart_geometry.axis_label_indices(count)
    assert {0, count - 1} <= marks <= set(range(count))
    assert len(marks) <= 7
