"""The job that sends a letter, so that a slow or dead mail server slows nobody. No address is ever logged."""

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
from app.kernel.mail_settings import Backend, Server
from app.mail import resend, smtp
from app.mail.errors import Returned, Unreachable
from app.mail.models import KEPT, Letter

KIND, MOST_TRIES = "mail.send", 10
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=2), timedelta(hours=6)  # to the next try; doubled each time
REST = 10.0  # seconds in which no other letter is tried after one could not leave
_pool = ThreadPoolExecutor(1, "mail")  # a hanging server takes this thread, and no other


class ClosedBackend:
    """The backend of an installation that could not be reached, and until when it is not tried again.

    `until` is a moment of the monotonic clock.
    """

    def __init__(self) -> None:
        self.backend: Backend | None = None
        self.until = 0.0


def open_for_mail() -> bool:
    """Whether this process can send email now: a backend is set up, and it was not unreachable a moment ago."""
    backend, closed = installation.current().mail_backend, installation.current().resource(ClosedBackend)
    return backend is not None and (closed.backend is not backend or time.monotonic() >= closed.until)


async def enqueue(letter: Letter) -> None:
    """Has a letter sent; inside the transaction in which it is written."""
    await jobs.enqueue(KIND, {"letter": str(letter.id)})


async def forget_old() -> None:
    """Deletes letters of more than a week ago, sent or not, and takes those that still waited out of the queue."""
    async with transaction():
        await Job.open().filter(kind=KIND, created_at__lt=clock.now() - KEPT).update(
            outcome=CANCELLED, ended_at=clock.now(), begun_at=None)
        await Letter.old().delete()


async def give_up(job: Job) -> None:
    """A letter whose job failed is never sent."""
    if letter := await Letter.get_or_none(id=UUID(job.payload["letter"])):
        await letter.give_up()


@jobs.handler(KIND, ready=open_for_mail, failed=give_up, most_tries=MOST_TRIES, first_wait=FIRST_WAIT,
              longest_wait=LONGEST_WAIT)
async def send(job: Job) -> None:
    """Sends one letter. When the way out is closed, the others are left for later too."""
    letter, backend = await Letter.get_or_none(id=UUID(job.payload["letter"])), installation.current().mail_backend
    if letter is None or letter.sent_at or backend is None:  # deleted with its account, or sent already
        return
    if letter.given_up_at:
        raise GiveUp("It was given up, and what it said is forgotten.")
    try:
        await asyncio.get_running_loop().run_in_executor(_pool, carry, backend, letter)
    except asyncio.CancelledError:
        await job.put_off(FIRST_WAIT, "The server stopped while it was sent.")  # its thread may still be sending it
        raise
    except Returned as returned:
        raise (GiveUp if returned.for_good else RetryLater)("The mail server did not take it.") from None
    except Unreachable as closed:
        unreachable = installation.current().resource(ClosedBackend)
        unreachable.backend = backend
        unreachable.until = time.monotonic() + max(REST, min(closed.after, LONGEST_WAIT.total_seconds()))
        raise RetryLater("The mail server could not be reached.", after=closed.after) from None
    await letter.sent()


def carry(backend: Backend, letter: Letter) -> None:
    """Hands a letter over, waiting for the answer. Raises Unreachable and Returned."""
    if isinstance(backend, Server):
        smtp.send(backend, letter)
    else:
        resend.send(backend, letter)
