"""Geometry of bars in layers: a bar for each day, a layer for each series."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.gateway.metering.balance import MICRO
from app.kernel import i18n
from app.web import chart_scale

WIDTH, HEIGHT = 1000, 240
MARGIN, GAP = 0.16, 1.5  # of a column on both sides of its bar; between two layers
LATE_FROM = 0.62  # share of the width from which on a tooltip is left of its bar


@dataclass(frozen=True, slots=True)
class Layer:
    """A rectangle on a canvas of WIDTH x HEIGHT; `series` is the number of its series, from 1."""

    x: float
    y: float
    width: float
    height: float
    series: int


@dataclass(frozen=True, slots=True)
class Column:
    """A day: its name, its label on the axis ("" for none, `minor` ones are left out on narrow screens), its amounts.

    `amounts` are micro-rupiah by series. `late` puts the tooltip to the left of the bar.
    """

    name: str
    label: str
    minor: bool
    late: bool
    amounts: tuple[int, ...]

    @property
    def total(self) -> int:
        """The sum of the day."""
        return sum(self.amounts)


@dataclass(frozen=True, slots=True)
class StackedChart:
    """The chart for the template; `ticks` are whole rupiah, from the top down."""

    layers: list[Layer]
    columns: list[Column]
    ticks: list[int]


def build_stacked_chart(days: Sequence[date], series: Sequence[Sequence[int]]) -> StackedChart:
    """Returns the chart of some series of micro-rupiah, each with a value for each of the days."""
    columns = _columns(days, list(zip(*series, strict=True)) if series else [()] * len(days))
    highest = max((column.total for column in columns), default=0)
    top = chart_scale.nice_max(-(-highest // MICRO))
    layers = [layer for at, column in enumerate(columns) for layer in _layers(at, column, len(days), top * MICRO)]
    return StackedChart(layers, columns, chart_scale.ticks(top))


def _columns(days: Sequence[date], amounts: Sequence[tuple[int, ...]]) -> list[Column]:
    on_axis = sorted(chart_scale.axis_label_indices(len(days)))
    return [
        Column(
            i18n.format_day(day),
            i18n.format_day_of_year(day) if at in on_axis else "",
            at in on_axis[1::2],
            at > len(days) * LATE_FROM,
            amounts[at],
        )
        for at, day in enumerate(days)
    ]


def _layers(at: int, column: Column, count: int, top: int) -> list[Layer]:
    width, low, layers = WIDTH / count, float(HEIGHT), list[Layer]()
    for number, amount in enumerate(column.amounts, 1):
        if height := amount / top * HEIGHT:
            low -= height
            x, y = round((at + MARGIN) * width, 1), round(low, 2)
            layers.append(Layer(x, y, round(width * (1 - 2 * MARGIN), 1), round(max(height - GAP, 0.5), 2), number))
    return layers
