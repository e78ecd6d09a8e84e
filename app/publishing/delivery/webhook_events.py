"""Announces the outcome of a variant to webhooks, in the transaction that writes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from app.publishing.posts import phases
from app.webhooks import outbox

EVENTS: Mapping[str, str] = {  # by phase; nothing was sent also where a connection has to be renewed first
    phases.PUBLISHED: "post.published",
    phases.FAILED: "post.failed",
    phases.NEEDS_RECONNECT: "post.failed",
    phases.UNCONFIRMED: "post.unconfirmed",
}


async def announce_phase(account_id: UUID, phase: str, variant_ids: Sequence[UUID]) -> None:
    """Announces that variants of an account entered a phase; does nothing for a phase without an event."""
    if event := EVENTS.get(phase):
        await outbox.announce(account_id, event, variant_ids)
