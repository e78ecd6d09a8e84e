"""Metrics of requests to AI models."""

from __future__ import annotations

from quart import Quart

from app.gateway.metering.backlog import request_backlog
from app.gateway.metering.settlement_counts import ENDS, settlement_counts
from app.gateway.routing.settling import running
from app.ops.gateway_checks import broken_routes
from app.ops.measures.factory import MetricFactory


class GatewayMeasures:
    """Requests under way, how they ended, and routes that are not used because they kept failing."""

    seconds = 15

    def __init__(self, make: MetricFactory) -> None:
        self.advance = make.advance
        self.running = make.gauge("ai_requests_running", "Requests to models that run.", joined="livesum")
        self.ended = make.counter(
            "ai_requests_ended", "Requests to models that ended, by how; reaped ones are counted twice.", "end"
        )
        self.reserved = make.gauge("ai_requests_reserved", "Requests to models with money reserved for them.")
        self.dead = make.gauge("ai_requests_dead", "Reserved requests whose process died, until they are settled.")
        self.circuits = make.gauge("ai_circuits_open", "Routes to models that are not used because they kept failing.")

    def gather(self, app: Quart) -> None:
        """Copies the counts of this process."""
        self.running.set(len(running().requests))
        counts = settlement_counts()
        for end in ENDS:
            self.advance(self.ended.labels(end), counts[end])

    async def read(self) -> None:
        """Reads the requests and the circuits."""
        backlog = await request_backlog()
        self.reserved.set(backlog.reserved)
        self.dead.set(backlog.dead)
        self.circuits.set(len(await broken_routes()))
