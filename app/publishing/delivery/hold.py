"""A variant that this process works on: every write has the condition that it is still this process's.

A claim counts `fence` up. Whoever claims later makes all writes of the earlier one fail, and whoever changes the phase
(a person who cancels) does, too. The one exception is what the network answered to the call that publishes: that is
true whoever has the variant now (`record_truth`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from app.kernel import clock, db
from app.publishing.connections.connection import Connection
from app.publishing.delivery import limits
from app.publishing.delivery.event_words import SENT
from app.publishing.networks.network import Network
from app.publishing.posts import reply_states, timeline
from app.publishing.posts.phases import CLAIMED, PREPARING, PUBLISHED, SENDING, UNCONFIRMED
from app.publishing.posts.post_variant import PostVariant

MAY_SEND = """
        AND EXISTS (SELECT 1 FROM posts WHERE posts.id = post_variants.post_id AND posts.deleted_at IS NULL)
        AND EXISTS (SELECT 1 FROM accounts WHERE accounts.id = post_variants.account_id
            AND posts_paused_at IS NULL AND frozen_at IS NULL AND delete_at IS NULL)
        AND EXISTS (SELECT 1 FROM connections WHERE connections.id = post_variants.connection_id
            AND paused_at IS NULL AND disconnected_at IS NULL AND state = 'connected')
    RETURNING id"""
FENCE = f"""
    UPDATE post_variants SET phase = 'sending', sent_at = $3, updated_at = $3
    WHERE id = $1 AND fence = $2 AND phase IN ('claimed', 'preparing') {MAY_SEND}"""  # noqa: S608
REPLY_FENCE = f"""
    UPDATE post_variants SET reply_state = 'sending', retry_at = NULL, updated_at = $3
    WHERE id = $1 AND fence = $2 AND phase = 'published' AND reply_state = 'waiting' {MAY_SEND}"""  # noqa: S608


class Lost(Exception):
    """The variant is no longer this process's: another one has claimed it, or a person changed what is to be done."""


class FenceShut(Exception):
    """Nothing may be sent: publishing was paused, or the account or connection is frozen, deleted or disconnected."""


@dataclass(slots=True)
class Hold:
    """A claimed variant with its connection and network; `sent_at` is the time at which this process passed the fence,
    `sent_before` that of an earlier call.

    `upload` says that this process may take its time: it does what is large.
    """

    variant: PostVariant
    connection: Connection
    network: Network
    upload: bool = False
    sent_at: datetime | None = None
    sent_before: datetime | None = None

    @property
    def id(self) -> UUID:
        """The id of the variant."""
        return self.variant.id

    async def write(self, *phases: str, **columns: Any) -> None:
        """Writes columns of the variant while it is in one of these phases and this process's. Raises: Lost."""
        columns["updated_at"] = clock.now()
        mine = PostVariant.filter(id=self.variant.id, fence=self.variant.fence, phase__in=phases)
        if not await mine.update(**columns):
            raise Lost
        self.variant.update_from_dict(columns)

    async def pass_fence(self) -> None:
        """Counts the post against the network's limits and writes SENDING, right before the call that publishes.

        Raises: LimitReached, FenceShut, Lost; then nothing was counted and nothing may be sent.
        """
        now = clock.now()
        async with db.transaction():
            if not await db.query_rows(FENCE, [str(self.id), self.variant.fence, now]):
                await self._raise_why(phase__in=[CLAIMED, PREPARING])
            await timeline.record([self.id], SENT)
            await limits.count_post(self.network, self.connection, now)  # last: others wait for these rows
        self.sent_before, self.sent_at, self.variant.sent_at = self.variant.sent_at, now, now
        self.variant.phase = SENDING

    async def pass_reply_fence(self) -> datetime:
        """Counts the reply and writes that it is being sent, right before the call; returns when.

        Raises: LimitReached, FenceShut, Lost; then nothing was counted and nothing may be sent.
        """
        now = clock.now()
        async with db.transaction():
            if not await db.query_rows(REPLY_FENCE, [str(self.id), self.variant.fence, now]):
                await self._raise_why(phase=PUBLISHED, reply_state=reply_states.WAITING)
            await limits.count_post(self.network, self.connection, now)
        return now

    def keep(self) -> Callable[[], None]:
        """Returns a function that gives the variant in memory the columns back that it has now.

        Call it when a transaction was rolled back in which they were written.
        """
        columns = dict(vars(self.variant))
        return lambda: vars(self.variant).update(columns)

    async def record_truth(self, **columns: Any) -> None:
        """Writes what the network answered to this process's call, also when another process gave it up. Raises: Lost,
        when a person decided meanwhile.
        """
        columns["updated_at"] = clock.now()
        sent = PostVariant.filter(id=self.id, sent_at=self.sent_at, phase__in=[SENDING, UNCONFIRMED])
        if not await sent.update(**columns):
            raise Lost
        self.variant.update_from_dict(columns)

    async def _raise_why(self, **state: Any) -> None:
        """Raises Lost when the variant is another's or no longer in this state, else FenceShut."""
        mine = PostVariant.filter(id=self.id, fence=self.variant.fence, **state)
        raise FenceShut if await mine.exists() else Lost


async def claim(variant: PostVariant, phase: str, **columns: Any) -> bool:
    """Claims a variant as it was read and writes its phase; False when it is not as it was read.

    `fence`, `phase` and `due_at` together are the state that was read; with `updated_at` also its words are.
    """
    state = {name: getattr(variant, name) for name in ("fence", "phase", "due_at", "updated_at")}
    read = PostVariant.filter(id=variant.id, **state)
    columns |= {"fence": variant.fence + 1, "phase": phase, "updated_at": clock.now()}
    if not await read.update(**columns):
        return False
    variant.update_from_dict(columns)
    return True
