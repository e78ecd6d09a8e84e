"""Makes the metrics of a process. Labels are words of the code, never what people typed, so that there are few."""

from __future__ import annotations

from typing import Any, Literal, Protocol

from quart import Quart

Joined = Literal["livesum", "livemax", "livemin"]


class MetricFactory:
    """Makes metrics in a registry, and copies plain counters into them."""

    def __init__(self) -> None:
        from prometheus_client import CollectorRegistry, disable_created_metrics

        # nothing reads the time when a counter was made, which would be a series more for each
        disable_created_metrics()  # type: ignore[no-untyped-call]
        self.registry, self._last_values = CollectorRegistry(), dict[Any, float]()

    def counter(self, name: str, says: str, *labels: str) -> Any:
        """Makes a counter, whose name gets `_total` behind it; of several processes it is the sum."""
        from prometheus_client import Counter

        return Counter(f"kliqs_{name}", says, labels, registry=self.registry)

    def gauge(self, name: str, says: str, *labels: str, joined: Joined = "livemax") -> Any:
        """Makes a gauge; `joined` says what becomes of the values of several processes.

        What all processes read from one database is `livemax`, what each has for itself `livesum`.
        """
        from prometheus_client import Gauge

        return Gauge(f"kliqs_{name}", says, labels, registry=self.registry, multiprocess_mode=joined)

    def histogram(self, name: str, says: str, buckets: tuple[float, ...], *labels: str) -> Any:
        """Makes a histogram."""
        from prometheus_client import Histogram

        return Histogram(f"kliqs_{name}", says, labels, registry=self.registry, buckets=buckets)

    def advance(self, counter: Any, number: float) -> None:
        """Adds the growth of a plain counter since the last call to its metric."""
        counter.inc(number - self._last_values.get(counter, 0))
        self._last_values[counter] = number


class Measures(Protocol):
    """The metrics of one subject. `seconds` is the time between two reads."""

    seconds: int

    def gather(self, app: Quart) -> None:
        """Copies what this process knows in memory; runs once a second and at each scrape."""

    async def read(self) -> None:
        """Reads from the database what all processes share."""
