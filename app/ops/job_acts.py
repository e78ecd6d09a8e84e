"""What operators do about jobs, by the pages and by `kliqs jobs`: each act is in the log with who did it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from uuid import UUID

from app import jobs
from app.jobs import Job
from app.kernel.db import transaction
from app.kernel.refusal import N_, NotFound, Refusal
from app.operators.operator_log import add_sentences, record_act

add_sentences(
    {
        "job_retried": N_("put the failed job %(thing)s (%(detail)s) into the queue again."),
        "job_cancelled": N_("cancelled the job %(thing)s (%(detail)s)."),
        "job_run_now": N_("made the job %(thing)s (%(detail)s) due now."),
    }
)


class NotInThatState(Refusal):
    """The job has changed meanwhile, or the same work waits already."""

    code = "JOB_NOT_IN_THAT_STATE"
    says = N_("The job has changed meanwhile, or the same work waits already. Look at the list again.")


async def retry_job(id: UUID) -> None:
    """Puts a failed job into the queue again. Raises: NotFound, NotInThatState."""
    await _act(id, "job_retried", jobs.retry)


async def cancel_job(id: UUID, also: Callable[[], Awaitable[None]] | None = None) -> None:
    """Cancels a waiting or running job, and does what follows in the same transaction.

    Raises: NotFound, NotInThatState.
    """
    await _act(id, "job_cancelled", jobs.cancel, also)


async def run_job_now(id: UUID) -> None:
    """Makes a job that waits for a later time due now. Raises: NotFound, NotInThatState."""
    await _act(id, "job_run_now", jobs.run_now)


async def _act(
    id: UUID, act: str, change: Callable[[UUID], Awaitable[bool]], also: Callable[[], Awaitable[None]] | None = None
) -> None:
    """Changes a job and records it, in one transaction."""
    job = await Job.get_or_none(id=id)
    if job is None:
        raise NotFound
    async with transaction():
        if not await change(id):
            raise NotInThatState
        await record_act(act, str(id), job.kind)
        if also is not None:
            await also()
