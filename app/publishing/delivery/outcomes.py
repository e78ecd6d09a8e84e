"""Records the outcomes of publishing: each function writes phase, timeline and consequences in one transaction.

Webhooks are announced there, too. Modules above (statistics) listen to the event CHANGED, which is announced inside the
transaction with the id and the new phase of the variant.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from app.jobs import queue
from app.kernel import clock, event_bus
from app.kernel.db import transaction
from app.publishing.delivery import event_keys, network_limits
from app.publishing.delivery.backoff import wait_before_next
from app.publishing.delivery.claimed_variant import ClaimedVariant, claim_variant
from app.publishing.delivery.redaction import hide_tokens
from app.publishing.delivery.trouble_keys import LIMIT_REACHED, LONG_PAUSE, UPLOAD_ENDED
from app.publishing.delivery.webhook_events import announce_phase
from app.publishing.networks.errors import NetworkError, Scope, TemporaryFailure
from app.publishing.networks.network import Sent
from app.publishing.posts import phases, reply_states, timeline
from app.publishing.posts.post_variant import NO_TROUBLE, PostVariant

CHANGED = "post.changed"
MAIL = "posts.mail_trouble"
MAIL_DELAY = timedelta(minutes=1)  # so that variants of a post that fail in the same moment are one email
LONGEST_ADDRESS = 2048  # characters
APP_WAIT = 900.0  # seconds; of a network that refuses the app without saying for how long
UNSENT_PHASES = (phases.CLAIMED, phases.PREPARING, phases.SENDING)
NEW_ATTEMPT: dict[str, Any] = {"tries": 0, "retry_at": None, "percent": 0, "reminded_at": None, **NO_TROUBLE}


def trouble_columns(error: NetworkError) -> dict[str, Any]:
    """Returns the columns of a variant that say what went wrong."""
    return {"trouble": error.trouble, "trouble_code": error.code, "trouble_detail": hide_tokens(error.detail)}


async def record_published(claimed: ClaimedVariant, sent: Sent, *, has_reply: bool) -> None:
    """Records that the network has published the post. Raises: ClaimLost."""
    columns: dict[str, Any] = {"external_id": sent.external_id, **NEW_ATTEMPT, "percent": 100}
    if address := _address(sent):
        columns["permalink"] = address
    columns |= {"phase": phases.PUBLISHED, "published_at": clock.now()}
    if has_reply and sent.external_id and not claimed.variant.reply_state:
        columns["reply_state"] = reply_states.WAITING
    async with transaction():
        await _write_answer(claimed, **columns)
        await _note(claimed.variant, event_keys.PUBLISHED)


async def record_processing(claimed: ClaimedVariant, sent: Sent) -> None:
    """Records that the network accepted the post and is processing it. Raises: ClaimLost."""
    columns = {"external_id": sent.external_id, "permalink": _address(sent), "phase": phases.CONFIRMING}
    async with transaction():
        await _write_answer(claimed, retry_at=None, **columns, **NO_TROUBLE)
        await _note(claimed.variant, event_keys.PROCESSING)


async def check_again_at(claimed: ClaimedVariant, until: datetime, percent: int | None = None) -> None:
    """Lets the job check the variant again at a time, in its present phase. Raises: ClaimLost."""
    more = {} if percent is None else {"percent": max(0, min(percent, 100))}
    await claimed.write(claimed.variant.phase, retry_at=until, **more)


async def postpone(
    claimed: ClaimedVariant, until: datetime, error: NetworkError, what: str = event_keys.WAITING
) -> None:
    """Lets the variant wait for a limit or stop of the network; no attempt is counted. Raises: ClaimLost."""
    async with transaction():
        await _unsend(claimed, UNSENT_PHASES, what, error, phase=phases.RETRY, retry_at=until)


async def postpone_for_limit(claimed: ClaimedVariant, reached: network_limits.LimitReached) -> None:
    """Lets the variant wait until the window of a limit ends. Raises: ClaimLost."""
    await postpone(claimed, reached.until, NetworkError(LIMIT_REACHED, code=reached.name))


async def record_temporary_failure(claimed: ClaimedVariant, error: TemporaryFailure) -> None:
    """Lets the variant be tried again after its back-off, or fails it after the last try. Raises: ClaimLost.

    A limit that concerns the whole app stops all variants of the network and counts as no attempt.
    """
    now = clock.now()
    if error.scope is Scope.APP:
        until = now + timedelta(seconds=error.after or APP_WAIT)
        await network_limits.stop_app(claimed.connection.network, claimed.connection.server, until)
        await postpone(claimed, until, error, event_keys.STOPPED)
        return
    if error.after:
        await network_limits.stop_connection(claimed.connection, now + timedelta(seconds=error.after))
    if error.after and error.trouble == LIMIT_REACHED:
        await postpone(claimed, now + timedelta(seconds=error.after), error)
        return
    seconds = wait_before_next(claimed.variant.tries + 1, error.after)
    if seconds is None:
        long = claimed.variant.tries == 0
        await record_failure(claimed, NetworkError(LONG_PAUSE, code=error.code, status=error.status) if long else error)
        return
    columns = {"tries": claimed.variant.tries + 1, "retry_at": now + timedelta(seconds=seconds)}
    async with transaction():
        await _unsend(claimed, UNSENT_PHASES, event_keys.RETRY, error, phase=phases.RETRY, **columns)


async def record_failure(claimed: ClaimedVariant, error: NetworkError) -> None:
    """Records that the variant cannot be published as it is. Raises: ClaimLost."""
    await _end(claimed, phases.FAILED, event_keys.FAILED, error)


async def record_needs_reconnect(claimed: ClaimedVariant, error: NetworkError) -> None:
    """Records that nothing was sent because the connection has no permission any more. Raises: ClaimLost."""
    await _end(claimed, phases.NEEDS_RECONNECT, event_keys.NEEDS_RECONNECT, error)


async def record_unconfirmed(claimed: ClaimedVariant, error: NetworkError) -> None:
    """Records that it is unknown whether the post is published, so that a person decides. Raises: ClaimLost."""
    async with transaction():
        columns = {"retry_at": None, **trouble_columns(error)}
        await claimed.write(phases.SENDING, phases.CONFIRMING, phase=phases.UNCONFIRMED, **columns)
        await _note(claimed.variant, event_keys.UNCONFIRMED, error)
        await enqueue_trouble_email(claimed.variant)


async def record_unanswered(claimed: ClaimedVariant, error: NetworkError, until: datetime) -> None:
    """Records that the call was sent without a response: the network is checked from `until` on. Raises: ClaimLost."""
    async with transaction():
        await claimed.write(phases.SENDING, retry_at=until, **trouble_columns(error))
        await _note(claimed.variant, event_keys.INTERRUPTED, error)


async def end_without_sending(variant: PostVariant, phase: str, what: str, error: NetworkError) -> bool:
    """Ends a variant that is not claimed; returns False if it has changed since it was read."""
    async with transaction():
        if not await claim_variant(variant, phase, retry_at=None, **trouble_columns(error)):
            return False
        await _note(variant, what, error)
        await enqueue_trouble_email(variant)
    return True


async def record_error(id: UUID, what: str, error: NetworkError) -> None:
    """Writes an error with the network's own words into the timeline of a variant."""
    status = error.status or None
    await timeline.record_event(
        [id], what, trouble=error.trouble, code=error.code, detail=hide_tokens(error.detail), status=status
    )


