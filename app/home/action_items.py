"""What the user should act on, because it would go wrong quietly: such as a link that ends soon but brings clicks.

The first page shows the most urgent ones.
"""

from __future__ import annotations

from datetime import timedelta

from app.accounts.models import Account
from app.accounts.request_account import may_do
from app.accounts.roles import MANAGE_ACCOUNT
from app.home.action_item import ActionItem, ActionItems
from app.home.post_items import load_post_items
from app.kernel import clock, i18n
from app.kernel.bidi import isolate
from app.kernel.i18n import gettext as _
from app.kernel.i18n import ngettext
from app.links.destination_check import DestinationCheck
from app.links.models import Link
from app.payments.checkout import plan_status
from app.plans import quota

MOST, ENDING_WITHIN, MOST_LINKS = 5, timedelta(days=7), 3


async def load_action_items(account: Account) -> ActionItems:
    """Returns what to act on in an account, the most urgent first, five at most."""
    posts, ending = await load_post_items(account), await _ending_links(account)
    items = [*posts.rows, *_full_plan(account), *await _ending_plan(account)]
    items += [*ending.rows, *await _broken_links(account)]
    first = ActionItems.first(sorted(items, key=lambda item: item.by or clock.EARLIEST), MOST)
    return first._replace(cut=first.cut or posts.cut or ending.cut)


async def _ending_links(account: Account) -> ActionItems:
    now = clock.now()
    ending = Link.owned_by(account).filter(expires_at__gt=now, expires_at__lte=now + ENDING_WITHIN, followed__gt=0)
    links = await ending.order_by("expires_at").limit(MOST_LINKS + 1)
    return ActionItems.first([_ending_link(link) for link in links], MOST_LINKS)


def _ending_link(link: Link) -> ActionItem:
    ends = i18n.format_datetime(link.expires_at) if link.expires_at else ""
    return ActionItem(
        "link",
        _("%(link)s ends on %(when)s") % {"link": isolate(link.display_url), "when": ends},
        _("It has brought %(num)s clicks so far.") % {"num": i18n.format_number(link.followed)},
        _("Extend"),
        f"/dashboard/links/{link.id}/edit",
        link.expires_at,
    )


async def _broken_links(account: Account) -> list[ActionItem]:
    """The links that were found broken twice, as one item: each of them has its sentence on the links page."""
    confirmed = DestinationCheck.broken(account).filter(confirmed_at__not_isnull=True)
    rows = await confirmed.filter(link__deleted_at=None, link__archived_at=None).values_list("link_id", "confirmed_at")
    count = len({link_id for link_id, _at in rows})
    if not count:
        return []
    title = ngettext("%(num)s link leads nowhere", "%(num)s links lead nowhere", count)
    return [
        ActionItem(
            "alert-triangle",
            title % {"num": i18n.format_number(count)},
            _("We looked twice, and found nothing at the destination either time. Visitors find nothing either."),
            _("See them"),
            "/dashboard/links/?show=broken",
        )
    ]


async def _ending_plan(account: Account) -> list[ActionItem]:
    bought = await plan_status.load_status(account) if may_do(MANAGE_ACCOUNT) else None
    if bought is None or not (bought.ending or bought.in_grace):
        return []
    plan, day = {"plan": _(bought.plan.label)}, {"day": i18n.format_date(bought.last_moment)}
    title = _("%(plan)s ended on %(day)s.") if bought.in_grace else _("%(plan)s ends on %(day)s.")
    reason = _("Pay ahead to keep it. Nothing is taken by itself, and your links work either way.")
    if bought.in_grace:
        until = {"until": i18n.format_datetime(bought.grace_ends_at)}
        reason = _("Everything stays as it is until %(until)s. Your links work in any case.") % until
    by = bought.grace_ends_at if bought.in_grace else bought.ends_at
    path = f"/dashboard/settings/plan?plan={bought.plan.name}#choose"
    return [ActionItem("calendar-event", title % (plan | day), reason, _("Extend %(plan)s") % plan, path, by)]


def _full_plan(account: Account) -> list[ActionItem]:
    usage = quota.links_usage(account)
    if usage.used < usage.limit:
        return []
    return [
        ActionItem(
            "alert-circle",
            _("All short links of your plan are used"),
            _("Every link you have keeps working. For a new one, delete one that you no longer need."),
            _("See your plan"),
            "/dashboard/settings/plan",
        )
    ]
