"""Manual mode: at its time, a variant of a connection without tokens becomes a reminder, and people are written to."""

from __future__ import annotations

from app.kernel import clock, event_bus
from app.kernel.db import transaction
from app.publishing.delivery import emails, event_words
from app.publishing.delivery.hold import claim
from app.publishing.delivery.outcomes import CHANGED
from app.publishing.posts import timeline
from app.publishing.posts.phases import REMINDER
from app.publishing.posts.post_variant import NO_TROUBLE, PostVariant


async def remind(variant: PostVariant) -> None:
    """Makes a variant that is due a reminder, and queues its email; does nothing when it is not as it was read."""
    async with transaction():
        if await claim(variant, REMINDER, reminded_at=clock.now(), retry_at=None, **NO_TROUBLE):
            await timeline.record([variant.id], event_words.REMINDED)
            await emails.send_reminder(variant)
            await event_bus.announce(CHANGED, variant.id, variant.phase)
