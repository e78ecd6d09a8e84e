"""Manual mode: at its time, a variant of a manual connection becomes a reminder, and its people get an email."""

from __future__ import annotations

from app.kernel import clock, event_bus
from app.kernel.db import transaction
from app.publishing.delivery import emails, event_keys
from app.publishing.delivery.claimed_variant import claim_variant
from app.publishing.delivery.outcomes import CHANGED
from app.publishing.posts import timeline
from app.publishing.posts.phases import REMINDER
from app.publishing.posts.post_variant import NO_TROUBLE, PostVariant


async def send_due_reminder(variant: PostVariant) -> None:
    """Makes a due variant a reminder and queues its email; does nothing if it has changed since it was read."""
    async with transaction():
        if await claim_variant(variant, REMINDER, reminded_at=clock.now(), retry_at=None, **NO_TROUBLE):
            await timeline.record_event([variant.id], event_keys.REMINDED)
            await emails.send_reminder(variant)
            await event_bus.announce(CHANGED, variant.id, variant.phase)
