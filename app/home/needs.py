"""What needs the user: things that would go wrong quietly, such as a link that ends soon and still brings clicks.

Packages add their kinds with `add_needs`. The first page shows a few, the most urgent ones first.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from app.accounts.models import Account
from app.kernel import clock, i18n
from app.kernel.bidi import isolate
from app.kernel.i18n import gettext as _
from app.links.models import Link
from app.plans import quota

MOST, ENDING_WITHIN, MOST_LINKS = 5, timedelta(days=7), 3


class Need(NamedTuple):
    """One thing that needs the user: what it is, why it matters, and the label and path of what to do about it.

    `by` is until when it can be done; None is now.
    """

    icon: str
    title: str
    words: str
    action: str
    path: str
    by: datetime | None = None


Load = Callable[[Account], Awaitable[Sequence[Need]]]
_loads: list[Load] = []


def add_needs(load: Load) -> None:
    """Adds a kind of needs; `load` returns those of an account."""
    _loads.append(load)


async def load_needs(account: Account) -> list[Need]:
    """Returns the needs of an account, the most urgent ones first, five at most."""
    needs = [need for load in _loads for need in await load(account)]
    return sorted(needs, key=lambda need: need.by or datetime.min.replace(tzinfo=clock.now().tzinfo))[:MOST]


async def _ending_links(account: Account) -> list[Need]:
    now = clock.now()
    ending = Link.owned_by(account).filter(expires_at__gt=now, expires_at__lte=now + ENDING_WITHIN, followed__gt=0)
    return [_ending_link(link) for link in await ending.order_by("expires_at").limit(MOST_LINKS)]


def _ending_link(link: Link) -> Need:
    ends = i18n.format_datetime(link.expires_at) if link.expires_at else ""
    return Need(
        "link",
        _("%(link)s ends on %(when)s") % {"link": isolate(link.display_url), "when": ends},
        _("It has brought %(num)s clicks so far.") % {"num": i18n.format_number(link.followed)},
        _("Extend"),
        f"/dashboard/links/{link.id}/edit",
        link.expires_at,
    )


async def _full_plan(account: Account) -> list[Need]:
    usage = quota.links_usage(account)
    if usage.used < usage.limit:
        return []
    return [
        Need(
            "alert-circle",
            _("All short links of your plan are used"),
            _("Every link you have keeps working. For a new one, delete one that you no longer need."),
            _("See your plan"),
            "/dashboard/settings/plan",
        )
    ]


add_needs(_ending_links)
add_needs(_full_plan)
