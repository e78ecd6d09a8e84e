"""One attempt to publish a variant: prepare, pass the fence, send, and read what became of it.

Whatever is raised before the fence, nothing was sent, and it may be tried again. Behind the fence only an error by
which the adapter says that nothing was published allows that; anything else leaves the outcome unknown.
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
from app.kernel.refusal import Busy, Refusal
from app.kernel.secrets import sha256_hex
from app.kernel.transient_errors import is_unavailable
from app.publishing.connections import authorised_client
from app.publishing.delivery import outcomes
from app.publishing.delivery.backoff import jittered
from app.publishing.delivery.claimed_variant import FenceShut, Hold, Lost
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
from app.publishing.posts.variant_content import content_of

SEND_LONGEST, WRITE_LONGEST = 1800.0, 60.0  # seconds: of the call that publishes, of writing its answer
NO_ANSWER_WAIT, READ_AGAIN = 5.0, 30.0  # seconds before the network is looked at
READY_LONGEST = timedelta(days=2)
PREPARED_FOR = "prepared_for"  # in the progress: the digest of what was prepared
LARGE = 8 * 1024 * 1024  # bytes of files from which on a variant is done by the jobs for uploads
log = structlog.get_logger()


class LargeUpload(Exception):
    """The variant has large files, and this job is not one of those for uploads."""


@dataclass(frozen=True, slots=True)
class Ready:
    """What the calls of an adapter need."""

    client: NetworkClient
    target: Target
    content: PostContent


async def attempt(hold: Hold) -> None:
    """Publishes a claimed variant, as far as that can be done now. Raises: Lost, LargeUpload, database errors."""
    try:
        ready = await _prepare(hold)
        await hold.pass_fence()
    except (Lost, LargeUpload):
        raise
    except FenceShut:
        await hold.write(CLAIMED, PREPARING, phase=PLANNED)
    except LimitReached as reached:
        await outcomes.limit_reached(hold, reached)
    except NotReady as working:
        await _wait_until_ready(hold, working)
    except Exception as error:
        await not_sent(hold, as_network_error(error))
    else:
        await _send(hold, ready)


async def confirm(hold: Hold) -> None:
    """Reads what became of a post that the network took. Raises: Lost, database errors."""
    sent = Sent(hold.variant.external_id, hold.variant.permalink, published=False)
    try:
        client, target = await authorised_client.client_for(hold.connection)
        sent = await hold.network.confirm(client, target, sent)
        if not sent.published:
            raise NotReady
    except NotReady as working:
        await _read_again(hold, working.after, working.percent)
    except PostRefused as error:
        await outcomes.failed(hold, error)
    except ReconnectNeeded as error:
        await authorised_client.mark_broken(hold.connection, error)
        await outcomes.unconfirmed(hold, error)
    except Exception as error:
        await _read_again(hold, max(getattr(as_network_error(error), "after", 0), READ_AGAIN))
    else:
        await record(hold, sent)


async def record(hold: Hold, sent: Sent, content: PostContent | None = None) -> None:
    """Records that a post is there, or is being worked on. Raises: Lost."""
    if not sent.published:
        await keep_writing(hold, partial(outcomes.processing, hold, sent))
        return
    reply = content.reply if content else hold.variant.reply
    has_reply = hold.network.has_reply and bool(reply)
    await keep_writing(hold, partial(outcomes.published, hold, sent, has_reply=has_reply))


async def not_sent(hold: Hold, error: NetworkError) -> None:
    """Records an error after which nothing is published. Raises: Lost."""
    if isinstance(error, TemporaryFailure):
        await outcomes.failed_for_now(hold, error)
    elif isinstance(error, ReconnectNeeded):
        await authorised_client.mark_broken(hold.connection, error)
        await outcomes.needs_reconnect(hold, error)
    else:
        await outcomes.failed(hold, error)


def as_network_error(error: Exception) -> NetworkError:
    """Returns an error of before the fence as one that says what may be done next.

    Raises the error itself when our own database is away: then the job is run again, as if nothing had happened.
    """
    if isinstance(error, OutcomeUnknown):
        return TemporaryFailure(error.trouble, code=error.code, detail=error.detail, status=error.status)
    if isinstance(error, NetworkError):
        return error
    if isinstance(error, Unreachable):
        return TemporaryFailure(UNREACHABLE, code=error.reason)
    if isinstance(error, Refusal) and not isinstance(error, Busy):
        return PostRefused(CONTENT_PROBLEM, code=error.field)
    if isinstance(error, Lost) or is_unavailable(error):
        raise error
    log.error("publishing_raised", exc_info=error)
    return TemporaryFailure(OUR_FAULT, code=type(error).__name__)


async def keep_writing(hold: Hold, write: Callable[[], Awaitable[None]]) -> None:
    """Writes what the network answered, and goes on trying while the database does not answer."""
    until, take_back = time.monotonic() + WRITE_LONGEST, hold.keep()
    while True:
        try:
            return await write()
        except Exception as error:
            if not is_unavailable(error) or time.monotonic() > until:
                raise
        take_back()
        await asyncio.sleep(1)


async def _prepare(hold: Hold) -> Ready:
    """Does all that comes before the fence. Raises: NotReady, NetworkError, Lost, LargeUpload and anything else."""
    client, target = await authorised_client.client_for(hold.connection)
    content = await content_of(hold.variant)
    if problems := content_problems(hold.network, hold.connection, content):
        raise PostRefused(CONTENT_PROBLEM, code=problems[0].field_name)
    if content.media:
        if not hold.upload and sum(file.size for file in content.media) > LARGE:
            raise LargeUpload
        await hold.write(CLAIMED, PREPARING, phase=PREPARING, retry_at=None)
    progress = _progress(hold, content)
    await hold.network.prepare(client, target, content, progress)
    if progress.values != _prepared(hold):
        await progress.save()
    if content.media:
        await timeline.record([hold.id], UPLOADED)
    return Ready(client, target, content)


def _progress(hold: Hold, content: PostContent) -> Progress:
    """Returns the progress of a variant, which its adapter stores by `save` while the variant is still ours.

    What was prepared for other words or files, before somebody changed them, is forgotten.
    """
    parts = [content.text, content.reply, [[file.id, file.alt] for file in content.media], dict(content.options)]
    digest = sha256_hex(json.dumps(parts, sort_keys=True, default=str))
    kept = _prepared(hold) if hold.variant.progress.get(PREPARED_FOR, "") == digest else {}

    async def save() -> None:
        percent = int(progress.uploaded * 100 / progress.total) if progress.total else hold.variant.percent
        values = {**progress.values, PREPARED_FOR: digest}
        await hold.write(CLAIMED, PREPARING, progress=values, percent=min(percent, 100))

    progress = Progress(kept, save)
    return progress


def _prepared(hold: Hold) -> dict[str, Any]:
    """Returns the stored progress without the digest of what it is for."""
    return {name: value for name, value in hold.variant.progress.items() if name != PREPARED_FOR}


async def _send(hold: Hold, ready: Ready) -> None:
    """Makes the one call that publishes, and records what the network answered."""
    try:
        async with asyncio.timeout(SEND_LONGEST):
            sent = await hold.network.send(ready.client, ready.target, ready.content, hold.variant.progress)
    except Exception as error:
        await _not_certain(hold, error)
    else:
        await record(hold, sent, ready.content)
        if not sent.published:
            await confirm(hold)


async def _not_certain(hold: Hold, error: Exception) -> None:
    """Records an error of the call that publishes: unless it says that nothing was sent, nobody knows."""
    if isinstance(error, Unreachable) and not error.sent:
        error = TemporaryFailure(UNREACHABLE, code=error.reason)
    if isinstance(error, NetworkError) and not isinstance(error, OutcomeUnknown):
        await keep_writing(hold, partial(not_sent, hold, error))
        return
    if not isinstance(error, OutcomeUnknown | Unreachable | TimeoutError):
        log.error("sending_raised", exc_info=error, variant=str(hold.id), network=hold.network.name)
    if not isinstance(error, OutcomeUnknown):
        error = OutcomeUnknown(NO_ANSWER, code=getattr(error, "reason", type(error).__name__))
    until = clock.now() + timedelta(seconds=NO_ANSWER_WAIT)
    await keep_writing(hold, partial(outcomes.unanswered, hold, error, until))


async def _wait_until_ready(hold: Hold, working: NotReady) -> None:
    """Looks at a variant that the network prepares again later, or gives it up after two days."""
    now = clock.now()
    if hold.variant.due_at and now - hold.variant.due_at > READY_LONGEST:
        await outcomes.failed(hold, PostRefused(NEVER_READY))
        return
    await outcomes.wait(hold, now + timedelta(seconds=jittered(max(working.after, 1))), working.percent)


async def _read_again(hold: Hold, after: float, percent: int | None = None) -> None:
    """Reads later what became of a post, or has a person decide after two days."""
    now = clock.now()
    if hold.variant.sent_at and now - hold.variant.sent_at > READY_LONGEST:
        await outcomes.unconfirmed(hold, OutcomeUnknown(NEVER_READY))
        return
    await outcomes.wait(hold, now + timedelta(seconds=jittered(max(after, 1))), percent)
