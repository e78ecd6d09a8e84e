"""What becomes of a variant: each function writes a phase, the timeline and what follows, in one transaction.

Webhooks are told there, too. Whoever else wants to know of a change (statistics) listens to CHANGED, which is announced
inside the transaction with the id and the new phase of the variant.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from app.jobs import queue
from app.kernel import clock, event_bus
from app.kernel.db import transaction
from app.publishing.delivery import event_words, limits
from app.publishing.delivery.backoff import wait_before_next
from app.publishing.delivery.hold import Hold, claim
from app.publishing.delivery.redaction import hide_tokens
from app.publishing.delivery.trouble_words import LIMIT_REACHED, LONG_PAUSE, UPLOAD_ENDED
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
UNSENT = (phases.CLAIMED, phases.PREPARING, phases.SENDING)
AFRESH: dict[str, Any] = {"tries": 0, "retry_at": None, "percent": 0, "reminded_at": None, **NO_TROUBLE}


def trouble_columns(error: NetworkError) -> dict[str, Any]:
    """Returns the columns of a variant that say what went wrong."""
    return {"trouble": error.trouble, "trouble_code": error.code, "trouble_detail": hide_tokens(error.detail)}


async def published(hold: Hold, sent: Sent, *, has_reply: bool) -> None:
    """Records that the network has published the post. Raises: Lost."""
    columns: dict[str, Any] = {"external_id": sent.external_id, **AFRESH, "percent": 100}
    if address := _address(sent):
        columns["permalink"] = address
    columns |= {"phase": phases.PUBLISHED, "published_at": clock.now()}
    if has_reply and sent.external_id and not hold.variant.reply_state:
        columns["reply_state"] = reply_states.WAITING
    async with transaction():
        await _write_answer(hold, **columns)
        await _note(hold.variant, event_words.PUBLISHED)


async def processing(hold: Hold, sent: Sent) -> None:
    """Records that the network took the post and works on it. Raises: Lost."""
    columns = {"external_id": sent.external_id, "permalink": _address(sent), "phase": phases.CONFIRMING}
    async with transaction():
        await _write_answer(hold, retry_at=None, **columns, **NO_TROUBLE)
        await _note(hold.variant, event_words.PROCESSING)


async def wait(hold: Hold, until: datetime, percent: int | None = None) -> None:
    """Looks at the variant again at a time, in the phase it is in. Raises: Lost."""
    more = {} if percent is None else {"percent": max(0, min(percent, 100))}
    await hold.write(hold.variant.phase, retry_at=until, **more)


async def put_off(hold: Hold, until: datetime, error: NetworkError, what: str = event_words.WAITING) -> None:
    """Lets the variant wait for a limit or a stop of the network, which is nobody's failed try. Raises: Lost."""
    async with transaction():
        await _unsend(hold, UNSENT, what, error, phase=phases.RETRY, retry_at=until)


async def limit_reached(hold: Hold, reached: limits.LimitReached) -> None:
    """Lets the variant wait until the window of a limit ends. Raises: Lost."""
    await put_off(hold, reached.until, NetworkError(LIMIT_REACHED, code=reached.name))


async def failed_for_now(hold: Hold, error: TemporaryFailure) -> None:
    """Lets the variant be tried again after its back-off, or gives it up after the last try. Raises: Lost.

    What the network says of the whole app stops all its variants and counts as nobody's try.
    """
    now = clock.now()
    if error.scope is Scope.APP:
        until = now + timedelta(seconds=error.after or APP_WAIT)
        await limits.stop_app(hold.connection.network, hold.connection.server, until)
        await put_off(hold, until, error, event_words.STOPPED)
        return
    if error.after:
        await limits.stop_connection(hold.connection, now + timedelta(seconds=error.after))
    if error.after and error.trouble == LIMIT_REACHED:
        await put_off(hold, now + timedelta(seconds=error.after), error)
        return
    seconds = wait_before_next(hold.variant.tries + 1, error.after)
    if seconds is None:
        long = hold.variant.tries == 0
        await failed(hold, NetworkError(LONG_PAUSE, code=error.code, status=error.status) if long else error)
        return
    columns = {"tries": hold.variant.tries + 1, "retry_at": now + timedelta(seconds=seconds)}
    async with transaction():
        await _unsend(hold, UNSENT, event_words.RETRY, error, phase=phases.RETRY, **columns)


