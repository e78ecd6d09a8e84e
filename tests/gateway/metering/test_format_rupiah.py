"""Micro-rupiah for people: whole where they are many, with decimal places where they are few, never zero for some."""

import pytest

from app.gateway.metering.format_rupiah import format_micro, format_whole
from app.kernel.i18n import language_context


@pytest.mark.parametrize(
    "amount, english, indonesian",
    [
        (0, "Rp0", "Rp0"),
        (412_360_000_000, "Rp412,360", "Rp412.360"),
        (10_500_000, "Rp11", "Rp11"),
        (9_990_000, "Rp9.99", "Rp9,99"),
        (7_000_000, "Rp7", "Rp7"),
        (70_000_000, "Rp70", "Rp70"),
        (123_456, "Rp0.12", "Rp0,12"),
        (700_000, "Rp0.70", "Rp0,70"),
        (4_200, "Rp0.0042", "Rp0,0042"),
        (1, "Rp0.000001", "Rp0,000001"),
        (-7_250_000, "-Rp7.25", "-Rp7,25"),
    ],
)
def test_sums_have_as_many_places_as_they_need(amount: int, english: str, indonesian: str) -> None:
    with language_context("en"):
        assert format_micro(amount) == english
    with language_context("id"):
        assert format_micro(amount) == indonesian


def test_a_sum_in_whole_rupiah_is_rounded_down() -> None:
    with language_context("en"):
        assert format_whole(1_234_999_999) == "Rp1,234"
