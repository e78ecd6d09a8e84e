"""The job that looks at the due destinations on one host, one after the other.

The queue runs at most one job for a host at a time, on all machines together, so a host is never asked two questions at
once. A run ends after `MAX_SECONDS` or `MAX_ADDRESSES`; what is left is due for the planner of the next hour.
"""

from __future__ import annotations

import time
from datetime import timedelta

from app import jobs
from app.jobs import Job
from app.kernel import clock
from app.links.all_destinations import destinations_of
from app.links.checker.page_check import PageChecker
from app.links.checker.queueing import HOST_KIND, checkable
from app.links.destination_check import DestinationCheck, Finding

MAX_SECONDS, MAX_ADDRESSES, HOSTS_AT_ONCE = 600, 60, 4


@jobs.handler(HOST_KIND, at_once=HOSTS_AT_ONCE, most_tries=3)
async def check_host(job: Job) -> None:
    """Looks at what is due on the host of the job's payload."""
    host, checker, until = str(job.payload["host"]), PageChecker(), time.monotonic() + MAX_SECONDS
    for number in range(1, MAX_ADDRESSES + 1):
        row = await DestinationCheck.due().filter(host=host).order_by("due_at", "id").first()
        if row is None or time.monotonic() > until:
            return
        if not await _is_current(row):
            continue
        finding = await checker.check(row.url)
        await row.record(finding)
        await job.report_progress(number, MAX_ADDRESSES)
        if finding.retry_after and await _postpone(row, finding):
            return


async def _is_current(row: DestinationCheck) -> bool:
    """Whether the link of a row still leads to its address and is to be checked; if not, it is no longer due."""
    link = await checkable(clock.now()).get_or_none(id=row.link_id)
    if link is not None and row.url in destinations_of(link):
        return True
    mine = DestinationCheck.filter(id=row.id)
    await (mine.update(due_at=None) if link is None else mine.delete())
    return False


async def _postpone(row: DestinationCheck, finding: Finding) -> bool:
    """Leaves a busy host alone for as long as it asked for; whether it is the host of the address.

    One further on, behind a redirect, speaks for its own addresses only: others of a shortener are looked at.
    """
    rows = DestinationCheck.filter(id=row.id) if finding.elsewhere else DestinationCheck.due().filter(host=row.host)
    await rows.update(due_at=clock.now() + timedelta(seconds=finding.retry_after))
    return not finding.elsewhere
