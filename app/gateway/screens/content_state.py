"""Whether the content of a request is kept, and what its key says about that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.gateway.contents.kept_content import KeptContent
from app.gateway.metering.ai_request import AiRequest
from app.gateway.metering.limits_of_keys import AiKeyTerms
from app.kernel import clock, installation


@dataclass(frozen=True, slots=True)
class ContentState:
    """`ends_at` is when kept content is deleted, None where none is kept. `days` is what the key says, 0 for none.

    `most_days` is what keys may say at most in this installation.
    """

    ends_at: datetime | None
    days: int
    most_days: int


async def content_state(request: AiRequest) -> ContentState:
    """Returns whether the content of a request is kept."""
    kept = await KeptContent.get_or_none(request_id=request.id, ends_at__gt=clock.now()).only("request_id", "ends_at")
    terms = await AiKeyTerms.get_or_none(key_id=request.key_id) if request.key_id else None
    most = installation.current().config.gateway_content_days
    return ContentState(kept.ends_at if kept else None, terms.content_days if terms else 0, most)
