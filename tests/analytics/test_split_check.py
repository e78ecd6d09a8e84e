"""The test of a split's shares, against tables of the chi-squared distribution and against chance itself."""

from random import Random

import pytest

from app.analytics.split_check import LEVEL, Verdict, chance_of, check_split


@pytest.mark.parametrize(
    ("statistic", "freedom", "chance"),
    [
        *((3.841, 1, 0.05), (6.635, 1, 0.01), (5.991, 2, 0.05), (9.210, 2, 0.01), (7.815, 3, 0.05), (11.345, 3, 0.01)),
        *((9.488, 4, 0.05), (16.919, 9, 0.05), (21.666, 9, 0.01), (0.0, 1, 1.0), (0.0, 2, 1.0), (0.0, 3, 1.0)),
    ],
)
def test_the_probability_is_that_of_the_tables(statistic: float, freedom: int, chance: float) -> None:
    assert chance_of(statistic, freedom) == pytest.approx(chance, abs=5e-5)


@pytest.mark.parametrize(
    ("counts", "weights", "verdict"),
    [
        ([70, 30], [70, 30], Verdict.AS_CHOSEN),
        ([650, 350], [70, 30], Verdict.DIFFERENT),
        ([690, 310], [70, 30], Verdict.AS_CHOSEN),
        ([3, 2], [50, 50], Verdict.TOO_FEW),
        ([40, 2], [97, 3], Verdict.TOO_FEW),
        ([0, 0], [50, 50], Verdict.TOO_FEW),
        ([100, 5], [100, 0], Verdict.TOO_FEW),
        ([100, 100, 0], [50, 50, 0], Verdict.AS_CHOSEN),
        ([10**9, 10**9 + 10**6], [50, 50], Verdict.DIFFERENT),
        ([100] * 10, [10] * 10, Verdict.AS_CHOSEN),
    ],
)
def test_a_split_is_compared_with_its_weights(counts: list[int], weights: list[int], verdict: Verdict) -> None:
    assert check_split(counts, weights) is verdict


def test_chance_alone_is_called_a_difference_as_seldom_as_promised() -> None:
    random, weights = Random(17), [50, 30, 20]  # noqa: S311
    called = 0
    for _ in range(1_000):
        visits = random.choices(range(3), weights, k=300)
        called += check_split([visits.count(at) for at in range(3)], weights) is Verdict.DIFFERENT
    assert called <= 3 * LEVEL * 1_000
