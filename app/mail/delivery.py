"""The job that sends an email, so that a slow mail server delays no request. No address is ever logged.

An email leaves once. Through Resend an idempotency key sees to that. SMTP has no such key (RFC 5321, 4.5.4.1), so an
email leaves a second time if it is not noted that the first one was accepted. Sending and noting are therefore not
interrupted when the server stops: they get the time of all jobs and DRAIN seconds more, then the connection is closed.
What remains is the time between the last byte of the message, which lets the server accept it, and the commit of
`sent_at`: if the process is killed (kill -9, no power), the connection breaks or the mail server does not answer in
time within it, the email is sent again. Its Message-ID is the same, so that mail programs can recognise it.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine
from datetime import timedelta
from typing import Any
from uuid import UUID

from app import jobs
from app.jobs import GiveUp, Job, RetryLater
from app.jobs.models import CANCELLED
from app.kernel import clock, installation
from app.kernel.db import transaction
from app.kernel.mail_settings import MailBackend, SmtpServer
from app.kernel.outside_calls import MAIL, outside_call
from app.kernel.transient_errors import is_unavailable
from app.mail import resend_api, smtp
from app.mail.errors import EmailRejected, MailServerUnreachable
from app.mail.models import RETENTION, OutgoingEmail

KIND, MAX_TRIES = "mail.send", 10
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=2), timedelta(hours=6)  # until the next attempt; doubled each time
REST = 10.0  # seconds in which no other email is tried after the mail server could not be reached
MARKED_WITHIN, MARK_PAUSE = 60.0, 0.5  # seconds
DRAIN = 2.0  # seconds for an email that is being sent, after the time that all jobs have when the server stops


class ClosedBackend:
    """The backend that could not be reached most recently, and until when no email is sent through it.

    `until` is a time of the monotonic clock, in seconds. The object belongs to one installation.
    """

    def __init__(self) -> None:
        self.backend: MailBackend | None = None
        self.until = 0.0


def can_send_email_now() -> bool:
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
    KIND,
    ready=can_send_email_now,
    failed=give_up,
    most_tries=MAX_TRIES,
    first_wait=FIRST_WAIT,
    longest_wait=LONGEST_WAIT,
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
        await _shield(job, _send_and_mark(backend, email))
    except EmailRejected as rejection:
        raise (GiveUp if rejection.permanent else RetryLater)(rejection.reason) from None
    except MailServerUnreachable as failure:
        closed = installation.current().resource(ClosedBackend)
        closed.backend = backend
        closed.until = time.monotonic() + max(REST, min(failure.after, LONGEST_WAIT.total_seconds()))
        raise RetryLater("The mail server could not be reached.", after=failure.after) from None


async def _shield(job: Job, sending: Coroutine[Any, Any, None]) -> None:
    """Lets an email that is being sent have DRAIN seconds more when the job is cancelled, then aborts it.

    An aborted email is tried again only after FIRST_WAIT, because it may have left.
    """
    task = asyncio.create_task(sending)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait({task}, timeout=DRAIN)
        if not task.done():
            await job.release(FIRST_WAIT, "The server stopped while it was sent.")
        raise
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _send_and_mark(backend: MailBackend, email: OutgoingEmail) -> None:
    """Sends an email and marks it as sent. Raises: MailServerUnreachable, EmailRejected."""
    with outside_call(MAIL, lambda error: isinstance(error, MailServerUnreachable)):
        await (smtp.send(backend, email) if isinstance(backend, SmtpServer) else resend_api.send(backend, email))
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
