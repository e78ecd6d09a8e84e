"""One attempt to publish a variant: prepare, pass the fence, send, and record the result.

Any exception before the fence means that nothing was sent, and the attempt may be repeated. Behind the fence only an
error by which the adapter says that nothing was published allows that; every other exception leaves the outcome
unknown.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

import structlog

from app.kernel import clock
from app.kernel.problem_log import log_problem
from app.kernel.refusal import Busy, Refusal
from app.kernel.secrets import sha256_hex
from app.kernel.transient_errors import is_unavailable
from app.publishing.connections import authorised_client
from app.publishing.delivery import outcomes
from app.publishing.delivery.backoff import jittered
from app.publishing.delivery.claimed_variant import ClaimedVariant, ClaimLost, SendingForbidden
from app.publishing.delivery.event_keys import UPLOADED
from app.publishing.delivery.network_limits import LimitReached
from app.publishing.delivery.trouble_keys import CONTENT_PROBLEM, NEVER_READY, NO_ANSWER, OUR_FAULT, UNREACHABLE
from app.publishing.networks.client import NetworkClient, Unreachable
from app.publishing.networks.errors import (
    NetworkError,
    NotReady,
    OutcomeUnknown,
    PostRefused,
    ReconnectNeeded,
    TemporaryFailure,
)
from app.publishing.networks.network import Progress, Sent, Target
from app.publishing.networks.post_content import PostContent
from app.publishing.posts import timeline
from app.publishing.posts.phases import CLAIMED, PLANNED, PREPARING
from app.publishing.posts.validation import content_problems
from app.publishing.posts.variant_content import prepare_content

SEND_LONGEST, WRITE_LONGEST = 1800.0, 60.0  # seconds: of the call that publishes, of writing its answer
NO_ANSWER_WAIT, READ_AGAIN = 5.0, 30.0  # seconds before the network is looked at
READY_LONGEST = timedelta(days=2)
PREPARED_FOR = "prepared_for"  # in the progress: the digest of what was prepared
LARGE = 8 * 1024 * 1024  # bytes of files from which on a variant is done by the jobs for uploads
log = structlog.get_logger()


class LargeUpload(Exception):
    """Raised when the variant has large files and this job is not one of the jobs for uploads."""


@dataclass(frozen=True, slots=True)
class AdapterCall:
    """The arguments of the calls of an adapter."""

    client: NetworkClient
    target: Target
    content: PostContent


async def publish_claimed(claimed: ClaimedVariant) -> None:
    """Publishes a claimed variant, as far as that can be done now. Raises: ClaimLost, LargeUpload, database errors."""
    try:
        ready = await _prepare(claimed)
        await claimed.pass_fence()
    except (ClaimLost, LargeUpload):
        raise
    except SendingForbidden:
        await claimed.write(CLAIMED, PREPARING, phase=PLANNED)
    except LimitReached as reached:
        await outcomes.postpone_for_limit(claimed, reached)
    except NotReady as working:
        await _wait_until_ready(claimed, working)
    except Exception as error:
        await record_not_sent(claimed, as_network_error(error))
    else:
        await _send(claimed, ready)


async def confirm_sent(claimed: ClaimedVariant) -> None:
    """Checks at the network whether a post that it accepted is published. Raises: ClaimLost, database errors."""
    sent = Sent(claimed.variant.external_id, claimed.variant.permalink, published=False)
    try:
        client, target = await authorised_client.client_for(claimed.connection)
        sent = await claimed.network.confirm(client, target, sent)
        if not sent.published:
            raise NotReady
    except NotReady as working:
        await _read_again(claimed, working.after, working.percent)
    except PostRefused as error:
        await outcomes.record_failure(claimed, error)
    except ReconnectNeeded as error:
        await authorised_client.mark_broken(claimed.connection, error)
        await outcomes.record_unconfirmed(claimed, error)
    except Exception as error:
        await _read_again(claimed, max(getattr(as_network_error(error), "after", 0), READ_AGAIN))
    else:
        await record_sent(claimed, sent)


async def record_sent(claimed: ClaimedVariant, sent: Sent, content: PostContent | None = None) -> None:
    """Records that a post is published, or is being processed by the network. Raises: ClaimLost."""
    if not sent.published:
        await write_until_stored(claimed, partial(outcomes.record_processing, claimed, sent))
        return
    reply = content.reply if content else claimed.variant.reply
    has_reply = claimed.network.has_reply and bool(reply)
    await write_until_stored(claimed, partial(outcomes.record_published, claimed, sent, has_reply=has_reply))


async def record_not_sent(claimed: ClaimedVariant, error: NetworkError) -> None:
    """Records an error after which nothing is published. Raises: ClaimLost."""
    if isinstance(error, TemporaryFailure):
        await outcomes.record_temporary_failure(claimed, error)
    elif isinstance(error, ReconnectNeeded):
        await authorised_client.mark_broken(claimed.connection, error)
        await outcomes.record_needs_reconnect(claimed, error)
    else:
        await outcomes.record_failure(claimed, error)


def as_network_error(error: Exception) -> NetworkError:
    """Returns an error that was raised before the fence as a NetworkError, which says how to proceed.

    Raises the error itself when our own database is unavailable: then the job is run again unchanged.
    """
    if isinstance(error, OutcomeUnknown):
        return TemporaryFailure(error.trouble, code=error.code, detail=error.detail, status=error.status)
    if isinstance(error, NetworkError):
        return error
    if isinstance(error, Unreachable):
        return TemporaryFailure(UNREACHABLE, code=error.reason)
    if isinstance(error, Refusal) and not isinstance(error, Busy):
        return PostRefused(CONTENT_PROBLEM, code=error.field)
    if isinstance(error, ClaimLost) or is_unavailable(error):
        raise error
    log.error("publishing_raised", exc_info=error)
    return TemporaryFailure(OUR_FAULT, code=type(error).__name__)


async def write_until_stored(claimed: ClaimedVariant, write: Callable[[], Awaitable[None]]) -> None:
    """Writes the response of the network, and repeats that while the database is unavailable."""
    until, take_back = time.monotonic() + WRITE_LONGEST, claimed.remember_columns()
    while True:
        try:
            return await write()
        except Exception as error:
            if not is_unavailable(error) or time.monotonic() > until:
                raise
        take_back()
        await asyncio.sleep(1)


async def _prepare(claimed: ClaimedVariant) -> AdapterCall:
    """Does everything before the fence. Raises: NotReady, NetworkError, ClaimLost, LargeUpload and any other error."""
    client, target = await authorised_client.client_for(claimed.connection)
    content = await prepare_content(claimed.variant)
    if problems := content_problems(claimed.network, claimed.connection, content):
        raise PostRefused(CONTENT_PROBLEM, code=problems[0].field_name)
    if content.media:
        if not claimed.upload and sum(file.size for file in content.media) > LARGE:
            raise LargeUpload
        await claimed.write(CLAIMED, PREPARING, phase=PREPARING, retry_at=None)
    progress = _progress(claimed, content)
    await claimed.network.prepare(client, target, content, progress)
    if progress.values != _prepared(claimed):
        await progress.save()
    if content.media:
        await timeline.record_event([claimed.id], UPLOADED)
    return AdapterCall(client, target, content)


def _progress(claimed: ClaimedVariant, content: PostContent) -> Progress:
    """Returns the progress of a variant, which its adapter stores by `save` while the variant is still ours.

    What was prepared for other words or files, before somebody changed them, is forgotten.
    """
    parts = [content.text, content.reply, [[file.id, file.alt] for file in content.media], dict(content.options)]
    digest = sha256_hex(json.dumps(parts, sort_keys=True, default=str))
    kept = _prepared(claimed) if claimed.variant.progress.get(PREPARED_FOR, "") == digest else {}

    async def save() -> None:
        percent = int(progress.uploaded * 100 / progress.total) if progress.total else claimed.variant.percent
        values = {**progress.values, PREPARED_FOR: digest}
        await claimed.write(CLAIMED, PREPARING, progress=values, percent=min(percent, 100))

    progress = Progress(kept, save)
    return progress


def _prepared(claimed: ClaimedVariant) -> dict[str, Any]:
    """Returns the stored progress without the digest of what it is for."""
    return {name: value for name, value in claimed.variant.progress.items() if name != PREPARED_FOR}


async def _send(claimed: ClaimedVariant, ready: AdapterCall) -> None:
    """Makes the one call that publishes, and records the response of the network."""
    try:
        async with asyncio.timeout(SEND_LONGEST):
            sent = await claimed.network.send(ready.client, ready.target, ready.content, claimed.variant.progress)
    except Exception as error:
        await _not_certain(claimed, error)
    else:
        await record_sent(claimed, sent, ready.content)
        if not sent.published:
            await confirm_sent(claimed)


async def _not_certain(claimed: ClaimedVariant, error: Exception) -> None:
    """Records an error of the call that publishes as an unknown outcome, unless it says that nothing was sent."""
    if isinstance(error, Unreachable) and not error.sent:
        error = TemporaryFailure(UNREACHABLE, code=error.reason)
    if isinstance(error, NetworkError) and not isinstance(error, OutcomeUnknown):
        await write_until_stored(claimed, partial(record_not_sent, claimed, error))
        return
    if not isinstance(error, OutcomeUnknown | Unreachable | TimeoutError):
        log_problem("sending_raised", error, variant=str(claimed.id), network=claimed.network.name)
    if not isinstance(error, OutcomeUnknown):
        error = OutcomeUnknown(NO_ANSWER, code=getattr(error, "reason", type(error).__name__))
    until = clock.now() + timedelta(seconds=NO_ANSWER_WAIT)
    await write_until_stored(claimed, partial(outcomes.record_unanswered, claimed, error, until))


async def _wait_until_ready(claimed: ClaimedVariant, working: NotReady) -> None:
    """Looks at a variant that the network prepares again later, or gives it up after two days."""
    now = clock.now()
    if claimed.variant.due_at and now - claimed.variant.due_at > READY_LONGEST:
        await outcomes.record_failure(claimed, PostRefused(NEVER_READY))
        return
    await outcomes.check_again_at(claimed, now + timedelta(seconds=jittered(max(working.after, 1))), working.percent)


async def _read_again(claimed: ClaimedVariant, after: float, percent: int | None = None) -> None:
    """Checks the post again later, or lets a person decide after two days."""
    now = clock.now()
    if claimed.variant.sent_at and now - claimed.variant.sent_at > READY_LONGEST:
        await outcomes.record_unconfirmed(claimed, OutcomeUnknown(NEVER_READY))
        return
    await outcomes.check_again_at(claimed, now + timedelta(seconds=jittered(max(after, 1))), percent)
