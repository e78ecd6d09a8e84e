"""The first comment, or the next post of a thread, of a published variant: behind a fence of its own.

`reply_state` goes from `waiting` over `sending` to `published`, `failed` or `unconfirmed`. One that another process
left in `sending` is never sent again by itself.
"""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import structlog

from app.kernel import clock, db
from app.publishing.connections import access
from app.publishing.delivery import event_words, limits
from app.publishing.delivery.attempt import SEND_LONGEST, Ready, as_network_error, keep_writing
from app.publishing.delivery.backoff import wait_before_next
from app.publishing.delivery.hold import FenceShut, Hold, Lost
from app.publishing.delivery.outcomes import record_error
from app.publishing.delivery.trouble_words import NO_ANSWER
from app.publishing.networks.client import Unreachable
from app.publishing.networks.errors import NetworkError, OutcomeUnknown, ReconnectNeeded, TemporaryFailure
from app.publishing.networks.network import Sent
from app.publishing.posts import timeline
from app.publishing.posts.content import content_of
from app.publishing.posts.phases import PUBLISHED
from app.publishing.posts.post_variant import PostVariant
from app.publishing.posts.reply_states import DONE, FAILED, SENDING, UNCONFIRMED, WAITING

log = structlog.get_logger()


async def publish_reply(hold: Hold) -> None:
    """Publishes the reply of a published variant that this process has claimed. Raises: Lost, database errors."""
    if hold.variant.reply_state == SENDING:
        await _end(hold, SENDING, UNCONFIRMED, event_words.REPLY_UNCONFIRMED, OutcomeUnknown(NO_ANSWER))
        return
    try:
        client, target = await access.client_for(hold.connection)
        content = await content_of(hold.variant)
        counted_at = await hold.pass_reply_fence()
    except FenceShut:
        return  # it waits until something may be sent again
    except limits.LimitReached as reached:
        await _write(hold, WAITING, retry_at=reached.until)
    except Exception as error:
        await _not_sent(hold, WAITING, as_network_error(error))
    else:
        await _send(hold, Ready(client, target, content), counted_at)


async def give_up(variant: PostVariant) -> None:
    """Ends a reply whose processes died in it again and again; one that was being sent may be there."""
    for state, new, what in (
        (SENDING, UNCONFIRMED, event_words.REPLY_UNCONFIRMED),
        (WAITING, FAILED, event_words.REPLY_FAILED),
    ):
        if await PostVariant.filter(id=variant.id, reply_state=state).update(reply_state=new, updated_at=clock.now()):
            await timeline.record([variant.id], what)


async def _send(hold: Hold, ready: Ready, counted_at: datetime) -> None:
    """Makes the call that publishes the reply, and records what the network answered."""
    sent = Sent(hold.variant.external_id, hold.variant.permalink)
    try:
        async with asyncio.timeout(SEND_LONGEST):
            await hold.network.send_reply(ready.client, ready.target, ready.content, sent)
    except Exception as error:
        await keep_writing(hold, partial(_refused, hold, _after_fence(hold, error), counted_at))
    else:
        await keep_writing(hold, partial(_end, hold, SENDING, DONE, event_words.REPLY_PUBLISHED))


def _after_fence(hold: Hold, error: Exception) -> NetworkError:
    """Returns an error of the call that publishes: unless it says that nothing was sent, nobody knows."""
    if isinstance(error, NetworkError):
        return error
    if isinstance(error, Unreachable) and not error.sent:
        return as_network_error(error)
    if not isinstance(error, Unreachable):
        log.error("reply_raised", exc_info=error, variant=str(hold.id), network=hold.network.name)
    return OutcomeUnknown(NO_ANSWER, code=type(error).__name__)


async def _refused(hold: Hold, error: NetworkError, counted_at: datetime) -> None:
    """Records why a reply that was being sent has no certain success."""
    if isinstance(error, OutcomeUnknown):
        await _end(hold, SENDING, UNCONFIRMED, event_words.REPLY_UNCONFIRMED, error)
        return
    async with db.transaction():
        await _not_sent(hold, SENDING, error)
        await limits.give_back(hold.network, hold.connection, counted_at)


async def _not_sent(hold: Hold, state: str, error: NetworkError) -> None:
    """Lets the reply be tried again, or gives it up. Raises: Lost."""
    tries = hold.variant.tries + 1
    wait = wait_before_next(tries, error.after) if isinstance(error, TemporaryFailure) else None
    if isinstance(error, ReconnectNeeded):
        await access.mark_broken(hold.connection, error)
    if wait is None:
        await _end(hold, state, FAILED, event_words.REPLY_FAILED, error)
    else:
        until = clock.now() + timedelta(seconds=wait)
        await _write(hold, state, reply_state=WAITING, tries=tries, retry_at=until)


async def _end(hold: Hold, state: str, new: str, what: str, error: NetworkError | None = None) -> None:
    """Ends the reply, with a line in the timeline. Raises: Lost."""
    async with db.transaction():
        await _write(hold, state, reply_state=new, retry_at=None)
        if error is None:
            await timeline.record([hold.id], what)
        else:
            await record_error(hold.id, what, error)


async def _write(hold: Hold, state: str, **columns: Any) -> None:
    """Writes columns while the reply is in a state and the variant this process's. Raises: Lost."""
    columns["updated_at"] = clock.now()
    mine = PostVariant.filter(id=hold.id, fence=hold.variant.fence, phase=PUBLISHED, reply_state=state)
    if not await mine.update(**columns):
        raise Lost
    hold.variant.update_from_dict(columns)
