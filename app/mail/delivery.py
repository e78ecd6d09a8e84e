"""The job that sends an email, so that a slow mail server delays no request. No address is ever logged."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID

from app import jobs
from app.jobs import GiveUp, Job, RetryLater
from app.jobs.models import CANCELLED
from app.kernel import clock, installation
from app.kernel.db import transaction
from app.kernel.mail_settings import MailBackend, SmtpServer
from app.kernel.transient_errors import is_unavailable
from app.mail import resend_api, smtp
from app.mail.errors import EmailRejected, MailServerUnreachable
from app.mail.models import RETENTION, OutgoingEmail

KIND, MAX_TRIES = "mail.send", 10
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=2), timedelta(hours=6)  # until the next attempt; doubled each time
REST = 10.0  # seconds in which no other email is tried after the mail server could not be reached
MARKED_WITHIN, MARK_PAUSE = 60.0, 0.5  # seconds
_pool = ThreadPoolExecutor(1, "mail")  # one thread, so that a server that hangs blocks nothing else


class ClosedBackend:
    """The backend that could not be reached most recently, and until when no email is sent through it.

    `until` is a time of the monotonic clock, in seconds. The object belongs to one installation.
    """

    def __init__(self) -> None:
        self.backend: MailBackend | None = None
        self.until = 0.0


def can_send_email() -> bool:
    """Whether this process can send email now: a backend is set up, and it is not paused after a failure."""
    backend, closed = installation.current().mail_backend, installation.current().resource(ClosedBackend)
    return backend is not None and (closed.backend is not backend or time.monotonic() >= closed.until)


async def enqueue(email: OutgoingEmail) -> None:
    """Enqueues the job that sends an email. Call it inside the transaction that creates the email."""
    await jobs.enqueue(KIND, {"letter": str(email.id)})


async def delete_old_emails() -> None:
    """Deletes the emails created more than a week ago, sent or not, and cancels the jobs that would send them."""
    async with transaction():
        await (
            Job.not_ended()
            .filter(kind=KIND, created_at__lt=clock.now() - RETENTION)
            .update(outcome=CANCELLED, ended_at=clock.now(), begun_at=None)
        )
        await OutgoingEmail.past_retention().delete()


async def give_up(job: Job) -> None:
    """Gives up the email of a job that has failed for good."""
    if email := await _email_of(job):
        await email.give_up()


@jobs.handler(
    KIND, ready=can_send_email, failed=give_up, most_tries=MAX_TRIES, first_wait=FIRST_WAIT, longest_wait=LONGEST_WAIT
)
async def deliver_job(job: Job) -> None:
    """Sends the email of a job. If the mail server cannot be reached, the other emails wait too.

    Raises: GiveUp, RetryLater.
    """
    email, backend = await _email_of(job), installation.current().mail_backend
    if email is None or email.sent_at or backend is None:  # deleted with its account, or sent already
        return
    if email.given_up_at:
        raise GiveUp("It was given up, and what it said is forgotten.")
    try:
        await asyncio.get_running_loop().run_in_executor(_pool, send_email, backend, email)
    except asyncio.CancelledError:
        await job.release(FIRST_WAIT, "The server stopped while it was sent.")  # its thread may still be sending it
        raise
    except EmailRejected as rejection:
        raise (GiveUp if rejection.permanent else RetryLater)("The mail server did not take it.") from None
    except MailServerUnreachable as failure:
        closed = installation.current().resource(ClosedBackend)
        closed.backend = backend
        closed.until = time.monotonic() + max(REST, min(failure.after, LONGEST_WAIT.total_seconds()))
        raise RetryLater("The mail server could not be reached.", after=failure.after) from None
    await _mark_sent(email)


async def _email_of(job: Job) -> OutgoingEmail | None:
    """Returns the email of a job; None if it was deleted."""
    return await OutgoingEmail.get_or_none(id=UUID(job.payload["letter"]))


async def _mark_sent(email: OutgoingEmail) -> None:
    """Marks an email as sent; while the database is unavailable, tries again: a second attempt would send it twice."""
    until = time.monotonic() + MARKED_WITHIN
    while True:
        try:
            return await email.mark_sent()
        except Exception as error:
            if not is_unavailable(error) or time.monotonic() >= until:
                raise
        await asyncio.sleep(MARK_PAUSE)


def send_email(backend: MailBackend, email: OutgoingEmail) -> None:
    """Sends one email through the backend, blocking until it answers. Raises: MailServerUnreachable, EmailRejected."""
    if isinstance(backend, SmtpServer):
        smtp.send(backend, email)
    else:
        resend_api.send(backend, email)
