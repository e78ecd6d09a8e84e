"""The job that publishes a variant when it is due; the columns of the variant decide what it does, and when.

A variant has at most one job that has not ended (its unique key). A job does everything that can be done now; at its
end it frees its key and enqueues the next job, while it holds the lock of the variant's row, so that no change by a
person is overlooked. Large files are uploaded by jobs of their own kind, so that a long upload delays no other post.
lost_jobs.py enqueues jobs that were lost again.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from app import jobs
from app.jobs import Job, RetryLater
from app.kernel import clock
from app.kernel.db import transaction
from app.kernel.transient_errors import is_unavailable
from app.publishing.connections.connection import NEEDS_RECONNECT as BROKEN
from app.publishing.connections.connection import Connection
from app.publishing.delivery import attempt, event_keys, network_limits, outcomes, reconcile, reminders, replies
from app.publishing.delivery.attempt import LargeUpload
from app.publishing.delivery.claimed_variant import ClaimedVariant, ClaimLost, claim_variant
from app.publishing.delivery.outcomes import NEW_ATTEMPT
from app.publishing.delivery.trouble_keys import (
    NO_ANSWER,
    NOT_CONNECTED,
    NOT_SET_UP,
    OUR_FAULT,
    PERMISSION_ENDED,
    TOO_LATE,
)
from app.publishing.networks import publishing_switch
from app.publishing.networks.errors import NetworkError
from app.publishing.networks.registry import NETWORKS
from app.publishing.posts import reply_states
from app.publishing.posts.phases import (
    CLAIMABLE,
    CLAIMED,
    CONFIRMING,
    FAILED,
    NEEDS_RECONNECT,
    PLANNED,
    PREPARING,
    PUBLISHED,
    SENDING,
    UNCONFIRMED,
    UNDER_WAY,
)
from app.publishing.posts.post_variant import PostVariant
from app.publishing.posts.publication_jobs import PUBLISH, enqueue_variant

UPLOAD = "posts.upload"
AT_ONCE, UPLOADS_AT_ONCE = 16, 4
AFTER_TROUBLE = 2.0  # seconds until the next try when the database is away
LATEST = timedelta(hours=24)  # after its time, nothing that was never tried is published by itself
LONGEST_WAIT, SHORTEST_WAIT, LOST_PAUSE = timedelta(days=2), timedelta(seconds=1), timedelta(seconds=5)


async def _give_up(job: Job) -> None:
    """Records that a job failed for good, because its process died in it again and again."""
    variant = await PostVariant.get_or_none(id=job.payload["variant"])
    if variant is None:
        return
    if variant.phase in CLAIMABLE | {CLAIMED, PREPARING}:
        error = NetworkError(OUR_FAULT)
        await outcomes.end_without_sending(variant, FAILED, event_keys.FAILED, error)
    elif variant.phase in (SENDING, CONFIRMING):
        error = NetworkError(NO_ANSWER)
        await outcomes.end_without_sending(variant, UNCONFIRMED, event_keys.UNCONFIRMED, error)
    elif variant.phase == PUBLISHED:
        await replies.end_failed_reply(variant)


@jobs.handler(PUBLISH, failed=_give_up, at_once=AT_ONCE, first_wait=SHORTEST_WAIT, longest_wait=LONGEST_WAIT)
async def publish_variant(job: Job) -> None:
    """Does everything that can be done now for the variant of a job."""
    await _run(job, upload=False)


@jobs.handler(UPLOAD, failed=_give_up, at_once=UPLOADS_AT_ONCE, first_wait=SHORTEST_WAIT, longest_wait=LONGEST_WAIT)
async def upload_variant(job: Job) -> None:
    """Does the same for a variant with large files."""
    await _run(job, upload=True)


async def _run(job: Job, *, upload: bool) -> None:
    if job.unique_key is None:
        return  # it had ended its turn before its process died: another job has the variant
    id, kind, pause = UUID(job.payload["variant"]), job.kind, timedelta()
    try:
        if is_complete(await run_due_step(id, upload=upload)):
            return  # nobody can plan it again: the end of the job frees its key
    except ClaimLost:
        pause = LOST_PAUSE
    except LargeUpload:
        kind = UPLOAD
    except Exception as error:
        if not is_unavailable(error):
            raise
        raise RetryLater("The database was away.", after=AFTER_TROUBLE, counted=False) from error
    await _end_turn(job, id, kind, pause)


async def run_due_step(id: UUID, *, upload: bool = False) -> PostVariant | None:
    """Does everything that can be done now for a variant, and returns it afterwards; None if it was deleted.

    Raises: ClaimLost, LargeUpload, database errors.
    """
    variant = await PostVariant.get_or_none(id=id).select_related("post", "account", "connection")
    now = clock.now()
    step = next_step_at(variant, now) if variant else None
    if variant is None or step is None or step > now:
        return variant
    if variant.phase in CLAIMABLE:
        await _begin(variant, upload=upload)
    else:
        await _go_on(variant, upload=upload)
    return variant


def is_complete(variant: PostVariant | None) -> bool:
    """Whether a variant and its reply are published."""
    return variant is not None and variant.phase == PUBLISHED and variant.reply_state not in reply_states.OPEN


def next_step_at(variant: PostVariant, now: datetime) -> datetime | None:
    """Returns when a variant has to be looked at again; None while there is nothing to do, or publishing is paused.

    The variant must have been read with its post, account and connection. What was sent is confirmed in any case.
    """
    wakes = variant.retry_at or now
    if variant.phase in (SENDING, CONFIRMING):
        return wakes
    if is_paused(variant) or variant.post.deleted_at:
        return None
    if variant.phase in CLAIMABLE:
        return max(variant.due_at, wakes) if variant.due_at and variant.retry_at else variant.due_at
    if variant.phase in (CLAIMED, PREPARING):
        return wakes
    return wakes if variant.phase == PUBLISHED and variant.reply_state in reply_states.OPEN else None


def is_paused(variant: PostVariant) -> bool:
    """Whether nothing of the account or of the connection may be sent now; both must have been read.

    Where the operator has switched publishing off, nothing of anybody is sent.
    """
    account, connection = variant.account, variant.connection
    frozen = account.posts_paused_at or account.frozen_at or account.delete_at or account.suspended_at
    return bool(frozen or (connection and connection.paused_at)) or not publishing_switch.is_on()


async def _begin(variant: PostVariant, *, upload: bool) -> None:
    """Begins with a variant that is due: reminds, puts off, ends, or claims and publishes it."""
    connection, network = variant.connection, NETWORKS.get(variant.network)
    if connection and connection.manual and connection.disconnected_at is None:
        await reminders.send_due_reminder(variant)
        return
    problem = _why_not(variant, connection)
    if connection is None or network is None or problem:
        broken = connection is not None and connection.state == BROKEN
        phase, what = (NEEDS_RECONNECT, event_keys.NEEDS_RECONNECT) if broken else (FAILED, event_keys.FAILED)
        await outcomes.end_without_sending(variant, phase, what, problem or NetworkError(NOT_SET_UP))
        return
    if until := await network_limits.stop_end(connection):
        await _put_off(variant, until)
    elif await claim_variant(variant, CLAIMED, **(NEW_ATTEMPT if variant.phase == PLANNED else {"retry_at": None})):
        await attempt.publish_claimed(ClaimedVariant(variant, connection, network, upload))


def _why_not(variant: PostVariant, connection: Connection | None) -> NetworkError | None:
    """Returns why a due variant cannot be published at all; None if it can."""
    if connection is None or connection.disconnected_at:
        return NetworkError(NOT_CONNECTED)
    if variant.network not in NETWORKS or not NETWORKS[variant.network].configured():
        return NetworkError(NOT_SET_UP)
    if connection.state == BROKEN or not connection.may_publish:
        return NetworkError(connection.trouble or PERMISSION_ENDED)
    untried = variant.phase == PLANNED and variant.retry_at is None
    late = variant.due_at is not None and clock.now() - variant.due_at > LATEST
    return NetworkError(TOO_LATE) if untried and late else None


async def _put_off(variant: PostVariant, until: datetime) -> None:
    """Postpones a variant until its network accepts calls again; that does not count as a failed attempt."""
    if await claim_variant(variant, variant.phase, retry_at=until):
        await outcomes.record_network_stop(variant)


async def _go_on(variant: PostVariant, *, upload: bool) -> None:
    """Continues with a variant that this job, or a job whose process has died, has begun."""
    connection, network = variant.connection, NETWORKS.get(variant.network)
    if connection is None or network is None:
        phase, what = (UNCONFIRMED, event_keys.UNCONFIRMED) if variant.sent_at else (FAILED, event_keys.FAILED)
        if variant.phase != PUBLISHED:
            await outcomes.end_without_sending(variant, phase, what, NetworkError(NOT_CONNECTED))
        return
    phase = variant.phase
    if not await claim_variant(variant, phase):
        return
    claimed = ClaimedVariant(variant, connection, network, upload)
    if phase == SENDING:
        await reconcile.look_for_post(claimed)
    elif phase == CONFIRMING:
        await attempt.confirm_sent(claimed)
    elif phase != PUBLISHED:
        await attempt.publish_claimed(claimed)
    if variant.phase == PUBLISHED and variant.reply_state in reply_states.OPEN:
        await replies.publish_reply(claimed)


async def _end_turn(job: Job, id: UUID, kind: str, pause: timedelta) -> None:
    """Frees the key of a job and enqueues the next one, if there is something left to do.

    What another process is at is looked at after the `pause`.
    """
    async with transaction():
        if not await PostVariant.filter(id=id).select_for_update().exists():
            return
        variant = await PostVariant.get(id=id).select_related("post", "account", "connection")
        await Job.filter(id=job.id).update(unique_key=None)
        now = clock.now()
        if at := next_step_at(variant, now):
            at = max(at, now + pause) if variant.phase in UNDER_WAY else at
            await enqueue_variant(id, at, kind=kind)
