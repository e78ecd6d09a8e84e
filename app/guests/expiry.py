"""Deletes abandoned guests: those whose links and pages nobody has claimed, changed or visited for a long time."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any
from uuid import UUID

from tortoise.expressions import Q, Subquery
from tortoise.queryset import QuerySet

from app.accounts.guest import ABANDONED_AFTER
from app.accounts.models import Account
from app.accounts.owned_files import remove_files
from app.jobs.independent_steps import for_each, run_steps
from app.kernel import clock
from app.kernel.yielding_transaction import run_yielding_transaction
from app.links.models import Link
from app.pages.models import Page
from app.visits import account_jobs


def abandoned_guests() -> QuerySet[Account]:
    """The guests none of whose links and pages has been changed or visited within ABANDONED_AFTER."""
    since = clock.now() - ABANDONED_AFTER
    links = Link.filter(Q(updated_at__gte=since) | Q(last_followed_at__gte=since))
    pages = Page.filter(Q(changed_at__gte=since) | Q(last_viewed_at__gte=since))
    guests = Account.filter(created_at__lt=since).exclude(guest_digest=None)
    for active in (links, pages):
        guests = guests.filter(id__not_in=Subquery(active.filter(account__plan_name="guest").values("account_id")))
    return guests


async def erase_guest(guest: Account) -> bool:
    """Deletes a guest and everything it owns; returns False when the guest was claimed in the meantime."""
    async with remove_files([guest.id]):
        return await run_yielding_transaction(partial(_delete_guest, guest.id))


async def _delete_guest(id: UUID) -> bool:
    """Deletes a guest's rows and lets its visits be deleted; returns False when it was claimed in the meantime."""
    if not await Account.filter(id=id).exclude(guest_digest=None).delete():
        return False
    await account_jobs.enqueue_deletion(id)
    return True


async def erase_abandoned_guests() -> int:
    """Erases all abandoned guests; returns how many. It can safely run twice or in several processes.

    A guest that cannot be erased does not keep the others. Raises: StepsFailed at the end, with all reasons.
    """
    guests = await abandoned_guests()
    steps: dict[str, Callable[[], Awaitable[Any]]] = {
        "guests": lambda: for_each(guests, erase_guest),
        "visits": account_jobs.settle_visits_of_deleted_accounts,
    }
    return sum((await run_steps(steps))["guests"])