async def failed(hold: Hold, error: NetworkError) -> None:
    """Records that the variant cannot be published as it is. Raises: Lost."""
    await _end(hold, phases.FAILED, event_words.FAILED, error)


async def needs_reconnect(hold: Hold, error: NetworkError) -> None:
    """Records that nothing was sent because the connection has no permission any more. Raises: Lost."""
    await _end(hold, phases.NEEDS_RECONNECT, event_words.NEEDS_RECONNECT, error)


async def unconfirmed(hold: Hold, error: NetworkError) -> None:
    """Records that nobody knows whether the post is there; a person decides. Raises: Lost."""
    async with transaction():
        columns = {"retry_at": None, **trouble_columns(error)}
        await hold.write(phases.SENDING, phases.CONFIRMING, phase=phases.UNCONFIRMED, **columns)
        await _note(hold.variant, event_words.UNCONFIRMED, error)
        await mail_later(hold.variant)


async def unanswered(hold: Hold, error: NetworkError, until: datetime) -> None:
    """Records that the call left and no answer came: the network is looked at from `until` on. Raises: Lost."""
    async with transaction():
        await hold.write(phases.SENDING, retry_at=until, **trouble_columns(error))
        await _note(hold.variant, event_words.INTERRUPTED, error)


async def end_without_sending(variant: PostVariant, phase: str, what: str, error: NetworkError) -> bool:
    """Ends a variant that nobody has claimed yet; False when it is not as it was read."""
    async with transaction():
        if not await claim(variant, phase, retry_at=None, **trouble_columns(error)):
            return False
        await _note(variant, what, error)
        await mail_later(variant)
    return True


async def record_error(id: UUID, what: str, error: NetworkError) -> None:
    """Writes an error with the network's own words into the timeline of a variant."""
    status = error.status or None
    await timeline.record(
        [id], what, trouble=error.trouble, code=error.code, detail=hide_tokens(error.detail), status=status
    )


async def note_wait(variant: PostVariant) -> None:
    """Writes into the timeline that a variant waits because its network wants no calls."""
    await _note(variant, event_words.STOPPED)


async def mail_later(variant: PostVariant) -> None:
    """Has people written to about what needs them in the post, once for all its variants."""
    at = clock.now() + MAIL_DELAY
    await queue.enqueue(MAIL, {"post": str(variant.post_id)}, at=at, unique=f"{MAIL} {variant.post_id}")


def _address(sent: Sent) -> str:
    """Returns the permalink in a network's answer; empty when it is no address that a page may link to."""
    address = sent.permalink
    return address if address.startswith(("https://", "http://")) and len(address) <= LONGEST_ADDRESS else ""


async def _write_answer(hold: Hold, **columns: Any) -> None:
    """Writes what the network answered: to this process's own call, or to a look at what another one sent."""
    if hold.sent_at and hold.variant.phase == phases.SENDING:
        await hold.record_truth(**columns)
    else:
        await hold.write(phases.SENDING, phases.CONFIRMING, **columns)


async def _end(hold: Hold, phase: str, what: str, error: NetworkError) -> None:
    async with transaction():
        await _unsend(hold, (*UNSENT, phases.CONFIRMING), what, error, phase=phase, retry_at=None)
        await mail_later(hold.variant)


async def _unsend(hold: Hold, allowed: Sequence[str], what: str, error: NetworkError, **columns: Any) -> None:
    """Writes columns of a variant of which the network has nothing: it counts as never sent, for limits too.

    What was prepared for it is forgotten where the network says that it has ended, so that the next try begins anew;
    else it stays, since by it an adapter sees what the network has already.
    """
    phase = hold.variant.phase
    if error.trouble == UPLOAD_ENDED:
        columns["progress"] = {}
    if phase in (phases.SENDING, phases.CONFIRMING):
        columns["sent_at"] = hold.sent_before
    await hold.write(*allowed, **columns, **trouble_columns(error))
    if hold.sent_at and phase == phases.SENDING:
        await limits.give_back(hold.network, hold.connection, hold.sent_at)
    await _note(hold.variant, what, error)


async def _note(variant: PostVariant, what: str, error: NetworkError | None = None) -> None:
    """Writes the timeline and announces the new phase."""
    if error is None:
        await timeline.record([variant.id], what)
    else:
        await record_error(variant.id, what, error)
    await event_bus.announce(CHANGED, variant.id, variant.phase)
    await announce_phase(variant.account_id, variant.phase, [variant.id])
