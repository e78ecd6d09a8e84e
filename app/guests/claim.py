"""Claiming what was made without an account, into an account that somebody has: all of it, or nothing.

It stands on this floor because it moves what the floors below own, in one transaction: were they told of it instead, a
listener that is missing would let things go with the guest. Signing up moves nothing (app/accounts/guest.py).
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from tortoise.expressions import F

from app.accounts.guest import WrongToken, give_up, guest_of
from app.accounts.models import Account
from app.kernel import event_bus
from app.kernel.db import transaction
from app.kernel.refusal import Refusal
from app.links.models import Link
from app.media.models import Media
from app.names.models import Name
from app.pages.models import Page
from app.plans import quota
from app.qr.models import QrCode
from app.visits import moving
from app.visits.visit import key


async def claim(token: str, account: Account) -> None:
    """Moves everything a guest owns into an account; the guest is no more. Once, whoever asks at the same time.

    Refusals, with nothing moved: WrongToken, LinksRunShort, PageLimitReached, TooManyNames.
    """
    guest = await guest_of(token)
    if guest is None or account.guest:
        raise WrongToken
    async with transaction():
        await give_up(guest)
        await _make_room(guest, account)
        await Name.hand_over(guest.id, account)
        await Link.filter(account_id=guest.id).update(account_id=account.id)
        await Page.filter(account_id=guest.id).update(account_id=account.id, number=F("number") + 1)
        await QrCode.filter(account_id=guest.id).update(account_id=account.id)
        await Media.filter(account_id=guest.id).update(account_id=account.id)
        await Account.filter(id=guest.id).delete()
    await moving.move(key(guest.id), key(account.id), account.time_zone)
    await account.refresh_from_db()


async def lacking(guest: Account, account: Account) -> Refusal | None:
    """What `claim` would refuse for want of room as things are; None where there is room."""
    share, pages = quota.links_share(account), quota.plan_of(account).pages
    if share.used + guest.links_used > share.limit:
        return quota.LinksRunShort(count=guest.links_used, room=max(share.limit - share.used, 0))
    used = await Page.owned_by(account).count()
    if used >= pages and await Page.owned_by(guest).exists():
        return quota.PageLimitReached(used=used, limit=pages)
    return None


async def _make_room(guest: Account, account: Account) -> None:
    await quota.take_links(account, guest.links_used)
    if await Page.owned_by(guest).exists():  # it has room for one
        await quota.take_pages(account, Page.owned_by(account).count)


@asynccontextmanager
async def renewing() -> AsyncGenerator[None]:
    """Shows pages anew, for search engines too, as soon as a guest signs up for them, beside a block."""

    async def renew(account: Account) -> None:
        await Page.filter(account_id=account.id).update(number=F("number") + 1)

    with event_bus.listening("guest.claimed", renew):
        yield
