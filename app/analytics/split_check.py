"""Whether the visits of a split differ from the chosen shares by more than chance: Pearson's chi-squared test.

It says how visitors were divided, not which place works better. Visits are taken as independent, which those of one
visitor on one day are not: they all go to the same place, so that real counts scatter a little more.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from math import erfc, exp, pi, sqrt

LEAST_EXPECTED = 5  # visits of each place: with fewer the test is not reliable (Cochran 1954)
LEVEL = 0.01  # how often chance alone would be called a difference


class Verdict(StrEnum):
    """What can be said of the shares of a split."""

    TOO_FEW = "too_few"
    AS_CHOSEN = "as_chosen"
    DIFFERENT = "different"


def check_split(counts: Sequence[int], weights: Sequence[int]) -> Verdict:
    """Compares the visits of each place with its weight; places with the weight 0 are left out."""
    pairs = [(count, weight) for count, weight in zip(counts, weights, strict=True) if weight]
    total, whole = sum(count for count, _ in pairs), sum(weight for _, weight in pairs)
    expected = [total * weight / whole for _, weight in pairs] if whole else []
    if len(pairs) < 2 or min(expected) < LEAST_EXPECTED:
        return Verdict.TOO_FEW
    statistic = sum((count - mean) ** 2 / mean for (count, _), mean in zip(pairs, expected, strict=True))
    return Verdict.DIFFERENT if chance_of(statistic, len(pairs) - 1) < LEVEL else Verdict.AS_CHOSEN


def chance_of(statistic: float, freedom: int) -> float:
    """The probability that a chi-squared variable with `freedom` degrees of freedom is this large or larger.

    The finite sums for whole degrees of freedom (Abramowitz and Stegun 1964, 26.4.4 and 26.4.5).
    """
    half = statistic / 2
    if freedom % 2 == 0:
        term = total = exp(-half)
        for step in range(1, freedom // 2):
            term *= half / step
            total += term
        return min(1.0, total)
    total = erfc(sqrt(half))
    term = sqrt(4 * half / pi) * exp(-half)
    for step in range(1, (freedom - 1) // 2 + 1):
        total += term
        term *= half / (step + 0.5)
    return min(1.0, total)
