"""Moves everything that a guest created without an account into an existing account, in one transaction.

Its visits may be in another database; a job of the same transaction moves them (app/visits/account_jobs.py).

This package is above links, pages, qr and media because the transaction updates all their tables. If those packages
listened to an event instead, a missing listener would let rows be deleted with the guest. A guest who signs up keeps
its account row, so nothing is moved then (app/accounts/guest.py).
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from functools import partial
from uuid import UUID

from tortoise.expressions import F

from app.accounts.change_gate import refuse_change
from app.accounts.guest import InvalidClaimToken, find_guest, invalidate_token
from app.accounts.models import Account
from app.kernel import event_bus
from app.kernel.refusal import Refusal
from app.kernel.yielding_transaction import run_yielding_transaction
from app.links.models import Link
from app.media.models import Media
from app.names.models import Name
from app.pages.models import Page
from app.plans import quota
from app.qr.models import QrCode
from app.visits import account_jobs
from app.webhooks import outbox


async def claim_into_account(token: str, account: Account) -> None:
    """Moves everything of the guest with this token into an account and deletes the guest.

    Of several simultaneous calls one succeeds. When it raises, nothing has been moved.
    Raises: InvalidClaimToken, NotEnoughLinks, PageLimitReached, TooManyNames, BeingDeleted, AccountSuspended.
    """
    guest = await find_guest(token)
    refuse_change(account, guest)
    if guest is None or account.guest:
        raise InvalidClaimToken
    await run_yielding_transaction(partial(_move_all, guest.id, account))
    await account.refresh_from_db()


async def _move_all(guest_id: UUID, account: Account) -> None:
    """Moves everything of a guest into an account and deletes the guest; call it in a transaction."""
    guest = await Account.get_or_none(id=guest_id)
    if guest is None:
        raise InvalidClaimToken
    await invalidate_token(guest)
    await _count_against_plan(guest, account)
    await Name.transfer_all(guest.id, account)
    links = await Link.owned_by(guest).values_list("id", flat=True)
    await Link.filter(account_id=guest.id).update(account_id=account.id)
    await Page.filter(account_id=guest.id).update(account_id=account.id, number=F("number") + 1)
    await QrCode.filter(account_id=guest.id).update(account_id=account.id)
    await Media.filter(account_id=guest.id).update(account_id=account.id)
    await account_jobs.enqueue_move(guest.id, account.id)
    await Account.filter(id=guest.id).delete()
    await outbox.announce(account.id, "link.created", [UUID(str(id)) for id in links])


async def find_claim_obstacle(guest: Account, account: Account) -> Refusal | None:
    """The limit of the account's plan that `claim_into_account` would exceed now; None when everything fits."""
    links, page_limit = quota.links_usage(account), quota.plan_of(account).pages
    if links.used + guest.links_used > links.limit:
        return quota.NotEnoughLinks(count=guest.links_used, room=max(links.limit - links.used, 0))
    page_count = await Page.owned_by(account).count()
    if page_count >= page_limit and await Page.owned_by(guest).exists():
        return quota.PageLimitReached(used=page_count, limit=page_limit)
    return None


async def _count_against_plan(guest: Account, account: Account) -> None:
    """Counts the guest's links and page against the account's plan. Raises: NotEnoughLinks, PageLimitReached."""
    await quota.count_new_links(account, guest.links_used)
    if await Page.owned_by(guest).exists():  # a guest has one page at most
        await quota.check_room_for_page(account, Page.owned_by(account).count)


@asynccontextmanager
async def pages_rerendered_on_claim() -> AsyncGenerator[None]:
    """While the block runs, renders the pages of a guest anew when the guest signs up, which lets them be indexed."""

    async def renew(account: Account) -> None:
        await Page.filter(account_id=account.id).update(number=F("number") + 1)

    with event_bus.subscription("guest.claimed", renew):
        yield
