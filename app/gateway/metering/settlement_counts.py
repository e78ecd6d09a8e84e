"""How many requests to models ended in this process, for the metrics."""

from __future__ import annotations

from collections import Counter

from app.gateway.metering.ai_request import RELEASED, SETTLED
from app.kernel import installation

REAPED = "reaped"
ENDS = (SETTLED, RELEASED, REAPED)


class SettlementCounts(Counter[str]):
    """The number of settled and released requests, and how many of both were reaped because their process had died."""


def settlement_counts() -> SettlementCounts:
    """Returns the counts of the current installation."""
    return installation.current().resource(SettlementCounts)
