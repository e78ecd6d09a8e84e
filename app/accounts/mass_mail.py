"""Writing to many people, each once: how far a job came is kept in its payload, in the transaction of the emails."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from uuid import UUID

from tortoise.queryset import QuerySet

from app.accounts.user import User
from app.jobs import Job
from app.kernel.db import transaction

BATCH = 100  # people in one transaction


async def write_to_each(job: Job, readers: QuerySet[User], write: Callable[[User], Awaitable[None]]) -> None:
    """Calls `write` once for each of the readers, even if the process dies meanwhile and the job is begun again.

    The payload has a text `after`, empty at first: the id of the last reader who was written to.
    """
    after = UUID(job.payload["after"]) if job.payload["after"] else None
    while True:
        async with transaction():
            users = await (readers.filter(id__gt=after) if after else readers).order_by("id").limit(BATCH)
            for user in users:
                await write(user)
            if not users:
                return
            after = users[-1].id
            await Job.filter(id=job.id).update(payload={**job.payload, "after": str(after)})
