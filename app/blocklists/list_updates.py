"""The job that reads block lists from their addresses, through the guarded client.

A server that says by ETag or Last-Modified that nothing changed sends nothing (RFC 9110, 13.1). A failure is written
down beside the list, whose last good version stays in force.
"""

from __future__ import annotations

from datetime import timedelta

import structlog

from app import jobs
from app.blocklists.block_list import BlockList, read_in_thread, store_entries
from app.blocklists.list_formats import MAX_BYTES
from app.jobs import HOURLY, Job
from app.jobs.independent_steps import for_each
from app.kernel import clock, event_bus, http_client, installation
from app.kernel.http_client_errors import NetError
from app.kernel.refusal import NotFound, Refusal

KIND, NOW = "blocklists.update", "blocklists.update_now"
CHANGED = "blocklists.changed"
EVERY = timedelta(hours=6)
LIMITS = http_client.Limits(total=300, idle=30, body=MAX_BYTES)
log = structlog.get_logger()


@jobs.handler(KIND, schedule=HOURLY)
async def update_due_lists(_job: Job) -> None:
    """Updates each list that was not tried for six hours. Raises: StepsFailed."""
    before = clock.now() - EVERY
    lists = [row for row in await BlockList.exclude(url="") if row.tried_at is None or row.tried_at <= before]
    await for_each(lists, update_list)


@jobs.handler(NOW)
async def update_now(job: Job) -> None:
    """Updates the one list that the operator asked for, or that was just added."""
    row = await BlockList.get_or_none(id=job.payload["list"])
    if row is not None and row.url:
        await update_list(row)


async def request_update(row: BlockList) -> None:
    """Enqueues the update of a list."""
    await jobs.enqueue(NOW, {"list": str(row.id)}, unique=f"{NOW} {row.id}")


async def update_list(row: BlockList) -> None:
    """Reads a list from its address, and announces it if it changed; a failure is noted on the list."""
    try:
        changed = await _fetch(row)
    except NotFound:
        return
    except (NetError, Refusal) as problem:
        log.warning("block_list_not_updated", list=row.name, problem=str(problem)[:200])
        await BlockList.filter(id=row.id).update(failure=str(problem)[:200], tried_at=clock.now())
        return
    if changed:
        await event_bus.announce(CHANGED)


async def _fetch(row: BlockList) -> bool:
    """Returns whether there was a new version, which is in force then. Raises: NetError, UnreadableList, NotFound."""
    headers = {"If-None-Match": row.etag} if row.etag else {}
    if row.last_modified:
        headers["If-Modified-Since"] = row.last_modified
    allow = installation.current().config.allow_list
    response = await http_client.request("GET", row.url, allow=allow, headers=headers, limits=LIMITS)
    if response.status == 304:
        await BlockList.filter(id=row.id).update(failure="", tried_at=clock.now(), updated_at=clock.now())
        return False
    if response.status != 200:
        raise NetError(f"the server answered {response.status}")
    hashes = await read_in_thread(response.body, row.format)
    validators = (response.headers.get(name, "") for name in ("ETag", "Last-Modified"))
    await store_entries(row, hashes, *validators)
    return True
