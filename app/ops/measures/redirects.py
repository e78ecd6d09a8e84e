"""Metrics of redirects, connections and the journal of visits."""

from __future__ import annotations

from quart import Quart

from app.front.redirect_service import RedirectService
from app.ops.measures.factory import MetricFactory


class RedirectMeasures:
    """Counted in plain integers by the redirect path."""

    seconds = 0

    def __init__(self, make: MetricFactory) -> None:
        self.advance = make.advance
        self.followed = make.counter("links_followed", "Redirects answered, by the way they took.", "way")
        self.taken = make.counter("visits_taken_in", "Visits taken from the journal into the database.")
        self.lost = make.counter("visits_lost", "Visits that fitted nowhere any more.")
        self.refused = make.counter("connections_refused", "Connections beyond KLIQS_CONNECTIONS.")
        self.waiting = make.gauge("journal_bytes", "Visits that wait for the database.", joined="livesum")
        self.failing = make.gauge("visits_failing", "1 while the database takes no visits.")
        self.unshipped = make.gauge("journal_unshipped_bytes", "Visits that wait for the storage.", joined="livesum")
        self.not_shipping = make.gauge("shipping_failing", "1 while the storage takes no visits.")
        self.shipped = make.gauge("shipped_bytes", "Visits of all servers in the storage that wait for the database.")
        self.connections = make.gauge("connections", "Open connections.", joined="livesum")

    def gather(self, app: Quart) -> None:
        """Copies the counters of the redirect path."""
        following: RedirectService = app.extensions["redirects"]
        if connections := app.extensions.get("connections"):
            self.advance(self.followed.labels("protocol"), connections.answered)
            self.advance(self.refused, connections.refused)
            self.connections.set(len(connections.lanes))
        for way, number in following.answered.items():
            self.advance(self.followed.labels(way), number)
        if run := following.recording:
            self.advance(self.taken, run.ingester.taken)
            self.advance(self.lost, run.journal.lost)
            self.waiting.set(run.journal.waiting)
            self.failing.set(bool(run.ingester.failing))
            self.shipped.set(run.shipped_intake.waiting)
            if run.shipping:
                self.unshipped.set(run.shipping.unshipped)
                self.not_shipping.set(bool(run.shipping.failing))

    async def read(self) -> None:
        """Reads nothing."""
