"""A variant that this process has claimed: every write succeeds only while the claim is still valid.

Each claim increments `fence`. A later claim makes all writes of the earlier one fail, and so does everybody who changes
the phase, such as a person who cancels. The response of the network to the call that publishes is the one exception: it
is recorded whoever has claimed the variant by then (`record_network_answer`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from app.kernel import clock, db
from app.publishing.connections.connection import Connection
from app.publishing.delivery import network_limits
from app.publishing.delivery.event_keys import SENT
from app.publishing.networks.network import Network
from app.publishing.posts import reply_states, timeline
from app.publishing.posts.phases import CLAIMED, PREPARING, PUBLISHED, SENDING, UNCONFIRMED
from app.publishing.posts.post_variant import PostVariant

MAY_SEND = """
        AND EXISTS (SELECT 1 FROM posts WHERE posts.id = post_variants.post_id AND posts.deleted_at IS NULL)
        AND EXISTS (SELECT 1 FROM accounts WHERE accounts.id = post_variants.account_id
            AND posts_paused_at IS NULL AND frozen_at IS NULL AND delete_at IS NULL AND suspended_at IS NULL)
        AND EXISTS (SELECT 1 FROM connections WHERE connections.id = post_variants.connection_id
            AND paused_at IS NULL AND disconnected_at IS NULL AND state = 'connected')
    RETURNING id"""
FENCE = f"""
    UPDATE post_variants SET phase = 'sending', sent_at = $3, updated_at = $3
    WHERE id = $1 AND fence = $2 AND phase IN ('claimed', 'preparing') {MAY_SEND}"""  # noqa: S608
REPLY_FENCE = f"""
    UPDATE post_variants SET reply_state = 'sending', retry_at = NULL, updated_at = $3
    WHERE id = $1 AND fence = $2 AND phase = 'published' AND reply_state = 'waiting' {MAY_SEND}"""  # noqa: S608


class ClaimLost(Exception):
    """The claim is not valid any more: another process has claimed the variant, or a person has changed it."""


class SendingForbidden(Exception):
    """Nothing may be sent: publishing is paused, or the account or connection is frozen, suspended, deleted or
    disconnected."""


@dataclass(slots=True)
class ClaimedVariant:
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
        """Writes columns of the variant if it is in one of these phases and still claimed. Raises: ClaimLost."""
        columns["updated_at"] = clock.now()
        mine = PostVariant.filter(id=self.variant.id, fence=self.variant.fence, phase__in=phases)
        if not await mine.update(**columns):
            raise ClaimLost
        self.variant.update_from_dict(columns)

    async def pass_fence(self) -> None:
        """Counts the post against the network's limits and writes SENDING, right before the call that publishes.

        Raises: LimitReached, SendingForbidden, ClaimLost; then nothing was counted and nothing may be sent.
        """
        now = clock.now()
        async with db.transaction():
            if not await db.query_rows(FENCE, [str(self.id), self.variant.fence, now]):
                await self._raise_why(phase__in=[CLAIMED, PREPARING])
            await timeline.record_event([self.id], SENT)
            await network_limits.count_post(self.network, self.connection, now)  # last: others wait for these rows
        self.sent_before, self.sent_at, self.variant.sent_at = self.variant.sent_at, now, now
        self.variant.phase = SENDING

    async def pass_reply_fence(self) -> datetime:
        """Counts the reply and writes that it is being sent, right before the call; returns when.

        Raises: LimitReached, SendingForbidden, ClaimLost; then nothing was counted and nothing may be sent.
        """
        now = clock.now()
        async with db.transaction():
            if not await db.query_rows(REPLY_FENCE, [str(self.id), self.variant.fence, now]):
                await self._raise_why(phase=PUBLISHED, reply_state=reply_states.WAITING)
            await network_limits.count_post(self.network, self.connection, now)
        return now

    def remember_columns(self) -> Callable[[], None]:
        """Returns a function that restores the present columns of the variant in memory.

        Call that function after the transaction in which they were written was rolled back.
        """
        columns = dict(vars(self.variant))
        return lambda: vars(self.variant).update(columns)

    async def record_network_answer(self, **columns: Any) -> None:
        """Writes the network's response to this process's call, also after another process gave the call up.

        Raises: ClaimLost, when a person decided about the variant meanwhile.
        """
        columns["updated_at"] = clock.now()
        sent = PostVariant.filter(id=self.id, sent_at=self.sent_at, phase__in=[SENDING, UNCONFIRMED])
        if not await sent.update(**columns):
            raise ClaimLost
        self.variant.update_from_dict(columns)

    async def _raise_why(self, **state: Any) -> None:
        """Raises ClaimLost if the claim is lost or the variant is in another state, otherwise SendingForbidden."""
        mine = PostVariant.filter(id=self.id, fence=self.variant.fence, **state)
        raise SendingForbidden if await mine.exists() else ClaimLost


async def claim_variant(variant: PostVariant, phase: str, **columns: Any) -> bool:
    """Claims a variant and writes its phase; returns False if the row has changed since it was read.

    `fence`, `phase` and `due_at` identify the state that was read; `updated_at` identifies its text, too.
    """
    state = {name: getattr(variant, name) for name in ("fence", "phase", "due_at", "updated_at")}
    read = PostVariant.filter(id=variant.id, **state)
    columns |= {"fence": variant.fence + 1, "phase": phase, "updated_at": clock.now()}
    if not await read.update(**columns):
        return False
    variant.update_from_dict(columns)
    return True
