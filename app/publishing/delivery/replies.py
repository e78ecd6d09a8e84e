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
from app.kernel.problem_log import log_problem
from app.publishing.connections import authorised_client
from app.publishing.delivery import event_keys, network_limits
from app.publishing.delivery.attempt import SEND_LONGEST, AdapterCall, as_network_error, write_until_stored
from app.publishing.delivery.backoff import wait_before_next
from app.publishing.delivery.claimed_variant import ClaimedVariant, ClaimLost, SendingForbidden
from app.publishing.delivery.outcomes import record_error
from app.publishing.delivery.trouble_keys import NO_ANSWER
from app.publishing.networks.client import Unreachable
from app.publishing.networks.errors import NetworkError, OutcomeUnknown, ReconnectNeeded, TemporaryFailure
from app.publishing.networks.network import Sent
from app.publishing.posts import timeline
from app.publishing.posts.phases import PUBLISHED
from app.publishing.posts.post_variant import PostVariant
from app.publishing.posts.reply_states import DONE, FAILED, SENDING, UNCONFIRMED, WAITING
from app.publishing.posts.variant_content import prepare_content

log = structlog.get_logger()


async def publish_reply(claimed: ClaimedVariant) -> None:
    """Publishes the reply of a published variant that this process has claimed. Raises: ClaimLost, database errors."""
    if claimed.variant.reply_state == SENDING:
        await _end(claimed, SENDING, UNCONFIRMED, event_keys.REPLY_UNCONFIRMED, OutcomeUnknown(NO_ANSWER))
        return
    try:
        client, target = await authorised_client.client_for(claimed.connection)
        content = await prepare_content(claimed.variant)
        counted_at = await claimed.pass_reply_fence()
    except SendingForbidden:
        return  # it waits until something may be sent again
    except network_limits.LimitReached as reached:
        await _write(claimed, WAITING, retry_at=reached.until)
    except Exception as error:
        await _not_sent(claimed, WAITING, as_network_error(error))
    else:
        await _send(claimed, AdapterCall(client, target, content), counted_at)


async def end_failed_reply(variant: PostVariant) -> None:
    """Ends a reply after its processes died in it again and again; a reply that was being sent is unconfirmed."""
    for state, new, what in (
        (SENDING, UNCONFIRMED, event_keys.REPLY_UNCONFIRMED),
        (WAITING, FAILED, event_keys.REPLY_FAILED),
    ):
        if await PostVariant.filter(id=variant.id, reply_state=state).update(reply_state=new, updated_at=clock.now()):
            await timeline.record_event([variant.id], what)


async def _send(claimed: ClaimedVariant, ready: AdapterCall, counted_at: datetime) -> None:
    """Makes the call that publishes the reply, and records the response of the network."""
    sent = Sent(claimed.variant.external_id, claimed.variant.permalink)
    try:
        async with asyncio.timeout(SEND_LONGEST):
            await claimed.network.send_reply(ready.client, ready.target, ready.content, sent)
    except Exception as error:
        await write_until_stored(claimed, partial(_refused, claimed, _after_fence(claimed, error), counted_at))
    else:
        await write_until_stored(claimed, partial(_end, claimed, SENDING, DONE, event_keys.REPLY_PUBLISHED))


def _after_fence(claimed: ClaimedVariant, error: Exception) -> NetworkError:
    """Returns the error of the call that publishes: unknown outcome, unless it says that nothing was sent."""
    if isinstance(error, NetworkError):
        return error
    if isinstance(error, Unreachable) and not error.sent:
        return as_network_error(error)
    if not isinstance(error, Unreachable):
        log_problem("reply_raised", error, variant=str(claimed.id), network=claimed.network.name)
    return OutcomeUnknown(NO_ANSWER, code=type(error).__name__)


async def _refused(claimed: ClaimedVariant, error: NetworkError, counted_at: datetime) -> None:
    """Records why it is not certain that a reply was published."""
    if isinstance(error, OutcomeUnknown):
        await _end(claimed, SENDING, UNCONFIRMED, event_keys.REPLY_UNCONFIRMED, error)
        return
    async with db.transaction():
        await _not_sent(claimed, SENDING, error)
        await network_limits.uncount_post(claimed.network, claimed.connection, counted_at)


async def _not_sent(claimed: ClaimedVariant, state: str, error: NetworkError) -> None:
    """Lets the reply be tried again, or gives it up. Raises: ClaimLost."""
    tries = claimed.variant.tries + 1
    wait = wait_before_next(tries, error.after) if isinstance(error, TemporaryFailure) else None
    if isinstance(error, ReconnectNeeded):
        await authorised_client.mark_broken(claimed.connection, error)
    if wait is None:
        await _end(claimed, state, FAILED, event_keys.REPLY_FAILED, error)
    else:
        until = clock.now() + timedelta(seconds=wait)
        await _write(claimed, state, reply_state=WAITING, tries=tries, retry_at=until)


async def _end(claimed: ClaimedVariant, state: str, new: str, what: str, error: NetworkError | None = None) -> None:
    """Ends the reply, with a line in the timeline. Raises: ClaimLost."""
    async with db.transaction():
        await _write(claimed, state, reply_state=new, retry_at=None)
        if error is None:
            await timeline.record_event([claimed.id], what)
        else:
            await record_error(claimed.id, what, error)


async def _write(claimed: ClaimedVariant, state: str, **columns: Any) -> None:
    """Writes columns while the reply is in a state and the variant this process's. Raises: ClaimLost."""
    columns["updated_at"] = clock.now()
    mine = PostVariant.filter(id=claimed.id, fence=claimed.variant.fence, phase=PUBLISHED, reply_state=state)
    if not await mine.update(**columns):
        raise ClaimLost
    claimed.variant.update_from_dict(columns)
