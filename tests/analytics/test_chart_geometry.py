"""The geometry of the charts: no gap, no overshoot, no division by nothing."""

import re

from hypothesis import given
from hypothesis import strategies as st

from app.analytics import chart_geometry
from app.web import chart_scale
from app.web.sparkline import SPARK_HEIGHT, monotone_path, sparkline_path

figures = st.lists(st.integers(0, 10**9), min_size=2, max_size=92)


def numbers(path: str) -> list[float]:
    return [float(match) for match in re.findall(r"-?\d+(?:\.\d+)?", path)]


@given(figures)
def test_a_curve_stays_between_its_values_and_the_axis(values: list[int]) -> None:
    top = chart_scale.nice_max(max(values))
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


def test_shades_begin_with_the_first_visit_and_end_with_the_most() -> None:
    assert [chart_geometry.shade(value, 100) for value in (0, 1, 50, 100)] == [0, 1, 5, 9]
    assert chart_geometry.shade(0, 0) == 0
