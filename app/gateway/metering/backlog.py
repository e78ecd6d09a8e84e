"""How many requests to models are under way in all processes, and how many of them nobody renews any more."""

from __future__ import annotations

from typing import NamedTuple

from app.gateway.metering.ai_request import RESERVED, AiRequest
from app.gateway.metering.reservation import DEAD_AFTER
from app.kernel import clock


class RequestBacklog(NamedTuple):
    """Reserved requests, and those of them that the reaper should end."""

    reserved: int
    dead: int


async def request_backlog() -> RequestBacklog:
    """Returns the current backlog."""
    reserved = AiRequest.filter(state=RESERVED)
    return RequestBacklog(await reserved.count(), await reserved.filter(alive_at__lt=clock.now() - DEAD_AFTER).count())
