"""The sums of the clicks and scans of all links of an account, which stand above their list.

Adding up the counters of 100,000 links takes as long as the rest of the page. So the sums of an account with many links
are remembered for a minute; visits that come meanwhile are in them after that, and those of a restored link. A link
less is seen at once; a new link has no visits.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from tortoise.functions import Sum

from app.accounts.models import Account
from app.kernel import clock, installation
from app.kernel.bounded_cache import BoundedCache, estimate_bytes
from app.links.models import Link

MANY = 5_000  # links, whose counters are added up in about a millisecond
REMEMBERED = timedelta(minutes=1)


class VisitSums(NamedTuple):
    """How often all links of an account were clicked and scanned."""

    clicks: int
    scans: int


class _Remembered(NamedTuple):
    """The sums of an account, until when they are used, and the most links it had since they were added up."""

    sums: VisitSums
    until: datetime
    links: int


class _SumCache(BoundedCache[UUID, _Remembered]):
    """The sums of accounts with many links."""

    def __init__(self) -> None:
        super().__init__(most_entries=1_000, most_bytes=1_000_000)


async def load_visit_sums(account: Account) -> VisitSums:
    """Returns the sums of an account, whose number of links is current."""
    cache, now = installation.current().resource(_SumCache), clock.now()
    if account.links_used <= MANY:
        cache.discard(account.id)
        return await _add_up(account)
    known = cache.get(account.id)
    if known is None or known.links > account.links_used or known.until <= now:
        known = _Remembered(await _add_up(account), now + REMEMBERED, account.links_used)
    known = known._replace(links=account.links_used)
    cache.store(account.id, known, estimate_bytes(known))
    return known.sums


async def _add_up(account: Account) -> VisitSums:
    visited = Link.owned_by(account).filter(followed__gt=0)
    [sums] = await visited.annotate(all=Sum("followed"), scanned=Sum("scans")).values("all", "scanned")
    followed, scans = (int(sums[name] or 0) for name in ("all", "scanned"))
    return VisitSums(followed - scans, scans)
