"""`python -m tests.bench.beside_pages [rounds]`: what a visitor waits while somebody opens pages of the dashboard.

A link is followed every few milliseconds, alone and beside one reader who opens the links page of a thousand links
again and again, in turns. Server and clients have a core each.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.harness import Client, Reader, Samples, client_pinned, percentile, short
from tests.bench.redirect import NAMES, start_kliqs

ROUNDS, WINDOW, EVERY = 5, 5.0, 0.005  # rounds, and seconds
PAGE, EMAIL = "/dashboard/links/", "bench@example.com"


def follow_links(visitor: Client) -> float:
    """Follows links for some seconds; returns the 99th percentile of what the visitor waited, in milliseconds."""
    waits, until, number = Samples(), time.monotonic() + WINDOW, 0
    while time.monotonic() < until:
        name = f"/bench-{number % NAMES}"
        waits.measure(lambda name=name: visitor.get(name, 302))  # type: ignore[misc]
        number += 1
        time.sleep(EVERY)
    return percentile(waits.waited, 0.99)


def compare(folder: Path, rounds: int) -> None:
    target = start_kliqs(folder)
    server = target.server
    assert server is not None
    target.pin()
    alone, beside, pages = list[float](), list[float](), list[float]()
    try:
        visitor, reading = Client(server), Client(server).sign_in(EMAIL)
        reading.get(PAGE)
        follow_links(visitor)  # the first visit builds tables
        for _ in range(rounds):
            alone.append(follow_links(visitor))
            reader = Reader(reading, [PAGE])
            beside.append(follow_links(visitor))
            pages += reader.end()
    finally:
        server.process.terminate()
    before, after = statistics.median(alone), statistics.median(beside)
    print(f"redirect p99 beside a reader: {short(before)} → {short(after)} ms: × {after / before:.2f}")
    print(f"a page that the reader opened: {short(statistics.median(pages))} ms")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place, client_pinned():
        compare(Path(place), int(sys.argv[1]) if sys.argv[1:] else ROUNDS)
