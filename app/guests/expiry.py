"""What was made without an account and then forgotten: deleted when nobody claimed, changed or visited it for long."""

from __future__ import annotations

from tortoise.expressions import Q, Subquery
from tortoise.queryset import QuerySet

from app.accounts.guest import ABANDONED_AFTER
from app.accounts.models import Account
from app.kernel import clock
from app.links.models import Link
from app.pages.models import Page
from app.visits import moving
from app.visits.visit import key


def abandoned() -> QuerySet[Account]:
    """The guests whose every link and page has been left alone for ABANDONED_AFTER."""
    since = clock.now() - ABANDONED_AFTER
    links = Link.filter(Q(updated_at__gte=since) | Q(last_followed_at__gte=since))
    pages = Page.filter(Q(changed_at__gte=since) | Q(last_viewed_at__gte=since))
    guests = Account.filter(created_at__lt=since).exclude(guest_digest=None)
    for alive in (links, pages):
        guests = guests.filter(id__not_in=Subquery(alive.filter(account__plan_name="guest").values("account_id")))
    return guests


async def erase(guest: Account) -> bool:
    """Deletes a guest with all it has; False when somebody claimed it in the same moment."""
    if not await Account.filter(id=guest.id).exclude(guest_digest=None).delete():
        return False
    await moving.forget(key(guest.id))
    return True


async def sweep() -> int:
    """Erases the guests that are abandoned; returns how many. Doing it twice, or on several machines, does no harm."""
    swept = sum([await erase(guest) for guest in await abandoned()])
    await moving.forget_gone()
    return swept
