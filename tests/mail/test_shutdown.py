"""A letter that is on its way when the server stops leaves once, through a real SMTP server."""

import asyncio
from collections.abc import AsyncGenerator
from datetime import timedelta

import pytest

from app.jobs import Job
from app.jobs.worker import Worker
from app.kernel import installation
from app.mail import delivery, smtp
from app.mail.delivery import FIRST_WAIT, KIND
from app.mail.models import OutgoingEmail
from tests.conftest import Clock
from tests.mail.post import letter
from tests.mail.smtp_server import Mailbox, mailbox
from tests.waiting import DEADLINE

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
async def box(moved: Clock) -> AsyncGenerator[Mailbox]:
    async with mailbox() as box:
        installation.current().mail_backend = box.server
        yield box


async def sends_after_a_restart(moved: Clock) -> int:
    """How many letters another server sends within the next day."""
    sent = 0
    for _ in range(2):
        before = await OutgoingEmail.exclude(sent_at=None).count()
        await Worker().run_due(KIND)
        sent += await OutgoingEmail.exclude(sent_at=None).count() - before
        moved.on(timedelta(days=1))
    return sent


async def test_a_letter_whose_acceptance_comes_while_the_server_stops_leaves_once(box: Mailbox, moved: Clock) -> None:
    box.answers.clear()
    await letter()
    async with asyncio.timeout(DEADLINE), Worker(grace=0.05).running():
        await box.arriving.wait()
        asyncio.get_running_loop().call_later(0.3, box.answers.set)  # after the grace is over

    assert (await OutgoingEmail.get()).state == "sent", "it is noted though its job was cancelled"
    assert await sends_after_a_restart(moved) == 0
    assert len(box.accepted) == 1 and (await Job.get(kind=KIND)).state == "finished"


async def test_a_letter_that_is_noted_while_the_server_stops_leaves_once(
    box: Mailbox, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent, noting = OutgoingEmail.mark_sent, asyncio.Event()

    async def slowly(letter: OutgoingEmail) -> None:
        noting.set()
        await asyncio.sleep(0.3)
        await sent(letter)

    monkeypatch.setattr(OutgoingEmail, "mark_sent", slowly)
    await letter()
    async with asyncio.timeout(DEADLINE), Worker(grace=0.05).running():
        await noting.wait()

    assert (await OutgoingEmail.get()).state == "sent"
    assert await sends_after_a_restart(moved) == 0
    assert len(box.accepted) == 1


async def test_a_mail_server_that_does_not_answer_keeps_a_stopping_server_no_longer_than_the_drain(
    box: Mailbox, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "DRAIN", 0.1)
    monkeypatch.setattr(smtp, "TIMEOUT", 600)  # longer than a test may take
    box.answers.clear()
    await letter()
    async with asyncio.timeout(DEADLINE), Worker(grace=0.05).running():
        await box.arriving.wait()
    async with asyncio.timeout(DEADLINE):
        await box.closed.wait()  # by us
        await asyncio.get_running_loop().run_in_executor(smtp._pool, int)  # its thread is free
    job = await Job.get(kind=KIND)
    assert (job.state, job.tries) == ("waiting", 1) and job.due_at == moved.now + FIRST_WAIT

    box.answers.set()
    moved.on(FIRST_WAIT)
    assert await sends_after_a_restart(moved) == 1
    assert len({envelope.content.partition(b"Message-ID: ")[2].split()[0] for envelope in box.accepted}) == 1


async def test_a_message_whose_text_has_not_left_completely_is_not_accepted_when_it_is_aborted(box: Mailbox) -> None:
    transmission, loop = smtp.Transmission(box.server), asyncio.get_running_loop()
    mime = smtp.build_message(await letter(), "hello@kliqs.test")
    transmission.abort()  # before there was a connection
    with pytest.raises(ConnectionAbortedError):
        await loop.run_in_executor(smtp._pool, transmission.send, mime)
    async with asyncio.timeout(DEADLINE):
        await box.closed.wait()
    assert not box.arriving.is_set() and not box.accepted