async def record_network_stop(variant: PostVariant) -> None:
    """Writes into the timeline that a variant waits because its network accepts no calls now."""
    await _note(variant, event_keys.STOPPED)


async def enqueue_trouble_email(variant: PostVariant) -> None:
    """Enqueues one email about all variants of the post that need a person."""
    at = clock.now() + MAIL_DELAY
    await queue.enqueue(MAIL, {"post": str(variant.post_id)}, at=at, unique=f"{MAIL} {variant.post_id}")


def _address(sent: Sent) -> str:
    """Returns the permalink in a network's answer; empty when it is no address that a page may link to."""
    address = sent.permalink
    return address if address.startswith(("https://", "http://")) and len(address) <= LONGEST_ADDRESS else ""


async def _write_answer(claimed: ClaimedVariant, **columns: Any) -> None:
    """Writes the network's response to the call of this process, or its answer about a call of an earlier one."""
    if claimed.sent_at and claimed.variant.phase == phases.SENDING:
        await claimed.record_network_answer(**columns)
    else:
        await claimed.write(phases.SENDING, phases.CONFIRMING, **columns)


async def _end(claimed: ClaimedVariant, phase: str, what: str, error: NetworkError) -> None:
    async with transaction():
        await _unsend(claimed, (*UNSENT_PHASES, phases.CONFIRMING), what, error, phase=phase, retry_at=None)
        await enqueue_trouble_email(claimed.variant)


async def _unsend(
    claimed: ClaimedVariant, allowed: Sequence[str], what: str, error: NetworkError, **columns: Any
) -> None:
    """Writes columns of a variant that the network does not have: it counts as never sent, for limits, too.

    What was prepared for it is deleted where the network says that it has ended, so that the next try begins anew;
    else it stays, since by it an adapter sees what the network has already.
    """
    phase = claimed.variant.phase
    if error.trouble == UPLOAD_ENDED:
        columns["progress"] = {}
    if phase in (phases.SENDING, phases.CONFIRMING):
        columns["sent_at"] = claimed.sent_before
    await claimed.write(*allowed, **columns, **trouble_columns(error))
    if claimed.sent_at and phase == phases.SENDING:
        await network_limits.uncount_post(claimed.network, claimed.connection, claimed.sent_at)
    await _note(claimed.variant, what, error)


async def _note(variant: PostVariant, what: str, error: NetworkError | None = None) -> None:
    """Writes the timeline and announces the new phase."""
    if error is None:
        await timeline.record_event([variant.id], what)
    else:
        await record_error(variant.id, what, error)
    await event_bus.announce(CHANGED, variant.id, variant.phase)
    await announce_phase(variant.account_id, variant.phase, [variant.id])
