"""Marks the links that lead to a blocked host, so that their owners see it and read why.

Redirects do not wait for it: they answer 451 from the moment of the block (app/links/resolution.py). The job walks all
links once in steps. A link that it blocks remembers the host in a case of its own, so that the end of the block frees
exactly those links.
"""

from __future__ import annotations

import asyncio
from uuid import UUID

from app import jobs
from app.abuse.case import ALLOWED, BLOCKED, UNDECIDED, Case
from app.abuse.emails import tell_host_blocked
from app.abuse.intake import of_target, open_case
from app.abuse.reasons import reason_words
from app.accounts.models import Account
from app.blocklists.blocked_host import BlockedHost
from app.blocklists.host_names import hosts_to_compare
from app.jobs import Job
from app.kernel import clock, i18n
from app.kernel.db import transaction
from app.links.all_destinations import destinations_of
from app.links.models import Link

KIND = "abuse.mark_host"
AT_ONCE, PAUSE = 500, 0.01
FIRST = UUID(int=0)


async def enqueue_marks(host: str) -> None:
    """Enqueues the job for a host that was blocked or is blocked no more; call it in that transaction."""
    await jobs.enqueue(KIND, {"host": host}, unique=f"{KIND} {host}"[:120])


@jobs.handler(KIND)
async def mark_host(job: Job) -> None:
    """Blocks the links that lead to a host, or frees those that it blocked if the host is blocked no more."""
    host = job.payload["host"]
    row = await BlockedHost.in_force().get_or_none(host=host)
    if row is None:
        await _free(host)
        return
    told: dict[UUID, int] = {}
    last = FIRST
    while links := await Link.filter(id__gt=last, deleted_at=None).order_by("id").limit(AT_ONCE):
        for link in links:
            if link.blocked_at is None and host in hosts_to_compare(destinations_of(link)):
                told[link.account_id] = told.get(link.account_id, 0) + await _block(link, row)
        last = links[-1].id
        await asyncio.sleep(PAUSE)
    for account_id, count in told.items():
        account = await Account.get_or_none(id=account_id)
        if account is not None and count:
            async with transaction():
                await tell_host_blocked(account, row, count)


async def _block(link: Link, row: BlockedHost) -> bool:
    """Blocks one link because of a host; returns whether it was this call that did. The host may be free again."""
    case = await of_target(link).first() or await open_case(link, [])
    async with transaction():
        if not await BlockedHost.in_force().filter(id=row.id).exists():
            return False
        blocked = await Case.filter(id=case.id, state__in=[*UNDECIDED, ALLOWED]).update(
            state=BLOCKED,
            reason=row.reason,
            blocked_host=row.host,
            before_state="",
            changed_at=clock.now(),
            decided_at=clock.now(),
            objected_at=None,
        )
        if blocked:
            await link.fetch_related("account")
            with i18n.language_context(link.account.language):
                await link.block(reason_words(row.reason))
    return bool(blocked)


async def _free(host: str) -> None:
    """Frees the links that are blocked because of a host alone, in steps."""
    because_of_host = Case.filter(state=BLOCKED, blocked_host=host, before_state="", decided_by_id=None)
    for case in await because_of_host.select_related("link"):
        async with transaction():
            freed = Case.filter(id=case.id, state=BLOCKED, blocked_host=host)
            if case.link is not None and await freed.update(
                state=ALLOWED, blocked_host="", changed_at=clock.now(), decided_at=clock.now()
            ):
                await case.link.unblock()
