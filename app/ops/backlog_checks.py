"""What `kliqs doctor` says of jobs, emails and the sealing of visits: the facts that /metrics and the console have."""

from __future__ import annotations

from collections.abc import AsyncGenerator

from app.jobs import queue
from app.kernel.config import Config
from app.mail import backlog as mail
from app.ops.counts import count_of
from app.ops.finding import Finding
from app.visits.sealed import progress


async def check_backlogs(config: Config) -> AsyncGenerator[Finding]:
    """Yields whether jobs are begun, emails sent and visits sealed in time."""
    jobs = await queue.backlog()
    if jobs.oldest > queue.LATE:
        says = (
            f"{count_of(jobs.waiting, 'job is', 'jobs are')} due and not begun, the oldest for {_minutes(jobs.oldest)}"
        )
        yield Finding(f"{says}: is kliqs serve running?", False)
    else:
        yield Finding("Jobs are begun in time.")
    emails = await mail.mail_backlog()
    if config.mail_backend and emails.oldest > mail.LATE:
        says = f"{count_of(emails.waiting, 'email waits', 'emails wait')}, the oldest for {_minutes(emails.oldest)}"
        yield Finding(f"{says}: kliqs jobs list says why.", False)
    sealing = await progress.sealing_progress()
    if sealing.lag > progress.LATE:
        days = count_of(sealing.open_days, "day is", "days are")
        yield Finding(f"{days} over and not sealed: kliqs jobs list --state failed says why.", False)


def _minutes(seconds: float) -> str:
    return count_of(int(seconds // 60), "minute", "minutes")
