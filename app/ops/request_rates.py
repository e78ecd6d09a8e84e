"""How many redirects and API requests there are a second, how many errors, and how long answers of the API take, from
what the metrics have counted.
"""

from __future__ import annotations

import math
import time
from collections import defaultdict, deque
from collections.abc import Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Any, NamedTuple

KEPT_SAMPLES, SAMPLES_OF_A_RATE = 240, 4  # with one in 15 seconds an hour of samples, and a minute of them
LEAST_FOR_SHARE, POINTS = 20, 30  # requests; points of a curve


class Sample(NamedTuple):
    """What all processes had counted at a moment of the monotonic clock, in seconds.

    `within` is how many API requests were answered within so many seconds, by that bound.
    """

    at: float
    redirects: float
    api_requests: float
    errors: float
    within: Mapping[float, float] = MappingProxyType({})


class Rates(NamedTuple):
    """Redirects and API requests a second over the last minute, and answers of 5xx over `minutes`."""

    redirects: float
    api_requests: float
    errors: int
    minutes: int


class RequestRates:
    """The samples of the last hour."""

    def __init__(self) -> None:
        self.samples: deque[Sample] = deque(maxlen=KEPT_SAMPLES)

    def sample(self, registry: Any) -> None:
        """Keeps what a registry of metrics has counted by now."""
        totals: defaultdict[str, float] = defaultdict(float)
        within: defaultdict[float, float] = defaultdict(float)
        for each in (each for metric in registry.collect() for each in metric.samples):
            if each.name == "kliqs_links_followed_total":
                totals["redirects"] += each.value
            elif each.name == "kliqs_request_seconds_count":
                totals["api_requests"] += each.value * (each.labels["surface"] == "api")
                totals["errors"] += each.value * (each.labels["status"] == "5xx")
            elif each.name == "kliqs_request_seconds_bucket" and each.labels["surface"] == "api":
                within[float(each.labels["le"])] += each.value
        counts = totals["redirects"], totals["api_requests"], totals["errors"]
        self.samples.append(Sample(time.monotonic(), *counts, dict(within)))

    def rates(self) -> Rates | None:
        """Returns the rates; None before there are two samples. Counters that begin again count as no growth."""
        if len(self.samples) < 2:
            return None
        oldest, newest = self.samples[0], self.samples[-1]
        before = self.samples[max(0, len(self.samples) - 1 - SAMPLES_OF_A_RATE)]
        seconds = max(newest.at - before.at, 1.0)
        return Rates(
            max(0.0, newest.redirects - before.redirects) / seconds,
            max(0.0, newest.api_requests - before.api_requests) / seconds,
            max(0, round(newest.errors - oldest.errors)),
            max(1, round((newest.at - oldest.at) / 60)),
        )

    def answered_within(self, share: float) -> float | None:
        """Returns the seconds within which this share of the API requests of the last hour was answered.

        It is the bound of a bucket of the histogram, so the truth is that or less; infinite above the largest. None
        with fewer requests than LEAST_FOR_SHARE.
        """
        if len(self.samples) < 2:
            return None
        oldest, newest = self.samples[0].within, self.samples[-1].within
        grown = {bound: newest[bound] - oldest.get(bound, 0.0) for bound in sorted(newest)}
        whole = max(grown.values(), default=0.0)
        if whole < LEAST_FOR_SHARE:
            return None
        return next(bound for bound, number in grown.items() if number >= share * whole)

    def growth(self, name: str) -> list[int]:
        """Returns how much a count of Sample grew in each of POINTS parts of the last hour, the oldest first."""
        steps = [max(0.0, getattr(after, name) - getattr(before, name)) for before, after in pairwise(self.samples)]
        size = max(1, math.ceil(len(steps) / POINTS))
        return [round(sum(steps[at : at + size])) for at in range(0, len(steps), size)]
