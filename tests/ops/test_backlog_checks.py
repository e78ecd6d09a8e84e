"""The doctor says when jobs, emails or sealing are late, by the numbers that /metrics and the console have."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from app import jobs
from app.kernel import clock
from app.kernel.config import Config
from app.mail import delivery
from app.mail.models import OutgoingEmail
from app.ops.backlog_checks import check_backlogs
from tests.conftest import Clock

SMTP = {"smtp_host": "mail.example", "smtp_from": "kliqs@example.com"}


async def said(config: Config) -> list[tuple[str, bool]]:
    """What the doctor says, and whether it is well."""
    return [(finding.says, finding.ok) async for finding in check_backlogs(config)]


async def test_nothing_is_late_where_nothing_waits(config: Config, database: str) -> None:
    assert await said(config) == [("Jobs are begun in time.", True)]


async def test_late_jobs_and_emails_are_named_with_their_age(config: Config, database: str, moved: Clock) -> None:
    await jobs.enqueue(delivery.KIND)
    facts: dict[str, Any] = {"kind": "test", "recipient": "a@example.com", "subject": "s", "text": "t", "html": "h"}
    await OutgoingEmail.create(id=uuid4(), created_at=clock.now(), **facts)
    moved.on(timedelta(minutes=11))
    assert await said(config.model_copy(update=SMTP)) == [
        ("1 job is due and not begun, the oldest for 11 minutes: is kliqs serve running?", False),
        ("1 email waits, the oldest for 11 minutes: kliqs jobs list says why.", False),
    ]
