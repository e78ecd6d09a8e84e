"""How many redirects and API requests there are a second, and how many errors, from what the metrics have counted."""

from __future__ import annotations

import time
from collections import defaultdict, deque
from typing import Any, NamedTuple

KEPT_SAMPLES, SAMPLES_OF_A_RATE = 240, 4  # with one in 15 seconds an hour of samples, and a minute of them


class Sample(NamedTuple):
    """What all processes had counted at a moment of the monotonic clock, in seconds."""

    at: float
    redirects: float
    api_requests: float
    errors: float


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
        for each in (each for metric in registry.collect() for each in metric.samples):
            if each.name == "kliqs_links_followed_total":
                totals["redirects"] += each.value
            elif each.name == "kliqs_request_seconds_count":
                totals["api_requests"] += each.value * (each.labels["surface"] == "api")
                totals["errors"] += each.value * (each.labels["status"] == "5xx")
        self.samples.append(Sample(time.monotonic(), *(totals[name] for name in Sample._fields[1:])))

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
